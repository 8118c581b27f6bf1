"""Text that keeps its page layout (``pdftotext -layout``): columns by blanks, paragraphs by indents.

Each page is cut into bands: prose, centred lines, and columns (letterhead,
signatures, tables). A band of columns is a run of lines that share a blank
gutter; its columns become paragraphs one after the other. A table is told by
its ordinal heading (:mod:`vnplan.readers.text.layout_tables`).
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from vnplan.models.base import Span
from vnplan.readers.lines import TextLine, is_rule, opens_field, opens_item
from vnplan.readers.source import Block, Furniture, Paragraph, Typography
from vnplan.readers.text.column_gaps import Segment, columns, segments
from vnplan.readers.text.layout_tables import grid, table_at
from vnplan.text.letters import LOWER, is_capital

_PAGE_NUMBER = re.compile(r"(?:[-–] ?)?\d{1,4}(?: ?[-–])?\Z")
_LOWER = re.compile(rf"\s*[{LOWER}]")
_CLOSED = re.compile(r"[.;:!?/…”\")]\s*\Z")
_INDENT = 2
"""Columns by which a first line stands in from the margin; pdftotext wavers by one."""
_CENTRE_SLACK = 6
"""Columns by which the middle of a centred line may miss the middle of the page."""
CENTRED = Typography(centered=True)


def looks_like(lines: list[TextLine]) -> bool:
    """Whether a text keeps its layout: form feeds, or many indented lines and a few wide gaps between words."""
    full = [line for line in lines if not line.blank]
    # Of three lines no layout can be told.
    if len(full) < 4:
        return False
    # Three columns: _INDENT and the one by which pdftotext wavers.
    indented = sum(line.indent >= 3 for line in full)
    gaps = sum(len(segments(line)) > 1 for line in full)
    paged = any("\f" in line.text for line in lines)
    # One line in five is indented: paragraphs of five lines each begin with an indent.
    return indented * 5 > len(full) and (gaps >= 2 or paged)


def read_layout(lines: list[TextLine]) -> tuple[Block, ...]:
    """The blocks of a layout text, page numbers as furniture after the paragraph that they interrupt."""
    out: list[Block] = []
    last: int | None = None  # index of the paragraph that ends the page before
    for page in _pages(lines):
        body, head, foot = _furniture(page)
        out += head
        blocks = list(_page(body))
        first, above = (blocks[0] if blocks else None), (out[last] if last is not None else None)
        if isinstance(first, Paragraph) and isinstance(above, Paragraph) and _continues(above, first, lines):
            out[last or 0] = _merge(above, first)
            blocks = blocks[1:]
        out += blocks
        if blocks:
            last = len(out) - 1
        out += foot
    return tuple(out)


def _pages(lines: list[TextLine]) -> Iterator[list[TextLine]]:
    page: list[TextLine] = []
    for line in lines:
        if line.text.startswith("\f") and page:
            yield page
            page = []
        page.append(line)
    yield page


def _furniture(page: list[TextLine]) -> tuple[list[TextLine], list[Block], list[Block]]:
    """Take the page number off the head or foot of a page."""
    full = [line for line in page if not line.blank]
    for line in (full[0], full[-1]) if len(full) > 1 else ():
        # Ten columns: a number nearer to the margin may be an item.
        if _PAGE_NUMBER.match(line.text.strip()) and line.indent > 10:
            number: list[Block] = [Furniture((line.body,))]
            body = [other for other in page if other is not line]
            return (body, number, []) if line is full[0] else (body, [], number)
    return page, [], []


def _page(page: list[TextLine]) -> Iterator[Block]:
    width = max((len(line.text.rstrip()) for line in page), default=0)
    margin = _margin(page)
    at = 0
    while at < len(page):
        if page[at].blank:
            at += 1
            continue
        end = table_at(page, at)
        if end:
            yield grid(page[at:end])
            at = end
            continue
        end = columns(page, at)
        if end:
            yield from _columns(page[at:end])
            at = end
            continue
        end = at + 1
        while end < len(page) and not page[end].blank and not columns(page, end):
            end += 1
        yield from _prose(page[at:end], margin, width)
        at = end


def _columns(band: list[TextLine]) -> Iterator[Block]:
    """Columns side by side as paragraphs, one column after the other."""
    parts = [segment for line in band for segment in segments(line)]
    for column in _stacks(parts):
        for segment in sorted(column, key=lambda s: s.span):
            yield Paragraph((segment.span,))


def _stacks(parts: list[Segment]) -> list[list[Segment]]:
    """Segments grouped by the columns of the page that they cover, from left to right."""
    stacks: list[list[Segment]] = []
    reach = -1
    for part in sorted(parts, key=lambda p: (p.left, p.right)):
        if part.left >= reach:
            stacks.append([])
        stacks[-1].append(part)
        reach = max(reach, part.right)
    return stacks


def _margin(page: list[TextLine]) -> int:
    """The left margin: the smallest indent that two lines share."""
    counts = Counter(line.indent for line in page if not line.blank)
    return min((indent for indent, count in counts.items() if count > 1), default=min(counts, default=0))


def _prose(lines: list[TextLine], margin: int, width: int) -> Iterator[Paragraph]:
    held: list[TextLine] = []
    for line in lines:
        if held and _breaks(held[-1], line, margin, width):
            yield _paragraph(held, width)
            held = []
        held.append(line)
    yield _paragraph(held, width)


def _breaks(above: TextLine, line: TextLine, margin: int, width: int) -> bool:
    words = line.text
    if is_rule(words) or is_rule(above.text) or opens_field(words):
        return True
    both = (_centred(above, width), _centred(line, width))
    if all(both):
        return is_capital(above.text) != is_capital(words) or opens_item(words) or words.lstrip().startswith("(")
    if both[1] and _LOWER.match(words) and above.indent > margin:
        return False
    if opens_item(words) and (line.indent > margin + _INDENT or _CLOSED.search(above.text)):
        return True
    if both[0] != both[1] and line.indent <= margin + _INDENT:
        return both[0] and not _LOWER.match(words)
    return line.indent > max(margin, above.indent) + _INDENT or (
        line.indent > margin + _INDENT and not (above.indent > margin + _INDENT and _LOWER.match(words))
    )


def _centred(line: TextLine, width: int) -> bool:
    body = line.text.rstrip()
    left, right = line.indent, width - len(body)
    # More room than an indent (up to eight columns) on the left, than a ragged end (four) on the right.
    return left > 8 and abs(left - right) <= _CENTRE_SLACK * 2 and right > 4


def _paragraph(lines: list[TextLine], width: int) -> Paragraph:
    bodies = tuple(line.body for line in lines)
    look = CENTRED if all(_centred(line, width) for line in lines) else Typography()
    return Paragraph((Span(bodies[0].start, bodies[-1].end),), look, lines=bodies if len(bodies) > 1 else ())


def _continues(above: Paragraph, below: Paragraph, lines: list[TextLine]) -> bool:
    """Whether a paragraph cut by a page break goes on: the last line is open and the next starts in lower case."""
    first = _line_at(lines, below.start)
    last = _line_at(lines, above.end - 1)
    return (
        not (above.look.centered or below.look.centered)
        and _CLOSED.search(last.text) is None
        and not opens_item(first.text)
        and _LOWER.match(first.text) is not None
    )


def _line_at(lines: list[TextLine], position: int) -> TextLine:
    low, high = 0, len(lines) - 1
    while low < high:
        middle = (low + high + 1) // 2
        if lines[middle].start <= position:
            low = middle
        else:
            high = middle - 1
    return lines[low]


def _merge(above: Paragraph, below: Paragraph) -> Paragraph:
    lines = (*(above.lines or above.pieces), *(below.lines or below.pieces))
    return Paragraph((*above.pieces, *below.pieces), above.look, lines=lines)
