"""Deadlines of plans -> iCalendar; a stream may hold several calendars (RFC 5545, 3.4)."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO

from vnplan.export.calendar import plan_to_ical
from vnplan.export.outputs import Style
from vnplan.models.plan import PlanData


def plans(found: Iterable[PlanData], out: IO[str], _: Style) -> None:
    """One calendar a plan."""
    for plan in found:
        out.write(plan_to_ical(plan).decode("utf-8"))
