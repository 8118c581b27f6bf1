"""Rows of an assignment table gathered to tasks: groups, numbers, rows that go on with the one above."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from difflib import SequenceMatcher

from vnplan.grammar.cells.row_numbers import read_ordinal
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.models.table import Cell, ColumnRole, RowKind
from vnplan.rules.rows.row_groups import NUMBERED, Groups, group_words
from vnplan.rules.rows.table_view import TableView
from vnplan.text.fold import fold_key

# Words that cannot end a cell: a page break carried the rest into the next row.
_UNFINISHED = re.compile(
    rf"(?:(?<!\w){any_of(Family.FORMULA, Context.CELL, means='open_end')}|[,/-])\s*\Z", re.IGNORECASE
)
# Two texts this alike are one, printed twice at a page break.
_SAME = 0.9
_CARRIED = (
    ColumnRole.TIME,
    ColumnRole.OUTPUT,
    ColumnRole.LEAD,
    ColumnRole.COORDINATING,
    ColumnRole.APPROVER,
    ColumnRole.NOTE,
)


@dataclass(slots=True)
class TaskRow:
    """One task with the rows that hold it: the first, and those that a page break made of its cells."""

    row: int
    no: str | None
    title: str
    group: str | None
    group_title: str | None
    rows: list[int] = field(default_factory=list)
    carried: dict[str, str] = field(default_factory=dict)
    """Role -> words that a page break carried into a row of another kind."""
    echoes: list[Cell] = field(default_factory=list)
    """Cells of the rows below that only repeat the end of a cell above."""


def gather(view: TableView) -> Iterator[TaskRow]:
    """The tasks of an assignment table in order; rows without a word are none."""
    groups, last = Groups(), None
    above: tuple[str | None, str | None] = (None, None)
    for number, row in view.rows():
        if row.kind is RowKind.GROUP:
            if last is not None:
                _carry(view, last, number)
            groups.enter(*group_words(view, number))
        elif row.kind is RowKind.DATA:
            above = _column_group(view, number) or above
            task = _task(view, number, groups, last)
            if task is None:
                continue
            if above[1]:
                task.group, task.group_title = above
            if last is not None:
                yield last
            last = task
    if last is not None:
        yield last


def _column_group(view: TableView, row: int) -> tuple[str | None, str | None] | None:
    """Label and title in a column of groups, where the row names one."""
    words = " ".join(view.words(row, ColumnRole.GROUP).split())
    found = NUMBERED.match(words)
    return (found["label"], found["title"]) if found else (None, words) if words else None


def _task(view: TableView, number: int, groups: Groups, last: TaskRow | None) -> TaskRow | None:
    """A new task, or ``None`` where the row is empty or goes on with ``last`` (which then takes its words)."""
    printed, within = _numbers(view, number)
    title, heading = _title(view, number)
    own = [cell for cell in view.table.rows[number].cells if cell.text]
    if not own or (not title and last is None):
        return None
    unnumbered = view.numbers_rows and not any(
        c.text for c in view.cells(number, ColumnRole.ORDINAL) if c.row == number
    )
    starts = any(cell.row == number and cell.text for cell in view.cells(number, ColumnRole.TASK))
    named = any(cell.row == number and cell.text for cell in view.cells(number, ColumnRole.LEAD))
    if last is not None and (not starts or (unnumbered and not named and not printed)):
        last.echoes += [cell for cell in own if _repeats(view, last.row, cell.text)]
        last.rows.append(number)
        last.title = _continued(last.title, title) if starts else last.title
        return None
    label = read_ordinal(printed)
    inner = read_ordinal(within) or label
    no = (label.label if label else printed.rstrip(".")) or None
    if no is None and not view.columns_of.get(ColumnRole.ORDINAL) and (found := NUMBERED.match(title)):
        inner, no, title = read_ordinal(found["label"]), found["label"], found["title"]
    group, group_title = groups.of(inner)
    return TaskRow(number, no, title, group, heading or group_title, [number])


def _numbers(view: TableView, row: int) -> tuple[str, str]:
    """The number of a row, and that within its group, where each has a column of its own (``1 | a)``)."""
    cells = [cell for cell in view.cells(row, ColumnRole.ORDINAL) if cell.text]
    said = [" ".join(cell.text.split()) for cell in cells]
    if len(cells) == 2 and cells[0].row_span == 1:
        return said[0], said[1]
    return " ".join(said), said[-1] if said else ""


def _title(view: TableView, row: int) -> tuple[str, str | None]:
    """The words of what is to be done; and a heading merged over several rows in a column before it."""
    cells = [cell for cell in view.cells(row, ColumnRole.TASK) if cell.text]
    # Under a heading merged over two columns, the first may hold the number.
    cells = [cell for cell in cells if read_ordinal(cell.text) is None] or cells
    if not cells:
        return "", None
    merged = [cell for cell in cells[:-1] if cell.row_span > cells[-1].row_span]
    own = next((cell for cell in cells if cell not in merged), cells[-1])
    return " ".join(own.text.split()), " ".join(merged[-1].text.split()) if merged else None


def _continued(title: str, more: str) -> str:
    """A title with the words of the row below, unless a page break printed its end twice."""
    tail = fold_key(title)[-len(fold_key(more)) :]
    if not more or SequenceMatcher(None, tail, fold_key(more), autojunk=False).ratio() >= _SAME:
        return title
    return f"{title} {more}".strip()


def _carry(view: TableView, last: TaskRow, row: int) -> None:
    for role in _CARRIED:
        # The title may be merged over these columns; what was carried stands in a cell of its own.
        own = [cell.text for cell in view.cells(row, role) if cell.column_span == 1 and cell.row == row]
        stray = " ".join(" ".join(own).split())
        above = next((w for r in reversed(last.rows) if (w := view.words(r, role))), "")
        if stray and _UNFINISHED.search(above) and not _repeats(view, last.row, stray):
            last.carried[role] = stray


def _repeats(view: TableView, row: int, words: str) -> bool:
    """True where a page break printed the end of a cell of ``row`` a second time."""
    again = fold_key(words)
    return any(cell.text and fold_key(cell.text).endswith(again) for cell in view.table.rows[row].cells)
