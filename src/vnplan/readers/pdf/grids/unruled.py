"""Tables without upright rules: columns by the gutters between their words, rows by level rules or by the first column.

The second finder, for what :mod:`tables` leaves: it looks only at words that
already stand side by side in three columns or more, or between level rules.
"""

from __future__ import annotations

from itertools import pairwise

from vnplan.grammar.cells.row_numbers import is_ordinal
from vnplan.readers.pdf.grids import open_rows
from vnplan.readers.pdf.page import Columns, PageLine, RawCell, RawGrid, Rule, Word
from vnplan.readers.pdf.words.lines import columns_of, join, lines_of

_LEAST_COLUMNS, _LEAST_ROWS = 3, 3
_NEAR = 6.0
"""Points by which the ends of the level rules of one table may differ."""


def of_columns(block: Columns, page: int) -> RawGrid | None:
    """A grid of blocks side by side; ``None`` where they are no rows: a letterhead, signatures."""
    if len(block.columns) < _LEAST_COLUMNS:
        return None
    starts = _row_starts(block.columns[0])
    if len(starts) < _LEAST_ROWS:
        return None
    tops = [block.top, *rows_in(block.columns), block.bottom]
    if sum(_filled(block, a, b) > 1 for a, b in pairwise(tops)) < len(starts) - 1:
        return None
    edges = [block.edges[0][0], *((a[1] + b[0]) / 2 for a, b in pairwise(block.edges)), block.edges[-1][1]]
    return _grid(block.columns, edges, tops, page)


def rows_in(columns: list[list[PageLine]]) -> list[float]:
    """Where the rows after the first begin, by the numbers or the first lines of the first column that has any."""
    first = next((column for column in columns if column), [])
    starts = _row_starts(first)
    if not all(is_ordinal(line.text) for line in starts[1:]):
        return [line.top for line in starts[1:]]
    lines = sorted((line for column in columns for line in column), key=lambda line: line.top)
    return open_rows.between_numbers(starts, lines)


def _row_starts(first: list[PageLine]) -> list[PageLine]:
    """Lines of the first column, each the first of a row; one that carries on the line before begins none."""
    return [*first[:1], *(b for a, b in pairwise(first) if not (b.text[:1].islower() and _close(a, b)))]


def _close(above: PageLine, below: PageLine) -> bool:
    return below.top - above.bottom < 0.35 * below.height


def _filled(block: Columns, top: float, bottom: float) -> int:
    return sum(any(top - 1 <= _middle(line) <= bottom + 1 for line in column) for column in block.columns)


def _middle(line: PageLine) -> float:
    return (line.top + line.bottom) / 2


def of_rules(rules: list[Rule], runs: list[list[Word]], page: int) -> list[RawGrid]:
    """Tables with level rules alone, all of one length: a row between two rules, columns by gutters."""
    found = []
    for group in _groups(rules):
        top, bottom = group[0].top, group[-1].bottom
        inside = [run for run in runs if top < (run[0].top + run[0].bottom) / 2 < bottom]
        columns = columns_of(lines_of(inside, page), group[0].x0, group[0].x1)
        if columns is None or len(columns.columns) < _LEAST_COLUMNS:
            continue
        edges = [group[0].x0, *((a[1] + b[0]) / 2 for a, b in pairwise(columns.edges)), group[0].x1]
        found.append(_grid([[] for _ in columns.columns], edges, [rule.top for rule in group], page))
    return found


def _groups(rules: list[Rule]) -> list[list[Rule]]:
    """Level rules under each other, from the same left end to the same right end."""
    groups: list[list[Rule]] = []
    # 200 points are 7 cm, nearly half of the text block: shorter rules underline a heading or a signature.
    for rule in sorted((r for r in rules if r.x1 - r.x0 > 200), key=lambda r: r.top):
        for group in groups:
            last = group[-1]
            if abs(last.x0 - rule.x0) < _NEAR and abs(last.x1 - rule.x1) < _NEAR:
                if rule.top - last.top > _NEAR:
                    group.append(rule)
                break
        else:
            groups.append([rule])
    return [group for group in groups if len(group) > _LEAST_ROWS]


def _grid(columns: list[list[PageLine]], edges: list[float], tops: list[float], page: int) -> RawGrid:
    return RawGrid(edges, len(tops) - 1, cells_of(columns, edges, tops), tops, page, ruled=False)


def cells_of(columns: list[list[PageLine]], edges: list[float], tops: list[float]) -> list[RawCell]:
    """Cells of the lines of each column, between the ``tops`` of the rows and the bottom of the last."""
    cells = []
    for row, (top, bottom) in enumerate(pairwise(tops)):
        for column, lines in enumerate(columns):
            own = [join([line]) for line in lines if _belongs(line, row, tops)]
            cells.append(RawCell(row, column, 1, 1, edges[column], top, edges[column + 1], bottom, own))
    return cells


def _belongs(line: PageLine, row: int, tops: list[float]) -> bool:
    """True if the middle of ``line`` lies in ``row``; what lies above all rows is of the first, below of the last."""
    middle = _middle(line)
    return (row == 0 or middle >= tops[row]) and (row == len(tops) - 2 or middle < tops[row + 1])
