"""Words -> days, weeks, months, quarters, half-years and years as plans write them, with or without a year.

Periods are found once in a text; what they mean there (a deadline, a stretch,
a horizon) is the business of :mod:`vnplan.grammar.time.phrases`.
"""

from __future__ import annotations

import re
from dataclasses import replace
from functools import cache

from vnplan.grammar.time.cues import months_in_words, words_of
from vnplan.grammar.time.period import Period

_YEAR = r"(?:19|20)\d\d(?!\d)"
_MONTH = r"(?:1[0-2]|0?[1-9])(?!\d)"
_DAY = r"(?:3[01]|[12]\d|0?[1-9])(?!\d)"
_QUARTER = r"(?:iv|iii|ii|i|[1-4])(?!\w)"
_AND = r"\s?(?:,|-|;|\+|và|đến)\s?"
_OF_YEAR = rf"(?:\s?[/.,-]?\s?(?:năm\s?)?(?P<year>{_YEAR})|\snăm (?P<shift>trước|nay|sau)(?!\w))?"

# Each pattern reads spelt words (cues.spell) with dashes "-" and single spaces. The order counts: the first that
# matches at a place wins.
_PATTERNS: tuple[tuple[str, str], ...] = (
    # 20112020: the dash lost in PDF text
    ("years", r"(?<!\d)(?P<first>(?:19|20)\d\d)(?P<last>(?:19|20)\d\d)(?!\d)"),
    # 6 tháng đầu năm 2022; 9 tháng đầu năm; 6 tháng cuối năm
    ("part", rf"(?<!\d)(?P<count>0?6|0?9|0?3|sáu) tháng (?P<side>đầu|cuối) năm(?:\s(?P<year>{_YEAR}))?"),
    # Tuần 2 tháng 5/2025; tuần thứ 3 của tháng 5; tuần 1, 2 tháng 6
    (
        "week",
        (
            rf"(?<!\w)tuần (?:thứ )?(?P<many>(?:[1-5]{_AND})*)(?P<value>[1-5]|đầu|cuối) (?:của )?tháng\s?"
            rf"(?P<month>{_MONTH}){_OF_YEAR}"
        ),
    ),
    # ngày 26, 27/12/2011; 15-20/5/2025; 10.12.2022
    (
        "day",
        (
            rf"(?<![\d/.])(?:ngày\s?)?(?P<many>(?:{_DAY}{_AND}(?:ngày\s)?)*)(?P<value>{_DAY})\s?(?P<mark>[/.-])\s?"
            rf"(?P<month>{_MONTH})\s?(?P=mark)\s?(?P<year>{_YEAR})"
        ),
    ),
    # ngày 10 tháng 12 năm 2022; 10 tháng 12
    (
        "day",
        (
            rf"(?<![\d/.])(?:ngày\s?)?(?P<many>(?:{_DAY}{_AND}(?:ngày\s)?)*)(?P<value>{_DAY})\stháng\s"
            rf"(?P<month>{_MONTH}){_OF_YEAR}"
        ),
    ),
    # 6/2025; 6-7/2022; 6.2025
    ("month", rf"(?<![\d/.])(?P<many>(?:{_MONTH}{_AND})*)(?P<value>{_MONTH})\s?[/.-]\s?(?P<year>{_YEAR})"),
    # ngày 10/12; 28/12
    ("day", rf"(?<![\d/.])(?:ngày\s?)?(?P<many>(?:{_DAY}{_AND})*)(?P<value>{_DAY})/(?P<month>{_MONTH})(?!\s?/\s?\d)"),
    # quý II/2022; quý II, III năm 2022; Q2/2022; quý IV năm trước
    ("quarter", rf"\b(?:quý|q)\s?\.?\s?(?P<many>(?:{_QUARTER}{_AND}(?:quý\s)?)*)(?P<value>{_QUARTER}){_OF_YEAR}"),
    # tháng 6/2022; tháng 6-7 năm 2022; T6/2022
    (
        "month",
        (
            rf"(?<!\w)(?:tháng\s?|t(?=\d{{1,2}}\s?(?:/|\Z)))(?P<many>(?:{_MONTH}{_AND}(?:tháng\s)?)*)(?P<value>{_MONTH})"
            rf"{_OF_YEAR}"
        ),
    ),
    # năm 2022; 2022
    ("year", rf"(?<![\d/])(?:năm\s)?(?P<year>{_YEAR})"),
)
# Where a period may begin: nothing else is looked at.
_BEGINS = re.compile(r"(?<!\d)\d|(?<!\w)(?:ngày|tháng|quý|năm|tuần|sáu tháng|q[\s.]?[\div]|t\d)")
_NUMBERS = re.compile(r"\d+|\b(?:iv|i{1,3})\b")
_ROMAN = {"i": 1, "ii": 2, "iii": 3, "iv": 4}
_SHIFTS = {"trước": -1, "nay": 0, "sau": 1}
# A year said first holds for what stands after it in the same clause: "năm 2025, hoàn thành trước 30/11".
_WITHIN_YEAR = re.compile(r"[^.;\d]{0,60}\Z")


