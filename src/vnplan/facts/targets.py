"""Targets (chỉ tiêu) as rows: one a value, so that years and districts can be compared."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.facts.kind import SPAN, ColumnType, FactKind, FactNode, FactRow, shown
from vnplan.models.plan import PlanData
from vnplan.models.target import Target, TargetValue

_TEXT, _DATE, _NUMBER = ColumnType.TEXT, ColumnType.DATE, ColumnType.NUMBER


def _rows(plan: PlanData) -> Iterator[FactRow]:
    for target in plan.targets:
        for ordinal, value in enumerate(target.values) if target.values else ((None, None),):
            yield _row(target, ordinal, value)


def _row(target: Target, ordinal: int | None, value: TargetValue | None) -> FactRow:
    period = value.period if value else None
    return (
        target.id, ordinal, target.no, target.group, target.group_title, target.title, target.unit,
        "; ".join(ref.name for ref in target.lead) or None, "; ".join(ref.name for ref in target.coordinating) or None,
        value.column if value else None, period.start if period else None, period.end if period else None,
        value.raw if value else None, value.value if value else None, value.upper if value else None,
        str(value.bound) if value and value.bound else None, target.note, target.table,
        *(value.span if value else target.span),
    )  # fmt: skip


def _nodes(plan: PlanData) -> Iterator[FactNode]:
    for target in plan.targets:
        last = target.values[-1] if target.values else None
        yield FactNode(
            target.id,
            target.title,
            target.span,
            {"no": target.no, "unit": target.unit, "value": last.raw if last else None},
            (*target.lead, *target.coordinating),
        )


TARGETS = FactKind(
    name="targets",
    about="a value of a target; a target without values is one row",
    columns={
        "target": _TEXT, "ordinal": ColumnType.INTEGER, "no": _TEXT, "group_no": _TEXT, "group_title": _TEXT,
        "title": _TEXT, "unit": _TEXT, "lead": _TEXT, "coordinating": _TEXT, "heading": _TEXT, "period_start": _DATE,
        "period_end": _DATE, "raw": _TEXT, "value": _NUMBER, "upper": _NUMBER, "bound": _TEXT, "note": _TEXT,
        "table_id": _TEXT, **SPAN,
    },
    rows=_rows,
    titles={"en": "Targets", "vi": "Chỉ tiêu"},
    shown=shown(
        no=("No.", "TT"), title=("Target", "Chỉ tiêu"), unit=("Unit", "Đơn vị tính"), heading=("Of", "Cột"),
        raw=("Value", "Giá trị"), lead=("Lead", "Chủ trì"),
    ),
    nodes=_nodes,
)  # fmt: skip
