"""The door to PDFium: the words and ruling lines of each page, a page at a time.

Measured on a 34-page plan: pages and text 45 ms, two boxes a word 8 ms; the
boxes of all characters would take 20 ms, pdfplumber's characters 1.2 s.
"""

from __future__ import annotations

import ctypes
import re
import time
import unicodedata
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from vnplan.errors import CorruptDocument, EncryptedDocument, LimitExceeded
from vnplan.readers.limits import Limits
from vnplan.readers.pdf.health import needs_look
from vnplan.readers.pdf.page import Page, Rule, Word

if TYPE_CHECKING:
    from PIL.Image import Image

MAX_DOTS = 120_000_000
"""Dots of a rendered page; A3 at 300 dots an inch has 17 million."""
MAX_OBJECTS = 300_000
"""Page objects on one page; a page drawn letter by letter with all its rules has some 3,000."""
THIN = 3.0
"""A box not thicker than this many points is a ruling line."""
ASCENT, DESCENT = 0.891, 0.216
"""Of Times New Roman, the typeface that Decree 30/2020 prescribes, in parts of the font size."""
_LARGE = 144.0
"""Width in points from which an image may be the picture of a page."""
_FORM_DEPTH = 4
_WORD = re.compile(r"[^ \t\r\n\f\v\x00\x03-\x1f\u2000-\u200a\u3000]+")
_HYPHENS = str.maketrans({"\ufffe": "-", "\x02": "-", "\u00ad": "-"})  # PDFium's own mark for a hyphen at a line end
_BOLD = re.compile(r"bold|black|heavy|demi|[-,]bd", re.IGNORECASE)
_ITALIC = re.compile(r"italic|oblique|[-,]it\b", re.IGNORECASE)
_ITALIC_FLAG, _BOLD_FLAG = 1 << 6, 1 << 18
_PASSWORD, _SECURITY = 4, 5  # FPDF_ERR_PASSWORD, FPDF_ERR_SECURITY

Box = tuple[float, float, float, float]


