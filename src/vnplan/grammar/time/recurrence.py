"""Spelt words -> how often something comes back (định kỳ), and the day by which each turn is due."""

from __future__ import annotations

import re
from functools import cache
from typing import NamedTuple

from vnplan.grammar.time.cues import words_of
from vnplan.grammar.time.period import Period
from vnplan.lexicon.rows import Context
from vnplan.models.task import Recurrence

# Rhythms that are counted: the words alone say nothing, so that they stand here and not in the lexicon.
_A_TURN = r"(?:\s?/\s?| (?:một|1) )lần"
_SIX = r"0?6 tháng(?! (?:đầu|cuối))"
# 6 tháng và hàng năm; 6 tháng, 01 năm
_AND_A_YEAR = r"\s?(?:,|/|-|và) ?(?:hàng |cả |một |0?1 )?năm\b(?! ?\d)"
_COUNTED: dict[str, str] = {
    "half-yearly": (rf"(?:hàng|mỗi|định kỳ) {_SIX}|\b0?6 tháng(?:{_A_TURN}|{_AND_A_YEAR})|\b(?:0?2|hai) lần\s?/\s?năm"),
    "quarterly": rf"\b(?:0?3|ba) tháng{_A_TURN}|quý\s?/\s?lần|lần\s?/\s?quý",
    "monthly": r"\btháng\s?/\s?lần|lần\s?/\s?tháng",
    "weekly": r"\blần\s?/\s?tuần",
    "yearly": r"\b(?:0?1|một) lần\s?/\s?năm",
    "periodic": r"\b(?:\d+|hai|ba|bốn|năm) (?:năm|tháng)\s?(?:/|một|1) ?lần|\bđầu kỳ\b.*\bcuối kỳ\b",
}
RHYTHMS = ("half-yearly", "quarterly", "monthly", "weekly", "daily", "yearly", "periodic")
"""Meanings of the lexicon that are rhythms; ``periodic`` leaves open how often."""
_DAY_OF_MONTH = re.compile(r"\bngày (\d{1,2})(?![\d/.-]| tháng \d)")


class Turn(NamedTuple):
    """A rhythm and where its words stand."""

    at: int
    until: int
    name: Recurrence | None
    """``None`` where how often is not said."""


def find_recurrences(words: str, context: Context | None = None) -> tuple[Turn, ...]:
    """The words of rhythms in ``words``, by place; ``context`` narrows the words of the lexicon."""
    found = (
        Turn(*m.span(), Recurrence(name) if name != "periodic" else None)
        for name, pattern in _patterns(context)
        for m in pattern.finditer(words)
    )
    return tuple(sorted(found, key=lambda hit: hit.at))


def due_in_turn(words: str, periods: tuple[Period, ...], recurrence: Recurrence | None) -> str | None:
    """The day of each turn, as XML Schema writes it: ``--12-15`` (gMonthDay) of a year, ``---25`` (gDay) of a month.

    >>> due_in_turn("trước ngày 25 hàng tháng", (), Recurrence.MONTHLY)
    '---25'
    """
    days = [p for p in periods if p.unit == "day" and p.year is None and not p.several]
    if recurrence is Recurrence.YEARLY and len(days) == 1:
        month, day = days[0].high
        return f"--{month:02}-{day:02}"
    of_month = _DAY_OF_MONTH.search(words) if recurrence is Recurrence.MONTHLY else None
    longest = 31
    return f"---{int(of_month[1]):02}" if of_month and 0 < int(of_month[1]) <= longest else None


@cache
def _patterns(context: Context | None) -> tuple[tuple[str, re.Pattern[str]], ...]:
    pieces = {name: [words_of(name, context=context)] for name in RHYTHMS}
    for name, pattern in _COUNTED.items():
        pieces[name].append(pattern)
    return tuple((name, re.compile("|".join(pieces[name]))) for name in RHYTHMS)
