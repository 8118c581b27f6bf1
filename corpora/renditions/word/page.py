"""An empty A4 document of python-docx, paragraphs put into it, and its bytes, the same in every run."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from docx.shared import Cm, Pt

FONT = "Liberation Serif"  # metrics of Times New Roman; from version 2 on it has all Vietnamese letters
CENTRE, BOTH = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
_NUMBER = f"""
<w:p {nsdecls("w")}>
  <w:pPr><w:jc w:val="center"/></w:pPr>
  <w:fldSimple w:instr="PAGE"><w:r><w:t>2</w:t></w:r></w:fldSimple>
</w:p>"""
_MOMENT = (2026, 1, 1, 0, 0, 0)  # every member of the archive bears it, so that two runs give the same bytes


@dataclass(frozen=True)
class Look:
    """How a line is set: size in points, indent of its first line and space behind it."""

    size: float = 14
    bold: bool = False
    italic: bool = False
    align: Any = None
    indent: float = 0
    after: float = 0


BODY = Look(align=BOTH, indent=1.27, after=6)
CENTRED = Look(bold=True, align=CENTRE)
CELL = Look(size=11.5)


def blank() -> Any:
    """An empty A4 document with the number of the page above every page but the first."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    style.element.rPr.rFonts.set(qn("w:cs"), FONT)
    style.paragraph_format.space_after = Pt(0)
    section = document.sections[0]
    section.page_width, section.page_height = Cm(21), Cm(29.7)
    section.left_margin, section.right_margin = Cm(3), Cm(2)
    section.top_margin = section.bottom_margin = Cm(2)
    section.different_first_page_header_footer = True
    header = section.header
    header._element.replace(header.paragraphs[0]._p, parse_xml(_NUMBER))  # noqa: SLF001 -- python-docx has no fields
    return document


def put(container: Any, text: str, look: Look) -> Any:
    """Add a paragraph to a document, or fill the first empty one of a cell."""
    first = container.paragraphs[0] if hasattr(container, "_tc") else None
    paragraph = (
        first if first is not None and not first.runs and len(container.paragraphs) == 1 else container.add_paragraph()
    )
    return fill(paragraph, text, look)


def fill(paragraph: Any, text: str, look: Look) -> Any:
    """Put words into a paragraph."""
    run = paragraph.add_run(text)
    run.bold, run.italic, run.font.size = look.bold or None, look.italic or None, Pt(look.size)
    shape = paragraph.paragraph_format
    paragraph.alignment, shape.space_after = look.align, Pt(look.after)
    if look.indent:
        shape.first_line_indent = Cm(look.indent)
    return paragraph


def frame(document: Any, across: tuple[float, ...]) -> Any:
    """A table of one row without lines; widths in centimetres."""
    table = document.add_table(1, len(across))
    table.autofit = False
    for column, width in zip(table.columns, across, strict=True):
        column.width = Cm(width)
    return table


def saved(document: Any) -> bytes:
    """The bytes of the file, the same in every run."""
    made, out = io.BytesIO(), io.BytesIO()
    document.save(made)
    with zipfile.ZipFile(made) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for member in old.infolist():
            new.writestr(zipfile.ZipInfo(member.filename, _MOMENT), old.read(member), zipfile.ZIP_DEFLATED)
    return out.getvalue()
