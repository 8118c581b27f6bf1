"""The ledger: one flat partition of every visible character."""

from __future__ import annotations

from enum import StrEnum

from vnplan.models.base import Model, Span


class LeafKind(StrEnum):
    """What the characters of a leaf are part of."""

    HEADER = "header"
    MARKER = "marker"
    HEADING = "heading"
    PROSE = "prose"
    CELL = "cell"
    FURNITURE = "furniture"
    CLOSING = "closing"
    UNCLAIMED = "unclaimed"


class Leaf(Model):
    """A stretch of text that belongs to one thing."""

    kind: LeafKind
    span: Span
    owner: str | None = None
    """Id of the section or table, name of the header part."""
