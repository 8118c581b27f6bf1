"""Tasks and other facts as rows: CSV, and the rows that frames are made of."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable
from typing import IO, Final

from vnplan.facts.kind import FactKind
from vnplan.identity import plan_id
from vnplan.models.agency import AgencyRef
from vnplan.models.plan import PlanData
from vnplan.models.task import Task

Value = str | int | None

JOINT: Final = "; "
"""Between several values in one field; no canonical name holds it."""

TASK_COLUMNS: Final = (
    "id", "origin", "zone", "mode", "no", "group", "group_title", "title", "assignees", "lead", "coordinating",
    "persons", "time", "time_kind", "time_start", "time_end", "approver", "outputs", "budget", "note", "references",
    "table", "section", "start", "end",
)  # fmt: skip
"""Columns of the task table; ``start`` and ``end`` are the span in ``plan.text``."""


def task_row(task: Task) -> dict[str, Value]:
    """One task by the names of :data:`TASK_COLUMNS`; what the document does not say is ``None``."""
    frame = task.timeframe
    return {
        "id": task.id,
        "origin": str(task.origin),
        "zone": str(task.zone),
        "mode": str(task.mode),
        "no": task.no,
        "group": task.group,
        "group_title": task.group_title,
        "title": task.title,
        "assignees": names(task.assignees),
        "lead": names(task.lead),
        "coordinating": names(task.coordinating),
        "persons": JOINT.join(task.persons) or None,
        "time": frame.raw if frame else None,
        "time_kind": str(frame.kind) if frame else None,
        "time_start": frame.start.isoformat() if frame and frame.start else None,
        "time_end": frame.end.isoformat() if frame and frame.end else None,
        "approver": names(task.approver),
        "outputs": task.outputs_raw or JOINT.join(task.outputs) or None,
        "budget": task.budget,
        "note": task.note,
        "references": JOINT.join(task.references) or None,
        "table": task.table,
        "section": task.section,
        "start": task.span.start,
        "end": task.span.end,
    }


def names(bodies: Iterable[AgencyRef]) -> str | None:
    """Canonical names in one field."""
    return JOINT.join(body.name for body in bodies) or None


def tasks_csv(tasks: Iterable[Task]) -> str:
    """Tasks of one or more plans as CSV (RFC 4180, a heading line first); an absent value is empty."""
    out = io.StringIO(newline="")
    writer = csv.DictWriter(out, TASK_COLUMNS)
    writer.writeheader()
    writer.writerows(task_row(task) for task in tasks)
    return out.getvalue()


def write_facts(kind: FactKind, plans: Iterable[PlanData], out: IO[str]) -> None:
    """The facts of one kind of plans as CSV, each row led by the id of its plan; lists are joined."""
    writer = csv.writer(out)
    writer.writerow(("plan", *kind.columns))
    for plan in plans:
        identity = plan_id(plan.header, plan.source.sha256)
        for row in kind.rows(plan):
            writer.writerow((identity, *(JOINT.join(map(str, v)) if isinstance(v, list) else v for v in row)))
