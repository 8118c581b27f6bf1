"""From read markers to nodes: headings, content, lead-ins, unnumbered titles, bullets."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise
from typing import NamedTuple

from vnplan.grammar.headings.heading_ends import heading_end, usual_heading
from vnplan.grammar.letter import openings
from vnplan.grammar.markers.annex_labels import capitals
from vnplan.grammar.markers.item_markers import KINDS, Family
from vnplan.grammar.markers.sequence_paths import Choice
from vnplan.models.base import Span
from vnplan.models.section import Evidence, SectionKind
from vnplan.outline.shapes import Node
from vnplan.outline.tree import paragraph_signs
from vnplan.outline.tree.paragraph_signs import MarkedParagraph
from vnplan.readers.source import Grid, Paragraph
from vnplan.text.search_text import SearchText

_SHORT = 0.66
"""A line below this share of the longest line was ended, not wrapped: no Vietnamese word is a third of a line."""
_NARROW = 40
"""Characters of a full line: in narrower columns a wrap comes so early that a short line tells nothing."""
_MOST_HEADING_LINES = 4
"""Lines that a usual heading may be wrapped over, and the one after it."""
_ENDED = re.compile(r"[.;!?…][\"')\]]*\Z|\./\.?\Z")


class Decided(NamedTuple):
    """What a marker turned out to be, and why."""

    choice: Choice
    evidence: Evidence | None
    """``None`` for bullets, which follow from the items around them."""


@dataclass(slots=True)
class _Draft:
    kind: SectionKind
    label: str | None = None
    marker: Span | None = None
    heading: tuple[Span, ...] = ()
    content: list[Paragraph | Grid] = field(default_factory=list)
    children: list[_Draft] = field(default_factory=list)
    start: int = 0
    end: int = 0
    generated: bool = False
    open_end: bool = False
    """The last words do not end a sentence: what follows may belong to them."""
    capitals: bool = False
    """The heading is in capitals."""
    evidence: Evidence | None = None


class _TreeBuilder:
    """Where the next block goes."""

    def __init__(self, text: SearchText) -> None:
        self.text = text
        self.root = _Draft(SectionKind.PREAMBLE)
        self.by_item: dict[int, _Draft] = {}
        self.numbered = self.root
        """The numbered item at work."""
        self.title: _Draft | None = None
        """Unnumbered heading at work, below ``numbered``."""
        self.lead: _Draft | None = None
        """Lead-in at work, whose bullets are its children."""
        self.bullet: _Draft | None = None

    @property
    def host(self) -> _Draft:
        """What plain paragraphs and lead-ins stand below."""
        return self.title or self.numbered

    def item(self, index: int, decided: Decided, line: MarkedParagraph) -> None:
        choice = decided.choice
        draft = _draft(self.text, choice, line)
        draft.evidence = decided.evidence
        self.by_item[index] = draft
        if choice.reading.family is Family.BULLET:
            above = self.above(choice)
            parent = above if above.kind is SectionKind.BULLET else self.lead or self.host
            parent.children.append(draft)
            self.bullet = draft
            return
        self.above(choice).children.append(draft)
        self.numbered, self.title, self.lead, self.bullet = draft, None, None, None

    def above(self, choice: Choice) -> _Draft:
        """The item that ``choice`` stands below; bullets before the first numbered item are words of the preamble."""
        return self.root if choice.parent is None else self.by_item.get(choice.parent, self.root)

    def plain(self, line: MarkedParagraph, *, announces: bool) -> None:
        """A paragraph without marker, or a grid; ``announces``: bullets follow it."""
        if not (self._headless(line) or self._title(line)):
            self._words(line, announces=announces)

    def _headless(self, line: MarkedParagraph) -> bool:
        """A marker alone on its line: its title is on the next. A title in capitals may fill several lines."""
        last = self.bullet or self.numbered
        if last is self.root or last.content or last.children or not isinstance(line.block, Paragraph):
            return False
        if self.title or self.lead or (last.heading and not (last.capitals and capitals(line.words))):
            return False
        last.heading = (*last.heading, *line.block.pieces)
        last.capitals = capitals(line.words)
        last.end = line.end
        return True

    def _title(self, line: MarkedParagraph) -> bool:
        if not self.by_item or not paragraph_signs.titled(line) or not isinstance(line.block, Paragraph):
            return False
        draft = _Draft(SectionKind.HEADING, heading=line.block.pieces, start=line.start, end=line.end)
        self.numbered.children.append(draft)
        self.title, self.lead, self.bullet = draft, None, None
        return True

    def _words(self, line: MarkedParagraph, *, announces: bool) -> None:
        host = self.host
        if self.by_item and isinstance(line.block, Paragraph) and openings.opens_farewell(line.words):
            draft = _Draft(SectionKind.PARAGRAPH, start=line.start, end=line.end, content=[line.block])
            self.root.children.append(draft)
            self.numbered, self.title, self.lead, self.bullet = draft, None, None, None
            return
        if announces:
            self.lead = _Draft(SectionKind.PARAGRAPH, start=line.start, end=line.end, content=[line.block])
            host.children.append(self.lead)
            self.bullet = None
            return
        if self.bullet and (self.bullet.open_end or isinstance(line.block, Grid)):
            _add(self.bullet, line)
            return
        self.lead = self.bullet = None
        if host is not self.root and not host.children:
            _add(host, line)
        else:
            last = host.children[-1] if host.children else None
            if last and last.kind is SectionKind.PARAGRAPH and not last.children:
                _add(last, line)
            else:
                host.children.append(
                    _Draft(SectionKind.PARAGRAPH, start=line.start, end=line.end, content=[line.block])
                )


def assemble(text: SearchText, lines: list[MarkedParagraph], decided: Sequence[Decided | None]) -> tuple[Node, ...]:
    """The tree of one part; ``decided`` tells of each line with a marker what it turned out to be."""
    choices = _by_line(lines, decided)
    tree = _TreeBuilder(text)
    body = _begin(lines, choices)
    for index, (line, choice) in enumerate(zip(lines, choices, strict=True)):
        if index < body:
            _add(tree.root, line)
        elif choice:
            tree.item(choice[0], choice[1], line)
        else:
            behind = choices[index + 1] if index + 1 < len(lines) else None
            bullets = behind is not None and behind[1].choice.reading.family is Family.BULLET
            tree.plain(line, announces=bullets and line.words.endswith(":"))
    tops = tree.root.children
    if tree.root.content:
        preamble = _Draft(SectionKind.PREAMBLE, content=tree.root.content, start=tree.root.start, end=tree.root.end)
        tops = [preamble, *tops]
    return tuple(_node(draft, 1) for draft in tops)


def _by_line(lines: list[MarkedParagraph], decided: Sequence[Decided | None]) -> list[tuple[int, Decided] | None]:
    answers = enumerate(decided)
    found: list[tuple[int, Decided] | None] = []
    for line in lines:
        item, choice = next(answers) if line.marker else (0, None)
        found.append((item, choice) if choice else None)
    return found


def _begin(lines: list[MarkedParagraph], choices: list[tuple[int, Decided] | None]) -> int:
    """Where the body begins: at its first numbered item, or at the front where nothing but bullets stands before it."""
    first = next((i for i, c in enumerate(choices) if c and c[1].choice.reading.family is not Family.BULLET), None)
    if first is None:
        return _preface(lines)
    return 0 if all(choices[:first]) else first


def _preface(lines: list[MarkedParagraph]) -> int:
    """Where the body begins in a part without numbered items: behind its basis clauses, if it has any."""
    end = 0
    for index, line in enumerate(lines):
        if line.marker or not isinstance(line.block, Paragraph):
            break
        if openings.opens_preface(line.words):
            end = index + 1
    return end


def _draft(text: SearchText, choice: Choice, line: MarkedParagraph) -> _Draft:
    marker, block, view = line.marker, line.block, line.view
    if marker is None or not isinstance(block, Paragraph):
        msg = "only a paragraph with a marker is an item"
        raise ValueError(msg)
    span = view.span(marker.start, marker.end)
    label = choice.reading.mended or marker.label
    draft = _Draft(KINDS[choice.reading.family], label, span, start=line.start, end=line.end)
    draft.generated = block.marker is not None
    draft.capitals = capitals(line.words)
    draft.open_end = not _ENDED.search(line.words)
    if marker.rest >= len(view.text):
        return draft
    _, words = block.cut(view.position(marker.rest))
    if words is None:
        return draft
    stop = heading_end(line.words) if block.running and not marker.bullet else None
    at = _first_line(text, block, view.position(marker.rest)) if stop is None else view.position(marker.rest + stop)
    if at is None:
        draft.heading = words.pieces
        return draft
    title, rest = words.cut(at)
    draft.heading = title.pieces if title else ()
    draft.content = [rest] if rest else []
    return draft


def _first_line(text: SearchText, block: Paragraph, start: int) -> int | None:
    """Where the words of a wrapped item begin after its heading; ``None`` where heading and text are one."""
    for line, following in pairwise(block.lines[:_MOST_HEADING_LINES]):
        opening = text.original[following.start : following.end].lstrip()
        heading = " ".join(text.original[start : line.end].split())
        # A heading in capitals may go on: NỘI DUNG / THỰC HIỆN.
        goes_on = heading.isupper() and opening.split(maxsplit=1)[0].isupper() if opening else True
        if opening[:1].isupper() and not goes_on and usual_heading(heading):
            return following.start
    return _short_line(text, block)


def _short_line(text: SearchText, block: Paragraph) -> int | None:
    """Where the second line begins, if the first is too short to have been wrapped and the second opens a sentence."""
    if len(block.lines) < 2 or block.running:
        return None
    first, second = block.lines[0], block.lines[1]
    width = max(line.end - line.start for line in block.lines[1:])
    opening = text.original[second.start : second.end].lstrip()
    wrapped = first.end - first.start > _SHORT * width or width < _NARROW
    return None if wrapped or not opening[:1].isupper() else second.start


def _add(draft: _Draft, line: MarkedParagraph) -> None:
    if not draft.content and draft.kind is SectionKind.PREAMBLE:
        draft.start = line.start
    draft.content.append(line.block)
    draft.end = max(draft.end, line.end)
    draft.open_end = False


def _node(draft: _Draft, level: int) -> Node:
    children = tuple(_node(child, level + 1) for child in draft.children)
    return Node(
        draft.kind,
        level,
        draft.label,
        draft.marker,
        draft.heading,
        tuple(draft.content),
        children,
        max([draft.end, *(child.end for child in children)]),
        draft.generated,
        draft.evidence,
    )