@cache
def _scan() -> tuple[tuple[str, re.Pattern[str]], ...]:
    in_words, _ = months_in_words()
    # Tháng Sáu năm 2025; "tháng năm 2025" is a month left blank, "tháng năm năm 2025" is May, "6 tháng một lần" none.
    guarded = rf"(?<!\d )(?<!mỗi )(?<!hàng )(?<!từng )(?!tháng năm(?! năm| ?/))(?P<word>{in_words}){_OF_YEAR}"
    *head, year = ((unit, re.compile(pattern)) for unit, pattern in _PATTERNS)
    return (*head, ("month", re.compile(guarded)), year)


def find_periods(text: str) -> tuple[Period, ...]:
    """Every period in ``text``, spelt words, in order; a year said once for several is given to each."""
    found: list[Period] = []
    begins = _BEGINS.search(text)
    while begins is not None:
        period = _at(text, begins.start())
        if period is not None:
            found.append(period)
        begins = _BEGINS.search(text, max(begins.start() + 1, period.until if period else 0))
    return _share_years(text, found)


def _at(text: str, position: int) -> Period | None:
    for unit, pattern in _scan():
        match = pattern.match(text, position)
        if match:
            return _read(unit, match)
    return None


def _read(unit: str, match: re.Match[str]) -> Period:
    groups = match.groupdict()
    year = int(groups["year"]) if groups.get("year") else None
    shift = _SHIFTS[groups["shift"]] if groups.get("shift") else None
    at, until = match.span()
    if unit == "years":
        return Period("year", at, until, int(groups["first"]), (1, 1), (12, 31), int(groups["last"]))
    if unit == "year":
        return Period(unit, at, until, year, (1, 1), (12, 31))
    if unit == "part":
        months = 6 if groups["count"] == "sáu" else int(groups["count"])
        low, high = (1, months) if groups["side"] == "đầu" else (13 - months, 12)
        return Period(unit, at, until, year, (low, 1), (high, 0))
    values = _values(groups)
    first, last = values[0], values[-1]
    if unit == "day":
        ends = (int(groups["month"]), first), (int(groups["month"]), last)
    elif unit == "week":
        ends = _week(int(groups["month"]), groups["value"], first, last)
    elif unit == "quarter":
        ends = (3 * first - 2, 1), (3 * last, 0)
    else:
        ends = (first, 1), (last, 0)
    return Period(unit, at, until, year, *ends, values=values, shift=shift)


def _values(groups: dict[str, str]) -> tuple[int, ...]:
    if groups.get("word"):
        return (months_in_words()[1][groups["word"]],)
    said = _NUMBERS.findall(f"{groups['many'] or ''} {groups['value']}")
    return tuple(_ROMAN.get(n) or int(n) for n in said) or (1,)


def _week(month: int, word: str, first: int, last: int) -> tuple[tuple[int, int], tuple[int, int]]:
    """First and last day: the first week of a month is its days 1 to 7; the last, and the fifth, end with it."""
    if word == "cuối":
        # The last seven days of months with 31, 28 and 30 days.
        return (month, 25 if month in (1, 3, 5, 7, 8, 10, 12) else 22 if month == 2 else 24), (month, 0)
    weeks = 4  # whole weeks of a month
    return (month, 7 * first - 6), (month, 7 * last if last <= weeks else 0)


def _share_years(text: str, found: list[Period]) -> tuple[Period, ...]:
    for i in range(len(found) - 2, -1, -1):
        here, after = found[i], found[i + 1]
        if _open(here) and after.year is not None and _shared().match(text[here.until : after.at]):
            found[i] = replace(here, year=after.year)
    for i in range(1, len(found)):
        here, before = found[i], found[i - 1]
        if not _open(here) or before.year is None:
            continue
        between = text[before.until : here.at]
        if _shared().match(between) or (before.unit == "year" and _WITHIN_YEAR.match(between)):
            found[i] = replace(here, year=before.year + (before.unit != "year" and here.low < before.low))
    return tuple(found)


@cache
def _shared() -> re.Pattern[str]:
    """What may stand between two periods that share a year: "quý II đến quý IV/2022", "28/12 và cả ngày 29/12"."""
    return re.compile(rf"[\s,;+-]*(?:{words_of('link', 'until', 'since')}[\s,;+-]*)*\Z")


def _open(period: Period) -> bool:
    return period.year is None and period.shift is None
