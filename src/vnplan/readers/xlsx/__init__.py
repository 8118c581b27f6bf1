"""Excel workbooks (XLSX): appendices of plans, sheet by sheet.

Each sheet gives its titles as paragraphs and its tables as grids. Hidden
sheets, rows and columns are left out, with a diagnostic; formulas give the
values that Excel stored.
"""

from __future__ import annotations

import io
import zlib
from hashlib import sha256
from typing import Any
from xml.etree.ElementTree import ParseError

from vnplan.diagnostics import note
from vnplan.errors import CorruptDocument, MissingDependency
from vnplan.models.base import Span
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.models.source import Place, PlaceKind, Source
from vnplan.readers import archive
from vnplan.readers.limits import Limits
from vnplan.readers.source import Block, Grid, GridCell, Paragraph, SourceDocument, Typography
from vnplan.readers.text_builder import Scribe
from vnplan.readers.xlsx.sheet import Cell, Region, cells, regions
from vnplan.text.clean import stored

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
# What openpyxl raises on damaged workbooks.
_DAMAGE = (*archive.DAMAGE, KeyError, TypeError, AttributeError, IndexError, zlib.error, ParseError, SyntaxError)


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read a workbook.

    Raises:
        CorruptDocument: it cannot be opened.
        EncryptedDocument: it asks for a password.
        LimitExceeded: it passes one of ``limits``.
        MissingDependency: the extra ``vnplan[xlsx]`` is not installed.

    """
    archive.check(data, name, limits)
    workbook = _open(data, name)
    scribe = Scribe(name, limits)
    blocks: list[Block] = []
    hidden = 0
    for index, sheet in enumerate(workbook.worksheets):
        found, left_out = cells(sheet)
        if sheet.sheet_state != "visible":
            hidden += left_out + sum(len(cell.text) for cell in found)
            continue
        hidden += left_out
        for region in regions(found):
            blocks += _blocks(region, index, scribe)
    text = scribe.text
    source = Source(name=name, media_type=_MEDIA_TYPE, sha256=sha256(data).hexdigest(), reader="xlsx", chars=len(text))
    diagnostics = (note(DiagnosticCode.HIDDEN_TEXT, count=hidden),) if hidden else ()
    return SourceDocument(source, text, tuple(blocks), scribe.origins, diagnostics)


def _open(data: bytes, name: str) -> Any:
    try:
        import openpyxl
    except ImportError as error:
        raise MissingDependency(name, "Excel files need openpyxl: pip install 'vnplan[xlsx]'") from error
    try:
        return openpyxl.load_workbook(io.BytesIO(data), data_only=True)
    except _DAMAGE as error:
        raise CorruptDocument(name, f"the workbook cannot be opened: {error}") from error


def _blocks(region: Region, sheet: int, scribe: Scribe) -> list[Block]:
    written = [(cell, _paragraphs(cell, sheet, scribe)) for cell in region.cells]
    if not region.grid:
        return [paragraph for _, paragraphs in written for paragraph in paragraphs]
    placed = [
        GridCell(row, column, paragraphs, row_span, column_span)
        for (_, paragraphs), (row, column, row_span, column_span) in zip(written, region.places(), strict=True)
    ]
    rows = max(c.row + c.row_span for c in placed)
    columns = max(c.column + c.column_span for c in placed)
    span = Span(written[0][1][0].start, written[-1][1][-1].end)
    return [Grid(rows, columns, tuple(placed), span, region.ruled)]


def _paragraphs(cell: Cell, sheet: int, scribe: Scribe) -> tuple[Paragraph, ...]:
    """The lines of a cell, a paragraph each."""
    place = Place(kind=PlaceKind.CELL, table=sheet, row=cell.row - 1, column=cell.column - 1)
    look = Typography(bold=cell.bold, italic=cell.italic, centered=cell.centred, size=cell.size)
    lines = [line.strip() for line in stored(cell.text).split("\n")]
    return tuple(Paragraph((scribe.write(line, place),), look) for line in lines if line)
