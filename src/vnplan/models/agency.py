"""An agency (cơ quan, đơn vị) as a document names it, and its proper name."""

from __future__ import annotations

from enum import StrEnum

from vnplan.models.base import Model, RawWord, Span


class Extent(StrEnum):
    """How much of a group is meant."""

    ALL = "all"
    """The whole of it: ``các sở, ban, ngành``."""
    SOME = "some"
    """Some, left open which: ``các sở, ngành liên quan``."""
    REST = "rest"
    """Those not named beside it: ``các sở, ban, ngành khác``."""


class AgencyLevel(StrEnum):
    """Tier (cấp) of an agency."""

    CENTRAL = "central"
    """Trung ương."""
    PROVINCE = "province"
    """Cấp tỉnh."""
    DISTRICT = "district"
    """Cấp huyện, until 30 June 2025."""
    COMMUNE = "commune"
    """Cấp xã."""
    OTHER = "other"
    """Of a newer version: the word is in ``level_raw``."""


class AgencyKind(StrEnum):
    """Kind of agency: the kinds of the registry's rows."""

    ARMY = "army"
    ASSOCIATION = "association"
    BANK = "bank"
    CENTRAL_AGENCY = "central_agency"
    COMMITTEE = "committee"
    """Ủy ban nhân dân."""
    COUNCIL = "council"
    """Hội đồng nhân dân, Quốc hội."""
    COURT = "court"
    DEPARTMENT = "department"
    """Sở, phòng and other specialised agencies of committees."""
    ENTERPRISE = "enterprise"
    FRONT = "front"
    """Mặt trận Tổ quốc."""
    GOVERNMENT = "government"
    MANAGEMENT_BOARD = "management_board"
    MASS_ORGANISATION = "mass_org"
    MINISTRY = "ministry"
    MINISTRY_LEVEL = "ministry_level"
    """Cơ quan ngang bộ."""
    PARTY = "party"
    PERSON_OFFICE = "person_office"
    """An office of one person: Thủ tướng, Chủ tịch UBND."""
    POLICE = "police"
    PRESS = "press"
    PROCURACY = "procuracy"
    PUBLIC_UNIT = "public_unit"
    """Đơn vị sự nghiệp."""
    STEERING_COMMITTEE = "steering_committee"
    UNIT_GROUP = "unit_group"
    """Agencies named as one: các sở, ban, ngành."""
    VERTICAL = "vertical"
    """A central agency's office in a province: Cục Thuế."""
    OTHER = "other"
    """Of a newer version: the word is in ``kind_raw``."""


class AgencyRef(Model):
    """One body or group of agencies, as written and as registered."""

    raw: str
    """The words of the document."""
    name: str
    """Canonical name at the document's date; the words themselves where no row matches."""
    id: str | None = None
    """``agency:so-y-te@hai-duong``; ``None`` where the registry does not know the body."""
    kind: AgencyKind | None = None
    kind_raw: RawWord = None
    """Word of a newer version that ``kind`` reads as ``other``."""
    level: AgencyLevel | None = None
    level_raw: RawWord = None
    """Word of a newer version that ``level`` reads as ``other``."""
    province: str | None = None
    """Province that the body belongs to, as named at the time; ``None`` for central agencies."""
    collective: bool = False
    """True for a group named as one (``các sở, ban, ngành``)."""
    extent: Extent | None = None
    """How much of a group is meant; ``None`` for a single body."""
    span: Span | None = None


class ResolutionStatus(StrEnum):
    """What became of a name."""

    FOUND = "found"
    AMBIGUOUS = "ambiguous"
    UNKNOWN = "unknown"


class Resolution(Model):
    """What a name as a whole means."""

    status: ResolutionStatus
    agency: AgencyRef | None = None
    """The body; ``None`` unless found."""
    candidates: tuple[AgencyRef, ...] = ()
    """Where ambiguous the agencies it may mean, where unknown those with a name much like it; never taken by itself."""


class Suggestion(Model):
    """A registered agency whose name is much like the words given."""

    agency: AgencyRef
    likeness: float
    """1.0 for the same letters, marks of tone left out; those below 0.8 are not offered."""
