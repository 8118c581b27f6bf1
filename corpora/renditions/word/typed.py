"""Source -> DOCX typed throughout: markers and bullets are words, the columns of the letterhead are parted by tabs."""

from __future__ import annotations

from dataclasses import replace
from itertools import zip_longest
from typing import Any

from docx.enum.text import WD_TAB_ALIGNMENT
from docx.shared import Cm
from source import Source

from renditions.layout import Closing, Letterhead
from renditions.word.form import USUAL, Form, written
from renditions.word.page import Look, put, saved

_LEFT, _RIGHT = 3.2, 11.4  # centimetres from the margin to the middle of either column


def as_typed(source: Source) -> bytes:
    """No table but those with lines."""
    form = Form(_letterhead, USUAL.paragraph, USUAL.grid, _closing)
    return saved(written(source, form))


def _letterhead(document: Any, head: Letterhead) -> None:
    left = [*head.left, *[""] * (len(head.right) - len(head.left)), head.number or "", *head.subject, *head.marks]
    right = [*head.right, *[""] * (len(head.left) - len(head.right)), head.dateline or ""]
    for one, other in zip_longest(left, right, fillvalue=""):
        _tabbed(document, one, other)


def _tabbed(document: Any, left: str, right: str) -> None:
    """Both texts on one line, each about the middle of its column."""
    paragraph = put(document, f"\t{left}" + (f"\t{right}" if right else ""), Look(size=12.5, bold=left.isupper()))
    for place in (_LEFT, _RIGHT):
        paragraph.paragraph_format.tab_stops.add_tab_stop(Cm(place), WD_TAB_ALIGNMENT.CENTER)


def _closing(document: Any, block: Closing) -> None:
    """The signature first, moved to the right by its indent, then the recipients below."""
    for line in block.signatures:
        for _ in range(3 if line.place == "signer" else 0):
            put(document, "", Look())
        paragraph = put(document, line.text, replace(Look(bold=True), size=14))
        paragraph.paragraph_format.left_indent = Cm(_RIGHT - 3)
    for index, text in enumerate(block.recipients):
        put(document, text, Look(size=12 if index == 0 else 11, bold=index == 0, italic=index == 0))
