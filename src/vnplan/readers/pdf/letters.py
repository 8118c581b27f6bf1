"""The words of one page of PDFium: where they stand, how large and how heavy they are."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable
from itertools import pairwise
from typing import Any

from vnplan.errors import LimitExceeded
from vnplan.readers.pdf.page import ASCENT, DESCENT, Box, Word
from vnplan.text.syllable import is_syllable

_WORD = re.compile(r"[^ \t\r\n\f\v\x00\x03-\x1f\u2000-\u200a\u3000]+")
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})  # PDFium's own marks for a hyphen at a line end
_HYPHEN = re.compile("[\ufffe\x02]")
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b", re.IGNORECASE)
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18

Placer = Callable[[float, float, float, float], Box]


class Letters:
    """Reads words; remembers what the names of fonts say about weight and slant."""

    def __init__(self, name: str, most: int) -> None:
        import pypdfium2.raw as c

        self._name = name
        self._most = most
        self._fonts: dict[tuple[bytes, int], tuple[bool, bool]] = {}
        # Where PDFium writes its answers: made once, as there are 60,000 words in a long file.
        self._first, self._last = c.FS_RECTF(), c.FS_RECTF()
        self._x, self._y = ctypes.c_double(), ctypes.c_double()
        self._font, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def words(self, text_page: Any, place: Placer, *, upright: bool) -> list[Word]:
        """The words of a text page in the order of the file; two boxes are asked for a word, not one a character.

        ``upright``: the page is shown as it is written, or upside down.
        """
        import pypdfium2.raw as c

        count = text_page.count_chars()
        if count > self._most:
            raise LimitExceeded(self._name, f"more than {self._most} characters (Limits.characters)")
        raw = text_page.raw
        text = _text(raw, count) if count > 0 else ""
        composed = unicodedata.is_normalized("NFC", text)
        first, last, loose = self._first, self._last, c.FPDFText_GetLooseCharBox
        words: list[Word] = []
        for match in _WORD.finditer(text):
            start, end = match.span()
            loose(raw, start, first)
            loose(raw, end - 1, last)
            for at, stop in _parts(raw, match[0], start, (first, last)):
                if at != start or stop != end:
                    loose(raw, at, first)
                    loose(raw, stop - 1, last)
                letters = text[at:stop] if composed else unicodedata.normalize("NFC", text[at:stop])
                word = self._word(raw, at, letters, place, upright=upright)
                if words and _touch(words[-1], word) and c.FPDFText_IsGenerated(raw, at - 1):
                    words[-1] = _joined(words[-1], word)
                else:
                    words.append(word)
        return words

    def _word(self, raw: Any, index: int, text: str, place: Placer, *, upright: bool) -> Word:
        import pypdfium2.raw as c

        first, last, y = self._first, self._last, self._y
        left, right = min(first.left, last.left), max(first.right, last.right)
        low, high = min(first.bottom, last.bottom), max(first.top, last.top)
        size = _points(raw, index, high - low if upright else right - left)
        c.FPDFText_GetCharOrigin(raw, index, self._x, y)
        base = y.value
        if upright and low - size < base < high + size:
            # PDFium's boxes differ with the letters, the base line does not.
            x0, base, x1, _ = place(left, base, right, base)
            top, bottom = base - ASCENT * size, base + DESCENT * size
        else:
            x0, top, x1, bottom = place(left, low, right, high)
        c.FPDFText_GetFontInfo(raw, index, self._font, 128, self._flags)
        bold, italic = self._style((self._font.value, self._flags.value))
        return Word(text, x0, top, x1, bottom, size, bold, italic)

    def _style(self, key: tuple[bytes, int]) -> tuple[bool, bool]:
        known = self._fonts.get(key)
        if known is None:
            name = key[0].decode("utf-8", "replace")
            bold = bool(_BOLD.search(name)) or bool(key[1] & _BOLD_FLAG)
            italic = bool(_ITALIC.search(name)) or bool(key[1] & _ITALIC_FLAG)
            known = self._fonts[key] = (bold, italic)
        return known


def _text(raw: Any, count: int) -> str:
    """The characters of a page, one for each index of PDFium."""
    import pypdfium2.raw as c

    buffer = (ctypes.c_ushort * (count + 1))()
    written = c.FPDFText_GetText(raw, 0, count, buffer)
    text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "surrogatepass")
    if len(text) != count:
        # Left-out characters or surrogate pairs: one by one, to keep index and character together.
        text = "".join(_character(c.FPDFText_GetUnicode(raw, index)) for index in range(count))
    return text.translate(_HYPHENS) if _HYPHEN.search(text) else text


def _character(code: int) -> str:
    return "\ufffd" if code > 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)


def _touch(left: Word, right: Word) -> bool:
    """True if two words may be one: letters placed singly, with a blank that PDFium only guessed (``Qu ả ng``)."""
    tall = right.bottom - right.top
    return abs(left.bottom - right.bottom) < 0.5 and -0.1 * tall < right.x0 - left.x1 < 0.04 * tall


def _joined(left: Word, right: Word) -> Word:
    return left._replace(
        text=left.text + right.text,
        x1=right.x1,
        top=min(left.top, right.top),
        bold=left.bold and right.bold,
        italic=left.italic and right.italic,
    )


def _parts(raw: Any, text: str, start: int, ends: tuple[Any, Any]) -> list[tuple[int, int]]:
    """Cut a word of PDFium where it is two: over a line end after a hyphen, or run together for want of a blank."""
    end = start + len(text)
    first, last = ends
    over = last.left < first.left or last.top < first.bottom
    if not over and (len(text) < 5 or not text.isalpha() or is_syllable(text)):
        return [(start, end)]
    import pypdfium2.raw as c

    boxes: list[Box] = []
    for index in range(start, end):
        box = c.FS_RECTF()
        c.FPDFText_GetLooseCharBox(raw, index, box)
        boxes.append((box.left, box.bottom, box.right, box.top))
    gaps = [b[0] - a[2] for a, b in pairwise(boxes)]
    usual = sorted(gaps)[len(gaps) // 2] if gaps else 0.0
    tall = max(box[3] - box[1] for box in boxes)
    cuts = [start]
    for at, (gap, (a, b)) in enumerate(zip(gaps, pairwise(boxes), strict=True), start + 1):
        if b[3] < a[1] or b[2] < a[0] - tall or gap > usual + 0.13 * tall:
            cuts.append(at)
    return list(pairwise([*cuts, end]))


def _points(raw: Any, index: int, tall: float) -> float:
    """Font size on the page; the text matrix is asked only where the nominal size cannot be it."""
    import pypdfium2.raw as c

    size = c.FPDFText_GetFontSize(raw, index)
    if 0.5 * tall < size < 1.9 * tall:
        return float(size)
    matrix = c.FS_MATRIX()
    if c.FPDFText_GetMatrix(raw, index, matrix):
        scaled = size * max(abs(matrix.d), abs(matrix.b))
        if 0.3 * tall < scaled < 3 * tall:
            return float(scaled)
    return max(tall / (ASCENT + DESCENT), 0.1)
