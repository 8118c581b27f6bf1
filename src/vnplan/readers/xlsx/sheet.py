"""One sheet cut into blocks: titles above, letterheads, tables, remarks below."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from vnplan.readers.xlsx.values import shown

Worksheet = Any
"""An ``openpyxl`` worksheet: the library is an extra."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that shows words, at its origin; rows and columns from 1 as in the sheet, ends not included."""

    row: int
    column: int
    row_end: int
    column_end: int
    text: str
    bold: bool
    italic: bool
    centred: bool
    size: float | None
    ruled: bool


@dataclass(frozen=True, slots=True)
class Region:
    """Rows of a sheet that belong together; ``grid`` is false for cells that stand alone in their rows."""

    cells: tuple[Cell, ...]
    grid: bool
    ruled: bool | None

    def places(self) -> list[tuple[int, int, int, int]]:
        """Row, column, row span and column span of each cell, counted in the rows and columns that hold words."""
        rows = sorted({c.row for c in self.cells})
        columns = sorted({c.column for c in self.cells})
        found = []
        for cell in self.cells:
            row, column = bisect_left(rows, cell.row), bisect_left(columns, cell.column)
            spans = bisect_left(rows, cell.row_end) - row, bisect_left(columns, cell.column_end) - column
            found.append((row, column, *spans))
        return found


def cells(sheet: Worksheet) -> tuple[list[Cell], int]:
    """The cells of ``sheet`` that show words, by row, then by column, and how many characters hidden ones hold."""
    merged = {(r.min_row, r.min_col): (r.max_row + 1, r.max_col + 1) for r in sheet.merged_cells.ranges}
    columns = _hidden_columns(sheet)
    rows = {index for index, row in sheet.row_dimensions.items() if row.hidden}
    found: list[Cell] = []
    hidden = 0
    # The cells that exist: a public walk would visit every place up to the last cell, 17 thousand million at worst.
    for (row, column), cell in sorted(sheet._cells.items()):  # noqa: SLF001
        text = shown(cell.value, cell.number_format).strip()
        if not text:
            continue
        if row in rows or any(a <= column <= b for a, b in columns):
            hidden += len(text)
            continue
        row_end, column_end = merged.get((row, column), (row + 1, column + 1))
        found.append(_cell(cell, text, row_end, column_end))
    return found, hidden


def _cell(cell: Any, text: str, row_end: int, column_end: int) -> Cell:
    border, font = cell.border, cell.font
    sides = (border.left, border.right, border.top, border.bottom)
    return Cell(
        row=cell.row,
        column=cell.column,
        row_end=row_end,
        column_end=column_end,
        text=text,
        bold=bool(font.b),
        italic=bool(font.i),
        centred=cell.alignment.horizontal in ("center", "centerContinuous"),
        size=font.sz,
        ruled=any(side is not None and side.style is not None for side in sides),
    )


def _hidden_columns(sheet: Worksheet) -> list[tuple[int, int]]:
    return [(c.min, c.max) for c in sheet.column_dimensions.values() if c.hidden and c.min and c.max]


def regions(found: list[Cell]) -> Iterator[Region]:
    """Cut the cells of a sheet into tables and what stands around them.

    Where lines are drawn, they say what a table is. Where none are, the table
    goes from the first to the last row of two cells or more.
    """
    kinds: list[tuple[bool, bool | None]]
    rows = [tuple(row) for _, row in groupby(found, key=lambda c: c.row)]
    drawn = [2 * sum(c.ruled for c in row) >= len(row) for row in rows]
    if not any(drawn):
        wide = [index for index, row in enumerate(rows) if len(row) > 1]
        inside = range(wide[0], wide[-1] + 1) if wide else range(0)
        kinds = [(index in inside, None) for index in range(len(rows))]
    else:
        kinds = [(ruled or len(row) > 1, ruled) for row, ruled in zip(rows, drawn, strict=True)]
    for (grid, ruled), group in groupby(range(len(rows)), key=lambda index: kinds[index]):
        own = tuple(cell for index in group for cell in rows[index])
        yield Region(own, grid, ruled)
