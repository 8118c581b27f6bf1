"""What each column of a table is for, and so the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnplan.grammar.cells.column_fit import is_body
from vnplan.grammar.cells.column_headings import role_of
from vnplan.grammar.cells.role_marks import read_mark
from vnplan.grammar.cells.row_numbers import is_ordinal
from vnplan.models.table import ColumnRole, TableRole
from vnplan.outline.shapes import ColumnShape
from vnplan.outline.tables.column_context import WHO, in_context, names_agencies
from vnplan.outline.tables.grid_words import GridWords

# A parent heading that says what its children are, whatever they are called (Kinh phí over years and sources).
_RULING = frozenset({ColumnRole.BUDGET, ColumnRole.TARGET, ColumnRole.OUTPUT, ColumnRole.NOTE})
_AGENCIES = (ColumnRole.LEAD, ColumnRole.LEAD_AND_COORDINATING)
# What is counted by year.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
# Share of filled cells of a column that must be ordinals for a column without heading to number the rows.
_MOSTLY = 0.8


def column_shapes(table: GridWords, headings: Sequence[Sequence[str]], first_row: int) -> tuple[ColumnShape, ...]:
    """The columns of a table whose data begins at ``first_row``."""
    roles = [_role(names) for names in headings]
    for column, role in enumerate(roles):  # numbers of the rows, and behind them numbers within groups
        if role is None and _numbers_rows(table, column, first_row):
            roles[column] = ColumnRole.ORDINAL
        elif role is not ColumnRole.ORDINAL:
            break
    settled = in_context(_marked(table, roles, headings, first_row), headings)
    return tuple(ColumnShape(" ".join(names), role) for names, role in zip(headings, settled, strict=True))


def _role(names: Sequence[str]) -> ColumnRole | None:
    if not names:
        return None
    own = role_of(names[-1])
    above = next((role for name in reversed(names[:-1]) if (role := role_of(name))), None)
    if own is ColumnRole.IN_CHARGE and (above in _AGENCIES or any(map(names_agencies, names[:-1]))):
        return ColumnRole.LEAD  # "Cơ quan thực hiện" over "Đầu mối": the one in charge is an agency
    if own is None or above in _RULING:
        return above or role_of(" ".join(names)) or own
    return own


def _marked(
    table: GridWords, roles: list[ColumnRole | None], headings: Sequence[Sequence[str]], first_row: int
) -> list[ColumnRole | None]:
    """Columns of marks (CT, PH, x): headed by an agency they are ``body``, each mark gives it a part; else ``part``."""
    found = list(roles)
    for column, names in enumerate(headings):
        if not names or roles[column] in (ColumnRole.ORDINAL, ColumnRole.TASK, ColumnRole.TIME, ColumnRole.NOTE):
            continue
        filled = [words for row in range(first_row, table.grid.rows) if (words := table.at(row, column))]
        if not filled or not all(read_mark(words) for words in filled):
            continue
        if role_of(names[-1]) == ColumnRole.LEAD_AND_COORDINATING:
            found[column] = ColumnRole.PART
        elif role_of(names[-1]) is None and (roles[column] in WHO or is_body(names[-1])):
            found[column] = ColumnRole.BODY
    return found


def _numbers_rows(table: GridWords, column: int, first_row: int) -> bool:
    filled = [words for row in range(first_row, table.grid.rows) if (words := table.at(row, column))]
    return bool(filled) and sum(map(is_ordinal, filled)) >= _MOSTLY * len(filled)


def table_role(columns: Sequence[ColumnShape]) -> TableRole:
    """What a table is for, by the roles of its columns."""
    roles = {column.role for column in columns}
    if ColumnRole.TASK in roles and roles & (WHO | {ColumnRole.TIME, ColumnRole.APPROVER}):
        return TableRole.ASSIGNMENT
    if ColumnRole.TARGET in roles:
        return TableRole.TARGET
    if ColumnRole.BUDGET in roles:
        return TableRole.BUDGET
    if ColumnRole.UNIT in roles and any(_YEAR.search(column.heading) for column in columns):
        return TableRole.TARGET
    return TableRole.OTHER
