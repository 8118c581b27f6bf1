"""Which documents of the table bear a name or a number, with their days: namesakes are told apart by these."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import Any, NamedTuple

from vnplan.gazetteer.load import load
from vnplan.text.fold import fold_key

_YEAR = re.compile(r" \((?:tháng \d{1,2}/)?((?:19|20)\d\d)\)$")


class Known(NamedTuple):
    """One document of the table under one of its names."""

    name: str
    """As listed; a year in brackets at its end tells namesakes apart."""
    number: str | None
    year: int | None
    """Of issue."""
    day: date | None
    """Of issue; ``None`` where the table has the year or month alone."""
    type: str
    issuer: str | None
    certain: bool
    """Number and day were read in a source, not taken from general knowledge."""

    @property
    def identity(self) -> str:
        """Its number; its name with the year where the number is not known."""
        return self.number or self.name

    def issued_by(self, on: date) -> bool:
        """Whether it was issued on that day or before, as far as the table tells."""
        if self.day:
            return self.day <= on
        return self.year is None or self.year <= on.year


@cache
def by_name() -> dict[str, tuple[Known, ...]]:
    """Folded name without year -> the documents that bear it, oldest first."""
    found: dict[str, list[Known]] = {}
    for one in _rows():
        bare = _YEAR.sub("", one.name)
        found.setdefault(fold_key(bare), []).append(one)
        plenum, about, _ = bare.partition(" về ")
        if about and plenum.startswith("Nghị quyết Trung ương "):  # each of its resolutions, cited by the plenum alone
            found.setdefault(fold_key(plenum), []).append(one)
    return {name: tuple(sorted(rows, key=_age)) for name, rows in found.items()}


@cache
def by_number() -> dict[str, tuple[Known, ...]]:
    """Number -> the documents that bear it, oldest first."""
    found: dict[str, dict[tuple[int | None, str], Known]] = {}
    for one in _rows():
        if one.number:
            found.setdefault(one.number, {}).setdefault((one.year, one.type), one)
    return {number: tuple(sorted(rows.values(), key=_age)) for number, rows in found.items()}


def _rows() -> Iterator[Known]:
    for row in load("named_documents")["documents"]:
        day = _day(row)
        numbers = [number.strip() for number in (row["number"] or "").split(";")] if row["number"] else [None]
        for name in row["names"]:
            printed = _YEAR.search(name)
            # Days are written 2021-11-30.
            year = int(printed[1]) if printed else int(row["date"][:4]) if row["date"] else None
            for number in numbers:
                yield Known(name, number, year, day, row["type"], row["issuer"], row["confidence"] == "certain")


def _day(row: dict[str, Any]) -> date | None:
    return date.fromisoformat(row["date"]) if row["date"] and len(row["date"]) == len("2026-11-25") else None


def _age(one: Known) -> tuple[int, date, str]:
    return one.year or 0, one.day or date(one.year or 1, 12, 31), one.number or ""
