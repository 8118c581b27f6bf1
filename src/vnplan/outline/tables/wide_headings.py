"""Headings in one wide cell -> a cell for each column below.

Where the borders between headings are not drawn or lost in conversion, ``STT Nhiệm vụ Cơ quan chủ trì Thời gian``
stands in one cell, over columns that the rows below show.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from vnplan.grammar.cells.column_headings import is_known_heading, role_of
from vnplan.grammar.cells.row_numbers import is_ordinal
from vnplan.models.base import Span
from vnplan.models.table import ColumnRole
from vnplan.outline.tables.grid_words import GridWords, read_words
from vnplan.readers.source import Grid, GridCell, Paragraph
from vnplan.text.search_text import SearchText

_TOP = 3
"""Rows in which headings are looked for: a title of up to two rows may stand above them."""
_LONGEST = 200
"""Characters of all headings together: eight columns of 25."""
_MOST_WORDS = 12
"""Words of one heading: "Cơ quan, đơn vị phối hợp tổ chức thực hiện" has ten."""
_WORD = re.compile(r"\S+")
_UNKNOWN = 2.0
"""Doubt of a heading that nothing tells; one in the rows of the lexicon has none."""
_READ = 0.03
"""Doubt of a heading that holds known words, by the square of its words: of equal sums, headings as long as each
other have the least. Eight words are as good as unknown; the known ones have two to five."""
_ALLOWED = 0.7
"""Doubt a column up to which the words are headings: a third of them may be unknown."""


@dataclass(frozen=True, slots=True)
class _Word:
    text: str
    span: Span
    paragraph: int
    opens: bool
    """A heading may begin with it."""


def cut_headings(text: SearchText, grid: Grid) -> Grid:
    """``grid`` with the headings of a wide cell in cells of their own; the same grid where there are none."""
    if all(cell.column_span == 1 for cell in grid.cells if cell.row < _TOP):
        return grid
    table = read_words(text, grid)
    for row in range(min(_TOP, grid.rows - 1)):
        if any(role_of(words) for _, words in table.starting(row + 1)):
            continue
        parts = {id(cell): cut for cell, words in table.starting(row) if (cut := _cut(text, table, cell, words))}
        if parts:
            cells = [part for cell in grid.cells for part in parts.get(id(cell), (cell,))]
            return replace(grid, cells=tuple(cells))
        if sum(role_of(words) is not None for _, words in table.starting(row)) > 1:
            return grid
    return grid


def _cut(text: SearchText, table: GridWords, cell: GridCell, said: str) -> tuple[GridCell, ...] | None:
    if cell.column_span < 2 or cell.row_span > 1 or not said or len(said) > _LONGEST:
        return None
    below = _columns_below(table, cell)
    words = _words(text, cell.paragraphs)
    starts = _starts(words, len(below))
    counted = starts and role_of(_said(words[: starts[1]])) is ColumnRole.ORDINAL
    if not counted and _numbers(table, cell.row + 1, below[0][0]):
        starts, below = _starts(words, len(below) - 1), below[1:]
    if starts is None:
        return None
    ends = [*starts[1:], len(words)]
    made = [
        GridCell(cell.row, a, _paragraphs(cell.paragraphs, words[start:end]), 1, b - a)
        for (a, b), start, end in zip(below, starts, ends, strict=True)
    ]
    if below[0][0] > cell.column:
        made.insert(0, GridCell(cell.row, cell.column, (), 1, below[0][0] - cell.column))
    return tuple(made)


def _columns_below(table: GridWords, cell: GridCell) -> list[tuple[int, int]]:
    """Columns of the cells under ``cell``, in the row of the next three that parts most of them."""
    best: list[tuple[int, int]] = [(cell.column, cell.column + cell.column_span)]
    for row in range(cell.row + 1, min(cell.row + 1 + _TOP, table.grid.rows)):
        under = dict.fromkeys(table.cell(row, c) for c in range(cell.column, cell.column + cell.column_span))
        found = [(c.column, c.column + c.column_span) for c in under if c]
        inside = found and found[0][0] >= cell.column and found[-1][1] <= cell.column + cell.column_span
        if inside and len(found) > len(best):
            best = found
    return best


def _numbers(table: GridWords, first: int, column: int) -> bool:
    """True for a column that needs no heading: it is empty or numbers the rows."""
    return all(not words or is_ordinal(words) for r in range(first, table.grid.rows) if (words := table.at(r, column)))


def _words(text: SearchText, paragraphs: Sequence[Paragraph]) -> list[_Word]:
    found = []
    for number, paragraph in enumerate(paragraphs):
        fresh = True
        for piece in paragraph.pieces:
            for match in _WORD.finditer(text.original, piece.start, piece.end):
                found.append(_Word(match[0], Span(*match.span()), number, fresh or match[0][0].isupper()))
                fresh = False
    return found


def _starts(words: Sequence[_Word], count: int) -> list[int] | None:
    """Where each of ``count`` headings begins; ``None`` where the words are no such headings."""
    if count < 2:
        return None
    fresh = [i for i, word in enumerate(words) if i == 0 or word.paragraph != words[i - 1].paragraph]
    opens = fresh if len(fresh) == count else [i for i, word in enumerate(words) if word.opens]
    found = _cheapest(words, opens, count)
    if not found:
        return None
    ends = [*found[1:], len(words)]
    roles = [role_of(_said(words[a:b])) for a, b in zip(found, ends, strict=True)]
    doubt = sum(_doubt(words[a:b]) for a, b in zip(found, ends, strict=True))
    return found if len(set(roles) - {None}) > 1 and doubt <= _ALLOWED * count else None


def _cheapest(words: Sequence[_Word], opens: Sequence[int], count: int) -> list[int]:
    """The division into ``count`` headings of least doubt."""
    ends = [*opens[1:], len(words)]
    doubts = {
        (a, b): _doubt(words[opens[a] : ends[b]])
        for a in range(len(opens))
        for b in range(a, min(a + _MOST_WORDS, len(opens)))
    }
    best: list[tuple[float, list[int]] | None] = [(0.0, []), *([None] * len(opens))]
    for _ in range(count):
        longer: list[tuple[float, list[int]] | None] = [None] * (len(opens) + 1)
        for a, so_far in enumerate(best[:-1]):
            if so_far is None:
                continue
            for b in range(a, min(a + _MOST_WORDS, len(opens))):
                cost, known = so_far[0] + doubts[a, b], longer[b + 1]
                if known is None or cost < known[0]:
                    longer[b + 1] = (cost, [*so_far[1], opens[a]])
        best = longer
    return best[-1][1] if best[-1] else []


def _doubt(words: Sequence[_Word]) -> float:
    said = _said(words)
    if is_known_heading(said):
        return 0.0
    return min(_READ * len(words) ** 2, _UNKNOWN) if role_of(said) else _UNKNOWN


def _said(words: Sequence[_Word]) -> str:
    return " ".join(word.text for word in words)


def _paragraphs(paragraphs: Sequence[Paragraph], words: Sequence[_Word]) -> tuple[Paragraph, ...]:
    """The parts of ``paragraphs`` that hold ``words``."""
    found = []
    for number in dict.fromkeys(word.paragraph for word in words):
        own = [word.span for word in words if word.paragraph == number]
        pieces = []
        for piece in paragraphs[number].pieces:
            inside = [span for span in own if piece.start <= span.start < piece.end]
            if inside:
                pieces.append(Span(inside[0].start, inside[-1].end))
        marker = paragraphs[number].marker
        kept = marker if marker and any(piece.start <= marker.start < piece.end for piece in pieces) else None
        found.append(replace(paragraphs[number], pieces=tuple(pieces), lines=(), marker=kept))
    return tuple(found)
