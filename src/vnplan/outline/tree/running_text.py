"""Running paragraphs, whose line ends are lost, cut at the markers inside them.

A place in the middle of a line is a marker only as far as the whole text
bears it out: ``2.`` where ``1.`` stands open, a heading in capitals before it, the
end of a sentence before it. All places are weighed together, as markers of
separate lines are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import Final, NamedTuple

from vnplan.grammar.headings.heading_ends import usual_heading
from vnplan.grammar.markers import costs, item_markers
from vnplan.grammar.markers.item_markers import Family, Marker
from vnplan.grammar.markers.sequence_costs import Charge, Rule
from vnplan.grammar.markers.sequence_paths import Rival
from vnplan.grammar.markers.sequence_search import Candidate, resolve
from vnplan.lexicon.patterns import Letters, any_of
from vnplan.lexicon.rows import Context
from vnplan.lexicon.rows import Family as Words
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic
from vnplan.outline.tree import close_calls
from vnplan.readers.source import Block, Paragraph
from vnplan.text.numerals import ROMAN, SMALL_ROMAN
from vnplan.text.search_text import SearchText
from vnplan.text.view import View


def _printed(means: str) -> str:
    return any_of(Words.FORMULA, Context.PROSE, means=means, letters=Letters.PRINTED)


def _owner(kind: str) -> str:
    return any_of(Words.FORMULA, Context.PROSE, means="number_owner", trait=kind)


# TP. 1 is no item, nor is a degree and the initial behind it.
_DEGREES = rf"(?:tp|{any_of(Words.FORMULA, means='degree')})"
# Where a marker may begin: cheap, so that the grammar looks at few places of a long line.
_SIGN = r"\d{1,2}\ufe0f?\u20e3|[\u2460-\u2473]"
_CLOSED = rf"\(?(?:\d{{1,3}}(?:\.\d{{1,2}})*[a-zđ]?|{ROMAN}|{SMALL_ROMAN}|[A-Za-zĐđ]) ?[.)/-]"
_DOTTED = r"(?:\d{1,2}\.){1,3}\d{1,2} "
_KEYWORD = rf"(?:{_printed('part')}|{_printed('named_item')}) (?:\d|[tTsS]|{ROMAN})"
_PLACE = re.compile(rf"(?<!\S)(?={_SIGN}|{_CLOSED}|{_DOTTED}|{_KEYWORD})")
# Words that a number behind them belongs to: `khoản 1.`, `số 12.`, `khóa XI.`, `Phụ lục I.`
_PARTS = any_of(Words.FORMULA, Context.PROSE, means="part")
_OWNER = re.compile(
    rf"""
    (?: \b {_owner("inside")} | \b {_DEGREES} \.? ) \ ? \Z
  | \b {_PARTS} \  (?: \d{{1,3}}[a-zđ]? | {SMALL_ROMAN} | [a-zđ] ) ,? \  \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
# ... and words that may as well end a heading: `các cấp`, `kế hoạch 5 năm`.
_MAYBE_OWNER = re.compile(rf"\b{_owner('maybe')} ?\Z", re.IGNORECASE)
EXAMPLES: Final = {
    "_OWNER": (
        ("theo khoản ", "tại Phụ lục ", "TS. ", "nêu tại khoản 2, "),
        ("nêu quan điểm ", "kết quả ", "các xã làm "),
    ),
}
"""Pattern -> words in front of a number that it finds, words that it does not find."""
_SENTENCE_END = re.compile(r"[.;:!?…][\"')\]]* \Z|\) \Z|\"\s?\Z|\A\Z")
_BULLET = re.compile(r"(?<!\S)(?=[-+*•▪●] )")
_NAME_DASH = re.compile(any_of(Words.FORMULA, Context.PROSE, means="after_dash", letters=Letters.SENTENCE))
_TWO_WORDS = re.compile(r"[^\W\d_]{2,}[,;]? [^\W\d_]{2,}")
_HEADING_LONGEST = 120
"""Characters between a marker and the first dash below it: a heading has up to two printed lines."""
# Bounded, because many quote marks are left open.
_QUOTATION = re.compile(r"(?<![^\s(])\"(?=\S)[^\"]{1,1500}\"")
_SHORT_QUOTE = 200
"""Characters: a quoted name, motto or phrase; what is longer is quoted text with items of its own."""

