"""The section tree (bố cục)."""

from __future__ import annotations

from enum import StrEnum

from vnplan.models.base import Model, Span


class SectionKind(StrEnum):
    """Kind of an item, by its marker."""

    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    ROMAN = "roman"
    ARABIC = "arabic"
    LETTER = "letter"
    BULLET = "bullet"
    HEADING = "heading"
    PARAGRAPH = "paragraph"
    PREAMBLE = "preamble"


class Rival(Model):
    """Another way to read an item."""

    kind: SectionKind | None
    """What the marker would be; ``None``: no marker, only words of the text."""
    under: Span | None = None
    """Marker of the item that it would stand below; ``None`` at the top."""
    margin: float
    """How much dearer the whole document would read that way; a new list costs 1."""


class Evidence(Model):
    """Why a numbered item stands where it does."""

    rules: tuple[str, ...]
    """Names of the rules that fired."""
    rivals: tuple[Rival, ...] = ()
    """The best other readings, nearest first; empty where none comes near."""


class Section(Model):
    """One item of the tree with everything below it."""

    id: str
    """Path of labels, unique in the document: ``II.2.b``; ``~2`` marks a repeat."""
    label: str | None
    """As printed without its closing mark, keyword kept: ``Điều 1``, ``b``; ``None`` where nothing is printed."""
    kind: SectionKind
    level: int
    """1 is the top; starts anew in each attachment."""
    heading: str
    """First line of the item, after its marker."""
    text: str
    """The item's own words, heading included, descendants left out."""
    span: Span
    """From the marker to the end of the last descendant."""
    children: tuple[Section, ...] = ()
    evidence: Evidence | None = None
    """Of numbered items; shown in words by ``plan.explain(id)``."""


class AttachmentKind(StrEnum):
    """What is attached."""

    PLAN = "plan"
    APPENDIX = "appendix"


class Attachment(Model):
    """A plan that a decision issues, or an appendix (phụ lục)."""

    kind: AttachmentKind
    label: str | None = None
    """``PHỤ LỤC I``."""
    title: str | None = None
    attached_to: str | None = None
    """Key of the document that the pointer line names: ``1768/KH-UBND``."""
    span: Span
    sections: tuple[Section, ...] = ()
    tables: tuple[str, ...] = ()
    """Ids of the tables that stand in it."""
