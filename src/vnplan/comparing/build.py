"""Aligned tasks -> the data of a comparison."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from vnplan.comparing.alignment.align import align
from vnplan.comparing.alignment.phrases import member_of
from vnplan.comparing.central_decision import find_central
from vnplan.comparing.differences.departures import differences_of
from vnplan.identity import plan_id
from vnplan.matching.items import Item, items_of, leaders
from vnplan.models.analysis.comparison import (
    ComparedPlan,
    ComparedTask,
    ComparisonData,
    Coverage,
    CoverageState,
    Matter,
)
from vnplan.models.plan import PlanData


@dataclass(frozen=True, slots=True)
class Sheet:
    """Plans in the order of their columns, each with its tasks made ready, and the aligned rows."""

    plans: tuple[PlanData, ...]
    ids: tuple[str, ...]
    central: int | None
    rows: tuple[tuple[Item, ...], ...]
    """``Item.plan`` is the index of its column."""


def build(given: Sequence[PlanData]) -> ComparisonData:
    """Compare plans; one given twice counts once."""
    sheet = _sheet(given)
    matters = tuple(_matter(sheet, number, row) for number, row in enumerate(sheet.rows, 1))
    tasks = {task.id: task for index, plan in enumerate(sheet.plans) for task in _tasks(sheet.ids[index], plan)}
    return ComparisonData(
        plans=tuple(_plan(sheet, index) for index in range(len(sheet.plans))),
        tasks=tuple(tasks.values()),
        matters=matters,
        coverage=tuple(_coverage(sheet, matters)),
        differences=tuple(differences_of(sheet.ids, sheet.central, matters, sheet.rows)),
    )


def _sheet(given: Sequence[PlanData]) -> Sheet:
    unique = {plan_id(plan.header, plan.source.sha256): plan for plan in reversed(given)}
    ids = tuple(dict.fromkeys(plan_id(plan.header, plan.source.sha256) for plan in given))
    plans = tuple(unique[identity] for identity in ids)
    central = find_central(plans)
    # The decision first, then the fullest plans: matters are opened by those who tell most. Ids break ties,
    # so that the order in which plans are given does not tell.
    order = sorted(range(len(plans)), key=lambda i: (i != central, -len(plans[i].tasks), ids[i]))
    aligned = align(items_of([plans[i] for i in order]), None if central is None else 0)
    column = dict(enumerate(order))
    rows = [tuple(sorted(row, key=lambda item: (column[item.plan], item.order))) for row in aligned]
    moved = [tuple(item.moved(column[item.plan]) for item in row) for row in rows]
    return Sheet(plans, ids, central, tuple(sorted(moved, key=lambda row: _place(row, central, ids))))


def _place(row: Sequence[Item], central: int | None, ids: Sequence[str]) -> tuple[bool, int, int, str, int]:
    """The decision's matters in its order, tables before text; then what most plans have."""
    own = [item for item in row if item.plan == central]
    first = min(own or row, key=lambda item: (not item.in_table, ids[item.plan], item.order))
    shared = 0 if own else -len({item.plan for item in row})
    return (not own, shared, int(not first.in_table), "" if own else ids[first.plan], first.order)


def _plan(sheet: Sheet, index: int) -> ComparedPlan:
    plan = sheet.plans[index]
    header = plan.header
    issuer = header.issuer.name if header.issuer else None
    return ComparedPlan(
        id=sheet.ids[index],
        label=header.province or issuer or plan.source.name,
        source=plan.source.name,
        number=header.number.key if header.number else None,
        date=header.date,
        province=header.province,
        central=index == sheet.central,
    )


def _tasks(plan: str, data: PlanData) -> list[ComparedTask]:
    return [
        ComparedTask(
            id=task.id,
            plan=plan,
            title=task.title,
            no=task.no,
            group_title=task.group_title,
            lead=tuple(dict.fromkeys(ref.name for ref in leaders(task))),
            time=task.timeframe.raw if task.timeframe else None,
            due=task.timeframe.end if task.timeframe else None,
            outputs=task.outputs_raw or "; ".join(task.outputs) or None,
            span=task.span,
        )
        for task in data.tasks
    ]


def _matter(sheet: Sheet, number: int, row: tuple[Item, ...]) -> Matter:
    own = min((i for i in row if i.plan == sheet.central), key=lambda i: (not i.in_table, i.order), default=None)
    others = len(sheet.plans) - (sheet.central is not None)
    having = len({item.plan for item in row if item.plan != sheet.central})
    title = own or min(row, key=lambda item: (not item.in_table, len(item.task.title), sheet.ids[item.plan]))
    return Matter(
        id=f"M{number}",
        title=title.task.title,
        central=own.task.id if own else None,
        template=own is not None or (having >= 2 and having * 2 >= others),
        members=tuple(member_of(item, row, sheet.plans, sheet.ids, sheet.central) for item in row),
    )


def _coverage(sheet: Sheet, matters: Sequence[Matter]) -> list[Coverage]:
    times: defaultdict[str, int] = defaultdict(int)
    for matter in matters:
        for member in matter.members:
            times[member.task] += 1
    found = []
    for matter in matters:
        for index, plan in enumerate(sheet.ids):
            if index != sheet.central and matter.template:
                tasks = tuple(member.task for member in matter.members if member.plan == plan)
                state = CoverageState.OWN if any(times[t] == 1 for t in tasks) else CoverageState.MERGED
                found.append(
                    Coverage(plan=plan, matter=matter.id, state=state if tasks else CoverageState.MISSING, tasks=tasks)
                )
    return found
