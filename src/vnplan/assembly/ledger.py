"""The ledger: one flat partition of every visible character.

Every part of the outline paints its stretches; what nobody painted is
``unclaimed``, so that the partition holds by construction and a gap shows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from vnplan.diagnostics import note
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.leaf import Leaf, LeafKind
from vnplan.models.section import Section, SectionKind
from vnplan.outline.shapes import Node, Outline, Part, Piece
from vnplan.readers.source import Furniture, Grid, Paragraph
from vnplan.rules.findings import Findings

_SENTENCE = re.compile(r"[.;,]\s*\Z")
_HEADING_LONGEST = 300
"""A longer first line is a clause that is a whole paragraph."""

_Stretch = tuple[Span, LeafKind, str | None]


def leaves(outline: Outline, findings: Findings) -> tuple[Leaf, ...]:
    """One flat partition of every visible character of the text, in text order."""
    text = outline.document.text
    tables = {table.span.start: table.id for table in findings.tables}
    stretches = list(_document(text, outline, findings, tables))
    furniture = dict.fromkeys(b for b in outline.document.blocks if isinstance(b, Furniture))
    furniture.update(dict.fromkeys(b for part in outline.parts for b in part.furniture))
    stretches += [(s, LeafKind.FURNITURE, None) for b in furniture for s in b.pieces]
    return tuple(_partition(text, stretches))


def unclaimed(found: tuple[Leaf, ...]) -> tuple[Diagnostic, ...]:
    """A remark on every stretch that belongs to nothing: an error of the parser, never of the document."""
    return tuple(
        note(DiagnosticCode.TEXT_UNCLAIMED, leaf.span, count=leaf.span.end - leaf.span.start)
        for leaf in found
        if leaf.kind is LeafKind.UNCLAIMED
    )


def _document(text: str, outline: Outline, findings: Findings, tables: dict[int, str]) -> Iterator[_Stretch]:
    for part, sections in zip(outline.parts, findings.sections, strict=True):
        yield from _pieces(part.head, LeafKind.HEADER)
        yield from _pieces(part.closing, LeafKind.CLOSING)
        yield from _tree(text, part, sections, tables)


def _pieces(pieces: Iterable[Piece], kind: LeafKind) -> Iterator[_Stretch]:
    for piece in pieces:
        for span in piece.pieces:
            yield span, kind, piece.role.value


def _tree(text: str, part: Part, sections: tuple[Section, ...], tables: dict[int, str]) -> Iterator[_Stretch]:
    pairs = list(zip(reversed(part.nodes), reversed(sections), strict=True))
    while pairs:
        node, section = pairs.pop()
        yield from _node(text, node, section.id, tables)
        pairs += zip(reversed(node.children), reversed(section.children), strict=True)


def _node(text: str, node: Node, owner: str, tables: dict[int, str]) -> Iterator[_Stretch]:
    if node.marker:
        yield node.marker, LeafKind.MARKER, owner
    kind = LeafKind.HEADING if _title(text, node) else LeafKind.PROSE
    for span in node.heading:
        yield span, kind, owner
    for block in node.content:
        if isinstance(block, Paragraph):
            for span in block.pieces:
                yield span, LeafKind.PROSE, owner
        else:
            yield from _cells(block, tables.get(block.span.start, owner))


def _title(text: str, node: Node) -> bool:
    """True for a heading; a bullet or a clause that is a whole sentence is prose."""
    if node.kind is SectionKind.BULLET or not node.heading:
        return False
    words = "".join(text[s.start : s.end] for s in node.heading)
    return len(words) <= _HEADING_LONGEST and not _SENTENCE.search(words)


def _cells(grid: Grid, owner: str) -> Iterator[_Stretch]:
    for cell in grid.cells:
        for paragraph in cell.paragraphs:
            for span in paragraph.pieces:
                yield span, LeafKind.CELL, owner


def _partition(text: str, stretches: list[_Stretch]) -> Iterator[Leaf]:
    """Cut overlaps (the earlier stretch keeps the characters), trim blanks, fill gaps with ``unclaimed``."""
    cursor = 0
    for span, kind, owner in sorted(stretches, key=lambda s: (s[0].start, s[0].end)):
        if span.end <= cursor:
            continue
        yield from _leaf(text, cursor, span.start, LeafKind.UNCLAIMED, None)
        yield from _leaf(text, max(span.start, cursor), span.end, kind, owner)
        cursor = span.end
    yield from _leaf(text, cursor, len(text), LeafKind.UNCLAIMED, None)


def _leaf(text: str, start: int, end: int, kind: LeafKind, owner: str | None) -> Iterator[Leaf]:
    words = text[start:end] if start < end else ""
    start += len(words) - len(words.lstrip())
    words = words.strip()
    if words:
        yield Leaf(kind=kind, span=Span(start, start + len(words)), owner=owner)
