"""Pictures of pages: ink, slant and ruling lines."""

from __future__ import annotations

from statistics import median
from typing import TYPE_CHECKING

from vnplan.readers.pdf.page import Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image

    from vnplan.readers import ocr


def ink(picture: Image) -> Image:
    """Black ink alone, in grey: each dot by its strongest colour, so that red seals and blue signatures fade."""
    from PIL import ImageChops

    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def straight(picture: Image, slope: float) -> Image:
    """``picture`` turned so that lines of ``slope`` are level."""
    from math import atan, degrees

    from PIL import Image

    return picture.rotate(degrees(atan(slope)), fillcolor=255, resample=Image.Resampling.BICUBIC)


def slope_of(seen: list[ocr.Seen], dpi: int) -> float:
    """How much the lines fall to the right: the middle of the slopes of the long lines."""
    lines: dict[tuple[float, float], list[ocr.Seen]] = {}
    for one in seen:
        lines.setdefault((one.line_top, one.line_bottom), []).append(one)
    slopes = []
    for words in lines.values():
        # Two ends of three words each, so that one misplaced word does not tilt the line.
        if len(words) > 6:
            # Three words at each end.
            a, b = words[:3], words[-3:]
            run = median(w.x0 for w in b) - median(w.x0 for w in a)
            # Three inches, half of the text block: over less, the height of an accent looks like a slope.
            if run > 3 * dpi:
                slopes.append((median(w.bottom for w in b) - median(w.bottom for w in a)) / run)
    # Five lines at least: a page with fewer is not turned for them.
    return median(slopes) if len(slopes) > 4 else 0.0


_DARK = 128
"""Brightness from 0 to 255 below which a dot is ink: the middle, as scans are near black and white."""
_LONG = 0.5
"""Inches that a stroke must run straight to be a rule: longer than any letter."""
_THICK = 0.08
"""Inches; what is thicker is a bar or a shaded cell."""


def rules(picture: Image, dpi: int) -> list[Rule]:
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
            # One row of dots crosses at most the rules of one row of cells: 40, more than the widest table has.
            for box in reversed(found[-40:]):
                # In this row of dots or one of the two above it: a slanting rule steps so.
                if y - box[3] <= 2 and x0 <= box[2] and x1 >= box[0]:
                    box[0], box[2], box[3] = min(box[0], x0), max(box[2], x1), y
                    break
            else:
                found.append([x0, y, x1, y])
    return [(x0, y0, x1, y1) for x0, y0, x1, y1 in found if y1 - y0 < _THICK * dpi]
