"""Who takes which part where marks say so: agencies as columns, or a column of parts beside the agencies."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnplan.grammar.cells.column_headings import named_role, role_of
from vnplan.grammar.cells.role_marks import read_mark
from vnplan.mentions.in_setting import agencies_of
from vnplan.models.agency import AgencyRef
from vnplan.models.table import Cell, ColumnRole, RowKind
from vnplan.rules.rows.table_view import TableView
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText

_COLUMNS = (ColumnRole.LEAD, ColumnRole.LEAD_AND_COORDINATING, ColumnRole.COORDINATING, ColumnRole.IN_CHARGE)


@dataclass(frozen=True, slots=True)
class Parts:
    """The agencies of a row by part; ``others`` are ticked without a word of which."""

    lead: tuple[AgencyRef, ...] = ()
    coordinating: tuple[AgencyRef, ...] = ()
    others: tuple[AgencyRef, ...] = ()


def read_parts(text: SearchText, view: TableView, rows: Sequence[int], setting: Setting) -> Parts | None:
    """The agencies of the rows of one task, by their marks; ``None`` for a table that has no marks."""
    if ColumnRole.BODY in view.columns_of:
        return _ticked(text, view, rows, setting)
    if ColumnRole.PART in view.columns_of:
        return _beside(text, view, rows, setting)
    return None


def _ticked(text: SearchText, view: TableView, rows: Sequence[int], setting: Setting) -> Parts:
    found: dict[str, list[AgencyRef]] = {"lead": [], "coordinating": [], "takes_part": []}
    for column in view.columns_of[ColumnRole.BODY]:
        marks = [mark for row in rows if (cell := view.at(row, column)) and (mark := read_mark(cell.text))]
        if marks:
            heading, above = _heading(view, column)
            part = marks[0] if marks[0] != "takes_part" else above or "takes_part"
            found[part] += agencies_of(text, heading.spans, setting) if heading else ()
    ticked = tuple(found["takes_part"])
    if found["lead"]:  # a tick beside an agency that is marked as the lead is a helper
        return Parts(tuple(found["lead"]), (*found["coordinating"], *ticked))
    if view.columns_of[ColumnRole.BODY] and all(
        _carries_out(view, column) for column in view.columns_of[ColumnRole.BODY]
    ):
        return Parts(ticked, tuple(found["coordinating"]))
    return Parts((), tuple(found["coordinating"]), ticked)


def _heading(view: TableView, column: int) -> tuple[Cell | None, str | None]:
    """The heading cell that names the body, and the part that a heading merged above it gives to all its ticks."""
    named = _headings(view, column)
    above = next((part for cell in reversed(named[:-1]) if (part := named_role(cell.text))), None)
    return (named[-1] if named else None), above


def _carries_out(view: TableView, column: int) -> bool:
    """True below ``Cơ quan thực hiện``: who is ticked does the work."""
    return any(role_of(cell.text) is ColumnRole.LEAD for cell in _headings(view, column)[:-1])


def _headings(view: TableView, column: int) -> list[Cell]:
    """The heading cells above a column from the top down, but for column numbers."""
    cells = [
        cell
        for number, row in enumerate(view.table.rows)
        if row.kind is RowKind.HEADER and (cell := view.at(number, column)) and cell.text
    ]
    return [cell for cell in dict.fromkeys(cells) if not cell.text.strip("() ").isdigit()]


def _beside(text: SearchText, view: TableView, rows: Sequence[int], setting: Setting) -> Parts:
    found: dict[str, list[AgencyRef]] = {"lead": [], "coordinating": [], "takes_part": []}
    for row in rows:
        pieces = tuple(s for role in _COLUMNS for cell in view.cells(row, role) for s in cell.spans if cell.row == row)
        marks = [mark for cell in view.cells(row, ColumnRole.PART) if (mark := read_mark(cell.text))]
        found[marks[0] if marks else "takes_part"] += agencies_of(text, pieces, setting)
    return Parts(tuple(found["lead"]), tuple(found["coordinating"]), tuple(found["takes_part"]))
