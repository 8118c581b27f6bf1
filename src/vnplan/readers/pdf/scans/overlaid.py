"""What signing software laid over a scan as text: the runs of a thin layer -> those of the document, and stamps."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnplan.grammar.letter.stamps import SIGNING, read_stamp_line
from vnplan.readers.ocr import Seen
from vnplan.readers.pdf.page import Box, Word

Run = list[Word]

_VALUE = re.compile(r"(?:\d{1,5}|.{0,6}\d*\s*[/-]\s*[A-ZĐ].*)")
"""A number that was left blank on paper, alone or with its code; a day or month."""
_CLOCK = re.compile(r"\d{1,2}:\d{2}:\d{2}")
_APART = 2.5
"""Line heights between the lines of one stamp: its parts are set apart by half a line and by logos."""
_ROUND = 3.0
"""Points round a stamp's words that belong to it."""


class Laid(NamedTuple):
    """Runs that fill in the document, runs of stamps, and where the stamps are."""

    text: list[Run]
    stamps: list[Run]
    boxes: list[Box]


def parted(layer: list[Run]) -> Laid:
    """Part the runs that lie over a scan: numbers and days fill blanks of the document, all else is a stamp."""
    text: list[Run] = []
    stamps: list[Run] = []
    boxes = []
    for block in _blocks(layer):
        lines = [" ".join(word.text for word in run) for run in block]
        stamped = any(_CLOCK.search(line) or _is_signing(line) for line in lines)
        if not stamped and all(_VALUE.fullmatch(line) for line in lines):
            text += block
        else:
            stamps += block
            boxes.append(_hull(block))
    return Laid(text, stamps, boxes)


def outside(seen: list[Seen], laid: Laid, scale: float) -> list[Seen]:
    """What OCR saw beside the layer; ``scale``: points of one dot.

    Small words and unsure ones within a stamp are the stamp's; large ones are the paper's, over which it lies.
    """
    tall = sorted(word.bottom - word.top for word in seen)
    # Letters of stamps have half the height of the document's.
    small = 0.7 * tall[len(tall) // 2] if tall else 0.0
    exact = [_hull([run]) for run in laid.text]
    return [
        word
        for word in seen
        if not any(_within(word, box, scale) for box in exact)
        and not (
            (word.bottom - word.top < small or word.trust < _UNSURE)
            and any(_within(word, box, scale) for box in laid.boxes)
        )
    ]


_UNSURE = 80.0
"""Confidence in per cent below which a word within a stamp is part of it."""


def _is_signing(line: str) -> bool:
    found = read_stamp_line(line)
    return found is not None and found.part in SIGNING


def _blocks(layer: list[Run]) -> list[list[Run]]:
    blocks: list[list[Run]] = []
    for run in sorted(layer, key=lambda run: (run[0].top, run[0].x0)):
        near = next((block for block in blocks if _beside(_hull(block), _hull([run]), run[0].size)), None)
        if near is None:
            blocks.append([run])
        else:
            near.append(run)
    return blocks


def _beside(a: Box, b: Box, size: float) -> bool:
    (left, _, right, bottom), (x0, top, x1, _) = a, b
    return left - size < x1 and x0 - size < right and top - bottom < _APART * size


def _hull(runs: list[Run]) -> Box:
    words = [word for run in runs for word in run]
    return (
        min(word.x0 for word in words) - _ROUND,
        min(word.top for word in words) - _ROUND,
        max(word.x1 for word in words) + _ROUND,
        max(word.bottom for word in words) + _ROUND,
    )


def _within(word: Seen, box: Box, scale: float) -> bool:
    x, y = (word.x0 + word.x1) / 2 * scale, (word.top + word.bottom) / 2 * scale
    left, top, right, bottom = box
    return left <= x <= right and top <= y <= bottom
