"""Values of cells as Excel shows them by their number formats (ECMA-376, 18.8.30), as far as plans use these.

Separators are those of the format code itself (``1,234.5``): the file does not
say in which regional settings it was last shown.
"""

from __future__ import annotations

import re
from datetime import date, datetime, time, timedelta

Value = str | bool | int | float | date | datetime | time | timedelta | None

_GENERAL_DIGITS = 11
"""Digits that the format General shows in a spreadsheet program."""
_PLACEHOLDERS = re.compile(r"[#0?][#0?,]*(?:\.[#0?]+)?")
_LITERAL = re.compile(r'"([^"]*)"|\\(.)|_.|\*.|\[[^\]]*\]')
_DATE_TOKEN = re.compile(_LITERAL.pattern + r"|(y+|m+|d+|h+|s+)", re.IGNORECASE)
# Built-in format 14, whose order is the reader's own: in Vietnam day, month, year.
_REGIONAL_DATE = "mm-dd-yy"
_VIETNAMESE_DATE = "dd/mm/yyyy"


def shown(value: Value, number_format: str) -> str:
    """The words of a cell.

    >>> shown(0.155, "0.0%"), shown(1234567, "#,##0"), shown(1.1, "0.00"), shown(3.0, "General")
    ('15.5%', '1,234,567', '1.10', '3')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, int | float):
        return _number(value, number_format)
    if isinstance(value, date | time):
        return _date(value, number_format)
    return str(value)


def _number(value: float, number_format: str) -> str:
    section = number_format.split(";", 1)[0]
    literals: list[str] = []

    def keep(match: re.Match[str]) -> str:
        literals.append(match[1] or match[2] or "")
        return "\0"

    bare = _LITERAL.sub(keep, section)
    digits = _PLACEHOLDERS.search(bare)
    if digits is None or "E" in bare:
        return f"{value:.{_GENERAL_DIGITS}g}"
    _, _, fraction = digits[0].partition(".")
    if "%" in bare:
        value *= 100
    grouped = "," if "," in digits[0].rstrip(",") else ""
    text = f"{value:{grouped}.{len(fraction)}f}"
    if fraction and "#" in fraction:
        text = text.rstrip("0").rstrip(".") if fraction.count("0") == 0 else text
    text = text.rjust(digits[0].partition(".")[0].count("0"), "0")
    words = iter(literals)
    front, back = (re.sub("\0", lambda _: next(words), part) for part in (bare[: digits.start()], bare[digits.end() :]))
    return f"{front}{text}{back}".strip()


def _date(value: date | time, number_format: str) -> str:
    pattern = number_format.split(";", 1)[0]
    if pattern.lower() in (_REGIONAL_DATE, "general"):
        pattern = _VIETNAMESE_DATE
    hours = False

    def write(match: re.Match[str]) -> str:
        nonlocal hours
        # The third group is the token of a date; the first two are literal text.
        if match[3] is None:
            return match[1] or match[2] or ""
        token = match[3].lower()
        if token[0] == "m":
            token = ("M" if hours else "m") * len(token)
        hours = token[0] in "hM"
        return _part(value, token)

    return _DATE_TOKEN.sub(write, pattern)


def _part(value: date | time, token: str) -> str:
    """One part of a date or time: ``y``, ``m``, ``d``, ``h``, ``M`` (minute), ``s``, repeated to its width."""
    name = {"y": "year", "m": "month", "d": "day", "h": "hour", "M": "minute", "s": "second"}[token[0]]
    number = getattr(value, name, 0)
    if token[0] == "y":
        return f"{number % 100:02d}" if len(token) <= 2 else f"{number:04d}"
    return f"{number:02d}" if len(token) >= 2 else str(number)
