"""Lines of a page -> tables without any rule, told by headings that name columns; the lines between them are left.

The border between two columns lies between their headings, so a line that reaches over that stretch is none of a
cell: it is the title of a group, or the text after the table.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from vnplan.grammar.cells.column_headings import role_of
from vnplan.grammar.cells.row_numbers import is_ordinal
from vnplan.models.table import ColumnRole
from vnplan.readers.pdf.grids.unruled import cells_of, rows_in
from vnplan.readers.pdf.page import PageLine, RawCell, RawGrid

Rows = list[list[PageLine]]
"""Lines side by side, from top to bottom."""

_LEAST_COLUMNS, _LEAST_KNOWN = 3, 2
"""Number or task, agency, time; known headings beside the one of the numbers."""
_HIGHEST = 5
"""Rows of lines that a heading may take: three lines in one column, one or two between them in others."""
_APART = 1.5
"""Line heights between rows from which on a table has ended."""
_AHEAD = 3
"""Rows of lines below a line over all columns in which the table must go on for it to be a title."""


@dataclass(slots=True)
class _Heads:
    """The headings of a table, by column."""

    columns: list[list[PageLine]]
    end: int
    """The row of lines after them."""

    def gutters(self) -> list[list[float]]:
        """Left and right bound of the blank between neighbours."""
        return [[max(x.x1 for x in a), min(x.x0 for x in b)] for a, b in pairwise(self.columns)]


def parts(rows: Rows, page: int) -> list[Rows | RawGrid]:
    """``rows`` with the tables in them, in order."""
    out: list[Rows | RawGrid] = []
    done = at = 0
    while at < len(rows):
        heads = _heads(rows, at) if len(rows[at]) > 1 else None
        found = _table(rows, at, heads, page) if heads else None
        if found is None:
            at += 1
            continue
        grid, end = found
        out += [rows[done:at], grid]
        done = at = end
    return [*out, rows[done:]]


def _heads(rows: Rows, at: int) -> _Heads | None:
    """The headings that begin at ``at``: as few rows as name the most columns."""
    best, most = None, 0
    for end in range(at + 1, min(at + _HIGHEST, len(rows)) + 1):
        if end > at + 1 and _gap(rows[end - 2], rows[end - 1]) > _APART:
            break
        columns = _clusters([line for row in rows[at:end] for line in row])
        roles = [role_of(" ".join(line.text for line in column)) for column in columns]
        known = len({*roles} - {None, ColumnRole.ORDINAL})
        told = len(columns) >= _LEAST_COLUMNS and known >= _LEAST_KNOWN and 2 * roles.count(None) <= len(roles)
        goes_on = best is not None and all(line.text[:1].islower() for line in rows[end - 1])
        if told and roles[0] in (ColumnRole.ORDINAL, ColumnRole.TASK) and (known > most or goes_on):
            best, most = _Heads(columns, end), max(known, most)
        elif best is not None:
            break
    return best


def _clusters(lines: list[PageLine]) -> list[list[PageLine]]:
    """Lines that stand under each other, from left to right."""
    found: list[list[PageLine]] = []
    right = 0.0
    for line in sorted(lines, key=lambda x: x.x0):
        if found and line.x0 < right:
            found[-1].append(line)
        else:
            found.append([line])
            right = 0.0
        right = max(right, line.x1)
    return [sorted(column, key=lambda x: x.top) for column in found]


def _gap(above: list[PageLine], below: list[PageLine]) -> float:
    """Blank between two rows of lines in line heights."""
    return (min(x.top for x in below) - max(x.bottom for x in above)) / max(x.height for x in below)


def _table(rows: Rows, start: int, heads: _Heads, page: int) -> tuple[RawGrid, int] | None:
    gutters = heads.gutters()
    end, titles = heads.end, set[int]()
    while end < len(rows) and _gap(rows[end - 1], rows[end]) <= _APART:
        if not _keeps(rows[end], gutters):
            ahead = rows[end + 1 : end + 1 + _AHEAD]
            goes_on = any(len(row) > 1 and _keeps(row, [[*pair] for pair in gutters]) for row in ahead)
            if not _is_title(rows[end]) or not goes_on:
                break
            titles.add(end)
        end += 1
    if not any(len(row) >= _LEAST_COLUMNS for row in rows[heads.end : end]):
        return None
    lines = [line for row in rows[start:end] for line in row]
    inner = [(a + b) / 2 for a, b in gutters]
    edges = [min(x.x0 for x in lines), *inner, max(x.x1 for x in lines)]
    return _grid(rows, (start, heads.end, end), titles, edges, page), end


def _keeps(row: list[PageLine], gutters: list[list[float]]) -> bool:
    """True if every line of a row keeps to one column; the gutters are narrowed by what reaches into them."""
    narrowed = [[*pair] for pair in gutters]
    for line in row:
        for pair in narrowed:
            left, right = pair
            if line.x0 < left and line.x1 > right:
                return False
            if line.x0 <= left < line.x1:
                pair[0] = line.x1
            elif line.x0 < right <= line.x1:
                pair[1] = line.x0
            elif left < line.x0 and line.x1 < right:  # a short word between two headings: by the nearer one
                pair[line.x0 - left > right - line.x1] = line.x0 if line.x0 - left > right - line.x1 else line.x1
            if pair[0] > pair[1]:
                return False
    gutters[:] = narrowed
    return True


def _is_title(row: list[PageLine]) -> bool:
    """True for a group's title: a number in the first column and words over the others, or both in one line."""
    if len(row) == 1:
        label, _, title = row[0].text.partition(" ")
        return bool(title) and is_ordinal(label)
    return len(row) == 2 and is_ordinal(row[0].text)


def _grid(rows: Rows, bounds: tuple[int, int, int], titles: set[int], edges: list[float], page: int) -> RawGrid:
    """The grid of headings, rows and titles; ``bounds``: first row of lines, the one after the headings, the end."""
    start, body, end = bounds
    levels: list[float] = []
    cells: list[RawCell] = []
    for a, b in pairwise(sorted({start, body, *titles, *(t + 1 for t in titles), end})):
        lines = sorted((line for row in rows[a:b] for line in row), key=lambda x: x.top)
        tops = [lines[0].top]
        bottom = max(x.bottom for x in lines)
        if a in titles:
            made = _title_cells(rows[a], edges, tops[0], bottom)
        else:
            columns = [[x for x in lines if a <= _middle(x) < b] for a, b in _open_ended(edges)]
            tops += [] if a == start else rows_in(columns)
            made = cells_of(columns, edges, [*tops, bottom])
        for cell in made:
            cell.row += len(levels)
        cells += made
        levels += tops
    levels.append(bottom)
    return RawGrid(edges, len(levels) - 1, cells, levels, page, ruled=False)


def _title_cells(row: list[PageLine], edges: list[float], top: float, bottom: float) -> list[RawCell]:
    """The number of a group, if it stands apart, and its title over the other columns."""
    columns = len(edges) - 1
    return [
        RawCell(0, at, 1, columns - at if at == len(row) - 1 else 1, edges[at], top, edges[-1], bottom, [line])
        for at, line in enumerate(row)
    ]


def _open_ended(edges: list[float]) -> list[tuple[float, float]]:
    far = float("inf")
    return list(pairwise([-far, *edges[1:-1], far]))


def _middle(line: PageLine) -> float:
    return (line.x0 + line.x1) / 2
