"""Raised figures (chỉ số trên): what stands before one and its characters -> whether it is the mark of a footnote."""

from __future__ import annotations

import re
from typing import Final

# What a raised figure belongs to: a unit of length (m², km3) or a power of ten.
_BASE = re.compile(r"(?:\b[cdkm]?m|\b10)\s?\Z", re.IGNORECASE)
_POWER = re.compile(r"\d{1,2}")
_MARK = re.compile(r"\(?(?:\d{1,3}|[*†‡]{1,3}|[a-e])\)?\Z")
_REACH = 4
"""Characters before a raised figure that can be its unit: a blank, ``km`` and another."""

EXAMPLES: Final = {
    "_BASE": (("1.200 m", "15 km", "10"), ("số 12", "QĐ-TTg", "Lam")),
    "_MARK": (("1", "(2)", "*", "12"), ("o", "nd", "th"), "match"),
}


def is_note_mark(before: str, raised: str) -> bool:
    """Whether ``raised``, printed above the line right behind ``before``, points to a footnote.

    ``12/QĐ-TTg¹`` and ``năm 2024*`` do; ``m²``, ``10⁶`` and ``n°`` do not. A mark is no part of the number or date
    that it stands at.
    """
    mark = raised.strip()
    if not _MARK.match(mark):
        return False
    return not (_POWER.fullmatch(mark) and _BASE.search(before[-_REACH:]))
