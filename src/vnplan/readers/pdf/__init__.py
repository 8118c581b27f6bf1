"""PDF files: text layer by PDFium, tables by their ruling lines, scans by OCR.

    bytes --pdfium--> Page (words, rules) --layout--> Sheet (lines, columns, grids) --compose--> blocks --writer--> SourceDocument
"""

from __future__ import annotations

import hashlib

from vnplan.errors import LimitExceeded
from vnplan.models.source import Source
from vnplan.readers.limits import Limits
from vnplan.readers.pdf import compose, furniture, layout, pdfium
from vnplan.readers.pdf.writer import Writer
from vnplan.readers.source import SourceDocument

MEDIA_TYPE = "application/pdf"


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read the bytes of a PDF.

    Raises:
        EncryptedDocument: a password is asked for.
        CorruptDocument: the file cannot be read.
        LimitExceeded: pages, characters or seconds are over the limits.
        MissingDependency: no page has a text layer and no OCR engine is installed.

    """
    sheets = []
    with pdfium.opened(data, name, limits) as pdf:
        pages = pdf.count
        for page in pdf.pages():
            sheets.append(layout.sheet(page))
    furniture.set_aside(sheets)
    writer = Writer()
    for block in compose.compose(sheets):
        writer.write(block)
        if writer.size > limits.characters:
            raise LimitExceeded(name, f"more than {limits.characters} characters")
    text = writer.text
    digest = hashlib.sha256(data).hexdigest()
    source = Source(
        name=name, media_type=MEDIA_TYPE, sha256=digest, reader="pdf", pages=pages, chars=len(text)
    )
    return SourceDocument(source, text, tuple(writer.blocks), tuple(writer.origins))
