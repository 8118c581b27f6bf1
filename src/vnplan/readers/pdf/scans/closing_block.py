"""A look of its own at the closing block of a scanned page: recipients and signature each by themselves.

A seal ties the two blocks together, so that an engine that looks at the whole
page takes them for a picture; apart and without coloured ink they are text.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable
from statistics import median
from typing import TYPE_CHECKING

from vnplan.readers.ocr import Seen
from vnplan.readers.pdf.scans import set_formulas
from vnplan.readers.pdf.scans.two_renderings import merged

if TYPE_CHECKING:
    from PIL.Image import Image

_LEFT_ENDS, _RIGHT_BEGINS = 0.56, 0.5
"""Parts of the page's width: the signature is centred in the right half (Decree 30/2020, Annex I), recipients may
reach into it."""
_ABOVE = 1.5
"""Line heights above the recipients' head at which the signature may begin."""
_TRUST = 59.0  # below DOUBT: what a set phrase settled is told as doubtful


def look(seen: list[Seen], ink: Image, scale: float, see: Callable[[Image], list[Seen]]) -> list[Seen]:
    """``seen`` bettered by looks at the closing block; as it is where the page has no recipients' head.

    ``scale``: dots of ``ink`` for one of ``seen``; ``see`` reads a picture as fine as ``ink``.
    """
    head = _recipients_head(seen)
    if head is None:
        return seen
    top = max(round((head.line_top - _ABOVE * (head.line_bottom - head.line_top)) * scale), 0)
    width, height = ink.size
    middle = round(width * _RIGHT_BEGINS)
    left = _moved(see(ink.crop((0, top, round(width * _LEFT_ENDS), height))), 0, top, scale)
    right = _moved(see(ink.crop((middle, top, width, height))), middle, top, scale)
    positions = [word for line in _lines(right) for word in _position(line)]
    seen = [word for word in seen if not any(_meet(word, known) for known in positions)]
    return [*merged(seen, left, better=0.0), *positions]


def _lines(seen: list[Seen]) -> list[list[Seen]]:
    lines: dict[tuple[float, float], list[Seen]] = defaultdict(list)
    for word in seen:
        lines[word.line_top, word.line_bottom].append(word)
    return list(lines.values())


def _recipients_head(seen: list[Seen]) -> Seen | None:
    for line in _lines(seen):
        words = [word.text for word in line[:2]]
        if (set_formulas.whole(words, [0.0]) or words)[:2] in (["Nơi", "nhận"], ["Nơi", "nhận:"]):
            return line[0]
    return None


def _position(line: list[Seen]) -> list[Seen]:
    """The words of a signer's position that a line ends with, evenly over its width."""
    found = set_formulas.position([word.text for word in line])
    if found is None:
        return []
    start, words = found
    first, last = line[start], line[-1]
    step = (last.x1 - first.x0) / len(words)
    # Parts of a seal among the words are taller.
    top, bottom = median(w.top for w in line[start:]), median(w.bottom for w in line[start:])
    return [
        Seen(
            word,
            first.x0 + step * i,
            top,
            first.x0 + step * (i + 0.9),
            bottom,
            first.line_top,
            first.line_bottom,
            _TRUST,
        )
        for i, word in enumerate(words)
    ]


def _meet(a: Seen, b: Seen) -> bool:
    return min(a.x1, b.x1) > max(a.x0, b.x0) and min(a.bottom, b.bottom) > max(a.top, b.top)


def _moved(seen: list[Seen], left: float, top: float, scale: float) -> list[Seen]:
    return [
        word._replace(
            x0=(word.x0 + left) / scale,
            x1=(word.x1 + left) / scale,
            top=(word.top + top) / scale,
            bottom=(word.bottom + top) / scale,
            line_top=(word.line_top + top) / scale,
            line_bottom=(word.line_bottom + top) / scale,
        )
        for word in seen
    ]
