"""Plain text: STUB, one paragraph a line."""

from __future__ import annotations

import hashlib

from vnplan.models.base import Span
from vnplan.models.source import Source
from vnplan.readers.limits import Limits
from vnplan.readers.source import Paragraph, SourceDocument
from vnplan.text.clean import stored


def read_text(text: str, name: str, limits: Limits) -> SourceDocument:
    """Read pasted or decoded text."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    text = stored(text)
    blocks, at = [], 0
    for line in text.split("\n"):
        if line:
            blocks.append(Paragraph((Span(at, at + len(line)),)))
        at += len(line) + 1
    source = Source(name=name, media_type="text/plain", sha256=digest, reader="plain", chars=len(text))
    return SourceDocument(source, text, tuple(blocks))


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read the bytes of a text file."""
    return read_text(data.decode("utf-8-sig"), name, limits)
