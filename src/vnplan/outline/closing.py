"""STUB."""

from __future__ import annotations

from vnplan.outline.shapes import Piece
from vnplan.readers.source import Block


def take(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Piece, ...], tuple[Block, ...]]:
    """Claim recipients and signatures at the end of ``blocks``; return their pieces and the blocks that remain."""
    return (), blocks
