"""The words of one page of PDFium: where they stand, how large and how heavy they are."""

from __future__ import annotations

import ctypes
import re
import unicodedata
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import Any

from vnplan.errors import LimitExceeded
from vnplan.readers.pdf.page import ASCENT, DESCENT, Box, Word
from vnplan.readers.pdf.words.ink import InkReader
from vnplan.text.raised import is_note_mark
from vnplan.text.syllable import is_syllable

_LINE = re.compile(r"[^\r\n]+")
_WORD = re.compile(r"[^ \t\r\n\f\v\x00\x03-\x1f\u2000-\u200a\u3000]+")
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-"})  # PDFium's own marks for a hyphen at a line end
_HYPHEN = re.compile("[\ufffe\x02]")
_LEVEL = 0.05
"""Points by which the lower edges of letters of one font and line may differ."""
_RAISED = 0.85
"""Size of a raised mark against that of its word: Word sets two thirds, LibreOffice 0.58."""
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
        self._ink = InkReader()
        self._font, self._flags = ctypes.create_string_buffer(128), ctypes.c_int()

    def fonts(self) -> list[str]:
        """Names of the fonts met so far."""
        return [name.decode("utf-8", "replace") for name, _ in self._fonts]

    def runs(self, text_page: Any, place: Placer, *, upright: bool) -> list[list[Word]]:
        """The words of a text page in the order of the file, those that follow each other on one line together.

        ``upright``: the page is shown as it is written.
        """
        import pypdfium2.raw as c

        count = text_page.count_chars()
        if count > self._most:
            raise LimitExceeded(self._name, f"more than {self._most} characters (Limits.characters)")
        raw = text_page.raw
        text = _text(raw, count) if count > 0 else ""
        runs: list[list[Word]] = []
        run: list[Word] = []
        for line in _LINE.finditer(text):
            for word, at in self._line(raw, text, line.span(), place, upright=upright):
                before = run[-1] if run else word
                gap = word.x0 - before.x1
                if before.bottom == word.bottom and _NO_GAP * word.size < gap < _WIDE * word.size:
                    run.append(word)
                elif not run or not _follows(before, word):
                    run = [word]
                    runs.append(run)
                elif gap < _NO_GAP * word.size and c.FPDFText_IsGenerated(raw, at - 1):
                    run[-1] = _joined(before, word)
                else:
                    run.append(word)
        return _composed(runs, text)

    def _line(
        self, raw: Any, text: str, span: tuple[int, int], place: Placer, *, upright: bool
    ) -> Iterator[tuple[Word, int]]:
        """Words between two line ends of PDFium, each with its index.

        Two boxes are asked for a word, not one a character. Size, base line
        and font are asked at the head of a line, and again where boxes or the
        last word of the line show that they change.
        """
        import pypdfium2.raw as c

        first, last, x, y = self._first, self._last, self._x, self._y
        loose, origin = c.FPDFText_GetLooseCharBox, c.FPDFText_GetCharOrigin
        found = [match.span() for match in _WORD.finditer(text, *span)]
        one_font = upright and bool(found) and self._font_at(raw, found[0][0]) == self._font_at(raw, found[-1][0])
        head: Word | None = None
        base = shift = 0.0
        for start, end in found:
            letters = text[start:end]
            loose(raw, end - 1, last)
            # Four letters are never two words run together.
            if head and (len(letters) < 5 or not _suspect(letters)):
                origin(raw, start, x, y)
                x0, x1 = x.value, last.right
                if (
                    abs(y.value - base) < _LEVEL
                    and x0 <= x1
                    and last.bottom < base + head.size
                    and last.top > base - head.size
                ):
                    stop = self._mark(raw, letters, start)
                    if stop == end:
                        yield _like(head, letters, x0 + shift, x1 + shift), start
                        continue
                    loose(raw, stop - 1, first)
                    middle = first.right
                    yield _like(head, text[start:stop], x0 + shift, middle + shift), start
                    mark = _like(head, text[stop:end], middle + shift, x1 + shift)
                    yield mark._replace(ink=head.ink._replace(raised=True)), stop
                    continue
            loose(raw, start, first)
            for at, stop in _parts(raw, letters, start, (first, last)):
                if at != start or stop != end:
                    loose(raw, at, first)
                    loose(raw, stop - 1, last)
                word = self._word(raw, at, text[at:stop], place, upright=upright)
                if one_font:
                    head, base, shift = word, y.value, word.x0 - min(first.left, last.left)
                yield word, at

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
        bold, italic = self._style(self._font_at(raw, index))
        return Word(text, x0, top, x1, bottom, size, bold, italic, ink=self._ink.of(raw, index))

    def _mark(self, raw: Any, letters: str, start: int) -> int:
        """Index behind the word proper: a mark of a footnote at its end is set in smaller letters."""
        end = start + len(letters)
        if not (letters[-1].isdigit() or letters[-1] in "*)"):
            return end
        import pypdfium2.raw as c

        size = c.FPDFText_GetFontSize
        small = _RAISED * size(raw, start)
        stop = end
        while stop > start and size(raw, stop - 1) < small:
            stop -= 1
        return stop if start < stop < end and is_note_mark(letters[: stop - start], letters[stop - start :]) else end

    def _font_at(self, raw: Any, index: int) -> tuple[bytes, int]:
        import pypdfium2.raw as c

        c.FPDFText_GetFontInfo(raw, index, self._font, 128, self._flags)
        return self._font.value, self._flags.value

    def _style(self, key: tuple[bytes, int]) -> tuple[bool, bool]:
        known = self._fonts.get(key)
        if known is None:
            name = key[0].decode("utf-8", "replace")
            bold = bool(_BOLD.search(name)) or bool(key[1] & _BOLD_FLAG)
            italic = bool(_ITALIC.search(name)) or bool(key[1] & _ITALIC_FLAG)
            known = self._fonts[key] = (bold, italic)
        return known


