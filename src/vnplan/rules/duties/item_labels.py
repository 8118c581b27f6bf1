"""An item of the tree -> its number, where it bears one: tasks of numbered items are cited by it."""

from __future__ import annotations

from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Node

_NUMBERED = (SectionKind.ARABIC, SectionKind.LETTER, SectionKind.ROMAN)


def number_of(node: Node) -> str | None:
    """The number or letter of an item; ``None`` for bullets, paragraphs, articles and chapters."""
    return node.label if node.kind in _NUMBERED else None
