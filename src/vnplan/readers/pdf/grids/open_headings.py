"""A wide cell of a grid and the lines in it -> a cell for each column below, where the words keep to the columns."""

from __future__ import annotations

from vnplan.readers.pdf.page import PageLine, RawCell, RawGrid
from vnplan.readers.pdf.words.lines import join

TOP = 3
"""Rows of a grid that may hold headings: a title of up to two rows may stand above them."""
_TOUCH = 2.0
"""Points by which words may stick out of their column."""


def cut(grid: RawGrid, cell: RawCell, rows: list[list[PageLine]]) -> list[RawCell] | None:
    """The cells that ``cell`` is by its words, ``rows`` of lines with wide gaps between; ``None``: it is one cell."""
    if cell.row >= TOP or cell.column_span < 2 or cell.row_span > 1:
        return None
    columns = _columns_below(grid, cell)
    if len(columns) < 2:
        return None
    found: list[list[PageLine]] = [[] for _ in columns]
    for row in rows:
        for line in row:
            place = _place(grid, columns, line)
            if place is None:
                return None
            found[place].append(line)
    # The numbers of the rows, or notes, may have no heading.
    if sum(map(bool, found)) < max(2, len(columns) - 1):
        return None
    return [
        RawCell(cell.row, a, 1, b - a, grid.edges[a], cell.top, grid.edges[b], cell.bottom, [join([x]) for x in lines])
        for (a, b), lines in zip(columns, found, strict=True)
    ]


def _columns_below(grid: RawGrid, cell: RawCell) -> list[tuple[int, int]]:
    """Columns of the cells under ``cell``, in the one of the next rows that parts most of them."""
    end = cell.column + cell.column_span
    best: list[tuple[int, int]] = []
    for row in range(cell.row + 1, min(cell.row + 1 + TOP, grid.rows)):
        under = [c for c in grid.cells if c.row <= row < c.row + c.row_span and cell.column <= c.column < end]
        found = sorted((c.column, c.column + c.column_span) for c in under)
        if found and found[0][0] == cell.column and found[-1][1] == end and len(found) > len(best):
            best = found
    return best


def _place(grid: RawGrid, columns: list[tuple[int, int]], line: PageLine) -> int | None:
    """The column in which ``line`` lies whole."""
    for place, (a, b) in enumerate(columns):
        if grid.edges[a] - _TOUCH <= line.x0 and line.x1 <= grid.edges[b] + _TOUCH:
            return place
    return None
