"""One table over many pages: pieces with the same columns become one grid.

A table is broken by page ends, not by its author: header rows are printed
anew, and a row that did not fit goes on in a row without ordinal.
"""

from __future__ import annotations

from vnplan.grammar.cells.column_headings import role_of
from vnplan.readers.pdf.grids.cut_rows import begins_group, hangs, is_cut
from vnplan.readers.pdf.page import PageLine, RawCell, RawGrid

_NEAR = 4.0
"""Points by which the column edges of two pieces of one table may differ."""
_FEW_MOVED = 4
"""One of so many edges may be moved: by hand one border is moved, two at most."""
_MAX_HEADER = 4
"""Rows of a header that a page repeats: groups of columns, columns, their numbers and one to spare."""


def continues(upper: RawGrid, lower: RawGrid) -> bool:
    """True if ``lower``, at the top of the next page, has the columns of ``upper``."""
    a, b = upper.edges, lower.edges
    if len(a) == len(b):
        shift = b[0] - a[0]
        moved = [i for i, (x, y) in enumerate(zip(a, b, strict=True)) if abs(y - x - shift) >= _NEAR]
        return not moved or (_only_moved(a, [y - shift for y in b], moved) and not _heads_anew(upper, lower))
    # Merged columns hide edges: a piece whose rows are all merged shows only some of them.
    few, many = (a, b) if len(a) < len(b) else (b, a)
    shift = few[0] - many[0]
    return (
        len(few) > 2
        and all(any(abs(x - shift - y) < _NEAR for y in many) for x in few)
        and abs(few[-1] - shift - many[-1]) < _NEAR
    )


def _only_moved(a: list[float], b: list[float], moved: list[int]) -> bool:
    """True if edges ``b`` are edges ``a`` but for a few inner ones, each set elsewhere between its neighbours."""
    if len(moved) > max(1, len(a) // _FEW_MOVED) or moved[-1] == len(a) - 1:
        return False
    return all(a[i - 1] + _NEAR < b[i] < a[i + 1] - _NEAR for i in moved)


def _heads_anew(upper: RawGrid, lower: RawGrid) -> bool:
    """True if ``lower`` begins with headings that ``upper`` does not begin with: another table as wide."""
    first = _row(lower, 0)
    known = sum(role_of(" ".join(line.text for line in cell.lines)) is not None for cell in first)
    return known > 1 and _words(first) not in {_words(_row(upper, row)) for row in range(_MAX_HEADER)}


def join(upper: RawGrid, lower: RawGrid) -> RawGrid:
    """One grid of two pieces."""
    lower = _without_header(upper, lower)
    upper, lower = _same_columns(upper, lower)
    broken = is_cut(upper, lower)
    offset = upper.rows - (1 if broken else 0)
    cells = list(upper.cells)
    last = {cell.column: cell for cell in upper.cells if cell.row + cell.row_span == upper.rows}
    grouped = begins_group(_row(lower, 0))
    for cell in lower.cells:
        above = last.get(cell.column)
        goes_on = above and (broken or (hangs(cell, above) and not grouped))
        if cell.row == 0 and above and above.column_span == cell.column_span and goes_on:
            above.lines = [*above.lines, *cell.lines]
            above.row_span += cell.row_span - (1 if broken else 0)
            continue
        cells.append(
            RawCell(
                cell.row + offset,
                cell.column,
                cell.row_span,
                cell.column_span,
                cell.x0,
                cell.top,
                cell.x1,
                cell.bottom,
                cell.lines,
            )
        )
    return RawGrid(
        upper.edges,
        offset + lower.rows,
        sorted(cells, key=lambda c: (c.row, c.column)),
        lower.levels,
        lower.page,
        ruled=upper.ruled,
        repeated=[*upper.repeated, *lower.repeated],
    )


def _words(cells: list[RawCell]) -> str:
    return " ".join("".join(line.text for line in cell.lines).replace(" ", "") for cell in cells).casefold()


def _row(grid: RawGrid, row: int) -> list[RawCell]:
    return [cell for cell in grid.cells if cell.row == row]


def _without_header(upper: RawGrid, lower: RawGrid) -> RawGrid:
    """``lower`` without the first rows that say again what the first rows of ``upper`` say."""
    same = 0
    while same < min(_MAX_HEADER, upper.rows, lower.rows - 1):
        words = _words(_row(upper, same))
        if words.replace(" ", "") == "" or words != _words(_row(lower, same)):
            break
        same += 1
    # A cell that reaches from the header into the rows below would be torn.
    while same and any(cell.row < same < cell.row + cell.row_span for cell in lower.cells):
        same -= 1
    if not same:
        return lower
    kept = [
        RawCell(c.row - same, c.column, c.row_span, c.column_span, c.x0, c.top, c.x1, c.bottom, c.lines)
        for c in lower.cells
        if c.row >= same
    ]
    repeated: list[list[PageLine]] = [c.lines for c in lower.cells if c.row < same and c.lines]
    return RawGrid(
        lower.edges,
        lower.rows - same,
        kept,
        lower.levels[same:],
        lower.page,
        ruled=lower.ruled,
        repeated=[*lower.repeated, *repeated],
    )


def _same_columns(upper: RawGrid, lower: RawGrid) -> tuple[RawGrid, RawGrid]:
    """Both pieces on the edges of the one that shows more of them."""
    if len(upper.edges) == len(lower.edges):
        return upper, lower
    if len(upper.edges) < len(lower.edges):
        return _widened(upper, lower.edges), lower
    return upper, _widened(lower, upper.edges)


def _widened(grid: RawGrid, edges: list[float]) -> RawGrid:
    shift = edges[0] - grid.edges[0]
    to = [min(range(len(edges)), key=lambda i, x=x: abs(edges[i] - x - shift)) for x in grid.edges]  # type: ignore[misc]
    cells = [
        RawCell(
            c.row,
            to[c.column],
            c.row_span,
            to[c.column + c.column_span] - to[c.column],
            c.x0,
            c.top,
            c.x1,
            c.bottom,
            c.lines,
        )
        for c in grid.cells
    ]
    return RawGrid(edges, grid.rows, cells, grid.levels, grid.page, ruled=grid.ruled, repeated=grid.repeated)
