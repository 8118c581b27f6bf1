"""What a grid's cells say, once, for the rules that look at them many times."""

from __future__ import annotations

from dataclasses import dataclass

from vnplan.readers.source import Grid, GridCell
from vnplan.text.search_text import SearchText


@dataclass(frozen=True, slots=True)
class GridWords:
    """A grid with its words and with the cell that covers each place."""

    grid: Grid
    words: tuple[str, ...]
    """By cell: the search copies of its paragraphs, joined by a line feed."""
    covering: tuple[tuple[int | None, ...], ...]
    """By row and column: index of the cell that covers the place."""

    def starting(self, row: int) -> list[tuple[GridCell, str]]:
        """Cells that begin in ``row``, from left to right, with their words."""
        seen = dict.fromkeys(i for i in self.covering[row] if i is not None)
        return [(self.grid.cells[i], self.words[i]) for i in seen if self.grid.cells[i].row == row]

    def at(self, row: int, column: int) -> str:
        """Words of the cell that covers a place, begun in this row or above; empty where none does."""
        index = self.covering[row][column]
        return self.words[index] if index is not None else ""

    def cell(self, row: int, column: int) -> GridCell | None:
        """The cell that covers a place."""
        index = self.covering[row][column]
        return self.grid.cells[index] if index is not None else None


def read_words(text: SearchText, grid: Grid) -> GridWords:
    """The words of ``grid``, a grid of ``text``."""
    words = tuple("\n".join(p.view(text).text for p in cell.paragraphs).strip("\n") for cell in grid.cells)
    covering: list[list[int | None]] = [[None] * grid.columns for _ in range(grid.rows)]
    for index, cell in enumerate(grid.cells):
        for row in range(cell.row, min(cell.row + cell.row_span, grid.rows)):
            for column in range(cell.column, min(cell.column + cell.column_span, grid.columns)):
                covering[row][column] = index
    return GridWords(grid, words, tuple(map(tuple, covering)))


def is_bold(cell: GridCell | None) -> bool:
    """Every paragraph of the cell is bold, as far as the format tells."""
    return bool(cell and cell.paragraphs) and all(p.look.bold is True for p in cell.paragraphs)  # type: ignore[union-attr]
