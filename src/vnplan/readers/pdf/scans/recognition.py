"""Pages without a usable text layer, read from their picture."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from vnplan.errors import LimitExceeded
from vnplan.readers import ocr
from vnplan.readers.pdf.page import ASCENT, DESCENT, Page, Word
from vnplan.readers.pdf.pdfium import Pdf
from vnplan.readers.pdf.scans import closing_block, pictures, set_formulas
from vnplan.readers.pdf.scans.tone_marks import restored
from vnplan.readers.pdf.scans.two_renderings import merged
from vnplan.readers.pdf.words.health import is_damaged
from vnplan.thresholds import OCR_NOISE

if TYPE_CHECKING:
    from PIL.Image import Image

FINEST, COARSEST = 300, 200
"""Dots an inch that pages are rendered with: what Tesseract's models are trained for. A coarse picture is not blown up
beyond twice its own: on a scan of 110 dots, 200 read 56 of the words looked for, 300 only 47, 400 only 44."""
_SKEW = 0.006
"""Slope of lines from which a page is set straight first (0.006 is a third of a degree)."""
_MARGIN = 8.0
"""Points round a line that is cut out: OCR needs some white."""
_SIZE = 1.2
"""Font size over the usual height of a word's letters (Times, words with and without marks and descenders)."""


class Scanner:
    """Reads the pages of one PDF from their pictures."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self.restored = 0
        """Words whose marks were put back."""

    def page(self, page: Page) -> Page:
        """``page`` with the words and rules that its picture shows.

        It is looked at twice: as it is and as fine as it is, then without
        coloured ink and finer; a closing block once more by itself.
        """
        dpi = round(min(max(2 * page.dots, COARSEST), FINEST)) if page.dots else FINEST
        picture = self._pdf.picture(page.number - 1, dpi).convert("L")
        ink = pictures.ink(self._pdf.picture(page.number - 1, FINEST))
        seen, again = self._twice(picture, dpi, ink)
        slope = pictures.slope_of(seen, dpi)
        if abs(slope) > _SKEW:
            picture = pictures.straight(picture, slope)
            ink = pictures.straight(ink, slope)
            seen, again = self._twice(picture, dpi, ink)
        words = closing_block.look(merged(seen, again), ink, FINEST / dpi, lambda part: self._see(part, FINEST))
        runs = [self._marked(run) for run in _runs(words, 72 / dpi)]
        return replace(page, runs=runs, rules=pictures.rules(picture, dpi))

    def lines(self, page: Page) -> Page:
        """``page`` with its damaged lines read from the picture; a line is kept where the picture shows nothing."""
        ink = pictures.ink(self._pdf.picture(page.number - 1, FINEST))
        damaged = [is_damaged(" ".join(word.text for word in run)) for run in page.runs]
        runs = [self._line(run, ink) or run if bad else run for run, bad in zip(page.runs, damaged, strict=True)]
        return replace(page, runs=runs)

    def _twice(self, picture: Image, dpi: int, ink: Image) -> tuple[list[ocr.Seen], list[ocr.Seen]]:
        """Words of both pictures, in dots of the first; the two runs of the program go side by side."""
        with ThreadPoolExecutor(2) as pool:
            second = pool.submit(self._see, ink, FINEST)
            first = self._see(picture, dpi)
            return first, [_scaled(one, dpi / FINEST) for one in second.result()]

    def _line(self, run: list[Word], picture: Image) -> list[Word]:
        look, scale = run[0], FINEST / 72
        left, top = look.x0 - _MARGIN, look.top - _MARGIN / 2
        right, bottom = run[-1].x1 + _MARGIN, look.bottom + _MARGIN / 2
        strip = picture.crop((round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)))
        seen = [one for one in self._see(strip, FINEST, one_line=True) if not _is_noise(one)]
        return self._marked(
            [
                look._replace(text=one.text, x0=left + one.x0 / scale, x1=left + one.x1 / scale, trust=one.trust)
                for one in seen
            ]
        )

    def _marked(self, run: list[Word]) -> list[Word]:
        before = [word.text for word in run]
        after = set_formulas.whole(before, (word.trust for word in run)) or before
        after = restored(after if len(after) == len(before) else before)
        self.restored += sum(a != b for a, b in zip(before, after, strict=True))
        return [word._replace(text=text) for word, text in zip(run, after, strict=True)]

    def _see(self, picture: Image, dpi: int, *, one_line: bool = False) -> list[ocr.Seen]:
        out = io.BytesIO()
        picture.save(out, "PNG", compress_level=1)
        try:
            return ocr.recognise(out.getvalue(), dpi, max(self._pdf.seconds_left(), 1.0), one_line=one_line)
        except TimeoutError as error:
            raise LimitExceeded(self._pdf.name, str(error)) from error


def _scaled(one: ocr.Seen, scale: float) -> ocr.Seen:
    # The six places of a word stand behind its text.
    x0, top, x1, bottom, line_top, line_bottom = (value * scale for value in one[1:7])
    return ocr.Seen(one.text, x0, top, x1, bottom, line_top, line_bottom, one.trust)


def _is_noise(one: ocr.Seen) -> bool:
    return one.trust < OCR_NOISE.value and sum(char.isalnum() for char in one.text) < 2


def _runs(seen: list[ocr.Seen], scale: float) -> list[list[Word]]:
    """In points. Boxes of single words are as high as their letters, so height and place are taken from the line."""
    lines: dict[tuple[float, float], list[ocr.Seen]] = {}
    for one in seen:
        if not _is_noise(one):
            lines.setdefault((one.line_top, one.line_bottom), []).append(one)
    if not lines:
        return []
    heights = {line: median(w.bottom - w.top for w in words) for line, words in lines.items()}
    usual = median(height for line, height in heights.items() for _ in lines[line])
    found = []
    for line, words in lines.items():
        tall = heights[line] if not 0.6 * usual < heights[line] < 1.6 * usual else usual
        size = tall * scale * _SIZE
        middle = median((w.top + w.bottom) / 2 for w in words) * scale
        top, bottom = middle - size * (ASCENT + DESCENT) / 2, middle + size * (ASCENT + DESCENT) / 2
        found.append(
            [
                Word(w.text, w.x0 * scale, top, w.x1 * scale, bottom, size, bold=False, italic=False, trust=w.trust)
                for w in sorted(words, key=lambda w: w.x0)
            ]
        )
    return found
