"""Whom a group stands for on a day. In: a group at its place; out: the agencies, sure and optional ones."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache

from vnplan.agencies.successors import Body
from vnplan.gazetteer.agencies import agency, all_agencies
from vnplan.gazetteer.provinces import districts, provinces
from vnplan.gazetteer.rows import AgencyRow, Member, Province
from vnplan.gazetteer.terms import Term
from vnplan.models.agency import AgencyLevel, Extent


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
        every = tuple(_each(row, AgencyLevel.DISTRICT, group.province, on)) if row.level is AgencyLevel.DISTRICT else ()
        return Bodies(every, (), complete=bool(every))
    left_out = frozenset(named) if extent is Extent.REST else frozenset()
    found = [body for body in _one_by_one(row, group.province, on) if body.row.id not in left_out]
    complete = row.closed and extent is not Extent.SOME
    for member in row.members:
        if member.id is not None and member.each is not None:
            bodies = tuple(_each(agency(member.id), member.each, group.province, on))
            complete = complete and bool(bodies)
            found += [body for body in bodies if body.row.id not in left_out]
    sure = tuple(body for body in found if body.row.everywhere)
    return Bodies(sure, tuple(body for body in found if not body.row.everywhere), complete=complete)


def _one_by_one(group: AgencyRow, province: Province | None, on: date | None) -> Iterator[Body]:
    """The members that are one agency each in their province, or in the centre."""
    for row, told in _members(group):
        outside = row.provinces and province is not None and province.slug not in row.provinces
        if row.held(on) and (told is None or told.held(on)) and not outside:
            yield Body(row, None if row.level is AgencyLevel.CENTRAL else province)


@cache
def _members(group: AgencyRow) -> tuple[tuple[AgencyRow, Term | None], ...]:
    """Every agency that ever was in a group: by its kind and level, or as its own row tells (with the days)."""
    found = []
    for row in all_agencies():
        told = next((term for term in row.groups if term.words == group.id), None)
        if told or any(_is_of(row, member) for member in group.members):
            found.append((row, told))
    return tuple(found)


def _is_of(row: AgencyRow, member: Member) -> bool:
    """True for an agency of that kind and level that stands by itself: no group, no open class, no part of one."""
    alone = not (row.collective or row.open or row.part_of)
    return alone and (row.kind, row.level) == (member.kind, member.level)


def _each(row: AgencyRow, level: str, province: Province | None, on: date | None) -> Iterator[Body]:
    """One agency in each unit of a level; communes are not listed."""
    if level is AgencyLevel.PROVINCE:
        yield from (Body(row, unit) for unit in provinces(on) if on or unit.valid_to is None)
    elif level is AgencyLevel.DISTRICT and province and row.held(on):
        yield from (Body(row, province, name) for name in districts(province, on))
