"""One plan in several files: body and appendices, read one by one and laid end to end."""

from __future__ import annotations

from dataclasses import replace
from hashlib import sha256

from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic
from vnplan.models.source import Origin, Source
from vnplan.readers.source import Block, Furniture, Grid, GridCell, Paragraph, SourceDocument

_BETWEEN = "\n\n"


def join(documents: tuple[SourceDocument, ...]) -> SourceDocument:
    """One document whose text is that of ``documents`` in order, a blank line between; spans shifted to match."""
    if len(documents) == 1:
        return documents[0]
    texts: list[str] = []
    blocks: list[Block] = []
    origins: list[Origin] = []
    diagnostics: list[Diagnostic] = []
    at = 0
    for index, document in enumerate(documents):
        blocks += [shifted(block, at) for block in document.blocks]
        origins += [
            Origin(span=_span(o.span, at), place=o.place.model_copy(update={"file": index})) for o in document.origins
        ]
        diagnostics += [d.model_copy(update={"span": d.span and _span(d.span, at)}) for d in document.diagnostics]
        texts.append(document.text)
        at += len(document.text) + len(_BETWEEN)
    return SourceDocument(
        _source(documents, _BETWEEN.join(texts)),
        _BETWEEN.join(texts),
        tuple(blocks),
        tuple(origins),
        tuple(diagnostics),
    )


def _source(documents: tuple[SourceDocument, ...], text: str) -> Source:
    first = documents[0].source
    pages = [d.source.pages for d in documents]
    return Source(
        name=" + ".join(d.source.name for d in documents),
        media_type=first.media_type,
        sha256=sha256("".join(d.source.sha256 for d in documents).encode()).hexdigest(),
        reader="+".join(dict.fromkeys(d.source.reader for d in documents)),
        pages=sum(p for p in pages if p) if any(pages) else None,
        chars=len(text),
    )


def _span(span: Span, by: int) -> Span:
    return Span(span[0] + by, span[1] + by)


def _spans(spans: tuple[Span, ...], by: int) -> tuple[Span, ...]:
    return tuple(_span(s, by) for s in spans)


def _paragraph(p: Paragraph, by: int) -> Paragraph:
    return replace(p, pieces=_spans(p.pieces, by), marker=p.marker and _span(p.marker, by), lines=_spans(p.lines, by))


def _cell(cell: GridCell, by: int) -> GridCell:
    return replace(cell, paragraphs=tuple(_paragraph(p, by) for p in cell.paragraphs))


def shifted(block: Block, by: int) -> Block:
    """The block of a text that begins ``by`` characters into another."""
    if isinstance(block, Paragraph):
        return _paragraph(block, by)
    if isinstance(block, Grid):
        return replace(block, cells=tuple(_cell(c, by) for c in block.cells), span=_span(block.span, by))
    return Furniture(_spans(block.pieces, by))
