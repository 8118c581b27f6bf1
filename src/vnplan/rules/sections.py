"""STUB: nodes of the tree as public sections with ids."""

from __future__ import annotations

from vnplan.models.section import Section
from vnplan.outline.shapes import Part


def read(text: str, part: Part, prefix: str = "") -> tuple[Section, ...]:
    """The sections of one part; ids are unique in the document, those of an attachment start with ``prefix``."""
    return ()
