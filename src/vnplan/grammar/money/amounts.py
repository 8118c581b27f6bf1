"""Sums of money (kinh phí) as plans write them: ``1.250.000.000 đồng``, ``12,5 tỷ đồng``, ``500 triệu``."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import NamedTuple

from vnplan.text.fold import fold_case
from vnplan.text.view import fold_space

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

# A unit said by a heading or above a table: full words anywhere, short ones only where nothing but a unit stands.
_FACTORS = (
    (r"(?:nghìn|ngàn) t[ỷỉ](?:\s?đồng|\s?đ)?", 10**12),
    (r"t[ỷỉ]\s?(?:đồng|đ)", 10**9),
    (r"(?:triệu\s?(?:đồng|đ)|tr\.?\s?đ(?:ồng)?|1[.,]000[.,]000\s?(?:đồng|đ))", 10**6),
    (r"(?:(?:nghìn|ngàn)\s?(?:đồng|đ)|1[.,]?000\s?(?:đồng|đ))", 10**3),
    (r"(?:việt nam đồng|vnđ|vnd)", 1),
)
_BARE_FACTORS = ((r"t[ỷỉ]", 10**9), (r"triệu", 10**6), (r"(?:nghìn|ngàn)", 10**3), (r"(?:đồng|đ)", 1))
_SAID = tuple((re.compile(rf"(?<![\w.,])(?:{unit})(?!\w)"), factor) for unit, factor in _FACTORS)
_ALONE = tuple(
    (re.compile(rf"(?:\A|[(\[]\s?|(?:tính|đvt|đơn vị)\s?:?\s?(?:là )?){unit}(?=\s?(?:[)\].;,/]|\Z))"), factor)
    for unit, factor in _BARE_FACTORS
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
    return tuple(_read(match) for match in _MONEY.finditer(fold_case(fold_space(text))))


def read_money(text: str) -> Decimal | None:
    """The first sum in ``text``, in đồng; ``None`` where it names none."""
    found = find_money(text)
    return found[0].amount if found else None


def _read(match: re.Match[str]) -> Money:
    whole = match["number"].replace(".", "").replace(" ", "")
    number = Decimal(f"{whole}.{match['part']}" if match["part"] else whole)
    return Money(match.start(), match.end(), number * _UNITS[match["unit"]])


class MoneyUnit(NamedTuple):
    """What a bare number counts: the unit as printed, and its worth in đồng."""

    words: str
    factor: int


def money_unit(text: str) -> MoneyUnit | None:
    """The unit that a heading, a unit cell or a line above a table names; ``None`` where it names none.

    >>> money_unit("Kinh phí (triệu đồng)"), money_unit("Hội đồng nhân dân")
    (MoneyUnit(words='triệu đồng', factor=1000000), None)
    """
    words = fold_space(text)
    folded = fold_case(words)
    for pattern, factor in (*_SAID, *_ALONE):
        if found := pattern.search(folded):
            said = words[found.start() : found.end()].strip(" ([:")
            return MoneyUnit(said.rpartition(":")[2].strip(), factor)
    return None
