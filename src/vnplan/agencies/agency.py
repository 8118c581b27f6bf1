"""One public agency with its past and its future."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date

from pydantic import PrivateAttr

from vnplan.agencies import records
from vnplan.agencies.members import members
from vnplan.agencies.successors import Body, carriers, next_bodies, previous_bodies
from vnplan.gazetteer import agencies, events
from vnplan.gazetteer.agencies import codes_of
from vnplan.gazetteer.provinces import find_province, unit_on
from vnplan.mentions.mention import identity, named
from vnplan.models.agency import AgencyLevel, AgencyRef, Extent
from vnplan.models.registry import AgencyRecord, ChangeEvent
from vnplan.setting import Setting


@dataclass(frozen=True, slots=True)
class Members:
    """Whom a group stands for on a day; iterates over the sure ones."""

    agencies: tuple[Agency, ...]
    """Those of every province; of a group left open (``liên quan``) those that may be meant."""
    optional: tuple[Agency, ...]
    """Those that only some provinces have."""
    open: bool
    """True where the words do not say which of them are meant."""
    complete: bool
    """True where these are all; False where the registry cannot list them (communes, boards, companies)."""

    def __iter__(self) -> Iterator[Agency]:
        return iter(self.agencies)

    def __len__(self) -> int:
        return len(self.agencies)


class Agency(AgencyRecord):
    """An agency of the registry, of one province where that is known.

    Made by :data:`vnplan.registry`; the data are those of :class:`AgencyRecord`.
    """

    _body: Body = PrivateAttr()
    _extent: Extent | None = PrivateAttr(default=None)

    @classmethod
    def of(cls, body: Body, on: date | None = None, extent: Extent | None = None) -> Agency:
        """The public view of a row at its place; ``on`` is the day whose name it bears."""
        row, province = body.row, body.province
        name = named(row, Setting(province.name if province else None, on), province, body.place)
        place = province.slug if province and row.level is not AgencyLevel.CENTRAL else None
        made = cls(
            key=row.id,
            id=identity(row, body.place, name, place) if body.place else agencies.own_id(row, place),
            name=name,
            name_en=row.name_en,
            kind=row.kind,
            level=row.level,
            names=records.names(row, province, body.place),
            aliases=tuple(dict.fromkeys(term.words for term in row.aliases)),
            codes=codes_of(row),
            valid_from=row.valid_from,
            valid_to=row.valid_to,
            collective=row.collective,
            open_class=row.open,
            province=province.name if place and province else None,
            confidence=row.confidence,
            source=row.source,
            note=row.note,
        )
        made._body = body
        made._extent = extent
        return made

    @property
    def extent(self) -> Extent | None:
        """How much of a group was meant where it was named; ``None`` for a single body."""
        return (self._extent or Extent.ALL) if self.collective else None

    def held(self, on: date | None) -> bool:
        """True where the body existed on that day; always without a day."""
        return self._body.row.held(on)

    def at(self, province: str, on: date | None = None) -> Agency:
        """The same agency of one province, as named on a day.

        Raises:
            ValueError: no province is called so.

        """
        unit = find_province(province, on)
        if unit is None:
            msg = f"no province is called {province!r}"
            raise ValueError(msg)
        return Agency.of(Body(self._body.row, unit, self._body.place), on, self._extent)

    def successors(self, *, on: date | None = None, topic: str | None = None) -> tuple[Agency, ...]:
        """Who took its work over.

        Args:
            on: the day asked for: the agencies that carry the work then, along
                every change up to it and in the province of that day; the body
                itself while it goes on. Without a day, those of the change that
                ended it; none while it goes on.
            topic: the part of the work, English or Vietnamese (``trẻ em``,
                ``social protection``); none where it is in nobody's share.

        """
        bodies = next_bodies(self._body, topic) if on is None else carriers(self._body, on, topic)
        return tuple(Agency.of(body, on) for body in bodies)

    def predecessors(self) -> tuple[Agency, ...]:
        """Whose work it took over, by change of functions or by merger of provinces."""
        return tuple(Agency.of(body) for body in previous_bodies(self._body))

    def timeline(self) -> tuple[ChangeEvent, ...]:
        """Every change that it took part in, by day; of an agency of one province, the province's too."""
        identity, province = self._body.row.id, self._body.province
        changes = dict.fromkeys((*events.into_body(identity), *events.from_body(identity)))
        found = [records.event(change) for change in changes]
        if province:
            found += records.territory(province)
        return tuple(sorted(found, key=lambda change: change.date))

    def expand(
        self, *, on: date | None = None, province: str | None = None, named: Iterable[AgencyRef | AgencyRecord] = ()
    ) -> Members:
        """Whom a group stands for on a day, in a province.

        Args:
            on: the day; without it every member that ever was.
            province: the province meant, if not that of the group itself.
            named: for ``các sở, ban, ngành khác``: the agencies named beside the group, which it leaves out.

        """
        unit = find_province(province, on) if province else self._body.province
        unit = unit_on(unit, on) if unit else None
        beside = {key for other in named for key in _keys(other)}
        found = members(Body(self._body.row, unit), on, self.extent, beside)
        return Members(
            agencies=tuple(Agency.of(body, on) for body in found.sure),
            optional=tuple(Agency.of(body, on) for body in found.optional),
            open=self.extent is Extent.SOME,
            complete=found.complete,
        )


def _keys(body: AgencyRef | AgencyRecord) -> Iterator[str]:
    if isinstance(body, AgencyRecord):
        yield body.key
    elif body.id:
        yield from (row.id for row in agencies.by_public_id(body.id))
