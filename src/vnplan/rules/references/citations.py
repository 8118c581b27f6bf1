"""Citations of the whole document, and the distinct documents behind them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vnplan.grammar.citations.finder import Mention, read_citations
from vnplan.grammar.letter.roles import PieceRole
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.models.citation import CitationKind, Relation, Zone
from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Node, Outline, Part
from vnplan.readers.source import Grid, Paragraph
from vnplan.rules.findings import Findings
from vnplan.rules.references import aliases, back_references, merging, short_names, written_out
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText
from vnplan.text.view import View


class Passage(NamedTuple):
    """One stretch of text that citations are read in."""

    view: View
    zone: Zone
    pointer: bool = False
    """The line that says what an attachment belongs to: ``(Kèm theo Kế hoạch số ...)``."""
    bases: bool = False
    """It stands under a heading such as ``CĂN CỨ LẬP KẾ HOẠCH``."""


# The front of a paragraph that goes on with the letters of the number that the one before it ends in.
_NUMBER_BROKEN = re.compile(r"\w[-/]\s?\Z")
_REST_OF_NUMBER = re.compile(r"[A-ZĐ]{2,}")
_HEADS_BASES = re.compile(rf"(?:các )?{any_of(Family.FORMULA, Context.HEADING, means='basis')}")


def find(outline: Outline, known: Findings) -> Findings:
    """Find every citation of the document in text order, and the distinct documents behind them."""
    setting = known.setting
    passages = sorted(_passages(outline), key=lambda p: p.view.position(0))
    mentions: list[Mention] = []
    own: set[int] = set()
    for passage in passages:
        for mention in read_citations(passage.view, setting, base=len(mentions), zone=passage.zone):
            if merging.is_own(mention.citation, setting, pointer=passage.pointer):
                own.add(len(mentions))
            mentions.append(_located(_placed(mention, passage), setting))
    mentions = aliases.resolve(written_out.write_out(mentions, outline.text), own)
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


def _placed(mention: Mention, passage: Passage) -> Mention:
    """What the place of a passage says where its words leave it open or speak of another document."""
    cited = mention.citation
    if cited.parent is None and cited.relation is Relation.CITES and passage.bases:
        return mention.moved(relation=Relation.BASED_ON, cue="căn cứ")
    # "Đề án X (ban hành kèm theo Nghị quyết ...)" in the text tells what Đề án X is attached to.
    inside = passage.zone is Zone.BODY and not passage.pointer and passage.view.text[:1].isalnum()
    if cited.relation is Relation.ATTACHED_TO and cited.parent is None and inside:
        return mention.moved(relation=Relation.CITES, cue=None)
    return mention


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
        if piece.role in {PieceRole.TITLE, PieceRole.SUBJECT, PieceRole.POINTER}:
            yield Passage(text.view(piece.pieces), zone, pointer=piece.role is PieceRole.POINTER)


def _node(text: SearchText, node: Node, zone: Zone, *, under_bases: bool = False) -> Iterator[Passage]:
    bases = under_bases
    if node.heading:
        title = node.title(text)
        bases = under_bases or _HEADS_BASES.match(title.folded) is not None
        zone = Zone.BASIS if bases else zone
        yield Passage(title, zone, bases=under_bases)
    for block in _unbroken(text, node.content):
        yield from (Passage(view, zone, bases=bases) for view in _views(text, block))
    for child in node.children:
        yield from _node(text, child, zone, under_bases=bases)


def _unbroken(text: SearchText, content: Iterable[Paragraph | Grid]) -> Iterator[Paragraph | Grid]:
    """The blocks, paragraphs joined where a page ends within a number (``số 10-``, ``NQ/TW``)."""
    before: Paragraph | None = None
    for block in content:
        if before is not None and isinstance(block, Paragraph) and _goes_on(text, before, block):
            before = Paragraph((*before.pieces, *block.pieces))
            continue
        if before is not None:
            yield before
        before = block if isinstance(block, Paragraph) else None
        if before is None:
            yield block
    if before is not None:
        yield before


def _goes_on(text: SearchText, before: Paragraph, block: Paragraph) -> bool:
    words = text.original
    broken = _NUMBER_BROKEN.search(words, max(before.start, before.end - _TAIL), before.end)
    return broken is not None and _REST_OF_NUMBER.match(words, block.start) is not None


_TAIL = 3
"""Characters at the end of a paragraph that hold the end of a broken number."""


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
