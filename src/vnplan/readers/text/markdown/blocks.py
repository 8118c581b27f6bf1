"""Markdown: headings, tables and emphasis are read, their marks are furniture.

``plan.text`` stays the Markdown as it came, so the marks (``#``, ``**``,
``|``, backslashes) are visible characters too: each stands in one
:class:`Furniture` after its block, and the words are clean of them. List marks
stay words: ``-`` and ``1.`` are the document's own numbering; a list mark before such
a number (``- a) ...``) is the converter's.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

from vnplan.models.base import Span
from vnplan.readers.lines import TextLine, opens_field, opens_item
from vnplan.readers.source import PLAIN, Block, Furniture, Paragraph, Typography
from vnplan.readers.text.markdown import drawn_tables, pipes, tagged_tables
from vnplan.readers.text.markdown.inline import inline, unclosed
from vnplan.text.numerals import ROMAN

_HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
_DIVIDER = re.compile(r" {0,3}(?:(?:-[ \t]*){3,}|(?:\*[ \t]*){3,}|(?:_[ \t]*){3,})\Z")
_FENCE = re.compile(r" {0,3}(?:```|~~~)")
_QUOTE = re.compile(r" {0,3}(?:>[ \t]?)+")
_LIST = re.compile(rf"[ \t]*([-*+])[ \t]+(?=(?:\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-zđ]|{ROMAN})[.)][ \t])")
_BOLD = re.compile(r"\s*(?:>\s?)?\*{2,3}(?=[^\W_])")
_PICTURE = re.compile(r"\s*!\[[^\[\]\n]{0,500}\]\([^()\s]{1,800}(?:\s\"[^\"\n]{0,200}\")?\)")
_MOST_LINES = 4
"""Lines over which emphasis may stay open: a heading takes three at most."""
_SIGNS = 4
"""Headings and lines with emphasis that make a text Markdown: fewer are marks of a plain text."""


def looks_like(lines: list[TextLine]) -> bool:
    """Whether a text is Markdown: a table or picture in its form, two headings, bold or quoted lines, or four signs."""
    headings = emphasis = bold = quotes = 0
    above = ""
    for number, line in enumerate(lines):
        text = line.text
        if "|" in text and "-" in text and pipes.DELIMITER.match(text) and pipes.ROW.match(above):
            return True
        if ("![" in text and _PICTURE.match(text)) or (text.startswith("+") and drawn_tables.opens(lines, number)):
            return True
        if tagged_tables.opens(lines, number):
            return True
        above = text
        headings += _HEADING.match(text) is not None and len(text.strip(" #")) > 0
        emphasis += text.count("**") >= 2
        bold += "**" in text and _BOLD.match(text) is not None
        quotes += text.startswith(">")
    return headings >= 2 or bold >= 2 or quotes >= 2 or headings + emphasis >= _SIGNS


def read_markdown(lines: list[TextLine], *, wraps: bool = True) -> tuple[Block, ...]:
    """The blocks of a Markdown text, each followed by the furniture of its marks.

    ``wraps`` is false for a text in which every line is a paragraph, though
    no blank lines part them: plain text with its tables alone in Markdown.
    """
    return tuple(_blocks(lines, wraps=wraps))


_Table = tuple[
    Callable[[list[TextLine], int], bool],
    Callable[[list[TextLine], int], int],
    Callable[[list[TextLine]], Iterator[Block]],
]


def _end_of_pipes(lines: list[TextLine], at: int) -> int:
    while at < len(lines) and pipes.ROW.match(lines[at].text):
        at += 1
    return at


_TABLES: tuple[_Table, ...] = (
    (pipes.opens, _end_of_pipes, pipes.table),
    (drawn_tables.opens, drawn_tables.end_of, drawn_tables.table),
    (tagged_tables.opens, tagged_tables.end_of, tagged_tables.table),
)
"""How a table of each form is told, where it ends, and who reads it."""


def _blocks(lines: list[TextLine], *, wraps: bool) -> Iterator[Block]:
    at = 0
    while at < len(lines):
        line = lines[at]
        form = next((form for form in _TABLES if form[0](lines, at)), None)
        if line.blank:
            at += 1
        elif form:
            end = form[1](lines, at)
            yield from form[2](lines[at:end])
            at = end
        elif _DIVIDER.match(line.text) or _FENCE.match(line.text) or _hollow(line):
            yield Furniture((line.body,))
            at += 1
        else:
            end = _end_of_paragraph(lines, at, wraps=wraps)
            yield from _paragraph(lines[at:end])
            at = end


def _hollow(line: TextLine) -> bool:
    """A quotation mark alone on its line: it parts paragraphs as a blank line does."""
    quote = _QUOTE.match(line.text)
    return quote is not None and not line.text[quote.end() :].strip()


def _end_of_paragraph(lines: list[TextLine], at: int, *, wraps: bool) -> int:
    end = at + 1
    wraps = wraps or _QUOTE.match(lines[at].text) is not None  # quoted paragraphs are parted by marks of their own
    opened = "**" in lines[at].text and unclosed(lines[at].text)
    while end < len(lines):
        if opened and end - at < _MOST_LINES and not lines[end].blank:
            # Emphasis that goes on over the line end holds its lines together, whatever the second begins with.
            closes = "**" in lines[end].text
            if closes or wraps:
                opened = not closes
                end += 1
                continue
        if not wraps or not _continues(lines, end):
            break
        end += 1
    return end


def _continues(lines: list[TextLine], at: int) -> bool:
    above, line = lines[at - 1].text, lines[at].text
    quote = _QUOTE.match(line)
    bare = line[quote.end() if quote else 0 :].lstrip(" *_")
    return not (
        not bare.strip()
        or above.endswith(("  ", "\\"))
        or _HEADING.match(above)
        or _HEADING.match(line)
        or _DIVIDER.match(line)
        or _FENCE.match(line)
        or pipes.ROW.match(line)
        or drawn_tables.BORDER.match(line)
        or tagged_tables.opens(lines, at)
        or opens_item(line)
        or opens_item(bare)
        or opens_field(bare)
        or (line.lstrip().startswith(("*", "_")) and above.rstrip().endswith(("*", "_")))
    )


def _paragraph(lines: list[TextLine]) -> Iterator[Block]:
    marks: list[Span] = []
    stretches = []
    level = None
    for line in lines:
        heading = _HEADING.match(line.text)
        level = len(heading[1]) if heading else level
        stretches.append((line, *_frame(line, heading, marks)))
    found = inline(stretches)
    if found.words:
        bold = found.strong or None
        look = Typography(heading=level, bold=bold) if level or bold else PLAIN
        yield Paragraph(tuple(found.words), look)
    if marks or found.marks:
        yield Furniture(tuple(sorted([*marks, *found.marks])))


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
    if listed := _LIST.match(line.text, start - line.start):
        marks.append(Span(line.start + listed.start(1), line.start + listed.end(1)))
        start = line.start + listed.end()
    if line.text.endswith("\\") and end == line.end:
        marks.append(Span(end - 1, end))
        end -= 1
    return start, max(start, end)
