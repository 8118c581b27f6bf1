"""Word documents in one XML file: Flat OPC and Word 2003 XML -> the zip package that they stand for."""

from __future__ import annotations

import base64
import binascii
import io
import zipfile
from typing import TypeAlias

from lxml import etree

from vnplan.errors import CorruptDocument
from vnplan.readers.docx.vocabulary import W

_Element: TypeAlias = etree._Element  # noqa: SLF001 -- lxml gives its element type no public name

_PKG = "{http://schemas.microsoft.com/office/2006/xmlPackage}"
_WORD_2003 = "http://schemas.microsoft.com/office/word/2003/wordml"
_AUX = "{http://schemas.microsoft.com/office/word/2003/auxHint}"
_RELATED = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_MAIN_RELATIONSHIP = (
    f'<Relationships xmlns="{_RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{_RELATED}/officeDocument" Target="word/document.xml"/></Relationships>'
)
_STYLE_RELATIONSHIP = (
    f'<Relationships xmlns="{_RELATIONSHIPS}">'
    f'<Relationship Id="rId1" Type="{_RELATED}/styles" Target="styles.xml"/></Relationships>'
)


def opened(data: bytes, name: str) -> bytes:
    """The package of a flat file; any other data as it is.

    Raises:
        CorruptDocument: the XML is not well-formed or declares a document type.

    """
    if data.startswith(b"PK"):
        return data
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise CorruptDocument(name, f"the XML of the Word document cannot be read: {error}") from error
    if root.getroottree().docinfo.internalDTD is not None:
        raise CorruptDocument(name, "it declares a document type, as no office file does")
    parts = _flat_parts(root, name) if root.tag == _PKG + "package" else _parts_of_2003(root)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for address, blob in parts.items():
            package.writestr(address, blob)
    return out.getvalue()


def _flat_parts(root: _Element, name: str) -> dict[str, bytes]:
    parts: dict[str, bytes] = {}
    for part in root.iterchildren(_PKG + "part"):
        address = part.get(_PKG + "name", "").lstrip("/")
        xml, binary = part.find(_PKG + "xmlData"), part.find(_PKG + "binaryData")
        if xml is not None and len(xml):
            parts[address] = etree.tostring(xml[0])
        elif binary is not None:
            try:
                parts[address] = base64.b64decode(binary.text or "")
            except (binascii.Error, ValueError) as error:
                raise CorruptDocument(name, f"the part {address!r} of the flat package is damaged") from error
    return parts


def _parts_of_2003(root: _Element) -> dict[str, bytes]:
    """Word 2003 names almost everything as Word 2007 does, in another namespace."""
    old = f"{{{_WORD_2003}}}"
    for element in root.iter():
        if isinstance(element.tag, str) and element.tag.startswith(old):
            element.tag = W + element.tag[len(old) :]
        for key in [key for key in element.attrib if isinstance(key, str) and key.startswith(old)]:
            element.set(W + key[len(old) :], element.attrib.pop(key))
    for wrapper in [e for e in root.iter() if isinstance(e.tag, str) and e.tag.startswith(_AUX)]:
        _unwrap(wrapper)
    document = etree.Element(W + "document")
    body = root.find(W + "body")
    if body is not None:
        document.append(body)
    parts = {"_rels/.rels": _MAIN_RELATIONSHIP.encode(), "word/document.xml": etree.tostring(document)}
    styles = root.find(W + "styles")
    if styles is not None:
        parts["word/styles.xml"] = etree.tostring(styles)
        parts["word/_rels/document.xml.rels"] = _STYLE_RELATIONSHIP.encode()
    return parts


def _unwrap(wrapper: _Element) -> None:
    """Put the children of a section wrapper (``wx:sect``, ``wx:sub-section``) in its place."""
    parent = wrapper.getparent()
    if parent is None:
        return
    at = parent.index(wrapper)
    for child in reversed(list(wrapper)):
        parent.insert(at, child)
    parent.remove(wrapper)
