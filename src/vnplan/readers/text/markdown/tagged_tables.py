"""Tables written in HTML inside Markdown (MinerU, marker): their lines -> a grid with merged cells."""

from __future__ import annotations

import re
from collections.abc import Iterator
from html.parser import HTMLParser

from vnplan.readers.lines import TextLine
from vnplan.readers.source import Block, Grid, GridCell, Paragraph
from vnplan.readers.text.markdown.inline import inline
from vnplan.readers.text.markdown.pipes import extent, marks_around

_OPEN = re.compile(r"\s*(?:<(?:div|center|p|html|body)\b[^<>]{0,300}>\s*){0,4}<table\b", re.IGNORECASE)
_END = re.compile(r"</table\s*>", re.IGNORECASE)
_WIDEST = 200
"""Columns or rows that one cell may span; a stranger's file may ask for a million."""
_PARTS = frozenset({"p", "br", "div", "li"})
"""Elements that begin a new paragraph in a cell."""


def opens(lines: list[TextLine], at: int) -> bool:
    """Whether a table in HTML begins on this line."""
    return "<" in lines[at].text and _OPEN.match(lines[at].text) is not None


def end_of(lines: list[TextLine], at: int) -> int:
    """The first line behind the table that begins at ``at``; the end of the text where it is never closed."""
    while at < len(lines):
        at += 1
        if _END.search(lines[at - 1].text):
            break
    return at


def table(lines: list[TextLine]) -> Iterator[Block]:
    """The grid, where there are cells, and the furniture of its tags."""
    cells = _Cells(lines)
    cells.feed("\n".join(line.text for line in lines))
    cells.close()
    found = cells.placed()
    if found:
        rows = max(cell.row + cell.row_span for cell in found)
        columns = max(cell.column + cell.column_span for cell in found)
        yield Grid(rows, columns, found, extent(found, lines), ruled=True)
    yield marks_around(lines, found)


class _Cells(HTMLParser):
    """Rows of ``(row span, column span, lines of each paragraph)``."""

    def __init__(self, lines: list[TextLine]) -> None:
        super().__init__(convert_charrefs=False)
        self.lines = lines
        self.rows: list[list[tuple[int, int, list[list[tuple[TextLine, int, int]]]]]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "tr" or (tag in ("td", "th") and not self.rows):
            self.rows.append([])
        if tag in ("td", "th"):
            asked = dict(attrs)
            self.rows[-1].append((_span(asked.get("rowspan")), _span(asked.get("colspan")), [[]]))
        elif tag in _PARTS and self.rows and self.rows[-1]:
            self.rows[-1][-1][2].append([])

    def handle_data(self, data: str) -> None:
        number, column = self.getpos()
        for offset, part in enumerate(data.split("\n")):
            line = self.lines[number - 1 + offset]
            start = line.start + (column if offset == 0 else 0)
            if part.strip():
                self.put(line, start, start + len(part))

    def handle_entityref(self, name: str) -> None:
        self.reference(f"&{name};")

    def handle_charref(self, name: str) -> None:
        self.reference(f"&#{name};")

    def reference(self, written: str) -> None:
        """An entity that stayed as it is written is words."""
        number, column = self.getpos()
        line = self.lines[number - 1]
        self.put(line, line.start + column, min(line.start + column + len(written), line.end))

    def put(self, line: TextLine, start: int, end: int) -> None:
        if not (self.rows and self.rows[-1]):
            return
        paragraph = self.rows[-1][-1][2][-1]
        if paragraph and paragraph[-1][0] is line and paragraph[-1][2] == start:
            start = paragraph.pop()[1]
        paragraph.append((line, start, end))

    def placed(self) -> tuple[GridCell, ...]:
        """Every cell at its place; cells that reach down push those of the next rows to the right."""
        # Column -> first row that is free again under a cell that reaches down.
        busy: dict[int, int] = {}
        found = []
        for number, row in enumerate(self.rows):
            column = 0
            for asked, across, parts in row:
                while busy.get(column, 0) > number:
                    column += 1
                down = min(asked, len(self.rows) - number)
                for covered in range(column, column + across):
                    busy[covered] = max(busy.get(covered, 0), number + down)
                paragraphs = tuple(Paragraph(tuple(words)) for part in parts if part and (words := inline(part).words))
                found.append(GridCell(number, column, paragraphs, down, across))
        return tuple(found)


def _span(asked: str | None) -> int:
    return min(max(int(asked), 1), _WIDEST) if asked and asked.isdecimal() else 1
