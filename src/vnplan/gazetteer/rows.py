"""The rows of the registry: agencies and provinces, each with the time when it held."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vnplan.gazetteer.terms import Term
from vnplan.models.agency import AgencyKind, AgencyLevel


@dataclass(frozen=True, slots=True)
class Member:
    """Whom a group stands for: every agency of a kind and level, or one agency in each unit of a level."""

    kind: AgencyKind | None = None
    level: AgencyLevel | None = None
    id: str | None = None
    each: AgencyLevel | None = None
    """The body ``id`` of each unit of that level."""


@dataclass(frozen=True, slots=True)
class Heir:
    """The row under which an agency goes on in another form, from the day after its own last one."""

    id: str
    source: str | None = None
    """Number of the legal document; ``None`` where not confirmed."""
    confidence: str | None = None
    """Where less sure than the row."""
    scope: str | None = None
    scope_vi: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AgencyRow:
    """One agency, group or open class of agencies (``data/agencies.json``)."""

    id: str
    names: tuple[Term, ...]
    """Canonical names, oldest first; ``tỉnh``, ``huyện`` at the end stand for the place that is named."""
    kind: AgencyKind
    level: AgencyLevel
    aliases: tuple[Term, ...] = ()
    """Surface forms that the general rules of :mod:`vnplan.gazetteer.surface_forms` do not make."""
    whole: tuple[str, ...] = ()
    """Forms too short or too common for running prose: they name the body only as a whole cell or list item."""
    examples: tuple[str, ...] = ()
    """Forms that the general rules make; each must lead back to this row."""
    codes: tuple[Term, ...] = ()
    """Its own codes in document numbers (``SNV``): no other agency of its time signs with them."""
    letters: tuple[str, ...] = ()
    """Letters by which it goes elsewhere, or that it shares with others (``issuers.json`` says how they are read)."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Last day, inclusive."""
    became: Heir | None = None
    """The row under which it goes on, where its end is a new name or form and that name has a row of its own."""
    members: tuple[Member, ...] = ()
    """Of a group: whom it stands for by kind; empty where the agencies' own rows tell, or the words leave it open."""
    groups: tuple[Term, ...] = ()
    """Ids of groups that it is in without being of their kinds."""
    part_of: str | None = None
    """Kind of the agency that it is a part or the office of; a part is in no group of its own kind."""
    everywhere: bool = True
    """Each province has it; ``False``: only some do."""
    provinces: tuple[str, ...] = ()
    """Slugs of the only provinces that have it."""
    closed: bool = False
    """Of a group: the members are all that it stands for."""
    body: str | None = None
    """Id of the agency that this office of one person speaks for."""
    open: bool = False
    """An open class (companies, offices of a department): the words of the document are the name."""
    bare_place: bool = False
    """The province's name stands without ``tỉnh`` (``Báo Hải Dương``)."""
    own_name: bool = False
    """A proper name may follow (``Ban Quản lý Khu kinh tế Dung Quất``), which tells it from others of its kind."""
    dashed: bool = False
    """Its two fields of work are joined by a dash alone: with a comma or ``và`` they are two agencies of a list."""
    grammar: bool = False
    """A group whose forms are read by grammar, not listed."""
    name_en: str = ""
    source: str = ""
    """Key of ``meta.sources`` in the data."""
    confidence: str = "likely"
    """``certain``, ``likely`` or ``unsure``."""
    note: str | None = None

    @property
    def name(self) -> str:
        """The newest canonical name."""
        return self.names[-1].words

    @property
    def id_name(self) -> str:
        """The name that the public id is made of: ids stay when names change."""
        return next((term.words for term in self.names if term.gives_id), self.names[0].words)

    def name_on(self, on: date | None) -> str:
        """The canonical name on that day; the newest one without a day."""
        if on is not None:
            for term in self.names:
                if term.valid_to is None or on <= term.valid_to:
                    return term.words
        return self.names[-1].words

    @property
    def collective(self) -> bool:
        """True for a group of agencies named as one."""
        return self.kind is AgencyKind.UNIT_GROUP

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
