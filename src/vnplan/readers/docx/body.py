"""Block content, in reading order: paragraphs, tables, text boxes, notes."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.diagnostics import note
from vnplan.errors import LimitExceeded
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.source import Place, PlaceKind
from vnplan.readers import asides
from vnplan.readers.docx import breaks, table_geometry
from vnplan.readers.docx.inline import InlineReader, shown_branch
from vnplan.readers.docx.numbering import Marker, Numbering
from vnplan.readers.docx.opening.chunks import Chunks
from vnplan.readers.docx.opening.package import Element
from vnplan.readers.docx.paragraph_text import ParagraphText, Row, merged
from vnplan.readers.docx.styles import (
    ParagraphFormat,
    RunFormat,
    Style,
    StyleSheet,
    heading_level,
    is_on,
    paragraph_format,
    run_format,
)
from vnplan.readers.docx.vocabulary import (
    ALTERNATE,
    EMBEDDED,
    GONE,
    PARAGRAPH,
    PARAGRAPH_PROPERTIES,
    REL_ID,
    RUN_PROPERTIES,
    SILENT,
    TABLE,
    WORD_ART,
    W,
)
from vnplan.readers.legacy_fonts import Decoder
from vnplan.readers.several_files import shifted
from vnplan.readers.source import Block, Furniture, Grid, GridCell, Paragraph, Typography
from vnplan.readers.text_builder import Scribe

# Tables and text boxes inside one another; real files stay under 5, and each level costs Python's stack.
_DEEPEST = 40
_CENTRED = frozenset({"center"})


class BodyReader:
    """Reads block content into ``scribe``, one story (body, note, header) after the other."""

    def __init__(
        self, styles: StyleSheet, numbering: Numbering, inline: InlineReader, scribe: Scribe, chunks: Chunks
    ) -> None:
        self.diagnostics: list[Diagnostic] = []
        self.hidden = 0
        """Characters left out as hidden."""
        self.embedded = 0
        """Other documents embedded, which are not read."""
        self.letters = Decoder()
        """Decodes runs in legacy encodings."""
        self._styles = styles
        self._numbering = numbering
        self._inline = inline
        self._scribe = scribe
        self._chunks = chunks
        self._notes: list[tuple[Element, str, Place]] = []
        self._asides: list[Furniture] = []
        """Marks of notes, which follow the paragraph or table that they stand in."""
        self._depth = 0
        self._tables = 0

    def body(self, container: Element) -> list[Block]:
        """The blocks of the document's body."""
        blocks: list[Block] = []
        line: ParagraphText | None = None
        for index, item in enumerate(_items(container)):
            found, line = self._item(item, Place(kind=PlaceKind.PARAGRAPH, paragraph=index), line, "")
            blocks += found
        return blocks + self._rest(line, Place(kind=PlaceKind.PARAGRAPH))

    def story(self, container: Element, place: Place, mark: str = "") -> list[Block]:
        """The blocks of a cell, text box, note or header that stands at ``place``."""
        if self._depth >= _DEEPEST:
            raise LimitExceeded(
                self._scribe.name, f"tables or text boxes stand inside one another over {_DEEPEST} deep"
            )
        self._depth += 1
        blocks: list[Block] = []
        line: ParagraphText | None = None
        for item in _items(container):
            found, line = self._item(item, place, line, mark)
            blocks += found
        blocks += self._rest(line, place)
        self._depth -= 1
        return blocks

    def _item(
        self, item: Element, place: Place, line: ParagraphText | None, mark: str
    ) -> tuple[list[Block], ParagraphText | None]:
        """The blocks of one item, and the line that runs on into the next because the paragraph end is gone."""
        if item.tag == PARAGRAPH:
            return self._paragraph(item, place, line or ParagraphText(self.letters), mark)
        if item.tag == TABLE:
            return self._rest(line, place) + self._table(item, place), None
        return self._rest(line, place) + self._embedded(item, place), None

    def _embedded(self, item: Element, place: Place) -> list[Block]:
        """The blocks of an embedded document, which Word shows as part of this one."""
        document = self._chunks.read(item.get(REL_ID))
        if document is None:
            self.embedded += 1
            return []
        if not document.text.strip():
            return []
        start = self._scribe.write(document.text, place).start
        return [shifted(block, start) for block in document.blocks]

    def _paragraph(
        self, element: Element, place: Place, line: ParagraphText, mark: str
    ) -> tuple[list[Block], ParagraphText | None]:
        properties = element.find(PARAGRAPH_PROPERTIES)
        direct = paragraph_format(properties)
        style = self._styles.of_paragraph(direct.style)
        self._inline.read(element, line, style, mark)
        end = None if properties is None else properties.find(RUN_PROPERTIES)
        if properties is not None and _runs_on(properties, end):
            return [], line
        return self._close(line, place, direct, style, end), None

    def _close(
        self, line: ParagraphText, place: Place, direct: ParagraphFormat, style: Style, end: Element | None
    ) -> list[Block]:
        rows = line.rows()
        marker = None
        # A paragraph all hidden, its end included, shows no number and is not counted.
        if any(row.text for row in rows) or end is None or not self._styles.run(style, run_format(end)).hidden:
            marker = self._numbering.marker(direct, style)
        align = direct.align or style.paragraph.align
        groups = breaks.paragraphs(rows, centred=align in _CENTRED)
        blocks: list[Block] = []
        for row in [merged(group) for group in groups] or [Row("")]:
            front = None if blocks else marker
            written = self._write(row, place, front, _look(row, direct, style, marker))
            if written is not None:
                blocks.append(Furniture(written.pieces) if style.contents else written)
        self.hidden += line.hidden
        for box in line.boxes:
            blocks += self._box(box, place)
        self._notes += ((element, sign, place) for element, sign in line.notes)
        return blocks + (self._waiting() if place.table is None else [])

    def _waiting(self) -> list[Block]:
        """Marks and notes of a paragraph; those of cells wait for the end of the table, being no cell's words."""
        waiting, self._notes = self._notes, []
        marks, self._asides = self._asides, []
        notes = [block for element, sign, place in waiting for block in self.story(element, place, sign)]
        return [*marks, *notes]

    def _write(self, row: Row, place: Place, marker: Marker | None, look: Typography) -> Paragraph | None:
        printed = marker.text if marker else ""
        front = f"{printed}{marker.suffix}" if marker and printed else ""
        framed = front + row.text if row.text else printed
        text, aside = asides.unframed(framed, self._scribe.next_start)
        if not text:
            return None
        span = self._scribe.write(text, place)
        if aside:
            self._asides.append(Furniture(aside))
        generated = Span(span.start, span.start + len(printed)) if printed else None
        pieces = asides.around(text, span, aside)
        return (
            Paragraph(pieces, look, generated, lines=_lines(text, span.start) if "\n" in text else ())
            if pieces
            else None
        )

    def _rest(self, line: ParagraphText | None, place: Place) -> list[Block]:
        """What a story's last paragraph leaves where its end is deleted."""
        if line is None:
            return []
        return self._close(line, place, ParagraphFormat(numbering="0"), self._styles.of_paragraph(None), None)

    def _box(self, box: Element, place: Place) -> list[Block]:
        if box.tag != WORD_ART:
            return self.story(box, place)
        line = ParagraphText(self.letters)
        line.put(box.get("string", ""), RunFormat())
        return self._rest(line, place)

    def _table(self, table: Element, place: Place) -> list[Block]:
        laid = table_geometry.layout(table)
        outer = place.table is None
        index = self._tables
        self._tables += 1 if outer else 0
        cells: list[GridCell] = []
        blocks: list[Block] = []
        for box in laid.boxes:
            here = place
            if outer:
                kind, paragraph = PlaceKind.CELL, place.paragraph
                here = Place(kind=kind, paragraph=paragraph, table=index, row=box.row, column=box.column)
            blocks = [b for part in box.parts for b in self.story(part, here)]
            paragraphs = self._flat(blocks)
            cells.append(GridCell(box.row, box.column, paragraphs, box.row_span, box.column_span))
        notes = self._waiting() if outer else []
        if len(laid.boxes) == 1:
            return blocks + notes  # a frame around text, no table
        starts = [p.start for c in cells for p in c.paragraphs]
        if not starts:
            return notes
        span = Span(min(starts), max(p.end for c in cells for p in c.paragraphs))
        return [Grid(laid.rows, laid.columns, tuple(cells), span, table_geometry.ruled(table, self._styles)), *notes]

    def _flat(self, blocks: list[Block]) -> tuple[Paragraph, ...]:
        """Paragraphs of a cell; those of a table inside it in reading order, since cells hold no tables."""
        out: list[Paragraph] = []
        for block in blocks:
            if isinstance(block, Grid):
                self.diagnostics.append(note(DiagnosticCode.NESTED_TABLE, block.span))
                out += (p for cell in block.cells for p in cell.paragraphs)
            elif isinstance(block, Paragraph):
                out.append(block)
        return tuple(out)


