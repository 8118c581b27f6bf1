"""Whether a day lies in a time frame."""

from __future__ import annotations

from datetime import date

from vnplan.models.task import TimeFrame, TimeKind

_OPEN = (TimeKind.ONGOING, TimeKind.RECURRING)


def contains(frame: TimeFrame, day: date) -> bool | None:
    """Whether work in ``frame`` may fall on ``day``; ``None`` where the words leave that open.

    Bounds are inclusive. A deadline holds every day up to it; separate years hold their own days only; what is
    done at all times or again and again holds every day within the years that it names. Of an event waited for,
    and of words without dates, nothing can be told unless dates bound them.

    >>> from vnplan.grammar.time.timeframes import parse_timeframe
    >>> day = date(2026, 5, 1)
    >>> [contains(parse_timeframe(words), day) for words in ("Quý II/2026", "Quý I/2026", "Sau khi được giao vốn")]
    [True, False, None]
    """
    if (frame.start and day < frame.start) or (frame.end and day > frame.end):
        return False
    if frame.kind is TimeKind.YEARS and frame.years:
        return day.year in frame.years
    if frame.start or frame.end or frame.kind in _OPEN:
        return None if frame.kind is TimeKind.TRIGGERED else True
    if frame.years and not min(frame.years) <= day.year <= max(frame.years):
        return False
    return None
