"""HTML: saved pages of law sites and portals, and what Word saves as HTML (often named ``.doc``)."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from hashlib import sha256
from itertools import count
from typing import Any

from vnplan.diagnostics import note
from vnplan.errors import CorruptDocument, LimitExceeded
from vnplan.models.base import Span
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.models.source import Origin, Place, PlaceKind, Source
from vnplan.readers import asides
from vnplan.readers.html.asides import framed
from vnplan.readers.html.fonts import decoded
from vnplan.readers.html.grids import OpenTable, is_ruled
from vnplan.readers.html.list_markers import Counter, marker_of
from vnplan.readers.html.source_bytes import decode
from vnplan.readers.html.styles import FURNITURE, Style, is_shown, local, styled
from vnplan.readers.html.stylesheet import StyleSheet
from vnplan.readers.html.surroundings import set_aside
from vnplan.readers.legacy_fonts import Decoder
from vnplan.readers.limits import Clock, Limits
from vnplan.readers.source import Block, Furniture, Grid, Paragraph, SourceDocument, Typography
from vnplan.text import mojibake
from vnplan.text.clean import stored

_BLOCK = {
    "address", "article", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt", "fieldset",
    "figcaption", "figure", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "ol", "p",
    "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
} | FURNITURE  # fmt: skip
_SPACE = re.compile(r"[ \t\r\n\f]+")
_TICK = 4096
"""The clock is looked at once in so many elements."""


_Run = tuple[str, Style]


@dataclass(slots=True)
class _Page:
    """The walk's state: text so far, the lines of the open paragraph, and where blocks go."""

    name: str
    limits: Limits
    text: list[str] = field(default_factory=list)
    size: int = 0
    lines: list[list[_Run]] = field(default_factory=lambda: [[]])
    blocks: list[Block] = field(default_factory=list)
    tables: list[OpenTable] = field(default_factory=list)
    origins: list[Origin] = field(default_factory=list)
    marker: str = ""
    paragraph: int = 0
    table: int = -1
    letters: Decoder = field(default_factory=Decoder)

    def words(self, text: str | None, style: Style) -> None:
        """Add running text to the open line."""
        if text:
            self.lines[-1].append((_SPACE.sub(" ", text), style))

    def flush(self) -> None:
        """Close the open paragraph, if it holds anything visible."""
        lines, self.lines = self.lines, [[]]
        for runs in _paragraphs(lines):
            marker, self.marker = self.marker, ""  # kept while an item holds nothing yet: <li><p>
            words = decoded(framed(runs), [style.font for _, style in runs], self.letters)
            whole = marker + stored(words).strip(" \n")
            self._put(whole, len(marker.rstrip()), runs)

    def _put(self, whole: str, marker: int, runs: list[_Run]) -> None:
        whole, aside = asides.unframed(whole, self.size)
        span = Span(self.size, self.size + len(whole))
        self.text.append(whole + "\n")
        self.size += len(whole) + 1
        if self.size > self.limits.characters:
            raise LimitExceeded(self.name, f"more than {self.limits.characters} characters (Limits.characters)")
        self.origins.append(Origin(span=span, place=self._place()))
        seen = [style for text, style in runs if text.strip()]
        if seen[0].furniture:
            self.blocks.append(Furniture((span,)))  # cells hold paragraphs alone
            return
        look = Typography(
            bold=all(s.bold for s in seen),
            italic=all(s.italic for s in seen),
            centered=seen[0].centered,
            heading=seen[0].heading,
        )
        pieces = asides.around(whole, span, aside)
        if pieces:
            number = Span(span.start, span.start + marker) if marker else None
            self._target().append(Paragraph(pieces, look, number))
        if aside:
            self.blocks.append(Furniture(aside))

    def _place(self) -> Place:
        if self.tables and self.tables[-1].cells:
            cell = self.tables[-1].cells[-1]
            return Place(kind=PlaceKind.CELL, table=self.table, row=cell.row, column=cell.column)
        self.paragraph += 1
        return Place(kind=PlaceKind.PARAGRAPH, paragraph=self.paragraph - 1)

    def _target(self) -> list[Block]:
        return self.tables[-1].cells[-1].blocks if self.tables and self.tables[-1].cells else self.blocks

    def open_table(self, element: Any) -> None:
        """Begin a table."""
        self.flush()
        self.table += 1
        self.tables.append(OpenTable(is_ruled(element)))

    def close_table(self) -> None:
        """End the innermost table."""
        self.flush()
        made = self.tables.pop().close()
        if len(made) == 1 and isinstance(made[0], Grid):
            self.paragraph += 1
        self._target().extend(made)


