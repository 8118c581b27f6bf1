"""Blocks taken apart into the short lines that letterheads and closing blocks are made of."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnplan.models.base import Span
from vnplan.readers.source import PLAIN, Grid, Look, Paragraph
from vnplan.text.view import View

# Two columns typed on one line: tabs or a wide gap; not the blank of "Số:      /KH-UBND" or "ngày     tháng".
_GAP = re.compile(r"(?<![:.,…\s])[ \t\xa0]*(?:\t|[ \xa0]{5})[ \t\xa0]*(?=[^\s/.…])|\n")
_BLANK_FOLLOWS = re.compile(r"(?:ngày|tháng|năm|số)\s*:?\Z", re.IGNORECASE)
_HEADED = re.compile(r"nơi nhận\s*:\s*\Z", re.IGNORECASE)
_WIDE = re.compile(r"[ \t\xa0]{5,}")


@dataclass(frozen=True, slots=True)
class Unit:
    """One line of a head or foot: its view and the stretches of the text where it stands."""

    view: View
    pieces: tuple[Span, ...]
    look: Look = PLAIN
    running: bool = False

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


def units_of_paragraph(text: str, paragraph: Paragraph) -> Iterator[Unit]:
    """The lines of ``paragraph``: cut at typed line breaks and at column gaps, unless these are only wraps."""
    if paragraph.running or paragraph.lines:
        yield from _unit(text, paragraph.pieces, paragraph)
        return
    held: list[Span] = []
    for piece in paragraph.pieces:
        at = piece.start
        for gap in _GAP.finditer(text, piece.start, piece.end):
            if gap[0] != "\n" and _BLANK_FOLLOWS.search(text[max(at, gap.start() - 8) : gap.start()]):
                continue
            held.append(Span(at, gap.start()))
            yield from _unit(text, tuple(held), paragraph)
            held, at = [], gap.end()
        held.append(Span(at, piece.end))
    yield from _unit(text, tuple(held), paragraph)


def _unit(text: str, pieces: tuple[Span, ...], paragraph: Paragraph) -> Iterator[Unit]:
    view = View.of(text, pieces)
    if view.text:
        yield Unit(view, tuple(p for p in pieces if p.start < p.end), paragraph.look, paragraph.running)


def units_of_grid(text: str, grid: Grid) -> Iterator[Unit]:
    """The lines of a layout table, column by column."""
    for cell in sorted(grid.cells, key=lambda c: (c.column, c.row)):
        for paragraph in cell.paragraphs:
            yield from units_of_paragraph(text, paragraph)


def is_capital(words: str) -> bool:
    """Letters all capitals (codes such as ``QĐ-TTg`` and a stray small letter allowed)."""
    letters = [c for c in words if c.isalpha()]
    return bool(letters) and sum(c.islower() for c in letters) * 12 <= len(letters)
