"""Trouble as a value: what was odd, missing or in doubt in a document that could be read."""

from __future__ import annotations

from enum import StrEnum

from pydantic import Field

from vnplan.models.base import Model, Span


class Severity(StrEnum):
    """How much a reader of the plan should care."""

    INFO = "info"
    WARNING = "warning"
    ERROR = "error"


class Diagnostic(Model):
    """One remark about the document; ``code`` is from the list in :mod:`vnplan.diagnostics`."""

    code: str
    severity: Severity
    message: str
    """In English; :func:`vnplan.diagnostics.vietnamese` gives the sentence in Vietnamese."""
    span: Span | None = None
    related: tuple[Span, ...] = ()
    """Other places that the remark is about: where the contrary is said."""
    values: dict[str, str] = Field(default_factory=dict)
    """The values named in the message, for messages in another language."""