class Pdf:
    """An open PDF."""

    def __init__(self, document: Any, name: str, limits: Limits) -> None:  # noqa: ANN401 -- pypdfium2 has no types
        self._document = document
        self.name = name
        self._limits = limits
        self._fonts: dict[tuple[bytes, int], tuple[bool, bool]] = {}
        self._end = time.monotonic() + limits.seconds
        self.count: int = len(document)

    def pages(self) -> Iterator[Page]:
        """Every page in turn; each is closed before the next is opened."""
        for index in range(self.count):
            self.check_time()
            yield self._page(index)

    def check_time(self) -> None:
        """Raise :class:`LimitExceeded` if the time for this document is over."""
        if time.monotonic() > self._end:
            raise LimitExceeded(self.name, f"reading took more than {self._limits.seconds:g} seconds")

    def seconds_left(self) -> float:
        """Time that remains for this document."""
        return max(self._end - time.monotonic(), 0.0)

    def picture(self, index: int, dpi: int) -> Image:
        """Page ``index`` (from 0) rendered in colour with ``dpi`` dots an inch."""
        page = self._document[index]
        try:
            width, height = page.get_size()
            if width * height * (dpi / 72) ** 2 > MAX_DOTS:
                raise LimitExceeded(self.name, f"page {index + 1} is too large to be rendered")
            bitmap = page.render(scale=dpi / 72)
            try:
                return bitmap.to_pil().convert("RGB")
            finally:
                bitmap.close()
        finally:
            page.close()

    def _page(self, index: int) -> Page:
        import pypdfium2

        try:
            page = self._document[index]
        except pypdfium2.PdfiumError as error:
            raise CorruptDocument(self.name, f"page {index + 1} cannot be read: {error}") from error
        try:
            width, height = page.get_size()
            place = _placer(page)
            text_page = page.get_textpage()
            try:
                words = self._words(text_page, place)
            finally:
                text_page.close()
            rules, pictured, dots = self._rules(page, place, width * height)
            return Page(index + 1, width, height, words, rules, pictured, dots)
        except pypdfium2.PdfiumError as error:
            raise CorruptDocument(self.name, f"page {index + 1} cannot be read: {error}") from error
        finally:
            page.close()

    def _words(self, text_page: Any, place: Callable[[float, float, float, float], Box]) -> list[Word]:  # noqa: ANN401
        import pypdfium2.raw as c

        count = text_page.count_chars()
        if count <= 0:
            return []
        if count > self._limits.characters:
            raise LimitExceeded(self.name, f"more than {self._limits.characters} characters")
        raw = text_page.raw
        text = _text(raw, count)
        composed = unicodedata.is_normalized("NFC", text)
        first, last = c.FS_RECTF(), c.FS_RECTF()
        name, flags = ctypes.create_string_buffer(128), ctypes.c_int()
        x, y = ctypes.c_double(), ctypes.c_double()
        loose, font, origin = c.FPDFText_GetLooseCharBox, c.FPDFText_GetFontInfo, c.FPDFText_GetCharOrigin
        words = []
        for match in _WORD.finditer(text):
            a, b = match.span()
            loose(raw, a, first)
            loose(raw, b - 1, last)
            for start, end in _parts(raw, text, a, b, (first, last)):
                if start != a or end != b:
                    loose(raw, start, first)
                    loose(raw, end - 1, last)
                x0, top, x1, bottom = place(
                    min(first.left, last.left),
                    min(first.bottom, last.bottom),
                    max(first.right, last.right),
                    max(first.top, last.top),
                )
                font(raw, start, name, 128, flags)
                bold, italic = self._style(name.value, flags.value)
                points = _points(raw, start, bottom - top)
                origin(raw, start, x, y)
                base = place(x.value, y.value, x.value, y.value)[1]
                if top - points < base < bottom + points:  # PDFium's boxes differ with the letters, the base line does not
                    top, bottom = base - ASCENT * points, base + DESCENT * points
                letters = text[start:end].translate(_HYPHENS)
                if not composed:
                    letters = unicodedata.normalize("NFC", letters)
                word = Word(letters, x0, top, x1, bottom, points, bold, italic)
                if words and _touch(words[-1], word):
                    words[-1] = _joined(words[-1], word)
                else:
                    words.append(word)
        return words

    def _style(self, name: bytes, flags: int) -> tuple[bool, bool]:
        known = self._fonts.get((name, flags))
        if known is None:
            words = name.decode("utf-8", "replace")
            known = (
                bool(_BOLD.search(words)) or bool(flags & _BOLD_FLAG),
                bool(_ITALIC.search(words)) or bool(flags & _ITALIC_FLAG),
            )
            self._fonts[name, flags] = known
        return known

    def _rules(
        self,
        page: Any,  # noqa: ANN401
        place: Callable[[float, float, float, float], Box],
        area: float,
    ) -> tuple[list[Rule], bool, float]:
        import pypdfium2.raw as c

        rules: list[Rule] = []
        inked, outlines, seen, dots = 0.0, 0, 0, 0.0
        box = [ctypes.c_float() for _ in range(4)]
        pointers = [ctypes.byref(value) for value in box]
        for item, matrix in _objects(page):
            seen += 1
            if seen > MAX_OBJECTS:
                raise LimitExceeded(self.name, f"more than {MAX_OBJECTS} drawings on one page")
            kind = c.FPDFPageObj_GetType(item)
            if kind not in (c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_IMAGE):
                continue
            c.FPDFPageObj_GetBounds(item, *pointers)
            left, low, right, high = _moved(matrix, *(value.value for value in box))
            if kind == c.FPDF_PAGEOBJ_IMAGE:
                inked += abs((right - left) * (high - low))
                if right - left > _LARGE:
                    dots = max(dots, _dots_across(item) / (right - left) * 72)
            elif min(right - left, high - low) <= THIN:
                rules.append(Rule(*place(left, low, right, high)))
            else:
                found = _segments(item, matrix)
                outlines += found is None
                rules += [Rule(*place(*segment)) for segment in found or ()]
        return rules, inked > 0.3 * area or outlines > 50, dots


