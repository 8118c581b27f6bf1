"""What every reader gives: stored text and its blocks in reading order.

The block model is one for all formats. Every visible character of ``text``
lies in exactly one piece of one paragraph (of the body or of a cell) or in
one piece of furniture.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic
from vnplan.models.source import Origin, Source
from vnplan.text.search_text import SearchText
from vnplan.text.view import View


@dataclass(frozen=True, slots=True)
class Typography:
    """Typography, as far as the format tells; ``None`` is not known."""

    bold: bool | None = None
    """All visible characters are bold."""
    italic: bool | None = None
    centered: bool | None = None
    indent: float | None = None
    """Left indent of the first line in points."""
    size: float | None = None
    """Font size in points."""
    heading: int | None = None
    """Heading level that the format itself names (Word style, Markdown ``#``, HTML ``h1``)."""


PLAIN = Typography()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """One paragraph, hard wraps undone: the pieces (usually one) where its words stand, in reading order."""

    pieces: tuple[Span, ...]
    look: Typography = PLAIN
    marker: Span | None = None
    """An automatic number that the format generated, at the front of the first piece; ``None`` if typed or absent."""
    running: bool = False
    """True where line and paragraph ends are lost: headings may stand inside the line."""
    lines: tuple[Span, ...] = ()
    """The source's lines, where a reader joined several into this paragraph."""

    @property
    def start(self) -> int:
        """First position in the text."""
        return self.pieces[0].start

    @property
    def end(self) -> int:
        """Position after the last piece in reading order."""
        return self.pieces[-1].end

    def view(self, text: SearchText) -> View:
        """The search copy of this paragraph of ``text``."""
        return text.view(self.pieces)

    def cut(self, at: int) -> tuple[Paragraph | None, Paragraph | None]:
        """Split before position ``at`` of the text; a side without pieces is ``None``."""
        left, right = [], []
        for piece in self.pieces:
            if piece.end <= at:
                left.append(piece)
            elif piece.start >= at:
                right.append(piece)
            else:
                left.append(Span(piece.start, at))
                right.append(Span(at, piece.end))
        lines_left = tuple(Span(s.start, min(s.end, at)) for s in self.lines if s.start < at)
        lines_right = tuple(Span(max(s.start, at), s.end) for s in self.lines if s.end > at)
        number = self.marker
        marker_left = number if number and number.end <= at else None
        marker_right = number if number and number.start >= at else None
        return (
            replace(self, pieces=tuple(left), lines=lines_left, marker=marker_left) if left else None,
            replace(self, pieces=tuple(right), lines=lines_right, marker=marker_right) if right else None,
        )


@dataclass(frozen=True, slots=True)
class GridCell:
    """One cell at its origin; an empty cell has no paragraphs."""

    row: int
    column: int
    paragraphs: tuple[Paragraph, ...] = ()
    row_span: int = 1
    column_span: int = 1


@dataclass(frozen=True, slots=True)
class Grid:
    """A table as the format draws it, layout tables included."""

    rows: int
    columns: int
    cells: tuple[GridCell, ...]
    """By row, then by column; each place covered by at most one cell."""
    span: Span
    """From the first to the last character of its cells."""
    ruled: bool | None = None
    """True where lines are drawn, False where they are switched off (a letterhead), ``None`` not known."""
    recovered: bool = False
    """True where the grid was put back from flattened text."""


@dataclass(frozen=True, slots=True)
class Furniture:
    """Page numbers, running heads, repeated table headers, notices of the web site."""

    pieces: tuple[Span, ...]


Block = Paragraph | Grid | Furniture


@dataclass(frozen=True, slots=True)
class SourceDocument:
    """One document as read."""

    source: Source
    text: str
    blocks: tuple[Block, ...]
    origins: tuple[Origin, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = field(default=())
