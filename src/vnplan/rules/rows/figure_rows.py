"""Rows of tables of figures (chỉ tiêu, dự toán): number, title, group, and the columns that hold figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass

from vnplan.grammar.cells.row_numbers import read_ordinal
from vnplan.grammar.money.figures import Marks, marks_of, read_figure
from vnplan.models.base import Span
from vnplan.models.table import Cell, ColumnRole, RowKind
from vnplan.rules.rows.row_groups import NUMBERED, Groups, group_words
from vnplan.rules.rows.table_view import TableView
from vnplan.text.search_text import SearchText

_COUNTED = (RowKind.DATA, RowKind.TOTAL)
_TITLES = (ColumnRole.TARGET, ColumnRole.TASK, None)
_UNIT_LINE = re.compile(r"\(?(?:đơn vị(?: tính)?|đvt)\s?:[^\n]{1,60}\s*\Z", re.IGNORECASE)
_RULING = " \t\n\xa0|+-="  # what text formats draw a table with
_LOOK_BACK = 120
"""Characters above a table among which the line with its unit is sought: one line, and the spaces of its alignment."""


@dataclass(frozen=True, slots=True)
class FigureRow:
    """One row of figures."""

    row: int
    id: str
    no: str | None
    title: str
    group: str | None
    group_title: str | None
    total: bool
    span: Span


def figure_rows(view: TableView) -> Iterator[FigureRow]:
    """Rows of data and totals that have a title, in order."""
    column = title_column(view)
    if column is None:
        return
    groups, seen = Groups(), Counter[str]()
    for number, row in view.rows():
        if row.kind is RowKind.GROUP:
            groups.enter(*group_words(view, number))
        if row.kind not in _COUNTED:
            continue
        cell = view.at(number, column)
        title = " ".join(cell.text.split()) if cell else ""
        printed = " ".join(view.words(number, ColumnRole.ORDINAL).split())
        spans = [s for own in row.cells for s in own.spans]
        if not title or not spans or read_ordinal(title):
            continue
        label = read_ordinal(printed)
        no = (label.label if label else printed.rstrip(".")) or None
        if no is None and (found := NUMBERED.match(title)):
            label, no, title = read_ordinal(found["label"]), found["label"], found["title"]
        total = row.kind is RowKind.TOTAL
        group, group_title = (None, None) if total else groups.of(label)
        name = f"{view.table.id}/{no or f'r{number}'}"
        seen[name] += 1
        yield FigureRow(
            row=number,
            id=name if seen[name] == 1 else f"{name}~{seen[name]}",
            no=no,
            title=title,
            group=group,
            group_title=group_title,
            total=total,
            span=Span(min(s.start for s in spans), max(s.end for s in spans)),
        )


def title_column(view: TableView) -> int | None:
    """The column that says what is counted: of targets, of work, else the first of words; ``None`` without one."""
    columns = view.table.columns
    numbers = view.columns_of.get(ColumnRole.ORDINAL, ())
    for role in _TITLES:
        for place, column in enumerate(columns):
            if column.role == role and place not in numbers and not _mostly_figures(view, place):
                return place
    return None


def _mostly_figures(view: TableView, place: int) -> bool:
    """True for a column of figures, and for one without a word."""
    words = [c.text for n, r in view.rows() if r.kind in _COUNTED and (c := view.at(n, place)) and c.text]
    return 2 * sum(read_figure(w) is not None or read_ordinal(w) is not None for w in words) >= len(words)


def marks(view: TableView) -> Marks | None:
    """How the table writes its numbers."""
    data = (row for row in view.table.rows if row.kind is not RowKind.HEADER)
    return marks_of(cell.text for row in data for cell in row.cells)


def unit_line(text: SearchText, view: TableView) -> str | None:
    """The words of the line above the table that names one unit for all of it (``Đơn vị tính: triệu đồng``)."""
    start = view.table.span.start
    above = _UNIT_LINE.search(text.original[max(0, start - _LOOK_BACK) : start].rstrip(_RULING))
    if above:
        return above[0].strip(" ()\n\xa0")
    for row in view.table.rows:  # laid inside the table, over all its columns
        if row.kind is RowKind.HEADER and (words := _merged(row.cells, len(view.table.columns))):
            return words
    return None


def _merged(cells: tuple[Cell, ...], width: int) -> str | None:
    return next((c.text for c in cells if c.column_span >= width > 1 and _UNIT_LINE.search(c.text)), None)


def cell_span(cell: Cell) -> Span:
    """From the first to the last word of a cell that has some."""
    return Span(min(s.start for s in cell.spans), max(s.end for s in cell.spans))
