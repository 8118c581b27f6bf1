"""Targets (chỉ tiêu): one a row of every table of targets, its values by column."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.grammar.cells.joint_roles import lead_and_coordinating
from vnplan.grammar.money.figures import Marks, read_figure
from vnplan.grammar.time.group_headings import read_group_time
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.mentions.in_setting import agencies_of, unique
from vnplan.models.agency import AgencyRef
from vnplan.models.table import ColumnRole, Table, TableRole
from vnplan.models.target import Bound, Target, TargetValue
from vnplan.models.task import TimeFrame, TimeKind
from vnplan.outline.shapes import Outline
from vnplan.rules.findings import Findings
from vnplan.rules.rows.figure_rows import FigureRow, cell_span, figure_rows, marks, title_column, unit_line
from vnplan.rules.rows.table_view import TableView
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText

Bodies = tuple[AgencyRef, ...]
_BRACKETS = re.compile(r"\([^()]*\)")
# Columns that hold no value of the target, whatever stands in them.
_OTHER = frozenset(
    {
        ColumnRole.ORDINAL,
        ColumnRole.UNIT,
        ColumnRole.LEAD,
        ColumnRole.COORDINATING,
        ColumnRole.LEAD_AND_COORDINATING,
        ColumnRole.IN_CHARGE,
        ColumnRole.APPROVER,
        ColumnRole.NOTE,
        ColumnRole.BUDGET,
    }
    | {ColumnRole.LOCATION, ColumnRole.AUDIENCE, ColumnRole.BASIS, ColumnRole.BODY, ColumnRole.PART}
)
_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_UNIT_IN_TITLE = re.compile(r"\(\s?(?:đvt|đơn vị(?: tính)?)?\s?:?\s?(?P<unit>%|[^()]{1,25})\s?\)\s*\Z", re.IGNORECASE)


def find(outline: Outline, known: Findings) -> Findings:
    """Every row of every table of targets, in document order; ids are ``<table id>/<no>``."""
    text = outline.text
    tables = (table for table in known.tables if table.role is TableRole.TARGET)
    return Findings(targets=tuple(t for table in tables for t in _targets(text, table, known.setting)))


def _targets(text: SearchText, table: Table, setting: Setting) -> Iterator[Target]:
    view = TableView(table)
    columns = _value_columns(view)
    periods = {place: _period(table.columns[place].heading) for place in columns}
    shared, written = unit_line(text, view), marks(view)
    for row in figure_rows(view):
        lead, beside = _who(text, view, row, setting)
        unit = view.words(row.row, ColumnRole.UNIT)
        yield Target(
            id=row.id,
            no=row.no,
            group=row.group,
            group_title=row.group_title,
            title=row.title,
            unit=" ".join(unit.split()) or _unit(row.title) or (shared.rpartition(":")[2].strip() if shared else None),
            values=tuple(_values(view, row, _periods(periods, row.group_title), written)),
            lead=lead,
            coordinating=beside,
            note=" ".join(view.words(row.row, ColumnRole.NOTE).split()) or None,
            table=table.id,
            span=row.span,
        )


def _value_columns(view: TableView) -> list[int]:
    title = title_column(view)
    found = []
    for place, column in enumerate(view.table.columns):
        dated = column.role == ColumnRole.TIME and _YEAR.search(column.heading)
        if place != title and column.role not in _OTHER and (column.role != ColumnRole.TIME or dated):
            found.append(place)
    return found


def _period(heading: str) -> TimeFrame | None:
    """The time that a heading names; none of one without dates (``Hiện trạng``)."""
    frame = parse_timeframe(_BRACKETS.sub(" ", heading)) if _YEAR.search(heading) else None
    return frame if frame and frame.kind is not TimeKind.OTHER else None


def _periods(periods: dict[int, TimeFrame | None], group: str | None) -> dict[int, TimeFrame | None]:
    """Below a group row that is a time (``Đến năm 2030``), columns that name none hold the values of its time."""
    of_group = read_group_time(group) if group else None
    return {place: period or of_group for place, period in periods.items()} if of_group else periods


def _unit(title: str) -> str | None:
    """The unit in brackets at the end of a title: ``Tỷ lệ hộ nghèo (%)``."""
    found = _UNIT_IN_TITLE.search(title)
    return found["unit"].strip() if found and (found["unit"] == "%" or "đv" in found[0].lower()) else None


def _values(
    view: TableView, row: FigureRow, periods: dict[int, TimeFrame | None], written: Marks | None
) -> Iterator[TargetValue]:
    for place, period in periods.items():
        cell = view.at(row.row, place)
        if cell is None or not cell.spans or cell.column != place:  # a merged cell is one value, of its first column
            continue
        figure = read_figure(cell.text, written)
        yield TargetValue(
            column=view.table.columns[place].heading,
            period=period,
            raw=" ".join(cell.text.split()),
            value=float(figure.value) if figure else None,
            upper=float(figure.upper) if figure and figure.upper is not None else None,
            bound=Bound(figure.bound) if figure and figure.bound else None,
            span=cell_span(cell),
        )


def _who(text: SearchText, view: TableView, row: FigureRow, setting: Setting) -> tuple[Bodies, Bodies]:
    led: Bodies = ()
    helped: Bodies = ()
    for role in (ColumnRole.LEAD, ColumnRole.LEAD_AND_COORDINATING):
        pieces = tuple(s for cell in view.cells(row.row, role) for s in cell.spans)
        more, beside = lead_and_coordinating(text, pieces, setting)
        led, helped = led + more, helped + beside
    pieces = tuple(s for cell in view.cells(row.row, ColumnRole.COORDINATING) for s in cell.spans)
    return unique(led), unique((*helped, *agencies_of(text, pieces, setting)))
