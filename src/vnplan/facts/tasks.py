"""Tasks and the agencies that have a part in them, as rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from vnplan.facts.kind import SPAN, ColumnType, FactKind, FactRow, ends
from vnplan.identity import agency_id, home_of
from vnplan.models.agency import AgencyRef
from vnplan.models.plan import PlanData
from vnplan.models.task import Task

_TEXT, _INTEGER, _DATE, _LIST = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.DATE, ColumnType.LIST


def roles(task: Task) -> Iterable[tuple[str, tuple[AgencyRef, ...]]]:
    """Each role with its agencies."""
    return (
        ("assignee", task.assignees),
        ("lead", task.lead),
        ("coordinating", task.coordinating),
        ("approver", task.approver),
    )


def _tasks(plan: PlanData) -> Iterator[FactRow]:
    for ordinal, task in enumerate(plan.tasks):
        frame = task.timeframe
        times = (
            (frame.raw, str(frame.kind), frame.start, frame.end, frame.recurrence, frame.trigger)
            if frame
            else (None,) * 6
        )
        yield (
            task.id, ordinal, str(task.origin), str(task.zone), str(task.mode), task.no, task.group, task.group_title,
            task.title, *times, task.outputs_raw or "; ".join(task.outputs) or None, task.budget, task.note,
            list(task.references), task.section, task.table, *task.span,
        )  # fmt: skip


def _task_agencies(plan: PlanData) -> Iterator[FactRow]:
    for task in plan.tasks:
        for role, agencies in roles(task):
            for ordinal, agency in enumerate(agencies):
                identity = agency_id(agency, home_of(agency, plan.header))
                yield (task.id, role, ordinal, identity, agency.name, agency.raw, *ends(agency.span))


TASKS = FactKind(
    name="tasks",
    about="a task",
    columns={
        "task": _TEXT, "ordinal": _INTEGER, "origin": _TEXT, "zone": _TEXT, "mode": _TEXT, "no": _TEXT,
        "group_no": _TEXT, "group_title": _TEXT, "title": _TEXT, "time": _TEXT, "time_kind": _TEXT,
        "time_start": _DATE, "time_end": _DATE, "recurrence": _TEXT, "trigger": _TEXT, "outputs": _TEXT,
        "budget": _TEXT, "note": _TEXT, "cited": _LIST, "section": _TEXT, "table_id": _TEXT, **SPAN,
    },
    rows=_tasks,
)  # fmt: skip
TASK_AGENCIES = FactKind(
    name="task_agencies",
    about="an agency with its part in a task: ``assignee``, ``lead``, ``coordinating`` or ``approver``",
    columns={
        "task": _TEXT, "role": _TEXT, "ordinal": _INTEGER, "agency": _TEXT, "name": _TEXT, "raw": _TEXT, **SPAN,
    },
    rows=_task_agencies,
)  # fmt: skip
