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
from vnplan.readers.lines import Line, opens_field, opens_item
from vnplan.readers.source import PLAIN, Block, Furniture, Grid, GridCell, Look, Paragraph

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_CLOSING_HASHES = re.compile(r"[ \t]+#+[ \t]*\Z")
_ROW = re.compile(r"\s*\|.*\|\s*\Z")
_DELIMITER = re.compile(r"\s*\|?\s*:?-+:?\s*(?:\|\s*:?-+:?\s*)*\|?\s*\Z")
_DIVIDER = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_HARD_BREAK = re.compile(r"(?: {2,}|\\)\Z")
_MARKS = re.compile(
    r"\\(?=[!-/:-@\[-`{-~])"  # a backslash before punctuation
    r"|(?<![\\*])\*{1,3}(?=[^\s*])|(?<=[^\s*\\])\*{1,3}(?!\*)"  # emphasis, opening and closing
    r"|(?<![\w\\_])_{1,3}(?=[^\s_])|(?<=[^\s_\\])_{1,3}(?![\w_])"
    r"|<br\s*/?>|~~|`"
)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_BOLD = re.compile(r"\s*(?:\*\*|__)(?P<inner>.+?)(?:\*\*|__)\s*\Z", re.DOTALL)


def looks_like(lines: list[Line]) -> bool:
    """Whether a text is Markdown: a table with its delimiter row, or two headings, or emphasis on several lines."""
    headings = emphasis = 0
    above = ""
    for line in lines:
        if "|" in line.text and "-" in line.text and _DELIMITER.match(line.text) and _ROW.match(above):
            return True
        above = line.text
        headings += _HEADING.match(line.text) is not None and len(line.text.strip(" #")) > 0
        emphasis += line.text.count("**") >= 2
    return headings >= 2 or headings + emphasis >= 4


def read(lines: list[Line]) -> tuple[Block, ...]:
    """The blocks of a Markdown text, each followed by the furniture of its marks."""
    return tuple(_blocks(lines))


def _blocks(lines: list[Line]) -> Iterator[Block]:
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
            while end < len(lines) and _continues(lines, end):
                end += 1
            yield from _paragraph(lines[at:end])
            at = end


def _is_table(lines: list[Line], at: int) -> bool:
    if not _ROW.match(lines[at].text):
        return False
    following = lines[at + 1].text if at + 1 < len(lines) else ""
    return _DELIMITER.match(following) is not None or _ROW.match(following) is not None


