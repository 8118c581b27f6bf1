"""Sums of money (kinh phí) as plans write them: ``1.250.000.000 đồng``, ``12,5 tỷ đồng``, ``500 triệu``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from vnplan.text.fold import soften
from vnplan.text.view import squeeze

_UNITS = {
    "nghìn tỷ": 10**12,
    "ngàn tỷ": 10**12,
    "tỷ": 10**9,
    "tỉ": 10**9,
    "triệu": 10**6,
    "trđ": 10**6,
    "nghìn": 10**3,
    "ngàn": 10**3,
    "đồng": 1,
    "vnđ": 1,
    "đ": 1,
}
# Thousands are set apart by dots or spaces, decimals by a comma (Vietnamese usage; TCVN 7870).
_MONEY = re.compile(
    r"(?<![\d.,/])(?P<number>\d{1,3}(?:[. ]\d{3}(?!\d)){1,5}|\d{1,15})(?:,(?P<part>\d{1,3})(?!\d))?\s?"
    rf"(?P<unit>{'|'.join(_UNITS)})(?!\w)"
)


class Money(NamedTuple):
    """A sum in đồng at ``[start, end)`` of the search copy of the text read."""

    start: int
    end: int
    amount: Decimal


def find_money(text: str) -> tuple[Money, ...]:
    """Every sum of money in the search copy of ``text``, in order; a number without a unit is none.

    >>> find_money("12,5 tỷ đồng")[0].amount
    Decimal('12500000000.0')
    """
    return tuple(_read(match) for match in _MONEY.finditer(soften(squeeze(text))))


def read_money(text: str) -> Decimal | None:
    """The first sum in ``text``, in đồng; ``None`` where it names none."""
    found = find_money(text)
    return found[0].amount if found else None


def _read(match: re.Match[str]) -> Money:
    whole = match["number"].replace(".", "").replace(" ", "")
    number = Decimal(f"{whole}.{match['part']}" if match["part"] else whole)
    return Money(match.start(), match.end(), number * _UNITS[match["unit"]])
