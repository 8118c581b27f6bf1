"""Tables pasted from a word processor or a spreadsheet: a row a line, a tab between cells."""

from __future__ import annotations

import re

from vnplan.models.base import Span
from vnplan.readers.lines import TextLine
from vnplan.readers.source import Grid, Paragraph
from vnplan.readers.text.markdown.pipes import grid
from vnplan.text.numerals import ROMAN

_LEAST_CELLS = 3
"""Filled cells of the first row: letterheads and signatures set with tabs have two."""
_LEAST_ROWS = 3
"""Rows of the smallest table: a heading and two; pairs of tabbed lines are letterheads."""
_AHEAD = 6
"""Lines in which a cell of several paragraphs comes to its end."""
_NUMBERED = re.compile(rf"\s*(?:\(?\d{{1,3}}(?:\.\d{{1,3}}){{0,3}}\)?|{ROMAN}|[A-Za-zđĐ])[.)]?[ \xa0]*\t")


def rows(lines: list[TextLine], at: int) -> list[list[TextLine]]:
    """The rows of the table that begins at line ``at``, each as its lines; none where no table does."""
    head = lines[at].text
    width = head.count("\t")
    if sum(bool(cell.strip()) for cell in head.split("\t")) < _LEAST_CELLS:
        return []
    found = [[lines[at]]]
    tabs = width
    for number in range(at + 1, len(lines)):
        line = lines[number]
        own = line.text.count("\t")
        if own and (tabs >= width or _NUMBERED.match(line.text)):
            found.append([line])
            tabs = own
        elif line.text.strip() and (own or _goes_on(lines, number, ended=tabs >= width)):
            found[-1].append(line)
            tabs += own
        else:
            break
    return found if len(found) >= _LEAST_ROWS else []


def _goes_on(lines: list[TextLine], number: int, *, ended: bool) -> bool:
    """True where a line without tabs is a paragraph of a cell: the rest of its row, or the next row, stands below."""
    for line in lines[number + 1 : number + 1 + _AHEAD]:
        if not line.text.strip():
            return False
        if "\t" in line.text:
            return not ended or _NUMBERED.match(line.text) is not None
    return False


def table(found: list[list[TextLine]]) -> Grid:
    """The grid of these rows; short rows end in empty cells."""
    return grid([_cells(row) for row in found], [line for row in found for line in row])


def _cells(row: list[TextLine]) -> list[tuple[Paragraph, ...]]:
    cells: list[list[Paragraph]] = [[]]
    for line in row:
        at = line.start
        for place, words in enumerate(line.text.split("\t")):
            if place:
                cells.append([])
            bare = words.strip()
            if bare:
                start = at + words.index(bare)
                cells[-1].append(Paragraph((Span(start, start + len(bare)),)))
            at += len(words) + 1
    return [tuple(cell) for cell in cells]
