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