def _paragraphs(lines: list[list[_Run]]) -> list[list[_Run]]:
    """Paragraphs of lines parted by ``<br>``: each line is one, but for lines that go on in lower case."""
    groups: list[list[_Run]] = []
    for runs in lines:
        words = "".join(text for text, _ in runs).strip()
        if not words:
            continue
        if groups and words[0].islower() and words[1:2] != ")":
            groups[-1] += [("\n", runs[0][1]), *runs]
        else:
            groups.append(list(runs))
    return groups


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read an HTML or MHTML file.

    Raises:
        CorruptDocument: nothing of it can be read as HTML.
        LimitExceeded: more characters than the limits allow.

    """
    page = _Page(name, limits)
    misread = mojibake.undo(decode(data, name))
    _walk(_tree(misread.text, name), page)
    page.flush()
    while page.tables:
        page.close_table()
    text = "".join(page.text)
    source = Source(name=name, media_type="text/html", sha256=sha256(data).hexdigest(), reader="html", chars=len(text))
    found = page.letters.diagnostics()
    if misread.lines:
        found.append(note(DiagnosticCode.LEGACY_ENCODING, encoding=mojibake.NAME, lines=misread.lines))
    return SourceDocument(source, text, set_aside(text, page.blocks), tuple(page.origins), tuple(found))


def _tree(markup: str, name: str) -> Any:
    from lxml import etree, html

    # huge_tree moves the depth at which libxml2 drops what lies deeper from 256 elements to 2,048.
    parser = html.HTMLParser(huge_tree=True)
    if not markup.strip():
        return html.Element("html")
    try:
        root = html.document_fromstring(markup, parser=parser)
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise CorruptDocument(name, f"cannot be read as HTML: {error}") from error
    if any(entry.type_name == "ERR_RESOURCE_LIMIT" for entry in parser.error_log):
        raise LimitExceeded(name, "elements nested more than 2,048 deep, or a name or value beyond all measure")
    return root


def _walk(root: Any, page: _Page) -> None:
    """Depth first over the elements with a stack of our own: nesting depth is the stranger's choice."""
    lists: list[Counter] = []
    sheet = StyleSheet(root)
    stack: list[tuple[Any, Style, bool]] = [(root, Style(), False)]
    clock = Clock(page.name, page.limits)
    for number in count():
        if not stack:
            return
        if number % _TICK == 0:
            clock.check()
        element, style, leaving = stack.pop()
        if leaving:
            _leave(element, page, lists)
            continue
        seen = isinstance(element.tag, str) and is_shown(element)
        inner = styled(element, style, sheet.font(element)) if seen else style
        if seen:
            _enter(element, page, lists)
            page.words(element.text, inner)
        children = list(element) if seen else []
        following: list[tuple[Any, Style, bool]] = []
        if seen:
            following.append((element, style, True))
        for child in reversed(children):
            if child.tail:
                following.append((_Tail(child.tail), inner, False))
            following.append((child, inner, False))
        stack.extend(following)


class _Tail:
    """Text after an element, put on the stack in its place."""

    __slots__ = ("tag", "text")

    def __init__(self, text: str) -> None:
        self.tag = "#text"
        self.text = text

    def get(self, _name: str) -> None:
        """No attributes."""

    def __iter__(self) -> Any:
        return iter(())


def _enter(element: Any, page: _Page, lists: list[Counter]) -> None:
    tag = local(element)
    if tag == "br":
        page.lines.append([])
        return
    if tag not in _BLOCK:
        return
    page.flush()
    if tag == "table":
        page.open_table(element)
    elif tag == "tr" and page.tables:
        page.tables[-1].next_row()
    elif tag in ("td", "th") and page.tables:
        page.tables[-1].open_cell(element)
    elif tag in ("ol", "ul"):
        lists.append(Counter.of(element))
        page.marker = ""
    elif tag == "li":
        page.marker = marker_of(element, lists[-1]) if lists else ""


def _leave(element: Any, page: _Page, lists: list[Counter]) -> None:
    tag = local(element)
    if tag not in _BLOCK:
        return
    page.flush()
    if tag == "table" and page.tables:
        page.close_table()
    elif tag == "li":
        page.marker = ""
    elif tag in ("ol", "ul") and lists:
        lists.pop()
