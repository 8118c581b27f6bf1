"""Where a name is read: the province and day of the document, and what they decide."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from vnplan.gazetteer.provinces import find_province
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.mentions.names.surface_index import Rows, Tail

_UNIT = re.compile(r"(?<!\w)(huyện|quận|thị xã|thành phố|xã|phường|thị trấn|đặc khu) (?=[^\W\d_]*[A-ZĐÀ-Ỹ]|\d).+")


@dataclass(frozen=True, slots=True)
class Scene:
    """Context of a reading; ``province`` is ``None`` in plans of central bodies and where nothing is known."""

    province: Province | None = None
    on: date | None = None
    approver: bool = False
    """The words stand where a body approves (cấp trình): ``TTCP`` is the Prime Minister there."""

    unit: str | None = None
    """``huyện Bình Giang``: the unit below the province whose committee or office speaks."""

    @classmethod
    def of(cls, province: str | None, on: date | None, *, approver: bool = False, issuer: str | None = None) -> Scene:
        """The scene of a document's context; a province of unknown name is none.

        ``issuer`` is the canonical name of the body that speaks: the unit in it is the one
        that ``UBND huyện``, ``UBND xã`` without a name mean.
        """
        return _scene(province, on, approver, issuer)

    @property
    def in_city(self) -> bool:
        """True in a centrally run city."""
        return self.province is not None and self.province.is_city(self.on)


def pick(rows: tuple[AgencyRow, ...], scene: Scene) -> AgencyRow | None:
    """The one row meant; ``None`` where two remain."""
    left = choices(rows, scene)
    return left[0] if len(left) == 1 else None


def choices(rows: tuple[AgencyRow, ...], scene: Scene) -> tuple[AgencyRow, ...]:
    """The rows that may be meant: valid on the day, then of the level of the scene."""
    if len(rows) == 1:
        return rows
    held = [row for row in rows if row.held(scene.on)] or _nearest(rows, scene.on)
    if len(held) > 1 and scene.approver:
        held = [row for row in held if row.kind == "person_office"] or held
    if len(held) > 1:
        levels = ("province", "district", "commune") if scene.province else ("central",)
        for level in levels:
            here = [row for row in held if row.level == level]
            if here:
                held = here
                break
    return tuple(held)


def _nearest(rows: tuple[AgencyRow, ...], on: date | None) -> list[AgencyRow]:
    """The rows that ended last before the day or began first after it: provinces lag some weeks behind the law."""
    if on is None or len(rows) < 2:
        return list(rows)

    def gap(row: AgencyRow) -> int:
        ended = (on - row.valid_to).days if row.valid_to and row.valid_to < on else 0
        begins = (row.valid_from - on).days if row.valid_from and row.valid_from > on else 0
        return max(ended, begins)

    least = min(map(gap, rows))
    return [row for row in rows if gap(row) == least]


def rows_for(rows: Rows, tail: Tail, *, city: bool) -> tuple[AgencyRow, ...]:
    """The rows of a base name under a level word; ``city``: the word means a centrally run city."""
    if tail is Tail.CITY:
        tail = Tail.PROVINCE if city else Tail.DISTRICT
    exact = rows.get(tail, ())
    if tail is Tail.PROVINCE:
        exact += tuple(row for row in rows.get(Tail.CITY, ()) if row not in exact)
    if exact:
        return exact
    level = {Tail.PROVINCE: "province", Tail.DISTRICT: "district", Tail.COMMUNE: "commune"}.get(tail)
    return tuple(row for row in rows.get(Tail.NONE, ()) if row.level == level)


@lru_cache(maxsize=256)
def _scene(province: str | None, on: date | None, approver: bool, issuer: str | None) -> Scene:  # noqa: FBT001 -- as a key
    """One document asks for its one or two scenes with every paragraph and cell."""
    unit = _UNIT.search(issuer) if issuer else None
    home = find_province(province, on) if province else None
    in_city = unit is not None and unit[1] == "thành phố" and find_province(unit[0], on) == home
    return Scene(home, on, approver, None if unit is None or in_city else unit[0])
