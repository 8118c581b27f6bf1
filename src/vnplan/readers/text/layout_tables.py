"""Tables of a layout text: columns by the headings' places, rows by their numbers (best effort).

``pdftotext`` shifts columns from row to row, so a word group is given to the
column whose heading stands nearest; groups that two columns share stay whole in
the first. Rows are told apart by numbers in the first column and by blank lines.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.grammar.letter.openings import RECIPIENTS
from vnplan.lexicon.patterns import Letters, any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.models.base import Span
from vnplan.readers.lines import TextLine
from vnplan.readers.source import Grid, GridCell, Paragraph
from vnplan.readers.text.column_gaps import Segment, segments
from vnplan.text.numerals import ROMAN

_ORDINAL_HEAD = re.compile(r"\s*(?:S?TT|Stt|Số\s?TT|SỐ\s?TT|T\.T)\s*\Z")
_NUMBER = re.compile(rf"(?:\d{{1,3}}|{ROMAN}|[A-H])\s?[.)]?\Z")
_NOTE = any_of(Family.FORMULA, Context.PROSE, means="note", letters=Letters.PRINTED)
_LABEL = any_of(Family.FORMULA, Context.HEADING, trait="own_paragraph", means="appendix", letters=Letters.PRINTED)
_PROSE = re.compile(rf"\s*(?:Điều\s\d|{RECIPIENTS}|{_LABEL}|Chương\s{ROMAN}|{_NOTE}\s*:)")
_WIDE = 60
"""Columns of a line that is prose again, if it starts near the margin and so does the next."""


@dataclass(frozen=True, slots=True)
class _Row:
    lines: list[TextLine]


def table_at(lines: list[TextLine], at: int) -> int:
    """Where the table headed by line ``at`` (``STT`` and two headings more) ends; 0 if none begins there."""
    first = segments(lines[at])
    # STT and two headings more.
    if len(first) < 3 or not _ORDINAL_HEAD.match(_words(lines[at], first[0])):
        return 0
    end = at + 1
    wide = 0
    while end < len(lines):
        line = lines[end]
        if _PROSE.match(line.text):
            break
        alone = not line.blank and line.indent < first[1].left and len(segments(line)) == 1
        wide = wide + 1 if alone and len(line.text.strip()) > _WIDE else 0 if not line.blank else wide
        if wide == 2:
            end -= 1
            break
        end += 1
    while lines[end - 1].blank:
        end -= 1
    return end


def grid(lines: list[TextLine]) -> Grid:
    """The table of a band of lines, the first being its headings."""
    columns = [(s.left + s.right) / 2 for s in segments(lines[0])]
    rows = _rows(lines, columns)
    cells: list[GridCell] = []
    for number, row in enumerate(rows):
        spans: dict[int, list[Span]] = {}
        for line in row.lines:
            for segment in segments(line):
                spans.setdefault(_column(segment, columns), []).append(segment.span)
        for column in range(len(columns)):
            inside = tuple(spans.get(column, ()))
            paragraphs = (Paragraph(inside, lines=inside if len(inside) > 1 else ()),) if inside else ()
            cells.append(GridCell(number, column, paragraphs))
    first, last = lines[0].body, lines[-1].body
    return Grid(len(rows), len(columns), tuple(cells), Span(first.start, last.end))


def _rows(lines: list[TextLine], columns: list[float]) -> list[_Row]:
    rows: list[_Row] = [_Row([])]
    numbered = True  # the headings count as a row with its number
    fresh = False
    for at, line in enumerate(lines):
        if line.blank:
            fresh = True
            continue
        has_number = bool(rows[0].lines) and _number(line, columns)
        opens = has_number or (fresh and (len(rows) == 1 or _next_is_new(lines, at, columns)))
        if rows[-1].lines and numbered and opens:
            rows.append(_Row([]))
            numbered = False
        numbered = numbered or has_number
        rows[-1].lines.append(line)
        fresh = False
    return rows


def _next_is_new(lines: list[TextLine], at: int, columns: list[float]) -> bool:
    """Whether the lines up to the next blank one hold a number: a new row that starts above its number."""
    # A row is no longer than a page of 40 lines.
    for other in lines[at : at + 40]:
        if other.blank:
            return False
        if _number(other, columns):
            return True
    return False


def _number(line: TextLine, columns: list[float]) -> bool:
    first = segments(line)[0]
    return _column(first, columns) == 0 and _NUMBER.match(_words(line, first)) is not None


def _words(line: TextLine, segment: Segment) -> str:
    return line.text[segment.left : segment.right]


def _column(segment: Segment, columns: list[float]) -> int:
    """The column whose heading stands nearest to the front of the words or, for short words, to their middle."""
    middle = (segment.left + segment.right) / 2
    return min(range(len(columns)), key=lambda c: abs(columns[c] - middle))
