"""A look of its own at each doubtful cell of a scanned table, as whole pages make an engine guess short lines."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from vnplan.readers.ocr import Seen
from vnplan.readers.pdf.grids import ruled
from vnplan.readers.pdf.page import RawCell, Rule

if TYPE_CHECKING:
    from PIL.Image import Image

_DOUBTFUL = 80.0
"""Confidence in per cent of a cell's least certain word below which it is looked at again."""
_MOST = 60
"""Cells of a page that are looked at again, a fifth of a second each; a page with more is too bad to gain."""
_INSIDE = 1.5
"""Points of a cell along its rules that are left out."""
_WHITE = 20
"""Dots of white round the picture of a cell: Tesseract finds no lines at a border."""


def look(
    seen: list[Seen], rules: list[Rule], picture: Image, scale: float, see: Callable[[Image], list[Seen]]
) -> list[Seen]:
    """``seen`` with the words of doubtful cells as a look at the cell alone shows them, where that is surer.

    ``rules`` are in points, ``scale`` dots of ``picture`` and ``seen`` in one of them.
    """
    out = list(seen)
    # The number of the page is of no account here.
    cells = [cell for grid in ruled.grids(rules, 1) for cell in grid.cells]
    looks = 0
    for cell in cells:
        words = [word for word in out if _within(word, cell, scale)]
        if not words or min(word.trust for word in words) >= _DOUBTFUL or looks == _MOST:
            continue
        looks += 1
        found = _in_cell(cell, picture, scale, see)
        if found and _surer(found, words):
            gone = {id(word) for word in words}
            out = [word for word in out if id(word) not in gone] + found
    return out


def _in_cell(cell: RawCell, picture: Image, scale: float, see: Callable[[Image], list[Seen]]) -> list[Seen]:
    from PIL import ImageOps

    left, top = round((cell.x0 + _INSIDE) * scale), round((cell.top + _INSIDE) * scale)
    right, bottom = round((cell.x1 - _INSIDE) * scale), round((cell.bottom - _INSIDE) * scale)
    part = ImageOps.expand(picture.crop((left, top, right, bottom)), _WHITE, 255)
    x, y = left - _WHITE, top - _WHITE
    return [
        Seen(
            one.text,
            one.x0 + x,
            one.top + y,
            one.x1 + x,
            one.bottom + y,
            one.line_top + y,
            one.line_bottom + y,
            one.trust,
        )
        for one in see(part)
    ]


def _surer(found: list[Seen], than: list[Seen]) -> bool:
    """True if no less was read, and the least certain word is more certain."""
    letters = [sum(len(word.text) for word in words) for words in (found, than)]
    # A letter in five may be gone: a bar or a speck that was read as one.
    return letters[0] >= 0.8 * letters[1] and min(w.trust for w in found) > min(w.trust for w in than)


def _within(word: Seen, cell: RawCell, scale: float) -> bool:
    x, y = (word.x0 + word.x1) / 2 / scale, (word.top + word.bottom) / 2 / scale
    return cell.x0 <= x <= cell.x1 and cell.top <= y <= cell.bottom
