"""The door to pdfplumber: the second finder, for tables whose lines do not meet at the corners.

pdfplumber's finder is fed with PDFium's rules; its own characters, sixty
times slower, are never read. Measured on 48 pages of real tables whose lines
were taken apart (``benchmarks/table_finders.py``): with corners open by five
points pdfplumber gives every cell, our own finders one in seven; with level
lines alone or no lines at all :mod:`unruled` is the better one (32 against
28, 13 against 9 per cent) and stays in charge.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from vnplan.readers.pdf.grids.ruled import Level, levels_of
from vnplan.readers.pdf.page import RawCell, RawGrid, Rule

_OPEN = 12.0
"""Points by which lines may miss each other at a corner, about the height of a letter."""
_LEAST_LINES = 3
"""Level and upright lines outside closed tables that make a page worth a second look: two rows, two columns."""
_LEAST_CELLS = 4
"""Cells of the smallest table: two rows of two; what has fewer is a frame."""
_LEAST = 5.0
"""Cells are wider and higher than this many points; the strip between the lines of a double frame is no cell."""
MAX_PLACES = 4_000
"""Level times upright lines of one page; a full page of the densest real table has some 900."""
MAX_STROKES = 4_000
"""Strokes looked at on one page."""


def grids(rules: list[Rule], closed: list[RawGrid], page: int) -> list[RawGrid]:
    """Tables whose lines do not close, from top to bottom, beside the ``closed`` ones; none on most pages.

    The time is bounded by :data:`MAX_PLACES` and :data:`MAX_STROKES`: what is over them is not looked at.
    """
    left = [rule for rule in rules if not any(grid.top - 1 <= rule.top <= grid.bottom + 1 for grid in closed)]
    if len(left) < 2 * _LEAST_LINES or len(left) > MAX_STROKES:
        return []
    level, upright = levels_of(left)
    if min(len(level), len(upright)) < _LEAST_LINES or len(level) * len(upright) > MAX_PLACES:
        return []
    return sorted(_found(level, upright, page), key=lambda grid: grid.top)


def _found(level: list[Level], upright: list[Level], page: int) -> list[RawGrid]:
    from pdfplumber.table import TableFinder, TableSettings

    edges = [edge("h", a, y, b, y) for y, spans in level for a, b in spans]
    edges += [edge("v", x, a, x, b) for x, spans in upright for a, b in spans]
    settings = TableSettings(snap_tolerance=3, join_tolerance=_OPEN, intersection_tolerance=_OPEN)
    found = TableFinder(_Lines(edges), settings).tables  # type: ignore[arg-type]  # the part of a page that it uses
    return [grid for table in found if (grid := _grid(table.cells, page))]


class _Lines:
    """As much of a pdfplumber page as its finder looks at when tables are made of lines."""

    def __init__(self, edges: list[dict[str, Any]]) -> None:
        self.edges = edges
        self.bbox = (
            min(edge["x0"] for edge in edges),
            min(edge["top"] for edge in edges),
            max(edge["x1"] for edge in edges),
            max(edge["bottom"] for edge in edges),
        )


def edge(orientation: str, x0: float, top: float, x1: float, bottom: float) -> dict[str, Any]:
    """A stroke as pdfplumber keeps it, ``orientation`` ``h`` or ``v``."""
    return {
        "object_type": "line",
        "orientation": orientation,
        "x0": x0,
        "x1": x1,
        "top": top,
        "bottom": bottom,
        "width": x1 - x0,
        "height": bottom - top,
    }


def _grid(boxes: list[tuple[float, float, float, float]], page: int) -> RawGrid | None:
    """Cells as pdfplumber gives them (left, top, right, bottom) by row and column."""
    # Left, top, right, bottom.
    boxes = [box for box in boxes if box[2] - box[0] > _LEAST and box[3] - box[1] > _LEAST]
    if len(boxes) < _LEAST_CELLS:
        return None
    xs = sorted({x for box in boxes for x in (box[0], box[2])})
    ys = sorted({y for box in boxes for y in (box[1], box[3])})
    cells = []
    for x0, top, x1, bottom in sorted(boxes, key=lambda box: (box[1], box[0])):
        row, column = bisect_left(ys, top), bisect_left(xs, x0)
        deep, wide = bisect_left(ys, bottom) - row, bisect_left(xs, x1) - column
        cells.append(RawCell(row, column, deep, wide, x0, top, x1, bottom))
    return RawGrid(xs, len(ys) - 1, cells, ys, page)
