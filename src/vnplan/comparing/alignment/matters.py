"""Matters while they are being found: which tasks they hold, and by what terms they are looked up."""

from __future__ import annotations

import math
from collections import defaultdict

from vnplan.matching.items import Item, Weights, cosine

_CENTRAL_WEIGHT = 2.0
"""The decision's own words count as much as two provinces' in what a matter is about."""
_CANDIDATES = 8
"""Matters looked at closely for one task, the most alike first."""
_VISITED = 3000
"""Entries of the index read for one task, those of its rarest terms first, so that time stays linear in many plans."""
_MEMBERS = 12
"""Members of a matter that a task is held against one by one, the first to come (the decision's before all)."""
_NOTHING = 1e-9
"""What is left of a weight that was put in and taken out again."""


class Rows:
    """The matters found so far; adding and removing a task keeps the index in step."""

    def __init__(self, central: int | None) -> None:
        self._central = central
        self.members: dict[int, list[Item]] = {}
        self._profile: dict[int, Weights] = {}
        self._size: dict[int, float] = {}
        self._index: defaultdict[str, dict[int, None]] = defaultdict(dict)
        self._rows: defaultdict[int, dict[int, None]] = defaultdict(dict)
        """Plan -> its matters; dicts keep the order of coming, which sets do not promise."""
        self._next = 0

    def open(self, item: Item) -> int:
        """A new matter with one task."""
        row = self._next
        self._next += 1
        self.members[row], self._profile[row] = [], {}
        self.add(row, item)
        return row

    def add(self, row: int, item: Item) -> None:
        """Put a task to a matter."""
        self.members[row].append(item)
        self._rows[item.plan][row] = None
        for name in item.words:
            self._index[name][row] = None
        self._weigh(row, item, 1.0)

    def leave(self, plan: int) -> None:
        """Take the tasks of a plan out; a matter without tasks is gone."""
        for row in self._rows.pop(plan, {}):
            gone = [item for item in self.members[row] if item.plan == plan]
            self.members[row] = [item for item in self.members[row] if item.plan != plan]
            for item in gone:
                self._weigh(row, item, -1.0)
            if not self.members[row]:
                del self.members[row], self._profile[row], self._size[row]

    def _weigh(self, row: int, item: Item, sign: float) -> None:
        """Add to the matter's words, or take from them."""
        profile = self._profile[row]
        weight = sign * (_CENTRAL_WEIGHT if item.plan == self._central else 1.0)
        for name, value in item.words.items():
            left = profile.get(name, 0.0) + weight * value
            if left > _NOTHING:
                profile[name] = left
            elif name in profile:
                del profile[name]
                del self._index[name][row]
        self._size[row] = math.sqrt(sum(value * value for value in profile.values()))

    def alike(self, item: Item) -> list[tuple[float, int]]:
        """The matters whose words as a whole are most like the task's: likeness, matter.

        Single members do not count: by them matters that are only near each other grow together.
        """
        dots: defaultdict[int, float] = defaultdict(float)
        visited = 0
        for name in sorted(item.words, key=lambda name: (len(self._index[name]), name)):
            rows = self._index[name]
            visited += len(rows)
            if visited > _VISITED and dots:
                break
            for row in rows:
                dots[row] += item.words[name] * self._profile[row][name]
        found = sorted((-round(dot / self._size[row], 9), row) for row, dot in dots.items())
        return [(cosine(item.words, self._profile[row]) / self._size[row], row) for _, row in found[:_CANDIDATES]]

    def first(self, row: int) -> list[Item]:
        """The members that stand for a matter where each costs time."""
        return self.members[row][:_MEMBERS]
