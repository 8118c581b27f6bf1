"""A page in order: tables, lines and side-by-side blocks from top to bottom."""

from __future__ import annotations

from vnplan.readers.pdf.grids import headed, open_headings, open_rows, pdfplumber_finder, ruled, turned_words, unruled
from vnplan.readers.pdf.page import Columns, Item, Page, PageLine, RawCell, RawGrid, Sheet, Word
from vnplan.readers.pdf.words import footnotes
from vnplan.readers.pdf.words.lines import flow, join, lines_of

_LEAST_RULES = 3
"""Level rules that a table without upright ones has at least: letterhead and footnotes have up to three short ones."""


def sheet(page: Page, grids: list[RawGrid] | None = None) -> Sheet:
    """Put the words of ``page`` into its ``grids`` (by default those that its rules draw) and lines."""
    if grids is None:
        grids = ruled.grids(page.rules, page.number)
        if len(page.rules) > _LEAST_RULES:
            grids += pdfplumber_finder.grids(page.rules, grids, page.number)
            grids = sorted(grids, key=_top) or unruled.of_rules(page.rules, page.runs, page.number)
    grids = [grid for grid in grids if not _inside_another(grid, grids)]
    outside = _fill(page, grids)
    grids = [open_rows.part(grid) for grid in grids if any(cell.lines for cell in grid.cells)]
    regions: list[list[list[Word]]] = [[] for _ in range(len(grids) + 1)]
    for run in outside:
        middle = (run[0].top + run[0].bottom) / 2
        at = next((i for i, grid in enumerate(grids) if middle < grid.top), len(grids))
        regions[at].append(run)
    left = min((run[0].x0 for run in outside), default=0.0)
    right = max((run[-1].x1 for run in outside), default=page.width)
    items: list[Item] = []
    for at, region in enumerate(regions):
        for part in headed.parts(lines_of(region, page.number), page.number):
            items += [part] if isinstance(part, RawGrid) else _flowing(part, left, right, page.number)
        if at < len(grids):
            items.append(grids[at])
    items, notes = footnotes.part(items, page.rules, page.height)
    asides = [line for row in lines_of(page.asides, page.number) for line in row]
    return Sheet(page.number, page.width, page.height, items, furniture=asides, footnotes=notes)


def _flowing(rows: list[list[PageLine]], left: float, right: float, page: int) -> list[Item]:
    """Lines, blocks side by side, and tables without rules and known headings."""
    found = flow(rows, left, right)
    return [(isinstance(item, Columns) and unruled.of_columns(item, page)) or item for item in found]


def _top(grid: RawGrid) -> tuple[float, float]:
    return grid.top, grid.edges[0]


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


def _fill(page: Page, grids: list[RawGrid]) -> list[list[Word]]:
    """Put words into the cells that they lie in; give back the runs outside all grids."""
    finders = [(grid, ruled.Places(grid)) for grid in grids]
    outside: list[list[Word]] = []
    inside: dict[int, list[list[Word]]] = {}
    for run in page.runs:
        found = _find(run[0], finders)
        whole = found is _find(run[-1], finders)
        parts = [(found, run)] if whole else [(_find(word, finders), [word]) for word in run]
        for cell, words in parts:
            if cell is None:
                outside.append(words)
            else:
                inside.setdefault(id(cell), []).append(words)
    for grid in grids:
        for cell in list(grid.cells):
            rows = turned_words.lines(inside.get(id(cell), []), page.number)
            if not open_headings.part(grid, cell, rows):
                cell.lines = [join(row) for row in rows]
    return outside


def _find(word: Word, finders: list[tuple[RawGrid, ruled.Places]]) -> RawCell | None:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    for grid, places in finders:
        if grid.top <= y <= grid.bottom and (cell := places.at(x, y)):
            return cell
    return None
