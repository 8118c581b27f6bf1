"""Roles that single headings give -> roles that the columns have beside each other; an ordered table of rules.

A rule takes the columns and returns them, changed or not; it sees what the rules before it have settled.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Final

from vnplan.grammar.cells.column_headings import heading_means, is_deadline_heading
from vnplan.grammar.cells.role_words import AGENCY
from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.models.table import ColumnRole
from vnplan.text.fold import fold_key

# Whoever does the work.
WHO: Final = frozenset(
    {ColumnRole.LEAD, ColumnRole.COORDINATING, ColumnRole.LEAD_AND_COORDINATING, ColumnRole.IN_CHARGE, ColumnRole.BODY}
)
# Kinds of agencies in headings that name nothing else: "Cơ quan, đơn vị", "Sở, ngành".
_NOUNS = alternation(
    row for row in select(Family.AGENCY_NOUN) if row.traits & {"listed", "statutory"} and "whole" not in row.traits
)
_KIND = rf"(?:{_NOUNS}|{AGENCY})"
_AGENCIES = re.compile(rf"(?:tên )?(?:các )?{_KIND}(?:(?:, | |/)(?:và )?{_KIND}){{0,4}}(?: được (?:giao|phân công))?")
# Words for where a thing stands on the day of the table.
_TODAY = re.compile(rf"\b{any_of(Family.TIME_CUE, Context.COLUMN, means='reached')}")

Headings = Sequence[Sequence[str]]


@dataclass(frozen=True, slots=True)
class Columns:
    """The columns of a table: by place the role so far, and the headings above it from the top down."""

    roles: tuple[ColumnRole | None, ...]
    headings: Headings

    def own(self, place: int) -> str:
        """The folded words of the lowest heading; empty where there is none."""
        return fold_key(self.headings[place][-1]) if self.headings[place] else ""

    def has(self, *roles: str) -> bool:
        """Whether a column has one of the roles."""
        return bool(set(self.roles) & set(roles))

    def put(self, place: int, role: ColumnRole | None) -> Columns:
        """The columns with another role at ``place``."""
        return Columns((*self.roles[:place], role, *self.roles[place + 1 :]), self.headings)

    def each(self, role: ColumnRole | None, said: Callable[[int], bool], new: ColumnRole | None) -> Columns:
        """The columns with ``new`` for every column of ``role`` that ``said`` picks."""
        chosen = [new if own == role and said(place) else own for place, own in enumerate(self.roles)]
        return Columns(tuple(chosen), self.headings)


def unit_is_agency(columns: Columns) -> Columns:
    """``Đơn vị`` alone is the unit of measure beside targets, the body beside tasks."""
    if not columns.has(ColumnRole.TASK) or columns.has(
        ColumnRole.TARGET, ColumnRole.LEAD, ColumnRole.LEAD_AND_COORDINATING
    ):
        return columns
    return columns.each(ColumnRole.UNIT, lambda place: columns.own(place) == "đơn vị", ColumnRole.LEAD)


def groups_before_tasks(columns: Columns) -> Columns:
    """``Nhóm nhiệm vụ | Nhiệm vụ``: of two columns of tasks the first holds the groups."""
    if columns.roles.count(ColumnRole.TASK) < 2:
        return columns
    first = columns.roles.index(ColumnRole.TASK)
    return columns.put(first, ColumnRole.GROUP) if heading_means(columns.own(first), "group") else columns


def groups_before_numbers(columns: Columns) -> Columns:
    """``Cụm việc | TT | Phần việc cụ thể``: numbers number what stands behind them; what stands before heads groups."""
    place = columns.roles.index(ColumnRole.ORDINAL) if columns.has(ColumnRole.ORDINAL) else 0
    before = columns.roles[:place]
    if before not in ((ColumnRole.TASK,), (None,)) or not columns.headings[0] or place + 1 >= len(columns.roles):
        return columns
    numbered = (ColumnRole.TASK,) if before == (None,) else (None, ColumnRole.TASK)
    if columns.roles[place + 1] not in numbered or not columns.headings[place + 1]:
        return columns
    return columns.put(0, ColumnRole.GROUP).put(place + 1, ColumnRole.TASK)


def sums_of_money(columns: Columns) -> Columns:
    """``Tổng``, ``Khác`` beside columns of money are money."""
    return (
        columns.each(None, lambda p: heading_means(columns.own(p), "sum"), ColumnRole.BUDGET)
        if columns.has(ColumnRole.BUDGET)
        else columns
    )


def agencies_beside_parts(columns: Columns) -> Columns:
    """``Cơ quan | Vai trò``: beside a column of parts stand those who take them."""
    if not columns.has(ColumnRole.PART) or columns.has(*WHO):
        return columns
    place = next(
        (p for p, role in enumerate(columns.roles) if role in (None, ColumnRole.UNIT) and _is_agencies(columns, p)),
        None,
    )
    return columns if place is None else columns.put(place, ColumnRole.LEAD)


def agencies_beside_tasks(columns: Columns) -> Columns:
    """``Cơ quan, đơn vị`` beside tasks, where no other column says who."""
    if not columns.has(ColumnRole.TASK) or columns.has(*WHO):
        return columns
    place = next((p for p, role in enumerate(columns.roles) if role is None and _is_agencies(columns, p)), None)
    return columns if place is None else columns.put(place, ColumnRole.LEAD)


def targets_as_tasks(columns: Columns) -> Columns:
    """A target that an agency leads with others, without a unit of measure, is work (chỉ số thành phần, tiêu chí)."""
    led = columns.has(*WHO) and columns.has(ColumnRole.COORDINATING, ColumnRole.OUTPUT)
    if columns.has(ColumnRole.TASK, ColumnRole.UNIT) or not columns.has(ColumnRole.TARGET) or not led:
        return columns
    return columns.put(columns.roles.index(ColumnRole.TARGET), ColumnRole.TASK)


def unknown_is_task(columns: Columns) -> Columns:
    """Beside an agency and a date, the one column without a known heading after the numbers is what is to be done."""
    if (
        columns.has(ColumnRole.TASK, ColumnRole.TARGET)
        or not columns.has(*WHO)
        or not columns.has(ColumnRole.TIME, ColumnRole.COORDINATING, ColumnRole.OUTPUT)
    ):
        return columns
    place = next(
        (p for p, role in enumerate(columns.roles) if columns.headings[p] and role != ColumnRole.ORDINAL), None
    )
    return columns if place is None or columns.roles[place] else columns.put(place, ColumnRole.TASK)


def progress_is_no_time(columns: Columns) -> Columns:
    """``Thời gian hoàn thành | Tiến độ đến 31/3``: beside the last day, how far the work has come is no time."""
    days = [
        p for p, role in enumerate(columns.roles) if role is ColumnRole.TIME and is_deadline_heading(columns.own(p))
    ]
    if not days:
        return columns
    return columns.each(
        ColumnRole.TIME, lambda place: place not in days and columns.own(place).startswith("tiến độ"), None
    )


def state_of_today(columns: Columns) -> Columns:
    """``Tiến độ hiện tại``: how far the work has come by the day of the table is no time to do it in."""
    return columns.each(ColumnRole.TIME, lambda place: _TODAY.search(columns.own(place)) is not None, None)


def results_of_today(columns: Columns) -> Columns:
    """``Kết quả yêu cầu | Kết quả hiện nay``: beside what is to come out, what is there already is none of it."""
    if columns.roles.count(ColumnRole.OUTPUT) < 2:
        return columns
    return columns.each(ColumnRole.OUTPUT, lambda place: _TODAY.search(columns.own(place)) is not None, None)


RULES: Final = (
    unit_is_agency,
    groups_before_tasks,
    sums_of_money,
    agencies_beside_parts,
    agencies_beside_tasks,
    targets_as_tasks,
    unknown_is_task,
    groups_before_numbers,
    progress_is_no_time,
    state_of_today,
    results_of_today,
)
"""In the order in which they are asked: a column of agencies must be known before targets can be tasks."""


def in_context(roles: Sequence[ColumnRole | None], headings: Headings) -> tuple[ColumnRole | None, ...]:
    """The roles of columns side by side."""
    columns = Columns(tuple(roles), headings)
    for rule in RULES:
        columns = rule(columns)
    return columns.roles


def names_agencies(heading: str) -> bool:
    """A heading that is a kind of agency, or a list of kinds."""
    return _AGENCIES.fullmatch(fold_key(heading)) is not None


def _is_agencies(columns: Columns, place: int) -> bool:
    return names_agencies(columns.own(place))
