"""A comparison as rows: one row a matter and plan, for CSV and frames."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Final

from vnplan.models.analysis.comparison import ComparedTask, ComparisonData, Coverage, Difference, Matter

Value = str | int | float | bool | None

JOINT: Final = "; "
"""Between the values of several tasks in one field."""

COLUMNS: Final = (
    "matter", "title", "central_task", "template", "plan", "label", "number", "date", "state", "tasks", "titles",
    "lead", "time", "due", "outputs", "score", "differences", "expected",
)  # fmt: skip


def rows_of(data: ComparisonData) -> Iterator[dict[str, Value]]:
    """Matter by matter: a row for each plan that has a task, and in the template for each that has none."""
    states: dict[tuple[str, str], Coverage] = {(cell.plan, cell.matter): cell for cell in data.coverage}
    said: defaultdict[tuple[str, str], list[Difference]] = defaultdict(list)
    for difference in data.differences:
        said[difference.plan, difference.matter].append(difference)
    tasks = {task.id: task for task in data.tasks}
    for matter in data.matters:
        members = defaultdict(list)
        for member in matter.members:
            members[member.plan].append(member)
        for plan in data.plans:
            cell, own = states.get((plan.id, matter.id)), members.get(plan.id, [])
            if own or cell:
                differences = said[plan.id, matter.id]
                yield {
                    **_matter(matter),
                    "plan": plan.id,
                    "label": plan.label,
                    "number": plan.number,
                    "date": plan.date.isoformat() if plan.date else None,
                    "state": "central" if plan.central else cell.state.value if cell else "own",
                    **_tasks([tasks[member.task] for member in own]),
                    "score": max((member.score for member in own), default=None),
                    "differences": JOINT.join(d.kind.value for d in differences) or None,
                    "expected": JOINT.join(f"{d.kind.value}: {d.expected}" for d in differences if d.expected) or None,
                }


def _matter(matter: Matter) -> dict[str, Value]:
    return {
        "matter": matter.id,
        "title": matter.title,
        "central_task": matter.central,
        "template": matter.template,
    }


def _tasks(tasks: list[ComparedTask]) -> dict[str, Value]:
    return {
        "tasks": _joined(task.id for task in tasks),
        "titles": _joined(task.title for task in tasks),
        "lead": _joined(name for task in tasks for name in task.lead),
        "time": _joined(task.time for task in tasks),
        "due": max((task.due.isoformat() for task in tasks if task.due), default=None),
        "outputs": _joined(task.outputs for task in tasks),
    }


def _joined(values: Iterable[str | None]) -> str | None:
    return JOINT.join(dict.fromkeys(filter(None, values))) or None


def to_csv(data: ComparisonData) -> str:
    """The rows as CSV (RFC 4180, a heading line first); an absent value is empty."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, COLUMNS)
    writer.writeheader()
    writer.writerows(rows_of(data))
    return out.getvalue()
