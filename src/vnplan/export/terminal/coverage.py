"""A comparison in figures: each plan, then the matters by plans."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.export.comparison import summary
from vnplan.export.terminal.columns import columns
from vnplan.models.analysis.comparison import ComparisonData, CoverageState, DifferenceKind

_LONGEST_TITLE = 64
"""Characters of a matter's title, so that a matrix of a dozen plans fits a wide terminal."""


def blocks(found: ComparisonData, width: int) -> Iterator[str]:
    """Each plan in figures, then the matters by plans."""
    central = next((plan for plan in found.plans if plan.central), None)
    if central:
        yield f"Measured by {central.number or central.label}, {central.label}\n"
    heads = ("Plan", "Number", "Covered", *(kind.value.replace("_", " ").capitalize() for kind in DifferenceKind))
    lines = [
        (line.plan.label, line.plan.number, f"{line.covered}/{line.matters}", *(line.counts[k] for k in DifferenceKind))
        for line in summary.lines(found)
    ]
    yield columns(heads, lines, width)
    plans = [plan for plan in found.plans if not plan.central]
    signs = {CoverageState.OWN: "#", CoverageState.MERGED: "+", CoverageState.MISSING: "."}
    rows = [
        (matter.id, _short(matter.title), *(signs[cells[p.id].state] + cells[p.id].marks for p in plans))
        for matter, cells in summary.grid(found)
    ]
    yield columns(("", "Matter", *(plan.label for plan in plans)), rows, width)
    yield "# own task, + merged with other matters, . missing; T weaker deadline, L other lead, O no output"


def _short(title: str) -> str:
    return title if len(title) <= _LONGEST_TITLE else f"{title[: _LONGEST_TITLE - 1].rstrip()}…"
