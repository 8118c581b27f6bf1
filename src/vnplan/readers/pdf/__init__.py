"""PDF files: text layer by PDFium, tables by their ruling lines, scans and broken layers by OCR.

bytes --pdfium--> Page (words, rules) --layout--> Sheet (lines, columns, grids)
      --compose--> blocks in reading order --writer--> SourceDocument
"""

from __future__ import annotations

import hashlib

from vnplan.errors import LimitExceeded
from vnplan.models.source import Source
from vnplan.readers.limits import Limits
from vnplan.readers.pdf import compose, page_order, pdfium, signatures
from vnplan.readers.pdf.page_reading import PageReading
from vnplan.readers.pdf.words import furniture
from vnplan.readers.pdf.writer import Writer
from vnplan.readers.source import SourceDocument

MEDIA_TYPE = "application/pdf"


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read the bytes of a PDF.

    Raises:
        EncryptedDocument: a password is asked for.
        CorruptDocument: the file cannot be read.
        LimitExceeded: pages, characters or seconds are over the limits; scanned pages that time does not suffice for
            are named in a diagnostic as long as others were read.
        MissingDependency: no page has a usable text layer and no OCR engine is installed.

    """
    with pdfium.open_pdf(data, name, limits) as pdf:
        reading = PageReading(pdf)
        sheets = [page_order.sheet(page) for page in reading.pages()]
        pages = pdf.count
        signed = signatures.read(data) if pdf.signed() else ()
    furniture.set_aside(sheets)
    writer = Writer()
    for block in compose.compose(sheets):
        writer.write(block)
        if writer.size > limits.characters:
            raise LimitExceeded(name, f"more than {limits.characters} characters")
    text = writer.text
    source = Source(
        name=name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        reader="pdf",
        pages=pages,
        chars=len(text),
        signatures=(*reading.signatures, *signed),
    )
    found = (*reading.diagnostics(), *writer.diagnostics())
    return SourceDocument(source, text, tuple(writer.blocks), tuple(writer.origins), found)
