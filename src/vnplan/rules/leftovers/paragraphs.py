"""The paragraphs of the section tree, each with its item and whether work is handed out there; and what spans cover."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from itertools import accumulate
from typing import NamedTuple

from vnplan.models.base import Span
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Node, Outline, Part
from vnplan.readers.source import Paragraph
from vnplan.rules.findings import Leftover
from vnplan.text.search_text import SearchText
from vnplan.text.view import View
from vnplan.thresholds import LONGEST_REMARK

# Wider than what the rule of duties takes: "NỘI DUNG VÀ PHÂN CÔNG TRÁCH NHIỆM" promises addressees, too.
_HANDS_OUT = re.compile(r"\bphân công\b|\btổ chức (?:triển khai )?thực hiện\b|\btrách nhiệm (?:thực hiện|của)\b")
_LONGEST_HEADING = 120
"""Characters; a longer line is a sentence."""
_NOT_HEADINGS = (SectionKind.BULLET, SectionKind.PARAGRAPH, SectionKind.PREAMBLE)


class Passage(NamedTuple):
    """One paragraph of an item: its heading or a paragraph of its content."""

    view: View
    node: Node
    part: Part
    handed_out: bool
    """It stands below a heading that says that work is handed out."""
    heading: bool
    beside: tuple[Node, ...] = ()
    """Of a heading right below one that hands out work: the items that stand there with it, itself among them."""

    @property
    def span(self) -> Span:
        """From the marker or first word to the last word."""
        words = self.view.span(0, len(self.view.text))
        return Span(self.node.marker.start, words.end) if self.heading and self.node.marker else words


def passages(outline: Outline) -> Iterator[Passage]:
    """Every paragraph of the trees of all parts in reading order; tables are left out."""
    text = outline.text
    for part in outline.parts:
        waiting: list[tuple[Node, bool, tuple[Node, ...]]] = [(node, False, ()) for node in reversed(part.nodes)]
        while waiting:
            node, inside, beside = waiting.pop()
            if node.heading and node.title(text).text:
                yield Passage(node.title(text), node, part, inside, heading=True, beside=beside)
            for block in node.content:
                if isinstance(block, Paragraph) and block.view(text).text:
                    yield Passage(block.view(text), node, part, inside, heading=False)
            hands = hands_out(text, node)
            beside = node.children if hands else ()
            waiting += [(child, inside or hands, beside) for child in reversed(node.children)]


def hands_out(text: SearchText, node: Node) -> bool:
    """True for the heading of a section that hands out work, alone or beside other matter."""
    if node.kind in _NOT_HEADINGS or not node.heading or not node.children:
        return False
    words = node.title(text).folded
    return len(words) <= _LONGEST_HEADING and _HANDS_OUT.search(words) is not None


class Covered:
    """Stretches of the text, asked whether they touch another; spans may overlap each other."""

    def __init__(self, spans: Iterable[Span | None]) -> None:
        ordered = sorted(span for span in spans if span is not None)
        self._starts = [span.start for span in ordered]
        # The furthest end of all spans up to each: one that began long before may reach here.
        self._ends = list(accumulate((span.end for span in ordered), max))

    def touches(self, span: Span) -> bool:
        """True where a stretch shares a character with ``span``."""
        before = bisect_left(self._starts, span.end) - 1
        return before >= 0 and self._ends[before] > span.start

    def gaps(self, span: Span) -> Iterator[Span]:
        """The stretches of ``span`` that nothing covers, in order."""
        at = span.start
        for index in range(bisect_left(self._ends, span.start), bisect_left(self._starts, span.end)):
            if self._starts[index] > at:
                yield Span(at, self._starts[index])
            at = max(at, self._ends[index])
        if at < span.end:
            yield Span(at, span.end)


def leftover(code: DiagnosticCode, text: str, span: Span, words: str | None = None) -> Leftover:
    """What is left at ``span``, no more of it than a remark may lie on; ``words`` if only those were not understood."""
    end = min(span.end, span.start + LONGEST_REMARK.whole)
    return Leftover(code, Span(span.start, end), " ".join((words or text[span.start : end]).split()))
