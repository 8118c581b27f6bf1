"""What each column of a table is for, and so the table."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnplan.gazetteer.table_headers import role_of
from vnplan.grammar.cells.column_fit import is_body
from vnplan.grammar.cells.role_marks import read_mark
from vnplan.grammar.cells.row_numbers import is_ordinal
from vnplan.models.table import TableRole
from vnplan.outline.shapes import ColumnShape
from vnplan.outline.tables.grid_words import GridWords
from vnplan.text.fold import fold_key

# Whoever does the work.
WHO = frozenset({"lead", "coordinating", "lead_and_coordinating", "in_charge", "body"})
# Headings of the bodies beside a column that says what part each takes.
_ANY_BODY = frozenset({"cơ quan", "đơn vị", "cơ quan đơn vị", "tên cơ quan", "tên đơn vị", "sở ngành", "sở ban ngành"})
# A column of groups before that of the tasks in them.
_GROUPING = ("nhóm ", "lĩnh vực")
# Headings of sums beside other columns of money.
_SUMS = frozenset({"tổng", "tổng cộng", "tổng số", "cộng", "khác", "nguồn khác", "vốn khác"})
# A parent heading that says what its children are, whatever they are called (Kinh phí over years and sources).
_RULING = frozenset({"budget", "target", "output", "note"})
# What is counted by year.
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_KIND = r"(?:cơ quan|đơn vị|sở|ban|ngành|phòng|địa phương|bộ|tổ chức|bộ phận)"
_BODIES = re.compile(rf"(?:tên )?(?:các )?{_KIND}(?:(?:, | |/)(?:và )?{_KIND}){{0,4}}(?: được (?:giao|phân công))?")
# Share of filled cells of a column that must be ordinals for a column without heading to number the rows.
_MOSTLY = 0.8


def column_shapes(table: GridWords, headings: Sequence[Sequence[str]], first_row: int) -> tuple[ColumnShape, ...]:
    """The columns of a table whose data begins at ``first_row``."""
    roles = [_role(names) for names in headings]
    if roles and roles[0] is None and _numbers_rows(table, first_row):
        roles[0] = "stt"
    roles = _in_context(_marked(table, roles, headings, first_row), headings)
    return tuple(ColumnShape(" ".join(names), role) for names, role in zip(headings, roles, strict=True))


def _role(names: Sequence[str]) -> str | None:
    if not names:
        return None
    own = role_of(names[-1])
    above = next((role for name in reversed(names[:-1]) if (role := role_of(name))), None)
    if own is None or above in _RULING:
        return above or role_of(" ".join(names)) or own
    return own


def _marked(
    table: GridWords, roles: list[str | None], headings: Sequence[Sequence[str]], first_row: int
) -> list[str | None]:
    """Columns of marks (CT, PH, x): headed by a body they are ``body``, each mark gives it a part; else ``part``."""
    found = list(roles)
    for column, names in enumerate(headings):
        if not names or roles[column] in ("stt", "task", "time", "note"):
            continue
        filled = [words for row in range(first_row, table.grid.rows) if (words := table.at(row, column))]
        if not filled or not all(read_mark(words) for words in filled):
            continue
        if role_of(names[-1]) == "lead_and_coordinating":
            found[column] = "part"
        elif role_of(names[-1]) is None and (roles[column] in WHO or is_body(names[-1])):
            found[column] = "body"
    return found


def _numbers_rows(table: GridWords, first_row: int) -> bool:
    filled = [words for row in range(first_row, table.grid.rows) if (words := table.at(row, 0))]
    return bool(filled) and sum(map(is_ordinal, filled)) >= _MOSTLY * len(filled)


def _is_bodies(names: Sequence[str]) -> bool:
    """A heading that is a kind of body, or a list of kinds."""
    return bool(names) and _BODIES.fullmatch(fold_key(names[-1])) is not None


def _in_context(roles: list[str | None], headings: Sequence[Sequence[str]]) -> list[str | None]:
    """Settle what one heading alone leaves open."""
    named = set(roles)
    # "Đơn vị" alone is the unit of measure beside targets, the body beside tasks.
    if "task" in named and not named & {"target", "lead", "lead_and_coordinating"}:
        roles = [
            "lead" if role == "unit" and names and fold_key(names[-1]) == "đơn vị" else role
            for role, names in zip(roles, headings, strict=True)
        ]
    first = roles.index("task") if roles.count("task") > 1 else -1
    if first >= 0 and fold_key(headings[first][-1]).startswith(_GROUPING):
        roles = [*roles[:first], "group", *roles[first + 1 :]]
    if "budget" in named:
        roles = [
            "budget" if role is None and names and fold_key(names[-1]) in _SUMS else role
            for role, names in zip(roles, headings, strict=True)
        ]
    if "part" in named and not named & WHO:
        roles = [
            "lead" if names and fold_key(names[-1]) in _ANY_BODY else role
            for role, names in zip(roles, headings, strict=True)
        ]
    # "Cơ quan, đơn vị", "Sở, ngành" beside tasks, where no other column says who.
    named = set(roles)
    if "task" in named and not named & WHO:
        place = next((i for i, names in enumerate(headings) if roles[i] is None and _is_bodies(names)), None)
        roles = roles if place is None else [*roles[:place], "lead", *roles[place + 1 :]]
    # A target that a body leads with others, without a unit of measure, is work (chỉ số thành phần, tiêu chí).
    named = set(roles)
    if not named & {"task", "unit"} and "target" in named and named & WHO and named & {"coordinating", "output"}:
        first = roles.index("target")
        roles = [*roles[:first], "task", *roles[first + 1 :]]
    # Beside a body and a date, the one column without a known heading after the numbers is what is to be done.
    named = set(roles)
    unknown = [i for i, role in enumerate(roles) if role is None and headings[i]]
    if not named & {"task", "target"} and named & WHO and named & {"time", "coordinating", "output"} and unknown:
        place = unknown[0]
        if place <= 1 and (place == 0 or roles[0] == "stt"):
            roles = [*roles[:place], "task", *roles[place + 1 :]]
    return roles


def table_role(columns: Sequence[ColumnShape]) -> TableRole:
    """What a table is for, by the roles of its columns."""
    roles = {column.role for column in columns}
    if "task" in roles and roles & (WHO | {"time", "approver"}):
        return TableRole.ASSIGNMENT
    if "target" in roles:
        return TableRole.TARGET
    if "budget" in roles:
        return TableRole.BUDGET
    if "unit" in roles and any(_YEAR.search(column.heading) for column in columns):
        return TableRole.TARGET
    return TableRole.OTHER
