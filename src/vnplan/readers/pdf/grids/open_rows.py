"""A grid with rows that no rule parts -> the grid with those rows, by numbers in its first column or by base lines.

Tables may be ruled between columns only: then all their rows, often their headings too, stand in one.
"""

from __future__ import annotations

from itertools import pairwise

from vnplan.grammar.cells.column_fit import is_time
from vnplan.grammar.cells.column_headings import role_of
from vnplan.grammar.cells.row_numbers import is_ordinal
from vnplan.models.table import ColumnRole
from vnplan.readers.pdf.page import PageLine, RawCell, RawGrid

_LEAST_COLUMNS = 3
"""Number or task, agency, time."""
_FEW_ROWS = 2
"""A heading and a body: where no more rows are ruled, base lines may tell rows that have no numbers."""
_EVEN = 1.5
"""Points by which blanks between the lines of one cell differ."""
_ON_LINE = 4.0
"""Points by which the tops of lines on one base line differ, a third of their height: accents rise above letters."""


def part(grid: RawGrid) -> RawGrid:
    """``grid`` with every row parted that holds several; the same grid if none does."""
    if grid.columns < _LEAST_COLUMNS:
        return grid
    for row in reversed(range(grid.rows)):
        cells = [cell for cell in grid.cells if cell.row <= row < cell.row + cell.row_span]
        if all(cell.row_span == 1 for cell in cells) and (cuts := _cuts(cells, alone=grid.rows <= _FEW_ROWS)):
            grid = _parted(grid, row, cuts)
    return grid


def _cuts(cells: list[RawCell], *, alone: bool) -> list[float]:
    """Where rows begin in one ruled row, without the first."""
    lines = sorted((line for cell in cells for line in cell.lines), key=lambda line: line.top)
    starts = _numbers(cells[0].lines)
    if len(starts) < 2:
        return _by_base_lines(cells, lines) if alone else []
    return between_numbers(starts, lines)


def between_numbers(numbers: list[PageLine], lines: list[PageLine]) -> list[float]:
    """Where the rows after the first begin, by their ``numbers`` and all ``lines`` from top to bottom.

    Numbers stand on the first line of their row, or in the middle of its height: then no blank ends just above
    each of them, and rows part at the widest blank, of equal ones at the nearest to the middle between two numbers.
    """
    blanks = _blanks(lines)
    above = [next((a + b for a, b in blanks if abs(b - line.top) < _ON_LINE), None) for line in numbers[1:]]
    if None not in above:
        return [both / 2 for both in above if both]
    return [_widest(blanks, upper, lower) for upper, lower in pairwise(numbers)]


def _numbers(lines: list[PageLine]) -> list[PageLine]:
    """Lines of a first column that are numbers of rows and nothing else, the heading above them first."""
    first = next((i for i, line in enumerate(lines) if is_ordinal(line.text)), len(lines))
    numbers = lines[first:]
    if not all(is_ordinal(line.text) for line in numbers):
        return []
    headed = role_of(" ".join(line.text for line in lines[:first])) is ColumnRole.ORDINAL
    return [*lines[:1], *numbers] if headed else numbers if not first else []


def _blanks(lines: list[PageLine]) -> list[tuple[float, float]]:
    """Stretches of height without any line."""
    found, bottom = [], lines[0].bottom if lines else 0.0
    for line in lines:
        if line.top > bottom:
            found.append((bottom, line.top))
        bottom = max(bottom, line.bottom)
    return found


def _widest(blanks: list[tuple[float, float]], above: PageLine, below: PageLine) -> float:
    """The middle of the widest blank between two numbers."""
    between = [(a, b) for a, b in blanks if a >= above.bottom - _EVEN and b <= below.top + _EVEN]
    if not between:
        return below.top - 0.5
    wide = max(b - a for a, b in between) - _EVEN
    middle = above.bottom + below.top
    a, b = min((pair for pair in between if pair[1] - pair[0] >= wide), key=lambda pair: abs(sum(pair) - middle))
    return (a + b) / 2


def _by_base_lines(cells: list[RawCell], lines: list[PageLine]) -> list[float]:
    """Rows without numbers: a blank through all columns, and behind it lines that begin in most of them."""
    filled = [cell for cell in cells if cell.lines]
    inside = [b.top - a.bottom for cell in filled for a, b in pairwise(cell.lines)]
    if len(filled) < _LEAST_COLUMNS or not inside:
        return []
    cuts, timed = [], any(map(_timed, cells))
    for a, b in _blanks(lines):
        below = [next((line for line in cell.lines if line.top >= a), None) for cell in filled]
        here = [line for line in below if line and line.top - b < _ON_LINE]
        fresh = [line for line in here if not line.text[:1].islower()]
        begins = 2 * len(here) > len(filled) and len(fresh) == len(here) and below[0] in here
        if begins and (b - a > min(inside) + _EVEN or (timed and len(here) == len(filled))):
            cuts.append((a + b) / 2)
    return cuts


def _timed(cell: RawCell) -> bool:
    """True where lines of a cell are each a time of its own: one cell holds one time."""
    return sum(is_time(line.text) for line in cell.lines) > 1


def _parted(grid: RawGrid, row: int, cuts: list[float]) -> RawGrid:
    tops = [grid.levels[row], *cuts, grid.levels[row + 1]]
    more = len(cuts)
    cells = []
    for cell in grid.cells:
        if cell.row == row:
            for number, (top, bottom) in enumerate(pairwise(tops)):
                own = [line for line in cell.lines if _belongs(line, number, tops)]
                cells.append(
                    RawCell(row + number, cell.column, 1, cell.column_span, cell.x0, top, cell.x1, bottom, own)
                )
            continue
        if cell.row > row:
            cell.row += more
        cells.append(cell)
    levels = [*grid.levels[: row + 1], *cuts, *grid.levels[row + 1 :]]
    ordered = sorted(cells, key=lambda cell: (cell.row, cell.column))
    return RawGrid(grid.edges, grid.rows + more, ordered, levels, grid.page, ruled=grid.ruled, repeated=grid.repeated)


def _belongs(line: PageLine, number: int, tops: list[float]) -> bool:
    """True if the middle of ``line`` lies in row ``number``; what sticks out belongs to the first or the last."""
    middle = (line.top + line.bottom) / 2
    return (number == 0 or middle >= tops[number]) and (number == len(tops) - 2 or middle < tops[number + 1])
