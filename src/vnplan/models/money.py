"""Sums of money (kinh phí) of tables and tasks."""

from __future__ import annotations

from vnplan.models.base import Model, Span


class Amount(Model):
    """One sum as printed, and in whole đồng where its unit is told."""

    raw: str
    dong: int | None = None
    """Whole đồng; ``None`` where the number or its unit cannot be told."""
    unit: str | None = None
    """The unit that the number counts, as printed: in the cell, its heading or above the table (``triệu đồng``)."""
    column: str | None = None
    """Heading of its column; ``None`` in running text."""
    span: Span


class BudgetLine(Model):
    """One row of a table of money (dự toán, kinh phí)."""

    id: str
    """Table id, ``/``, number (``~2`` for a repeat)."""
    no: str | None = None
    group: str | None = None
    group_title: str | None = None
    title: str
    total: bool = False
    """True for a row that sums up others: leave it out of sums."""
    amounts: tuple[Amount, ...] = ()
    source: str | None = None
    """Where the money comes from, as printed, of a column that says so in words."""
    table: str
    span: Span
