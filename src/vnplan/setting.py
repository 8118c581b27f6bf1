"""What the other rules may know of the document at hand, read from its header first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Context:
    """Who speaks, where and when; ``None`` where the header does not say."""

    province: str | None = None
    """Province as named at the time (``Hải Dương``); ``None`` for central bodies."""
    on: date | None = None
    """Date of the document."""
    year: int | None = None
    """Year that year-less expressions mean: of the title if it names one, else of the date."""
    own_key: str | None = None
    """Key of the document's own number."""
    doc_type: str | None = None
    """Code of the document's own type (``KH``)."""
    issuer: str | None = None
    """Canonical name of the issuer."""
