"""Files: one reader a family of formats, chosen by the bytes, never by the name.

To add a format: one module with ``read(data, name, limits)``, one value and one
signature in :mod:`vnplan.readers.format_detection`, one line in the table below.
"""

from __future__ import annotations

from importlib import import_module

from vnplan.errors import LimitExceeded
from vnplan.readers.format_detection import Format, sniff
from vnplan.readers.limits import Limits
from vnplan.readers.source import SourceDocument

# Modules, not functions: a reader and the library behind it are loaded when a file asks for them.
READERS: dict[Format, str] = {
    Format.TEXT: "vnplan.readers.text.plain",
    Format.DOCX: "vnplan.readers.docx",
    Format.PDF: "vnplan.readers.pdf",
    Format.HTML: "vnplan.readers.html.reader",
    Format.XLSX: "vnplan.readers.xlsx",
    Format.DOC: "vnplan.readers.office.converter",
    Format.RTF: "vnplan.readers.office.converter",
    Format.ODT: "vnplan.readers.office.converter",
}


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read one file.

    Raises:
        LimitExceeded: the file passes one of ``limits``.
        UnsupportedFormat, CorruptDocument, EncryptedDocument, MissingDependency: see :mod:`vnplan.errors`.

    """
    if len(data) > limits.bytes:
        raise LimitExceeded(name, f"more than {limits.bytes} bytes (Limits.bytes)")
    reader = import_module(READERS[sniff(data, name)])
    document: SourceDocument = reader.read(data, name, limits)
    return document


def read_text(text: str, name: str, limits: Limits) -> SourceDocument:
    """Read pasted text."""
    from vnplan.readers.text import plain

    return plain.read_text(text, name, limits)
