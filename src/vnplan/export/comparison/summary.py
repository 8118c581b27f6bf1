"""Each plan in figures, and each cell of the coverage as a few letters."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator
from typing import Final, NamedTuple

from vnplan.models.analysis.comparison import (
    ComparedPlan,
    ComparisonData,
    CoverageState,
    Difference,
    DifferenceKind,
    Matter,
)

MARKS: Final = {
    DifferenceKind.WEAKER_DEADLINE: "T",
    DifferenceKind.OTHER_LEAD: "L",
    DifferenceKind.MISSING_OUTPUTS: "O",
}
"""Letters of the departures of a plan that has the task."""


class PlanSummary(NamedTuple):
    """One plan in figures, over the matters of the template."""

    plan: ComparedPlan
    covered: int
    matters: int
    counts: Counter[DifferenceKind]


class Cell(NamedTuple):
    """One plan in one matter."""

    state: CoverageState
    tasks: int
    differences: tuple[Difference, ...]

    @property
    def marks(self) -> str:
        """Letters of its departures, in the order of :data:`MARKS`."""
        kinds = {difference.kind for difference in self.differences}
        return "".join(mark for kind, mark in MARKS.items() if kind in kinds)


def lines(data: ComparisonData) -> Iterator[PlanSummary]:
    """Every plan but the central decision."""
    counts: defaultdict[str, Counter[DifferenceKind]] = defaultdict(Counter)
    for difference in data.differences:
        counts[difference.plan][difference.kind] += 1
    for plan in data.plans:
        if not plan.central:
            states = [cell.state for cell in data.coverage if cell.plan == plan.id]
            covered = sum(state is not CoverageState.MISSING for state in states)
            yield PlanSummary(plan, covered, len(states), counts[plan.id])


def grid(data: ComparisonData) -> Iterator[tuple[Matter, dict[str, Cell]]]:
    """The matters of the template, each with its cell of every plan but the central decision."""
    said: defaultdict[tuple[str, str], list[Difference]] = defaultdict(list)
    for difference in data.differences:
        said[difference.matter, difference.plan].append(difference)
    cells: defaultdict[str, dict[str, Cell]] = defaultdict(dict)
    for found in data.coverage:
        differences = tuple(said[found.matter, found.plan])
        cells[found.matter][found.plan] = Cell(found.state, len(found.tasks), differences)
    return ((matter, cells[matter.id]) for matter in data.matters if matter.template)
