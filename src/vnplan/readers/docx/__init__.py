"""Word files (DOCX, DOCM, strict Open XML): what Word shows, once each.

python-docx opens the package; the body is walked here, because it leaves out
automatic numbers, tracked insertions, content controls, text boxes and notes.

    bytes --package--> XML parts --styles, numbering, notes--> body walk --scribe--> text and blocks

What the text holds: tracked insertions and moves as accepted, deletions left
out; automatic numbers printed in front of their paragraphs; ``w:caps`` as
capitals; results of fields, not their instructions; hidden text left out, with
a diagnostic. A footnote follows the paragraph or table that refers to it,
``[1]`` standing for its raised number at both places. Running heads and feet
come last; they and the entries of a table of contents are furniture.
"""

from __future__ import annotations

from hashlib import sha256

from vnplan.diagnostics import note
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.source import Place, PlaceKind, Source
from vnplan.readers.docx.body import BodyReader, furniture
from vnplan.readers.docx.inline import InlineReader
from vnplan.readers.docx.notes import Notes
from vnplan.readers.docx.numbering import Numbering
from vnplan.readers.docx.opening import flat
from vnplan.readers.docx.opening.chunks import Chunks
from vnplan.readers.docx.opening.package import Package
from vnplan.readers.docx.running_heads import letterhead_among, shown
from vnplan.readers.docx.styles import StyleSheet
from vnplan.readers.docx.vocabulary import BODY, DELETED, INSERTED, MOVED_IN, MOVED_OUT
from vnplan.readers.limits import Limits
from vnplan.readers.source import Block, SourceDocument
from vnplan.readers.text_builder import Scribe

_MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read a Word file.

    Raises:
        UnsupportedFormat: the zip holds no Word document.
        CorruptDocument: the zip or its main part is damaged.
        EncryptedDocument: parts ask for a password.
        LimitExceeded: the file passes one of ``limits``, or nests too deep.

    """
    package = Package(flat.opened(data, name), name, limits)
    styles = StyleSheet(package.related("styles"))
    numbering = Numbering(package.related("numbering"), styles)
    settings = package.related("settings")
    inline = InlineReader(styles, Notes(package.related("footnotes"), package.related("endnotes"), settings))
    scribe = Scribe(name, limits)
    reader = BodyReader(styles, numbering, inline, scribe, Chunks(package, limits))
    blocks = _blocks(package, reader)
    text = scribe.text
    diagnostics = [*package.diagnostics, *numbering.diagnostics, *_left_out(package, reader, inline)]
    source = Source(name=name, media_type=_MEDIA_TYPE, sha256=sha256(data).hexdigest(), reader="docx", chars=len(text))
    return SourceDocument(source, text, tuple(blocks), scribe.origins, tuple(diagnostics))


def _blocks(package: Package, reader: BodyReader) -> list[Block]:
    body = package.document.find(BODY)
    heads = list(shown(package))
    letterhead = letterhead_among(heads, body)
    blocks = [] if letterhead is None else reader.story(letterhead, Place(kind=PlaceKind.PARAGRAPH))
    blocks += [] if body is None else reader.body(body)
    for part in heads:
        if part is letterhead:
            continue
        found = furniture(reader.story(part, Place(kind=PlaceKind.PARAGRAPH)))
        if found is not None:
            blocks.append(found)
    return blocks


def _left_out(package: Package, reader: BodyReader, inline: InlineReader) -> list[Diagnostic]:
    """Remarks on what the file holds and the text does not."""
    out = [*reader.diagnostics]
    inserted = sum(1 for e in package.document.iter(INSERTED, MOVED_IN) if len(e))
    deleted = sum(1 for e in package.document.iter(DELETED, MOVED_OUT) if len(e))
    if inserted or deleted:
        out.append(note(DiagnosticCode.TRACKED_CHANGES, inserted=inserted, deleted=deleted))
    out += reader.letters.diagnostics()
    counts = {
        DiagnosticCode.HIDDEN_TEXT: reader.hidden,
        DiagnosticCode.EMBEDDED_DOCUMENT: reader.embedded,
        DiagnosticCode.PICTURES_NOT_READ: inline.pictures,
    }
    return out + [note(code, count=count) for code, count in counts.items() if count]
