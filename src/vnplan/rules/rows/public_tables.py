"""Tables of data as public models."""

from __future__ import annotations

from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.base import Span
from vnplan.models.table import Cell, Column, Row, Table
from vnplan.outline.shapes import Outline, Part, PartKind, TableShape
from vnplan.readers.source import GridCell
from vnplan.rules.findings import Findings
from vnplan.text.search_text import SearchText


def find(outline: Outline, _known: Findings) -> Findings:
    """Every table of data in document order, ids ``T1``, ``T2``, ..."""
    text = outline.text
    shapes = [(part, shape) for part in outline.parts for shape in part.tables]
    tables = (
        _table(text, f"T{number}", shape, _caption(text, part, shape))
        for number, (part, shape) in enumerate(shapes, start=1)
    )
    return Findings(tables=tuple(tables))


def _caption(text: SearchText, part: Part, shape: TableShape) -> str | None:
    """The words above the table; the only table of an appendix goes by the appendix's title."""
    pieces: tuple[Span, ...] = shape.caption
    if not pieces and part.kind is PartKind.APPENDIX and len(part.tables) == 1:
        pieces = tuple(s for piece in part.head if piece.role is PieceRole.TITLE for s in piece.pieces)
    return text.view(pieces).text or None if pieces else None


def _table(text: SearchText, name: str, shape: TableShape, caption: str | None) -> Table:
    return Table(
        id=name,
        caption=caption,
        role=shape.role,
        columns=tuple(Column(heading=column.heading, role=column.role) for column in shape.columns),
        rows=tuple(Row(kind=row.kind, cells=tuple(_cell(text, cell) for cell in row.cells)) for row in shape.rows),
        span=shape.grid.span,
    )


def _cell(text: SearchText, cell: GridCell) -> Cell:
    return Cell(
        text="\n".join(_printed(text, paragraph.pieces) for paragraph in cell.paragraphs).strip("\n"),
        spans=tuple(piece for paragraph in cell.paragraphs for piece in paragraph.pieces),
        row=cell.row,
        column=cell.column,
        row_span=cell.row_span,
        column_span=cell.column_span,
    )


def _printed(text: SearchText, pieces: tuple[Span, ...]) -> str:
    """Words as printed, runs of white space one space."""
    return " ".join(" ".join(text.original[s.start : s.end] for s in pieces).split())
