"""Source -> PDF of tables on lying pages, every second of which is an upright page that is shown turned."""

from __future__ import annotations

import io
from dataclasses import replace
from typing import Any

from docx.enum.section import WD_ORIENT, WD_SECTION
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from pypdf import PdfReader, PdfWriter, Transformation
from pypdf.generic import NameObject, NumberObject, RectangleObject
from source import Grid, Line, Source

from renditions.layout import Block, Page, laid_out
from renditions.pdf.printing import printed
from renditions.word.form import USUAL, begin, heading_rows, write
from renditions.word.page import blank, saved


def as_sideways(source: Source) -> bytes:
    """Tables and attachments that hold one on lying pages, every second of them an upright page that is shown turned.

    Heading rows have no lines between their cells.
    """
    page = laid_out(source)
    document = blank()
    form = replace(USUAL, grid=_open_headed)
    begin(document, page, form)
    lying = False
    for block, across in zip(page.blocks, _across(page), strict=True):
        if across != lying:
            _section(document, WD_ORIENT.LANDSCAPE if across else WD_ORIENT.PORTRAIT)
            lying = across
        write(document, block, form)
    return _turned(printed(saved(document))[0])


def _across(page: Page) -> list[bool]:
    """For each block whether it stands on a lying page."""
    parts: list[list[Block]] = [[]]
    for block in page.blocks:
        if isinstance(block, Line) and block.place == "appendix":
            parts.append([])
        parts[-1].append(block)
    return [
        isinstance(block, Grid) or (number > 0 and any(isinstance(one, Grid) for one in part))
        for number, part in enumerate(parts)
        for block in part
    ]


def _section(document: Any, orientation: Any) -> None:
    section = document.add_section(WD_SECTION.NEW_PAGE)
    if section.orientation != orientation:
        section.page_width, section.page_height = section.page_height, section.page_width
    section.orientation = orientation
    section.different_first_page_header_footer = False


def _open_headed(document: Any, told: Grid) -> None:
    USUAL.grid(document, told)
    table = document.tables[-1]
    for row in table.rows[: heading_rows(told)]:
        for cell in row._tr.tc_lst[1:]:  # noqa: SLF001 -- python-docx gives merged cells as often as places
            left = "" if cell is row._tr.tc_lst[1] else '<w:left w:val="nil"/>'  # noqa: SLF001
            right = "" if cell is row._tr.tc_lst[-1] else '<w:right w:val="nil"/>'  # noqa: SLF001
            cell.get_or_add_tcPr().append(parse_xml(f"<w:tcBorders {nsdecls('w')}>{left}{right}</w:tcBorders>"))


def _turned(data: bytes) -> bytes:
    writer = PdfWriter(clone_from=PdfReader(io.BytesIO(data)))
    lying = [page for page in writer.pages if page.mediabox.width > page.mediabox.height]
    for page in lying[::2]:
        width, height = page.mediabox.width, page.mediabox.height
        # A quarter turn in whole numbers: the sine of a computed one leaves no line upright.
        page.add_transformation(Transformation((0, 1, -1, 0, height, 0)))
        for box in ("/MediaBox", "/CropBox", "/TrimBox", "/BleedBox", "/ArtBox"):
            page.pop(box, None)
        page.mediabox = RectangleObject((0, 0, height, width))
        page[NameObject("/Rotate")] = NumberObject(90)
    out = io.BytesIO()
    writer.write(out)
    return out.getvalue()
