"""Cells and list items that name bodies and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date

from vnplan.mentions.bodies import Copy
from vnplan.mentions.found import Found
from vnplan.mentions.scan import copy_of, refer, scan
from vnplan.mentions.scene import Scene
from vnplan.models.agency import AgencyRef
from vnplan.text.view import View

_CUT = re.compile(r"[;,\n]| - | và ")
_WORD = re.compile(r"\w")


def read_bodies(
    view: View, *, province: str | None = None, on: date | None = None, approver: bool = False
) -> tuple[AgencyRef, ...]:
    """Every body and group of a cell in order; words that no row knows are kept as they are."""
    copy = copy_of(view)
    scene = Scene.of(province, on, approver=approver)
    return tuple(refer(view, found) for found in _bodies(copy, scene))


def _bodies(copy: Copy, scene: Scene) -> Iterator[Found]:
    at = 0
    for found in scan(copy, scene):
        yield from _unknown(copy, at, found.start)
        yield found
        at = found.end
    yield from _unknown(copy, at, len(copy.text))


def _unknown(copy: Copy, start: int, end: int) -> Iterator[Found]:
    at = start
    for cut in (*_CUT.finditer(copy.text, start, end), None):
        stop = cut.start() if cut else end
        words = copy.text[at:stop].strip(" .,;:-")
        if words and _WORD.search(words) and words[0].isupper():
            first = copy.text.index(words, at)
            yield Found(first, first + len(words), words)
        at = cut.end() if cut else end
