"""Plans as a spreadsheet (extra ``xlsx``): the assignment table that people go on working in, other facts behind."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable, Sequence
from datetime import date
from typing import Any, BinaryIO, Final

from vnplan.errors import MissingDependency
from vnplan.export.rows import TASK_COLUMNS, Value, task_row
from vnplan.facts import KINDS
from vnplan.facts.kind import FactRow
from vnplan.models.plan import PlanData
from vnplan.models.task import Task

_HEADINGS: Final = {
    "no": "TT",
    "group_title": "Nhóm",
    "title": "Nhiệm vụ",
    "assignees": "Đơn vị được giao",
    "lead": "Chủ trì",
    "coordinating": "Phối hợp",
    "persons": "Người phụ trách",
    "time": "Thời gian",
    "time_start": "Từ ngày",
    "time_end": "Đến ngày",
    "approver": "Cấp trình",
    "outputs": "Kết quả",
    "budget": "Kinh phí",
    "note": "Ghi chú",
    "references": "Văn bản",
}
"""What people look at, with the words that assignment tables use; the other columns come after, by their names."""
_WIDTHS: Final = {"title": 60, "lead": 28, "coordinating": 36, "outputs": 28, "id": 12, "start": 8, "end": 8}
_USUAL_WIDTH = 16
"""Characters: a date, a document number or a short heading in one line."""
_DATES = ("time_start", "time_end")
_MOST = 32_767
"""Characters that a cell of a spreadsheet holds; what is longer ends in an ellipsis."""
_UNWRITABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")


def tasks_to_xlsx(tasks: Iterable[Task], path: str | os.PathLike[str]) -> None:
    """Write tasks to the file ``path``, one row a task, dates as dates, headings in Vietnamese, with a filter.

    Words that a spreadsheet would take for a formula stay words.

    Raises:
        MissingDependency: openpyxl is not installed.
        OSError: the file cannot be written.

    """
    book = _workbook("tasks_to_xlsx")
    _tasks_sheet(book.active, tasks)
    book.save(os.fspath(path))


def plans_to_xlsx(plans: Iterable[PlanData], out: BinaryIO, language: str = "vi") -> None:
    """Write a workbook: the tasks of all plans, and a sheet for each kind of fact that people look at in tables.

    Raises:
        MissingDependency: openpyxl is not installed.

    """
    book = _workbook("plans_to_xlsx")
    shown = [kind for kind in KINDS if kind.shown]
    rows: dict[str, list[FactRow]] = {kind.name: [] for kind in shown}
    tasks: list[Task] = []
    for plan in plans:
        tasks += plan.tasks
        for kind in shown:
            rows[kind.name] += kind.rows(plan)
    _tasks_sheet(book.active, tasks)
    for kind in shown:
        if rows[kind.name]:
            places = [list(kind.columns).index(column.column) for column in kind.shown]
            headings = [column.headings[language] for column in kind.shown]
            cells = ([row[place] for place in places] for row in rows[kind.name])
            _sheet(book.create_sheet(kind.titles[language]), headings, cells)
    book.save(out)


def _workbook(wanted: str) -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingDependency(wanted, 'openpyxl is not installed: pip install "vnplan[xlsx]"') from error
    return openpyxl.Workbook()


def _tasks_sheet(sheet: Any, tasks: Iterable[Task]) -> None:
    names = (*_HEADINGS, *(name for name in TASK_COLUMNS if name not in _HEADINGS))
    sheet.title = "Nhiệm vụ"
    rows = ([_day(name, row[name]) for name in names] for row in map(task_row, tasks))
    _sheet(sheet, [_HEADINGS.get(name, name) for name in names], rows, [_WIDTHS.get(name) for name in names])


def _day(name: str, value: Value) -> Any:
    return date.fromisoformat(value) if name in _DATES and isinstance(value, str) else value


def _sheet(
    sheet: Any, headings: Sequence[str], rows: Iterable[Sequence[Any]], widths: Sequence[int | None] = ()
) -> None:
    """Fill a sheet: headings in bold, wrapped cells, a filter, the first columns fixed."""
    from openpyxl.styles import Alignment, Font
    from openpyxl.utils import get_column_letter

    for column, heading in enumerate(headings, 1):
        sheet.cell(1, column, heading).font = Font(bold=True)
        width = widths[column - 1] if widths else None
        sheet.column_dimensions[get_column_letter(column)].width = width or _USUAL_WIDTH
    for number, row in enumerate(rows, 2):
        for column, value in enumerate(row, 1):
            _put(sheet.cell(number, column), value)
            sheet.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = sheet.dimensions


def _put(cell: Any, value: Any) -> None:
    if isinstance(value, str):
        words = _UNWRITABLE.sub("", value)
        cell.value = words if len(words) <= _MOST else words[: _MOST - 1] + "…"
        cell.data_type = "s"
        return
    cell.value = value
    if isinstance(value, date):
        cell.number_format = "dd/mm/yyyy"
