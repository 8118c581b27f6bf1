"""The rows of the registry: bodies and provinces, each with the time when it held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Former:
    """A name that a body bore until a day (``valid_to``, inclusive), before its present one."""

    name: str
    valid_to: date


@dataclass(frozen=True, slots=True)
class Member:
    """A body of a group, or a kind of body of which each unit of a level has one."""

    id: str
    each: str | None = None
    """``province``, ``district`` or ``commune``: one for each unit of that level."""
    optional: bool = False
    """Not every province has it."""
    provinces: tuple[str, ...] = ()
    """Slugs of the only provinces that have it."""
    valid_to: date | None = None
    """Last day in the group, where the body goes on after it."""


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One body, group or open class of bodies (``data/agencies.json``)."""

    id: str
    name: str
    """Canonical name; ``tỉnh`` or ``huyện`` at its end stands for the place that a document names."""
    kind: str
    level: str
    """``central``, ``province``, ``district`` or ``commune``."""
    aliases: tuple[str, ...] = ()
    """Surface forms that the general rules of :mod:`vnplan.gazetteer.surface_forms` do not make."""
    whole: tuple[str, ...] = ()
    """Forms too short or too common for running prose: they name the body only as a whole cell or list item."""
    examples: tuple[str, ...] = ()
    """Forms that the general rules make; each must lead back to this row."""
    codes: tuple[str, ...] = ()
    """Its letters in document numbers."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Last day, inclusive."""
    former: tuple[Former, ...] = ()
    """Earlier names, oldest first."""
    members: tuple[Member, ...] = ()
    """Of a group: whom it stands for; empty where the words leave that open."""
    closed: bool = False
    """Of a group: the members are all that it stands for."""
    body: str | None = None
    """Id of the body that this office of one person speaks for."""
    open: bool = False
    """An open class (companies, offices of a department): the words of the document are the name."""
    bare_place: bool = False
    """The province's name stands without ``tỉnh`` (``Báo Hải Dương``)."""
    dashed: bool = False
    """Its two fields of work are joined by a dash alone: with a comma or ``và`` they are two bodies of a list."""
    grammar: bool = False
    """A group whose forms are read by grammar, not listed."""
    name_en: str = ""
    source: str = ""
    """Key of ``meta.sources`` in the data."""
    confidence: str = "likely"
    """``certain``, ``likely`` or ``unsure``."""
    note: str | None = None

    def name_on(self, on: date | None) -> str:
        """The canonical name on that day; the present one without a day."""
        if on is not None:
            for former in self.former:
                if on <= former.valid_to:
                    return former.name
        return self.name

    @property
    def collective(self) -> bool:
        """True for a group of bodies named as one."""
        return self.kind == "unit_group"

    def held(self, on: date | None) -> bool:
        """True where the body existed on that day; always without a day."""
        return on is None or not (
            (self.valid_from is not None and on < self.valid_from) or (self.valid_to is not None and on > self.valid_to)
        )


@dataclass(frozen=True, slots=True)
class Province:
    """One provincial unit in one era: the same name before and after a merger is two rows."""

    name: str
    """Without ``tỉnh`` or ``thành phố``."""
    slug: str
    code: str | None = None
    """Code of the General Statistics Office; never join eras on it alone."""
    city: bool = False
    """True for a centrally run city (thành phố trực thuộc Trung ương) from the start of the row."""
    city_from: date | None = None
    """Day on which a province became a centrally run city."""
    city_basis: str | None = None
    """Number of the resolution that made it one."""
    seat: str | None = None
    """Town of its administration (tỉnh lỵ)."""
    aliases: tuple[str, ...] = ()
    places: tuple[str, ...] = ()
    """Places that its date lines name: the province, the seat, older seats."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Last day, inclusive."""
    successor: str | None = None
    """Slug of the unit that it became part of."""
    merged_from: tuple[str, ...] = ()
    """Names of the units that it was made of."""

    def held(self, on: date | None) -> bool:
        """True where the unit existed on that day; always without a day."""
        return on is None or not (
            (self.valid_from is not None and on < self.valid_from) or (self.valid_to is not None and on > self.valid_to)
        )

    def is_city(self, on: date | None) -> bool:
        """True where it was a centrally run city on that day."""
        return self.city or (self.city_from is not None and on is not None and on >= self.city_from)
