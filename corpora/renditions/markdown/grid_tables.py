"""A table -> the grid table that Pandoc 3 writes of it, merged cells and all."""

from __future__ import annotations

import textwrap
from dataclasses import dataclass

from source import Cell, Grid

from renditions.layout import covering, widths

WIDTH = 72  # Pandoc's own column


def wrapped(text: str, width: int = WIDTH) -> str:
    """Hard wraps; words and hyphens are left whole."""
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


@dataclass(frozen=True)
class _Laid:
    """A table cut into lines: the cell of every place, characters of columns, lines of rows, lines of each cell."""

    covered: list[list[Cell]]
    wide: list[int]
    tall: list[int]
    held: dict[int, list[str]]

    def room(self, cell: Cell) -> int:
        """Characters between the bars about a cell, without its two spaces."""
        first = cell.column - 1
        return sum(self.wide[first : first + cell.column_span]) + 3 * (cell.column_span - 1)

    def words(self, cell: Cell, row: int, line: int) -> str:
        """What a cell shows on a line of a row; the border below a row is the line behind its last."""
        at = line + sum(self.tall[above] + 1 for above in range(cell.row - 1, row))
        held = self.held[id(cell)]
        return f" {held[at] if at < len(held) else '':<{self.room(cell)}} "


def grid_table(grid: Grid) -> str:
    """A grid table: ``+---+`` between rows, ``+===+`` under the heading rows, cells wrapped to their columns."""
    covered, wide = covering(grid), _wide(grid)
    held = {id(cell): _words(cell, wide) for row in grid.rows for cell in row}
    laid = _Laid(covered, wide, [_height(grid, held, row) for row in range(len(covered))], held)
    heading = sum(any(cell.heading for cell in row) for row in grid.rows)
    out = ["+" + "".join("-" * (space + 2) + "+" for space in wide)]
    for row in range(len(covered)):
        out += [_content(laid, row, line) for line in range(laid.tall[row])]
        out.append(_border(laid, row, "=" if row + 1 == heading else "-"))
    return "\n".join(out)


def _wide(grid: Grid) -> list[int]:
    """Characters of each column without its two spaces: a picture or a long word makes its column wider."""
    longest = [3] * grid.width
    for cell in (cell for row in grid.rows for cell in row if cell.column_span == 1):
        words = [len(word) for word in cell.text.replace("\n", " ").split(" ")]
        longest[cell.column - 1] = max([longest[cell.column - 1], *words])
    space = WIDTH - 3 * grid.width - 1
    return [max(word, int(share * space)) for word, share in zip(longest, widths(grid), strict=True)]


def _words(cell: Cell, wide: list[int]) -> list[str]:
    held = wide[cell.column - 1 : cell.column - 1 + cell.column_span]
    space = sum(held) + 3 * (len(held) - 1)
    return [
        line
        for text in map(str.strip, cell.text.split("\n"))
        for line in (wrapped(text, space).split("\n") if text else [""])
    ]


def _height(grid: Grid, held: dict[int, list[str]], row: int) -> int:
    """Lines of a row; what a cell over several rows needs more than the rows above its last is put into the last."""
    tall = 1
    for cell in (cell for cells in grid.rows for cell in cells):
        if cell.row + cell.row_span - 2 == row:
            # Rows above are at least one line and one border each.
            tall = max(tall, len(held[id(cell)]) - 2 * (cell.row_span - 1))
    return tall


def _content(laid: _Laid, row: int, line: int) -> str:
    cells = dict.fromkeys(laid.covered[row])
    return "|" + "|".join(laid.words(cell, row, line) for cell in cells) + "|"


def _border(laid: _Laid, row: int, sign: str) -> str:
    """The line below a row; a cell over both rows goes on with its words, between bars where no line meets them."""
    above = laid.covered[row]
    below = laid.covered[row + 1] if row + 1 < len(laid.covered) else None
    pieces, column = [], 0
    while column < len(above):
        cell = above[column]
        through = below is not None and below[column] is cell
        pieces.append(laid.words(cell, row, laid.tall[row]) if through else sign * (laid.wide[column] + 2))
        column += cell.column_span if through else 1
    ruled = [False, *(piece.startswith(sign) for piece in pieces), False]
    corners = ["+" if left or right else "|" for left, right in zip(ruled, ruled[1:], strict=False)]
    return corners[0] + "".join(piece + corner for piece, corner in zip(pieces, corners[1:], strict=True))
