"""Provinces and centrally run cities: by name, by the place of a date line, over time.

63 units until 30 June 2025, 34 from 1 July 2025 (Resolution 202/2025/QH15).
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from datetime import date
from functools import cache
from typing import Any

from vnplan.gazetteer.load import load
from vnplan.gazetteer.rows import Province
from vnplan.gazetteer.terms import Term, day, terms
from vnplan.text.fold import fold_key

_TYPE = re.compile(r"(?:tỉnh|thành phố|tp|thủ đô) ")


def _row(data: Mapping[str, Any]) -> Province:
    seats = (data.get("seat"), *data.get("seat_aliases", ()), *data.get("dateline", ()))
    return Province(
        name=data["name"],
        slug=data["slug"],
        code=data.get("code"),
        city=data["kind"] == "city",
        city_from=day(data.get("city_from")),
        city_basis=data.get("city_resolution"),
        seat=data.get("seat"),
        aliases=tuple(data.get("aliases", ())),
        places=tuple(dict.fromkeys(p for p in (data["name"], *seats) if p)),
        valid_from=day(data.get("valid_from")),
        valid_to=day(data.get("valid_to")),
        successor=data.get("successor"),
        merged_from=tuple(data.get("merged_from", ())),
    )


@cache
def all_provinces() -> tuple[Province, ...]:
    """Every row, past ones included, by slug and then by time."""
    return tuple(_row(data) for data in load("provinces")["units"])


def provinces(on: date | None = None) -> tuple[Province, ...]:
    """The units that existed on a day."""
    return tuple(row for row in all_provinces() if row.held(on))


def _index(names: Iterable[tuple[str, Province]]) -> dict[str, tuple[Province, ...]]:
    found: dict[str, list[Province]] = defaultdict(list)
    for name, row in names:
        if row not in found[fold_key(name)]:
            found[fold_key(name)].append(row)
    return {name: tuple(rows) for name, rows in found.items()}


@cache
def _by_name() -> dict[str, tuple[Province, ...]]:
    return _index((name, row) for row in all_provinces() for name in (row.name, *row.aliases))


@cache
def _by_place() -> dict[str, tuple[Province, ...]]:
    return _index((name, row) for row in all_provinces() for name in (*row.places, *row.aliases))


def find_province(text: str, on: date | None = None) -> Province | None:
    """The province of that name on that day; ``tỉnh``, ``thành phố``, ``TP`` before it may stand or not.

    A province of the past is found too where no unit of that day has the name.
    ``None`` for any other words.
    """
    return _choose(_by_name(), text, on)


def by_place(place: str, on: date | None = None) -> Province | None:
    """The province whose date lines say ``place``: its own name, its seat, or an older seat.

    A seat shared by no other unit of that day is certain; ``None`` where two could be meant.
    """
    return find_province(place, on) or _choose(_by_place(), place, on)


def _choose(index: Mapping[str, tuple[Province, ...]], text: str, on: date | None) -> Province | None:
    folded = fold_key(text)
    rows = index.get(folded) or index.get(_TYPE.sub("", folded, count=1), ())
    held = [row for row in rows if row.held(on)] or list(rows)
    if len({row.slug for row in held}) != 1:
        return None
    # Without a day, or outside every era, the newest row of the name.
    return max(held, key=lambda row: row.valid_from or date.min)


def successor(province: Province) -> Province:
    """The unit that holds its territory today; itself where nothing changed."""
    if province.successor is None:
        return province
    now = [row for row in all_provinces() if row.slug == province.successor and row.valid_to is None]
    return now[0] if now else province


def unit_on(province: Province, on: date | None) -> Province:
    """The unit that holds its seat's territory on a day: itself, one it was merged into, or one it was split from."""
    if province.held(on):
        return province
    same = [row for row in all_provinces() if row.slug in (province.slug, province.successor) and row.held(on)]
    return same[0] if same else province


@cache
def _districts() -> dict[str, tuple[Term, ...]]:
    return {slug: terms(names, "name") for slug, names in load("districts")["districts"].items()}


def all_districts() -> Iterator[tuple[str, Term]]:
    """Every district that ever was, with the slug of its province."""
    return ((slug, term) for slug, every in _districts().items() for term in every)


def districts(province: Province, on: date | None = None) -> tuple[str, ...]:
    """The districts of a province on a day, with their level words (``huyện Bình Giang``); none since 1 July 2025.

    Without a day those of the last day of the district level, or of the
    province where it ended earlier. A district that was raised (``thị xã`` to
    ``thành phố``) or merged into another is there under each name in its days.
    """
    last = on or min(province.valid_to or LAST_DAY_OF_DISTRICTS, LAST_DAY_OF_DISTRICTS)
    if last > LAST_DAY_OF_DISTRICTS or not province.held(on):
        return ()
    return tuple(term.words for term in _districts().get(province.slug, ()) if term.held(last))


LAST_DAY_OF_DISTRICTS = date(2025, 6, 30)
"""Law 72/2025/QH15: local government has two levels from 1 July 2025."""


def predecessors(province: Province) -> tuple[Province, ...]:
    """The units that it was made of; empty where it was not made by a merger."""
    return tuple(
        row
        for name in province.merged_from
        for row in all_provinces()
        if row.name == name and row.valid_to is not None and row is not province
    )
