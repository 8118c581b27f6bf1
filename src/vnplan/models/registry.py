"""The registry of public agencies as data: agencies, what changed among them, provinces."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from vnplan.models.agency import AgencyKind, AgencyLevel
from vnplan.models.base import Model

REGISTRY_VERSION = "1.0"


class ChangeKind(StrEnum):
    """What happened to an agency."""

    RENAME = "rename"
    """It goes on under another name or in another form."""
    MERGE = "merge"
    """It went into a new body or into one that stood already."""
    SPLIT = "split"
    """Its work went to several agencies."""
    TRANSFER = "transfer"
    """A part of its work went to another; the body goes on."""
    ABOLISH = "abolish"
    """It ended; nobody, or the level below, took its work over."""


class Share(Model):
    """An agency that took work over, and which part."""

    key: str
    """Key of the body in the registry."""
    name: str
    scope: str | None = None
    """The part, in English; ``None`` for the whole work."""
    scope_vi: str | None = None
    topics: tuple[str, ...] = ()
    """Words by which the part is known, English and Vietnamese."""
    confidence: str | None = None
    """``likely`` where less sure than the change itself."""


class ChangeEvent(Model):
    """One change on one day; provinces follow the national rule some days or weeks later."""

    date: date
    """First day of the new order."""
    kind: ChangeKind
    bodies: tuple[str, ...]
    """Keys of the agencies that changed; of provinces their names."""
    into: tuple[Share, ...] = ()
    basis: str | None = None
    """Number of the legal document (``45/2025/NĐ-CP``); ``None`` where not confirmed."""
    confidence: str
    """``certain``, ``likely`` or ``unsure``."""
    note: str | None = None


class Period(Model):
    """A name and the days on which it was borne, both inclusive; ``None`` for open ends."""

    name: str
    valid_from: date | None = None
    valid_to: date | None = None


class AgencyRecord(Model):
    """One body or group of agencies of the registry."""

    key: str
    """Short key, unique in the registry (``so_ldtbxh``)."""
    id: str
    """Public id (``agency:so-lao-dong-thuong-binh-xa-hoi``), with ``@`` and the province where one is known."""
    name: str
    """Canonical name; ``tỉnh``, ``huyện``, ``xã`` at its end stands for a place unless one is known."""
    name_en: str
    kind: AgencyKind
    level: AgencyLevel
    names: tuple[Period, ...]
    """Its names by period, oldest first."""
    aliases: tuple[str, ...] = ()
    """Forms listed beside those that the general rules make."""
    codes: tuple[str, ...] = ()
    """Its letters in document numbers."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Last day, inclusive."""
    collective: bool = False
    """A group named as one."""
    open_class: bool = False
    """A kind of agency that no registry can list (companies): the words of the document are the name."""
    province: str | None = None
    """Province that it belongs to, where one is known."""
    confidence: str = "likely"
    source: str = ""
    note: str | None = None


class ProvinceRecord(Model):
    """One provincial unit in one era; the same name before and after a merger is two records."""

    name: str
    slug: str
    code: str | None = None
    """Code of the General Statistics Office."""
    city: bool = False
    """A centrally run city from the start of the record."""
    city_from: date | None = None
    """Day on which it became one."""
    seat: str | None = None
    """Town of its administration (tỉnh lỵ)."""
    valid_from: date | None = None
    valid_to: date | None = None
    """Last day, inclusive."""
    successor: str | None = None
    """Slug of the unit that it is part of now; its own where it goes on with more territory."""
    merged_from: tuple[str, ...] = ()
    districts: tuple[str, ...] = ()
    """Districts on the day of the registry; of that of all times, on the last day of the level, 30 June 2025."""


class RegistryData(Model):
    """The whole registry as one document."""

    registry_version: str = REGISTRY_VERSION
    as_of: date
    """Day of the state of knowledge."""
    sources: dict[str, str]
    agencies: tuple[AgencyRecord, ...]
    events: tuple[ChangeEvent, ...]
    territory: tuple[ChangeEvent, ...]
    """Changes among provinces; their agencies and shares are slugs."""
    provinces: tuple[ProvinceRecord, ...]
