"""Cells of assignment tables that gave less than their column promises: ``agency-unread``, ``timeframe-unread``."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator

from vnplan.lexicon.patterns import alternation, select
from vnplan.lexicon.rows import Context, Family
from vnplan.models.base import Span
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.models.table import Cell, ColumnRole, Row, RowKind, Table, TableRole
from vnplan.models.task import Task, TimeKind
from vnplan.outline.shapes import Outline
from vnplan.rules.findings import Findings, Leftover
from vnplan.rules.leftovers.paragraphs import Covered, leftover
from vnplan.text.fold import fold_case

_WHO = (ColumnRole.LEAD, ColumnRole.COORDINATING, ColumnRole.LEAD_AND_COORDINATING, ColumnRole.APPROVER)
# What joins agencies and tells their part, and names none.
_WORDS = alternation([*select(Family.ROLE, Context.CELL), *select(Family.JOINING, Context.CELL)])
_JOINING = re.compile(rf"(?<!\w){_WORDS}|[\W\d_]+|(?<!\w)\w(?!\w)")
_WORD = re.compile(r"\S+")
_FEWEST_WORDS = 2
"""A single word left over is a level or a slip of the pen (``tỉnh``, ``khác``) as a rule, no agency."""


def find(outline: Outline, known: Findings) -> Findings:
    """Words of a cell in the lead, beside it or approving that no agency claims; time cells that gave no dates."""
    text = outline.document.text
    named = [ref.span for task in known.tasks for ref in (*task.lead, *task.coordinating, *task.approver)]
    claimed = Covered([*named, *(ref.span for ref in known.agencies)])
    tasks = sorted(known.tasks, key=lambda task: task.span)
    found: list[Leftover] = []
    for table in known.tables:
        if table.role is TableRole.ASSIGNMENT:
            for row, task in _rows(table, tasks):
                found += _of_row(text, table, row, task, claimed)
    return Findings(leftovers=tuple(found))


def _rows(table: Table, tasks: list[Task]) -> Iterator[tuple[Row, Task]]:
    """Rows of data with the task that each holds or goes on with."""
    for row in table.rows:
        places = [span for cell in row.cells for span in cell.spans]
        if row.kind is not RowKind.DATA or not places:
            continue
        at = bisect_right(tasks, min(places).start, key=lambda task: task.span.start) - 1
        if at >= 0 and tasks[at].table == table.id:
            yield row, tasks[at]


def _of_row(text: str, table: Table, row: Row, task: Task, claimed: Covered) -> Iterator[Leftover]:
    people = fold_case(" ".join(task.persons))
    for cell in row.cells:
        role = table.columns[cell.column].role if cell.column < len(table.columns) else None
        if role in _WHO:
            for span in cell.spans:
                words = _unclaimed(text, span, claimed, people)
                if words:
                    yield leftover(DiagnosticCode.AGENCY_UNREAD, text, span, words)
        elif role is ColumnRole.TIME and _is_unread(cell, task):
            yield leftover(DiagnosticCode.TIMEFRAME_UNREAD, text, cell.spans[0])


def _unclaimed(text: str, span: Span, claimed: Covered, people: str) -> str | None:
    """The words of a cell's paragraph that no agency and no person claims, stretches parted by ``…``."""
    stretches, count = [], 0
    for gap in claimed.gaps(span):
        words = fold_case(text[gap.start : gap.end])
        # Folding keeps the length: blanks take the place of what joins.
        left = _JOINING.sub(lambda found: " " * len(found[0]), words)
        places = [word.span() for word in _WORD.finditer(left) if word[0] not in people]
        if places:
            count += len(places)
            stretches.append(text[gap.start + places[0][0] : gap.start + places[-1][1]])
    return " … ".join(stretches) if count >= _FEWEST_WORDS else None


def _is_unread(cell: Cell, task: Task) -> bool:
    """True where the cell has words and the task no dates, no count and no event from it."""
    frame = task.timeframe
    said = any(c.isalnum() for c in cell.text)
    return said and bool(cell.spans) and (frame is None or frame.kind is TimeKind.OTHER)
