"""Specimens as office files: HTML, DOCX with automatic numbers, PDF by LibreOffice."""

from __future__ import annotations

import html
import io
import shutil
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_BREAK
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls
from docx.shared import Pt
from specimen import MARKER, MOTTO, SPECIMEN, TABLE, attached, lines, paragraphs

_NUMBERING = f"""
<w:abstractNum {nsdecls("w")} w:abstractNumId="77">
  <w:multiLevelType w:val="multilevel"/>
  <w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperRoman"/><w:lvlText w:val="%1."/><w:lvlJc w:val="left"/></w:lvl>
  <w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%2."/><w:lvlJc w:val="left"/></w:lvl>
</w:abstractNum>"""
_NUM = f'<w:num {nsdecls("w")} w:numId="77"><w:abstractNumId w:val="77"/></w:num>'
_LEVELS = {"roman": 0, "arabic": 1}  # letters stay typed: Word has no đ)


def as_html(plan: dict[str, Any]) -> str:
    """HTML as a portal publishes it: letterhead in a table without lines, data tables with lines."""
    head, esc = plan["letterhead"], html.escape
    out = [f"<p><i>{SPECIMEN}</i></p>", '<table border="0"><tr>']
    out += [f"<td align=center><b>{'<br>'.join(map(esc, head['left']))}</b></td>"]
    out += [f"<td align=center><b>{MOTTO[0]}<br>{MOTTO[1]}</b></td></tr>"]
    out += [f"<tr><td align=center>{esc(head['number'])}</td><td><i>{esc(head['dateline'])}</i></td></tr></table>"]
    out += [f"<p align=center><b>{esc(line)}</b></p>" for line in (head["type"], head["title"])]
    out += [_html_table(plan["table"][0]) if line == TABLE else f"<p>{esc(line)}</p>" for line in paragraphs(plan)]
    if closing := plan.get("closing"):
        recipients = "<br>".join(f"- {esc(r)};" for r in closing["recipients"])
        signature = "<br>".join(map(esc, closing["signature"]))
        out += [f'<table border="0"><tr><td>Nơi nhận:<br>{recipients}<br>- {esc(closing["archive"])}</td>']
        out += [f"<td align=center><b>{signature}</b><br><br><b>{esc(closing['name'])}</b></td></tr></table>"]
    for part in attached(plan):
        out += [f"<p align=center><b>{esc(part[words])}</b></p>" for words in ("label", "title", "pointer")]
        out += [_html_table(plan["table"][0]) if line == TABLE else f"<p>{esc(line)}</p>" for line in lines(part)]
    for appendix in plan.get("appendix", ()):
        out += [f"<p align=center><b>{esc(appendix[part])}</b></p>" for part in ("label", "title", "pointer")]
        out.append(_html_table(appendix))
    return "<!DOCTYPE html>\n<html><head><meta charset=utf-8></head><body>\n" + "\n".join(out) + "\n</body></html>\n"


def _html_table(table: dict[str, Any]) -> str:
    width = len(table["columns"])
    rows = ["<tr>" + "".join(f"<th>{html.escape(c)}</th>" for c in table["columns"]) + "</tr>"]
    for row in table["rows"]:
        spans = [1] * (len(row) - 1) + [width - len(row) + 1]
        cells = zip(row, spans, strict=True)
        rows.append("<tr>" + "".join(f"<td colspan={n}>{html.escape(c)}</td>" for c, n in cells) + "</tr>")
    return '<table border="1">' + "\n".join(rows) + "</table>"


def as_docx(plan: dict[str, Any]) -> bytes:
    """DOCX as an office writes it: Roman and Arabic items numbered by Word, letterhead and signature in tables."""
    document = docx.Document()
    numbering = document.part.numbering_part.element
    numbering.insert(0, parse_xml(_NUMBERING))
    numbering.append(parse_xml(_NUM))
    head = plan["letterhead"]
    document.add_paragraph(SPECIMEN)
    grid = document.add_table(2, 2)
    _lines(grid.cell(0, 0), head["left"], bold=True)
    _lines(grid.cell(0, 1), MOTTO, bold=True)
    _lines(grid.cell(1, 0), [head["number"]], bold=False)
    _lines(grid.cell(1, 1), [head["dateline"]], bold=False)
    for line in (head["type"], head["title"]):
        _centre(document, line)
    for line in paragraphs(plan):
        _body(document, plan, line)
    if closing := plan.get("closing"):
        grid = document.add_table(1, 2)
        recipients = [f"- {r};" for r in closing["recipients"]]
        _lines(grid.cell(0, 0), ["Nơi nhận:", *recipients, f"- {closing['archive']}"], bold=False)
        _lines(grid.cell(0, 1), [*closing["signature"], "", "", closing["name"]], bold=True)
    for part in attached(plan):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for words in ("label", "title", "pointer"):
            _centre(document, part[words])
        for line in lines(part):
            _body(document, plan, line)
    for appendix in plan.get("appendix", ()):
        document.add_paragraph().add_run().add_break(WD_BREAK.PAGE)
        for part in ("label", "title", "pointer"):
            _centre(document, appendix[part])
        _table(document, appendix)
    buffer = io.BytesIO()
    document.save(buffer)
    return buffer.getvalue()


def _body(document: Any, plan: dict[str, Any], line: str) -> None:
    marker = MARKER.match(line)
    if line == TABLE:
        _table(document, plan["table"][0])
    elif marker and marker.lastgroup in _LEVELS:
        paragraph = document.add_paragraph()
        paragraph.add_run(line[marker.end() :]).bold = marker.lastgroup == "roman"
        properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-docx has no call for numbering
        level = _LEVELS[marker.lastgroup]
        properties.append(
            parse_xml(f'<w:numPr {nsdecls("w")}><w:ilvl w:val="{level}"/><w:numId w:val="77"/></w:numPr>')
        )
    else:
        document.add_paragraph(line)


def _lines(cell: Any, lines: Any, *, bold: bool) -> None:
    for index, line in enumerate(lines):
        paragraph = cell.paragraphs[0] if index == 0 else cell.add_paragraph()
        paragraph.add_run(line).bold = bold


def _centre(document: Any, line: str) -> None:
    paragraph = document.add_paragraph()
    paragraph.alignment = WD_ALIGN_PARAGRAPH.CENTER
    paragraph.add_run(line).bold = True


def _table(document: Any, table: dict[str, Any]) -> None:
    width = len(table["columns"])
    grid = document.add_table(1 + len(table["rows"]), width, style="Table Grid")
    for index, row in enumerate((table["columns"], *table["rows"])):
        cells = grid.rows[index].cells
        for place, words in enumerate(row):
            cells[place].text = words
        if len(row) < width:
            cells[len(row) - 1].merge(cells[-1])
    for cell in (c for r in grid.rows for c in r.cells):
        for run in (r for p in cell.paragraphs for r in p.runs):
            run.font.size = Pt(9)
    grid.rows[0]._tr.get_or_add_trPr().append(parse_xml(f"<w:tblHeader {nsdecls('w')}/>"))  # noqa: SLF001


def as_pdf(word: bytes) -> bytes | None:
    """The PDF that LibreOffice makes of a DOCX; ``None`` where it is not installed."""
    from renditions.pdf.printing import printed

    return printed(word)[0] if shutil.which("soffice") else None
