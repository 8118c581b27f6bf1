"""Sheets -> blocks of the whole document.

Paragraphs and tables run on over page ends; furniture comes after the block
that it interrupts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

from vnplan.readers.pdf.grids import across_pages
from vnplan.readers.pdf.page import Columns, PageLine, RawGrid, Sheet
from vnplan.readers.pdf.words import paragraphs
from vnplan.readers.pdf.words.paragraphs import Frame

_FEW_LINES = 5
"""A page with fewer lines does not show its margins."""
_LEADING = 0.1
"""Room between lines in line heights where nothing in the document tells: single spacing has 0.04, 1.2 lines 0.25."""


@dataclass(slots=True)
class Text:
    """A paragraph: its lines, and the frame that they stand in."""

    lines: list[PageLine]
    frame: Frame


@dataclass(slots=True)
class Aside:
    """Furniture."""

    lines: list[PageLine]


Composed = Text | RawGrid | Aside


def compose(sheets: list[Sheet]) -> list[Composed]:
    """Blocks in reading order."""
    frames = _frames(sheets)
    composer = _Composer()
    for sheet, frame in zip(sheets, frames, strict=True):
        middle = sheet.height / 2
        composer.aside(line for line in sheet.furniture if line.top < middle)
        for at, item in enumerate(sheet.items):
            if isinstance(item, PageLine):
                composer.line(item, frame)
            elif isinstance(item, Columns):
                composer.columns(item, frame)
            else:
                composer.grid(item, at_top=at == 0)
        for line in sheet.footnotes:
            composer.footnote(line, frame)
        composer.aside(line for line in sheet.furniture if line.top >= middle)
    return composer.finish()


class _Composer:
    def __init__(self) -> None:
        self._blocks: list[Composed] = []
        self._open: Text | RawGrid | None = None
        self._waiting: list[Composed] = []

    def line(self, line: PageLine, frame: Frame) -> None:
        if isinstance(self._open, Text) and paragraphs.goes_on(self._open.lines, line, frame):
            self._open.lines.append(line)
        else:
            self._start(Text([line], frame))

    def columns(self, item: Columns, frame: Frame) -> None:
        for lines, (left, right) in zip(item.columns, item.edges, strict=True):
            own = Frame(left, right, max(frame.leading, 0.3), narrow=True)
            for paragraph in paragraphs.build(lines, own):
                self._start(Text(paragraph, own))
        self._start(None)

    def grid(self, grid: RawGrid, *, at_top: bool) -> None:
        upper = self._open
        if (
            at_top
            and isinstance(upper, RawGrid)
            and upper.page == grid.page - 1
            and across_pages.continues(upper, grid)
        ):
            self._open = across_pages.join(upper, grid)
        else:
            self._start(grid)

    def aside(self, lines: Iterable[PageLine]) -> None:
        self._waiting += [Aside([line]) for line in lines]

    def footnote(self, line: PageLine, frame: Frame) -> None:
        last = self._waiting[-1] if self._waiting else None
        if isinstance(last, Text) and paragraphs.goes_on(last.lines, line, frame):
            last.lines.append(line)
        else:
            self._waiting.append(Text([line], frame))

    def finish(self) -> list[Composed]:
        self._start(None)
        return self._blocks

    def _start(self, block: Text | RawGrid | None) -> None:
        if self._open is not None:
            self._blocks.append(self._open)
            if isinstance(self._open, RawGrid):
                self._blocks += [Aside(lines) for lines in self._open.repeated]
        self._blocks += self._waiting
        self._waiting = []
        self._open = block


def _frames(sheets: list[Sheet]) -> list[Frame]:
    """The text block of each page; a page with few lines borrows from those of the same width."""
    own = [[item for item in sheet.items if isinstance(item, PageLine)] for sheet in sheets]
    edges = [_edges(lines) if len(lines) >= _FEW_LINES else None for lines in own]
    rooms = [paragraphs.leading(lines, edge[1]) if edge else None for lines, edge in zip(own, edges, strict=True)]
    known = [room for room in rooms if room is not None]
    common = median(known) if known else _LEADING
    frames = []
    for sheet, lines, edge, room in zip(sheets, own, edges, rooms, strict=True):
        same = (
            [e for e, s in zip(edges, sheets, strict=True) if e and abs(s.width - sheet.width) < 2] if not edge else []
        )
        left, right = edge or _borrowed(lines, same, sheet.width)
        frames.append(Frame(left, right, common if room is None else room))
    return frames


def _borrowed(lines: list[PageLine], same: list[tuple[float, float]], width: float) -> tuple[float, float]:
    """Margins of a page of few lines, by those lines and by the usual margins of its like."""
    lefts, rights = [line.x0 for line in lines], [line.x1 for line in lines]
    if same:
        lefts.append(median(left for left, _ in same))
        rights.append(median(right for _, right in same))
    return min(lefts, default=0.0), max(rights, default=width)


def _edges(lines: list[PageLine]) -> tuple[float, float]:
    """Left and right margin: where justified lines end, else the farthest line."""
    ends = Counter(round(line.x1) for line in lines)
    end, times = max(ends.items(), key=lambda pair: (pair[1], pair[0]))
    right = max(line.x1 for line in lines)
    # Four lines that end at one point are justified; what passes it by less than 40 points (1.4 cm) sticks out.
    if times >= 4 and right - end < 40:
        right = max(line.x1 for line in lines if round(line.x1) <= end + 1)
    return min(line.x0 for line in lines), right
