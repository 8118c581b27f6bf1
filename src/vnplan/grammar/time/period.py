"""A stretch of the calendar found in a text: the token that all rules of time build on."""

from __future__ import annotations

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar at ``[at, until)`` of the text read; dates are ``None`` while the year is unknown."""

    unit: str
    """``year``, ``part`` (of a year), ``quarter``, ``month``, ``week`` (of a month) or ``day``."""
    at: int
    until: int
    year: int | None
    low: tuple[int, int]
    """Month and day of the first day."""
    high: tuple[int, int]
    """Month and day of the last day; day 0 means the month's last."""
    last_year: int | None = None
    """Year of the last day where it differs (two years without a dash between)."""
    values: tuple[int, ...] = ()
    """The numbers of the months, quarters or days named together (``quý II, III/2022``)."""
    shift: int | None = None
    """Years from the plan's year where the words count from it (``quý IV năm trước``: -1)."""

    @property
    def several(self) -> bool:
        """True for several months, quarters or days named together, and for two years."""
        return len(self.values) > 1 or self.last_year is not None

    @property
    def apart(self) -> bool:
        """True for three or more months or quarters no two of which adjoin: turns (``tháng 2, 5, 8``), no stretch."""
        gaps = [b - a for a, b in zip(self.values, self.values[1:], strict=False)]
        # Two apart may be the ends of one stretch as well (quý II, IV).
        return self.unit in ("month", "quarter") and len(gaps) > 1 and min(gaps) > 1

    @property
    def first(self) -> date | None:
        """First day; ``None`` without a year or where no such day exists."""
        return _day(self.year, self.low)

    @property
    def last(self) -> date | None:
        """Last day, inclusive."""
        return _day(self.last_year or self.year, self.high)

    def dated(self, year: int | None) -> Period:
        """The same in ``year``, or as many years from it as the words say; itself where it has a year."""
        if self.year is not None or year is None:
            return self
        return replace(self, year=year + (self.shift or 0))


def _day(year: int | None, month_day: tuple[int, int]) -> date | None:
    if year is None:
        return None
    month, day = month_day
    last = monthrange(year, month)[1]
    return date(year, month, day or last) if day <= last else None
