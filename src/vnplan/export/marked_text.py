"""The text of a plan as HTML with what was found marked in it; marks may overlap."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import pairwise
from typing import NamedTuple

from vnplan.models.base import Span


class Mark(NamedTuple):
    """A stretch of the text that is something."""

    span: Span
    kind: str
    """Class of the element."""
    label: str
    """Shown when pointed at."""
    anchor: str | None = None
    """Id that links lead to."""


def marked(text: str, marks: Iterable[Mark]) -> Iterator[str]:
    """The text in stretches, each in an element with the kinds of all marks over it; every character once."""
    held = [mark for mark in marks if mark.span.start < mark.span.end]
    starts = sorted(held, key=lambda mark: (mark.span.start, -mark.span.end))
    edges = sorted({0, len(text), *(edge for mark in held for edge in mark.span)})
    over: list[Mark] = []
    at = 0
    for start, end in pairwise(edges):
        over = [mark for mark in over if mark.span.end > start]
        anchors = []
        while at < len(starts) and starts[at].span.start <= start:
            over.append(starts[at])
            if starts[at].anchor:
                anchors.append(f"<a id={_quoted(starts[at].anchor or '')}></a>")
            at += 1
        words = escape(text[start:end], quote=False)
        yield "".join(anchors)
        yield f"<span{_attributes(over)}>{words}</span>" if any(mark.kind for mark in over) else words


def _attributes(over: list[Mark]) -> str:
    kinds = dict.fromkeys(mark.kind for mark in over if mark.kind)
    labels = dict.fromkeys(mark.label for mark in over if mark.label)
    title = f" title={_quoted(' · '.join(labels))}" if labels else ""
    return f" class={_quoted(' '.join(kinds))}{title}"


def _quoted(words: str) -> str:
    return f'"{escape(words)}"'
