"""The package of a Word file: its parts, found by their relationships, read when asked for.

The only door of python-docx: its reader of zip packages, part addresses and
relationships. Its object model above them is not used, because it opens every
part of the file, fails on a dangling relationship that Word forgives, and
skips content controls, tracked insertions and automatic numbers.
"""

from __future__ import annotations

import io
import re
import zlib
from typing import Any, TypeAlias

from docx.opc.packuri import PACKAGE_URI, PackURI
from docx.opc.phys_pkg import PhysPkgReader
from lxml import etree

from vnplan.diagnostics import note
from vnplan.errors import CorruptDocument, UnsupportedFormat
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.readers import archive
from vnplan.readers.docx.vocabulary import DOCUMENT
from vnplan.readers.limits import Limits

Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml gives its element type no public name

# ISO "strict" files (Word: Strict Open XML) differ from the usual ones in namespace names alone.
_STRICT = (
    (
        b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    ),
    (b"http://purl.oclc.org/ooxml/drawingml/main", b"http://schemas.openxmlformats.org/drawingml/2006/main"),
    (
        b"http://purl.oclc.org/ooxml/officeDocument/",
        b"http://schemas.openxmlformats.org/officeDocument/2006/",
    ),
)
_STRICT_SIGN = b"http://purl.oclc.org/ooxml/"
_REFERENCE = re.compile(rb"&#(?:x([0-9A-Fa-f]{1,6})|([0-9]{1,7}));")
_ALLOWED = re.compile("[\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")  # XML 1.0, production 2
_LAST = 0x10FFFF
"""The last code point of Unicode."""
# A file whose main part cannot be found by relationship is tried at Word's usual address.
_USUAL_MAIN = "/word/document.xml"


class Package:
    """The parts of one Word file.

    Raises:
        CorruptDocument, EncryptedDocument, LimitExceeded: see :func:`vnplan.readers.archive.check`;
            ``CorruptDocument`` too where the main part is missing or no well-formed XML.
        UnsupportedFormat: the main part is no Word document.

    """

    def __init__(self, data: bytes, name: str, limits: Limits) -> None:
        archive.check(data, name, limits)
        data = archive.with_slashes(data)
        self.name = name
        self.diagnostics: list[Diagnostic] = []
        self._read: dict[str, Element | None] = {}
        self._zip: Any = PhysPkgReader(io.BytesIO(data))  # type: ignore[no-untyped-call]
        self._main = self._main_address()
        self.document = self._document()
        self._by_id, self._by_kind = self._relationships(self._main)

    def related(self, kind: str) -> Element | None:
        """The root of the first part of ``kind`` (``styles``, ``numbering``, ...) that the main part relates to."""
        address = self._by_kind.get(kind)
        return self._secondary(address) if address else None

    def part(self, relationship: str | None) -> Element | None:
        """The root of the part that the main part relates to under the id ``relationship``."""
        address = self._by_id.get(relationship or "")
        return self._secondary(address) if address else None

    def blob(self, relationship: str | None) -> bytes | None:
        """The bytes of the part that the main part relates to; ``None`` where it is missing or damaged."""
        address = self._by_id.get(relationship or "")
        try:
            return None if address is None else self._blob(address)
        except (KeyError, ValueError):
            return None

    def _main_address(self) -> PackURI:
        _, by_kind = self._relationships(PACKAGE_URI)
        return by_kind.get("officeDocument", PackURI(_USUAL_MAIN))

    def _document(self) -> Element:
        try:
            root = self._parse(self._blob(self._main))
        except KeyError as error:
            raise CorruptDocument(self.name, f"the main part {self._main} is missing") from error
        except ValueError as error:
            raise CorruptDocument(self.name, f"the main part {self._main} cannot be read: {error}") from error
        if root.tag != DOCUMENT:
            kind = etree.QName(root).localname
            raise UnsupportedFormat(self.name, f"the main part of the package is no Word document but <{kind}>")
        return root

    def _secondary(self, address: PackURI) -> Element | None:
        """A part that the text can do without: trouble with it is a diagnostic."""
        if address not in self._read:
            self._read[address] = self._attempt(address)
        return self._read[address]

    def _attempt(self, address: PackURI) -> Element | None:
        try:
            return self._parse(self._blob(address))
        except KeyError:
            self.diagnostics.append(note(DiagnosticCode.PART_UNREADABLE, part=address, reason="missing"))
        except ValueError as error:
            self.diagnostics.append(note(DiagnosticCode.PART_UNREADABLE, part=address, reason=error))
        return None

    def _relationships(self, source: PackURI) -> tuple[dict[str, PackURI], dict[str, PackURI]]:
        """Addresses of what ``source`` relates to, by relationship id and by the last word of the relationship type."""
        try:
            root = self._parse(self._blob(source.rels_uri))
        except (KeyError, ValueError):
            return {}, {}
        by_id: dict[str, PackURI] = {}
        by_kind: dict[str, PackURI] = {}
        for row in root.iterchildren():
            target = row.get("Target")
            if target and row.get("TargetMode") != "External":
                address = PackURI.from_rel_ref(source.baseURI, target)
                by_id[row.get("Id", "")] = address
                by_kind.setdefault(row.get("Type", "").rsplit("/", 1)[-1], address)
        return by_id, by_kind

    def _blob(self, address: PackURI) -> bytes:
        """The bytes of one part; ``KeyError`` where it is missing, ``ValueError`` where it is damaged."""
        try:
            blob: bytes = self._zip.blob_for(address)
        except zlib.error as error:
            raise ValueError(str(error)) from error
        except archive.DAMAGE as error:
            raise ValueError(str(error)) from error
        return blob

    def _parse(self, blob: bytes) -> Element:
        """The root of an XML part; ``ValueError`` where it is not well-formed, too deep or declares entities."""
        # Namespaces stand in the root element; with all prefixes of Word it has some 3,000 bytes.
        if _STRICT_SIGN in blob[:4096]:
            for strict, usual in _STRICT:
                blob = blob.replace(strict, usual)
        # libxml2's own bounds stay on: 256 levels, 10 MB a text, no entity blow-up.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(_without_illegal(blob), parser)
        except etree.XMLSyntaxError as error:
            raise ValueError(str(error)) from error
        if root.getroottree().docinfo.internalDTD is not None:
            msg = "it declares a document type, as no office file does"
            raise ValueError(msg)
        return root


def _without_illegal(blob: bytes) -> bytes:
    """The part without references to characters that XML does not allow (``&#x1F;``) and nobody would see."""
    return _REFERENCE.sub(_legal, blob) if b"&#" in blob else blob


def _legal(reference: re.Match[bytes]) -> bytes:
    code = int(reference[1], 16) if reference[1] else int(reference[2])
    return reference[0] if _ALLOWED.match(chr(code) if code <= _LAST else "\ufffe") else b""
