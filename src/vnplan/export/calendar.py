"""Deadlines of a plan as an iCalendar file (RFC 5545); ``icalendar`` is an extra, imported only when called."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from vnplan.errors import MissingDependency
from vnplan.export.rows import names
from vnplan.grammar.time.periods import find_periods
from vnplan.models.plan import PlanData
from vnplan.models.task import Recurrence, Task, TimeFrame, TimeKind
from vnplan.text.fold import fold_case
from vnplan.text.view import fold_space

if TYPE_CHECKING:
    from icalendar import Event

_LABELS = (("Chủ trì", "lead"), ("Phối hợp", "coordinating"), ("Cấp trình", "approver"))


def plan_to_ical(plan: PlanData) -> bytes:
    """The deadlines of a plan, under its number and title; errors as of :func:`to_ical`."""
    number = plan.header.number.key if plan.header.number else None
    title = " ".join(filter(None, (number, plan.header.title))) or plan.source.name
    return to_ical(plan.tasks, title, plan.header.date)


def to_ical(tasks: Sequence[Task], title: str, issued: date | None) -> bytes:
    """One all-day event on the last day of every task that has one; a day named for every year comes back yearly.

    Tasks without a last day (ongoing, waiting for an event) give no event.

    Args:
        tasks: of one plan; their ids become the events' ``UID``.
        title: name of the calendar.
        issued: day of the plan, stamped on the events; ``None``: the first of the year of each event.

    Raises:
        MissingDependency: icalendar is not installed.

    """
    try:
        from icalendar import Calendar
    except ImportError as error:
        wanted, reason = "to_ical", 'icalendar is not installed: pip install "vnplan[calendar]"'
        raise MissingDependency(wanted, reason) from error
    calendar = Calendar()
    calendar.add("prodid", "-//vnplan//vnplan//VI")
    calendar.add("version", "2.0")
    calendar.add("x-wr-calname", title)
    for task in tasks:
        due = _due(task.timeframe, issued)
        if due:
            calendar.add_component(_event(task, due, issued))
    data: bytes = calendar.to_ical()
    return data


def _due(frame: TimeFrame | None, issued: date | None) -> tuple[date, bool] | None:
    """The day of the event, and whether it comes every year."""
    if frame is None:
        return None
    if frame.kind is TimeKind.RECURRING:
        day = _yearly(frame, issued)
        return (day, True) if day else None
    return (frame.end, False) if frame.end and frame.kind is not TimeKind.ONGOING else None


def _yearly(frame: TimeFrame, issued: date | None) -> date | None:
    """First day on or after ``issued`` of a day named without a year: ``trước ngày 10/12 hằng năm``."""
    since = frame.start or issued
    days = [
        p
        for p in find_periods(fold_case(fold_space(frame.raw)))
        if p.unit == "day" and p.year is None and not p.several
    ]
    # 29 February is no day of every year.
    if frame.recurrence is not Recurrence.YEARLY or since is None or len(days) != 1 or days[0].high == (2, 29):
        return None
    day = date(since.year, *days[0].high)
    return day if day >= since else day.replace(year=since.year + 1)


def _event(task: Task, due: tuple[date, bool], issued: date | None) -> Event:
    from icalendar import Event

    day, yearly = due
    frame = task.timeframe
    stamp = issued or day.replace(month=1, day=1)
    event: Any = Event()
    event.add("uid", task.id)
    event.add("dtstamp", datetime(stamp.year, stamp.month, stamp.day, tzinfo=UTC))
    event.add("dtstart", day)
    event.add("dtend", day + timedelta(days=1))
    event.add("summary", task.title)
    lines = [f"{label}: {said}" for label, field in _LABELS if (said := names(getattr(task, field)))]
    lines += [f"Thời gian: {frame.raw}"] if frame else []
    lines += [f"Kết quả: {task.outputs_raw}"] if task.outputs_raw else []
    event.add("description", "\n".join(lines))
    event.add("transp", "TRANSPARENT")
    if yearly:
        rule = {"freq": "yearly"} | ({"until": frame.end} if frame and frame.end else {})
        event.add("rrule", rule)
    return event  # type: ignore[no-any-return]
