"""Source -> PDF of tables that go over a page end: lines moved on the second page, the head not repeated."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from source import Cell, Grid, Source

from renditions.layout import widths
from renditions.pdf.printing import printed
from renditions.word.form import USUAL, heading_rows, laid, written
from renditions.word.page import Look, put, saved

# Of its width by which the column before the moved line is made smaller: the line stands in the words of the first page.
_MOVED = 0.35
_FEWEST = 6  # rows of a table that is parted; a smaller one stands on one page


def as_shifted(source: Source) -> bytes:
    """Each long table parted in its middle, inside a cell over several rows where it has one; the head is not repeated."""
    return printed(saved(written(source, replace(USUAL, grid=_parted))))[0]


def _parted(document: Any, told: Grid) -> None:
    shares = widths(told)
    first = heading_rows(told)
    if len(told.rows) - first < _FEWEST:
        laid(document, told, shares)
        return
    at = _break(told, (first + len(told.rows)) // 2)
    laid(document, _upper(told, at), shares)
    # Between two tables that touch LibreOffice sees one; a line of one point is not seen.
    put(document, "", Look(size=1)).paragraph_format.page_break_before = True
    laid(document, _lower(told, at), _moved(shares))


def _break(told: Grid, middle: int) -> int:
    """The row to begin the page: the second of the cell over several rows that is next to the middle, else the middle."""
    inside = [
        cell.row for cell in (cell for row in told.rows for cell in row) if cell.row_span > 1 and not cell.heading
    ]
    return min(inside, key=lambda row: abs(row - middle), default=middle)


def _upper(told: Grid, at: int) -> Grid:
    rows = (
        tuple(replace(cell, row_span=min(cell.row_span, at + 1 - cell.row)) for cell in row) for row in told.rows[:at]
    )
    return replace(told, rows=tuple(rows))


def _lower(told: Grid, at: int) -> Grid:
    """The rows from the break on; what a cell over the break has left is an empty cell."""
    rows = [[replace(cell, row=cell.row - at) for cell in row] for row in told.rows[at:]]
    for cell in (cell for row in told.rows[:at] for cell in row if cell.row + cell.row_span - 1 > at):
        rows[0].append(Cell("", 1, cell.column, cell.row + cell.row_span - 1 - at, cell.column_span))
    return replace(told, rows=tuple(tuple(sorted(row, key=lambda cell: cell.column)) for row in rows))


def _moved(shares: list[float]) -> list[float]:
    """The line behind the middle column moved into it: in tables of tasks that of the leading body, mostly."""
    column = (len(shares) - 1) // 2
    by = shares[column] * _MOVED
    return [share + by * ((place == column + 1) - (place == column)) for place, share in enumerate(shares)]
