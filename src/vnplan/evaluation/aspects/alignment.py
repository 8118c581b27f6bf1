"""The words of two texts -> which word is which, whatever was moved, damaged or left out.

Runs of words that occur once in both texts anchor first, wherever they stand, the longest before the shorter; what
lies between two anchors is aligned in order. Work grows with the length of the texts, not with its square.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher
from itertools import pairwise

_RUNS = (12, 6, 4, 3, 2, 1)
"""Lengths in words of the runs that anchor. Of three words most are unique in a plan; one is the last resort."""
_TELLING = 3
"""Words: shorter runs anchor only after the neighbours of longer ones were aligned, which say more than rarity."""
_GAP = 400
"""Words: the longest stretch between two anchors that is aligned in order, which takes the square of it in time."""
_LIKE = 0.5
"""Share of equal letters from which two words that stand in the same place are one word, damaged."""


def align(gold: Sequence[str], read: Sequence[str]) -> list[int | None]:
    """For each word of ``read`` the index of the same word in ``gold``, or ``None``.

    >>> align(["a", "b", "c", "d"], ["c", "d", "x", "a", "b"])
    [2, 3, None, 0, 1]
    """
    pairs = _Pairs(gold, read)
    for length in _RUNS:
        pairs.anchor(length)
        if length == _TELLING:
            pairs.fill()
    pairs.fill()
    return pairs.of_read


class _Pairs:
    """Words paired so far, both ways."""

    def __init__(self, gold: Sequence[str], read: Sequence[str]) -> None:
        self.gold, self.read = gold, read
        self.of_gold: list[int | None] = [None] * len(gold)
        self.of_read: list[int | None] = [None] * len(read)

    def anchor(self, length: int) -> None:
        """Pair free runs that occur as often in both texts, in their order, and what is equal around them."""
        ours, theirs = _runs(self.gold, self.of_gold, length), _runs(self.read, self.of_read, length)
        for run, places in theirs.items():
            if len(places) == len(ours.get(run, ())) and (len(places) == 1 or length == 1):
                for g, r in zip(ours[run], places, strict=True):
                    self._grow(g, r)

    def _grow(self, g: int, r: int) -> None:
        """Pair two words and their equal free neighbours on both sides."""
        if not self._pair(g, r):
            return
        for step in (1, -1):
            i, j = g + step, r + step
            while 0 <= i < len(self.gold) and 0 <= j < len(self.read) and self.gold[i] == self.read[j]:
                if not self._pair(i, j):
                    break
                i, j = i + step, j + step

    def _pair(self, g: int, r: int) -> bool:
        if self.of_gold[g] is not None or self.of_read[r] is not None:
            return False
        self.of_gold[g], self.of_read[r] = r, g
        return True

    def fill(self) -> None:
        """Align in order what lies between paired words that follow each other in both texts."""
        edges = [-1, *(i for i, r in enumerate(self.of_gold) if r is not None), len(self.gold)]
        for before, after in pairwise(edges):
            left = -1 if before < 0 else self.of_gold[before]
            right = len(self.read) if after == len(self.gold) else self.of_gold[after]
            if after - before > 1 and left is not None and right is not None:
                self._between((before + 1, after), (left + 1, right))

    def _between(self, ours: tuple[int, int], theirs: tuple[int, int]) -> None:
        if not 0 < theirs[1] - theirs[0] <= _GAP or ours[1] - ours[0] > _GAP:
            return
        a, b = self.gold[slice(*ours)], self.read[slice(*theirs)]
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
            if tag == "equal" or (tag == "replace" and i2 - i1 == j2 - j1):
                for i, j in zip(range(i1, i2), range(j1, j2), strict=True):
                    if tag == "equal" or SequenceMatcher(None, a[i], b[j]).ratio() >= _LIKE:
                        self._pair(ours[0] + i, theirs[0] + j)


def _runs(words: Sequence[str], paired: Sequence[int | None], length: int) -> dict[tuple[str, ...], list[int]]:
    """Each run of free words -> where it starts."""
    found: defaultdict[tuple[str, ...], list[int]] = defaultdict(list)
    for start in _free(paired, length):
        found[tuple(words[start : start + length])].append(start)
    return found


def _free(paired: Sequence[int | None], length: int) -> Iterator[int]:
    """Starts of ``length`` words of which none is paired yet."""
    run = 0
    for index, partner in enumerate(paired):
        run = run + 1 if partner is None else 0
        if run >= length:
            yield index - length + 1
