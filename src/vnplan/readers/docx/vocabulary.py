"""Names of the WordprocessingML vocabulary (ECMA-376) that the reader tells apart."""

from __future__ import annotations

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_M = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_V = "{urn:schemas-microsoft-com:vml}"
_A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"

REL_ID = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}id"

VAL = W + "val"
DOCUMENT = W + "document"
BODY = W + "body"
PARAGRAPH = W + "p"
PARAGRAPH_PROPERTIES = W + "pPr"
RUN = W + "r"
RUN_PROPERTIES = W + "rPr"
TEXT = W + "t"
MATH_TEXT = _M + "t"
MATH_RUN = _M + "r"
TABLE = W + "tbl"
SECTION = W + "sectPr"
ALTERNATE = _MC + "AlternateContent"
BOX = W + "txbxContent"
WORD_ART = _V + "textpath"
EMBEDDED = W + "altChunk"
PICTURES = (_A + "blip", _V + "imagedata")
INSERTED = W + "ins"
DELETED = W + "del"
MOVED_IN = W + "moveTo"
MOVED_OUT = W + "moveFrom"

GONE = frozenset({DELETED, MOVED_OUT})
"""Tracked deletions: not part of the text that the author means."""

SILENT = GONE | {
    PARAGRAPH_PROPERTIES,
    RUN_PROPERTIES,
    SECTION,
    W + "sdtPr",
    W + "sdtEndPr",
    W + "smartTagPr",
    W + "customXmlPr",
    W + "tblPr",
    W + "tblGrid",
    W + "trPr",
    W + "tcPr",
    W + "rt",  # the reading aid above a ruby base
    W + "rubyPr",
    W + "delText",
    W + "instrText",
    W + "delInstrText",
    _M + "ctrlPr",
}
"""Elements without visible text of their own at their place; every other unknown element is looked into."""
