"""Remarks on a document as rows."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.facts.kind import SPAN, ColumnType, FactKind, FactRow, ends
from vnplan.models.plan import PlanData

_TEXT = ColumnType.TEXT


def _rows(plan: PlanData) -> Iterator[FactRow]:
    for remark in plan.diagnostics:
        yield (remark.code, str(remark.severity), remark.message, *ends(remark.span))


DIAGNOSTICS = FactKind(
    name="diagnostics",
    about="a remark on a document",
    columns={"code": _TEXT, "severity": _TEXT, "message": _TEXT, **SPAN},
    rows=_rows,
)
