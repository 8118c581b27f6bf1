"""STUB."""

from __future__ import annotations

from vnplan.models.diagnostic import Diagnostic
from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Node
from vnplan.readers.source import Block, Furniture


def build(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Node, ...], tuple[Diagnostic, ...]]:
    """Build the section tree of one part; furniture among ``blocks`` is left out."""
    content = tuple(b for b in blocks if not isinstance(b, Furniture))
    if not content:
        return (), ()
    last = content[-1]
    end = last.end if hasattr(last, "end") else last.span.end
    return (Node(SectionKind.PREAMBLE, 1, None, None, (), content, (), end),), ()
