"""Every mention of an agency in a document."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.mentions.agencies import find_in
from vnplan.models.base import Span
from vnplan.outline.shapes import Node, Outline, Part
from vnplan.readers.source import Grid, Paragraph
from vnplan.rules.findings import Findings
from vnplan.text.search_text import SearchText
from vnplan.text.view import View


def find(outline: Outline, known: Findings) -> Findings:
    """Every mention of an agency in the whole document, in text order."""
    text = outline.text
    found = [ref for part in outline.parts for view in _views(text, part) for ref in find_in(view, known.setting)]
    return Findings(agencies=tuple(sorted(found, key=lambda ref: ref.span or Span(0, 0))))


def _views(text: SearchText, part: Part) -> Iterator[View]:
    """The search copy of each paragraph of a part: head, headings, content, cells, closing."""
    yield from (text.view(piece.pieces) for piece in (*part.head, *part.closing))
    waiting: list[Node] = list(part.nodes)
    while waiting:
        node = waiting.pop()
        if node.heading:
            yield node.title(text)
        for block in node.content:
            yield from _of_block(text, block)
        waiting.extend(node.children)
    for table in part.tables:
        if table.caption:
            yield text.view(table.caption)


def _of_block(text: SearchText, block: Paragraph | Grid) -> Iterator[View]:
    if isinstance(block, Paragraph):
        yield block.view(text)
    else:
        for cell in block.cells:
            yield from (paragraph.view(text) for paragraph in cell.paragraphs)
