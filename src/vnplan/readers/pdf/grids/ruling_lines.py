"""What is drawn on a page of PDFium: ruling lines, and whether pictures may hold writing."""

from __future__ import annotations

import ctypes
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

from vnplan.errors import LimitExceeded
from vnplan.readers.pdf.page import Box, Rule

MAX_OBJECTS = 300_000
"""Objects on one page; a page drawn letter by letter with all its rules has some 3,000."""
THIN = 3.0
"""A box not thicker than this many points is a ruling line."""
_LARGE = 144.0
"""Width in points from which an image may be the picture of a page."""
_FORM_DEPTH = 4
"""Forms within forms that are looked into: printer drivers make two or three, a file that draws itself has no end."""
_MAX_POINTS = 4000
"""Points of one path that are looked at; the rules of a page drawn as one path have some hundreds."""

Matrix = tuple[float, float, float, float, float, float]
Point = tuple[float, float]


@dataclass(slots=True)
class Drawn:
    """The drawings of a page."""

    rules: list[Rule] = field(default_factory=list)
    inked: float = 0.0
    """Area of images in square points."""
    outlines: int = 0
    """Paths with curves: letters drawn as shapes."""
    dots: float = 0.0
    """Dots an inch of the finest large image."""


def read_rules(page: Any, place: Callable[[float, float, float, float], Box], name: str) -> Drawn:
    """The drawings of ``page``, in its coordinates as shown.

    Raises:
        LimitExceeded: there are more than :data:`MAX_OBJECTS`; ``name`` is the source named.

    """
    import pypdfium2.raw as c

    drawn = Drawn()
    box = [ctypes.c_float() for _ in range(4)]
    pointers = [ctypes.byref(value) for value in box]
    for number, (item, matrix) in enumerate(_objects(page)):
        if number > MAX_OBJECTS:
            raise LimitExceeded(name, f"more than {MAX_OBJECTS} drawings on one page")
        kind = c.FPDFPageObj_GetType(item)
        if kind not in (c.FPDF_PAGEOBJ_PATH, c.FPDF_PAGEOBJ_IMAGE):
            continue
        c.FPDFPageObj_GetBounds(item, *pointers)
        left, low, right, high = _moved(matrix, *(value.value for value in box))
        if kind == c.FPDF_PAGEOBJ_IMAGE:
            drawn.inked += abs((right - left) * (high - low))
            if right - left > _LARGE:
                drawn.dots = max(drawn.dots, _dots_across(item) / (right - left) * 72)
        elif min(right - left, high - low) <= THIN:
            drawn.rules.append(Rule(*place(left, low, right, high)))
        else:
            strokes = _strokes(item, matrix)
            drawn.outlines += strokes is None
            drawn.rules += [Rule(*place(*stroke)) for stroke in strokes or ()]
    return drawn


def _objects(page: Any) -> Iterator[tuple[Any, Matrix | None]]:
    """Every object of a page, those of form objects with the matrix of the form."""
    import pypdfium2.raw as c

    raw = page.raw
    for index in range(c.FPDFPage_CountObjects(raw)):
        item = c.FPDFPage_GetObject(raw, index)
        if c.FPDFPageObj_GetType(item) == c.FPDF_PAGEOBJ_FORM:
            yield from _of_form(item, None, 0)
        else:
            yield item, None


def _of_form(form: Any, outer: Matrix | None, depth: int) -> Iterator[tuple[Any, Matrix | None]]:
    import pypdfium2.raw as c

    matrix = _own_matrix(form, outer)
    for index in range(c.FPDFFormObj_CountObjects(form)):
        item = c.FPDFFormObj_GetObject(form, index)
        if c.FPDFPageObj_GetType(item) != c.FPDF_PAGEOBJ_FORM:
            yield item, matrix
        elif depth < _FORM_DEPTH:
            yield from _of_form(item, matrix, depth + 1)


def _own_matrix(item: Any, outer: Matrix | None) -> Matrix:
    import pypdfium2.raw as c

    own = c.FS_MATRIX()
    c.FPDFPageObj_GetMatrix(item, own)
    if outer is None:
        return (own.a, own.b, own.c, own.d, own.e, own.f)
    p, q, r, s, t, u = outer
    return (
        own.a * p + own.b * r,
        own.a * q + own.b * s,
        own.c * p + own.d * r,
        own.c * q + own.d * s,
        own.e * p + own.f * r + t,
        own.e * q + own.f * s + u,
    )


def _point(matrix: Matrix, x: float, y: float) -> Point:
    a, b, c, d, e, f = matrix
    return a * x + c * y + e, b * x + d * y + f


def _moved(matrix: Matrix | None, left: float, low: float, right: float, high: float) -> Box:
    if matrix is None:
        return left, low, right, high
    xs, ys = zip(_point(matrix, left, low), _point(matrix, right, high), strict=True)
    return min(xs), min(ys), max(xs), max(ys)


def _dots_across(image: Any) -> int:
    import pypdfium2.raw as c

    width, height = ctypes.c_uint(), ctypes.c_uint()
    c.FPDFImageObj_GetImagePixelSize(image, width, height)
    return int(width.value)


def _strokes(path: Any, outer: Matrix | None) -> list[Box] | None:
    """The level and upright strokes of a path that is no thin box: none of mere shading, ``None`` for curves."""
    import pypdfium2.raw as c

    fill, stroke = ctypes.c_int(), ctypes.c_int()
    c.FPDFPath_GetDrawMode(path, fill, stroke)
    if not stroke.value and not fill.value:
        return []
    parts = _outline(path, _own_matrix(path, outer))
    if parts is None:
        return None
    found: list[Box] = []
    for points in parts:
        xs, ys = [p[0] for p in points], [p[1] for p in points]
        if len(points) > 2 and min(max(xs) - min(xs), max(ys) - min(ys)) <= THIN:
            found.append((min(xs), min(ys), max(xs), max(ys)))
        elif stroke.value:
            found += [
                (min(ax, bx), min(ay, by), max(ax, bx), max(ay, by))
                for (ax, ay), (bx, by) in pairwise(points)
                if abs(ax - bx) < 1 or abs(ay - by) < 1
            ]
    return found


def _outline(path: Any, matrix: Matrix) -> list[list[Point]] | None:
    """The corners of each part of a path; ``None`` if any part is curved."""
    import pypdfium2.raw as c

    x, y = ctypes.c_float(), ctypes.c_float()
    parts: list[list[Point]] = []
    for index in range(min(c.FPDFPath_CountSegments(path), _MAX_POINTS)):
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
    return parts
