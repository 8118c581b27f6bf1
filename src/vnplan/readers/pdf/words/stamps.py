"""Stamps that lie on a page as text (digital signatures, registries of arrival): runs -> those of the text, and stamps.

A stamp is told by its lines, not by its place: offices put it wherever the page is free. Lines of one stamp stand under
one another in letters of one size.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from statistics import median
from typing import NamedTuple

from vnplan.grammar.letter.stamps import SIGNING, StampPart, read_stamp_line
from vnplan.models.source import Signature
from vnplan.readers.pdf.page import Word

_SMALLER = 0.9
"""Size of a signature stamp's letters against the usual ones: 6 to 8 points against 13."""
_APART = 1.3
"""Room between two lines of a stamp, in line heights."""
_LEAST_LINES = 2
"""Labelled lines that make a stamp; one may be a field of the document."""
_NUMBERED = re.compile(r"\d\s*[/-]\s*[A-ZĐ]")
"""A document's number with its code: the stamp of arrival has a bare number."""

Run = list[Word]


class Stamped(NamedTuple):
    """The runs of a page without stamps, the runs of stamps, and what signatures say."""

    runs: list[Run]
    stamps: list[Run]
    signatures: list[Signature]


def set_aside(runs: list[Run], page: int) -> Stamped:
    """Part the runs of page number ``page`` (from 1)."""
    found = {id(run): read_stamp_line(_words(run)) for run in runs}
    if sum(line is not None for line in found.values()) < _LEAST_LINES:
        return Stamped(runs, [], [])
    usual = median([word.size for run in runs for word in run])
    stamps: list[Run] = []
    signatures = []
    for block in _blocks(runs):
        lines = [line for run in block if (line := found[id(run)])]
        signed = [line for line in lines if line.part in SIGNING]
        small = all(word.size <= _SMALLER * usual for run in block for word in run)
        if small and len(signed) >= _LEAST_LINES:
            stamps += block
            signatures.append(_signature([(line.part, line.value) for line in signed], page))
        elif any(line.part is StampPart.ARRIVAL for line in lines) and len(lines) >= _LEAST_LINES:
            stamps += [run for run in block if not _NUMBERED.search(_words(run))]
    gone = {id(run) for run in stamps}
    return Stamped([run for run in runs if id(run) not in gone], stamps, signatures)


def _words(run: Run) -> str:
    return " ".join(word.text for word in run)


def _blocks(runs: list[Run]) -> list[list[Run]]:
    """Runs under one another in one size, left edges or middles in line."""
    blocks: list[list[Run]] = []
    for run in sorted(runs, key=lambda run: (run[0].top, run[0].x0)):
        block = next((block for block in reversed(blocks) if _below(block[-1], run)), None)
        if block is None:
            blocks.append([run])
        else:
            block.append(run)
    return blocks


def _below(upper: Run, lower: Run) -> bool:
    size = upper[0].size
    if abs(lower[0].size - size) > 0.05 * size:  # a twentieth: one size, as rounding leaves it
        return False
    room = lower[0].top - upper[0].bottom
    aligned = abs(lower[0].x0 - upper[0].x0) < size
    centred = abs(lower[0].x0 + lower[-1].x1 - upper[0].x0 - upper[-1].x1) < 2 * size
    return -0.5 * size < room < _APART * size and (aligned or centred)


def _signature(lines: Iterable[tuple[StampPart, str]], page: int) -> Signature:
    said: dict[StampPart, str] = {}
    for part, value in lines:
        if value:
            said.setdefault(part, value)
    return Signature(
        name=said.get(StampPart.SIGNED_BY),
        office=said.get(StampPart.SIGNING_OFFICE),
        time=said.get(StampPart.SIGNING_TIME),
        page=page,
    )
