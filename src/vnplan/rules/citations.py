"""STUB."""

from __future__ import annotations

from vnplan.models.citation import Citation, Reference
from vnplan.models.diagnostic import Diagnostic
from vnplan.outline.shapes import Outline
from vnplan.rules.context import Context


def find(outline: Outline, context: Context) -> tuple[tuple[Citation, ...], tuple[Reference, ...], tuple[Diagnostic, ...]]:
    """Every citation of the document in text order, and the distinct documents behind them."""
    return (), (), ()
