"""Which of two time frames binds less."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vnplan.comparing.expected import most
from vnplan.comparing.items import Item
from vnplan.models.task import TimeFrame, TimeKind

_OFTEN = {"daily": 365, "weekly": 52, "monthly": 12, "quarterly": 4, "half-yearly": 2, "yearly": 1}
"""Times a year."""


def expected(own: Sequence[Item], others: Sequence[Sequence[Item]]) -> TimeFrame | None:
    """The time that the decision gives, else the last day or the rhythm that most plans give."""
    said = [item.task.timeframe for item in own if item.task.timeframe]
    if said:
        return next((frame for frame in said if _measure(frame)), None)
    frames = [
        frame
        for plan in others
        for frame in [next((i.task.timeframe for i in plan if i.task.timeframe and _measure(i.task.timeframe)), None)]
        if frame
    ]
    counts = Counter(map(_measure, frames))
    if not counts:
        return None
    measure, count = min(counts.items(), key=lambda pair: (-pair[1], str(pair[0])))
    return next(f for f in frames if _measure(f) == measure) if most(count, len(others)) else None


def _measure(frame: TimeFrame) -> object:
    """What can be compared: the last day, or times a year; ``None`` for ``thường xuyên``, an event, other words."""
    if frame.kind is TimeKind.RECURRING:
        return _OFTEN.get(frame.recurrence or "")
    return frame.end


def weaker(frame: TimeFrame | None, wanted: TimeFrame) -> bool:
    """Whether ``frame`` is later or rarer than ``wanted``, or no time at all.

    A rhythm and a last day do not compare; what recurs, goes on or begins (``từ năm học 2023 - 2024``) is not later.
    """
    if frame is None:
        return True
    if wanted.kind is TimeKind.RECURRING:
        mine, theirs = _OFTEN.get(frame.recurrence or ""), _OFTEN.get(wanted.recurrence or "")
        return frame.kind is TimeKind.RECURRING and mine is not None and theirs is not None and mine < theirs
    if wanted.end is None:
        return False
    # Waiting for an event binds to no day.
    return frame.kind is TimeKind.TRIGGERED or (frame.end is not None and frame.end > wanted.end)
