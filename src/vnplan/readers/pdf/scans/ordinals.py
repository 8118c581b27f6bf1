"""Numbers of items that OCR misread, put right by their sequence: first words of lines in, the same in order out.

``II.`` after ``II.`` and before ``IV.`` is ``III.``; ``Š.`` after ``4.`` is ``5.``; ``e)`` after ``b)`` is ``c)``.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from itertools import groupby

_MARKER = re.compile(r"(?P<core>[^\W_][^\W_|!]{0,4}|[|!§?&]{1,3})(?P<end>[.):;,])")
_TENS = ("", "X")
_ONES = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")
ROMAN = tuple(ten + one for ten in _TENS for one in _ONES)[1:]
ARABIC = tuple(str(number) for number in range(1, 100))
LETTERS = tuple("abcdđeghiklmnopq")
_FAMILIES = {".": (ARABIC, ROMAN), ")": (LETTERS, ARABIC)}
"""Rows of numbers by what stands behind them, the likelier one first."""
_STROKES = {"H": "II", "N": "II", **dict.fromkeys("L1l|!TJÏÌÍỊi", "I"), "Y": "V", "W": "VI"}
"""Letters that upright strokes are read as."""
_LIKE = {
    "1": "lI|!íï", "2": "Z?", "3": "J", "4": "A", "5": "SŠ§", "6": "&Gó", "7": "?/", "8": "B§&", "9": "gq",
    "b": "h", "c": "e", "e": "c", "g": "pq9", "h": "b", "i": "l1", "l": "i1",
}  # fmt: skip
"""What Tesseract reads for a digit or letter that stands alone, its capitals, marks and small letters apart."""


@dataclass(slots=True)
class _Sequence:
    """Where each row of numbers has come to."""

    at: dict[tuple[str, ...], int] = field(default_factory=dict)

    def next(self, row: tuple[str, ...]) -> int:
        return self.at.get(row, -1) + 1


def mended(firsts: list[str], capitals: Sequence[bool] = ()) -> list[str]:
    """``firsts`` with the numbers of items put right.

    ``capitals``: whether the rest of the line is in capitals, as headings are that have Roman numbers.
    """
    sequence = _Sequence()
    out = []
    for at, (first, capital) in enumerate(zip(firsts, capitals or [False] * len(firsts), strict=True)):
        marker = _MARKER.fullmatch(first)
        if marker is None:
            out.append(first)
            continue
        core, end = marker["core"], marker["end"]
        if end not in _FAMILIES:
            # A full stop read as another sign, where the number is the next one.
            core = _next(core, ROMAN if capital else ARABIC, sequence)
            if not core:
                out.append(first)
                continue
            end = "."
        elif capital and end == "." and core not in ROMAN and (roman := _next(core, ROMAN, sequence)):
            core = roman
        rows = _FAMILIES[end]
        row = next((row for row in rows if core in row), None)
        if row is None:
            core = next((_wanted(core, row, sequence) for row in rows if _wanted(core, row, sequence)), core)
            row = next((row for row in rows if core in row), None)
        elif _is_slip(core, row, sequence, firsts[at + 1 :]):
            core = row[sequence.next(row)]
        if row:
            sequence.at[row] = row.index(core)
        out.append(core + end)
    return out


def _wanted(core: str, row: tuple[str, ...], sequence: _Sequence) -> str:
    """The next number of ``row`` if it may be read as ``core``, else its first."""
    for at in (sequence.next(row), 0):
        if at < len(row) and _alike(core, row[at], row):
            return row[at]
    return ""


def _next(core: str, row: tuple[str, ...], sequence: _Sequence) -> str:
    """The next number of ``row`` if ``core`` is it, or may be read from it."""
    at = sequence.next(row)
    return row[at] if at < len(row) and (core == row[at] or _alike(core, row[at], row)) else ""


def _is_slip(core: str, row: tuple[str, ...], sequence: _Sequence, firsts: list[str]) -> bool:
    """True if ``core`` is not the next number, which may be read so, and what comes after it agrees."""
    at = sequence.next(row)
    if row is ARABIC or not 0 < at < len(row) or core == row[at] or not _alike(core, row[at], row):
        return False
    # The first number begins a new sequence, unless the old one goes on behind it.
    return _comes(row, at + 1, firsts) if core == row[0] else not _comes(row, at, firsts)


def _comes(row: tuple[str, ...], number: int, firsts: list[str]) -> bool:
    """Whether the next number of ``row`` among ``firsts`` is ``number``: then the one before is not."""
    end = next(end for end, rows in _FAMILIES.items() if row in rows)
    cores = (first[:-1] for first in firsts if first.endswith(end))
    return next((core for core in cores if core in row and core != row[0]), "") == "".join(row[number : number + 1])


def _alike(read: str, meant: str, row: tuple[str, ...]) -> bool:
    if row is ROMAN:
        return _strokes(read) == _strokes(meant)
    if len(meant) != 1 or len(read) != 1:
        return False
    return read.casefold() in _LIKE.get(meant, "").casefold() or _bare(read) == _bare(meant)


def _bare(letter: str) -> str:
    return unicodedata.normalize("NFD", letter.casefold().replace("đ", "d"))[0]


@cache
def _strokes(word: str) -> str:
    """A Roman number by its strokes, those side by side as one: their count is what gets lost."""
    letters = "".join(_STROKES.get(char, char) for char in word)
    return "".join(char for char, _ in groupby(letters)) if set(letters) <= set("IVX") else word
