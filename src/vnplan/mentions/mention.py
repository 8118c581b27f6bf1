"""What a reading of a name gives, and how it becomes an :class:`AgencyRef`."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace

from vnplan.gazetteer.agencies import agency, own_id, public_id, told_groups
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.models.agency import AgencyLevel, AgencyRef, Extent
from vnplan.models.base import Span
from vnplan.setting import Setting
from vnplan.text.fold import fold_case

_SOME = re.compile(r"(?<!\w)(?:liên\s+quan|chức\s+năng|một\s+số)(?!\w)")
_REST = re.compile(r"(?<!\w)(?:khác|còn\s+lại)(?!\w)")


@dataclass(frozen=True, slots=True)
class AgencyMention:
    """One agency read at ``[start, end)`` of the search copy."""

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
        """The same agency at another stretch."""
        return replace(self, start=start, end=end)

    def ref(self, raw: str, span: Span | None) -> AgencyRef:
        """The public value; ``raw`` are the words of the document at ``span``."""
        row = self.row
        if row is None:
            return AgencyRef(raw=raw, name=self.name, collective=self.collective, span=span)
        central = row.level is AgencyLevel.CENTRAL
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
    if _SOME.search(words) or (row.collective and not (row.members or row.id in told_groups())):
        return Extent.SOME
    return Extent.REST if _REST.search(words) else Extent.ALL


def _identity(row: AgencyRow, place: str | None, name: str, slug: str | None) -> str | None:
    below = row.level not in {AgencyLevel.CENTRAL, AgencyLevel.PROVINCE} and not row.collective
    # An agency of a district or commune is told apart by its place; without one it could be any of them.
    return None if below and place is None else identity(row, place if below else None, name, slug)


def identity(row: AgencyRow, place: str | None, name: str, slug: str | None) -> str:
    """The public id of an agency at its place; ``name`` is the one that it bears there on the day of the mention.

    Ids stay when names change: the day's name is put back to the one that the id is made of.
    """
    if row.open:
        return public_id(name, slug)
    if place is None:
        return own_id(row, slug)
    for term in row.names:
        if term.words != row.id_name and name == _with_place(term.words, place):
            return public_id(_with_place(row.id_name, place), slug)
    return public_id(name, slug)


def named(row: AgencyRow, setting: Setting, province: Province | None, place: str | None) -> str:
    """The canonical name of ``row`` on the day of the setting, with its place."""
    name = row.name_on(setting.on)
    if row.collective or row.level is AgencyLevel.CENTRAL:
        return name
    if place:
        return _with_place(name, place)
    if province is None:
        return name
    return _in_province(name, province, city=province.is_city(setting.on), bare=row.bare_place)


def _with_place(name: str, place: str) -> str:
    """``Công an huyện`` of ``huyện Lạc Sơn``."""
    return f"{name.removesuffix(' huyện').removesuffix(' xã')} {place}"


def _in_province(name: str, province: Province, *, city: bool, bare: bool) -> str:
    """A name with the province in the place of ``tỉnh`` or after ``Tỉnh ủy``; departments carry none."""
    if bare:
        return f"{name.removesuffix(' tỉnh')} {province.name}"
    if name.endswith(" tỉnh"):
        return f"{name.removesuffix('tỉnh')}{'thành phố' if city else 'tỉnh'} {province.name}"
    if name.endswith("Tỉnh ủy"):
        return f"{name.removesuffix('Tỉnh ủy')}{'Thành' if city else 'Tỉnh'} ủy {province.name}"
    return name


def group(identity: str, start: int, end: int, setting: Setting) -> AgencyMention:
    """The collective row of that id as found at ``[start, end)``."""
    row = agency(identity)
    province = setting.home if row.level is not AgencyLevel.CENTRAL else None
    return AgencyMention(start, end, row.name_on(setting.on), row, province, collective=True)
