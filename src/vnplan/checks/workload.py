"""How much of a plan falls to each body."""

from __future__ import annotations

from collections import Counter, defaultdict

from vnplan.checks.reconciliation import reconcile
from vnplan.matching.parts import parts_of
from vnplan.models.agency import AgencyRef
from vnplan.models.analysis.reconciliation import Workload
from vnplan.models.plan import PlanData
from vnplan.models.task import TaskMode


def workload(plan: PlanData) -> tuple[Workload, ...]:
    """One entry a body or group, the busiest first.

    A duty in prose that a row of a table says too counts once for an agency that has a part in both. A group counts
    as itself and never for its members, nor a member for its group.
    """
    rows_of = {pair.prose: pair.row for pair in reconcile(plan).both}
    parts: dict[str, dict[str, str]] = defaultdict(dict)  # agency -> matter -> strongest part
    refs: dict[str, AgencyRef] = {}
    asked: Counter[str] = Counter()
    for task in sorted(plan.tasks, key=lambda t: t.id in rows_of):  # rows first: they say most
        matter = rows_of.get(task.id, task.id)
        for name, (ref, part) in parts_of(task).items():
            refs.setdefault(name, ref)
            if matter in parts[name]:
                continue
            parts[name][matter] = part
            asked[name] += task.mode is TaskMode.REQUESTED
    order = {task.id: place for place, task in enumerate(plan.tasks)}
    found = []
    for name, matters in parts.items():
        counts = Counter(matters.values())
        found.append(
            Workload(
                agency=refs[name].name,
                id=refs[name].id,
                collective=refs[name].collective,
                lead=counts["lead"],
                assigned=counts["assigned"],
                coordinating=counts["coordinating"],
                requested=asked[name],
                tasks=tuple(sorted(matters, key=order.__getitem__)),
            )
        )
    return tuple(sorted(found, key=lambda w: (-len(w.tasks), -w.lead, w.agency)))
