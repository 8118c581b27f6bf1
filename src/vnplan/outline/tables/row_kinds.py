"""Kinds of rows: headings, groups (I, II, A), data, totals."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnplan.grammar.cells.row_numbers import Ordinal, read_ordinal
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.models.table import ColumnRole, RowKind
from vnplan.models.task import TimeKind
from vnplan.outline.shapes import ColumnShape
from vnplan.outline.tables.column_context import WHO
from vnplan.outline.tables.grid_words import GridWords, is_bold
from vnplan.outline.tables.header_rows import is_number_row, row_key
from vnplan.text.fold import fold_case
from vnplan.text.numerals import ROMAN

_TOTAL = re.compile(any_of(Family.COLUMN, Context.CELL, means="total"))
_SUM = re.compile(r"(?:tổng cộng|tổng|cộng)\W*\Z")
_NUMBERED_TITLE = re.compile(rf"(?:{ROMAN}|[A-ZĐ])\s?[.)/:-]\s*\S")
_DAY_PART = re.compile(any_of(Family.TIME_CUE, Context.CELL, trait="day-part"))
_ALIKE = 3
"""Cells alike that are one: two may be by chance, where an agency leads and takes part."""
_LONGEST_TOTAL = 60
"""Characters of a cell that heads a sum (Tổng cộng); a task that begins with such a word is a sentence."""


def row_kinds(table: GridWords, columns: Sequence[ColumnShape], header: tuple[int, int]) -> tuple[RowKind, ...]:
    """The kind of each row."""
    repeated = {row_key(table, row) for row in range(*header)}
    kinds = []
    for row in range(table.grid.rows):
        again = row >= header[1] and row_key(table, row) in repeated and any(w for _, w in table.starting(row))
        if row < header[1] or again:
            kinds.append(RowKind.HEADER)
        else:
            kinds.append(_kind(table, columns, row))
    return tuple(kinds)


def _kind(table: GridWords, columns: Sequence[ColumnShape], row: int) -> RowKind:
    filled = [(cell, words) for cell, words in table.starting(row) if words]
    reached = [c for c in range(table.grid.columns) if table.at(row, c)]
    if not filled or table.grid.columns == 1:
        return RowKind.DATA
    title = next((w for _, w in filled if not read_ordinal(w)), "")
    label = read_ordinal(table.at(row, _number_column(columns)))
    counted = label is not None and label.kind in ("arabic", "nested")  # "5 | Tổng duyệt": a row like the others
    if len(title) <= _LONGEST_TOTAL and (_SUM if counted else _TOTAL).match(fold_case(title)):
        return RowKind.TOTAL
    grouped = _is_numbered_apart(table, columns, row) or _is_group(table, columns, row, reached)
    return RowKind.GROUP if grouped else RowKind.DATA


def _is_numbered_apart(table: GridWords, columns: Sequence[ColumnShape], row: int) -> bool:
    """``| | 1 | Làm sạch dữ liệu``, ``| 1 | a) | Dữ liệu y tế``: tasks count through, groups in a column of their own.

    Cells that are merged over the rows of the group begin in its own row; an agency is named in it at most
    where a row ``a)`` follows.
    """
    if [column.role for column in columns[:2]] != [ColumnRole.ORDINAL] * 2 or row + 1 >= table.grid.rows:
        return False
    own = {cell.column: words for cell, words in table.starting(row) if cell.row_span == 1}
    number, below = read_ordinal(own.get(1, "")), read_ordinal(table.at(row + 1, 1))
    if own.get(0, "-") or number is None or not table.at(row + 1, 0):
        return False
    opens = below is not None and below.kind == "small" and below.value == 1 and number.kind != "small"
    return opens or not any(words and columns[place].role in WHO for place, words in own.items())


def _is_group(table: GridWords, columns: Sequence[ColumnShape], row: int, reached: Sequence[int]) -> bool:
    place = _number_column(columns)
    label = read_ordinal(table.at(row, place))
    cells = {id(cell): cell for c in reached if (cell := table.cell(row, c))}
    body = [cell for cell in cells.values() if not (label and cell.column == place)]
    if any(cell.row < row for cell in body) or not body:
        return False
    title = body[0]
    least = max(2, table.grid.columns - 2)
    merged = title.column_span >= least
    if len(body) > 1:
        # Formats without merged cells repeat the title in each place.
        alike = len(body) >= max(least, _ALIKE) and len({table.at(row, cell.column) for cell in body}) == 1
        return alike or _subtotalled(columns, label, [cell.column for cell in body], bold=is_bold(title))
    if columns[title.column].role in WHO | {ColumnRole.TIME, ColumnRole.NOTE, ColumnRole.COORDINATING} and not merged:
        return columns[title.column].role is ColumnRole.TIME and _is_part_of_day(table.at(row, title.column))
    if label is None:
        return merged or is_bold(title) or _NUMBERED_TITLE.match(table.at(row, title.column)) is not None
    if label.kind in ("roman", "letter"):
        return True
    return merged or is_bold(title) or has_children(table, row, label, place)


def _is_part_of_day(words: str) -> bool:
    """``Buổi sáng - Sinh hoạt theo lớp``: in a column of times, a part of a day without a day heads a group."""
    frame = parse_timeframe(words) if _DAY_PART.match(fold_case(words)) else None
    return frame is not None and frame.kind is TimeKind.OTHER


def _subtotalled(columns: Sequence[ColumnShape], label: Ordinal | None, filled: Sequence[int], *, bold: bool) -> bool:
    """A group row with sums or a stray word beside its title: nobody is named, and the label or the type tells."""
    if any(columns[c].role in WHO for c in filled[1:]) or not any(c.role in WHO for c in columns):
        return False
    kinds = ("roman", "letter")
    return columns[filled[0]].role is ColumnRole.TASK and label is not None and (label.kind in kinds or bold)


def _number_column(columns: Sequence[ColumnShape]) -> int:
    """The column of the rows' numbers, by its heading; else the first."""
    return next((place for place, column in enumerate(columns) if column.role is ColumnRole.ORDINAL), 0)


def has_children(table: GridWords, row: int, label: Ordinal, place: int) -> bool:
    """True where the row below is numbered under ``label``: 13, then 13.1; 1, then a)."""
    for below in range(row + 1, table.grid.rows):
        if is_number_row(table, below):
            continue
        child = read_ordinal(table.at(below, place))
        if child is None:
            return False
        return child.label.startswith(f"{label.label}.") or (
            child.kind == "small" and child.value == 1 and label.kind in ("arabic", "nested")
        )
    return False
