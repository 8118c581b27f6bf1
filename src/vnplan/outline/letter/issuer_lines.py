"""The lines over the number: which agency issues, and which agency stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.gazetteer.provinces import find_province
from vnplan.grammar.letter.roles import PieceRole
from vnplan.grammar.letter.signing_titles import TITLE
from vnplan.lexicon.patterns import Letters, any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.models.base import Span
from vnplan.outline.letter.lines import Unit
from vnplan.outline.shapes import Piece
from vnplan.text.fold import fold_case

# The noun that an agency's name begins with, and what scans leave of Ủy ban.
_BODY = rf"(?:{any_of(Family.AGENCY_NOUN, Context.LETTERHEAD)}|[ủu]?[yỷỳ]\s?ban(?!\w))"
_STARTS = re.compile(_BODY)
# Two agencies typed on one line: the one above names its province before the other starts.
_SECOND = re.compile(
    rf"(?:(?:ủy ban nhân dân|ubnd)\s(?:tỉnh|thành phố|tp\.?)|tỉnh ủy|thành ủy)\s(?:\S+\s){{1,5}}?(?={_BODY}\s\w)"
)
_INNER = re.compile(rf"\s+(?={_BODY}\s\w)")
_HANGING = re.compile(r"(?:\b(?:VÀ|CỦA|VỀ|BAN|CHỈ ĐẠO|DÂN)|[-–,])\Z")

# A dispatch of the head alone names him over his agency: CHỦ TỊCH / ỦY BAN NHÂN DÂN / TỈNH X.
_SPEAKER = re.compile(rf"{TITLE}\Z", re.IGNORECASE)
_SHORT = re.compile(
    rf"{any_of(Family.AGENCY_NOUN, Context.LETTERHEAD, trait='abbreviation', letters=Letters.CAPITALS)}\Z"
)

_Line = tuple[str, tuple[Span, ...]]


def name_pieces(lines: list[tuple[Unit, int, int]]) -> tuple[Piece, ...]:
    """Join name lines (unit, start, end of its words) into agencies: the last is the issuer, others stand above it."""
    bodies: list[list[_Line]] = []
    for words, where in (part for line in lines for part in _split(*line)):
        if bodies and (
            _SPEAKER.match(bodies[-1][-1][0]) or _is_begun(bodies[-1]) or not _opens(bodies[-1][-1][0], words)
        ):
            bodies[-1].append((words, where))
        else:
            bodies.append([(words, where)])
    out = []
    for number, body in enumerate(bodies):
        role = PieceRole.ISSUER if number == len(bodies) - 1 else PieceRole.PARENT
        out.append(Piece(role, tuple(span for _, where in body for span in where)))
    return tuple(out)


def _is_begun(body: list[_Line]) -> bool:
    """A name whose wrap left one word on its first line (``ỦY`` over ``BAN NHÂN DÂN``)."""
    return " " not in " ".join(words for words, _ in body) and not _SHORT.match(body[0][0])


def _opens(above: str, words: str) -> bool:
    both = f"{fold_case(above)} {fold_case(words)}"  # MÔI over TRƯỜNG is no school
    return _STARTS.match(both, len(above) + 1) is not None and _HANGING.search(above.upper()) is None


def _second(words: str) -> int:
    """Where on one line a second agency begins, behind the place that ends the name of the first; 0 for nowhere."""
    folded = fold_case(words)
    if second := _SECOND.match(folded):
        return second.end()
    if not _STARTS.match(folded):
        return 0
    for inner in _INNER.finditer(folded):
        before = words[: inner.start()].split()
        # Names of provinces have one to four syllables (Bà Rịa - Vũng Tàu has five words with its dash).
        if any(find_province(" ".join(before[-size:]), None) for size in range(1, 6) if size < len(before)):
            return inner.end()
    return 0


def _split(unit: Unit, start: int, end: int) -> Iterator[_Line]:
    """The lines of a stretch, and two agencies on one line apart."""
    edges = [start, *(b for b in unit.breaks if start < b < end), end]
    for begin, stop in zip(edges, edges[1:], strict=False):
        words = unit.words[begin:stop]
        cut = begin + _second(words)
        if cut > begin:
            yield unit.words[begin:cut].rstrip(), unit.part(begin, cut)
        yield unit.words[cut:stop].rstrip(), unit.part(cut, stop)
