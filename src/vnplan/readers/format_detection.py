"""Which format a file really is: by its bytes, never by its name."""

from __future__ import annotations

import io
import re
import zipfile
from enum import StrEnum

from vnplan.errors import CorruptDocument, EncryptedDocument, UnsupportedFormat


class Format(StrEnum):
    """The formats that vnplan reads."""

    DOCX = "docx"
    XLSX = "xlsx"
    ODT = "odt"
    PDF = "pdf"
    DOC = "doc"
    RTF = "rtf"
    HTML = "html"
    TEXT = "text"


_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
# The name of the stream that holds an encrypted Office file, as OLE directories write it.
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_WORD_STREAM = "WordDocument".encode("utf-16-le")
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
# A tag of an HTML head or body among the first bytes; XML prologues and comments may stand before it.
_PAGE = re.compile(rb"<(?:!doctype\s+html|html|head|meta|body)[\s>/]", re.IGNORECASE)
# A fragment of a page: text in tags of blocks. Tables alone also stand in Markdown, with words outside of any tag.
_BLOCK = re.compile(rb"<(?:div|table|p|br|h[1-6]|li|span)[\s>/]", re.IGNORECASE)
_TABLE = re.compile(rb"<table\b.*?(?:</table\s*>|\Z)", re.IGNORECASE | re.DOTALL)
_TAG = re.compile(rb"<[^<>]{1,1000}>")
# A Word document in one XML file: Flat OPC, or Word 2003 XML.
_ONE_XML = re.compile(rb"<\w{1,8}:(?:package|wordDocument)\s[^>]{0,8000}(?:2006/xmlPackage|word/2003/wordml)")
_MHTML = re.compile(rb"^(?:[\w-]+:.*\r?\n(?:[ \t].*\r?\n)*)*?content-type:\s*multipart/related", re.IGNORECASE)
# What a file of a format begins with; formats told by more than that have a step of their own in :func:`sniff`.
_SIGNATURES: tuple[tuple[bytes, Format], ...] = ((b"{\\rtf", Format.RTF),)
# Formats met in upload folders by mistake, named in the error instead of "binary rubbish".
_FOREIGN = (
    (b"\x89PNG", "a PNG picture"),
    (b"\xff\xd8\xff", "a JPEG picture"),
    (b"GIF8", "a GIF picture"),
    (b"II*\x00", "a TIFF picture"),
    (b"MM\x00*", "a TIFF picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"Rar!", "a RAR archive"),
    (b"7z\xbc\xaf", "a 7z archive"),
    (b"MZ", "a Windows program"),
    (b"\x7fELF", "a Linux program"),
)


_HEAD = 4_096
"""Bytes that hold the first tag of a page, comments and a script before it included."""
_LOOKED_AT = 65_536
"""Bytes that tell a fragment of a page from Markdown: some twenty pages."""


def sniff(data: bytes, name: str) -> Format:
    """The format of ``data``.

    Raises:
        EncryptedDocument: an Office file behind a password.
        CorruptDocument: a zip that cannot be opened.
        UnsupportedFormat: something else that is certainly not a document in text.

    """
    # Readers of PDF look for its head in the first 1,024 bytes (PDF 1.7, Annex H, note 13).
    head = data[:1024].lstrip(b"\xef\xbb\xbf \t\r\n\x0c")
    # As above.
    if b"%PDF-" in data[:1024]:
        return Format.PDF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(data, name)
    if head.startswith(_OLE):
        return _compound(data, name)
    if head.startswith(b"<") and _ONE_XML.search(data[:_LOOKED_AT]):
        return Format.DOCX
    for signature, known in _SIGNATURES:
        if head.startswith(signature):
            return known
    for signature, what in _FOREIGN:
        if data.startswith(signature):
            raise UnsupportedFormat(name, f"this is {what}, not a document in text")
    plain = data.replace(b"\0", b"") if data[:2] in _UTF16 else data
    return (
        Format.HTML if _PAGE.search(plain[:_HEAD]) or _MHTML.match(data[:_HEAD]) or _is_fragment(plain) else Format.TEXT
    )


def _is_fragment(data: bytes) -> bool:
    """Whether the beginning is a piece of a web page, not Markdown with a table or a few tags in it."""
    begin = data[:_LOOKED_AT]
    if not _BLOCK.search(begin[:_HEAD]):
        return False
    outside = _TABLE.sub(b"", begin)
    lines = [line for line in outside.splitlines() if _TAG.sub(b"", line).strip()]
    bare = sum(not _TAG.search(line) for line in lines)
    return 2 * bare <= len(lines)


def _zipped(data: bytes, name: str) -> Format:
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            parts = {part.replace("\\", "/") for part in archive.namelist()}
            if "word/document.xml" in parts or any(p.startswith("word/document") for p in parts):
                return Format.DOCX
            if "xl/workbook.xml" in parts:
                return Format.XLSX
            # The longest media type of OpenDocument has 60 bytes; a large part is none, and is not unpacked.
            if "mimetype" in parts and archive.getinfo("mimetype").file_size < 200:
                kind = archive.read("mimetype")
                if kind.startswith(b"application/vnd.oasis.opendocument.text"):
                    return Format.ODT
    except (zipfile.BadZipFile, ValueError, NotImplementedError, RuntimeError, EOFError, OSError) as error:
        raise CorruptDocument(
            name, f"looks like a zip archive (DOCX, XLSX, ODT) but cannot be opened: {error}"
        ) from error
    raise UnsupportedFormat(name, "this zip archive is no Word, Excel or OpenDocument file")


def _compound(data: bytes, name: str) -> Format:
    if _ENCRYPTED in data:
        raise EncryptedDocument(name, "the Office file is protected by a password; save it without one")
    if _WORD_STREAM in data:
        return Format.DOC
    raise UnsupportedFormat(name, "this OLE file is no Word document (.doc)")
