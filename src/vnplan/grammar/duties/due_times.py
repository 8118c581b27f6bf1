"""A duty in prose -> when it is due, by the time frames that its sentence tells."""

from __future__ import annotations

import re

from vnplan.grammar.time.cues import spell
from vnplan.grammar.time.in_prose import find_timeframes
from vnplan.grammar.time.periods import find_periods
from vnplan.grammar.time.recurrence import due_in_turn
from vnplan.models.task import Recurrence, TaskMode, TimeFrame, TimeKind
from vnplan.text.view import View

_DAY = re.compile(r"\d{1,2}\s?/\s?\d{1,2}(?!\s?/)|\d{1,2} tháng \d{1,2}(?! năm)")
# Kinds that say less: a duty that has dates and an event is due by its dates.
_WITHOUT_DAYS = (TimeKind.TRIGGERED, TimeKind.ONGOING)


def find_time(view: View, mode: TaskMode, year: int | None) -> TimeFrame | None:
    """The first time frame of ``view`` that has days or a rhythm, else the first; ``None`` without one."""
    found = find_timeframes(view, year=None if mode is TaskMode.REPORTING else year)
    frames = [hit.frame for hit in found]
    frame = next((f for f in frames if f.kind not in _WITHOUT_DAYS), frames[0] if frames else None)
    if frame is None or mode is not TaskMode.REPORTING:
        return frame
    if frame.kind is TimeKind.DEADLINE and frame.end is None and _DAY.search(frame.raw):
        # A day without a year in a reporting clause comes every year (docs/domain.md, 4.4).
        words = spell(frame.raw)
        due = due_in_turn(words, find_periods(words), Recurrence.YEARLY)
        change = {"kind": TimeKind.RECURRING, "recurrence": Recurrence.YEARLY, "recurs_by": due}
        return frame.model_copy(update=change)
    return frame
