"""Tables flattened to one cell a paragraph."""

from __future__ import annotations

from vnplan.readers.source import Block


def recover(text: str, blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Put tables that were flattened to one cell a paragraph back into grids."""
    return blocks
