"""Pages without a usable text layer, read from their picture."""

from __future__ import annotations

import io
from dataclasses import replace
from statistics import median
from typing import TYPE_CHECKING

from vnplan.errors import LimitExceeded
from vnplan.readers import ocr
from vnplan.readers.pdf.health import is_damaged
from vnplan.readers.pdf.page import ASCENT, DESCENT, Page, Rule, Word
from vnplan.readers.pdf.pdfium import Pdf

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

FINEST, COARSEST = 300, 200
"""Dots an inch that pages are rendered with: what Tesseract's models are trained for. A coarse picture is not blown up
beyond twice its own: on a scan of 110 dots, 200 read 56 of the words looked for, 300 only 47, 400 only 44."""
_SKEW = 0.006
"""Slope of lines from which a page is set straight first (0.006 is a third of a degree)."""
_NOISE = 25.0
"""Words of less confidence and without two letters are specks, seals and signatures."""


def page(pdf: Pdf, page: Page) -> Page:
    """``page`` with the words and rules that its picture shows."""
    dpi = round(min(max(2 * page.dots, COARSEST), FINEST)) if page.dots else FINEST
    picture = _ink(pdf.picture(page.number - 1, dpi))
    seen = _see(pdf, picture, dpi)
    slope = _slope(seen, dpi)
    if abs(slope) > _SKEW:
        from math import atan, degrees

        from PIL import Image

        picture = picture.rotate(degrees(atan(slope)), fillcolor=255, resample=Image.Resampling.BICUBIC)
        seen = _see(pdf, picture, dpi)
    return replace(page, runs=_runs_of(seen, 72 / dpi), rules=_rules(picture, dpi))


def lines(pdf: Pdf, page: Page) -> Page:
    """``page`` with its damaged lines read from the picture; a line is kept where the picture shows nothing."""
    picture = _ink(pdf.picture(page.number - 1, FINEST))
    scale = FINEST / 72
    runs = []
    for run in page.runs:
        if not is_damaged(" ".join(word.text for word in run)):
            runs.append(run)
            continue
        look = run[0]
        left, top = look.x0 - _MARGIN, look.top - _MARGIN / 2
        right, bottom = run[-1].x1 + _MARGIN, look.bottom + _MARGIN / 2
        strip = picture.crop((round(left * scale), round(top * scale), round(right * scale), round(bottom * scale)))
        read = [
            look._replace(text=w.text, x0=left + w.x0 / scale, x1=left + w.x1 / scale, trust=w.trust)
            for w in _see(pdf, strip, FINEST, one_line=True)
            if not _is_noise(w)
        ]
        runs.append(read or run)
    return replace(page, runs=runs)


_MARGIN = 8.0
"""Points round a line that is cut out: OCR needs some white."""


def _ink(picture: Image) -> Image:
    """Black ink alone, in grey: each dot by its strongest colour, so that red seals and blue signatures fade."""
    from PIL import ImageChops

    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def _see(pdf: Pdf, picture: Image, dpi: int, *, one_line: bool = False) -> list[ocr.Seen]:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    try:
        return ocr.read(out.getvalue(), dpi, max(pdf.seconds_left(), 1.0), one_line=one_line)
    except TimeoutError as error:
        raise LimitExceeded(pdf.name, str(error)) from error


def _is_noise(one: ocr.Seen) -> bool:
    return one.trust < _NOISE and sum(char.isalnum() for char in one.text) < 2


def _slope(seen: list[ocr.Seen], dpi: int) -> float:
    """How much the lines fall to the right: the middle of the slopes of the long lines."""
    lines: dict[tuple[float, float], list[ocr.Seen]] = {}
    for one in seen:
        lines.setdefault((one.line_top, one.line_bottom), []).append(one)
    slopes = []
    for words in lines.values():
        if len(words) > 6:
            a, b = words[:3], words[-3:]
            run = median(w.x0 for w in b) - median(w.x0 for w in a)
            if run > 3 * dpi:
                slopes.append((median(w.bottom for w in b) - median(w.bottom for w in a)) / run)
    return median(slopes) if len(slopes) > 4 else 0.0


def _runs_of(seen: list[ocr.Seen], scale: float) -> list[list[Word]]:
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
        run = []
        for w in words:
            x0, x1 = w.x0 * scale, w.x1 * scale
            run.append(Word(w.text, x0, top, x1, bottom, size, bold=False, italic=False, trust=w.trust))
        found.append(run)
    return found


_SIZE = 1.2
"""Font size over the usual height of a word's letters (Times, words with and without marks and descenders)."""
_DARK = 128
_LONG = 0.5
"""Inches that a stroke must run straight to be a rule: longer than any letter."""
_THICK = 0.08
"""Inches; what is thicker is a bar or a shaded cell."""


def _rules(picture: Image, dpi: int) -> list[Rule]:
    """Ruling lines of a picture: straight dark runs, thickened a little to bear a slight slant."""
    import numpy as np

    dark = np.asarray(picture) < _DARK
    level = _runs(dark, dpi)
    upright = [(y0, x0, y1, x1) for x0, y0, x1, y1 in _runs(dark.T, dpi)]
    return [Rule(*(value * 72 / dpi for value in box)) for box in (*level, *upright)]


def _runs(dark: NDArray[np.bool_], dpi: int) -> list[tuple[int, int, int, int]]:
    """Boxes of the level runs in an array of dark dots, neighbouring rows gathered."""
    import numpy as np

    thick = dark.copy()
    thick[1:] |= dark[:-1]
    thick[:-1] |= dark[1:]
    edges = np.diff(thick.astype(np.int8), axis=1, prepend=0, append=0)
    found: list[list[int]] = []  # x0, y0, x1, y1
    for y in range(edges.shape[0]):
        starts, ends = np.flatnonzero(edges[y] == 1), np.flatnonzero(edges[y] == -1)
        long = ends - starts > _LONG * dpi
        for x0, x1 in zip(starts[long].tolist(), ends[long].tolist(), strict=True):
            for box in reversed(found[-40:]):
                if y - box[3] <= 2 and x0 <= box[2] and x1 >= box[0]:
                    box[0], box[2], box[3] = min(box[0], x0), max(box[2], x1), y
                    break
            else:
                found.append([x0, y, x1, y])
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in found if y1 - y0 < _THICK * dpi]
