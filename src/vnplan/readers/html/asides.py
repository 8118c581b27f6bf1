"""Runs of a paragraph that are none of its words: marks of footnotes, and what is crossed out.

Paragraphs are decoded and composed as a whole, so such runs are framed by two characters that no document has, and
found again behind that.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from vnplan.models.base import Span
from vnplan.readers.html.styles import Style
from vnplan.text.raised import is_note_mark

_LEFT, _RIGHT = "\ufdd0", "\ufdd1"  # noncharacters of Unicode, free for use inside a program
_FRAMED = re.compile(f"{_LEFT}([^{_LEFT}{_RIGHT}]*){_RIGHT}")
_FRAMES = re.compile(f"[{_LEFT}{_RIGHT}]")


def framed(runs: Iterable[tuple[str, Style]]) -> list[str]:
    """The texts of the runs, those that are none of the words in frames."""
    found: list[str] = []
    before = ""
    for raw, style in runs:
        text = _FRAMES.sub("", raw)
        aside = text.strip() and (style.struck or (style.raised and is_note_mark(before, text)))
        found.append(f"{_LEFT}{text}{_RIGHT}" if aside else text)
        before = text or before
    return found


def unframed(text: str, offset: int) -> tuple[str, tuple[Span, ...]]:
    """The text without frames, and where the framed parts stand in it, counted from ``offset``."""
    parts: list[str] = []
    spans: list[Span] = []
    at = size = 0
    for match in _FRAMED.finditer(text):
        parts += [text[at : match.start()], match[1]]
        start = offset + size + match.start() - at
        size += match.start() - at + len(match[1])
        spans.append(Span(start, start + len(match[1])))
        at = match.end()
    parts.append(text[at:])
    return _FRAMES.sub("", "".join(parts)), tuple(spans)


def around(span: Span, aside: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces of ``span`` between the parts that are set aside."""
    pieces = []
    at = span.start
    for part in aside:
        if at < part.start:
            pieces.append(Span(at, part.start))
        at = part.end
    if at < span.end:
        pieces.append(Span(at, span.end))
    return tuple(pieces)