MISSED = 2.7
"""A number inside a line that was left as prose by less than this is remarked on: it may repeat or skip a number."""


_COUNTED = frozenset({Family.UPPER, Family.ROMAN, Family.ARABIC, Family.DECIMAL, Family.LETTER})
"""Markers that a heading may follow; `khoản 2 Điều 7.` is no such."""


@dataclass(frozen=True, slots=True)
class _MarkerPlace:
    block: int
    marker: Marker
    candidate: Candidate


class Cut(NamedTuple):
    """Blocks with running paragraphs cut at the markers inside them."""

    blocks: tuple[Block, ...]
    weighed: dict[int, Candidate]
    """What speaks for each marker inside a line, by its position."""
    diagnostics: tuple[Diagnostic, ...]
    """Places that were left as prose, but only just."""


def split(text: SearchText, blocks: tuple[Block, ...]) -> Cut:
    """Cut running paragraphs (line ends lost) at the markers inside them."""
    if not any(isinstance(b, Paragraph) and b.running for b in blocks):
        return Cut(blocks, {}, ())
    views = {i: b.view(text) for i, b in enumerate(blocks) if isinstance(b, Paragraph)}
    places = [
        place
        for index, view in views.items()
        for place in (_inside(index, view) if _is_running(blocks[index]) else _in_front(index, view))
    ]
    resolution = resolve(place.candidate for place in places)
    accepted: dict[int, list[Marker]] = {}
    weighed: dict[int, Candidate] = {}
    for place, choice in zip(places, resolution.choices, strict=True):
        if choice:
            accepted.setdefault(place.block, []).append(place.marker)
            if _is_running(blocks[place.block]):
                weighed[views[place.block].position(place.marker.start)] = place.candidate
    found: list[Block] = []
    for index, block in enumerate(blocks):
        if isinstance(block, Paragraph) and block.running:
            found += _cut(block, _starts(views[index], accepted.get(index, [])))
        else:
            found.append(block)
    labels = [place.marker.label for place in places]
    spans = [views[place.block].span(place.marker.start, place.marker.end) for place in places]
    # What became an item is remarked on when the tree is built.
    missed = tuple(i for i, choice in enumerate(resolution.choices) if choice is None and _nearly(resolution.rivals[i]))
    return Cut(tuple(found), weighed, close_calls.notes(labels, spans, replace(resolution, close=missed)))


def _nearly(rivals: tuple[Rival, ...]) -> bool:
    return bool(rivals) and rivals[0].margin < MISSED


def _starts(view: View, accepted: list[Marker]) -> list[int]:
    starts = {m.start for m in accepted} | set(_bullets(view.text, accepted))
    return [view.position(start) for start in sorted(starts) if start]


def _is_running(block: Block) -> bool:
    return isinstance(block, Paragraph) and block.running


def _in_front(index: int, view: View) -> Iterator[_MarkerPlace]:
    marker = item_markers.read_marker(view.text)
    if marker and not marker.bullet:
        yield _MarkerPlace(index, marker, Candidate(marker.readings, costs.COSTS.inside_strong))


def _inside(index: int, view: View) -> Iterator[_MarkerPlace]:
    text = view.text
    end = rest = 0
    quotes = _quotations(text)
    quote = next(quotes, None)
    for match in _PLACE.finditer(text):
        at = match.start()
        while quote and quote.end <= at:
            quote = next(quotes, None)
        if at < end or (quote and quote.start < at):
            continue
        marker = item_markers.read_marker(text, at)
        if marker is None or marker.bullet or _is_heading(text, marker, behind=at == rest):
            continue
        if marker.readings[0].mark == "()" and text[marker.rest : marker.rest + 1].islower():
            continue  # "kiểm tra: (1) bến xe; (2) nhà ga": parts of one sentence
        # 24 characters hold the two or three words that may own a number.
        before = text[max(0, at - 24) : at]
        end = marker.end
        rest = marker.rest if marker.readings[0].family in _COUNTED and not _OWNER.search(before) else 0
        yield _MarkerPlace(index, marker, _weigh(text, marker, before))


def _quotations(text: str) -> Iterator[Span]:
    """Quotations whose numbers are not the document's: those that begin with a marker, and short ones."""
    for match in _QUOTATION.finditer(text):
        if len(match[0]) <= _SHORT_QUOTE or item_markers.read_marker(text, match.start() + 1):
            yield Span(*match.span())


