"""HTML tables to grids: row and column spans resolved as browsers do it."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from vnplan.models.base import Span
from vnplan.readers.source import Block, Grid, GridCell, Paragraph

# Bounds on what an attribute may claim, far above any real table (the widest seen has 34 columns):
# without them one <td colspan=1000000 rowspan=1000000> would ask for 10^12 places.
_MAX_COLUMN_SPAN = 200
_MAX_ROW_SPAN = 10_000
"""Rows of a span: more than a text of ten megabytes could fill."""
_SOLID = re.compile(r"border[\w-]*\s*:[^;]*\b(?:solid|double|dotted|dashed)\b", re.IGNORECASE)
_NO_BORDER = re.compile(r"border[\w-]*\s*:\s*(?:none|0)", re.IGNORECASE)


@dataclass(slots=True)
class OpenCell:
    """A cell being read; its blocks may hold grids of nested tables."""

    row: int
    column: int
    row_span: int
    column_span: int
    blocks: list[Block] = field(default_factory=list)


@dataclass(slots=True)
class OpenTable:
    """A table being read."""

    ruled: bool | None = None
    row: int = -1
    column: int = 0
    cells: list[OpenCell] = field(default_factory=list)
    busy: dict[int, int] = field(default_factory=dict)
    """Column -> first row that is free again under a cell that spans rows."""

    def next_row(self) -> None:
        """Begin a row."""
        self.row += 1
        self.column = 0

    def open_cell(self, element: Any) -> OpenCell:
        """Begin a cell at the next free place of the row."""
        if self.row < 0:
            self.next_row()
        while self.busy.get(self.column, 0) > self.row:
            self.column += 1
        cell = OpenCell(
            self.row,
            self.column,
            _count(element.get("rowspan"), _MAX_ROW_SPAN),
            _count(element.get("colspan"), _MAX_COLUMN_SPAN),
        )
        for column in range(cell.column, cell.column + cell.column_span):
            self.busy[column] = cell.row + cell.row_span
        self.column += cell.column_span
        self.cells.append(cell)
        if is_ruled(element):
            self.ruled = True
        return cell

    def close(self) -> list[Block]:
        """The table as one grid; the blocks of its cells in order where it is no grid but page layout."""
        nested = any(isinstance(b, Grid) for cell in self.cells for b in cell.blocks)
        if nested or len(self.cells) <= 1:
            return [block for cell in self.cells for block in cell.blocks]
        return [grid] if (grid := self._grid()) else []

    def _grid(self) -> Grid | None:
        rows = self.row + 1
        cells = tuple(
            GridCell(
                cell.row,
                cell.column,
                tuple(b for b in cell.blocks if isinstance(b, Paragraph)),
                min(cell.row_span, rows - cell.row),
                cell.column_span,
            )
            for cell in self.cells
        )
        pieces = [piece for cell in cells for p in cell.paragraphs for piece in p.pieces]
        if not pieces:
            return None
        columns = max(cell.column + cell.column_span for cell in cells)
        span = Span(min(p.start for p in pieces), max(p.end for p in pieces))
        return Grid(rows, columns, _without_overlap(cells), span, self.ruled)


def is_ruled(element: Any) -> bool | None:
    """Whether a table or cell says that its lines are drawn; ``None`` where it says nothing."""
    style = element.get("style") or ""
    if _SOLID.search(style):
        return True
    border = (element.get("border") or "").strip()
    if border.isdigit():
        return border != "0"
    return False if _NO_BORDER.search(style) else None


def _count(value: str | None, most: int) -> int:
    digits = re.match(r"\s*(\d{1,9})", value or "")
    return min(max(int(digits[1]), 1), most) if digits else 1


def _without_overlap(cells: tuple[GridCell, ...]) -> tuple[GridCell, ...]:
    """Column spans that run into a cell from the row above are cut there."""
    taken: dict[int, int] = {}
    kept = []
    for cell in cells:
        width = cell.column_span
        for offset in range(1, width):
            if taken.get(cell.column + offset, 0) > cell.row:
                width = offset
                break
        for column in range(cell.column, cell.column + width):
            taken[column] = cell.row + cell.row_span
        kept.append(
            cell
            if width == cell.column_span
            else GridCell(cell.row, cell.column, cell.paragraphs, cell.row_span, width)
        )
    return tuple(kept)
