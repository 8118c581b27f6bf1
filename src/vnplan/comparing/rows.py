"""Matters while they are being found: which tasks they hold, and by what terms they are looked up."""

from __future__ import annotations

import math
from collections import Counter, defaultdict

from vnplan.comparing.items import Item, cosine

_CENTRAL_WEIGHT = 2.0
"""The decision's own words count as much as two provinces' in what a matter is about."""
_CANDIDATES = 8
"""Matters looked at for one task, the most alike first."""
_NEAREST = 2
"""Members whose likeness to a task counts, beside the matter as a whole."""


class Rows:
    """The matters found so far; removing and adding a task keeps the index in step."""

    def __init__(self, central: int | None) -> None:
        self._central = central
        self.members: dict[int, list[Item]] = {}
        self._profile: dict[int, dict[str, float]] = {}
        self._index: defaultdict[str, set[int]] = defaultdict(set)
        self._next = 0

    def open(self, item: Item) -> int:
        """A new matter with one task."""
        row = self._next
        self._next += 1
        self.members[row] = []
        self._profile[row] = {}
        self.add(row, item)
        return row

    def add(self, row: int, item: Item) -> None:
        """Put a task to a matter."""
        self.members[row].append(item)
        profile, weight = self._profile[row], self._weight(item)
        for name, value in item.words.items():
            profile[name] = profile.get(name, 0.0) + weight * value
            self._index[name].add(row)

    def leave(self, plan: int) -> None:
        """Take the tasks of a plan out; a matter without tasks is gone."""
        for row, items in list(self.members.items()):
            if any(item.plan == plan for item in items):
                kept = [item for item in items if item.plan != plan]
                self._forget(row)
                if kept:
                    self.members[row], self._profile[row] = [], {}
                    for item in kept:
                        self.add(row, item)

    def _forget(self, row: int) -> None:
        for name in self._profile.pop(row):
            self._index[name].discard(row)
        del self.members[row]

    def _weight(self, item: Item) -> float:
        return _CENTRAL_WEIGHT if item.plan == self._central else 1.0

    def alike(self, item: Item) -> list[tuple[float, int]]:
        """The matters whose words are most like the task's: likeness, matter; best first."""
        dots: defaultdict[int, float] = defaultdict(float)
        for name, value in item.words.items():
            for row in self._index[name]:
                dots[row] += value * self._profile[row][name]
        found = [(dot / self._size(row), row) for row, dot in dots.items()]
        found.sort(key=lambda pair: (-round(pair[0], 9), pair[1]))
        return [(self._words(item, row, whole), row) for whole, row in found[:_CANDIDATES]]

    def usual(self, row: int) -> set[str]:
        """The terms that at least half of a matter's tasks have."""
        counts = Counter(name for member in self.members[row] for name in member.words)
        return {name for name, times in counts.items() if times * 2 >= len(self.members[row])}

    def _size(self, row: int) -> float:
        return math.sqrt(sum(value * value for value in self._profile[row].values()))

    def _words(self, item: Item, row: int, whole: float) -> float:
        """Likeness to the matter: its words as a whole, or its members most alike."""
        nearest = sorted((cosine(item.words, member.words) for member in self.members[row]), reverse=True)[:_NEAREST]
        return max(whole, sum(nearest) / len(nearest), nearest[0] * 0.9)
