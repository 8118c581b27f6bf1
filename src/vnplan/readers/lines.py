"""Lines of a stored text, and what a line opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.grammar.letter import openings
from vnplan.grammar.markers.item_markers import opens_item
from vnplan.models.base import Span

__all__ = ["TextLine", "is_rule", "lines_of", "opens_field", "opens_item"]


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line without its end; ``start`` and ``end`` index the text."""

    start: int
    end: int
    text: str

    @property
    def body(self) -> Span:
        """The line without blank ends; empty for a blank line."""
        bare = self.text.strip()
        if not bare:
            return Span(self.start, self.start)
        lead = len(self.text) - len(self.text.lstrip())
        return Span(self.start + lead, self.start + lead + len(bare))

    @property
    def indent(self) -> int:
        """Blank columns before the first visible character."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def blank(self) -> bool:
        """No visible character."""
        return not self.text or self.text.isspace()


def lines_of(text: str) -> list[TextLine]:
    """Cut a stored text at its line feeds."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append(TextLine(at, at + len(line), line))
        at += len(line) + 1
    return found


_DASHES = re.compile(r"\s*[-–—_=*.]{3,}\s*\Z")


def opens_field(line: str) -> bool:
    """Whether ``line`` starts a paragraph of its own whatever stands before it: a field of the letter, or a rule."""
    return openings.opens_field(line) or _DASHES.match(line) is not None


def is_rule(line: str) -> bool:
    """Whether ``line`` is dashes alone, standing for a drawn rule."""
    return _DASHES.match(line) is not None
