"""STUB."""

from __future__ import annotations

from datetime import date

from vnplan.models.diagnostic import Diagnostic
from vnplan.models.header import Header
from vnplan.outline.shapes import Outline
from vnplan.rules.context import Context


def read(outline: Outline, province: str | None = None, on: date | None = None) -> tuple[Header, tuple[Diagnostic, ...]]:
    """Read letterhead and closing block; ``province`` and ``on`` are the caller's hints."""
    return Header(), ()


def context(header: Header, province: str | None = None, on: date | None = None) -> Context:
    """What the other rules may know."""
    return Context(province=header.province or province, on=header.date or on)
