"""Tasks as a spreadsheet (extra ``xlsx``), as an assignment table that people go on working in."""

from __future__ import annotations

import os
import re
from collections.abc import Iterable
from datetime import date
from typing import Any, Final

from vnplan.errors import MissingDependency
from vnplan.export.rows import TASK_COLUMNS, Value, task_row
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
    try:
        import openpyxl
        from openpyxl.styles import Alignment, Font
        from openpyxl.utils import get_column_letter
    except ImportError as error:
        wanted = "tasks_to_xlsx"
        raise MissingDependency(wanted, 'openpyxl is not installed: pip install "vnplan[xlsx]"') from error
    names = (*_HEADINGS, *(name for name in TASK_COLUMNS if name not in _HEADINGS))
    book = openpyxl.Workbook()
    sheet: Any = book.active
    sheet.title = "Nhiệm vụ"
    for column, name in enumerate(names, 1):
        sheet.cell(1, column, _HEADINGS.get(name, name)).font = Font(bold=True)
        sheet.column_dimensions[get_column_letter(column)].width = _WIDTHS.get(name, _USUAL_WIDTH)
    for number, task in enumerate(tasks, 2):
        row = task_row(task)
        for column, name in enumerate(names, 1):
            _put(sheet.cell(number, column), row[name], day=name in _DATES)
            sheet.cell(number, column).alignment = Alignment(wrap_text=True, vertical="top")
    sheet.freeze_panes = "D2"
    sheet.auto_filter.ref = sheet.dimensions
    book.save(os.fspath(path))


def _put(cell: Any, value: Value, *, day: bool) -> None:
    if day and isinstance(value, str):
        cell.value = date.fromisoformat(value)
        cell.number_format = "dd/mm/yyyy"
    elif isinstance(value, str):
        words = _UNWRITABLE.sub("", value)
        cell.value = words if len(words) <= _MOST else words[: _MOST - 1] + "…"
        cell.data_type = "s"
    else:
        cell.value = value
