"""Figures in tables (số liệu): how a table writes its numbers, and what one cell says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from enum import StrEnum
from typing import Final, NamedTuple

from vnplan.text.fold import fold_case
from vnplan.text.view import fold_space


class Marks(StrEnum):
    """Which marks stand in numbers."""

    VIETNAMESE = "vietnamese"  # 1.250,5
    ENGLISH = "english"  # 1,250.5 as spreadsheets set to English write


_NUMBER = r"(?:\d{1,3}(?:\ \d{3})+(?!\d)(?:[.,]\d{1,6})?|\d(?:[\d.,]{0,30}\d)?)"
_TOKEN = re.compile(_NUMBER)
# Two marks of thousands, or one mark with other than three digits after it, leave no choice.
_DOTTED = re.compile(r"\d{1,3}(?:\.\d{3}){2,}(?:,\d+)?\Z|\d{1,3}(?:\.\d{3})+,\d+\Z|\d+,(?:\d{1,2}|\d{4,})\Z|0,\d+\Z")
_COMMAED = re.compile(r"\d{1,3}(?:,\d{3}){2,}(?:\.\d+)?\Z|\d{1,3}(?:,\d{3})+\.\d+\Z|\d+\.(?:\d{1,2}|\d{4,})\Z|0\.\d+\Z")
_DATE = re.compile(r"\d{1,2}/\d{1,4}|\d+\.\d+\.\d{1,2}\Z|\d+\.\d+\.\d{4}\Z")


def marks_of(cells: Iterable[str]) -> Marks | None:
    """The marks that the numbers of one table leave no doubt of; ``None`` where they tell nothing or contradict."""
    dotted = commaed = False
    for cell in cells:
        for token in _TOKEN.findall(cell):
            dotted = dotted or _DOTTED.match(token) is not None
            commaed = commaed or _COMMAED.match(token) is not None
    if dotted == commaed:
        return None
    return Marks.VIETNAMESE if dotted else Marks.ENGLISH


def read_number(token: str, marks: Marks | None = None) -> Decimal | None:
    """One number; ``None`` where its marks make none or leave open which.

    A dot before three digits parts thousands (Vietnamese usage) unless the table's
    ``marks`` say otherwise; a comma before three digits is told by ``marks`` alone.

    >>> read_number("1.250"), read_number("12,5"), read_number("1,250")
    (Decimal('1250'), Decimal('12.5'), None)
    """
    bare = token.replace(" ", "")
    last = max(bare.rfind("."), bare.rfind(","))
    if last < 0:
        return Decimal(bare) if bare.isascii() and bare.isdigit() else None
    mark, other = bare[last], "," if bare[last] == "." else "."
    whole, _, part = bare.rpartition(mark)
    if mark in whole:
        return _grouped(bare, mark) if other not in bare else None
    if other in whole:
        number = _grouped(whole, other)
        return number + Decimal(f"0.{part}") if number is not None else None
    # Groups of thousands have three digits, the first of them one to three: 1.500 may be both.
    if len(part) == 3 and whole != "0" and len(whole) <= 3:
        decimal = Marks.ENGLISH if mark == "." else Marks.VIETNAMESE
        if marks is None and mark == ",":
            return None
        return Decimal(f"{whole}.{part}") if marks is decimal else Decimal(whole + part)
    return Decimal(f"{whole}.{part}")


def _grouped(words: str, mark: str) -> Decimal | None:
    first, *groups = words.split(mark)
    # Groups of thousands have three digits, the first of them one to three.
    return Decimal("".join((first, *groups))) if len(first) <= 3 and all(len(g) == 3 for g in groups) else None


class Figure(NamedTuple):
    """What a cell says in numbers."""

    value: Decimal
    upper: Decimal | None
    """End of a range (``80 - 85``)."""
    bound: str | None
    """``at_least``, ``at_most``, ``more_than``, ``less_than``."""
    unit: str | None
    """Words after the number, as printed."""


_BOUNDS = {
    "at_least": r"≥|>=|=>|ít\ nhất|tối\ thiểu|từ|không\ (?:dưới|thấp\ hơn|ít\ hơn)",
    "at_most": r"≤|<=|=<|tối\ đa|nhiều\ nhất|không\ (?:quá|vượt\ quá|cao\ hơn)",
    "more_than": r">|trên|hơn",
    "less_than": r"<|dưới",
}
_BOUND = "|".join(f"(?P<{name}>{words})" for name, words in _BOUNDS.items())
_NO_MEANING = r"(?:(?:đạt|khoảng|là|đến|phấn\ đấu)\s)*"
_RANGE = rf"(?:\s?(?:-|÷|đến|tới)\s?(?P<high>{_NUMBER}))?"
_UNIT = r"%?(?:[^\W\d][^\d;:.,]{0,40}|/[^\d;:.,]{1,40})?"
# A word or two of no meaning, a bound, a number or two, and a few words of unit: a cell that says more is prose.
_FIGURE = re.compile(
    rf"""
    {_NO_MEANING} (?:(?:{_BOUND})\s?)?
    (?P<minus>-(?=\d))? (?P<low>{_NUMBER}) \s?%?
    {_RANGE} (?P<upwards>\s?%?\ trở\ lên)?
    \s? (?P<unit>{_UNIT}) \Z
    """,
    re.VERBOSE,
)
_LONGEST_CELL = 80
"""Characters of a cell that is read: the bound, two numbers and the forty characters of a unit fit in."""

EXAMPLES: Final = {
    "_TOKEN": (("1.250,5", "25 000"), ("không",)),
    "_DOTTED": (("1.250.000", "1.250,5", "12,5", "0,125"), ("1,250", "1.250", "1,250.5"), "match"),
    "_COMMAED": (("1,250,000", "1,250.5", "12.5", "0.125"), ("1.250", "1,250", "1.250,5"), "match"),
    "_DATE": (("30/6", "6/2025", "30.6.2025"), ("1.250", "12,5"), "match"),
    "_FIGURE": (
        ("trên 95,5%", "đạt ít nhất 80 - 85%", "-3,5", "100% trở lên", "1.250 hộ", "≥ 5 xã/năm"),
        ("đạt kế hoạch", "80%; 90%", "từ xã đến huyện", "năm 2025 và 2030"),
        "match",
    ),
}


def read_figure(words: str, marks: Marks | None = None) -> Figure | None:
    """The figure that a cell says and nothing else; ``None`` for other words and for an empty cell.

    >>> read_figure("Trên 95,5%")
    Figure(value=Decimal('95.5'), upper=None, bound='more_than', unit='%')
    """
    text = fold_space(words)
    if not text or len(text) > _LONGEST_CELL or _DATE.match(text):
        return None
    found = _FIGURE.match(fold_case(text).rstrip(" .;"))
    if found is None:
        return None
    value = read_number(found["low"], marks)
    upper = read_number(found["high"], marks) if found["high"] else None
    if value is None or (found["high"] and upper is None):
        return None
    bound = "at_least" if found["upwards"] else next((name for name in _BOUNDS if found[name]), None)
    unit = text[found.start("unit") : found.end("unit")].strip() or ("%" if "%" in text else None)
    return Figure(-value if found["minus"] else value, upper, bound, unit)
