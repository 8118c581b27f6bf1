"""A body (cơ quan, đơn vị) as a document names it, and its proper name."""

from __future__ import annotations

from vnplan.models.base import Model, Span


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
    span: Span | None = None
