"""The heading rows of a table (dòng tiêu đề) and the columns under them."""

from __future__ import annotations

import re

from vnplan.grammar.cells.column_headings import role_of
from vnplan.grammar.cells.row_numbers import is_ordinal
from vnplan.models.table import ColumnRole
from vnplan.outline.tables.grid_words import GridWords, is_bold
from vnplan.text.fold import fold_key

# Heading rows in practice: one, two under a merged parent, seldom three (Decree 30/2020 sets no rule).
_DEEPEST = 3
# A title laid inside the table stands above the headings in one or two merged rows.
_TITLE_ROWS = 2
_YEAR = re.compile(r"(?:[Nn]ăm )?(?:19|20)\d\d\Z")
_NUMBER = re.compile(r"\(?\s*([0-9]{1,2}|[A-Za-z])\s*\)?(?:\s*=.*)?\Z")


def header_rows(table: GridWords) -> tuple[int, int]:
    """First heading row and the first row after the headings; equal where the table has none."""
    first = _first_heading_row(table)
    if first is None:
        return 0, 0
    end = first + 1
    while end < table.grid.rows and end - first < _DEEPEST and _goes_on(table, first, end):
        end += 1
    if end < table.grid.rows and is_number_row(table, end):
        end += 1
    return first, min(end, table.grid.rows)


def _first_heading_row(table: GridWords) -> int | None:
    for row in range(min(table.grid.rows, _TITLE_ROWS + 1)):
        if _is_heading_row(table, row):
            return row
        filled = [cell for cell, words in table.starting(row) if words]
        if len(filled) > 1 or (filled and filled[0].column_span < table.grid.columns):
            return None
    return None


def _is_heading_row(table: GridWords, row: int) -> bool:
    cells = [(cell, words) for cell, words in table.starting(row) if words]
    if len(cells) < 2 or is_ordinal(cells[0][1]):
        return False
    roles = [role for _, words in cells if (role := role_of(words))]
    if ColumnRole.ORDINAL in roles[:1] or (len(roles) >= 2 and 2 * len(roles) >= len(cells)):
        return True
    below = [cell for cell, words in table.starting(row + 1) if words] if row + 1 < table.grid.rows else []
    return all(is_bold(cell) for cell, _ in cells) and not any(is_bold(cell) for cell in below)


def _goes_on(table: GridWords, first: int, row: int) -> bool:
    """True where ``row`` holds headings below merged ones: one from above reaches it, or it names roles itself."""
    above = [table.cell(row, column) for column in range(table.grid.columns)]
    if any(cell and cell.row < row and cell.row >= first for cell in above):
        return True
    if _repeats(table, row):
        return True
    cells = [(cell, words) for cell, words in table.starting(row) if words]
    if not cells or any(is_ordinal(words) for cell, words in cells if cell.column == 0):
        return False
    parents = [cell for cell, words in table.starting(row - 1) if words and cell.column_span > 1]
    under = all(any(p.column <= c.column < p.column + p.column_span for p in parents) for c, _ in cells)
    # Formats without merged cells leave the places under and beside a parent heading empty.
    named = [role for _, words in cells if (role := role_of(words))]
    telling = bool(named) or all(_YEAR.match(words) for _, words in cells)
    return under or (not table.at(row, 0) and (len(named) == len(cells) or (telling and _fills(table, row))))


def _repeats(table: GridWords, row: int) -> bool:
    """True where ``row`` says the headings above it again, but for those under one that stands over several columns.

    Formats without merged cells repeat a merged heading in each of its places.
    """
    above = [table.at(row - 1, column) for column in range(table.grid.columns)]
    own = [table.at(row, column) for column in range(table.grid.columns)]
    other = [column for column, words in enumerate(own) if words != above[column]]
    wide = all(above[column] in above[max(column - 1, 0) : column] + above[column + 1 : column + 2] for column in other)
    return bool(other) and wide and any(own[column] for column in range(table.grid.columns) if column not in other)


def _fills(table: GridWords, row: int) -> bool:
    """True where ``row`` names every column that the row above leaves empty, and but these and their neighbours."""
    columns = range(table.grid.columns)
    open_ = {c for c in columns if not table.at(row - 1, c)}
    filled = {c for c in columns if table.at(row, c)}
    return bool(open_) and open_ <= filled <= open_ | {c - 1 for c in open_}


def is_number_row(table: GridWords, row: int) -> bool:
    """True for the row of column numbers: (1) (2) (3), A B 1 2."""
    found = [_NUMBER.match(words.strip()) for _, words in table.starting(row) if words]
    # Three numbers: a table has three columns and more.
    if len(found) < 3 or None in found:
        return False
    numbers = [int(m[1]) for m in found if m and m[1].isdigit()]
    return len(numbers) >= 2 and numbers == list(range(numbers[0], numbers[0] + len(numbers))) and numbers[0] in (1, 2)


def headings(table: GridWords, rows: range) -> list[list[str]]:
    """By column, the different headings above it from the top down; titles over the whole table are left out."""
    found: list[list[str]] = []
    for column in range(table.grid.columns):
        names: list[str] = []
        for row in rows:
            cell, words = table.cell(row, column), table.at(row, column) or _parent(table, rows, row, column)
            whole = cell is not None and cell.column_span >= table.grid.columns > 1
            if words and not whole and words not in names and not is_number_row(table, row):
                names.append(words)
        found.append([" ".join(name.split()) for name in names])
    return found


def _parent(table: GridWords, rows: range, row: int, column: int) -> str:
    """The heading that stands over an empty place: formats without merged cells print it over its first child only."""
    if not any(_has_heading(table, below, column) for below in range(row + 1, rows.stop)) or row + 1 >= rows.stop:
        return ""
    for left in range(column - 1, 0, -1):
        if words := table.at(row, left):
            return words if _has_heading(table, row + 1, left) else ""
        if not _has_heading(table, row + 1, left):
            return ""
    return ""


def _has_heading(table: GridWords, row: int, column: int) -> bool:
    """True where a heading begins in ``row``, other than a column number."""
    cell = table.cell(row, column)
    return cell is not None and cell.row == row and bool(table.at(row, column)) and not is_number_row(table, row)


def row_key(table: GridWords, row: int) -> str:
    """Lookup key of a row, to tell a heading that is repeated."""
    return "|".join(fold_key(table.at(row, column)) for column in range(table.grid.columns))
