"""Pinpoints (điểm, khoản, Điều): ``điểm a khoản 2 Điều 103`` before a citation (Decree 30/2020, Annex II, V.7)."""

from __future__ import annotations

import re

from vnplan.text.numerals import ROMAN, SMALL_ROMAN

_UNIT = (
    r"(?:(?:các )?(?:tiết|điểm|khoản|điều|mục|tiểu mục|chương|phần|phụ lục|biểu|mẫu) "
    rf"(?:(?:số )?(?:\d{{1,3}}(?:\.\d{{1,2}}){{0,2}}[a-zđ]?|{ROMAN}|{SMALL_ROMAN}|[a-zđ]\d?|[A-ZĐ]|thứ \w+))"
    rf"(?:(?:, | và |, và )(?:\d{{1,3}}[a-zđ]?(?!/)|{ROMAN}|[a-zđ])(?![\w/]))*)"
)
_PINPOINT = re.compile(
    rf"(?:từ )?(?P<whole>{_UNIT}(?:,? (?:và |đến |của |tại )?{_UNIT}){{0,5}}),?(?: của| tại| ban hành kèm theo)? ?\Z",
    re.IGNORECASE,
)
_REACH = 110
_MAY_BE = re.compile(rf"(?:{ROMAN}|[\da-zđ]),?(?: của| tại)? ?\Z")


def pinpoint_before(text: str, at: int) -> tuple[int, str] | None:
    """Return start and words of the pinpoint that ends just before ``at``, else ``None``."""
    window = text[max(0, at - _REACH) : at]
    if not _MAY_BE.search(window):
        return None
    match = _PINPOINT.search(window)
    return (max(0, at - _REACH) + match.start("whole"), match["whole"]) if match else None
