"""A wide cell of a grid and the lines in it -> a cell for each column below, where the words keep to the columns.

A line across columns is a heading over those whose own headings all stand below it: it gets a row of its own.
"""

from __future__ import annotations

from dataclasses import dataclass

from vnplan.readers.pdf.page import PageLine, RawCell, RawGrid
from vnplan.readers.pdf.words.lines import join

_TOP = 3
"""Rows of a grid that may hold headings: a title of up to two rows may stand above them."""
_TOUCH = 2.0
"""Points by which words may stick out of their column, and a line stand in the one above."""

Columns = list[tuple[int, int]]
"""By cell below: its first column and the one after its last."""


@dataclass(slots=True)
class _Parent:
    """A heading over ``columns[first:end]``."""

    first: int
    end: int
    lines: list[PageLine]


def part(grid: RawGrid, cell: RawCell, rows: list[list[PageLine]]) -> bool:
    """Put the cells that ``cell`` is by its words, ``rows`` of lines with wide gaps, in ``grid``; False: it is one."""
    if cell.row >= _TOP or cell.column_span < 2 or cell.row_span > 1:
        return False
    columns = _columns_below(grid, cell)
    found: list[list[PageLine]] = [[] for _ in columns]
    across: list[PageLine] = []
    for line in (line for row in rows for line in row):
        place = _place(grid, columns, line)
        (across if place is None else found[place]).append(line)
    # The numbers of the rows, or notes, may have no heading.
    if sum(map(bool, found)) < max(2, len(columns) - 1):
        return False
    parents = _parents(grid, columns, found, across)
    if parents is None:
        return False
    _put(grid, cell, columns, found, parents)
    return True


def _columns_below(grid: RawGrid, cell: RawCell) -> Columns:
    """Columns of the cells under ``cell``, in the one of the next rows that parts most of them."""
    end = cell.column + cell.column_span
    best: Columns = []
    for row in range(cell.row + 1, min(cell.row + 1 + _TOP, grid.rows)):
        under = [c for c in grid.cells if c.row <= row < c.row + c.row_span and cell.column <= c.column < end]
        found = sorted((c.column, c.column + c.column_span) for c in under)
        if found and found[0][0] == cell.column and found[-1][1] == end and len(found) > len(best):
            best = found
    return best


def _place(grid: RawGrid, columns: Columns, line: PageLine) -> int | None:
    """The column in which ``line`` lies whole."""
    for place, (a, b) in enumerate(columns):
        if grid.edges[a] - _TOUCH <= line.x0 and line.x1 <= grid.edges[b] + _TOUCH:
            return place
    return None


def _parents(
    grid: RawGrid, columns: Columns, found: list[list[PageLine]], across: list[PageLine]
) -> list[_Parent] | None:
    """The headings that lines ``across`` columns are; ``None`` if one is none: its columns have no words below it."""
    parents: list[_Parent] = []
    for line in across:
        free = [bool(lines) and min(x.top for x in lines) > line.bottom - _TOUCH for lines in found]
        spans = [
            (first, end)
            for first in range(len(columns))
            for end in range(first + 2, len(columns) + 1)
            if all(free[first:end])
            and grid.edges[columns[first][0]] <= line.x0 + _TOUCH
            and line.x1 - _TOUCH <= grid.edges[columns[end - 1][1]]
        ]
        if not spans:
            return None
        # A heading stands in the middle of what it heads.
        middle = line.x0 + line.x1
        first, end = min(
            spans, key=lambda s: abs(grid.edges[columns[s[0]][0]] + grid.edges[columns[s[1] - 1][1]] - middle)
        )
        same = next((p for p in parents if p.first < end and first < p.end), None)
        if same:
            same.first, same.end = min(same.first, first), max(same.end, end)
            same.lines.append(line)
        else:
            parents.append(_Parent(first, end, [line]))
    return parents


def _put(grid: RawGrid, cell: RawCell, columns: Columns, found: list[list[PageLine]], parents: list[_Parent]) -> None:
    """Replace ``cell`` by a cell a column, and one a parent in a new row above these."""
    row, deep = cell.row, bool(parents)
    level = max((line.bottom for parent in parents for line in parent.lines), default=cell.top)
    if deep:
        for other in grid.cells:
            other.row_span += other.row <= row < other.row + other.row_span and other is not cell
            other.row += other.row > row
        grid.rows += 1
        grid.levels = [*grid.levels[: row + 1], level, *grid.levels[row + 1 :]]
    made = []
    for place, ((a, b), lines) in enumerate(zip(columns, found, strict=True)):
        under = any(parent.first <= place < parent.end for parent in parents)
        top = level if under else cell.top
        own = [join([line]) for line in lines]
        x0, x1 = grid.edges[a], grid.edges[b]
        made.append(RawCell(row + under, a, 1 if under else 1 + deep, b - a, x0, top, x1, cell.bottom, own))
    for parent in parents:
        a, b = columns[parent.first][0], columns[parent.end - 1][1]
        lines = sorted(parent.lines, key=lambda line: line.top)
        made.append(RawCell(row, a, 1, b - a, grid.edges[a], cell.top, grid.edges[b], level, lines))
    kept = [other for other in grid.cells if other is not cell]
    grid.cells = sorted([*kept, *made], key=lambda c: (c.row, c.column))