def _is_heading(text: str, marker: Marker, *, behind: bool) -> bool:
    """`MỤC TIÊU 1.` in capitals, and `Nội dung 1.` right behind `II.`, are a heading and the item below it."""
    named = marker.readings[0].family is Family.NAMED
    return named and (behind or text[marker.start : marker.end].isupper())


def _weigh(text: str, marker: Marker, before: str) -> Candidate:
    """How strongly the words on both sides speak for a marker."""
    behind = text[marker.rest : marker.rest + 1]
    known = costs.COSTS
    accept = known.figure_behind if behind.isdigit() else known.small_letter_behind
    if behind.isupper() or behind in {'"', ""}:
        accept = 0.0
    if _OWNER.search(before):
        return Candidate(marker.readings, known.inside_owned, _charge(known.owned))
    words = before.split()
    capitals = bool(words) and words[-1].isupper() and len(words[-1]) > 1
    first = marker.readings[0]
    # `1.1. Sở` is no number of a sentence; `tăng 1.5 lần` has no closing mark.
    decimal = first.family is Family.DECIMAL and not first.doubt and accept == 0.0
    title = first.family is Family.ROMAN and _in_capitals(text, marker.rest)
    if _SENTENCE_END.search(before) or capitals or decimal or title:
        return Candidate(marker.readings, known.inside_strong, _charge(accept))
    if _MAYBE_OWNER.search(before):
        return Candidate(marker.readings, known.inside_weak, _charge(accept + known.maybe_owned))
    if before.rstrip()[-1:] in {",", "(", "-", "/"}:
        return Candidate(marker.readings, known.inside_behind_sign, _charge(accept + known.sign_before))
    bracket = first.mark in {")", "()", "keycap"}
    skip = known.inside_bracket if bracket else known.inside_weak
    return Candidate(marker.readings, skip, _charge(accept + known.mid_sentence))


def _in_capitals(text: str, at: int) -> bool:
    """The next two words are capitals: a heading, where `V. Nguyễn` is a name."""
    words = _TWO_WORDS.match(text, at)
    return words is not None and words[0].isupper()


def _charge(cost: float) -> tuple[Charge, ...]:
    return ((Rule.INSIDE_LINE, cost),)


def _bullets(text: str, numbered: list[Marker]) -> Iterator[int]:
    """Dashes that begin an item: behind the end of a sentence, or the first behind a heading that others follow."""
    own = {at for m in numbered for at in range(m.start, m.rest)}  # `II - NHIỆM VỤ`: the dash closes the marker
    rests = iter([*(m.rest for m in numbered), len(text) + 1])
    heading, following = 0, next(rests)
    waiting: int | None = None  # first dash behind a heading, not yet borne out
    for match in _BULLET.finditer(text):
        at = match.start()
        while at >= following:
            heading, following, waiting = following, next(rests), None
        # Behind the dash and its blank.
        right = text[at + 2 : at + 3]
        if at in own or not (right.isupper() or right.isdigit() or right == '"') or _NAME_DASH.match(text, at + 2):
            continue
        between = text[heading:at]
        # The mark, a bracket, a quote and a blank.
        if _SENTENCE_END.search(text[max(0, at - 4) : at]):
            if waiting is not None:
                yield waiting
                waiting = None
            yield at
        elif heading and len(between) <= _HEADING_LONGEST and not re.search(r"[.:]", between):
            if usual_heading(between.strip()) or between.isupper():
                yield at
            elif waiting is None:
                waiting = at


def _cut(block: Paragraph, positions: list[int]) -> list[Block]:
    """Cut before each of ``positions``, in one pass."""
    found: list[Block] = []
    bounds = [*positions, block.end]
    pieces, lines = list(reversed(block.pieces)), list(reversed(block.lines))
    for bound in bounds:
        own, own_lines = _until(pieces, bound), _until(lines, bound)
        if own:
            found.append(replace(block, pieces=tuple(own), lines=tuple(own_lines)))
    return found


def _until(spans: list[Span], bound: int) -> list[Span]:
    """Take from the stack ``spans`` what lies before ``bound``."""
    own = []
    while spans and spans[-1].start < bound:
        span = spans.pop()
        if span.end > bound:
            spans.append(Span(bound, span.end))
            span = Span(span.start, bound)
        own.append(span)
    return own
