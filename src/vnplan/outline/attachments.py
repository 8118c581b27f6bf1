"""STUB."""

from __future__ import annotations

from dataclasses import dataclass

from vnplan.outline.shapes import PartKind, Piece
from vnplan.readers.source import Block


@dataclass(frozen=True, slots=True)
class RawPart:
    """A part before its own shape is known: label, title and pointer of an appendix are its ``head``."""

    kind: PartKind
    head: tuple[Piece, ...]
    blocks: tuple[Block, ...]


def split(text: str, blocks: tuple[Block, ...]) -> tuple[RawPart, ...]:
    """Cut a file into its main document and what is attached; the first part is the main one."""
    return (RawPart(PartKind.MAIN, (), blocks),)
