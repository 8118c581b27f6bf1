"""PDF files: text layer by PDFium, tables by their ruling lines, scans and broken layers by OCR.

bytes --pdfium--> Page (words, rules) --layout--> Sheet (lines, columns, grids)
      --compose--> blocks in reading order --writer--> SourceDocument
"""

from __future__ import annotations

import hashlib
from dataclasses import replace
from typing import TYPE_CHECKING

from vnplan.diagnostics import note
from vnplan.errors import LimitExceeded, MissingDependency
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.source import Signature, Source
from vnplan.readers import ocr
from vnplan.readers.limits import Limits
from vnplan.readers.pdf import compose, page_order, pdfium, signatures
from vnplan.readers.pdf.page import Page
from vnplan.readers.pdf.pdfium import Pdf
from vnplan.readers.pdf.words import furniture, health, repair
from vnplan.readers.pdf.words.health import Health
from vnplan.readers.pdf.writer import Writer
from vnplan.readers.source import SourceDocument

if TYPE_CHECKING:
    from vnplan.readers.pdf.scans.recognition import Scanner

MEDIA_TYPE = "application/pdf"


def read(data: bytes, name: str, limits: Limits) -> SourceDocument:
    """Read the bytes of a PDF.

    Raises:
        EncryptedDocument: a password is asked for.
        CorruptDocument: the file cannot be read.
        LimitExceeded: pages, characters or seconds are over the limits.
        MissingDependency: no page has a usable text layer and no OCR engine is installed.

    """
    with pdfium.open_pdf(data, name, limits) as pdf:
        reading = _PageReading(pdf)
        sheets = [page_order.sheet(reading.page(page)) for page in pdf.pages()]
        reading.check()
        pages = pdf.count
        signed = signatures.read(data) if pdf.signed() else ()
    furniture.set_aside(sheets)
    writer = Writer()
    for block in compose.compose(sheets):
        writer.write(block)
        if writer.size > limits.characters:
            raise LimitExceeded(name, f"more than {limits.characters} characters")
    text = writer.text
    source = Source(
        name=name,
        media_type=MEDIA_TYPE,
        sha256=hashlib.sha256(data).hexdigest(),
        reader="pdf",
        pages=pages,
        chars=len(text),
        signatures=(*reading.signatures, *signed),
    )
    found = (*reading.diagnostics(), *writer.diagnostics())
    return SourceDocument(source, text, tuple(writer.blocks), tuple(writer.origins), found)


class _PageReading:
    """Decides page by page whether the text layer can be trusted, and remembers what was done about it."""

    def __init__(self, pdf: Pdf) -> None:
        self._pdf = pdf
        self._pages: dict[DiagnosticCode, list[int]] = {}
        self._repairs = repair.Repairs()
        self._usable = 0
        self.signatures: list[Signature] = []
        """What stamps of digital signatures say."""
        self._scanner: Scanner | None = None

    def page(self, page: Page) -> Page:
        """``page`` with the best words that can be had."""
        self.signatures += page.signatures
        page = replace(page, runs=self._repairs.page(page.runs, self._pdf.fonts()))
        state = health.judge(page)
        if state is Health.GOOD:
            self._usable += bool(page.runs)
            return page
        if not ocr.available():
            code = DiagnosticCode.PDF_PAGE_WITHOUT_TEXT if state is Health.EMPTY else DiagnosticCode.PDF_TEXT_DAMAGED
            self._pages.setdefault(code, []).append(page.number)
            self._usable += state is not Health.EMPTY
            return page
        if self._scanner is None:
            from vnplan.readers.pdf.scans.recognition import Scanner

            self._scanner = Scanner(self._pdf)
        self._usable += 1
        seen = self._scanner.lines(page) if state is Health.PARTLY else self._scanner.page(page)
        if _size(seen) < _LEAST_SEEN * _size(page):
            self._pages.setdefault(DiagnosticCode.PDF_TEXT_DAMAGED, []).append(page.number)
            return page
        code = DiagnosticCode.PDF_LINES_BY_OCR if state is Health.PARTLY else DiagnosticCode.PDF_PAGE_BY_OCR
        self._pages.setdefault(code, []).append(page.number)
        return seen

    def check(self) -> None:
        """Raise :class:`MissingDependency` if nothing could be read for want of an OCR engine."""
        if self._pages.get(DiagnosticCode.PDF_PAGE_WITHOUT_TEXT) and not self._usable:
            raise MissingDependency(self._pdf.name, f"the PDF is a scan without text; to read it, {ocr.INSTALL}")

    def diagnostics(self) -> list[Diagnostic]:
        """What a reader of the plan should know about its pages."""
        found = [note(code, None, pages=_numbers(pages)) for code, pages in self._pages.items()]
        if self._scanner and self._scanner.restored:
            found.append(note(DiagnosticCode.OCR_MARKS_RESTORED, None, count=self._scanner.restored))
        return found + self._repairs.diagnostics()


_LEAST_SEEN = 0.3
"""Part of a damaged layer's letters that OCR must see; a picture that shows less is no better."""


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
