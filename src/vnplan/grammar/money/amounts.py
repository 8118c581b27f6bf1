"""Sums of money (kinh phí) as plans write them: ``1.250.000.000 đồng``, ``12,5 tỷ đồng``, ``500 triệu``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from vnplan.lexicon.patterns import any_of, select
from vnplan.lexicon.rows import Family
from vnplan.text.fold import fold_case
from vnplan.text.view import fold_space

_UNITS = {row.words: int(row.means or 0) for row in select(Family.MONEY_UNIT, trait="sum")}
# Thousands are set apart by dots or spaces, decimals by a comma (Vietnamese usage; TCVN 7870).
_NUMBER = r"\d{1,3} (?:[.\ ]\d{3}(?!\d)){1,5} | \d{1,15}"
_MONEY = re.compile(
    rf"""
    (?<![\d.,/]) (?P<number>{_NUMBER}) (?:,(?P<part>\d{{1,3}})(?!\d))?
    \s? (?P<unit>{any_of(Family.MONEY_UNIT, trait="sum")})
    """,
    re.VERBOSE,
)


def _by_worth(trait: str) -> Iterator[tuple[int, str]]:
    """Worth in đồng, the greatest first, and the words of the units worth it; typists drop the blanks in them."""
    for worth in sorted({int(row.means or 0) for row in select(Family.MONEY_UNIT, trait=trait)}, reverse=True):
        yield worth, any_of(Family.MONEY_UNIT, trait=trait, means=str(worth)).replace(r"\ ", r"\s?")


# A unit said by a heading or above a table: full words anywhere, short ones only where nothing but a unit stands.
_SAID = tuple((re.compile(rf"(?<![\w.,]){unit}"), worth) for worth, unit in _by_worth("column"))
_ALONE = tuple(
    (re.compile(rf"(?:\A|[(\[]\s?|(?:tính|đvt|đơn vị)\s?:?\s?(?:là )?){unit}(?=\s?(?:[)\].;,/]|\Z))"), worth)
    for worth, unit in _by_worth("alone")
)

EXAMPLES: Final = {
    "_MONEY": (
        ("1.250.000.000 đồng", "12,5 tỷ", "500 triệu", "3 nghìn tỷ đồng", "25 000 đ"),
        ("1/5 triệu", "500", "mục 5 đồng chí", "1.2.3 triệu xe"),
    ),
    "_SAID": (("kinh phí (triệu đồng)", "tr.đ", "đơn vị: 1.000 đồng"), ("hội đồng", "5,triệu đồng", "triệu người")),
    "_ALONE": (("(triệu)", "đvt: tỷ", "đồng"), ("hội đồng", "triệu người")),
}


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
