"""Tables flattened to one cell a paragraph, put back into grids.

Web sites that print plans as text give each cell a paragraph of its own. An
empty cell is a paragraph that holds one NBSP, or is not there at all. The
headings tell where a table begins; its rows are found over the whole table
at once, so that one odd cell does not shift all that follow.
"""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.grammar.cells.flattened_header import FlatHeader, header_at
from vnplan.grammar.cells.flattened_rows import FlatRow, read_rows
from vnplan.models.base import Span
from vnplan.readers.source import Block, Furniture, Grid, GridCell, Paragraph
from vnplan.text.search_text import SearchText
from vnplan.thresholds import WORST_TABLE_FIT

# A run of paragraphs becomes a table only with so many rows of data, fitting so well on average.
_FEWEST_ROWS = 2
_WORST_FIT = WORST_TABLE_FIT.value
_LONGEST_HEADING = 60
"""Characters of a column heading: two printed lines of a narrow column, three times over."""


def recover(text: SearchText, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put tables that were flattened to one cell a paragraph back into grids."""
    out: list[Block] = []
    at = 0
    while at < len(blocks):
        end = _run_end(blocks, at)
        out += _recover_run(text, blocks[at:end])
        at = max(end, at + 1)
    return tuple(out)


def _run_end(blocks: Sequence[Block], at: int) -> int:
    """End of the stretch without tables of the format's own."""
    if isinstance(blocks[at], Grid):
        return at + 1
    while at < len(blocks) and not isinstance(blocks[at], Grid):
        at += 1
    return at


def _recover_run(text: SearchText, blocks: Sequence[Block]) -> list[Block]:
    places = [i for i, block in enumerate(blocks) if isinstance(block, Paragraph)]
    cells = [block for block in blocks if isinstance(block, Paragraph)]
    if not any(_short(cell) for cell in cells):
        return list(blocks)
    words = [cell.view(text).text for cell in cells]
    out: list[Block] = []
    done = at = 0
    while at < len(cells):
        found = _table_at(words, cells, at) if _short(cells[at]) else None
        if found is None:
            at += 1
            continue
        grid, end = found
        first, last = places[at], places[end - 1] + 1
        out += blocks[done:first]
        out.append(grid)
        out += [block for block in blocks[first:last] if isinstance(block, Furniture)]
        done, at = last, end
    out += blocks[done:]
    return out


def _short(cell: Paragraph) -> bool:
    return cell.end - cell.start <= _LONGEST_HEADING


def _table_at(words: Sequence[str], cells: Sequence[Paragraph], at: int) -> tuple[Grid, int] | None:
    header = header_at(words, at)
    if header is None:
        return None
    begin = header.end + header.numbers
    if begin >= len(words):
        return None
    rows = read_rows(words, begin, header.roles, frozenset(words[header.start : header.end]))
    data = [row for row in rows if not row.group]
    if len(data) < _FEWEST_ROWS or sum(row.cost for row in data) > _WORST_FIT * len(data):
        return None
    return _grid(cells, words, header, rows), rows[-1].end


def _grid(cells: Sequence[Paragraph], words: Sequence[str], header: FlatHeader, rows: Sequence[FlatRow]) -> Grid:
    width = len(header.columns)
    found = _head_cells(cells, header)
    row = 1 + any(parent is not None for _, parent in header.columns)
    if header.numbers:
        found += [GridCell(row, i, (cells[header.end + i],)) for i in range(width)]
        row += 1
    for flat in rows:
        at = flat.start
        if flat.group:
            if flat.end == at + 1:  # a title without a number
                found.append(GridCell(row, 0, (cells[at],), column_span=width))
                row += 1
                continue
            title = tuple(cells[i] for i in range(at + 1, flat.end) if words[i])
            found += [GridCell(row, 0, (cells[at],)), GridCell(row, 1, title, column_span=max(width - 1, 1))]
        else:
            for column, size in enumerate(flat.sizes):
                own = tuple(cells[i] for i in range(at, at + size) if words[i])
                found.append(GridCell(row, column, own))
                at += size
        row += 1
    pieces = [s for cell in found for p in cell.paragraphs for s in p.pieces]
    span = Span(min(s.start for s in pieces), max(s.end for s in pieces))
    ordered = tuple(sorted(found, key=lambda cell: (cell.row, cell.column)))
    return Grid(row, width, ordered, span, recovered=True)


def _head_cells(cells: Sequence[Paragraph], header: FlatHeader) -> list[GridCell]:
    parents = [parent for _, parent in header.columns]
    deep = any(parent is not None for parent in parents)
    found = []
    for column, (own, parent) in enumerate(header.columns):
        if parent is None:
            found.append(GridCell(0, column, (cells[own],), row_span=1 + deep))
            continue
        if parents.index(parent) == column:
            found.append(GridCell(0, column, (cells[parent],), column_span=parents.count(parent)))
        found.append(GridCell(1, column, (cells[own],)))
    return found
