"""Pinpoints (điểm, khoản, Điều): ``điểm a khoản 2 Điều 103`` before a citation (Decree 30/2020, Annex II, V.7)."""

from __future__ import annotations

import re
from typing import Final

from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Family
from vnplan.text.numerals import ROMAN, SMALL_ROMAN

_NAME = any_of(Family.CITATION_CUE, means="pinpoint")
_PLACE = rf"(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}[a-zđ]? | {ROMAN} | {SMALL_ROMAN} | [a-zđ]\d? | [A-ZĐ] | thứ\ \w+)"
_MORE = rf"(?:,\ |\ và\ |,\ và\ ) (?:\d{{1,3}}[a-zđ]?(?!/) | {ROMAN} | [a-zđ]) (?![\w/])"
_UNIT = rf"(?: (?:các\ )? {_NAME}\ (?:số\ )? {_PLACE} (?:{_MORE})* )"
_PINPOINT = re.compile(
    rf"""
    (?:từ\ )? (?P<whole> {_UNIT} (?:,?\ (?:và\ |đến\ |của\ |tại\ )? {_UNIT}){{0,5}} )
    ,? (?:\ của|\ tại|\ ban\ hành\ kèm\ theo)? \ ? \Z
    """,
    re.IGNORECASE | re.VERBOSE,
)
_REACH = 110
"""Characters of a pinpoint that are looked back at; the longest in a hundred plans has 40."""
_MAY_BE = re.compile(rf"(?:{ROMAN}|[\da-zđ]),?(?: của| tại)? ?\Z")

EXAMPLES: Final = {
    "_PINPOINT": (
        ("theo điểm a khoản 2 Điều 103 ", "các khoản 1, 2 và 3 Điều 5 của ", "Mục II Phụ lục 3 ban hành kèm theo "),
        ("theo quy định của ", "khoản kinh phí ", "khoản 2 Điều 5 và các văn bản "),
    ),
}


def pinpoint_before(text: str, at: int) -> tuple[int, str] | None:
    """Return start and words of the pinpoint that ends just before ``at``, else ``None``."""
    window = text[max(0, at - _REACH) : at]
    if not _MAY_BE.search(window):
        return None
    match = _PINPOINT.search(window)
    return (max(0, at - _REACH) + match.start("whole"), match["whole"]) if match else None
