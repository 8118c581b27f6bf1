"""Grid tables as Pandoc draws them (``+---+``, ``+===+``): their lines -> a grid with merged and wrapped cells.

A cell ends where a rule is drawn under it; where a rule or a bar is missing, the cell goes on down or across.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from vnplan.models.base import Span
from vnplan.readers.lines import TextLine, opens_item
from vnplan.readers.source import Block, Grid, GridCell, Paragraph
from vnplan.readers.text.markdown.inline import inline
from vnplan.readers.text.markdown.pipes import extent, marks_around, trim

BORDER = re.compile(r"\s*\+(?:[-=:]{2,}\+)+\s*\Z")
_LINE = re.compile(r"\s*[+|].*[+|]\s*\Z")
_RULE = frozenset("-=:+")


def opens(lines: list[TextLine], at: int) -> bool:
    """Whether a drawn table begins here: a whole border, and a line of cells below it."""
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return BORDER.match(lines[at].text) is not None and following.lstrip().startswith("|")


def end_of(lines: list[TextLine], at: int) -> int:
    """The first line behind the table that begins at ``at``."""
    while at < len(lines) and _LINE.match(lines[at].text):
        at += 1
    return at


@dataclass(slots=True)
class _Open:
    row: int
    right: int
    lines: list[tuple[TextLine, int, int]] = field(default_factory=list)


def table(lines: list[TextLine]) -> Iterator[Block]:
    """The grid and the furniture of its marks."""
    edges = sorted({i for line in lines if BORDER.match(line.text) for i, c in enumerate(line.text) if c == "+"})
    drawing = _Drawing(edges)
    for line in lines:
        drawing.line(line)
    cells = tuple(sorted(drawing.cells, key=lambda cell: (cell.row, cell.column)))
    yield Grid(drawing.row, len(edges) - 1, cells, extent(cells, lines), ruled=True)
    yield marks_around(lines, cells)


class _Drawing:
    def __init__(self, edges: list[int]) -> None:
        self.edges = edges
        self.open: dict[int, _Open] = {}
        self.cells: list[GridCell] = []
        self.row = 0

    def line(self, line: TextLine) -> None:
        width = len(self.edges) - 1
        ruled = [self.is_rule(line.text, column) for column in range(width)]
        if any(ruled):
            closed = [left for left, cell in self.open.items() if all(ruled[left : cell.right])]
            if self.open:
                self.row += 1
            for left in closed:
                self.close(left)
        self.words(line, ruled)

    def is_rule(self, text: str, column: int) -> bool:
        part = text[self.edges[column] + 1 : self.edges[column + 1]]
        return len(part) > 1 and _RULE.issuperset(part)

    def words(self, line: TextLine, ruled: list[bool]) -> None:
        """Put the words between two bars into the cell that is open there, or open one."""
        bars = [i for i, edge in enumerate(self.edges) if line.text[edge : edge + 1] in ("|", "+")]
        for left, right in zip(bars, bars[1:], strict=False):
            if all(ruled[left:right]):
                continue
            cell = self.open.get(left)
            if cell is None:
                if any(ruled[left:right]):
                    continue
                cell = self.open[left] = _Open(self.row, right)
            cell.lines.append((line, line.start + self.edges[left] + 1, line.start + self.edges[right]))

    def close(self, left: int) -> None:
        cell = self.open.pop(left)
        down = max(self.row - cell.row, 1)
        self.cells.append(GridCell(cell.row, left, _paragraphs(cell.lines), down, cell.right - left))


def _paragraphs(lines: list[tuple[TextLine, int, int]]) -> tuple[Paragraph, ...]:
    """Blank lines and items part the paragraphs of a cell."""
    groups: list[list[tuple[TextLine, int, int]]] = [[]]
    for line, start, end in lines:
        shown = line.text[start - line.start : end - line.start]
        if not shown.strip() or opens_item(shown.lstrip(" *_")):
            groups.append([])
        if shown.strip():
            groups[-1].append((line, *trim(line, Span(start, end))))
    return tuple(Paragraph(tuple(words)) for group in groups if group and (words := inline(group).words))
