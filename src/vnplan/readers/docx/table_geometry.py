"""The geometry of a Word table: rows, columns, merged cells, drawn lines. No words are read here."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from vnplan.readers.docx.opening.package import Element
from vnplan.readers.docx.styles import StyleSheet, number
from vnplan.readers.docx.vocabulary import DELETED, GONE, SILENT, TABLE, VAL, W

_ROW, _CELL = W + "tr", W + "tc"
_CELL_PROPERTIES, _ROW_PROPERTIES = W + "tcPr", W + "trPr"
# Word itself ends at 63 columns; a larger span is a slip or an attack.
_MOST_COLUMNS = 256
_NOT_DRAWN = frozenset({"nil", "none"})


@dataclass(slots=True)
class Box:
    """One cell with the rows and columns that it covers."""

    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    parts: list[Element] = field(default_factory=list)
    """The ``w:tc`` elements merged in it, in order."""


@dataclass(frozen=True, slots=True)
class Layout:
    """A table's boxes by row, then by column."""

    rows: int
    columns: int
    boxes: tuple[Box, ...]


def layout(table: Element) -> Layout:
    """Lay out ``table``: deleted rows and cells left out, merged cells as one box."""
    boxes: list[Box] = []
    above: dict[int, Box] = {}
    rows = columns = 0
    for row in _inside(table, _ROW):
        if _says(row.find(_ROW_PROPERTIES), DELETED):
            continue
        line = _row(row, rows, above)
        boxes += (box for box in line if box.row == rows)
        columns = max([columns, *(box.column + box.column_span for box in line)])
        above = {box.column: box for box in line}
        rows += 1
    return Layout(rows, columns, tuple(boxes))


def _row(row: Element, index: int, above: dict[int, Box]) -> list[Box]:
    """The boxes of one row from left to right, those that hang down from ``above`` among them."""
    line: list[Box] = []
    column = _count(row.find(_ROW_PROPERTIES), "gridBefore", 0)
    for cell in _inside(row, _CELL):
        properties = cell.find(_CELL_PROPERTIES)
        if _says(properties, W + "cellDel"):
            continue
        width = max(_count(properties, "gridSpan", 1), 1)
        if _merge(properties, "hMerge") == "continue" and line:
            line[-1].column_span += width
            line[-1].parts.append(cell)
        else:
            box = above.get(column) if _merge(properties, "vMerge") == "continue" else None
            if box is not None and box.column_span == width:
                box.row_span += 1
                box.parts.append(cell)
            else:
                box = Box(index, column, 1, width, [cell])
            line.append(box)
        column += width
    return line


def _inside(parent: Element, wanted: str) -> Iterator[Element]:
    """Rows of a table or cells of a row, content controls and tracked insertions opened."""
    stack = [*parent.iterchildren(reversed=True)]
    while stack:
        node = stack.pop()
        if node.tag == wanted:
            yield node
        elif node.tag not in SILENT and node.tag != TABLE:
            stack.extend(node.iterchildren(reversed=True))


def _count(properties: Element | None, name: str, usual: int) -> int:
    found = None if properties is None else properties.find(W + name)
    value = None if found is None else number(found.get(VAL))
    return usual if value is None else min(max(value, 0), _MOST_COLUMNS)


def _merge(properties: Element | None, name: str) -> str | None:
    found = None if properties is None else properties.find(W + name)
    return None if found is None else found.get(VAL, "continue")


def _says(properties: Element | None, tag: str) -> bool:
    return properties is not None and properties.find(tag) is not None


def ruled(table: Element, styles: StyleSheet) -> bool:
    """Whether lines are drawn around or between the cells.

    The table's own borders decide, then those of its style; a table without
    either has lines if at least half of its cells draw one. A letterhead,
    where one cell is underlined, has none.
    """
    properties = table.find(W + "tblPr")
    own = None if properties is None else properties.find(W + "tblBorders")
    style = None if properties is None else properties.find(W + "tblStyle")
    named = () if style is None else styles.elements(style.get(VAL))
    inherited = (e.find(f"{W}tblPr/{W}tblBorders") for e in named)
    stated = next((b for b in (own, *inherited) if b is not None), None)
    cells = [b for b in table.iter(W + "tcBorders") if not any(a.tag in GONE for a in b.iterancestors())]
    if stated is not None and _draws(stated):
        return not cells or any(map(_draws, cells)) or sum(1 for _ in table.iter(_CELL)) > len(cells)
    return bool(cells) and 2 * sum(map(_draws, cells)) >= sum(1 for _ in table.iter(_CELL))


def _draws(borders: Element) -> bool:
    return any(side.get(VAL, "single") not in _NOT_DRAWN for side in borders)
