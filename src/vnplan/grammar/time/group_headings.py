"""A heading of a group of rows or items -> the time that it is, where it is nothing else (``Đến năm 2030``)."""

from __future__ import annotations

from vnplan.grammar.time.cues import spell
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.grammar.time.tokens import find_runs
from vnplan.models.task import TimeFrame, TimeKind
from vnplan.text.view import fold_space


def read_group_time(heading: str, *, year: int | None = None) -> TimeFrame | None:
    """The time frame of a heading made of times alone; ``None`` of one that names a matter as well.

    >>> read_group_time("Đến năm 2030").end, read_group_time("Chương trình trồng rừng năm 2030")
    (datetime.date(2030, 12, 31), None)
    """
    words = spell(fold_space(heading)).strip(" .:")
    runs = find_runs(words)
    if len(runs) != 1 or (runs[0][0].start, runs[0][-1].end) != (0, len(words)):
        return None
    frame = parse_timeframe(heading, year=year)
    return frame if frame and frame.kind is not TimeKind.OTHER else None
