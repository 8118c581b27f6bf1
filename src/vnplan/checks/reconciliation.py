"""Duties in prose held against the rows of the plan's own tables."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from vnplan.diagnostics import note
from vnplan.matching.items import Item, cosine, items_of, leaders
from vnplan.models.agency import AgencyRef
from vnplan.models.analysis.reconciliation import Matched, Reconciliation
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.plan import PlanData
from vnplan.models.task import Task, TaskMode
from vnplan.thresholds import SAME_DUTY, SURE_CONFLICT

_SAME = SAME_DUTY.value
_LEAD = 0.12
"""What the same agency in the lead adds."""
_SURE = SURE_CONFLICT.value
_TELLING = 4
"""Terms that one clause of a duty must have to stand for it."""


def reconcile(plan: PlanData) -> Reconciliation:
    """Match every duty of ``plan`` in prose with the row of its tables that says the same, where one does."""
    (items,) = items_of([plan])
    rows = [item for item in items if item.in_table]
    duties = [item for item in items if not item.in_table and item.task.mode is not TaskMode.REPORTING]
    pairs = [(duty, found) for duty in duties if (found := _best(duty, rows))]
    both = tuple(
        Matched(prose=duty.task.id, row=row.task.id, score=round(score, 3), leads_agree=_agree(duty.task, row.task))
        for duty, (score, row) in pairs
    )
    told, said = {pair.prose for pair in both}, {pair.row for pair in both}
    return Reconciliation(
        both=both,
        prose_only=tuple(duty.task.id for duty in duties if duty.task.id not in told),
        table_only=tuple(row.task.id for row in rows if row.task.id not in said),
        diagnostics=tuple(_conflicts((duty.task, row.task) for duty, (_, row) in pairs)),
    )


def _best(duty: Item, rows: Sequence[Item]) -> tuple[float, Item] | None:
    scored = [(score, -row.order, row) for row in rows if (score := _likeness(duty, row)) >= _SAME]
    return max(((score, row) for score, _, row in scored), key=lambda s: (s[0], -s[1].order), default=None)


def _likeness(duty: Item, row: Item) -> float:
    """By the words of the whole or of one clause of the duty; the lead tells apart what words leave close."""
    whole = cosine(duty.words, row.words)
    addressed, leading = _names(leaders(duty.task)), _names(row.task.lead)
    alike = bool(addressed & leading)
    if addressed and leading and not alike:
        return whole if whole >= _SURE else 0.0
    parts = (cosine(clause, row.words) for clause in duty.clauses if len(clause) >= _TELLING)
    words = max(whole, *parts, 0.0)
    return min(1.0, words + _LEAD * alike) if words else 0.0


def _agree(duty: Task, row: Task) -> bool | None:
    if not duty.lead or not row.lead:
        return None
    return bool(_names(duty.lead) & _names(row.lead))


def _conflicts(pairs: Iterator[tuple[Task, Task]]) -> Iterator[Diagnostic]:
    for duty, row in pairs:
        if _agree(duty, row) is False:
            yield note(
                DiagnosticCode.LEAD_CONFLICT,
                duty.span,
                row.span,
                row=row.id.partition("#")[2],
                said=", ".join(ref.name for ref in duty.lead),
                listed=", ".join(ref.name for ref in row.lead),
            )


def _names(refs: Sequence[AgencyRef]) -> set[str]:
    return {ref.id or ref.name for ref in refs}
