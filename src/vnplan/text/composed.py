"""Texts in decomposed Unicode (NFD, as macOS and some PDF tools write): composed for search, with the way back."""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Callable

from vnplan.models.base import Span

_MARK = re.compile("[\u0300-\u036f]")
_CLUSTER = re.compile(r".[\u0300-\u036f]+", re.DOTALL)


def compose(text: str) -> tuple[str, Callable[[Span], Span]]:
    """Return ``text`` in NFC, and the function that takes a span of that back to ``text``."""
    if not _MARK.search(text):
        return text, lambda span: span
    out: list[str] = []
    at, base = [0], [0]  # a straight stretch begins at ``at`` of the copy, ``base`` of the text
    position = size = 0
    for cluster in _CLUSTER.finditer(text):
        out += (text[position : cluster.start()], unicodedata.normalize("NFC", cluster[0]))
        size += cluster.start() - position + len(out[-1])
        position = cluster.end()
        at.append(size)
        base.append(position)
    out.append(text[position:])

    def back(index: int) -> int:
        slot = bisect_right(at, index) - 1
        here = base[slot] + index - at[slot]
        return min(here, base[slot + 1]) if slot + 1 < len(base) else here

    def span_back(span: Span) -> Span:
        end = back(span.end - 1)
        following = _CLUSTER.match(text, end)
        return Span(back(span.start), following.end() if following else end + 1)

    return "".join(out), span_back
