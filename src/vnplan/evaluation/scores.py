"""Items of both sides -> counts, and counts -> precision, recall and F1."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable
from typing import NamedTuple

from vnplan.evaluation.aspects.items import Both, Item
from vnplan.models.analysis.scores import Way
from vnplan.models.base import Span


class Counts(NamedTuple):
    """How many items gold has, were found, and are right."""

    gold: int = 0
    found: int = 0
    right: int = 0

    @property
    def precision(self) -> float:
        """Share of what was found; 1 where nothing was to be found and nothing was."""
        return self.right / self.found if self.found else float(not self.gold)

    @property
    def recall(self) -> float:
        """Share of gold."""
        return self.right / self.gold if self.gold else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of both."""
        return f1(self.gold, self.found, self.right)


def f1(gold: int, found: int, right: int) -> float:
    """F1 of counts; 1 where both sides are empty, 0 where only gold is.

    >>> f1(4, 4, 2)
    0.5
    """
    return 2 * right / (gold + found) if gold + found else 1.0


def total(counts: Iterable[Counts]) -> Counts:
    """The sum."""
    rows = list(counts)
    return Counts(*(sum(row[i] for row in rows) for i in range(3)))


def count(both: Both, way: Way) -> Counts | None:
    """Counts of one way; ``None`` where places are asked for and gold has none."""
    if way is Way.VALUE:
        gold, found = (Counter(item.value for item in side) for side in both)
        return Counts(gold.total(), found.total(), (gold & found).total())
    placed = [item for item in both.gold if item.span]
    if not placed and both.gold:
        return None
    read = _without_twins(both, placed)
    if way is Way.EXACT:
        sides = [Counter((_kin(item), item.span) for item in side if item.span) for side in (placed, read)]
        return Counts(len(placed), len(read), (sides[0] & sides[1]).total())
    return Counts(len(placed), len(read), _overlapping(placed, read))


def _without_twins(both: Both, placed: list[Item]) -> list[Item]:
    """The reading's items, less those that stand for an item whose place gold does not tell."""
    if len(placed) == len(both.gold):
        return both.read
    rest = Counter(item.value for item in both.gold if not item.span)
    kept = []
    for item in sorted(both.read, key=lambda item: item.span is not None):
        if rest[item.value] > 0:
            rest[item.value] -= 1
        else:
            kept.append(item)
    return kept


def _overlapping(gold: Iterable[Item], read: Iterable[Item]) -> int:
    """Pairs of equal items that overlap, each item in one pair; both sides are walked once, in text order."""
    ours, theirs = _by_kin(gold), _by_kin(read)
    pairs = 0
    for kin, spans in ours.items():
        others = theirs.get(kin, [])
        i = j = 0
        while i < len(spans) and j < len(others):
            if spans[i].start < others[j].end and others[j].start < spans[i].end:
                pairs, i, j = pairs + 1, i + 1, j + 1
            elif spans[i].end <= others[j].end:
                i += 1
            else:
                j += 1
    return pairs


def _by_kin(items: Iterable[Item]) -> dict[Hashable, list[Span]]:
    found: defaultdict[Hashable, list[Span]] = defaultdict(list)
    for item in items:
        if item.span:
            found[_kin(item)].append(item.span)
    return {kin: sorted(spans) for kin, spans in found.items()}


def _kin(item: Item) -> Hashable:
    return item.value if item.kin is None else item.kin