def _continues(lines: list[Line], at: int) -> bool:
    above, line = lines[at - 1].text, lines[at].text
    bare = line.lstrip(" *_")
    return not (
        not line.strip()
        or _HARD_BREAK.search(above)
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


def _paragraph(lines: list[Line]) -> Iterator[Block]:
    marks: list[Span] = []
    pieces: list[Span] = []
    level = None
    for line in lines:
        start, end = line.body
        if (heading := _HEADING.match(line.text)) is not None:
            level = len(heading[1])
            marks.append(Span(line.start + heading.start(1), line.start + heading.end(1)))
            start = line.start + heading.end()
            if (tail := _CLOSING_HASHES.search(line.text)) is not None and line.start + tail.start() >= start:
                marks.append(_bare(line.text, tail.start(), tail.end(), line.start))
                end = line.start + tail.start()
        elif (quote := _QUOTE.match(line.text)) is not None:
            marks.append(_bare(line.text, 0, quote.end(), line.start))
            start = line.start + quote.end()
        if _HARD_BREAK.search(line.text) and line.text.endswith("\\"):
            marks.append(Span(line.end - 1, line.end))
            end = min(end, line.end - 1)
        words, found = inline(line, start, end)
        pieces += words
        marks += found
    bold = all(_BOLD.match(line.text) is not None for line in lines) or None
    if pieces:
        look = Look(heading=level, bold=bold) if level or bold else PLAIN
        wraps = tuple(line.body for line in lines) if len(lines) > 1 else ()
        yield Paragraph(tuple(pieces), look, lines=wraps)
    if marks:
        yield Furniture(tuple(sorted(marks)))


def _bare(text: str, start: int, end: int, base: int) -> Span:
    """The visible part of ``text[start:end]``, which is not blank, shifted by ``base``."""
    part = text[start:end]
    lead = len(part) - len(part.lstrip())
    return Span(base + start + lead, base + start + len(part.rstrip()))


def inline(line: Line, start: int, end: int) -> tuple[list[Span], list[Span]]:
    """Words and marks of one stretch of a line; bullets ``* `` at its front are words."""
    words: list[Span] = []
    marks: list[Span] = []
    offset = line.start
    at = start
    for mark in _MARKS.finditer(line.text, start - offset, end - offset):
        begin, stop = mark.start() + offset, mark.end() + offset
        if begin < at:
            continue
        words += _visible(line, at, begin)
        marks.append(Span(begin, stop))
        at = stop
        if mark[0] == "\\":  # the escaped character is a word, whatever it is
            words.append(Span(at, at + 1))
            at += 1
    words += _visible(line, at, end)
    return _joined(words), marks


def _visible(line: Line, start: int, end: int) -> list[Span]:
    return [Span(start, end)] if line.text[start - line.start : end - line.start].strip() else []


def _joined(words: list[Span]) -> list[Span]:
    out: list[Span] = []
    for word in words:
        if out and out[-1].end == word.start:
            out[-1] = Span(out[-1].start, word.end)
        else:
            out.append(word)
    return out


def table(lines: list[Line]) -> Iterator[Block]:
    """A pipe table: cells of each row, the delimiter row and the pipes as furniture; short rows end in empty cells."""
    marks: list[Span] = []
    rows: list[list[tuple[Paragraph, ...]]] = []
    for line in lines:
        if _DELIMITER.match(line.text) and "-" in line.text:
            marks.append(line.body)
            continue
        cells, found = _row(line)
        rows.append(cells)
        marks += found
    if rows:
        yield _grid(rows, lines)
    yield Furniture(tuple(sorted(marks)))


def _row(line: Line) -> tuple[list[tuple[Paragraph, ...]], list[Span]]:
    bars = [i for i, c in enumerate(line.text) if c == "|" and not (i and line.text[i - 1] == "\\")]
    marks = [Span(line.start + i, line.start + i + 1) for i in bars]
    cells = []
    for left, right in zip(bars, bars[1:], strict=False):
        paragraphs = []
        at = left + 1
        for stop in [*(m.span() for m in _BREAK.finditer(line.text, left + 1, right)), (right, right)]:
            words, found = inline(line, line.start + at, line.start + stop[0])
            trimmed = [w for w in (_trim(line, w) for w in words) if w.start < w.end]
            marks += found
            if trimmed:
                paragraphs.append(Paragraph(tuple(trimmed)))
            if stop[1] > stop[0]:
                marks.append(Span(line.start + stop[0], line.start + stop[1]))
            at = stop[1]
        cells.append(tuple(paragraphs))
    return cells, marks


def _trim(line: Line, word: Span) -> Span:
    part = line.text[word.start - line.start : word.end - line.start]
    return Span(word.start + len(part) - len(part.lstrip()), word.end - len(part) + len(part.rstrip()))


def _grid(rows: list[list[tuple[Paragraph, ...]]], lines: list[Line]) -> Grid:
    width = max(len(row) for row in rows)
    cells = tuple(GridCell(r, c, row[c] if c < len(row) else ()) for r, row in enumerate(rows) for c in range(width))
    pieces = [s for cell in cells for p in cell.paragraphs for s in p.pieces]
    span = Span(pieces[0].start, pieces[-1].end) if pieces else Span(lines[0].start, lines[0].start)
    return Grid(len(rows), width, cells, span, ruled=True)
