"""A body (cơ quan, đơn vị) as a document names it, and its proper name."""

from __future__ import annotations

from enum import StrEnum

from vnplan.models.base import Model, Span


class Extent(StrEnum):
    """How much of a group is meant."""

    ALL = "all"
    """The whole of it: ``các sở, ban, ngành``."""
    SOME = "some"
    """Some, left open which: ``các sở, ngành liên quan``."""
    REST = "rest"
    """Those not named beside it: ``các sở, ban, ngành khác``."""


class AgencyRef(Model):
    """One body or group of bodies, as written and as registered."""

    raw: str
    """The words of the document."""
    name: str
    """Canonical name at the document's date; the words themselves where no row matches."""
    id: str | None = None
    """``agency:so-y-te@hai-duong``; ``None`` where the registry does not know the body."""
    kind: str | None = None
    """Kind of body, from ``gazetteer/data/agencies.json`` (``department``, ``party``, ...)."""
    level: str | None = None
    """``central``, ``province``, ``district`` or ``commune``."""
    province: str | None = None
    """Province that the body belongs to, as named at the time; ``None`` for central bodies."""
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
    """Where ambiguous the bodies it may mean, where unknown those with a name much like it; never taken by itself."""


class Suggestion(Model):
    """A registered body whose name is much like the words given."""

    agency: AgencyRef
    likeness: float
    """1.0 for the same letters, marks of tone left out; those below 0.8 are not offered."""
