"""What a page holds: words, ruling lines, lines of words. Places are in points, (0, 0) is the top left corner."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import NamedTuple

from vnplan.models.source import Signature

Box = tuple[float, float, float, float]
ASCENT, DESCENT = 0.891, 0.216
"""Of Times New Roman, the typeface that Decree 30/2020 prescribes, in parts of the font size."""


class Ink(NamedTuple):
    """How a word is printed."""

    angle: int = 0
    """Degrees in steps of 90, counted as PDFium counts; -1 where it is tilted."""
    pale: bool = False
    """Light grey or lighter."""
    doubtful: bool = False
    """Perhaps not seen: white, or of a layer that may be switched off."""
    invisible: bool = False
    """Drawn without ink."""
    raised: bool = False
    """A mark of a footnote above the line."""


PLAIN = Ink()


class Word(NamedTuple):
    """Characters without white space between them, on one line."""

    text: str
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    """Font size in points."""
    bold: bool
    italic: bool
    trust: float = 100.0
    """Confidence of an OCR engine in per cent; 100 for a text layer."""
    ink: Ink = PLAIN


class Rule(NamedTuple):
    """A ruling line, upright or level: a thin box."""

    x0: float
    top: float
    x1: float
    bottom: float


@dataclass(slots=True)
class PageLine:
    """Words of one line and one column."""

    text: str
    page: int
    """Page number from 1."""
    x0: float
    top: float
    x1: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    first: float
    """Width of the first word: what must have fitted on the line before, had the line not been ended by hand."""
    blank: float
    """Usual width of a blank on this line."""
    doubts: tuple[tuple[int, int], ...] = ()
    """Stretches of ``text`` that an OCR engine was not sure of."""

    @property
    def height(self) -> float:
        """Height of the line's box."""
        return self.bottom - self.top


@dataclass(slots=True)
class Page:
    """One page as the engine (or OCR) gives it."""

    number: int
    """From 1."""
    width: float
    height: float
    runs: list[list[Word]]
    """Words that follow each other on one line, in the order of the file."""
    rules: list[Rule] = field(default_factory=list)
    asides: list[list[Word]] = field(default_factory=list)
    """Words that are none of the text: not seen, tilted, laid over it, marks of footnotes."""
    signatures: list[Signature] = field(default_factory=list)
    """What stamps of digital signatures on it say."""
    pictured: bool = False
    """Images or outlines cover so much of it that there may be writing that is no text."""
    dots: float = 0.0
    """Dots an inch of its finest large image, 0 if it has none."""

    @property
    def words(self) -> list[Word]:
        """All words in the order of the file."""
        return [word for run in self.runs for word in run]


@dataclass(slots=True)
class Columns:
    """Blocks side by side (letterhead, signature beside recipients), from left to right."""

    columns: list[list[PageLine]]
    edges: list[tuple[float, float]]
    """Left and right bound of each column."""
    top: float
    bottom: float


@dataclass(slots=True)
class RawCell:
    """One cell at its origin, with the lines in it."""

    row: int
    column: int
    row_span: int
    column_span: int
    x0: float
    top: float
    x1: float
    bottom: float
    lines: list[PageLine] = field(default_factory=list)


@dataclass(slots=True)
class RawGrid:
    """A table drawn on one page, or stitched from several."""

    edges: list[float]
    """Column edges from left to right: one more than columns."""
    rows: int
    cells: list[RawCell]
    levels: list[float]
    """Row edges from top to bottom, on the last page: one more than its rows there."""
    page: int
    """Page on which it ends."""
    ruled: bool = True
    repeated: list[list[PageLine]] = field(default_factory=list)
    """Lines of header rows that were printed anew on later pages, and of other furniture within."""

    @property
    def columns(self) -> int:
        """Number of columns."""
        return len(self.edges) - 1

    @property
    def top(self) -> float:
        """Upper edge."""
        return self.levels[0]

    @property
    def bottom(self) -> float:
        """Lower edge."""
        return self.levels[-1]


Item = PageLine | Columns | RawGrid
"""What stands on a page, from top to bottom."""


@dataclass(slots=True)
class Sheet:
    """A page in order: its items from top to bottom, and what is furniture."""

    number: int
    width: float
    height: float
    items: list[Item]
    furniture: list[PageLine] = field(default_factory=list)
    footnotes: list[PageLine] = field(default_factory=list)
    """Lines that come after the block which the page's end interrupts."""
