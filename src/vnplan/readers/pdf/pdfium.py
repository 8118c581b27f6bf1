"""The door to PDFium: opens a PDF and gives its pages, one at a time.

Measured on a 34-page plan: pages and text 45 ms, boxes and fonts of words
20 ms; pdfplumber's characters alone take 1.2 s.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from vnplan.errors import CorruptDocument, EncryptedDocument, LimitExceeded
from vnplan.readers.limits import Limits
from vnplan.readers.pdf import turning
from vnplan.readers.pdf.grids import ruling_lines
from vnplan.readers.pdf.page import Box, Page
from vnplan.readers.pdf.words import ink, rendering, stamps
from vnplan.readers.pdf.words.page_words import Letters

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_DOTS = 120_000_000
"""Dots of a rendered page; A3 at 300 dots an inch has 17 million."""
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY


class Pdf:
    """An open PDF."""

    def __init__(self, document: Any, name: str, limits: Limits) -> None:
        self.name = name
        self.count: int = len(document)
        self._document = document
        self._seconds = limits.seconds
        self._end = time.monotonic() + limits.seconds
        self._letters = Letters(name, limits.characters)

    def pages(self) -> Iterator[Page]:
        """Every page in turn; each is closed before the next is opened."""
        for index in range(self.count):
            if time.monotonic() > self._end:
                raise LimitExceeded(self.name, f"reading took more than {self._seconds:g} seconds (Limits.seconds)")
            yield self._page(index)

    def signed(self) -> bool:
        """Whether the file holds digital signatures."""
        import pypdfium2.raw as c

        return bool(c.FPDF_GetSignatureCount(self._document.raw) > 0)

    def fonts(self) -> list[str]:
        """Names of the fonts met so far."""
        return self._letters.fonts()

    def seconds_left(self, kept: float = 0.0) -> float:
        """Time that remains for this document, without the part (0 to 1) of all its time that is ``kept`` for later."""
        return max(self._end - kept * self._seconds - time.monotonic(), 0.0)

    def picture(self, index: int, dpi: int) -> Image:
        """Page ``index`` (from 0) rendered in colour with ``dpi`` dots an inch."""
        page = self._document[index]
        try:
            width, height = page.get_size()
            # PDF counts in points, 72 an inch.
            if width * height * (dpi / 72) ** 2 > MAX_DOTS:
                raise LimitExceeded(self.name, f"page {index + 1} is too large to be rendered")
            bitmap = page.render(scale=dpi / 72)
            try:
                image: Image = bitmap.to_pil().convert("RGB")
            finally:
                bitmap.close()
        finally:
            page.close()
        return image

    def _page(self, index: int) -> Page:
        import pypdfium2

        try:
            opened = turning.upright(self._document, index)
            try:
                return self._read(opened, index)
            finally:
                opened.close()
        except pypdfium2.PdfiumError as error:
            raise CorruptDocument(self.name, f"page {index + 1} cannot be read: {error}") from error

    def _read(self, opened: turning.Opened, index: int) -> Page:
        page = opened.page
        width, height = page.get_size()
        place = _placer(page)
        runs = self._letters.runs(opened.text, place, upright=page.get_rotation() == 0)
        drawn = ruling_lines.read_rules(page, place, self.name)
        # A seal or a logo covers less than a third of a page; a page of letters drawn as outlines has hundreds.
        pictured = drawn.inked > 0.3 * width * height or drawn.outlines > 50
        read = Page(index + 1, width, height, runs, drawn.rules, pictured=pictured, dots=drawn.dots)
        inked = ink.part(runs, rendering.Seen(page, (width, height)), read)
        stamped = stamps.set_aside(inked.runs, read.number)
        read.runs, read.asides, read.signatures = stamped.runs, inked.asides + stamped.stamps, stamped.signatures
        return read


@contextmanager
def open_pdf(data: bytes, name: str, limits: Limits) -> Iterator[Pdf]:
    """Open the bytes of a PDF.

    Raises:
        EncryptedDocument: a password is asked for.
        CorruptDocument: PDFium cannot read the file.
        LimitExceeded: it has more pages than ``limits.pages``.

    """
    import pypdfium2
    import pypdfium2.raw as c

    try:
        document = pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        if c.FPDF_GetLastError() in (_PASSWORD, _SECURITY):
            raise EncryptedDocument(name, "the PDF asks for a password") from error
        raise CorruptDocument(name, f"the PDF is damaged beyond reading ({error})") from error
    try:
        count = len(document)
        if count > limits.pages:
            raise LimitExceeded(name, f"{count} pages, more than {limits.pages} (Limits.pages)")
        if count == 0:
            raise CorruptDocument(name, "the PDF has no pages")
        yield Pdf(document, name, limits)
    finally:
        document.close()


def _placer(page: Any) -> Callable[[float, float, float, float], Box]:
    """From PDF user space (left, bottom, right, top) to the page as shown, top left origin."""
    turn = page.get_rotation()
    left, low, right, high = page.get_bbox()
    # PDF turns pages by quarters, in degrees.
    if turn == 90:
        return lambda x0, y0, x1, y1: (y0 - low, x0 - left, y1 - low, x1 - left)
    # Upside down.
    if turn == 180:
        return lambda x0, y0, x1, y1: (right - x1, y0 - low, right - x0, y1 - low)
    # Three quarters.
    if turn == 270:
        return lambda x0, y0, x1, y1: (high - y1, right - x1, high - y0, right - x0)
    return lambda x0, y0, x1, y1: (x0 - left, high - y1, x1 - left, high - y0)
