"""What a reading of a name gives, and how it becomes an :class:`AgencyRef`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vnplan.gazetteer.agencies import agency, public_id
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.models.agency import AgencyRef, Extent
from vnplan.models.base import Span
from vnplan.setting import Setting
from vnplan.text.fold import fold_case

_SOME = re.compile(r"(?<!\w)(?:liên\s+quan|chức\s+năng|một\s+số)(?!\w)")
_REST = re.compile(r"(?<!\w)(?:khác|còn\s+lại)(?!\w)")


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """One body read at ``[start, end)`` of the search copy."""

    start: int
    end: int
    name: str
    row: AgencyRow | None = None
    """``None`` where the words are no row's, or two rows remain."""
    province: Province | None = None
    place: str | None = None
    """``huyện Lạc Sơn``: the unit below the province that the name ends in."""
    collective: bool = False
    candidates: tuple[AgencyRow, ...] = ()
    """The rows that remain, where two or more do."""

    def moved(self, start: int, end: int) -> AgencyMention:
        """The same body at another stretch."""
        return replace(self, start=start, end=end)

    def ref(self, raw: str, span: Span | None) -> AgencyRef:
        """The public value; ``raw`` are the words of the document at ``span``."""
        row = self.row
        if row is None:
            return AgencyRef(raw=raw, name=self.name, collective=self.collective, span=span)
        central = row.level == "central"
        slug = self.province.slug if self.province else None
        collective = self.collective or row.collective
        return AgencyRef(
            raw=raw,
            name=self.name,
            id=_identity(row, self.place, self.name, slug) if central or slug else None,
            kind=row.kind,
            level=row.level,
            province=None if central or self.province is None else self.province.name,
            collective=collective,
            extent=_extent(row, raw) if collective else None,
            span=span,
        )


def _extent(row: AgencyRow, raw: str) -> Extent:
    """How much of a group its words mean: one that the registry cannot list is always left open."""
    words = fold_case(raw)
    if _SOME.search(words) or (row.collective and not row.members):
        return Extent.SOME
    return Extent.REST if _REST.search(words) else Extent.ALL


def _identity(row: AgencyRow, place: str | None, name: str, slug: str | None) -> str | None:
    if row.level == "central":
        return public_id(row.name, None)
    if row.collective or row.level == "province":
        return public_id(name if row.open else row.name, slug)
    # A body of a district or commune is told apart by its place; without one it could be any of them.
    return public_id(name, slug) if place else None


def named(row: AgencyRow, setting: Setting, province: Province | None, place: str | None) -> str:
    """The canonical name of ``row`` on the day of the setting, with its place."""
    if row.collective or row.level == "central":
        return row.name_on(setting.on)
    if place:
        return f"{row.name.removesuffix(' huyện').removesuffix(' xã')} {place}"
    return row.name_on(setting.on) if province is None else _at(row, province, city=province.is_city(setting.on))


def _at(row: AgencyRow, province: Province, *, city: bool) -> str:
    """A name with the province in the place of ``tỉnh`` or after ``Tỉnh ủy``; departments carry none."""
    if row.bare_place:
        return f"{row.name.removesuffix(' tỉnh')} {province.name}"
    if row.name.endswith(" tỉnh"):
        return f"{row.name.removesuffix('tỉnh')}{'thành phố' if city else 'tỉnh'} {province.name}"
    if row.name.endswith("Tỉnh ủy"):
        return f"{row.name.removesuffix('Tỉnh ủy')}{'Thành' if city else 'Tỉnh'} ủy {province.name}"
    return row.name


def group(identity: str, start: int, end: int, setting: Setting) -> AgencyMention:
    """The collective row of that id as found at ``[start, end)``."""
    row = agency(identity)
    province = setting.home if row.level != "central" else None
    return AgencyMention(start, end, row.name, row, province, collective=True)
