"""STUB."""

from __future__ import annotations

from vnplan.models.agency import AgencyRef
from vnplan.outline.shapes import Outline
from vnplan.rules.context import Context


def find(outline: Outline, context: Context) -> tuple[AgencyRef, ...]:
    """Every mention of a body in the whole document, in text order."""
    return ()
