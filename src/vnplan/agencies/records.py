"""The registry's rows as public records."""

from __future__ import annotations

from datetime import date, timedelta

from vnplan.gazetteer import agencies, events
from vnplan.gazetteer.load import load
from vnplan.gazetteer.provinces import LAST_DAY_OF_DISTRICTS, districts, unit_on
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.mentions.mention import named
from vnplan.models.agency import AgencyLevel
from vnplan.models.registry import ChangeEvent, ChangeKind, Period, ProvinceRecord, Share
from vnplan.setting import Setting
from vnplan.text.fold import slug

_DAY = timedelta(days=1)


def names(row: AgencyRow, province: Province | None, place: str | None) -> tuple[Period, ...]:
    """The names of an agency by period: its own earlier ones, and that of its province before it became a city."""
    until = [term.valid_to for term in row.names[:-1] if term.valid_to is not None]
    if province and province.city_from and row.level is AgencyLevel.PROVINCE and not row.collective:
        until.append(province.city_from - _DAY)
    start = row.valid_from
    periods: list[Period] = []
    for end in (*sorted(until), row.valid_to):
        name = named(row, Setting(province.name if province else None, end or date.max), province, place)
        if not periods or periods[-1].name != name:
            periods.append(Period(name=name, valid_from=start, valid_to=end))
        else:
            periods[-1] = Period(name=name, valid_from=periods[-1].valid_from, valid_to=end)
        start = end + _DAY if end else None
    return tuple(periods)


def event(change: events.Change) -> ChangeEvent:
    """The public record of a change."""
    shares = tuple(
        Share(
            key=share.id,
            name=agencies.agency(share.id).name_on(change.date),
            scope=share.scope,
            scope_vi=share.scope_vi,
            topics=share.topics,
            confidence=share.confidence,
        )
        for share in change.into
    )
    return ChangeEvent(
        date=change.date,
        kind=ChangeKind(change.kind),
        bodies=change.bodies,
        into=shares,
        basis=change.basis,
        confidence=change.confidence,
        note=change.note,
    )


def province(row: Province, on: date | None = None) -> ProvinceRecord:
    """The public record of a provincial unit, with its districts of a day; without one, of their last day."""
    return ProvinceRecord(
        name=row.name,
        slug=row.slug,
        code=row.code,
        city=row.city,
        city_from=row.city_from,
        seat=row.seat,
        valid_from=row.valid_from,
        valid_to=row.valid_to,
        successor=row.successor,
        merged_from=row.merged_from,
        districts=districts(row, on or LAST_DAY_OF_DISTRICTS),
    )


def territory(row: Province) -> tuple[ChangeEvent, ...]:
    """What became of a province: merged into another, renamed, made a centrally run city."""
    found = []
    if row.valid_to is not None:
        day = row.valid_to + _DAY
        heir = unit_on(row, day)
        kind = ChangeKind.RENAME if len(heir.merged_from) == 1 else ChangeKind.MERGE
        found.append(_of_province(row, day, kind, heir))
    if row.city_from is not None:
        found.append(_of_province(row, row.city_from, ChangeKind.RENAME, row))
    return tuple(found)


def _of_province(row: Province, day: date, kind: ChangeKind, heir: Province) -> ChangeEvent:
    basis, confidence = _BASES.get(day, (row.city_basis, "likely"))
    into = Share(key=heir.slug, name=full_name(heir, day))
    return ChangeEvent(date=day, kind=kind, bodies=(row.slug,), into=(into,), basis=basis, confidence=confidence)


def old_splits() -> tuple[ChangeEvent, ...]:
    """Provinces split before the times of the registry's rows (1997, 2004), by name."""
    found = []
    for data in load("provinces")["history"]:
        if data["kind"] == "split":
            basis = data["note"].removeprefix("Resolution ") if "note" in data else None
            into = tuple(Share(key=slug(name), name=name) for name in map(_bare, data["new"]))
            found.append(
                ChangeEvent(
                    date=date.fromisoformat(data["date"]),
                    kind=ChangeKind.SPLIT,
                    bodies=tuple(slug(_bare(name)) for name in data["old"]),
                    into=into,
                    basis=basis,
                    confidence=data["confidence"],
                )
            )
    return tuple(found)


def _bare(name: str) -> str:
    """A name without the remark (``(old)``) that tells the unit from the one of the same name after it."""
    return name.partition(" (")[0]


def full_name(row: Province, on: date | None) -> str:
    """``tỉnh Hải Dương``, ``thành phố Huế``."""
    return f"{'thành phố' if row.is_city(on) else 'tỉnh'} {row.name}"


_BASES = {
    date(2008, 8, 1): ("15/2008/QH12", "certain"),
    date(2025, 1, 1): ("175/2024/QH15", "certain"),
    date(2025, 7, 1): ("202/2025/QH15", "certain"),
}
"""Resolutions of the National Assembly on provincial units, by their day."""
