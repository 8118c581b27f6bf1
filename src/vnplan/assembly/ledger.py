"""STUB: the leaves."""

from __future__ import annotations

from vnplan.models.leaf import Leaf
from vnplan.outline.shapes import Outline
from vnplan.rules import Findings


def leaves(outline: Outline, findings: Findings) -> tuple[Leaf, ...]:
    """One flat partition of every visible character of the text."""
    return ()
