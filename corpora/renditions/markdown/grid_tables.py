"""A table -> the grid table that Pandoc 3 writes of it, merged cells and all."""

from __future__ import annotations

import textwrap

from source import Cell, Grid

from renditions.layout import covering, widths

WIDTH = 72  # Pandoc's own column


def wrapped(text: str, width: int = WIDTH) -> str:
    """Hard wraps; words and hyphens are left whole."""
    return textwrap.fill(text, width, break_long_words=False, break_on_hyphens=False)


def grid_table(grid: Grid) -> str:
    """A grid table: ``+---+`` between rows, ``+===+`` under the heading rows, cells wrapped to their columns."""
    covered = covering(grid)
    wide = _wide(grid)
    heading = sum(1 for row in grid.rows if any(cell.heading for cell in row))
    held = {id(cell): _words(cell, wide) for row in grid.rows for cell in row}
    tall = [_height(grid, held, row) for row in range(len(covered))]
    out = [_border(None, covered[0], wide, "-")]
    for index, row in enumerate(covered):
        out += [_content(row, index, line, wide, (held, tall)) for line in range(tall[index])]
        under = covered[index + 1] if index + 1 < len(covered) else None
        out.append(_border(row, under, wide, "=" if index + 1 == heading else "-"))
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
    return [line for text in cell.text.split("\n") for line in (wrapped(text, space).split("\n") if text else [""])]


def _height(grid: Grid, held: dict[int, list[str]], row: int) -> int:
    """Lines of a row; what a cell over several rows needs more than the rows above its last is put into the last."""
    tall = 1
    for cell in (cell for cells in grid.rows for cell in cells):
        if cell.row + cell.row_span - 2 == row:
            # Rows above are at least one line and one border each.
            tall = max(tall, len(held[id(cell)]) - 2 * (cell.row_span - 1))
    return tall


def _content(
    row: list[Cell], index: int, line: int, wide: list[int], lines: tuple[dict[int, list[str]], list[int]]
) -> str:
    held, tall = lines
    text, column = "|", 0
    while column < len(row):
        cell = row[column]
        space = sum(wide[column : column + cell.column_span]) + 3 * (cell.column_span - 1)
        # Lines of the rows above, and the borders that the cell runs through.
        at = line + sum(tall[above] + 1 for above in range(cell.row - 1, index))
        words = held[id(cell)][at] if at < len(held[id(cell)]) else ""
        text += f" {words:<{space}} |"
        column += cell.column_span
    return text


def _border(above: list[Cell] | None, below: list[Cell] | None, wide: list[int], sign: str) -> str:
    """The line between two rows; a cell over both leaves its place open, with its words' line where it has one."""
    text = "+"
    for column, space in enumerate(wide):
        through = above is not None and below is not None and above[column] is below[column]
        text += (" " if through else sign) * (space + 2)
        ends = [row for row in (above, below) if row and column + 1 < len(row) and row[column] is not row[column + 1]]
        text += "+" if ends or column + 1 == len(wide) or not through else " "
    return text
