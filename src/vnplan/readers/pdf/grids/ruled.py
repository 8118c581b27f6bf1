"""Ruling lines -> tables: borders that meet make a grid, a missing border between two places merges them."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import defaultdict
from itertools import pairwise

from vnplan.readers.pdf.page import RawCell, RawGrid, Rule

SNAP = 3.0
"""Borders nearer than this many points are one (double rules, rules drawn cell by cell)."""
_LEAST = 5.0
"""Rows and columns are wider than this many points."""
MAX_PLACES = 100_000
"""Rows times columns of one table on one page; more is no table."""

Level = tuple[float, list[tuple[float, float]]]
"""A coordinate, and the stretches along it that are drawn, in order."""


def grids(rules: list[Rule], page: int) -> list[RawGrid]:
    """The tables that the rules of a page draw, from top to bottom; frames of one cell are none."""
    level, upright = levels_of(rules)
    found = []
    for across, down in _components(level, upright):
        grid = _grid(across, down, page)
        if grid and len(grid.cells) > 1:
            found.append(grid)
    return sorted(found, key=lambda g: (g.top, g.edges[0]))


def levels_of(rules: list[Rule]) -> tuple[list[Level], list[Level]]:
    """The level and the upright lines that rules draw, strokes that touch joined."""
    level = _levels([(r.top + r.bottom) / 2, r.x0, r.x1] for r in rules if r.x1 - r.x0 >= r.bottom - r.top)
    upright = _levels([(r.x0 + r.x1) / 2, r.top, r.bottom] for r in rules if r.x1 - r.x0 < r.bottom - r.top)
    return level, upright


def _levels(strokes: object) -> list[Level]:
    """Strokes (coordinate, from, to) gathered by coordinate, touching ones joined; dots and specks left out."""
    gathered: list[tuple[float, list[tuple[float, float]]]] = []
    for at, start, end in sorted(strokes):  # type: ignore[call-overload]
        if gathered and at - gathered[-1][0] < SNAP:
            gathered[-1][1].append((start, end))
        else:
            gathered.append((at, [(start, end)]))
    levels = []
    for at, spans in gathered:
        joined: list[tuple[float, float]] = []
        for start, end in sorted(spans):
            if joined and start - joined[-1][1] <= SNAP:
                joined[-1] = (joined[-1][0], max(joined[-1][1], end))
            else:
                joined.append((start, end))
        joined = [(a, b) for a, b in joined if b - a > _LEAST]
        if joined:
            levels.append((at, joined))
    return levels


def _components(level: list[Level], upright: list[Level]) -> list[tuple[list[Level], list[Level]]]:
    """Groups of strokes that meet: one group a table."""
    flat = [(y, a, b) for y, spans in level for a, b in spans]
    steep = [(x, a, b) for x, spans in upright for a, b in spans]
    parent = list(range(len(flat) + len(steep)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    ys = [y for y, _, _ in flat]
    for j, (x, top, bottom) in enumerate(steep):
        for i in range(bisect_left(ys, top - SNAP), bisect_right(ys, bottom + SNAP)):
            if flat[i][1] - SNAP <= x <= flat[i][2] + SNAP:
                parent[root(len(flat) + j)] = root(i)
    groups: dict[int, tuple[dict[float, list[tuple[float, float]]], dict[float, list[tuple[float, float]]]]] = (
        defaultdict(lambda: (defaultdict(list), defaultdict(list)))
    )
    for i, (y, a, b) in enumerate(flat):
        groups[root(i)][0][y].append((a, b))
    for j, (x, a, b) in enumerate(steep):
        groups[root(len(flat) + j)][1][x].append((a, b))
    return [
        (sorted(across.items()), sorted(down.items())) for across, down in groups.values() if across and len(down) > 1
    ]


def _grid(across: list[Level], down: list[Level], page: int) -> RawGrid | None:
    ys = _with_ends([y for y, _ in across], [s for _, spans in down for s in spans])
    xs = _with_ends([x for x, _ in down], [s for _, spans in across for s in spans])
    rows, columns = len(ys) - 1, len(xs) - 1
    if rows < 1 or columns < 1 or rows * columns > MAX_PLACES:
        return None
    spans_down, spans_across = dict(down), dict(across)
    middle_y = [(a + b) / 2 for a, b in pairwise(ys)]
    middle_x = [(a + b) / 2 for a, b in pairwise(xs)]
    # wall[r][c]: a border at the right of place (r, c); floor[r][c]: one below it
    wall = [[_drawn(spans_down.get(xs[c + 1]), y) or c == columns - 1 for c in range(columns)] for y in middle_y]
    floor = [[_drawn(spans_across.get(ys[r + 1]), x) or r == rows - 1 for x in middle_x] for r in range(rows)]
    cells = _cells(wall, floor, xs, ys)
    return RawGrid(xs, rows, cells, ys, page)


def _with_ends(coordinates: list[float], spans: list[tuple[float, float]]) -> list[float]:
    """Coordinates of borders, with the ends of the crossing strokes where no border is drawn (open tables)."""
    low, high = min(a for a, _ in spans), max(b for _, b in spans)
    out = list(coordinates)
    if out[0] - low > _LEAST:
        out.insert(0, low)
    if high - out[-1] > _LEAST:
        out.append(high)
    return out


def _drawn(spans: list[tuple[float, float]] | None, at: float) -> bool:
    if not spans:
        return False
    i = bisect_right(spans, (at, float("inf"))) - 1
    return i >= 0 and spans[i][1] >= at


def _cells(wall: list[list[bool]], floor: list[list[bool]], xs: list[float], ys: list[float]) -> list[RawCell]:
    """Cut the places into rectangles: each as wide, then as deep, as no border stops it."""
    rows, columns = len(wall), len(wall[0])
    taken = [[False] * columns for _ in range(rows)]
    cells = []
    for r in range(rows):
        for c in range(columns):
            if taken[r][c]:
                continue
            right = c
            while not wall[r][right] and not taken[r][right + 1]:
                right += 1
            low = r
            while _opens_below(wall, floor, taken, low, c, right):
                low += 1
            for y in range(r, low + 1):
                for x in range(c, right + 1):
                    taken[y][x] = True
            cells.append(RawCell(r, c, low - r + 1, right - c + 1, xs[c], ys[r], xs[right + 1], ys[low + 1]))
    return cells


def _opens_below(
    wall: list[list[bool]], floor: list[list[bool]], taken: list[list[bool]], row: int, first: int, last: int
) -> bool:
    """True if no border parts row ``row`` from the next between two columns, and the next row is as wide."""
    if any(floor[row][first : last + 1]):
        return False
    below = row + 1
    if any(taken[below][first : last + 1]) or any(wall[below][first:last]):
        return False
    return wall[below][last] and (first == 0 or wall[below][first - 1])


class Places:
    """Finds the cell in which a point lies."""

    def __init__(self, grid: RawGrid) -> None:
        self._columns, self._rows = grid.edges, grid.levels
        self._cells = {
            (y, x): cell
            for cell in grid.cells
            for y in range(cell.row, cell.row + cell.row_span)
            for x in range(cell.column, cell.column + cell.column_span)
        }

    def at(self, x: float, y: float) -> RawCell | None:
        """The cell at a point, ``None`` outside."""
        row, column = bisect_right(self._rows, y) - 1, bisect_right(self._columns, x) - 1
        return self._cells.get((row, column))
