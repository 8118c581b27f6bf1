"""Tables of data; letterheads and signature blocks laid out as tables are not here."""

from __future__ import annotations

from enum import StrEnum

from vnplan.models.base import Model, Span


class TableRole(StrEnum):
    """What a table is for."""

    ASSIGNMENT = "assignment"
    TARGET = "target"
    BUDGET = "budget"
    OTHER = "other"


class RowKind(StrEnum):
    """What a row is."""

    HEADER = "header"
    GROUP = "group"
    DATA = "data"
    TOTAL = "total"


class Column(Model):
    """One column.

    ``role`` is from the rows of ``lexicon/data`` (roles, columns), or ``body`` where the heading names a body and the
    cells mark its part (``CT``, ``PH``, ``x``), or ``None``.
    """

    heading: str
    role: str | None = None


class Cell(Model):
    """One cell at its origin; a merged cell stands once, with its spans in rows and columns."""

    text: str
    """Paragraphs joined by a line feed, line wraps undone."""
    spans: tuple[Span, ...]
    """Where its words stand, in reading order; empty for an empty cell."""
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1


class Row(Model):
    """One row, its cells from left to right."""

    kind: RowKind
    cells: tuple[Cell, ...]


class Table(Model):
    """One table, stitched over page breaks."""

    id: str
    """``T1``, ``T2``, ... in document order."""
    caption: str | None = None
    role: TableRole = TableRole.OTHER
    columns: tuple[Column, ...] = ()
    rows: tuple[Row, ...] = ()
    span: Span
