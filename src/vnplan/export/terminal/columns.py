"""Tables for a terminal: aligned columns, long words wrapped, as wide as the terminal."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Sequence
from itertools import zip_longest

_GAP = "  "
_WORD = 14  # letters of a word that is never broken while there is room: any Vietnamese one, most numbers and dates
_NARROWEST = 4  # below, a column is one letter a line
# Documents come from strangers: control characters could command the terminal.
_CONTROL = re.compile(r"[\x00-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069]+")


def columns(headings: Sequence[str], rows: Iterable[Sequence[object]], width: int) -> str:
    """The table in at most ``width`` columns, where that many hold it; columns without any value are left out."""
    cells = [[_clean(value) for value in row] for row in rows]
    used = [index for index in range(len(headings)) if any(row[index] for row in cells)]
    if not used:
        return ""
    lines = [[headings[index] for index in used], *([row[index] for index in used] for row in cells)]
    natural = [max(len(line[index]) for line in lines) for index in range(len(used))]
    words = [max(len(word) for line in lines for word in line[index].split()) for index in range(len(used))]
    widths = _fit(natural, words, width - len(_GAP) * (len(used) - 1))
    out = list(_row(lines[0], widths))
    out.append(_GAP.join("-" * size for size in widths))
    for line in lines[1:]:
        out += _row(line, widths)
    return "\n".join(out) + "\n"


def _fit(natural: Sequence[int], words: Sequence[int], budget: int) -> list[int]:
    """Widths that sum to at most ``budget``: room goes, letter by letter, to the column that lacks most.

    ``natural`` are the widths of the longest cells, ``words`` of the longest words.
    """
    widths = [min(size, _WORD) for size in words]
    if sum(widths) > budget:
        widths = [min(size, _NARROWEST) for size in natural]
    for _ in range(min(budget, sum(natural)) - sum(widths)):
        widths[max(range(len(widths)), key=lambda index: natural[index] / widths[index])] += 1
    return widths


def _row(cells: Sequence[str], widths: Sequence[int]) -> list[str]:
    wrapped = [_wrap(cell, size) for cell, size in zip(cells, widths, strict=True)]
    lines = zip_longest(*wrapped, fillvalue="")
    return [_GAP.join(part.ljust(size) for part, size in zip(line, widths, strict=True)).rstrip() for line in lines]


def _wrap(cell: str, size: int) -> list[str]:
    if len(cell) <= size:
        return [cell]
    indent = " " * min(len(cell) - len(cell.lstrip()), size // 2)
    return textwrap.wrap(cell.strip(), size, initial_indent=indent, subsequent_indent=indent)


def _clean(value: object) -> str:
    return "" if value is None else _CONTROL.sub(" ", str(value)).rstrip()
