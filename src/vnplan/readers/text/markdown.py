"""Markdown: headings, pipe tables and emphasis are read, their marks are furniture.

``plan.text`` stays the Markdown as it came, so the marks (``#``, ``**``,
``|``, backslashes) are visible characters too: each stands in one
:class:`Furniture` after its block, and the words are clean of them. List marks
stay words: ``-`` and ``1.`` are the document's own numbering.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.models.base import Span
from vnplan.readers.lines import TextLine, opens_field, opens_item
from vnplan.readers.source import PLAIN, Block, Furniture, Grid, GridCell, Paragraph, Typography
from vnplan.readers.text.markdown_inline import BREAK, inline

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_ROW = re.compile(r"\s*\|.*\|\s*\Z")
_DELIMITER = re.compile(r"\s*+\|?\s*+:?-++:?\s*+(?:\|\s*+:?-++:?\s*+)*+\|?\s*+\Z")
_DIVIDER = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_BOLD = re.compile(r"\s*(?:\*\*|__)(?P<inner>.+?)(?:\*\*|__)\s*\Z", re.DOTALL)


def looks_like(lines: list[TextLine]) -> bool:
    """Whether a text is Markdown: a table with its delimiter row, or two headings, or emphasis on several lines."""
    headings = emphasis = 0
    above = ""
    for line in lines:
        if "|" in line.text and "-" in line.text and _DELIMITER.match(line.text) and _ROW.match(above):
            return True
        above = line.text
        headings += _HEADING.match(line.text) is not None and len(line.text.strip(" #")) > 0
        emphasis += line.text.count("**") >= 2
    # Two headings, or four signs together: fewer are marks of a plain text.
    return headings >= 2 or headings + emphasis >= 4


def read_markdown(lines: list[TextLine], *, wraps: bool = True) -> tuple[Block, ...]:
    """The blocks of a Markdown text, each followed by the furniture of its marks.

    ``wraps`` is false for a text in which every line is a paragraph, though
    no blank lines part them: plain text with its tables alone in Markdown.
    """
    return tuple(_blocks(lines, wraps=wraps))


def _blocks(lines: list[TextLine], *, wraps: bool) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at]
        if line.blank:
            at += 1
        elif _DIVIDER.match(line.text) or _FENCE.match(line.text):
            yield Furniture((line.body,))
            at += 1
        elif _is_table(lines, at):
            end = at
            while end < len(lines) and _ROW.match(lines[end].text):
                end += 1
            yield from table(lines[at:end])
            at = end
        else:
            end = at + 1
            while wraps and end < len(lines) and _continues(lines, end):
                end += 1
            yield from _paragraph(lines[at:end])
            at = end


def _is_table(lines: list[TextLine], at: int) -> bool:
    if not _ROW.match(lines[at].text):
        return False
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return _DELIMITER.match(following) is not None or _ROW.match(following) is not None


def _continues(lines: list[TextLine], at: int) -> bool:
    above, line = lines[at - 1].text, lines[at].text
    bare = line.lstrip(" *_")
    return not (
        not line.strip()
        or above.endswith(("  ", "\\"))
        or _HEADING.match(above)
        or _HEADING.match(line)
        or _DIVIDER.match(line)
        or _FENCE.match(line)
        or _ROW.match(line)
        or opens_item(line)
        or opens_item(bare)
        or opens_field(bare)
        or (line.lstrip().startswith(("*", "_")) and above.rstrip().endswith(("*", "_")))
    )


def _paragraph(lines: list[TextLine]) -> Iterator[Block]:
    marks: list[Span] = []
    pieces: list[Span] = []
    level = None
    for line in lines:
        heading = _HEADING.match(line.text)
        level = len(heading[1]) if heading else level
        start, end = _frame(line, heading, marks)
        words, found = inline(line, start, end)
        pieces += words
        marks += found
    bold = all(_BOLD.match(line.text) is not None for line in lines) or None
    if pieces:
        look = Typography(heading=level, bold=bold) if level or bold else PLAIN
        yield Paragraph(tuple(pieces), look)
    if marks:
        yield Furniture(tuple(sorted(marks)))


def _frame(line: TextLine, heading: re.Match[str] | None, marks: list[Span]) -> tuple[int, int]:
    """Where the words of a line begin and end between its block marks, which go to ``marks``."""
    start, end = line.body
    if heading:
        marks.append(Span(line.start + heading.start(1), line.start + heading.end(1)))
        start = line.start + heading.end()
        bare = line.text.rstrip().rstrip("#")
        if bare.endswith((" ", "\t")) and line.start + len(bare) > start:
            marks.append(Span(line.start + len(bare), end))
            end = line.start + len(bare)
    elif quote := _QUOTE.match(line.text):
        marks += [Span(line.start + i, line.start + i + 1) for i in range(quote.end()) if line.text[i] == ">"]
        start = line.start + quote.end()
    if line.text.endswith("\\") and end == line.end:
        marks.append(Span(end - 1, end))
        end -= 1
    return start, max(start, end)


def table(lines: list[TextLine]) -> Iterator[Block]:
    """A table drawn with bars; delimiter row and bars are furniture, short rows end in empty cells."""
    marks: list[Span] = []
    rows: list[list[tuple[Paragraph, ...]]] = []
    framed = 2 * sum(line.text.lstrip().startswith("|") for line in lines) >= len(lines)
    for line in lines:
        if _DELIMITER.match(line.text) and "-" in line.text:
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
        words, found = inline(line, line.start + at, line.start + stop)
        trimmed = tuple(w for w in (_trim(line, word) for word in words) if w.start < w.end)
        marks += found
        if trimmed:
            paragraphs.append(Paragraph(trimmed))
        if resume > stop:
            marks.append(Span(line.start + stop, line.start + resume))
        at = resume
    return tuple(paragraphs)


def _trim(line: TextLine, word: Span) -> Span:
    part = line.text[word.start - line.start : word.end - line.start]
    return Span(word.start + len(part) - len(part.lstrip()), word.end - len(part) + len(part.rstrip()))


def grid(rows: list[list[tuple[Paragraph, ...]]], lines: list[TextLine]) -> Grid:
    """The grid of rows of cells; short rows end in empty ones."""
    width = max(len(row) for row in rows)
    cells = tuple(GridCell(r, c, row[c] if c < len(row) else ()) for r, row in enumerate(rows) for c in range(width))
    pieces = [s for cell in cells for p in cell.paragraphs for s in p.pieces]
    span = Span(pieces[0].start, pieces[-1].end) if pieces else Span(lines[0].start, lines[0].start)
    return Grid(len(rows), width, cells, span, ruled=True)
