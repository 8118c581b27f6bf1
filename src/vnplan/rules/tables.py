"""STUB."""

from __future__ import annotations

from vnplan.models.table import Table
from vnplan.outline.shapes import Outline


def read(outline: Outline) -> tuple[Table, ...]:
    """Every table of data in document order, ids ``T1``, ``T2``, ..."""
    return ()
