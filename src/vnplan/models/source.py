"""Where a plan came from, and where on the page its words stood."""

from __future__ import annotations

from enum import StrEnum

from vnplan.models.base import Model, Span


class Signature(Model):
    """What a digital signature (chữ ký số) says of itself: facts of the file, which fill no field of the header."""

    name: str | None = None
    """Signer, as printed or certified."""
    office: str | None = None
    """Office of the signer, as printed or certified."""
    time: str | None = None
    """Time of signing, as printed; ISO 8601 where only the file tells it."""
    page: int | None = None
    """Page from 1 on which it shows; ``None`` where it shows nowhere."""


class Source(Model):
    """The file or string that was parsed."""

    name: str
    """File name or the caller's ``name=``; ``<text>`` for pasted text."""
    media_type: str
    """IANA media type of the bytes as sniffed, not as named."""
    sha256: str
    """Hex digest of the bytes (of the UTF-8 text for pasted text)."""
    reader: str
    """The reader that was used: ``plain``, ``markdown``, ``docx``, ``pdf``, ..."""
    pages: int | None = None
    """Pages where the format has them."""
    chars: int = 0
    """Length of ``plan.text`` in code points."""
    signatures: tuple[Signature, ...] = ()
    """Digital signatures of a PDF, in the order of their pages."""


class PlaceKind(StrEnum):
    """What a place is: a line of text, a paragraph or cell of a flowing format, a box on a page."""

    LINE = "line"
    PARAGRAPH = "paragraph"
    CELL = "cell"
    PAGE = "page"


class Place(Model):
    """Where a stretch of ``plan.text`` stood in its source; unknown parts are ``None``."""

    kind: PlaceKind
    file: int = 0
    """Index of the file in a plan parsed from several."""
    page: int | None = None
    """Page number from 1."""
    box: tuple[float, float, float, float] | None = None
    """``(x0, top, x1, bottom)`` on the page in points (1/72 inch) from the top left corner."""
    line: int | None = None
    """Line number from 1 (text and Markdown)."""
    paragraph: int | None = None
    """Paragraph number from 0 in the body of a Word or HTML file, tables counted as one."""
    table: int | None = None
    """Table number from 0 in the file."""
    row: int | None = None
    """Row from 0 in the table."""
    column: int | None = None
    """Column from 0 in the table."""


class Origin(Model):
    """One stretch of ``plan.text`` and its place."""

    span: Span
    place: Place
