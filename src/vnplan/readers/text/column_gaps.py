"""Columns of a layout text: the words of a line apart by wide blanks, and the lines that share a gutter."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnplan.grammar.letter.openings import RECIPIENTS
from vnplan.models.base import Span
from vnplan.readers.lines import TextLine

_GAP = re.compile(r"[ \t\xa0]{3,}")
_BLANK_FIELD = re.compile(r"(?:[.…]|(?<!nhận)(?<!nhận ):|\b(?:ngày|tháng|năm|số))\s*\Z", re.IGNORECASE)
_REACH = 3
"""Blank lines that a band of columns may hold between two lines of words."""
_SIGNATURE = 8
"""Blank lines between a position and the name under it."""
_HEAD = re.compile(rf"\s*{RECIPIENTS}\s*:")


class Segment(NamedTuple):
    """Words of a line between wide blanks: columns on the page, and where they stand in the text."""

    left: int
    right: int
    span: Span


def segments(line: TextLine) -> list[Segment]:
    """Cut a line at gaps of three blanks and more; blanks left to be filled in by hand do not count."""
    text = line.text.rstrip()
    at = line.indent
    found: list[Segment] = []
    for gap in _GAP.finditer(text, at):
        following = text[gap.end() : gap.end() + 1]
        # Twelve characters: the words before a field left blank (ngày, tháng, Số) and a blank.
        if following in "/.…" or _BLANK_FIELD.search(text[max(at, gap.start() - 12) : gap.start()]):
            continue
        found.append(Segment(at, gap.start(), Span(line.start + at, line.start + gap.start())))
        at = gap.end()
    if at < len(text):
        found.append(Segment(at, len(text), Span(line.start + at, line.start + len(text))))
    return found


def columns(lines: list[TextLine], at: int) -> int:
    """Where the band of columns that begins with line ``at`` ends; 0 if none begins there."""
    first = segments(lines[at])
    if len(first) < 2:
        return 0
    gutter = _gutter(first)
    end, last, blanks = at + 1, at + 1, 0
    reach = _SIGNATURE if _HEAD.match(lines[at].text) else _REACH
    while end < len(lines) and blanks <= reach:
        line = lines[end]
        if line.blank:
            blanks += 1
            end += 1
            continue
        parts = segments(line)
        narrowed = _narrow(gutter, parts)
        if narrowed is None or (blanks and len(parts) == 1 and not _aside(parts[0], gutter, reach)):
            break
        gutter, blanks = narrowed, 0
        end += 1
        last = end
    return last


def _gutter(parts: list[Segment]) -> tuple[int, int]:
    """The widest blank between the words of a line."""
    gaps = [(b.left - a.right, a.right, b.left) for a, b in zip(parts, parts[1:], strict=False)]
    _, left, right = max(gaps)
    return left, right


def _narrow(gutter: tuple[int, int], parts: list[Segment]) -> tuple[int, int] | None:
    """The gutter that is left once a further line is laid over it; ``None`` if the line closes it."""
    left, right = gutter
    for part in parts:
        if part.right <= left or part.left >= right:
            continue
        if part.left > left and part.right < right:  # a third column inside
            left, right = (left, part.left) if part.left - left >= right - part.right else (part.right, right)
        elif part.left <= left:
            left = part.right
        else:
            right = part.left
        if right - left < 2:
            return None
    return left, right


def _aside(part: Segment, gutter: tuple[int, int], reach: int) -> bool:
    """A lone line after a blank one goes on with the band only in the right column, or under ``Nơi nhận``.

    A line whose middle lies in the gutter stands in the middle of the page: the type below a letterhead.
    """
    return reach == _SIGNATURE or part.left + part.right > 2 * gutter[1]
