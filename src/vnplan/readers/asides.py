"""Parts of a paragraph that are none of its words (marks of footnotes, what is crossed out): framed, and found again.

Paragraphs are decoded and composed as a whole, so such parts are framed by two characters that no document has.
"""

from __future__ import annotations

import re

from vnplan.models.base import Span

_LEFT, _RIGHT = "\ufdd0", "\ufdd1"  # noncharacters of Unicode, free for use inside a program
_FRAMED = re.compile(f"{_LEFT}([^{_LEFT}{_RIGHT}]*){_RIGHT}")
_FRAMES = re.compile(f"[{_LEFT}{_RIGHT}]")


def bare(text: str) -> str:
    """The text without the characters of frames, which a stranger's file may hold."""
    return _FRAMES.sub("", text) if _LEFT in text or _RIGHT in text else text


def frame(text: str) -> str:
    """The text of a part that is none of the words."""
    return f"{_LEFT}{text}{_RIGHT}"


def unframed(text: str, offset: int) -> tuple[str, tuple[Span, ...]]:
    """The text without frames, and where the framed parts stand in it, counted from ``offset``."""
    if _LEFT not in text:
        return bare(text), ()
    parts: list[str] = []
    spans: list[Span] = []
    at = size = 0
    for match in _FRAMED.finditer(text):
        before = bare(text[at : match.start()])
        parts += [before, match[1]]
        start = offset + size + len(before)
        size += len(before) + len(match[1])
        if match[1].strip():
            spans.append(Span(start, start + len(match[1])))
        at = match.end()
    parts.append(bare(text[at:]))
    return "".join(parts), tuple(spans)


def around(text: str, span: Span, aside: tuple[Span, ...]) -> tuple[Span, ...]:
    """The pieces of ``span``, the place of ``text``, between the parts set aside; none where nothing else is seen."""
    if not aside:
        return (span,)
    pieces = []
    at = span.start
    for part in (*aside, Span(span.end, span.end)):
        if text[at - span.start : part.start - span.start].strip():
            pieces.append(Span(at, part.start))
        at = part.end
    return tuple(pieces)
