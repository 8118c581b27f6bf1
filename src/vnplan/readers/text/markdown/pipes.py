"""Tables drawn with bars (``| a | b |``): their lines -> a grid and the furniture of its marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.models.base import Span
from vnplan.readers.lines import TextLine
from vnplan.readers.source import Block, Furniture, Grid, GridCell, Paragraph
from vnplan.readers.text.markdown.inline import BREAK, inline

DELIMITER = re.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+\Z")
ROW = re.compile(r"\s*\|.*\|\s*\Z")


def opens(lines: list[TextLine], at: int) -> bool:
    """Whether a table begins here: two rows, a row with its delimiter, or one row of several cells (a closing)."""
    if not ROW.match(lines[at].text):
        return False
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    several = lines[at].text.strip().count("|") > 2
    return several or DELIMITER.match(following) is not None or ROW.match(following) is not None


def table(lines: list[TextLine]) -> Iterator[Block]:
    """A table drawn with bars; delimiter row and bars are furniture, short rows end in empty cells."""
    marks: list[Span] = []
    rows: list[list[tuple[Paragraph, ...]]] = []
    framed = 2 * sum(line.text.lstrip().startswith("|") for line in lines) >= len(lines)
    for line in lines:
        if DELIMITER.match(line.text) and "-" in line.text:
            marks.append(line.body)
            continue
        cells, found = _row(line, framed=framed)
        rows.append(cells)
        marks += found
    if rows:
        yield grid(rows, lines)
    yield Furniture(tuple(sorted(marks)))


def _row(line: TextLine, *, framed: bool) -> tuple[list[tuple[Paragraph, ...]], list[Span]]:
    bars = [i for i, c in enumerate(line.text) if c == "|" and not (i and line.text[i - 1] == "\\")]
    marks = [Span(line.start + i, line.start + i + 1) for i in bars]
    edges = [-1, *bars, len(line.text)]
    stretches = list(zip((e + 1 for e in edges), edges[1:], strict=False))
    # Outer bars are usual but optional: beyond them is no cell, without them a row may begin with an empty one.
    if framed and not line.text[slice(*stretches[0])].strip():
        stretches = stretches[1:]
    if len(stretches) > 1 and not line.text[slice(*stretches[-1])].strip():
        stretches = stretches[:-1]
    return [_cell(line, left, right, marks) for left, right in stretches], marks


def _cell(line: TextLine, left: int, right: int, marks: list[Span]) -> tuple[Paragraph, ...]:
    paragraphs = []
    at = left
    for stop, resume in [*(m.span() for m in BREAK.finditer(line.text, left, right)), (right, right)]:
        part = inline([(line, line.start + at, line.start + stop)])
        trimmed = tuple(w for w in (trim(line, word) for word in part.words) if w.start < w.end)
        marks += part.marks
        if trimmed:
            paragraphs.append(Paragraph(trimmed))
        if resume > stop:
            marks.append(Span(line.start + stop, line.start + resume))
        at = resume
    return tuple(paragraphs)


def trim(line: TextLine, word: Span) -> Span:
    """A stretch of a line without its blank ends."""
    part = line.text[word.start - line.start : word.end - line.start]
    return Span(word.start + len(part) - len(part.lstrip()), word.end - len(part) + len(part.rstrip()))


def grid(rows: list[list[tuple[Paragraph, ...]]], lines: list[TextLine]) -> Grid:
    """The grid of rows of cells; short rows end in empty ones."""
    width = max(len(row) for row in rows)
    cells = tuple(GridCell(r, c, row[c] if c < len(row) else ()) for r, row in enumerate(rows) for c in range(width))
    return Grid(len(rows), width, cells, extent(cells, lines), ruled=True)


def extent(cells: tuple[GridCell, ...], lines: list[TextLine]) -> Span:
    """From the first to the last word of the cells; empty at the first line where no cell has words."""
    pieces = [s for cell in cells for p in cell.paragraphs for s in p.pieces]
    first = lines[0].start
    return Span(min(s.start for s in pieces), max(s.end for s in pieces)) if pieces else Span(first, first)


def marks_around(lines: list[TextLine], cells: tuple[GridCell, ...]) -> Furniture:
    """Every visible character of the lines that no cell holds."""
    words = sorted(s for cell in cells for p in cell.paragraphs for s in p.pieces)
    marks: list[Span] = []
    held = iter(words)
    word = next(held, None)
    for line in lines:
        start, end = line.body
        while word is not None and word.end <= start:
            word = next(held, None)
        at = start
        while word is not None and word.start < end:
            if line.text[at - line.start : word.start - line.start].strip():
                marks.append(trim(line, Span(at, word.start)))
            at = word.end
            word = next(held, None)
        if line.text[at - line.start : end - line.start].strip():
            marks.append(trim(line, Span(at, end)))
    return Furniture(tuple(marks))
