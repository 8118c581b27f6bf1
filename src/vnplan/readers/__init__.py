"""Files: one reader a family of formats, chosen by the bytes, never by the name."""

from __future__ import annotations

from vnplan.readers.limits import Limits
from vnplan.readers.source import SourceDocument


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read one file: STUB, text only."""
    from vnplan.readers import plain

    return plain.read(data, name, limits)


def read_text(text: str, name: str, limits: Limits) -> SourceDocument:
    """Read pasted text."""
    from vnplan.readers import plain

    return plain.read_text(text, name, limits)
