"""Tables: put back where they were flattened, and given a shape."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from vnplan.models.base import Span
from vnplan.outline.shapes import Node, TableShape
from vnplan.outline.tables.flattened import recover
from vnplan.outline.tables.table_shape import shape_grid
from vnplan.readers.source import Grid, Paragraph
from vnplan.text.fold import fold_case
from vnplan.text.search_text import SearchText

__all__ = ["recover", "shape"]

_NUMBERED = re.compile(r"(?:bảng|biểu|phụ biểu|biểu mẫu|biểu số|bảng số)\s?(?:số\s)?[\da-z.]{1,6}\b")
# Between caption and table: the unit, and the pointer to the plan.
_BETWEEN = re.compile(r"\(?(?:đơn vị(?: tính)?|đvt|kèm theo|ban hành kèm theo|lưu ý)\b")
_LONGEST_CAPTION = 400
"""Characters: a caption repeats the title of the plan, which has up to 300."""


def shape(text: SearchText, nodes: tuple[Node, ...]) -> tuple[TableShape, ...]:
    """Give the shape of every grid in the content of ``nodes``, in document order."""
    shapes: list[TableShape] = []
    for node in _walk(nodes):
        before: Paragraph | Grid | None = None
        content: list[Paragraph | Grid] = []
        for block in node.content:
            if isinstance(block, Grid):
                last = shapes[-1] if shapes and isinstance(before, Grid) else None
                shapes.append(shape_grid(text, block, _caption(text, node, content), last))
            content.append(block)
            before = block
    return tuple(shapes)


def _walk(nodes: Sequence[Node]) -> Iterator[Node]:
    """Nodes in document order; a stack, since a hostile file may nest without end."""
    stack = list(reversed(nodes))
    while stack:
        node = stack.pop()
        yield node
        stack.extend(reversed(node.children))


def _caption(text: SearchText, node: Node, above: Sequence[Paragraph | Grid]) -> tuple[Span, ...]:
    """The pieces of the title just above a table: ``Bảng 1: ...``, or a line set as a title."""
    # Title, unit and pointer are three lines.
    for block in reversed(above[-3:]):
        if isinstance(block, Grid):
            return ()
        words = block.view(text).text
        folded = fold_case(words)
        if not words or _BETWEEN.match(folded):
            continue
        titled = bool(block.look.bold and block.look.centered) or words.isupper()
        fits = len(words) <= _LONGEST_CAPTION and not words.endswith((":", ";"))
        return block.pieces if fits and (titled or _NUMBERED.match(folded)) else ()
    heading = " ".join(text.original[s.start : s.end] for s in node.heading)
    return node.heading if node.heading and _NUMBERED.match(fold_case(heading)) else ()
