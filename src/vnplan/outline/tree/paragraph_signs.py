"""What each paragraph says about its place in the tree: its marker, its look, its end."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.grammar.markers import costs, item_markers
from vnplan.grammar.markers.annex_labels import capitals
from vnplan.grammar.markers.item_markers import Family, Marker, Reading
from vnplan.grammar.markers.sequence_costs import Charge, Rule
from vnplan.grammar.markers.sequence_search import Candidate
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context
from vnplan.lexicon.rows import Family as Words
from vnplan.readers.source import PLAIN, Block, Furniture, Grid, Paragraph
from vnplan.text.numerals import SMALL_ROMAN
from vnplan.text.search_text import SearchText
from vnplan.text.view import View


def _owner(kind: str) -> str:
    return any_of(Words.FORMULA, Context.PROSE, means="number_owner", trait=kind)


_PARTS = any_of(Words.FORMULA, Context.PROSE, means="part")
# The words before a number that belongs to them: `theo khoản / 1. ...` after a hard wrap; `Quan điểm` is a heading.
_OWNERS = {kind: re.compile(rf"\b{_owner(kind)}\Z", re.IGNORECASE) for kind in ("digits", "letters", "roman")} | {
    # `khoản 2 / Điều 7.`
    "keyword": re.compile(
        rf"\b{_PARTS} (?:\d{{1,3}}[a-zđ]?|{SMALL_ROMAN}|[a-zđ]),?\Z|\b{_owner('keyword')}\Z", re.IGNORECASE
    ),
}
_COUNTS = {
    Family.ARABIC: "digits",
    Family.DECIMAL: "digits",
    Family.LETTER: "letters",
    Family.UPPER: "letters",
    Family.ROMAN: "roman",
    Family.SMALL_ROMAN: "roman",
    **dict.fromkeys((Family.PART, Family.CHAPTER, Family.SECTION, Family.SUBSECTION, Family.ARTICLE), "keyword"),
    **dict.fromkeys((Family.CLAUSE, Family.POINT), "keyword"),
}
_PLAIN = frozenset({Family.ARABIC, Family.DECIMAL, Family.LETTER, Family.UPPER, Family.ROMAN, Family.SMALL_ROMAN})
"""Families without a keyword."""
# The heading of a table of contents, and the page at the end of its lines.
_CONTENTS = re.compile(rf"{any_of(Words.FORMULA, Context.HEADING, means='contents')} ?:?", re.IGNORECASE)
_PAGE = re.compile(r"\b\d{1,3}\Z")
_LEADERS = re.compile(r"(?:\.{4,}|(?:\. ){4,}|…{2,}|_{4,})[ .…_]*\d{1,3}\Z")
_FLOWING = 5
"""Blanks in the shortest line that a wrap ends."""
_QUOTES_AHEAD = 40
"""A quotation longer than this many paragraphs is taken for a quote mark left open."""


@dataclass(frozen=True, slots=True)
class MarkedParagraph:
    """One block in reading order with what it shows; a grid has an empty view."""

    block: Paragraph | Grid
    view: View
    marker: Marker | None
    before: str = ""
    """The last words of the block before."""
    flows: bool = False
    """The block before is long enough to have been wrapped; a short one is a heading, whatever it ends in."""
    fresh: bool = False
    """An unnumbered heading stands between this marker and the one before."""

    @property
    def words(self) -> str:
        """The words behind the marker."""
        return self.view.text[self.marker.rest :] if self.marker else self.view.text

    @property
    def start(self) -> int:
        """First position in the text."""
        return self.block.start if isinstance(self.block, Paragraph) else self.block.span.start

    @property
    def end(self) -> int:
        """Position after the block."""
        return self.block.end if isinstance(self.block, Paragraph) else self.block.span.end


def read_signs(text: SearchText, blocks: tuple[Block, ...]) -> list[MarkedParagraph]:
    """The lines of one part, blank paragraphs and furniture left out."""
    found: list[MarkedParagraph] = []
    fresh, before = False, ""
    shown = [
        (b, b.view(text) if isinstance(b, Paragraph) else View.of("")) for b in blocks if not isinstance(b, Furniture)
    ]
    texts = [view.text for _, view in shown]
    foreign = _quoted(texts) | _contents(texts)
    for index, (block, view) in enumerate(shown):
        if isinstance(block, Grid):
            found.append(MarkedParagraph(block, view, None))
            before = ""
            continue
        if not view.text:
            continue
        marker = None if index in foreign else _marker(block, view)
        # 24 characters hold the two or three words that may own a number.
        found.append(MarkedParagraph(block, view, marker, before[-24:], before.count(" ") >= _FLOWING, fresh))
        fresh = not marker and (fresh or titled(found[-1])) if not (marker and not marker.bullet) else False
        before = view.text
    return found


def candidate(line: MarkedParagraph) -> Candidate:
    """What the beam is told about a line with a marker."""
    marker = line.marker
    if marker is None:
        msg = "a line without marker is no candidate"
        raise ValueError(msg)
    generated = isinstance(line.block, Paragraph) and line.block.marker is not None
    known = costs.COSTS
    skip = known.prose_generated if generated else known.prose_title if _set_off(line, marker) else known.prose_line
    accept: tuple[Charge, ...] = ()
    counts = _COUNTS.get(marker.readings[0].family)
    if not generated and counts and line.flows and _OWNERS[counts].search(line.before):
        skip, accept = known.prose_cut_off, ((Rule.CUT_OFF, known.cut_off),)
    elif not generated and line.before.endswith(","):
        accept = ((Rule.AFTER_COMMA, known.after_comma),)
    return Candidate(marker.readings, skip, accept, line.fresh)


def signs(line: MarkedParagraph, marker: Marker) -> tuple[Rule, ...]:
    """What speaks for the marker, whatever it turns out to be: its keyword, its look, its number made by the format."""
    if isinstance(line.block, Paragraph) and line.block.marker is not None:
        return (Rule.GENERATED,)
    if marker.readings[0].family not in _PLAIN:
        return (Rule.KEYWORD,)
    return (Rule.SET_OFF,) if _set_off(line, marker) else ()


def _set_off(line: MarkedParagraph, marker: Marker) -> bool:
    keyworded = marker.readings[0].family not in _PLAIN
    look = line.block.look if isinstance(line.block, Paragraph) else PLAIN
    return keyworded or bool(look.bold or look.heading) or capitals(line.words)


def titled(line: MarkedParagraph) -> bool:
    """True for an unnumbered heading: short, set off by its look, without the end of a sentence."""
    if not isinstance(line.block, Paragraph):
        return False
    look, words = line.block.look, line.words
    # 160 characters: two printed lines, the most that a heading without number takes.
    if not words or len(words) > 160 or words[-1] in ".;,":
        return False
    return bool(look.bold or look.heading) and any(c.isalpha() for c in words)


def _marker(block: Paragraph, view: View) -> Marker | None:
    marker = item_markers.read_marker(view.text)
    if marker or block.marker is None:
        return marker
    # A number form that the grammar does not know (a picture bullet, a foreign script): still an item, as a bullet.
    stop = max(block.marker.end - block.start, 1)
    sign = view.text[:stop].strip()
    rest = len(view.text) - len(view.text[stop:].lstrip())
    return Marker(0, len(sign), rest, sign, (Reading(Family.BULLET, "", (), sign),)) if sign else None


def _quoted(texts: list[str]) -> frozenset[int]:
    """Indexes of paragraphs inside a quotation that began earlier: their markers are not the document's."""
    inside: set[int] = set()
    begun: int | None = None
    for index, words in enumerate(texts):
        odd = words.count('"') % 2 == 1
        if begun is None:
            begun = index if odd and words.startswith('"') else None
        elif odd or index - begun > _QUOTES_AHEAD:
            if odd:
                inside.update(range(begun + 1, index + 1))
            begun = None
    return frozenset(inside)


def _contents(texts: list[str]) -> frozenset[int]:
    """Indexes of the lines of a table of contents (mục lục): leaders and a page, or a page behind its own heading."""
    found: set[int] = set()
    under = False
    for index, words in enumerate(texts):
        if _LEADERS.search(words) or (under and _PAGE.search(words)):
            found.add(index)
        elif words:
            under = bool(_CONTENTS.fullmatch(words)) or (under and words.lower() in {"trang", "nội dung"})
    return frozenset(found)
