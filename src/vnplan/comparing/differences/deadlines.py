"""Which of two time frames binds less."""

from __future__ import annotations

from vnplan.models.task import Recurrence, TimeFrame, TimeKind

_OFTEN: dict[Recurrence | None, int] = {
    Recurrence.DAILY: 365,
    Recurrence.WEEKLY: 52,
    Recurrence.MONTHLY: 12,
    Recurrence.QUARTERLY: 4,
    Recurrence.HALF_YEARLY: 2,
    Recurrence.YEARLY: 1,
}
"""Times a year."""


def measure(frame: TimeFrame) -> object:
    """What can be compared: the last day, or times a year; ``None`` for ``thường xuyên``, an event, other words."""
    return _often(frame) if frame.kind is TimeKind.RECURRING else frame.end


def weaker(frame: TimeFrame | None, wanted: TimeFrame) -> bool:
    """Whether ``frame`` is later or rarer than ``wanted``, or no time at all.

    A rhythm and a last day do not compare; what recurs, goes on or begins (``từ năm học 2023 - 2024``) is not later.
    """
    if frame is None:
        return True
    if wanted.kind is TimeKind.RECURRING:
        mine, theirs = _often(frame), _often(wanted)
        return mine is not None and theirs is not None and mine < theirs
    if wanted.end is None:
        return False
    # Waiting for an event binds to no day.
    return frame.kind is TimeKind.TRIGGERED or (frame.end is not None and frame.end > wanted.end)


def _often(frame: TimeFrame) -> int | None:
    return _OFTEN.get(frame.recurrence) if frame.kind is TimeKind.RECURRING else None
