"""One kind of fact, or a comparison -> CSV (RFC 4180, a heading line first); an absent value is empty."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from vnplan.export import rows
from vnplan.export.comparison.rows import to_csv
from vnplan.export.outputs import Style
from vnplan.facts import kind_named
from vnplan.models.analysis.comparison import ComparisonData
from vnplan.models.plan import PlanData

_TASKS = "tasks"
"""Tasks have a row of their own for people: with who does what in it (:data:`vnplan.export.rows.TASK_COLUMNS`)."""


def facts(found: Iterable[PlanData], out: IO[str], style: Style) -> None:
    """The facts of one kind of all plans."""
    if style.facts == _TASKS:
        out.write(rows.tasks_csv(task for plan in found for task in plan.tasks))
    else:
        rows.write_facts(kind_named(style.facts), found, out)


def comparison(found: ComparisonData, out: IO[str], _: Style) -> None:
    """A row a matter and plan."""
    out.write(to_csv(found))
