"""Shape: blocks -> letterhead, section tree, tables, attachments, closing."""

from __future__ import annotations

from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic
from vnplan.outline.attached import attachments
from vnplan.outline.attached.attachments import RawPart
from vnplan.outline.letter import closing, letterhead
from vnplan.outline.shapes import Outline, Part
from vnplan.outline.tables import recognition
from vnplan.outline.tree import running_text, sections
from vnplan.readers.source import Block, Furniture, Paragraph, SourceDocument
from vnplan.text.search_text import SearchText


def shape(document: SourceDocument) -> Outline:
    """Put every block of ``document`` in exactly one place."""
    text = SearchText(document.text)
    raw = attachments.split(text, document.blocks)
    shaped = [_part(text, part) for part in raw]
    found = tuple(d for _, diagnostics in shaped for d in diagnostics)
    return Outline(document, text, shaped[0][0], tuple(part for part, _ in shaped[1:]), found)


def _part(text: SearchText, raw: RawPart) -> tuple[Part, tuple[Diagnostic, ...]]:
    blocks, head = raw.blocks, raw.head
    # An appendix and a plan without letterhead have their head (label or type, title, pointer) from cutting the file.
    if not head:
        letter, blocks = letterhead.read_letterhead(text, blocks)
        head = (*head, *letter)
    tail, blocks = closing.read_closing(text, blocks)
    cut = running_text.split(text, blocks)
    blocks = recognition.recover(text, cut.blocks)
    nodes, diagnostics = sections.build(text, blocks, cut.weighed)
    furniture = tuple(b for b in blocks if isinstance(b, Furniture))
    span = _extent(raw)
    part = Part(raw.kind, head, nodes, recognition.shape(text, nodes), tail, span, furniture)
    return part, (*cut.diagnostics, *diagnostics)


def _extent(raw: RawPart) -> Span:
    pieces = [s for piece in raw.head for s in piece.pieces]
    for block in raw.blocks:
        pieces += _pieces(block)
    return Span(min(s.start for s in pieces), max(s.end for s in pieces)) if pieces else Span(0, 0)


def _pieces(block: Block) -> tuple[Span, ...]:
    return block.pieces if isinstance(block, Paragraph | Furniture) else (block.span,)
