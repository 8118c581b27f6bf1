"""Blocks taken apart into the short lines that letterheads and closing blocks are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from vnplan.grammar.letter.openings import AUTHORITY_MARKS
from vnplan.models.base import Span
from vnplan.readers.source import PLAIN, Grid, Paragraph, Typography
from vnplan.text.letters import UPPER
from vnplan.text.search_text import SearchText
from vnplan.text.view import View

# Two columns typed on one line: a tab or a wide gap; not the blank of "Số:      /KH-UBND" or "ngày     tháng".
# Behind a dot too where a word ends in it and a capital follows: "- Lưu: VT.        PHÓ CHỦ TỊCH".
_GAP = re.compile(rf"\n|(?:(?<![:.,…\s])|(?<=[^\W\d_]\.)(?=\s+[{UPPER}]))[ \t\xa0]++(?=[^\s/.…])")
_WIDE = 5
"""Blanks of a gap that parts what stands side by side: justified text and slips have up to four."""
_MARKED = re.compile(rf"(?<!\w){AUTHORITY_MARKS}\.\Z")  # "TM.     ỦY BAN NHÂN DÂN" is one line
_BLANK_FOLLOWS = re.compile(r"(?:ngày|tháng|năm|số)\s*\Z", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of a head or foot: its view and the stretches of the text where it stands."""

    view: View
    pieces: tuple[Span, ...]
    look: Typography = PLAIN
    running: bool = False
    breaks: tuple[int, ...] = ()
    """Where in ``words`` a new line of the source begins."""

    @property
    def words(self) -> str:
        """The search copy of the line."""
        return self.view.text

    def part(self, start: int, end: int) -> tuple[Span, ...]:
        """Where ``words[start:end]`` stands, without what lies between the pieces."""
        return within(self.pieces, self.view.span(start, end))


def within(pieces: tuple[Span, ...], span: Span) -> tuple[Span, ...]:
    """The parts of ``pieces`` that lie in ``span``."""
    cut = (Span(max(p.start, span.start), min(p.end, span.end)) for p in pieces)
    return tuple(p for p in cut if p.start < p.end)


def joined(text: SearchText, paragraph: Paragraph) -> Iterator[Unit]:
    """A paragraph with its wraps undone: one unit, but for columns typed on one line."""
    if paragraph.running or paragraph.lines:
        yield from _unit(text, paragraph.pieces, paragraph)
    else:
        yield from _typed_lines(text, paragraph.pieces, paragraph)


def by_line(text: SearchText, paragraph: Paragraph) -> Iterator[Unit]:
    """The lines of a paragraph as the source has them, each cut at column gaps; running text stays whole."""
    if paragraph.running or not paragraph.lines:
        yield from joined(text, paragraph)
        return
    single = replace(paragraph, lines=())
    for line in paragraph.lines:
        yield from _typed_lines(text, within(paragraph.pieces, line), single)


def of_grid(text: SearchText, grid: Grid) -> Iterator[Unit]:
    """The lines of a layout table, column by column."""
    for cell in sorted(grid.cells, key=lambda c: (c.column, c.row)):
        for paragraph in cell.paragraphs:
            yield from by_line(text, paragraph)


def _typed_lines(text: SearchText, pieces: tuple[Span, ...], paragraph: Paragraph) -> Iterator[Unit]:
    held: list[Span] = []
    for piece in pieces:
        at = piece.start
        for gap in _GAP.finditer(text.original, piece.start, piece.end):
            # Eight characters hold the word before the gap.
            if gap[0] != "\n" and not _is_gutter(text.original[max(at, gap.start() - 8) : gap.start()], gap[0]):
                continue
            held.append(Span(at, gap.start()))
            yield from _unit(text, tuple(held), paragraph)
            held, at = [], gap.end()
        held.append(Span(at, piece.end))
    yield from _unit(text, tuple(held), paragraph)


def _is_gutter(before: str, gap: str) -> bool:
    wide = "\t" in gap or len(gap) >= _WIDE
    return wide and _BLANK_FOLLOWS.search(before) is None and _MARKED.search(before) is None


def _unit(text: SearchText, pieces: tuple[Span, ...], paragraph: Paragraph) -> Iterator[Unit]:
    pieces = tuple(p for p in pieces if p.start < p.end)
    view = text.view(pieces)
    if view.text:
        breaks = () if paragraph.running else _breaks(text, pieces, paragraph.lines, view)
        yield Unit(view, pieces, paragraph.look, paragraph.running, breaks)


def _breaks(text: SearchText, pieces: tuple[Span, ...], lines: tuple[Span, ...], view: View) -> tuple[int, ...]:
    words = [w for line in lines if (w := text.view(within(pieces, line)).text)]
    if len(words) < 2 or " ".join(words) != view.text:
        return ()
    starts, at = [], 0
    for word in words[:-1]:
        at += len(word) + 1
        starts.append(at)
    return tuple(starts)
