"""The time frame of a row: one column, two (start and end), or one a year."""

from __future__ import annotations

import re

from vnplan.grammar.cells.column_headings import is_deadline_heading
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.models.table import ColumnRole
from vnplan.models.task import TimeFrame, TimeKind
from vnplan.rules.rows.table_view import TableView
from vnplan.text.view import fold_space

_YEAR_COLUMN = re.compile(r"\b((?:19|20)\d\d)\Z")
_MARK = re.compile(r"[xX✓✔√+*vV●]\Z")


def read_time(view: TableView, row: int, extra: str, year: int | None) -> TimeFrame | None:
    """The time frame of a row; ``extra`` is what a page break carried into the next row."""
    columns = view.columns_of.get(ColumnRole.TIME, ())
    marked = _marked_years(view, row, columns)
    if marked:
        return parse_timeframe(", ".join(marked))
    cells = dict.fromkeys(column for column in columns if (cell := view.at(row, column)) and cell.text)
    if not cells:
        return parse_timeframe(extra, year=year) if extra else None
    texts = {column: cell.text for column in cells if (cell := view.at(row, column))}
    headings = view.table.columns
    if len(set(texts.values())) == 1:
        column, words = next(iter(texts.items()))
        deadline = is_deadline_heading(headings[column].heading)
        return parse_timeframe(f"{words} {extra}".strip(), year=year, deadline=deadline)
    frames = [
        frame
        for column, words in texts.items()
        if (frame := parse_timeframe(words, year=year, deadline=is_deadline_heading(headings[column].heading)))
    ]
    return _joined(frames)


def _marked_years(view: TableView, row: int, columns: tuple[int, ...]) -> list[str]:
    """Years whose column is ticked, of a time heading over one column a year."""
    if len(columns) < 2:
        return []
    found = []
    for column in columns:
        head = _YEAR_COLUMN.search(fold_space(view.table.columns[column].heading))
        cell = view.at(row, column)
        if head is None:
            return []
        if cell and _MARK.match(cell.text.strip()):
            found.append(head[1])
    return found


def _joined(frames: list[TimeFrame]) -> TimeFrame | None:
    """Start and end of a row that gives them in two columns."""
    if len(frames) < 2:
        return frames[0] if frames else None
    first, last = frames[0], frames[-1]
    return TimeFrame(
        raw=" - ".join(frame.raw for frame in frames),
        kind=TimeKind.RANGE if first.start and last.end else last.kind,
        start=first.start,
        end=last.end,
        recurrence=first.recurrence or last.recurrence,
        trigger=first.trigger or last.trigger,
        inferred=first.inferred or last.inferred,
    )