def _like(head: Word, text: str, x0: float, x1: float) -> Word:
    """A word printed as the head of its line is."""
    return Word(text, x0, head.top, x1, head.bottom, head.size, head.bold, head.italic, ink=head.ink)


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
    # The end of Unicode, and the surrogates, which are no characters.
    return "\ufffd" if code > 0x10FFFF or 0xD800 <= code < 0xE000 else chr(code)


def _suspect(text: str) -> bool:
    """True if letters may be two words run together: long, and no syllable."""
    # Two syllables have five letters, but for the rarest.
    return len(text) > 4 and not is_syllable(text) and text.isalpha()


_NO_GAP, _WIDE = 0.045, 3.0
"""In font sizes. Less is no gap: letters placed singly, with a blank that PDFium only guessed (``Qu ả ng``); what is
wider may be the gap between two columns."""


def _follows(left: Word, right: Word) -> bool:
    """True if two words stand one after the other on one line, without a gap that a table or letterhead might make."""
    return abs(left.bottom - right.bottom) < 0.5 and -0.1 * left.size < right.x0 - left.x1 < _WIDE * left.size


def _composed(runs: list[list[Word]], text: str) -> list[list[Word]]:
    if unicodedata.is_normalized("NFC", text):
        return runs
    return [[word._replace(text=unicodedata.normalize("NFC", word.text)) for word in run] for run in runs]


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
    if not (last.left < first.left or last.top < first.bottom or _suspect(text)):
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
        # A blank is a quarter of the height; half of it stands out from the letters of a word.
        if b[3] < a[1] or b[2] < a[0] - tall or gap > usual + 0.13 * tall:
            cuts.append(at)
    return list(pairwise([*cuts, end]))


def _points(raw: Any, index: int, tall: float) -> float:
    """Font size on the page; the text matrix is asked only where the nominal size cannot be it."""
    import pypdfium2.raw as c

    size = c.FPDFText_GetFontSize(raw, index)
    # A box holds ascent and descent: 1.1 font sizes of the usual fonts, 0.7 to 1.4 of others.
    if 0.65 * tall < size < 1.45 * tall:
        return float(size)
    matrix = c.FS_MATRIX()
    if c.FPDFText_GetMatrix(raw, index, matrix):
        scaled = size * max(abs(matrix.d), abs(matrix.b))
        # A box holds ascent and descent, 0.7 to 1.4 font sizes; what is thrice off comes from a wrong matrix.
        if 0.3 * tall < scaled < 3 * tall:
            return float(scaled)
    return max(tall / (ASCENT + DESCENT), 0.1)
