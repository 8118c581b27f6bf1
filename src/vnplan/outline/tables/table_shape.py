"""The shape of one grid: header, columns, rows, role."""

from __future__ import annotations

from vnplan.models.base import Span
from vnplan.outline.shapes import ColumnShape, RowShape, TableShape
from vnplan.outline.tables.column_roles import column_shapes, table_role
from vnplan.outline.tables.grid_words import read_words
from vnplan.outline.tables.header_rows import header_rows, headings
from vnplan.outline.tables.moved_borders import straighten
from vnplan.outline.tables.row_kinds import row_kinds
from vnplan.outline.tables.wide_headings import cut_headings
from vnplan.readers.source import Grid
from vnplan.text.search_text import SearchText


def shape_grid(
    text: SearchText, grid: Grid, caption: tuple[Span, ...] = (), before: TableShape | None = None
) -> TableShape:
    """Shape ``grid``; one without headings goes on with the columns of the table ``before`` if it is as wide."""
    grid = cut_headings(text, grid)
    table = read_words(text, grid)
    first, end = header_rows(table)
    if first < end and (straight := straighten(table, first, end)) is not grid:
        grid, table = straight, read_words(text, straight)
    columns: tuple[ColumnShape, ...]
    if first == end and before and len(before.columns) == grid.columns:
        columns = before.columns
    else:
        columns = column_shapes(table, headings(table, range(first, end)), end)
    kinds = row_kinds(table, columns, (0, end))
    rows = tuple(RowShape(kind, tuple(cell for cell, _ in table.starting(row))) for row, kind in enumerate(kinds))
    return TableShape(grid, table_role(columns), caption, columns, rows)
