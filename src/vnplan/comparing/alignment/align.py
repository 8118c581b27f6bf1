"""Tasks of all plans -> matters: plan by plan, then each plan once more against all others."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from vnplan.comparing.alignment.likeness import likeness, same_lead
from vnplan.comparing.alignment.matters import Rows
from vnplan.matching.items import Item, Weights
from vnplan.thresholds import SAME_MATTER, SPLIT_MATTER

# Fitted to the labelled pairs of the specimens and of the gold pack: benchmarks/fit_matters.py, thresholds.py.
_SAME = SAME_MATTER.value
_SPLIT = SPLIT_MATTER.value
_MERGED = 0.8
"""Likeness of one clause of a task from which it covers that matter too."""
_NEARLY = 0.8
"""Share of its best likeness from which a task may join another matter than its best, if that is taken."""
_ROUNDS = 2


@dataclass(slots=True)
class _Match:
    """Tasks of one plan and the matters they were put to."""

    rows: set[int]
    """Matters that have a task of the plan."""
    items: dict[int, list[int]] = field(default_factory=dict)
    """Order of the task -> its matters."""

    def put(self, order: int, row: int) -> None:
        self.rows.add(row)
        self.items.setdefault(order, []).append(row)


def align(plans: Sequence[Sequence[Item]], central: int | None) -> list[list[Item]]:
    """The matters, each with its tasks. A merged task stands in several; a split one gives several to one.

    Every plan takes its turn against the matters of those before it; then each is taken
    out and put back against all others, so that the order of plans tells next to nothing.
    """
    rows = Rows(central)
    for items in plans:
        _join(rows, items)
    for _ in range(_ROUNDS):
        for index, items in enumerate(plans):
            if index != central:
                rows.leave(index)
                _join(rows, items)
    return list(rows.members.values())


def _join(rows: Rows, items: Sequence[Item]) -> None:
    """Put the tasks of one plan to the matters; what is like none opens its own."""
    taken: set[int] = set()
    # Rows of a table are the plan's own list of tasks; duties in the text say part of it again.
    for part in ([i for i in items if i.in_table], [i for i in items if not i.in_table]):
        match = _assign(rows, part, taken)
        for item in part:
            for row in match.items.get(item.order, ()):
                rows.add(row, item)
            taken.update(match.items.get(item.order) or [rows.open(item)])


def _assign(rows: Rows, items: Sequence[Item], taken: AbstractSet[int]) -> _Match:
    """Which matters each task joins; those in ``taken`` have a task of the plan."""
    match = _Match(set(taken))
    scored = {item.order: _scored(rows, item) for item in items}
    pairs = sorted(
        (-round(score, 9), order, row)
        for order, found in scored.items()
        for score, row in found
        if score >= max(_SAME, _NEARLY * found[0][0])
    )
    for _, order, row in pairs:  # one to one, the surest first
        if order not in match.items and row not in match.rows:
            match.put(order, row)
    for negative, order, row in pairs:  # several tasks of one matter
        if order not in match.items and -negative >= _SPLIT and row == scored[order][0][1]:
            match.put(order, row)
    for item in items:  # several matters of one task
        _merge(rows, item, match)
    return match


def _scored(rows: Rows, item: Item) -> list[tuple[float, int]]:
    found = [(likeness(item, rows.first(row), words), row) for words, row in rows.alike(item)]
    return sorted(found, key=lambda pair: (-round(pair[0], 9), pair[1]))


def _merge(rows: Rows, item: Item, match: _Match) -> None:
    """Put a task that lists several things to do to the matters of its clauses."""
    for clause in item.clauses:
        for score, row in _scored(rows, item.clause(clause))[:1]:
            if (
                score >= _MERGED
                and row not in match.items.get(item.order, ())
                and _says_enough(item, clause, rows.first(row))
            ):
                match.put(item.order, row)


def _says_enough(item: Item, clause: Weights, members: Sequence[Item]) -> bool:
    """Whether a clause says enough: one word alone may be said of anything, so the lead must speak for it too."""
    return len(clause) > 1 or any(same_lead(item, member) for member in members)
