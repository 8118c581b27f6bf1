"""The two sides that are compared: gold and a reading whose places were carried into the gold's text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from difflib import SequenceMatcher
from functools import cached_property
from typing import TypeVar

from vnplan.evaluation.aspects.names import Names, fold
from vnplan.evaluation.aspects.places import Carrier, trim
from vnplan.evaluation.gold import GoldDocument, GoldTask
from vnplan.evaluation.reading import Reading
from vnplan.models.base import Span

_ALIKE = 0.85
"""Share of equal letters from which two titles are of one row: damage and cut ends pass, another row does not."""
_LENGTHS = 0.6
"""A title shorter than that share of the other is not looked at further; it could not be as alike."""
_T = TypeVar("_T")
Pairs = dict[int, int]
"""Index of a member of the reading -> index of the member of gold that it is."""


class Sides:
    """One gold document and one reading of it."""

    def __init__(self, gold: GoldDocument, reading: Reading) -> None:
        self.gold, self.reading = gold, reading
        self.names = Names(gold.header.province if gold.header else None)

    @cached_property
    def _carrier(self) -> Carrier | None:
        if self.gold.text is None or self.reading.text is None:
            return None
        return Carrier(self.gold.text, self.reading.text)

    def ours(self, span: Span | None) -> Span | None:
        """A place of gold, as it is compared."""
        return trim(span, self.gold.text) if span and self.gold.text is not None else None

    def theirs(self, span: Span | None) -> Span | None:
        """A place of the reading, in the gold's text."""
        return self._carrier.carry(span) if span and self._carrier else None

    @cached_property
    def rows(self) -> Pairs:
        """Tasks of the same title, the likeliest first; equal titles go by number, group and order."""
        ours, theirs = self.gold.tasks or (), self.reading.tasks or ()
        return _matched(ours, theirs, lambda i, j: _row_likeness(ours[i], theirs[j]))

    @cached_property
    def duties(self) -> Pairs:
        """Duties of overlapping places, the largest overlap first; without places those of the same words."""
        ours, theirs = self.gold.duties or (), self.reading.duties or ()
        here, there = [self.ours(d.span) for d in ours], [self.theirs(d.span) for d in theirs]

        def likeness(i: int, j: int) -> float:
            a, b = here[i], there[j]
            if a and b:
                return overlap(a, b) / max(a.end - a.start, b.end - b.start)
            return _likeness(ours[i].title, theirs[j].title)

        return _matched(ours, theirs, likeness)


def overlap(one: Span, other: Span) -> int:
    """How many characters two places share."""
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _matched(ours: Sequence[_T], theirs: Sequence[_T], likeness: Callable[[int, int], float]) -> Pairs:
    """One to one, the likeliest pair first, of equal pairs the one whose places in the order are nearest."""
    known = ((likeness(i, j), i, j) for i in range(len(ours)) for j in range(len(theirs)))
    best = sorted((-like, abs(i - j), i, j) for like, i, j in known if like > 0)
    taken: set[int] = set()
    pairs: Pairs = {}
    for *_, i, j in best:
        if i not in taken and j not in pairs:
            taken.add(i)
            pairs[j] = i
    return pairs


def _row_likeness(one: GoldTask, other: GoldTask) -> float:
    like = _likeness(one.title, other.title)
    # Small enough to tell only equal titles apart: likenesses differ by more than a letter of a thousand.
    same = (fold(one.no) == fold(other.no)) + (fold(one.group) == fold(other.group))
    return like + same * 1e-4 if like else 0.0


def _likeness(one: str, other: str) -> float:
    """0 where two titles are not of one piece of work."""
    a, b = fold(one), fold(other)
    if a == b:
        return 1.0
    if min(len(a), len(b)) < _LENGTHS * max(len(a), len(b)):
        return 0.0
    matcher = SequenceMatcher(None, a, b, autojunk=False)
    if matcher.real_quick_ratio() < _ALIKE or matcher.quick_ratio() < _ALIKE:
        return 0.0
    ratio = matcher.ratio()
    return ratio if ratio >= _ALIKE else 0.0
