"""The section tree of one part (bố cục): markers read, levels inferred, paragraphs put where they belong."""

from __future__ import annotations

from vnplan.diagnostics import note
from vnplan.models.diagnostic import Diagnostic
from vnplan.outline import drafts, evidence
from vnplan.outline.beam import Resolution, resolve
from vnplan.outline.evidence import Line
from vnplan.outline.shapes import Node
from vnplan.readers.source import Block


def build(text: str, blocks: tuple[Block, ...]) -> tuple[tuple[Node, ...], tuple[Diagnostic, ...]]:
    """Build the section tree of one part; furniture among ``blocks`` is left out.

    The level order is the document's own: no ladder is fixed beforehand, the
    usual one (domain: body numbering) only makes some readings cheaper.
    """
    lines = evidence.read(text, blocks)
    marked = [line for line in lines if line.marker]
    resolution = resolve(evidence.candidate(line) for line in marked)
    nodes = drafts.assemble(text, lines, resolution)
    return nodes, _notes(marked, resolution)


def _notes(marked: list[Line], resolution: Resolution) -> tuple[Diagnostic, ...]:
    found = []
    for index in resolution.close:
        line = marked[index]
        if line.marker:
            span = line.view.span(line.marker.start, line.marker.end)
            found.append(note("section-ambiguous", span, label=line.marker.label))
    return tuple(found)
