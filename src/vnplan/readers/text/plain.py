"""Plain text: pasted, crawled, or made by ``pdftotext``; Markdown and layout text are recognised and handed on."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass

from vnplan.diagnostics import note
from vnplan.errors import LimitExceeded
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.source import Origin, Place, PlaceKind, Source
from vnplan.readers.limits import Limits
from vnplan.readers.lines import TextLine, lines_of
from vnplan.readers.source import Block, Paragraph, SourceDocument
from vnplan.readers.text import hard_wraps, page_layout, site_noise
from vnplan.readers.text.decode import decode
from vnplan.readers.text.escapes import undo
from vnplan.readers.text.markdown import blocks as markdown
from vnplan.text import legacy, lost_capitals, mojibake
from vnplan.text.clean import stored

_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")


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
    text = stored(_clean(text.removeprefix("\ufeff"), notes))
    if not text or text.isspace():
        notes.append(note(DiagnosticCode.EMPTY_DOCUMENT))
    lines = lines_of(text)
    noise = site_noise.find(lines)
    form = _recognise([line for number, line in enumerate(lines) if number not in noise])
    blocks = site_noise.put_back(tuple(_without_notices(text, form.blocks)), lines, noise)
    source = Source(name=name, media_type=form.media_type, sha256=digest, reader=form.reader, chars=len(text))
    return SourceDocument(source, text, blocks, _origins(lines), tuple(notes))


def _clean(text: str, notes: list[Diagnostic]) -> str:
    """Undo what happened to the characters on their way: control bytes, escapes, font encodings."""
    controls = len(_CONTROL.findall(text))
    if controls:
        notes.append(note(DiagnosticCode.CONTROL_CHARACTERS, count=controls))
        text = _CONTROL.sub("", text)
    text, escapes = undo(text)
    if escapes:
        notes.append(note(DiagnosticCode.LITERAL_ESCAPES, count=escapes))
    misread = mojibake.undo(text)
    if misread.lines:
        notes.append(note(DiagnosticCode.LEGACY_ENCODING, encoding=mojibake.NAME, lines=misread.lines))
    mended = legacy.mend(misread.text)
    notes += [note(DiagnosticCode.LEGACY_ENCODING, encoding=e.upper(), lines=n) for e, n in mended.lines.items()]
    if "tcvn3" not in mended.lines:
        return mended.text
    restored = lost_capitals.in_lines(mended)
    if restored.words:
        notes.append(note(DiagnosticCode.CAPITALS_RESTORED, count=restored.words))
    return restored.text


def _recognise(lines: list[TextLine]) -> _Form:
    if markdown.looks_like(lines):
        return _Form("markdown", "text/markdown", markdown.read_markdown(lines, wraps=hard_wraps.is_wrapped(lines)))
    if page_layout.looks_like(lines):
        return _Form("layout", "text/plain", page_layout.read_layout(lines))
    return _Form("plain", "text/plain", tuple(hard_wraps.join_wraps(lines)))


def _without_notices(text: str, blocks: tuple[Block, ...]) -> Iterator[Block]:
    for block in blocks:
        if isinstance(block, Paragraph) and block.running:
            kept, notices = site_noise.cut_out(text, block)
            yield kept
            if notices:
                yield notices
        else:
            yield block


def _origins(lines: list[TextLine]) -> tuple[Origin, ...]:
    return tuple(
        Origin(span=line.body, place=Place(kind=PlaceKind.LINE, line=number))
        for number, line in enumerate(lines, 1)
        if not line.blank
    )
