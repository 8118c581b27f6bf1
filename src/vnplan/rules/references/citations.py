"""Citations of the whole document, and the distinct documents behind them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from vnplan.grammar.citations.finder import Mention, read
from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.citation import CitationKind, Zone
from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Node, Outline, Part
from vnplan.readers.source import Grid, Paragraph
from vnplan.rules.findings import Findings
from vnplan.rules.references import aliases, back_references, merging, short_names
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText
from vnplan.text.view import View


class Passage(NamedTuple):
    """One stretch of text that citations are read in."""

    view: View
    zone: Zone
    pointer: bool = False
    """The line that says what an attachment belongs to: ``(Kèm theo Kế hoạch số ...)``."""


def find(outline: Outline, known: Findings) -> Findings:
    """Find every citation of the document in text order, and the distinct documents behind them."""
    setting = known.setting
    passages = sorted(_passages(outline), key=lambda p: p.view.position(0))
    mentions: list[Mention] = []
    own: set[int] = set()
    for passage in passages:
        for mention in read(passage.view, setting, base=len(mentions), zone=passage.zone):
            if merging.is_own(mention.citation, setting, pointer=passage.pointer):
                own.add(len(mentions))
            mentions.append(_located(mention, setting))
    mentions = aliases.resolve(mentions, own)
    places = [(passage.view, passage.zone) for passage in passages]
    uses = [
        *short_names.find_uses(mentions, places, setting.doc_type),
        *back_references.find_uses(mentions, places, setting),
    ]
    mentions, place_of = short_names.in_order(mentions, uses)
    mentions = [_sliced(mention, outline.text) for mention in mentions]
    own = {place_of[index] for index in own} | {
        index for index, mention in enumerate(mentions) if _means_itself(mention, setting)
    }
    citations = tuple(mention.citation for mention in mentions)
    found, notes = merging.merge(mentions, own, setting)
    return Findings(citations=citations, references=found, remarks=notes)


def _means_itself(mention: Mention, setting: Setting) -> bool:
    cited = mention.citation
    return cited.kind is CitationKind.ALIAS and cited.key is not None and cited.key == setting.own_key


def _located(mention: Mention, setting: Setting) -> Mention:
    """Complete "Nghị quyết Đại hội ... Đảng bộ tỉnh" with the province that speaks."""
    if not mention.local or not setting.province:
        return mention
    return mention.moved(key=f"{mention.citation.key} {setting.province}")


def _sliced(mention: Mention, text: SearchText) -> Mention:
    """The words as they stand in ``plan.text``, line wraps included, so that the span slices them."""
    return mention.moved(text=text.original[slice(*mention.citation.span)])


def _passages(outline: Outline) -> Iterator[Passage]:
    text = outline.text
    for part in outline.parts:
        main = part is outline.main
        yield from _head(text, part, main=main)
        body = Zone.BODY if main else Zone.ATTACHMENT
        opening = main
        for node in part.nodes:
            opening = opening and node.kind in {SectionKind.PREAMBLE, SectionKind.PARAGRAPH}
            yield from _node(text, node, Zone.BASIS if opening else body)
        yield from _closing(text, part, context_zone=Zone.CLOSING)


def _head(text: SearchText, part: Part, *, main: bool) -> Iterator[Passage]:
    for piece in part.head:
        zone = Zone.TITLE if main else Zone.ATTACHMENT
        if piece.role in {PieceRole.TITLE, PieceRole.POINTER}:
            yield Passage(text.view(piece.pieces), zone, pointer=piece.role is PieceRole.POINTER)


def _node(text: SearchText, node: Node, zone: Zone) -> Iterator[Passage]:
    if node.heading:
        yield Passage(node.title(text), zone)
    for block in node.content:
        yield from (Passage(view, zone) for view in _views(text, block))
    for child in node.children:
        yield from _node(text, child, zone)


def _views(text: SearchText, block: Paragraph | Grid) -> Iterator[View]:
    if isinstance(block, Paragraph):
        yield block.view(text)
        return
    for cell in block.cells:
        if len(cell.paragraphs) == 1:
            yield cell.paragraphs[0].view(text)
            continue
        pieces = tuple(span for paragraph in cell.paragraphs for span in paragraph.pieces)
        if pieces:
            yield text.view(pieces)


def _closing(text: SearchText, part: Part, *, context_zone: Zone) -> Iterator[Passage]:
    """Recipients are informed, not cited; only one that bears a number is a citation."""
    for piece in part.closing:
        if piece.role is PieceRole.RECIPIENT:
            view = text.view(piece.pieces)
            if any(c.isdigit() for c in view.text):
                yield Passage(view, context_zone)
