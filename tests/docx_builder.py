"""DOCX bytes from raw WordprocessingML: what a test needs to say, and nothing that Word would add."""

from __future__ import annotations

import io
import zipfile

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
NAMESPACES = " ".join(
    f'xmlns:{prefix}="{uri}"'
    for prefix, uri in {
        "w": W,
        "r": "http://schemas.openxmlformats.org/officeDocument/2006/relationships",
        "mc": "http://schemas.openxmlformats.org/markup-compatibility/2006",
        "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
        "wps": "http://schemas.microsoft.com/office/word/2010/wordprocessingShape",
        "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
        "v": "urn:schemas-microsoft-com:vml",
        "m": "http://schemas.openxmlformats.org/officeDocument/2006/math",
    }.items()
)
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
# Part kind -> root element.
_PARTS = {
    "styles": "w:styles",
    "numbering": "w:numbering",
    "footnotes": "w:footnotes",
    "endnotes": "w:endnotes",
    "settings": "w:settings",
}


def docx(body: str, **parts: str) -> bytes:
    """A Word file with ``body`` (block content) and the inner XML of other ``parts``.

    ``header1``, ``footer2`` and so on are headers and footers under the
    relationship ids of the same names.
    """
    files = {"word/document.xml": f"<w:document {NAMESPACES}><w:body>{body}</w:body></w:document>"}
    relations = []
    for name, inner in parts.items():
        kind = name.rstrip("0123456789")
        root = _PARTS.get(name, "w:hdr" if kind == "header" else "w:ftr")
        files[f"word/{name}.xml"] = f"<{root} {NAMESPACES}>{inner}</{root}>"
        relations.append(f'<Relationship Id="{name}" Type="{_OFFICE}/{kind}" Target="{name}.xml"/>')
    files["word/_rels/document.xml.rels"] = _relationships("".join(relations))
    return package(files)


def package(files: dict[str, str | bytes], main: str = "word/document.xml") -> bytes:
    """A zip package of ``files`` whose main part is ``main``."""
    overrides = "".join(f'<Override PartName="/{name}" ContentType="{_TYPE}.document.main+xml"/>' for name in [main])
    everything = {
        "[Content_Types].xml": '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
        f'<Default Extension="xml" ContentType="application/xml"/>{overrides}</Types>',
        "_rels/.rels": _relationships(f'<Relationship Id="rId1" Type="{_OFFICE}/officeDocument" Target="{main}"/>'),
        **files,
    }
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in everything.items():
            archive.writestr(name, content)
    return buffer.getvalue()


def _relationships(rows: str) -> str:
    return f'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">{rows}</Relationships>'


def r(text: str, properties: str = "") -> str:
    """A run."""
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{text}</w:t></w:r>'


def p(*content: str, properties: str = "") -> str:
    """A paragraph of runs; a string without markup becomes one."""
    inner = "".join(c if c.startswith("<") else r(c) for c in content)
    return f"<w:p><w:pPr>{properties}</w:pPr>{inner}</w:p>"


def listed(instance: int, level: int = 0) -> str:
    """Paragraph properties of an item of list ``instance``."""
    return f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="{instance}"/></w:numPr>'


def tc(*content: str, properties: str = "") -> str:
    """A table cell of paragraphs and tables."""
    inner = "".join(c if c.startswith("<") else p(c) for c in content) or p()
    return f"<w:tc><w:tcPr>{properties}</w:tcPr>{inner}</w:tc>"


def tr(*cells: str, properties: str = "") -> str:
    """A table row."""
    inner = "".join(c if c.startswith("<") else tc(c) for c in cells)
    return f"<w:tr><w:trPr>{properties}</w:trPr>{inner}</w:tr>"


def tbl(*rows: str, properties: str = "") -> str:
    """A table."""
    return f"<w:tbl><w:tblPr>{properties}</w:tblPr>{''.join(rows)}</w:tbl>"


def abstract(name: int, *levels: str, extra: str = "") -> str:
    """A list definition."""
    return f'<w:abstractNum w:abstractNumId="{name}">{extra}{"".join(levels)}</w:abstractNum>'


def lvl(index: int, kind: str, text: str, extra: str = "", start: int = 1) -> str:
    """One level of a list definition."""
    return (
        f'<w:lvl w:ilvl="{index}"><w:start w:val="{start}"/><w:numFmt w:val="{kind}"/>'
        f'<w:lvlText w:val="{text}"/>{extra}</w:lvl>'
    )


def num(name: int, definition: int, overrides: str = "") -> str:
    """A list of the document."""
    return f'<w:num w:numId="{name}"><w:abstractNumId w:val="{definition}"/>{overrides}</w:num>'
