"""Composed blocks -> the stored text, the block model and the origins, written in one pass."""

from __future__ import annotations

from vnplan.diagnostics import note
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.source import Origin, Place, PlaceKind
from vnplan.readers.pdf.compose import Aside, Composed, Text
from vnplan.readers.pdf.page import PageLine, RawCell, RawGrid
from vnplan.readers.pdf.words import paragraphs
from vnplan.readers.pdf.words.paragraphs import Frame
from vnplan.readers.source import Block, Furniture, Grid, GridCell, Paragraph, Typography
from vnplan.text.clean import stored

MOST_DOUBTS = 200
"""Doubtful words that are named one by one."""
_PADDING = (0.5, 6.0)
"""Least and most room in points between a cell's border and its words (Word's own is 5.4)."""


class Writer:
    """Grows the text and everything that points into it."""

    def __init__(self) -> None:
        self._parts: list[str] = []
        self._at = 0
        self.blocks: list[Block] = []
        self.origins: list[Origin] = []
        self.doubts: list[Span] = []
        """Where an OCR engine was not sure."""

    @property
    def text(self) -> str:
        """The text so far."""
        return "".join(self._parts)

    @property
    def size(self) -> int:
        """Its length."""
        return self._at

    def diagnostics(self) -> list[Diagnostic]:
        """Words that OCR was not sure of, those side by side as one, at most :data:`MOST_DOUBTS`."""
        text, runs = self.text, list[Span]()
        for span in sorted(self.doubts):
            if runs and not text[runs[-1].end : span.start].strip(" "):
                runs[-1] = Span(runs[-1].start, span.end)
            else:
                runs.append(span)
        found = [
            note(DiagnosticCode.OCR_DOUBTFUL, span, words=text[span.start : span.end]) for span in runs[:MOST_DOUBTS]
        ]
        if len(runs) > MOST_DOUBTS:
            found.append(note(DiagnosticCode.OCR_MORE_DOUBTFUL, None, count=len(runs) - MOST_DOUBTS))
        return found

    def write(self, block: Composed) -> None:
        """Add one block."""
        if isinstance(block, RawGrid):
            self._grid(block)
        elif isinstance(block, Text):
            self.blocks.append(self._paragraph(block.lines, block.frame))
        elif isinstance(block, Aside):
            self.blocks.append(Furniture(self._paragraph(block.lines, None).lines))

    def _put(self, text: str) -> None:
        self._parts.append(text)
        self._at += len(text)

    def _line(self, line: PageLine, where: dict[str, int]) -> Span:
        text = stored(line.text)
        start = self._at
        if line.doubts and len(text) == len(line.text):
            self.doubts += [Span(start + a, start + b) for a, b in line.doubts]
        self._put(text)
        box = (round(line.x0, 2), round(line.top, 2), round(line.x1, 2), round(line.bottom, 2))
        span = Span(start, self._at)
        place = Place(kind=PlaceKind.PAGE, page=line.page, box=box, **where)
        self.origins.append(Origin(span=span, place=place))
        return span

    def _paragraph(self, lines: list[PageLine], frame: Frame | None, **where: int) -> Paragraph:
        if self._at:
            self._put("\n")
        start = self._at
        spans, before = [], ""
        for line in lines:
            if before:
                self._put(paragraphs.glue(before, line.text) if frame else "\n")
            spans.append(self._line(line, where))
            before = line.text
        look = _look(lines, frame, in_cell="row" in where) if frame else Typography()
        return Paragraph((Span(start, self._at),), look, lines=tuple(spans) if len(spans) > 1 or not frame else ())

    def _grid(self, grid: RawGrid) -> None:
        number = sum(isinstance(block, Grid) for block in self.blocks)
        padding = _padding(grid)
        room = paragraphs.leading([line for cell in grid.cells for line in cell.lines], float("-inf"))
        cells = []
        first = last = None
        for cell in grid.cells:
            made = self._cell(cell, padding, 0.1 if room is None else room, number)
            if made.paragraphs:
                first = first or made.paragraphs[0]
                last = made.paragraphs[-1]
            cells.append(made)
        span = Span(first.start, last.end) if first and last else Span(self._at, self._at)
        self.blocks.append(Grid(grid.rows, grid.columns, tuple(cells), span, ruled=grid.ruled))

    def _cell(self, cell: RawCell, padding: float, room: float, table: int) -> GridCell:
        frame = Frame(cell.x0 + padding, cell.x1 - padding, room, narrow=True)
        made = tuple(
            self._paragraph(lines, frame, table=table, row=cell.row, column=cell.column)
            for lines in paragraphs.build(cell.lines, frame)
        )
        return GridCell(cell.row, cell.column, made, cell.row_span, cell.column_span)


def _look(lines: list[PageLine], frame: Frame, *, in_cell: bool) -> Typography:
    return Typography(
        bold=all(line.bold for line in lines),
        italic=all(line.italic for line in lines),
        centered=all(paragraphs.is_centered(line, frame) for line in lines),
        indent=None if in_cell else round(max(lines[0].x0 - frame.left, 0.0), 1),
        size=round(max(line.size for line in lines), 1),
    )


def _padding(grid: RawGrid) -> float:
    rooms = [line.x0 - cell.x0 for cell in grid.cells for line in cell.lines]
    return min(max(min(rooms, default=0.0), _PADDING[0]), _PADDING[1])
