"""Whether a word is to be seen on the page as PDFium draws it: layers, colours and what lies above it together."""

from __future__ import annotations

from typing import Any

from vnplan.readers.pdf.page import Word

_CONTRAST = 24
"""Difference of grey values in its box from which a word is seen."""
_MOST_DOTS = 4_000_000
"""Dots of the picture: four times those of A4 at 72 an inch; larger pages are drawn smaller."""


class Seen:
    """Answers for the words of one page; the page is drawn once, when first asked."""

    def __init__(self, page: Any, size: tuple[float, float]) -> None:
        self._page = page
        self._scale = min(1.0, (_MOST_DOTS / max(size[0] * size[1], 1.0)) ** 0.5)
        self._rows: list[bytes] | None = None

    def __call__(self, word: Word) -> bool:
        """Whether anything stands out in the box of ``word``."""
        rows = self._drawn()
        left, right = (max(int(x * self._scale), 0) for x in (word.x0, word.x1))
        top, bottom = (max(int(y * self._scale), 0) for y in (word.top, word.bottom))
        dots = b"".join(row[left : right + 1] for row in rows[top : bottom + 1])
        return bool(dots) and max(dots) - min(dots) >= _CONTRAST

    def _drawn(self) -> list[bytes]:
        if self._rows is None:
            bitmap = self._page.render(scale=self._scale, grayscale=True)
            try:
                raw, stride = bytes(bitmap.buffer), bitmap.stride
                self._rows = [raw[at : at + bitmap.width] for at in range(0, stride * bitmap.height, stride)]
            finally:
                bitmap.close()
        return self._rows
