"""The section tree of one part (bố cục): markers read, levels inferred, paragraphs put where they belong."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from vnplan.grammar.markers.item_markers import KINDS, Family
from vnplan.grammar.markers.sequence_paths import Resolution
from vnplan.grammar.markers.sequence_search import Candidate, resolve
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic
from vnplan.models.section import Evidence, Rival
from vnplan.outline.shapes import Node
from vnplan.outline.tree import builder, close_calls, paragraph_signs
from vnplan.outline.tree.builder import Decided
from vnplan.outline.tree.paragraph_signs import MarkedParagraph
from vnplan.readers.source import Block
from vnplan.text.search_text import SearchText


def build(
    text: SearchText, blocks: tuple[Block, ...], weighed: Mapping[int, Candidate] | None = None
) -> tuple[tuple[Node, ...], tuple[Diagnostic, ...]]:
    """Build the section tree of one part; furniture among ``blocks`` is left out.

    ``weighed`` holds what was found to speak for the markers inside running
    lines, by their positions. The level order is the document's own: no ladder is fixed
    beforehand, the usual one (docs/domain.md, 1.5) only makes some readings cheaper.
    """
    lines = paragraph_signs.read_signs(text, blocks)
    marked = [line for line in lines if line.marker]
    candidates = [(weighed or {}).get(line.start) or paragraph_signs.candidate(line) for line in marked]
    resolution = resolve(candidates)
    spans = [_marker(line) for line in marked]
    decided = [_decide(index, line, resolution, spans) for index, line in enumerate(marked)]
    nodes = builder.assemble(text, lines, decided)
    labels = [line.marker.label if line.marker else "" for line in marked]
    return nodes, close_calls.notes(labels, spans, resolution)


def _marker(line: MarkedParagraph) -> Span:
    marker = line.marker
    return line.view.span(marker.start, marker.end) if marker else Span(line.start, line.start)


def _decide(index: int, line: MarkedParagraph, resolution: Resolution, spans: Sequence[Span]) -> Decided | None:
    choice = resolution.choices[index]
    if choice is None or line.marker is None:
        return None
    if choice.reading.family is Family.BULLET:
        return Decided(choice, None)
    fired = (*paragraph_signs.signs(line, line.marker), *(rule for rule, _ in resolution.charges[index]))
    rivals = tuple(
        Rival(
            kind=KINDS[other.reading.family] if other else None,
            under=spans[other.parent] if other and other.parent is not None else None,
            margin=round(margin, 2),
        )
        for other, margin in resolution.rivals[index]
    )
    return Decided(choice, Evidence(rules=tuple(dict.fromkeys(map(str, fired))), rivals=rivals))
