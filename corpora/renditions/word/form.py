"""Source -> DOCX as offices write it: pages, paragraphs, tables with true merges, letterhead and closing in tables.

A form says how letterhead, paragraph and table are written; the renditions of ``typed``, ``automatic``, ``controls``
and ``merged`` are forms, and the PDFs are printed from forms.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from typing import Any

from docx.enum.section import WD_ORIENT
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm
from source import Grid, Line, Source

from renditions.layout import Block, Closing, Letterhead, Page, heads_a_section, laid_out, widths
from renditions.word.page import BODY, CELL, CENTRE, CENTRED, Look, blank, frame, put

NARROW, WIDE = 16.0, 25.2  # centimetres between the margins of A4 upright and lying


@dataclass(frozen=True)
class Form:
    """The three things in which DOCX files differ most; each is given the document (or cell) to write into."""

    letterhead: Callable[[Any, Letterhead], None]
    paragraph: Callable[[Any, Line], None]
    grid: Callable[[Any, Grid], None]
    closing: Callable[[Any, Closing], None]


def written(source: Source, form: Form) -> Any:
    """The document."""
    page = laid_out(source)
    document = blank()
    begin(document, page, form)
    for block in page.blocks:
        write(document, block, form)
    return document


def begin(document: Any, page: Page, form: Form) -> None:
    """Write the letterhead, where there is one."""
    if page.letterhead:
        form.letterhead(document, page.letterhead)
        put(document, "", Look())


def write(document: Any, block: Block, form: Form) -> None:
    """Write one block."""
    if isinstance(block, Closing):
        put(document, "", Look(size=6))
        form.closing(document, block)
    elif isinstance(block, Grid):
        if block.caption:
            put(document, block.caption, replace(CENTRED, after=6))
        form.grid(document, block)
        put(document, "", Look(size=6))
    elif block.place == "paragraph":
        form.paragraph(document, block)
    else:
        look = Look(italic=True, align=CENTRE, after=6) if block.place == "pointer" else CENTRED
        paragraph = put(document, block.text, look)
        # A section that already begins a page has one empty paragraph's place to fill and needs no break.
        paragraph.paragraph_format.page_break_before = block.place == "appendix" and not _at_top(paragraph)


def _at_top(paragraph: Any) -> bool:
    before = paragraph._p.getprevious()  # noqa: SLF001 -- python-docx does not tell neighbours
    return before is None or before.find(".//" + qn("w:sectPr")) is not None


def paragraph(container: Any, line: Line) -> None:
    """A paragraph with its marker typed; headings of sections are bold."""
    put(container, line.text, replace(BODY, bold=heads_a_section(line.text)))


def letterhead(document: Any, head: Letterhead) -> None:
    """Two columns of a table without lines, the left one in smaller type, so that its lines fall between the others."""
    table = frame(document, (6.4, 10.2))
    for text in head.left:
        put(table.cell(0, 0), text, replace(CENTRED, size=13))
    for text in head.right:
        put(table.cell(0, 1), text, replace(CENTRED, size=12 if text.isupper() else 14))
    row = table.add_row().cells
    for text in (head.number or "", *head.subject):
        put(row[0], text, Look(size=12 if text in head.subject else 13, align=CENTRE))
    put(row[1], head.dateline or "", Look(italic=True, align=CENTRE))
    for mark in head.marks:
        put(document, mark, replace(CENTRED, align=None))


def closing(document: Any, block: Closing) -> None:
    """Recipients in small type beside the signatures."""
    table = frame(document, (8.4, 8.2))
    for index, text in enumerate(block.recipients):
        put(table.cell(0, 0), text, Look(size=12 if index == 0 else 11, bold=index == 0, italic=index == 0))
    for line in block.signatures:
        sign(table.cell(0, 1), line)


def sign(cell: Any, line: Line) -> None:
    """One line of a signature; before the name the place of hand and seal."""
    for _ in range(4 if line.place == "signer" else 0):
        put(cell, "", replace(CENTRED, bold=False))
    put(cell, line.text, CENTRED)


def grid(document: Any, told: Grid) -> None:
    """A table with lines; heading rows are repeated on every page."""
    for row in laid(document, told, widths(told)).rows[: heading_rows(told)]:
        row._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # noqa: SLF001 -- no call for it


def heading_rows(told: Grid) -> int:
    """Number of heading rows."""
    return sum(any(cell.heading for cell in row) for row in told.rows)


def laid(document: Any, told: Grid, shares: list[float]) -> Any:
    """A table with lines whose columns have the given shares of the page, merged as told."""
    section = document.sections[-1]
    across = WIDE if section.orientation == WD_ORIENT.LANDSCAPE else NARROW
    table = document.add_table(len(told.rows), told.width, style="Table Grid")
    table.autofit = False
    for column, share in zip(table.columns, shares, strict=True):
        column.width = Cm(across * share)
    places = table._cells  # noqa: SLF001 -- table.cell() makes this list anew for each cell
    look = CELL if told.width <= 6 else replace(CELL, size=9.5)  # seven columns of A4 hold no larger words
    for cell in (cell for row in told.rows for cell in row):
        first = (cell.row - 1) * told.width + cell.column - 1
        last = first + (cell.row_span - 1) * told.width + cell.column_span - 1
        into = places[first] if first == last else places[first].merge(places[last])
        for line in cell.text.split("\n"):
            put(into, line.strip(), replace(look, bold=cell.heading, align=CENTRE if cell.heading else None))
    return table


USUAL = Form(letterhead, paragraph, grid, closing)
