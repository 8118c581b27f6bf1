"""Days, months, quarters, half-years and years as plans write them, with or without a year."""

from __future__ import annotations

import re
from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import date

_YEAR = r"(?:19|20)\d\d(?!\d)"
_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_QUARTER = r"(?:iv|iii|ii|i|[1-4])(?!\w)"
_AND = r"\s?(?:,|-|;|\+|và|đến)\s?"
_OF_YEAR = rf"(?:\s?[/.,-]?\s?(?:năm\s?)?(?P<year>{_YEAR}))?"

# Each pattern reads a softened search copy (lower case, dashes "-", single spaces). The order counts:
# the first that matches at a place wins.
_PATTERNS: tuple[tuple[str, str], ...] = (
    # 20112020: the dash lost in PDF text
    ("years", r"(?<!\d)(?P<first>(?:19|20)\d\d)(?P<last>(?:19|20)\d\d)(?!\d)"),
    # 6 tháng đầu năm 2022; 9 tháng đầu năm; 6 tháng cuối năm
    ("part", rf"(?<!\d)(?P<count>0?6|0?9|0?3|sáu) tháng (?P<side>đầu|cuối) năm(?:\s(?P<year>{_YEAR}))?"),
    # ngày 26, 27/12/2011; 15-20/5/2025; 10.12.2022
    (
        "day",
        (
            rf"(?<![\d/.])(?:ngày\s?)?(?P<many>(?:{_DAY}{_AND}(?:ngày\s)?)*)(?P<value>{_DAY})\s?(?P<mark>[/.-])\s?(?P<month>{_MONTH})"
            rf"\s?(?P=mark)\s?(?P<year>{_YEAR})"
        ),
    ),
    # ngày 10 tháng 12 năm 2022; 10 tháng 12
    (
        "day",
        rf"(?<![\d/.])(?:ngày\s?)?(?P<many>(?:{_DAY}{_AND}(?:ngày\s)?)*)(?P<value>{_DAY})\stháng\s(?P<month>{_MONTH}){_OF_YEAR}",
    ),
    # 6/2025; 6-7/2022; 6.2025
    ("month", rf"(?<![\d/.])(?P<many>(?:{_MONTH}{_AND})*)(?P<value>{_MONTH})\s?[/.-]\s?(?P<year>{_YEAR})"),
    # ngày 10/12; 28/12
    ("day", rf"(?<![\d/.])(?:ngày\s?)?(?P<many>(?:{_DAY}{_AND})*)(?P<value>{_DAY})/(?P<month>{_MONTH})(?!\s?/\s?\d)"),
    # quý II/2022; quý II, III năm 2022; Q2/2022
    (
        "quarter",
        rf"\b(?:quý|q)\s?\.?\s?(?P<many>(?:{_QUARTER}{_AND}(?:quý\s)?)*)(?P<value>{_QUARTER}){_OF_YEAR}",
    ),
    # tháng 6/2022; tháng 6-7 năm 2022; T6/2022
    (
        "month",
        rf"(?<!\w)(?:tháng\s?|t(?=\d{{1,2}}\s?(?:/|\Z)))(?P<many>(?:{_MONTH}{_AND}(?:tháng\s)?)*)(?P<value>{_MONTH}){_OF_YEAR}",
    ),
    # năm 2022; 2022
    ("year", rf"(?<![\d/])(?:năm\s)?(?P<year>{_YEAR})"),
)
_SCAN = tuple((unit, re.compile(pattern)) for unit, pattern in _PATTERNS)
_NUMBERS = re.compile(r"\d+|\b(?:iv|i{1,3})\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
# What may stand between two periods that share a year: "quý II đến quý IV/2022", "28/12 và cả ngày 29/12/2011".
_SHARED = re.compile(r"[\s,;+-]*(?:và|đến|tới|hết|cả|ngày|tháng|quý|từ|-|\s)*[\s,;+-]*\Z")


@dataclass(frozen=True, slots=True)
class Period:
    """A stretch of the calendar at ``[at, until)`` of the text read; dates are ``None`` while the year is unknown."""

    unit: str
    """``year``, ``part`` (of a year), ``quarter``, ``month`` or ``day``."""
    at: int
    until: int
    year: int | None
    low: tuple[int, int]
    """Month and day of the first day."""
    high: tuple[int, int]
    """Month and day of the last day; day 0 means the month's last."""
    last_year: int | None = None
    """Year of the last day where it differs (two years without a dash between)."""
    several: bool = False
    """True for several months, quarters or days named together (``quý II, III/2022``)."""

    @property
    def first(self) -> date | None:
        """First day; ``None`` without a year or where no such day exists."""
        return _day(self.year, self.low)

    @property
    def last(self) -> date | None:
        """Last day, inclusive."""
        return _day(self.last_year or self.year, self.high)


def _day(year: int | None, month_day: tuple[int, int]) -> date | None:
    if year is None:
        return None
    month, day = month_day
    last = monthrange(year, month)[1]
    return date(year, month, day or last) if day <= last else None


def find_periods(text: str) -> tuple[Period, ...]:
    """Every period in ``text``, a softened search copy, in order; a year said once for several is given to each."""
    found: list[Period] = []
    position = 0
    while position < len(text):
        period = _next(text, position)
        if period is None:
            break
        found.append(period)
        position = period.until
    return _share_years(text, found)


def _next(text: str, position: int) -> Period | None:
    best: Period | None = None
    for unit, pattern in _SCAN:
        match = pattern.search(text, position)
        if match and (best is None or match.start() < best.at):
            best = _read(unit, match)
    return best


def _read(unit: str, match: re.Match[str]) -> Period:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    at, until = match.span()
    if unit == "years":
        return Period("year", at, until, int(groups["first"]), (1, 1), (12, 31), int(groups["last"]), several=True)
    if unit == "year":
        return Period(unit, at, until, year, (1, 1), (12, 31))
    if unit == "part":
        months = 6 if groups["count"] == "sáu" else int(groups["count"])
        low, high = (1, months) if groups["side"] == "đầu" else (13 - months, 12)
        return Period(unit, at, until, year, (low, 1), (high, 0))
    values = [_ROMAN.get(n) or int(n) for n in _NUMBERS.findall(f"{groups['many'] or ''} {groups['value']}")]
    first, last = values[0], values[-1]
    several = len(values) > 1
    if unit == "day":
        month = int(groups["month"])
        return Period(unit, at, until, year, (month, first), (month, last), several=several)
    if unit == "quarter":
        return Period(unit, at, until, year, (3 * first - 2, 1), (3 * last, 0), several=several)
    return Period(unit, at, until, year, (first, 1), (last, 0), several=several)


def _share_years(text: str, found: list[Period]) -> tuple[Period, ...]:
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        if here.year is None and after.year is not None and _SHARED.match(text[here.until : after.at]):
            found[i] = replace(here, year=after.year)
    for i in range(1, len(found)):
        here, before = found[i], found[i - 1]
        if here.year is None and before.year is not None and _SHARED.match(text[before.until : here.at]):
            found[i] = replace(here, year=before.year + (here.low < before.low))
    return tuple(found)
