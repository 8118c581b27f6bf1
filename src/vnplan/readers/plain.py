"""Plain text: pasted, crawled, or made by ``pdftotext``; Markdown and layout text are recognised and handed on."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from vnplan.diagnostics import note
from vnplan.errors import LimitExceeded
from vnplan.models.diagnostic import Diagnostic
from vnplan.models.source import Origin, Place, PlaceKind, Source
from vnplan.readers import markdown, wrapped
from vnplan.readers.decode import decode
from vnplan.readers.limits import Limits
from vnplan.readers.lines import Line, lines_of
from vnplan.readers.source import Block, SourceDocument
from vnplan.text import legacy
from vnplan.text.clean import stored


@dataclass(frozen=True, slots=True)
class _Form:
    """What a text was recognised as."""

    reader: str
    media_type: str
    blocks: tuple[Block, ...]


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read the bytes of a text file.

    Raises ``UnsupportedFormat``, ``CorruptDocument`` or ``LimitExceeded``.
    """
    return _document(decode(data, name, limits), name, limits, hashlib.sha256(data).hexdigest())


def read_text(text: str, name: str, limits: Limits) -> SourceDocument:
    """Read pasted text; raises ``LimitExceeded``."""
    digest = hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()
    return _document(text, name, limits, digest)


def _document(text: str, name: str, limits: Limits, digest: str) -> SourceDocument:
    if len(text) > limits.characters:
        raise LimitExceeded(name, f"{len(text)} characters, more than Limits.characters = {limits.characters}")
    notes: list[Diagnostic] = []
    mended = legacy.mend(text.removeprefix("\ufeff"))
    notes += [note("legacy-encoding", encoding=e.upper(), lines=n) for e, n in mended.lines.items()]
    text = stored(mended.text)
    lines = lines_of(text)
    if not text or text.isspace():
        notes.append(note("empty-document"))
    form = _recognise(lines)
    source = Source(name=name, media_type=form.media_type, sha256=digest, reader=form.reader, chars=len(text))
    return SourceDocument(source, text, form.blocks, _origins(lines), tuple(notes))


def _recognise(lines: list[Line]) -> _Form:
    if markdown.looks_like(lines):
        return _Form("markdown", "text/markdown", markdown.read(lines))
    found = wrapped.unwrap(lines) if wrapped.is_wrapped(lines) else wrapped.paragraphs(lines)
    return _Form("plain", "text/plain", tuple(found))


def _origins(lines: list[Line]) -> tuple[Origin, ...]:
    return tuple(
        Origin(span=line.body, place=Place(kind=PlaceKind.LINE, line=number))
        for number, line in enumerate(lines, 1)
        if not line.blank
    )
