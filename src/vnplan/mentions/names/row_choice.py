"""Which of several registered rows a name means: by the day, the level, the level word after it."""

from __future__ import annotations

from datetime import date

from vnplan.gazetteer.rows import AgencyRow
from vnplan.mentions.names.surface_index import Rows, Tail
from vnplan.models.agency import AgencyLevel
from vnplan.setting import Setting


def pick(rows: tuple[AgencyRow, ...], setting: Setting) -> AgencyRow | None:
    """The one row meant; ``None`` where two remain."""
    left = choices(rows, setting)
    return left[0] if len(left) == 1 else None


def choices(rows: tuple[AgencyRow, ...], setting: Setting) -> tuple[AgencyRow, ...]:
    """The rows that may be meant: valid on the day, then of the level of the setting."""
    if len(rows) == 1:
        return rows
    held = [row for row in rows if row.held(setting.on)] or _nearest(rows, setting.on)
    if len(held) > 1 and setting.approver:
        held = [row for row in held if row.kind == "person_office"] or held
    if len(held) > 1:
        levels = (
            (AgencyLevel.PROVINCE, AgencyLevel.DISTRICT, AgencyLevel.COMMUNE)
            if setting.home
            else (AgencyLevel.CENTRAL,)
        )
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
    level = {
        Tail.PROVINCE: AgencyLevel.PROVINCE,
        Tail.DISTRICT: AgencyLevel.DISTRICT,
        Tail.COMMUNE: AgencyLevel.COMMUNE,
    }.get(tail)
    return tuple(row for row in rows.get(Tail.NONE, ()) if row.level == level)
