"""A grid whose column borders move from row to row -> the same grid, each cell under its own heading.

Word and PDF keep every border of every row: where one is set elsewhere in the lower rows, the grid has a
column that no row means, and a cell over it would stand under two headings.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import product

from vnplan.outline.tables.grid_words import GridWords
from vnplan.outline.tables.header_rows import is_number_row
from vnplan.readers.source import Grid, GridCell

Range = tuple[int, int]
"""First column and the one after the last."""


def straighten(table: GridWords, first: int, end: int) -> Grid:
    """The grid of ``table``, whose headings stand in rows ``[first, end)``."""
    heads = _headings(table, first, end)
    grid = table.grid
    if all(b - a == 1 for a, b in heads) and all(cell.column_span == 1 for cell in grid.cells if cell.row >= end):
        return grid
    own = {index: _own(cell, table, heads) for index, cell in enumerate(grid.cells) if cell.row >= end}
    own = {index: _widened(index, own, table, heads) for index in own}
    cells = [
        replace(cell, column=own[index][0], column_span=own[index][1] - own[index][0]) if index in own else cell
        for index, cell in enumerate(grid.cells)
    ]
    return replace(grid, cells=tuple(cells)) if tuple(cells) != grid.cells else grid


def _headings(table: GridWords, first: int, end: int) -> list[Range]:
    """The columns of each lowest heading, from left to right."""
    row = next((r for r in range(end - 1, first - 1, -1) if not is_number_row(table, r)), first)
    cells = dict.fromkeys(cell for column in range(table.grid.columns) if (cell := table.cell(row, column)))
    return [_range(cell) for cell in cells]


def _range(cell: GridCell) -> Range:
    return cell.column, cell.column + cell.column_span


def _own(cell: GridCell, table: GridWords, heads: Sequence[Range]) -> Range:
    """The columns of ``cell`` less those of a heading that it only touches, where another cell stands under it."""
    start, stop = _range(cell)
    touched = [head for head in heads if head[0] < stop and start < head[1]]
    whole = [head for head in touched if start <= head[0] and head[1] <= stop]
    if len(touched) < 2 or whole == touched:
        return start, stop
    if not whole:
        found = _nearest(cell, table, heads, touched)
        return (max(start, found[0]), min(stop, found[1])) if found else (start, stop)
    # A title that begins over the numbers of the rows is merged on purpose.
    partial = [head for head in touched if head not in whole]
    if whole == [heads[0]] or not all(_shared(cell, table, head) for head in partial):
        return start, stop
    return whole[0][0], whole[-1][1]


def _nearest(cell: GridCell, table: GridWords, heads: Sequence[Range], touched: Sequence[Range]) -> Range | None:
    """The heading over most of ``cell``; of two equal ones the one at its place, in a row with a cell for each."""
    shares = [min(cell.column + cell.column_span, b) - max(cell.column, a) for a, b in touched]
    if shares.count(max(shares)) == 1:
        return touched[shares.index(max(shares))]
    row = list(dict.fromkeys(c for column in range(table.grid.columns) if (c := table.cell(cell.row, column))))
    found = heads[row.index(cell)] if len(row) == len(heads) else None
    return found if found in touched else None


def _shared(cell: GridCell, table: GridWords, head: Range) -> bool:
    """Whether another cell of the row stands under ``head`` too."""
    beside = (table.cell(cell.row, column) for column in range(*head))
    return any(other is not None and other is not cell for other in beside)


def _widened(index: int, own: dict[int, Range], table: GridWords, heads: Sequence[Range]) -> Range:
    """The columns of a cell with those under its heading that no other cell takes in any of its rows."""
    start, stop = own[index]
    head = next((head for head in heads if head[0] <= start and stop <= head[1]), None)
    if head is None:
        return start, stop
    cell = table.grid.cells[index]
    rows = range(cell.row, min(cell.row + cell.row_span, table.grid.rows))
    taken = set(_taken(index, own, table, rows, head))
    while start > head[0] and start - 1 not in taken:
        start -= 1
    while stop < head[1] and stop not in taken:
        stop += 1
    return start, stop


def _taken(index: int, own: dict[int, Range], table: GridWords, rows: range, head: Range) -> Iterable[int]:
    """Columns under ``head`` that other cells keep in ``rows``."""
    for row, column in product(rows, range(*head)):
        other = table.covering[row][column]
        start, stop = own.get(other, (column, column + 1)) if other is not None else (column, column + 1)
        # A place that another cell gave up is free; one that no cell covered stays so.
        if other is None or (other != index and start <= column < stop):
            yield column