@contextmanager
def opened(data: bytes, name: str, limits: Limits) -> Iterator[Pdf]:
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
            raise LimitExceeded(name, f"{count} pages, more than {limits.pages}")
        if count == 0:
            raise CorruptDocument(name, "the PDF has no pages")
        yield Pdf(document, name, limits)
    finally:
        document.close()


def _text(raw: Any, count: int) -> str:  # noqa: ANN401
    """The characters of a page, one for each index of PDFium."""
    import pypdfium2.raw as c

    buffer = (ctypes.c_ushort * (count + 1))()
    written = c.FPDFText_GetText(raw, 0, count, buffer)
    text = bytes(buffer)[: max(written - 1, 0) * 2].decode("utf-16-le", "surrogatepass")
    if len(text) == count:
        return text
    # Left-out characters or surrogate pairs: one by one, to keep index and character together.
    return "".join(chr(min(c.FPDFText_GetUnicode(raw, i), 0x10FFFF)) for i in range(count))


def _touch(left: Word, right: Word) -> bool:
    """True if two words are one: letters placed singly, with a blank that PDFium only guessed (``Qu ả ng``)."""
    tall = right.bottom - right.top
    return abs(left.bottom - right.bottom) < 0.5 and -0.1 * tall < right.x0 - left.x1 < 0.04 * tall


def _joined(left: Word, right: Word) -> Word:
    return left._replace(
        text=left.text + right.text,
        x1=right.x1,
        top=min(left.top, right.top),
        bold=left.bold and right.bold,
        italic=left.italic and right.italic,
    )


