"""Source -> DOCX with merges everywhere: letterhead and closing are tables whose cells run over rows and columns."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from source import Grid, Source

from renditions.layout import Closing, Letterhead, widths
from renditions.word.form import USUAL, Form, laid, sign, written
from renditions.word.page import CENTRED, Look, frame, put, saved


def as_merged(source: Source) -> bytes:
    """True merges (``gridSpan``, ``vMerge``); heading rows are not marked as such."""
    return saved(written(source, Form(_letterhead, USUAL.paragraph, _grid, _closing)))


def _letterhead(document: Any, head: Letterhead) -> None:
    """Three columns, the middle one an empty cell over all rows; marks in one cell over the whole width."""
    table = frame(document, (5.8, 0.4, 10.4))
    for _ in range(1 + bool(head.subject) + bool(head.marks)):
        table.add_row()
    _lines(table.cell(0, 0), head.left, CENTRED)
    _lines(table.cell(0, 2), head.right, replace(CENTRED, size=12))
    under = 1 + bool(head.subject)
    table.cell(0, 1).merge(table.cell(under, 1))
    put(table.cell(1, 0), head.number or "", Look(align=CENTRED.align))
    if head.subject:
        _lines(table.cell(2, 0), head.subject, Look(size=12, align=CENTRED.align))
        table.cell(1, 2).merge(table.cell(2, 2))
    put(table.cell(1, 2), head.dateline or "", replace(CENTRED, bold=False, italic=True))
    if head.marks:
        _lines(table.cell(under + 1, 0).merge(table.cell(under + 1, 2)), head.marks, CENTRED)


def _closing(document: Any, block: Closing) -> None:
    """The recipients beside two rows, offices and name."""
    table = frame(document, (8.4, 8.2))
    table.add_row()
    left = table.cell(0, 0).merge(table.cell(1, 0))
    for index, text in enumerate(block.recipients):
        put(left, text, Look(size=12 if index == 0 else 11, bold=index == 0, italic=index == 0))
    last = max((n for n, line in enumerate(block.signatures) if line.place == "signer"), default=len(block.signatures))
    for index, line in enumerate(block.signatures):
        sign(table.cell(1 if index >= last else 0, 1), line)


def _lines(cell: Any, texts: tuple[str, ...], look: Look) -> None:
    for text in texts:
        put(cell, text, look)


def _grid(document: Any, told: Grid) -> None:
    laid(document, told, widths(told))
