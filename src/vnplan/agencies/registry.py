"""The registry as one object: look agencies up, on a day, by name or id."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cached_property

from vnplan.agencies import records
from vnplan.agencies.agency import Agency
from vnplan.agencies.successors import Body
from vnplan.gazetteer.agencies import all_agencies, by_public_id
from vnplan.gazetteer.events import all_changes
from vnplan.gazetteer.load import load
from vnplan.gazetteer.provinces import all_provinces
from vnplan.gazetteer.rows import AgencyRow
from vnplan.mentions.agencies import whole
from vnplan.models.agency import AgencyRef
from vnplan.models.registry import AgencyRecord, ChangeEvent, ProvinceRecord, RegistryData
from vnplan.setting import Setting
from vnplan.text.view import View


class Registry:
    """Every public agency known, or those of one day (:meth:`as_of`)."""

    def __init__(self, on: date | None = None) -> None:
        self.on = on
        """The day; ``None`` for all times."""

    def __repr__(self) -> str:
        return f"<vnplan registry{f' on {self.on}' if self.on else ''}: {len(self)} bodies>"

    @cached_property
    def _rows(self) -> dict[str, AgencyRow]:
        return {row.id: row for row in all_agencies() if row.held(self.on)}

    def __iter__(self) -> Iterator[Agency]:
        return (Agency.of(Body(row), self.on) for row in self._rows.values())

    def __len__(self) -> int:
        return len(self._rows)

    def __getitem__(self, key: str) -> Agency:
        """The body of that key (``so_ldtbxh``); ``KeyError`` where none of the day has it."""
        return Agency.of(Body(self._rows[key]), self.on)

    def as_of(self, on: date) -> Registry:
        """The registry of one day: its agencies, under the names that they bore."""
        return Registry(on)

    def find(self, name: str, *, province: str | None = None, on: date | None = None) -> Agency | None:
        """The body or group that ``name`` means; ``None`` where none or several are meant.

        ``on`` is the day on which the name was used; without it that of
        :meth:`as_of`. :func:`vnplan.resolve_agency` gives the candidates.

        >>> Registry().find("Sở LĐTBXH").name
        'Sở Lao động - Thương binh và Xã hội'
        """
        day, view = on or self.on, View.of(name)
        setting = Setting(province, day)
        found = whole(view, setting)
        if found is None or found.row is None:
            return None
        extent = found.ref(view.words(found.start, found.end), None).extent
        return Agency.of(Body(found.row, found.province, found.place), day, extent)

    def get(self, identity: str) -> Agency | None:
        """The agency of a public id (``agency:so-y-te@hai-duong``); ``None`` where none or several have it."""
        rows = [row for row in by_public_id(identity) if row.held(self.on)]
        if len(rows) != 1:
            return None
        slug = identity.partition("@")[2]
        units = [unit for unit in all_provinces() if unit.slug == slug and unit.held(self.on)]
        return Agency.of(Body(rows[0], units[0] if units else None), self.on)

    def of(self, ref: AgencyRef, *, on: date | None = None) -> Agency | None:
        """The agency that a mention names: of a plan, pass the date of the plan as ``on``."""
        return self.find(ref.raw, province=ref.province, on=on) or (self.get(ref.id) if ref.id else None)

    @property
    def events(self) -> tuple[ChangeEvent, ...]:
        """Every change among agencies, by day; of a registry of one day, those up to it."""
        return tuple(records.event(c) for c in all_changes() if self.on is None or c.date <= self.on)

    @property
    def provinces(self) -> tuple[ProvinceRecord, ...]:
        """Provinces and centrally run cities: of all times, or of the day."""
        return tuple(records.province(row, self.on) for row in all_provinces() if row.held(self.on))

    @property
    def territory(self) -> tuple[ChangeEvent, ...]:
        """Every change among provinces, by day: splits, mergers, new cities; ``bodies`` are provinces' slugs."""
        every = (*records.old_splits(), *(event for row in all_provinces() for event in records.territory(row)))
        shown = (event for event in every if self.on is None or event.date <= self.on)
        return tuple(sorted(shown, key=lambda event: (event.date, event.bodies)))

    def data(self) -> RegistryData:
        """The whole as one document, for JSON."""
        meta = load("agencies")["meta"]
        fields = set(AgencyRecord.model_fields)
        return RegistryData(
            as_of=date.fromisoformat(meta["as_of"]),
            sources=meta["sources"],
            agencies=tuple(AgencyRecord(**agency.model_dump(include=fields)) for agency in self),
            events=self.events,
            territory=self.territory,
            provinces=self.provinces,
        )


registry = Registry()
