"""Pages to be read from their pictures in, read pages out: one a processor at a time, until time is up."""

from __future__ import annotations

import io
import os
import threading
from collections import deque
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from typing import TYPE_CHECKING

from vnplan.readers import ocr
from vnplan.readers.pdf.page import Page
from vnplan.readers.pdf.pdfium import Pdf
from vnplan.readers.pdf.scans import pictures
from vnplan.readers.pdf.scans.recognition import FINEST, Pictures, Read, Recognition, fineness
from vnplan.readers.pdf.words.health import Health

if TYPE_CHECKING:
    from PIL.Image import Image

_KEPT = 0.1
"""Part of the document's time that is left for what follows reading: tables, outline and facts of a long plan."""


class Scanner:
    """Reads pages of one PDF from their pictures.

    PDFium draws in the thread that opened it; each run of Tesseract is a
    process of its own, and no more of them run than there are processors.
    """

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._processors = os.cpu_count() or 1
        self._slots = threading.BoundedSemaphore(self._processors)
        self._recognition = Recognition(self._see, self._turn)
        self.restored = 0
        """Words whose marks were put back."""

    def read(self, pages: dict[int, tuple[Page, Health]]) -> Iterator[tuple[int, Page | None]]:
        """The ``pages`` as their pictures show them, in order; ``None`` for those that time did not suffice for."""
        waiting: deque[tuple[int, Future[Read | None]]] = deque()
        with ThreadPoolExecutor(self._processors) as pool:
            for at, (page, state) in pages.items():
                # One page more than there are processors is drawn ahead: each takes some 40 MB.
                if len(waiting) > self._processors:
                    yield self._done(waiting)
                drawn = self._draw(page, state)
                waiting.append((at, pool.submit(self._read, page, state, drawn)))
            while waiting:
                yield self._done(waiting)

    def _done(self, waiting: deque[tuple[int, Future[Read | None]]]) -> tuple[int, Page | None]:
        at, future = waiting.popleft()
        read = future.result()
        self.restored += read.restored if read else 0  # here, in one thread
        return at, read.page if read else None

    def _draw(self, page: Page, state: Health) -> Pictures | None:
        if not self._pdf.seconds_left(_KEPT):
            return None
        fine = self._pdf.picture(page.number - 1, FINEST)
        ink = pictures.ink(fine)
        dpi = FINEST if state is Health.PARTLY else fineness(page)
        plain = (fine if dpi == FINEST else self._pdf.picture(page.number - 1, dpi)).convert("L")
        return Pictures(plain, dpi, ink)

    def _read(self, page: Page, state: Health, drawn: Pictures | None) -> Read | None:
        if drawn is None:
            return None
        try:
            if state is Health.PARTLY:
                return self._recognition.lines(page, drawn)
            return self._recognition.page(page, drawn, state)
        except TimeoutError:
            return None

    def _see(self, picture: Image, dpi: int, *, shape: ocr.Shape = ocr.Shape.PAGE) -> list[ocr.Seen]:
        with self._slots:
            return ocr.recognise(_png(picture), dpi, self._left(), shape=shape)

    def _turn(self, picture: Image, dpi: int) -> int:
        with self._slots:
            return ocr.orientation(_png(picture), dpi, self._left())

    def _left(self) -> float:
        left = self._pdf.seconds_left(_KEPT)
        if not left:
            msg = "time is up"
            raise TimeoutError(msg)
        return left


def _png(picture: Image) -> bytes:
    out = io.BytesIO()
    picture.save(out, "PNG", compress_level=1)
    return out.getvalue()
