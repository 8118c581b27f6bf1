"""Pages of PDFium in, pages with the best words that can be had out, and what was done about them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from vnplan.diagnostics import note
from vnplan.errors import LimitExceeded, MissingDependency
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.source import Signature
from vnplan.readers import ocr
from vnplan.readers.pdf.page import Page
from vnplan.readers.pdf.pdfium import Pdf
from vnplan.readers.pdf.words import health, repair
from vnplan.readers.pdf.words.health import Health

_LEAST_SEEN = 0.3
"""Part of a damaged layer's letters that OCR must see; a picture that shows less is no better."""


class PageReading:
    """Decides page by page whether the text layer can be trusted, and remembers what was done about it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages: dict[DiagnosticCode, list[int]] = {}
        self._repairs = repair.Repairs()
        self._restored = 0
        self._usable = 0
        self.signatures: list[Signature] = []
        """What stamps of digital signatures say."""

    def pages(self) -> list[Page]:
        """Every page in order, the layers first, as pictures take their time.

        Raises:
            MissingDependency: nothing could be read for want of an OCR engine.
            LimitExceeded: nothing was read before time was up.

        """
        pages = [replace(page, runs=self._repairs.page(page.runs, self._pdf.fonts())) for page in self._pdf.pages()]
        states = [health.judge(page) for page in pages]
        looked = {at: state for at, state in enumerate(states) if state is not Health.GOOD}
        self._usable = sum(
            state is not Health.EMPTY and bool(page.runs) for page, state in zip(pages, states, strict=True)
        )
        if looked and ocr.available():
            self._look(pages, looked)
        else:
            self._name(pages, looked)
        self.signatures += [signature for page in pages for signature in page.signatures]
        return pages

    def _name(self, pages: list[Page], looked: Mapping[int, Health]) -> None:
        for at, state in looked.items():
            missing = state in (Health.EMPTY, Health.THIN)
            self._note(DiagnosticCode.PDF_PAGE_WITHOUT_TEXT if missing else DiagnosticCode.PDF_TEXT_DAMAGED, pages[at])
        if self._pages.get(DiagnosticCode.PDF_PAGE_WITHOUT_TEXT) and not self._usable:
            raise MissingDependency(self._pdf.name, f"the PDF is a scan without text; to read it, {ocr.INSTALL}")

    def _look(self, pages: list[Page], looked: Mapping[int, Health]) -> None:
        """Put what OCR sees in the place of the pages that need it; those that time does not suffice for are named."""
        from vnplan.readers.pdf.scans import sequel
        from vnplan.readers.pdf.scans.scanner import Scanner

        scanner = Scanner(self._pdf)
        read: list[int] = []
        for at, seen in scanner.read({at: (pages[at], state) for at, state in looked.items()}):
            page, state = pages[at], looked[at]
            if seen is None:
                self._note(DiagnosticCode.PDF_PAGE_NOT_READ, page)
                continue
            self._usable += 1
            if state is Health.DAMAGED and _size(seen) < _LEAST_SEEN * _size(page):
                self._note(DiagnosticCode.PDF_TEXT_DAMAGED, page)
                continue
            partly = state is Health.PARTLY
            self._note(DiagnosticCode.PDF_LINES_BY_OCR if partly else DiagnosticCode.PDF_PAGE_BY_OCR, page)
            pages[at] = seen
            if not partly:
                read.append(at)
        mended, count = sequel.mended([pages[at] for at in read])
        for at, page in zip(read, mended, strict=True):
            pages[at] = page
        self._restored = scanner.restored + count
        if self._pages.get(DiagnosticCode.PDF_PAGE_NOT_READ) and not self._usable:
            raise LimitExceeded(self._pdf.name, "no page was read before time was up (Limits.seconds)")

    def _note(self, code: DiagnosticCode, page: Page) -> None:
        self._pages.setdefault(code, []).append(page.number)

    def diagnostics(self) -> list[Diagnostic]:
        """What a reader of the plan should know about its pages."""
        found = [note(code, None, pages=_numbers(pages)) for code, pages in self._pages.items()]
        if self._restored:
            found.append(note(DiagnosticCode.OCR_MARKS_RESTORED, None, count=self._restored))
        return found + self._repairs.diagnostics()


def _size(page: Page) -> int:
    return sum(len(word.text) for run in page.runs for word in run)


def _numbers(pages: list[int]) -> str:
    """``1-3, 7``."""
    runs: list[list[int]] = []
    for page in pages:
        if runs and page == runs[-1][-1] + 1:
            runs[-1].append(page)
        else:
            runs.append([page])
    return ", ".join(f"{run[0]}-{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs)
