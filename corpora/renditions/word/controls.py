"""Source -> DOCX of a template: content controls about the fields of the header, some cells and some paragraphs."""

from __future__ import annotations

from typing import Any

from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls, qn
from source import Line, Source

from renditions.word.form import USUAL, written
from renditions.word.page import saved

# Fields that templates have, by the directive of the source.
_FIELDS = ("left", "number", "subject", "dateline", "type", "title", "signer")
EVERY = 4  # one paragraph and one cell in so many: both kinds of neighbour occur


def as_controls(source: Source) -> bytes:
    """Controls of all four kinds: about runs, paragraphs, the content of cells, and cells."""
    document = written(source, USUAL)
    body = document.element.body
    fields = {part.text: part.place for part in source.parts if isinstance(part, Line) and part.place in _FIELDS}
    numbered = 0
    for paragraph in list(body.iter(qn("w:p"))):
        words = "".join(text.text or "" for text in paragraph.iter(qn("w:t")))
        if words in fields:
            _about_runs(paragraph, fields[words])
        elif words and paragraph.getparent() is body:
            numbered += 1
            if numbered % EVERY == 0:
                _about(paragraph, "noi-dung")
    # The frames of letterhead and closing have no style and are left to their fields.
    tables = [table for table in body.iter(qn("w:tbl")) if table.find(qn("w:tblPr")).find(qn("w:tblStyle")) is not None]
    for table in tables:
        for number, cell in enumerate(list(table.iter(qn("w:tc"))), 1):
            if number % EVERY == 0 and not cell.findall(".//" + qn("w:vMerge")):
                _about(cell, "o") if number % (2 * EVERY) else _about(cell.findall(qn("w:p"))[-1], "o")
    return saved(document)


def _about(element: Any, name: str) -> None:
    """Put a control about a paragraph or a cell."""
    control = _control(name, "<w:richText/>")
    element.addprevious(control)
    control.find(qn("w:sdtContent")).append(element)


def _about_runs(paragraph: Any, name: str) -> None:
    """Put a control about the words of a paragraph."""
    kind = '<w:date><w:dateFormat w:val="dd/MM/yyyy"/></w:date>' if name == "dateline" else "<w:text/>"
    control = _control(name, kind)
    runs = paragraph.findall(qn("w:r"))
    runs[0].addprevious(control)
    for run in runs:
        control.find(qn("w:sdtContent")).append(run)


def _control(name: str, kind: str) -> Any:
    return parse_xml(
        f'<w:sdt {nsdecls("w")}><w:sdtPr><w:alias w:val="{name}"/><w:tag w:val="{name}"/>{kind}</w:sdtPr><w:sdtContent/></w:sdt>'
    )