def _parts(raw: Any, text: str, start: int, end: int, ends: tuple[Any, Any]) -> list[tuple[int, int]]:  # noqa: ANN401
    """Cut a word of PDFium where it is two: over a line end after a hyphen, or run together for want of a blank."""
    import pypdfium2.raw as c

    first, last = ends
    over = last.left < first.left or last.top < first.bottom
    if end - start < 2 or not (over or needs_look(text[start:end])):
        return [(start, end)]
    boxes = []
    for index in range(start, end):
        box = c.FS_RECTF()
        c.FPDFText_GetLooseCharBox(raw, index, box)
        boxes.append((box.left, box.bottom, box.right, box.top))
    gaps = [b[0] - a[2] for a, b in pairwise(boxes)]
    usual = sorted(gaps)[len(gaps) // 2]
    tall = max(box[3] - box[1] for box in boxes)
    cuts = [start]
    for at, (gap, (a, b)) in enumerate(zip(gaps, pairwise(boxes), strict=True), start + 1):
        if b[3] < a[1] or b[2] < a[0] - tall or gap > usual + 0.13 * tall:
            cuts.append(at)
    return list(pairwise([*cuts, end]))


def _points(raw: Any, index: int, tall: float) -> float:  # noqa: ANN401
    """Font size on the page; the text matrix is asked only where the nominal size cannot be it."""
    import pypdfium2.raw as c

    points = c.FPDFText_GetFontSize(raw, index)
    if 0.5 * tall < points < 1.9 * tall:
        return float(points)
    matrix = c.FS_MATRIX()
    if c.FPDFText_GetMatrix(raw, index, matrix):
        scaled = points * max(abs(matrix.d), abs(matrix.b))
        if 0.3 * tall < scaled < 3 * tall:
            return float(scaled)
    return tall / (ASCENT + DESCENT)


def _placer(page: Any) -> Callable[[float, float, float, float], Box]:  # noqa: ANN401
    """From PDF user space (left, bottom, right, top) to the page as shown, top left origin."""
    turn = page.get_rotation()
    left, low, right, high = page.get_bbox()
    if turn == 90:
        return lambda x0, y0, x1, y1: (y0 - low, x0 - left, y1 - low, x1 - left)
    if turn == 180:
        return lambda x0, y0, x1, y1: (right - x1, y0 - low, right - x0, y1 - low)
    if turn == 270:
        return lambda x0, y0, x1, y1: (high - y1, right - x1, high - y0, right - x0)
    return lambda x0, y0, x1, y1: (x0 - left, high - y1, x1 - left, high - y0)


Matrix = tuple[float, float, float, float, float, float]


def _objects(page: Any) -> Iterator[tuple[Any, Matrix | None]]:  # noqa: ANN401
    """Every object of a page, those of form objects with the matrix of the form."""
    import pypdfium2.raw as c

    raw = page.raw
    for index in range(c.FPDFPage_CountObjects(raw)):
        item = c.FPDFPage_GetObject(raw, index)
        if c.FPDFPageObj_GetType(item) == c.FPDF_PAGEOBJ_FORM:
            yield from _of_form(item, None, 0)
        else:
            yield item, None


def _of_form(form: Any, outer: Matrix | None, depth: int) -> Iterator[tuple[Any, Matrix | None]]:  # noqa: ANN401
    import pypdfium2.raw as c

    own = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(form, own)
    matrix = _times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
    for index in range(c.FPDFFormObj_CountObjects(form)):
        item = c.FPDFFormObj_GetObject(form, index)
        if c.FPDFPageObj_GetType(item) != c.FPDF_PAGEOBJ_FORM:
            yield item, matrix
        elif depth < _FORM_DEPTH:
            yield from _of_form(item, matrix, depth + 1)


def _times(inner: Matrix, outer: Matrix | None) -> Matrix:
    if outer is None:
        return inner
    a, b, c, d, e, f = inner
    p, q, r, s, t, u = outer
    return (a * p + b * r, a * q + b * s, c * p + d * r, c * q + d * s, e * p + f * r + t, e * q + f * s + u)


def _point(matrix: Matrix | None, x: float, y: float) -> tuple[float, float]:
    if matrix is None:
        return x, y
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(matrix: Matrix | None, left: float, low: float, right: float, high: float) -> Box:
    if matrix is None:
        return left, low, right, high
    xs, ys = zip(_point(matrix, left, low), _point(matrix, right, high), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


_MAX_SEGMENTS = 4000
"""Points of one path that are looked at; the rules of a page drawn as one path have some hundreds."""


def _dots_across(image: Any) -> int:  # noqa: ANN401
    import pypdfium2.raw as c

    width, height = ctypes.c_uint(), ctypes.c_uint()
    c.FPDFImageObj_GetImagePixelSize(image, width, height)
    return int(width.value)


def _segments(path: Any, outer: Matrix | None) -> list[Box] | None:  # noqa: ANN401
    """The level and upright strokes of a path that is no thin box: none of mere shading, ``None`` for curves."""
    import pypdfium2.raw as c

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(path, fill, stroke)
    if not stroke.value and not fill.value:
        return []
    own = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(path, own)
    matrix = _times((own.a, own.b, own.c, own.d, own.e, own.f), outer)
    x, y = ctypes.c_float(), ctypes.c_float()
    parts: list[list[tuple[float, float]]] = []
    for index in range(min(c.FPDFPath_CountSegments(path), _MAX_SEGMENTS)):
        segment = c.FPDFPath_GetPathSegment(path, index)
        kind = c.FPDFPathSegment_GetType(segment)
        if kind == c.FPDF_SEGMENT_BEZIERTO:
            return None
        c.FPDFPathSegment_GetPoint(segment, x, y)
        point = _point(matrix, x.value, y.value)
        if kind == c.FPDF_SEGMENT_MOVETO or not parts:
            parts.append([point])
        else:
            parts[-1].append(point)
        if c.FPDFPathSegment_GetClose(segment):
            parts[-1].append(parts[-1][0])
    found: list[Box] = []
    for points in parts:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        if len(points) > 2 and min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN:
            found.append((min(xs), min(ys), max(xs), max(ys)))
        elif stroke.value:
            for (ax, ay), (bx, by) in zip(points, points[1:], strict=False):
                if abs(ax - bx) < 1 or abs(ay - by) < 1:
                    found.append((min(ax, bx), min(ay, by), max(ax, bx), max(ay, by)))
    return found
