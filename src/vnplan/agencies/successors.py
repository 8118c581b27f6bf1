"""Who carries the work of an agency on a day: along the changes, by topic, with the province that it lies in then."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vnplan.gazetteer import agencies, events
from vnplan.gazetteer.provinces import all_provinces, unit_on
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.models.agency import AgencyLevel


@dataclass(frozen=True, slots=True)
class Body:
    """A row of the registry at its place."""

    row: AgencyRow
    province: Province | None = None
    place: str | None = None
    """``huyện Bình Giang``: the unit below the province."""


def carriers(body: Body, on: date, topic: str | None) -> tuple[Body, ...]:
    """The agencies that carry its work on a day; the agency itself while it goes on."""
    found: dict[Body, None] = {}
    for row in _rows(body.row, on, topic):
        found[_moved(body, row, on)] = None
    return tuple(found)


def _rows(row: AgencyRow, on: date, topic: str | None, seen: frozenset[str] = frozenset()) -> Iterator[AgencyRow]:
    change = events.ending(row.id)
    if change is None or on < change.date:
        moved = tuple(_transferred(row, on, topic))
        yield from moved or (row,)
        return
    for share in events.by_topic(change.into, topic):
        if share.id not in seen:
            yield from _rows(agencies.agency(share.id), on, topic, seen | {row.id})


def _transferred(row: AgencyRow, on: date, topic: str | None) -> Iterator[AgencyRow]:
    """Who has the part of the work that the topic asks for, where it left an agency that goes on."""
    if topic is None:
        return
    for change in events.from_body(row.id):
        if change.kind == "transfer" and change.date <= on:
            shares = (share for share in events.by_topic(change.into, topic) if share.topics)
            yield from (agencies.agency(share.id) for share in shares)


def next_bodies(body: Body, topic: str | None) -> tuple[Body, ...]:
    """Those that took over in the change that ended it, or in the merger of its province; none while it goes on."""
    change = events.ending(body.row.id)
    province = body.province
    if province and province.valid_to and (change is None or province.valid_to < change.date):
        return (Body(body.row, unit_on(province, _after(province)), body.place),)
    if change is None:
        return ()
    shares = events.by_topic(change.into, topic)
    return tuple(_moved(body, agencies.agency(share.id), change.date) for share in shares)


def previous_bodies(body: Body) -> tuple[Body, ...]:
    """Those whose work it took over: and the same agency of the provinces that went into its own."""
    found: dict[Body, None] = {}
    for change in events.into_body(body.row.id):
        for identity in change.bodies:
            if identity != body.row.id:
                found[Body(agencies.agency(identity), body.province)] = None
    if body.province and body.row.level is AgencyLevel.PROVINCE:
        for unit in all_provinces():
            merged = unit.slug != body.province.slug and unit.valid_to and unit_on(unit, _after(unit)) == body.province
            if merged and body.row.held(unit.valid_to):
                found[Body(body.row, unit)] = None
    return tuple(found)


def _after(province: Province) -> date:
    return date.fromordinal(province.valid_to.toordinal() + 1) if province.valid_to else date.max


def _moved(body: Body, row: AgencyRow, on: date) -> Body:
    province = None if row.level is AgencyLevel.CENTRAL or body.province is None else unit_on(body.province, on)
    # The place goes with the body; an heir of another level lies elsewhere.
    return Body(row, province, body.place if row.level == body.row.level and row is body.row else None)
