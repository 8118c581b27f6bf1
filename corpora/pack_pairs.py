"""``pack/pairs.toml`` and the gold it points to -> plans of the pack and labels, as read and as annotated.

As read: parsed from one rendition each, what the parser leaves out being missed. As annotated: the same plans with the
tasks of the gold in place of those read, so that only the comparison can go wrong.
"""

from __future__ import annotations

import tomllib
from collections import Counter
from typing import Any

from pack_places import PACK, gold_of, places
from task_pairs import Label, label

import vnplan
from vnplan.evaluation.gold import GoldDocument, GoldDuty, GoldTask
from vnplan.identity import plan_id
from vnplan.mentions.resolution import resolve_agency
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.plan import PlanData
from vnplan.models.table import RowKind
from vnplan.models.task import Task, TaskMode, TaskOrigin, TaskZone, TimeFrame, TimeKind
from vnplan.text.fold import fold_key

FORMS = {
    "bo-nnmt-402-qd-bnnmt-2025": "docx-merged.docx",
    "can-tho-156-kh-ubnd-2025": "docx-auto.docx",
    "hung-yen-88-kh-ubnd-2025": "txt-cells.txt",
}
"""The rendition that each document is read from."""
ALIKE = 0.5
"""Share of common words from which a task read is the one annotated ..."""
WITHIN = 0.9
"""... or share of the annotated words that stand in it, where the parser takes several duties for one."""


def labelled() -> dict[str, Any]:
    """The file as written."""
    return tomllib.loads((PACK / "pairs.toml").read_text("utf-8"))


def plans() -> dict[str, PlanData]:
    """The plans as read."""
    return {name: vnplan.parse(PACK / name / f"{name}.{form}") for name, form in FORMS.items()}


def annotated(read: dict[str, PlanData]) -> dict[str, PlanData]:
    """The plans with the text and the tasks of the gold."""
    return {name: _annotated(name, plan) for name, plan in read.items()}


def labels(read: dict[str, PlanData]) -> list[Label]:
    """Every label with the task read that it names."""
    found = []
    for plan, tasks in labelled()["tasks"].items():
        gold = places(plan)
        found += [label(plan, key, matters, _task(read[plan], gold[key])) for key, matters in tasks.items()]
    return found


def labels_annotated(plans: dict[str, PlanData]) -> list[Label]:
    """Every label with the task made from its gold."""
    return [
        label(plan, key, matters, _id(plans[plan], key))
        for plan, tasks in labelled()["tasks"].items()
        for key, matters in tasks.items()
    ]


def _id(plan: PlanData, key: str) -> str:
    return f"{plan_id(plan.header, plan.source.sha256)}#{key}"


def _task(plan: PlanData, gold: GoldTask | GoldDuty) -> str | None:
    """The task read whose words are most like those annotated; rows only of tables, duties only of prose."""
    origin = TaskOrigin.TABLE if isinstance(gold, GoldTask) else TaskOrigin.BODY
    wanted = Counter(fold_key(gold.title).split())
    best: tuple[float, str] | None = None
    for task in plan.tasks:
        words = Counter(fold_key(task.title).split())
        common = (wanted & words).total()
        alike = common / max(1, (wanted | words).total())
        if task.origin is origin and (alike >= ALIKE or common >= WITHIN * wanted.total()):
            best = max(best or (0.0, ""), (alike, task.id))
    return best[1] if best else None


def _annotated(name: str, plan: PlanData) -> PlanData:
    gold = gold_of(name)
    tasks = tuple(_made(_id(plan, key), plan, gold, one) for key, one in places(name).items())
    return PlanData(**dict(plan) | {"text": gold.text, "tasks": tasks})


def _made(identity: str, plan: PlanData, gold: GoldDocument, one: GoldTask | GoldDuty) -> Task:
    """A task with what the gold tells of it."""
    span = one.span or Span(0, 0)
    cited = {c.key: None for c in gold.citations or () if span.start <= c.span.start and c.span.end <= span.end}
    in_table = isinstance(one, GoldTask)
    return Task(
        id=identity,
        origin=TaskOrigin.TABLE if in_table else TaskOrigin.BODY,
        zone=TaskZone.BODY,
        mode=TaskMode.ASSIGNED if in_table else one.mode,
        title=one.title,
        group_title=_group(gold, one) if in_table else None,
        assignees=() if in_table else _bodies(plan, one.assignees),
        lead=_bodies(plan, one.lead),
        coordinating=_bodies(plan, one.coordinating),
        approver=_bodies(plan, one.approver) if in_table else (),
        timeframe=TimeFrame(raw=one.time, kind=one.time_kind or TimeKind.OTHER) if one.time else None,
        outputs_raw=one.outputs,
        references=tuple(cited),
        span=span,
    )


def _group(gold: GoldDocument, task: GoldTask) -> str | None:
    """The words of the nearest group row above."""
    rows = next((table.rows for table in gold.tables or () if table.id == task.table), ())
    above = [row for row in rows[: task.row] if row.kind is RowKind.GROUP]
    return " ".join(cell.text for cell in above[-1].cells) if above else None


def _bodies(plan: PlanData, names: tuple[str, ...]) -> tuple[AgencyRef, ...]:
    """The bodies of the register by their official names; one that it does not know keeps its name."""
    header = plan.header
    found = [(name, resolve_agency(name, province=header.province, on=header.date).agency) for name in names]
    return tuple(agency or AgencyRef(raw=name, name=name) for name, agency in found)
