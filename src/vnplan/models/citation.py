"""Citations (viện dẫn): each mention in the text, and the distinct documents behind them."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 -- a field is called ``date``
from enum import StrEnum

from vnplan.models.base import Model, Span
from vnplan.models.header import DocumentNumber


class CitationKind(StrEnum):
    """How a document is cited."""

    NUMBERED = "numbered"
    NAMED = "named"
    PROGRAMME = "programme"
    ALIAS = "alias"


class Zone(StrEnum):
    """Where in the document a mention stands."""

    TITLE = "title"
    BASIS = "basis"
    BODY = "body"
    ATTACHMENT = "attachment"
    CLOSING = "closing"


class Citation(Model):
    """One mention."""

    span: Span
    """The whole mention: type word, number, date, issuer (the title is left out)."""
    text: str
    key: str | None = None
    """``1983/QĐ-TTg``, ``Luật Người cao tuổi``; of an alias, the key of what it stands for, if that is known."""
    kind: CitationKind
    doc_type: str | None = None
    """Code of the type: ``QĐ``; ``Luật`` for laws."""
    number: DocumentNumber | None = None
    date: Date | None = None
    issuer: str | None = None
    """Canonical name."""
    title: str | None = None
    """The subject after the mention, as printed."""
    pinpoint: str | None = None
    """``điểm a khoản 2 Điều 103``."""
    zone: Zone = Zone.BODY
    parent: int | None = None
    """Index of the citation in whose title this one stands."""
    relation: str = "cites"
    cue: str | None = None
    """The words that tell the relation."""


class Reference(Model):
    """One distinct cited document."""

    id: str
    """``document:2021/1983/QĐ-TTg``."""
    key: str
    kind: CitationKind
    doc_type: str | None = None
    number: DocumentNumber | None = None
    date: Date | None = None
    issuer: str | None = None
    title: str | None = None
    aliases: tuple[str, ...] = ()
    relations: tuple[str, ...] = ()
    """Relations of the plan itself to the document, without repeats."""
    mentions: tuple[int, ...] = ()
    """Indexes into ``plan.citations``, aliases among them."""
