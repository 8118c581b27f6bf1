"""A page as a person turns it: an open page -> the page with its writing upright and its annotations drawn on it.

Both change the document in memory, which is never saved. What counts is how the letters stand, not what /Rotate says:
appendices are drawn sideways on upright pages, and upright pages are filed as turned ones.
"""

from __future__ import annotations

import math
from collections import Counter
from typing import Any, NamedTuple

_QUARTER, _HALF = 90, 180
"""Degrees by which pages are turned."""
_SAMPLE = 200
"""Characters whose direction is asked for: spread over the page, they tell its own from that of a heading cell."""
_GLANCE = 25
"""Characters of a first look: where all of them stand upright, so does the page (0.6 to the 25th is nothing)."""
_MOST = 0.6
"""Share of the letters that stand in the direction of the page: sideways tables keep a few upright labels."""
_LEAST = 3
"""Letters from which a direction can be told: a page number alone says nothing."""


class Opened(NamedTuple):
    """A page and its text page, both open."""

    page: Any
    text: Any

    def close(self) -> None:
        """Close both."""
        self.text.close()
        self.page.close()


def upright(document: Any, index: int) -> Opened:
    """Page ``index`` (from 0), turned so that most of its letters stand upright, with annotations as part of it."""
    page = document[index]
    if _draw_annotations(page):
        page.close()
        page = document[index]
    opened = Opened(page, page.get_textpage())
    turn = _direction(opened.text)
    if turn is None or turn == page.get_rotation() == 0:
        return opened
    if turn:
        _turn(page, turn)
    page.set_rotation(0)
    opened.close()
    page = document[index]
    return Opened(page, page.get_textpage())


def _draw_annotations(page: Any) -> bool:
    """Draw what form fields, stamps and free text show onto the page; whether there was any."""
    import pypdfium2.raw as c

    seen = {c.FPDF_ANNOT_WIDGET, c.FPDF_ANNOT_STAMP, c.FPDF_ANNOT_FREETEXT}
    for number in range(c.FPDFPage_GetAnnotCount(page.raw)):
        annotation = c.FPDFPage_GetAnnot(page.raw, number)
        if not annotation:
            continue
        kind = c.FPDFAnnot_GetSubtype(annotation)
        c.FPDFPage_CloseAnnot(annotation)
        if kind in seen:
            return bool(c.FPDFPage_Flatten(page.raw, c.FLAT_NORMALDISPLAY) == c.FLATTEN_SUCCESS)
    return False


def _direction(text_page: Any) -> int | None:
    """Degrees by which most letters are turned (0, 90, 180, 270, as PDFium counts); ``None`` without letters enough."""
    count = text_page.count_chars()
    glance = _turns(text_page.raw, count, _GLANCE)
    if len(glance) == 1 and glance[0] >= _LEAST:
        return 0
    turns = _turns(text_page.raw, count, _SAMPLE)
    if not turns:
        return None
    turn, times = turns.most_common(1)[0]
    return turn if times >= max(_LEAST, _MOST * turns.total()) and turn % _QUARTER == 0 else None


def _turns(raw: Any, count: int, sample: int) -> Counter[int]:
    """How many letters of a sample, spread over the page, are turned by how many degrees."""
    import pypdfium2.raw as c

    places = [index for index in range(0, count, max(count // sample, 1)) if _is_letter(raw, index)]
    return Counter(round(math.degrees(c.FPDFText_GetCharAngle(raw, index))) % 360 for index in places)


def _is_letter(raw: Any, index: int) -> bool:
    import pypdfium2.raw as c

    # The end of Unicode: what lies beyond is no character.
    return not c.FPDFText_IsGenerated(raw, index) and chr(c.FPDFText_GetUnicode(raw, index) % 0x110000).isalnum()


def _turn(page: Any, turn: int) -> None:
    """Turn everything on the page so that letters at ``turn`` degrees stand upright."""
    import pypdfium2.raw as c

    left, low, right, high = page.get_bbox()
    width, height = right - left, high - low
    # Columns of the matrices: where (1, 0), (0, 1) and the corner of the page come to stand.
    if turn == _HALF:
        matrix = c.FS_MATRIX(-1, 0, 0, -1, right, high)
    elif turn == _HALF + _QUARTER:
        matrix = c.FS_MATRIX(0, -1, 1, 0, -low, right)
        width, height = height, width
    else:
        matrix = c.FS_MATRIX(0, 1, -1, 0, high, -left)
        width, height = height, width
    c.FPDFPage_TransFormWithClip(page.raw, matrix, None)
    page.set_mediabox(0, 0, width, height)
    page.set_cropbox(0, 0, width, height)
