"""Which words of a page are ink: words and their page -> words read as text, and words that are none of it.

None of the text are words that nobody sees (white on white, invisible, of a layer that is switched off, outside the
page), words that lie over it (tilted or large and pale: watermarks), and raised marks of footnotes.
"""

from __future__ import annotations

import ctypes
import math
from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable
from statistics import median
from typing import Any, NamedTuple

from vnplan.readers.pdf.page import PLAIN, Ink, Page, Word
from vnplan.text.raised import is_note_mark

_TILT = 3.0
"""Degrees by which a line may stray from the level: print shops and scanners stray by one."""
_LEVEL = math.radians(_TILT)
"""The same in radians."""
_WHITE = 0xE8
"""Least value of each colour from which letters may be invisible on white paper."""
_PALE = 0x90
"""Least value of each colour of a watermark: print in grey for reading is darker."""
_SMALL = 0.8
"""Size of a raised mark against the usual one: Word sets two thirds."""
_LONGEST_MARK = 6
"""Characters of a mark: three figures in brackets."""
_NEAR = 0.35
"""Gap in font sizes between a word and its mark: less than a blank and a half."""
_HIGHER = 0.12
"""How much higher than the word a mark ends, in font sizes: a raised figure hangs above the tails of letters."""
_LARGE = 1.8
"""Times the usual size from which pale letters are a watermark, not a remark in grey."""
_LAYER = tuple(map(ord, "OC\0"))
"""Name of the marks of optional content, as PDFium writes it."""
_INVISIBLE = frozenset({3, 7})
"""Text rendering modes without ink (PDF 32000-1, table 106): neither filled nor stroked."""


class InkReader:
    """Asks PDFium how a character is printed; its answers are written into buffers made once."""

    def __init__(self) -> None:
        self._colour = [ctypes.c_uint() for _ in range(4)]
        self._pointers = [ctypes.byref(value) for value in self._colour]

    def of(self, raw: Any, index: int) -> Ink:
        """The ink of the character at ``index`` of a text page."""
        import pypdfium2.raw as c

        angle = 0
        if abs(c.FPDFText_GetCharAngle(raw, index)) > _LEVEL:
            angle = _angle(raw, index)
        red, green, blue, opacity = self._colour
        c.FPDFText_GetFillColor(raw, index, *self._pointers)
        light = min(red.value, green.value, blue.value)
        item = c.FPDFText_GetTextObject(raw, index)
        mode = c.FPDFTextObj_GetTextRenderMode(item) if item else 0
        layered = bool(item) and _layered(item)
        if not angle and light < _PALE and not layered and mode not in _INVISIBLE and opacity.value:
            return PLAIN
        # Letters drawn as outlines (modes 1 and 5) are seen by their strokes, whatever fills them.
        filled = mode not in (1, 5)
        return Ink(
            angle,
            pale=filled and light >= _PALE,
            doubtful=layered or (filled and light >= _WHITE),
            invisible=mode in _INVISIBLE or (filled and not opacity.value),
        )


def _angle(raw: Any, index: int) -> int:
    """The direction of the base line: a slanted letter of a font without italics turns nothing."""
    import pypdfium2.raw as c

    matrix = c.FS_MATRIX()
    if not c.FPDFText_GetMatrix(raw, index, matrix):
        return 0
    degrees = -math.degrees(math.atan2(matrix.b, matrix.a))
    turn = round(degrees / 90) * 90
    return turn % 360 if abs(degrees - turn) <= _TILT else -1


def _layered(item: Any) -> bool:
    """Whether the object belongs to a layer (an optional content group), which may be switched off."""
    import pypdfium2.raw as c

    count = c.FPDFPageObj_CountMarks(item)
    if count <= 0:
        return False
    name, size = (ctypes.c_ushort * len(_LAYER))(), ctypes.c_ulong()
    for number in range(count):
        mark = c.FPDFPageObj_GetMark(item, number)
        fits = c.FPDFPageObjMark_GetName(mark, name, ctypes.sizeof(name), size)
        if fits and size.value == ctypes.sizeof(name) and tuple(name) == _LAYER:
            return True
    return False


class Parted(NamedTuple):
    """The words of a page: read as text, and none of it."""

    runs: list[list[Word]]
    asides: list[list[Word]]


def part(runs: list[list[Word]], seen: Callable[[Word], bool], page: Page) -> Parted:
    """Part the runs of a page; ``seen`` is asked whether anything is to be seen in the box of a word."""
    if not runs:
        return Parted([], [])
    usual = median([word.size for run in runs for word in run])
    raised = _raised(runs, usual)
    kept: list[list[Word]] = []
    asides: list[list[Word]] = []
    for run in runs:
        flags = [
            id(word) in raised or _outside(word, page) or (word.ink is not PLAIN and _apart(word, usual, seen, page))
            for word in run
        ]
        if any(flags):
            _cut(run, flags, kept, asides)
        else:
            kept.append(run)
    return Parted(kept, asides)


def _outside(word: Word, page: Page) -> bool:
    x, y = (word.x0 + word.x1) / 2, (word.top + word.bottom) / 2
    return not (0 <= x <= page.width and 0 <= y <= page.height)


def _apart(word: Word, usual: float, seen: Callable[[Word], bool], page: Page) -> bool:
    ink = word.ink
    if ink.raised or ink.angle < 0 or (ink.pale and word.size > _LARGE * usual):
        return True
    # Invisible letters over the picture of a page are what a scanner's program read there: the page's text.
    return (ink.invisible and not page.pictured) or (ink.doubtful and not seen(word))


def _raised(runs: list[list[Word]], usual: float) -> set[int]:
    """Words that stand small and high right behind another: marks of footnotes, set as words of their own."""
    high = _SMALL * usual
    small = [
        word
        for run in runs
        for word in run
        if word.size < high and len(word.text) < _LONGEST_MARK and is_note_mark("", word.text)
    ]
    if not small:
        return set()
    found = set()
    words = [word for run in runs for word in run if word.size >= high]
    ends = sorted((word.x1, at) for at, word in enumerate(words))
    reach = _NEAR * max((word.size for word in words), default=0.0) + 1
    for mark in small:
        near = ends[bisect_left(ends, (mark.x0 - reach,)) : bisect_right(ends, (mark.x0 + reach, len(words)))]
        before = next((words[at] for at in sorted(at for _, at in near) if _stands_on(mark, words[at])), None)
        if before and is_note_mark(before.text, mark.text):
            found.add(id(mark))
    return found


def _stands_on(mark: Word, word: Word) -> bool:
    # A mark may reach back into the slant of an italic letter by a tenth of its size.
    near = -0.1 * word.size < mark.x0 - word.x1 < _NEAR * word.size
    # It may stick out above the word by a third of its size, as Word raises it.
    high = word.top - 0.3 * word.size < mark.top and word.top < mark.bottom < word.bottom - _HIGHER * word.size
    return near and high


def _cut(run: list[Word], flags: Iterable[bool], kept: list[list[Word]], asides: list[list[Word]]) -> None:
    last: bool | None = None
    for word, aside in zip(run, flags, strict=True):
        target = asides if aside else kept
        if aside is last:
            target[-1].append(word)
        else:
            target.append([word])
        last = aside
