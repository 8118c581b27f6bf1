"""Whom a group stands for on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from vnplan.agencies.successors import Body
from vnplan.gazetteer import agencies
from vnplan.gazetteer.provinces import districts, provinces
from vnplan.gazetteer.rows import AgencyRow, Member, Province
from vnplan.models.agency import Extent


@dataclass(frozen=True, slots=True)
class Bodies:
    """The members of a group as rows at their places."""

    sure: tuple[Body, ...]
    optional: tuple[Body, ...]
    """Those that not every province has."""
    complete: bool
    """True where the registry can list every member."""


def members(group: Body, on: date | None, extent: Extent | None, named: Iterable[str] = ()) -> Bodies:
    """Whom a group stands for; of the rest (``khác``) those whose names are not among ``named``."""
    row = group.row
    if not row.collective:
        every = tuple(_each(row, "district", group.province, on)) if row.level == "district" else ()
        return Bodies(every, (), complete=bool(every))
    left_out = frozenset(named) if extent is Extent.REST else frozenset()
    found: dict[bool, list[Body]] = {False: [], True: []}
    complete = row.closed and extent is not Extent.SOME
    for member in row.members:
        bodies = tuple(_of(member, group.province, on))
        complete = complete and (member.each is None or bool(bodies))
        found[member.optional] += [body for body in bodies if body.row.id not in left_out]
    return Bodies(tuple(found[False]), tuple(found[True]), complete=complete)


def _of(member: Member, province: Province | None, on: date | None) -> Iterator[Body]:
    row = agencies.agency(member.id)
    outside = member.provinces and province is not None and province.slug not in member.provinces
    if member.each:
        yield from _each(row, member.each, province, on)
    elif row.held(on) and not outside and not (member.valid_to and on and on > member.valid_to):
        yield Body(row, None if row.level == "central" else province)


def _each(row: AgencyRow, level: str, province: Province | None, on: date | None) -> Iterator[Body]:
    """One body in each unit of a level; communes are not listed."""
    if level == "province":
        yield from (Body(row, unit) for unit in provinces(on) if on or unit.valid_to is None)
    elif level == "district" and province and row.held(on):
        yield from (Body(row, province, name) for name in districts(province, on))