def _items(container: Element) -> Iterator[Element]:
    """Paragraphs, tables and embedded documents of block content, content controls and the like opened."""
    stack = [*container.iterchildren(reversed=True)]
    while stack:
        node = stack.pop()
        tag = node.tag
        if tag in (PARAGRAPH, TABLE, EMBEDDED):
            yield node
        elif tag == ALTERNATE:
            stack.extend(reversed(shown_branch(node)))
        elif tag not in SILENT:
            stack.extend(node.iterchildren(reversed=True))


def _runs_on(properties: Element, end: Element | None) -> bool:
    """Whether the paragraph's end is deleted, moved away, a style separator (hidden for good) or a drop cap's."""
    frame = properties.find(W + "framePr")
    if frame is not None and frame.get(W + "dropCap", "none") != "none":
        return True
    if end is None:
        return False
    if any(child.tag in GONE for child in end):
        return True
    separator = end.find(W + "specVanish")
    return separator is not None and is_on(separator)


def _look(row: Row, direct: ParagraphFormat, style: Style, marker: Marker | None) -> Typography:
    align = direct.align or style.paragraph.align
    # Indents: the paragraph's own, then the list level's where the list is the paragraph's own, then the style's.
    layers = [direct, style.paragraph]
    if marker:
        layers.insert(1 if direct.numbering else 2, marker.layout)
    left = next((layer.left for layer in layers if layer.left is not None), 0.0)
    first = next((layer.first for layer in layers if layer.first is not None), 0.0)
    return Typography(
        bold=row.bold,
        italic=row.italic,
        centered=align in _CENTRED,
        indent=left + first,
        size=row.size,
        heading=heading_level(direct, style),
    )


def _lines(text: str, start: int) -> tuple[Span, ...]:
    """The lines that soft breaks make inside a paragraph."""
    out = []
    for row in text.split("\n"):
        out.append(Span(start, start + len(row)))
        start += len(row) + 1
    return tuple(out)


def furniture(blocks: list[Block]) -> Furniture | None:
    """All words of ``blocks`` as one piece of furniture."""
    pieces: list[Span] = []
    for block in blocks:
        paragraphs = [p for c in block.cells for p in c.paragraphs] if isinstance(block, Grid) else [block]
        pieces += (s for p in paragraphs for s in p.pieces)
    return Furniture(tuple(pieces)) if pieces else None
