"""STUB."""

from __future__ import annotations

from vnplan.outline.shapes import Node, TableShape
from vnplan.readers.source import Block


def recover(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put tables that were flattened to one cell a paragraph back into grids."""
    return blocks


def shape(text: str, nodes: tuple[Node, ...]) -> tuple[TableShape, ...]:
    """Give the shape of every grid in the content of ``nodes``, in document order."""
    return ()
