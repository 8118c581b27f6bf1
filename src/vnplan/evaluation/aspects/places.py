"""Spans of a reading's text -> spans of the gold text, by the words that both have."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from functools import cached_property

from vnplan.evaluation.aspects.alignment import align
from vnplan.models.base import Span
from vnplan.text.fold import fold_marks

_WORD = re.compile(r"\w+")
# Letters that recognition takes for one another look alike here, so that damaged words still find their place.
_ALIKE = str.maketrans({"l": "i", "1": "i", "j": "i", "|": "i", "0": "o", "q": "o", "5": "s", "8": "b"})
_HOLE = 3
"""Words that may be missing inside a place: a page number, a damaged word."""
_HOLE_SHARE = 4
"""Of a long place a quarter of its words may be missing at one spot: a line that recognition lost."""


def skeleton(word: str) -> str:
    """A word without what scans and keyboards spoil: marks, case, look-alike letters.

    >>> skeleton("Uỷ") == skeleton("ủy"), skeleton("1ập") == skeleton("lập")
    (True, True)
    """
    return fold_marks(word).translate(_ALIKE).replace("rn", "m")


def trim(span: Span, text: str) -> Span:
    """The span without blanks and punctuation at its ends; as it is where it holds no word."""
    words = text[slice(*span)]
    first = _WORD.search(words)
    if first is None:
        return span
    last = len(words)
    while not (words[last - 1].isalnum() or words[last - 1] == "_"):
        last -= 1
    return Span(span.start + first.start(), span.start + last)


class Carrier:
    """Carries spans from one text into another; both texts are aligned once."""

    def __init__(self, gold: str, read: str) -> None:
        self._gold, self._read = gold, read

    @cached_property
    def _words(self) -> tuple[list[Span], list[Span], list[int | None]]:
        ours = [Span(*m.span()) for m in _WORD.finditer(self._gold)]
        theirs = [Span(*m.span()) for m in _WORD.finditer(self._read)]
        partners = align(
            [skeleton(self._gold[slice(*word)]) for word in ours],
            [skeleton(self._read[slice(*word)]) for word in theirs],
        )
        return ours, theirs, partners

    def carry(self, span: Span) -> Span | None:
        """The same words in the gold text, trimmed; ``None`` where it does not have them."""
        if self._gold == self._read:
            return trim(span, self._gold)
        ours, theirs, partners = self._words
        first = bisect_right(theirs, span.start, key=lambda word: word.end)
        last = bisect_left(theirs, span.end, key=lambda word: word.start)
        found = sorted(p for p in partners[first:last] if p is not None)
        if not found:
            return None
        low, high = _densest(found)
        start, end = ours[low].start, ours[high].end
        # A span that begins or ends inside a word (50% of 50%) does so in the gold text, where the word is the same.
        if partners[first] == low and self._same(first, low):
            start += max(0, span.start - theirs[first].start)
        if partners[last - 1] == high and self._same(last - 1, high):
            end -= max(0, theirs[last - 1].end - span.end)
        return Span(start, end)

    def _same(self, read: int, gold: int) -> bool:
        ours, theirs, _ = self._words
        return ours[gold].end - ours[gold].start == theirs[read].end - theirs[read].start


def _densest(places: list[int]) -> tuple[int, int]:
    """The longest stretch of word places without a hole: words that went astray leave a span where the most are."""
    best = run = (places[0], places[0])
    size = most = 1
    hole = max(_HOLE, len(places) // _HOLE_SHARE)
    for before, place in zip(places, places[1:], strict=False):
        near = place - before <= hole + 1
        run, size = ((run[0], place), size + 1) if near else ((place, place), 1)
        if size > most:
            best, most = run, size
    return best
