"""Files made to hurt: each ends in a plan or in an error of ours that names file and reason, within the limits."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable

import pytest

import vnplan
from docx_builder import docx, p, package
from pdf_builder import Sheet, build
from vnplan.errors import CorruptDocument, EncryptedDocument, LimitExceeded, UnsupportedFormat, VnplanError

LIMITS = vnplan.Limits(seconds=60, characters=2_000_000, pages=200, unzipped_bytes=100_000_000)
PLAN = "Số: 5/KH-UBND\n\nKẾ HOẠCH\nLàm việc mẫu\n\nI. MỤC ĐÍCH\n1. Một việc."
OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600
LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
BOMB = f'<?xml version="1.0"?><!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]>'
OUTSIDE = '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]>'


def zipped(parts: dict[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def word_part(before: str, inside: str) -> bytes:
    w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
    body = f"<w:document {w}><w:body><w:p><w:r><w:t>{inside}</w:t></w:r></w:p></w:body></w:document>"
    return package({"word/document.xml": before + body})


def sheet_part(before: str, inside: str) -> bytes:
    s = 'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
    r = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
    office = "application/vnd.openxmlformats-officedocument.spreadsheetml"
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    listed = "http://schemas.openxmlformats.org/package/2006"
    return zipped(
        {
            "[Content_Types].xml": f'<Types xmlns="{listed}/content-types"><Default Extension="rels" ContentType='
            '"application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" '
            f'ContentType="{office}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" '
            f'ContentType="{office}.worksheet+xml"/></Types>',
            "_rels/.rels": f'<Relationships xmlns="{listed}/relationships"><Relationship Id="r1" '
            f'Type="{relation}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
            "xl/workbook.xml": f'<workbook {s} {r}><sheets><sheet name="A" sheetId="1" r:id="r1"/></sheets></workbook>',
            "xl/_rels/workbook.xml.rels": f'<Relationships xmlns="{listed}/relationships"><Relationship Id="r1" '
            f'Type="{relation}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>',
            "xl/worksheets/sheet1.xml": f'{before}<worksheet {s}><sheetData><row r="1"><c r="A1" t="inlineStr"><is>'
            f"<t>{inside}</t></is></c></row></sheetData></worksheet>",
        }
    )


def pdf_of(content: str, pages: int = 1) -> bytes:
    """A PDF whose pages all share one content stream."""
    kids = " ".join("3 0 R" for _ in range(pages))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Count {pages} /Kids [{kids}] >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
    ]
    out, places = "%PDF-1.7\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += f"{number} 0 obj\n{body}\nendobj\n"
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    return f"{out}xref\n0 {size}\n0000000000 65535 f \n{table}trailer << /Size {size} /Root 1 0 R >>\nstartxref\n{len(out)}\n%%EOF".encode()


# What the file is -> how it is made, the name that it comes under, and the error; ``None``: it is read.
HOSTILE: dict[str, tuple[Callable[[], bytes], str, type[VnplanError] | None]] = {
    "zip bomb as DOCX": (lambda: zipped({"word/document.xml": b"\0" * 90_000_000}), "a.docx", LimitExceeded),
    "zip bomb as XLSX": (lambda: zipped({"xl/workbook.xml": b"\0" * 90_000_000}), "a.xlsx", LimitExceeded),
    "zip bomb as ODT": (
        lambda: zipped({"mimetype": "application/vnd.oasis.opendocument.text", "content.xml": b"\0" * 90_000_000}),
        "a.odt",
        LimitExceeded,
    ),
    "many parts over the limit": (
        lambda: zipped({"word/document.xml": "<a/>", **{f"word/{n}": b"\0" * 60_000_000 for n in range(2)}}),
        "a.docx",
        LimitExceeded,
    ),
    "entities that grow in DOCX": (lambda: word_part(BOMB, "&l9;"), "a.docx", CorruptDocument),
    "entities that grow in XLSX": (lambda: sheet_part(BOMB, "&l9;"), "a.xlsx", CorruptDocument),
    "a file of the machine asked for in DOCX": (lambda: word_part(OUTSIDE, "&x;"), "a.docx", CorruptDocument),
    "a file of the machine asked for in XLSX": (lambda: sheet_part(OUTSIDE, "&x;"), "a.xlsx", CorruptDocument),
    "a file of the machine asked for in HTML": (f"{OUTSIDE}<html><p>&x; KẾ HOẠCH</p>".encode, "a.html", None),
    "paths that leave the zip": (
        lambda: package({"word/document.xml": docx_body(), "../../tmp/evil": "x", "/etc/evil": "x"}),
        "a.docx",
        None,
    ),
    "a zip in a zip": (lambda: zipped({"inner.zip": zipped({"a.docx": b"x"})}), "a.docx", UnsupportedFormat),
    "tables in tables in DOCX": (
        lambda: docx("<w:tbl><w:tr><w:tc>" * 60 + p("x") + "</w:tc></w:tr></w:tbl>" * 60),
        "a.docx",
        LimitExceeded,
    ),
    "tables in tables in HTML": (lambda: b"<table><tr><td>" * 5000, "a.html", LimitExceeded),
    "quotes in quotes in Markdown": ((">" * 20_000 + " # KẾ HOẠCH\n- a").encode, "a.md", None),
    "100,000 pages": (lambda: pdf_of("", 100_000), "a.pdf", LimitExceeded),
    "a million drawings on a page": (lambda: pdf_of("0 0 m 9 9 l S\n" * 1_000_000), "a.pdf", LimitExceeded),
    "a page that calls itself huge": (
        lambda: pdf_of("").replace(b"[0 0 595 842]", b"[0 0 9e9 9e9]"),
        "a.pdf",
        None,
    ),
    "an encrypted PDF": (lambda: build(Sheet().text(60, 60, "KẾ HOẠCH"), encrypted=True), "a.pdf", EncryptedDocument),
    "an encrypted office file": (lambda: OLE + "EncryptedPackage".encode("utf-16-le"), "a.docx", EncryptedDocument),
    "an OLE file that is no document": (lambda: OLE, "a.doc", UnsupportedFormat),
    "a truncated PDF": (lambda: build(Sheet().text(60, 60, "KẾ HOẠCH"))[:200], "a.pdf", CorruptDocument),
    "a truncated DOCX": (lambda: docx(p("KẾ HOẠCH"))[:-60], "a.docx", CorruptDocument),
    "a DOCX that calls itself PDF": (lambda: docx(p("KẾ HOẠCH")), "a.pdf", None),
    "a text that calls itself DOCX": (PLAN.encode, "a.docx", None),
    "a picture that calls itself PDF": (lambda: b"\x89PNG\r\n\x1a\n" + b"\0" * 50, "a.pdf", UnsupportedFormat),
    "nothing": (lambda: b"", "a.docx", None),
    "one line of two million letters": (lambda: b"a" * 1_999_999, "a.txt", None),
    "more characters than allowed": (lambda: b"a b " * 600_000, "a.txt", LimitExceeded),
    "a line of open brackets": (lambda: b"(" * 200_000, "a.txt", None),
    "a line of list marks": (lambda: b"1. " * 50_000, "a.txt", None),
    "lines of numbers without end": (lambda: ("1." * 5_000 + "\n").encode() * 20, "a.txt", None),
    "a million line ends": (lambda: b"\n" * 1_000_000, "a.txt", None),
}


def docx_body() -> str:
    with zipfile.ZipFile(io.BytesIO(docx(p("KẾ HOẠCH")))) as archive:
        return archive.read("word/document.xml").decode()


@pytest.mark.parametrize("what", HOSTILE)
def test_a_hostile_file_is_read_or_named(what):
    make, name, error = HOSTILE[what]
    data = make()
    if error is None:
        plan = vnplan.parse(data, name=name, limits=LIMITS)
        assert plan.source.name == name
        assert "root:" not in plan.text
        return
    with pytest.raises(error) as caught:
        vnplan.parse(data, name=name, limits=LIMITS)
    assert type(caught.value) is error
    assert caught.value.source == name
    assert caught.value.reason


@pytest.mark.parametrize("data", [PLAN.encode(), b"<p>a</p>" * 9, docx(p("a") * 9), build(Sheet().text(9, 9, "a"))])
def test_no_reader_outstays_its_time(data):
    with pytest.raises(LimitExceeded, match=r"Limits\.seconds"):
        vnplan.parse(data, name="a", limits=vnplan.Limits(seconds=1e-9))
