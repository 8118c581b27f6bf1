"""Pictures of pages: ink, slant and ruling lines."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.readers.pdf.page import Rule

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray
    from PIL.Image import Image


def ink(picture: Image) -> Image:
    """Black ink alone, in grey: each dot by its strongest colour, so that red seals and blue signatures fade."""
    from PIL import ImageChops

    red, green, blue = picture.split()
    return ImageChops.lighter(ImageChops.lighter(red, green), blue)


def smooth(picture: Image) -> Image:
    """``picture`` without single dots, for another look at one that has no colours."""
    from PIL import ImageFilter

    return picture.filter(ImageFilter.MedianFilter(3))


def straight(picture: Image, slope: float) -> Image:
    """``picture`` turned so that lines of ``slope`` are level."""
    from math import atan, degrees

    from PIL import Image

    return picture.rotate(degrees(atan(slope)), fillcolor=255, resample=Image.Resampling.BICUBIC)


def turned(picture: Image, degrees: int) -> Image:
    """``picture`` turned clockwise by quarters."""
    from PIL import Image

    ways = {90: Image.Transpose.ROTATE_270, 180: Image.Transpose.ROTATE_180, 270: Image.Transpose.ROTATE_90}
    return picture.transpose(ways[degrees])


_STEEPEST, _COARSE, _FINE = 0.05, 0.004, 0.0005
"""Slopes that are tried: up to three degrees, as a sheet fed askew has, in two passes."""
_SAMPLE_DPI = 100
"""Dots an inch at which the slope is measured: letters are 8 dots high, enough for the valleys between lines."""
_LEAST_GAIN = 1.02
"""How much sharper the lines must be for a page to be turned, so that pictures of anything else stay."""


def slope(picture: Image, dpi: int) -> float:
    """How much the lines fall to the right: the shear under which rows of dots part best into dark and light."""
    import numpy as np

    factor = max(round(dpi / _SAMPLE_DPI), 1)
    y, x = np.nonzero(np.asarray(picture.reduce(factor)) < _DARK)
    if not len(y):
        return 0.0

    def sharpness(slope: float) -> float:
        rows = np.bincount(np.round(y - slope * x + picture.width / factor * _STEEPEST * 2).astype(np.int64))
        return float((rows.astype(np.float64) ** 2).sum())

    best = max(np.arange(-_STEEPEST, _STEEPEST + _COARSE, _COARSE).tolist(), key=sharpness)
    best = max(np.arange(best - _COARSE, best + _COARSE, _FINE).tolist(), key=sharpness)
    return float(best) if sharpness(best) > _LEAST_GAIN * sharpness(0.0) else 0.0


_DARK = 128
"""Brightness from 0 to 255 below which a dot is ink: the middle, as scans are near black and white."""
_LONG = 0.5
"""Inches that a stroke must run straight to be a rule: longer than any letter."""
_THICK = 0.08
"""Inches; what is thicker is a bar or a shaded cell."""


_EDGE = 2
"""Dots round a rule that are grey with it."""


def rules(picture: Image, dpi: int) -> list[Rule]:
    """Ruling lines of a picture: straight dark runs, thickened a little to bear a slight slant."""
    import numpy as np

    dark = np.asarray(picture) < _DARK
    level = _runs(dark, dpi)
    upright = [(y0, x0, y1, x1) for x0, y0, x1, y1 in _runs(dark.T, dpi)]
    return [Rule(*(value * 72 / dpi for value in box)) for box in (*level, *upright)]


def cleared(picture: Image, rules: list[Rule], dpi: int) -> Image:
    """``picture`` with ``rules`` (in points) painted over in white."""
    from PIL import ImageDraw

    out = picture.copy()
    pen = ImageDraw.Draw(out)
    scale = dpi / 72
    for x0, top, x1, bottom in rules:
        box = (x0 * scale - _EDGE, top * scale - _EDGE, x1 * scale + _EDGE, bottom * scale + _EDGE)
        pen.rectangle(box, fill=255)
    return out


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
