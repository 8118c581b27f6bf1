"""Lines of tables of money (dự toán, kinh phí) as rows: one a sum."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.facts.kind import SPAN, ColumnType, FactKind, FactNode, FactRow, shown
from vnplan.models.plan import PlanData

_TEXT, _INTEGER = ColumnType.TEXT, ColumnType.INTEGER


def _rows(plan: PlanData) -> Iterator[FactRow]:
    for line in plan.budgets:
        for ordinal, amount in enumerate(line.amounts) if line.amounts else ((None, None),):
            yield (
                line.id, ordinal, line.no, line.group, line.group_title, line.title, line.total,
                amount.column if amount else None, amount.raw if amount else None, amount.dong if amount else None,
                amount.unit if amount else None, line.source, line.table, *(amount.span if amount else line.span),
            )  # fmt: skip


def _nodes(plan: PlanData) -> Iterator[FactNode]:
    for line in plan.budgets:
        known = [amount.dong for amount in line.amounts if amount.dong is not None]
        attributes: dict[str, str | int | None] = {
            "no": line.no,
            "source": line.source,
            "dong": known[0] if len(known) == 1 else None,  # several columns are no one sum
        }
        yield FactNode(line.id, line.title, line.span, attributes)


BUDGETS = FactKind(
    name="budgets",
    about="a sum of a line of a table of money, in whole đồng where that can be told",
    columns={
        "line": _TEXT, "ordinal": _INTEGER, "no": _TEXT, "group_no": _TEXT, "group_title": _TEXT, "title": _TEXT,
        "total": ColumnType.TRUTH, "heading": _TEXT, "raw": _TEXT, "dong": _INTEGER, "unit": _TEXT, "source": _TEXT,
        "table_id": _TEXT, **SPAN,
    },
    rows=_rows,
    titles={"en": "Budget", "vi": "Kinh phí"},
    shown=shown(
        no=("No.", "TT"), title=("What for", "Nội dung"), heading=("Of", "Cột"), raw=("Sum", "Số tiền"),
        dong=("Đồng", "Đồng"), source=("From", "Nguồn"),
    ),
    nodes=_nodes,
)  # fmt: skip
