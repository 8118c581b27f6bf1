"""A page in order: tables, lines and side-by-side blocks from top to bottom."""

from __future__ import annotations

from vnplan.readers.pdf import tables
from vnplan.readers.pdf.lines import flow, join, lines_of
from vnplan.readers.pdf.page import Item, Page, RawGrid, Sheet, Word


def sheet(page: Page, grids: list[RawGrid] | None = None) -> Sheet:
    """Put the words of ``page`` into its ``grids`` (by default those that its rules draw) and lines."""
    if grids is None:
        grids = tables.grids(page.rules, page.number)
    grids = [grid for grid in grids if not _inside_another(grid, grids)]
    outside = _fill(page, grids)
    grids = [grid for grid in grids if any(cell.lines for cell in grid.cells)]
    regions: list[list[Word]] = [[] for _ in range(len(grids) + 1)]
    ends = [grid.bottom for grid in grids]
    for word in outside:
        middle = (word.top + word.bottom) / 2
        at = next((i for i, grid in enumerate(grids) if middle < grid.top), len(grids))
        if at < len(grids) and at > 0 and middle < ends[at - 1]:
            at -= 1
        regions[at].append(word)
    left = min((w.x0 for w in outside), default=0.0)
    right = max((w.x1 for w in outside), default=page.width)
    items: list[Item] = []
    for at, region in enumerate(regions):
        items += flow(lines_of(region, page.number), left, right)
        if at < len(grids):
            items.append(grids[at])
    return Sheet(page.number, page.width, page.height, items)


def _inside_another(grid: RawGrid, grids: list[RawGrid]) -> bool:
    """A table drawn in a cell of another one is read as part of that cell."""
    return any(
        other is not grid
        and other.top <= grid.top
        and grid.bottom <= other.bottom
        and other.edges[0] <= grid.edges[0]
        and grid.edges[-1] <= other.edges[-1]
        and len(other.cells) >= len(grid.cells)
        for other in grids
    )


def _fill(page: Page, grids: list[RawGrid]) -> list[Word]:
    """Put words into the cells that they lie in; give back those outside all grids."""
    outside: list[Word] = []
    finders = [(grid, tables.Places(grid)) for grid in grids]
    inside: dict[int, list[Word]] = {}
    cells = {id(cell): cell for grid in grids for cell in grid.cells}
    for word in page.words:
        x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
        for grid, places in finders:
            if grid.top <= y <= grid.bottom and (cell := places.at(x, y)):
                inside.setdefault(id(cell), []).append(word)
                break
        else:
            outside.append(word)
    for key, words in inside.items():
        cells[key].lines = [join(row) for row in lines_of(words, page.number)]
    return outside
