"""Persons who stand for their body: ``Giám đốc Sở Y tế``, ``Chủ tịch UBND tỉnh``."""

from __future__ import annotations

import re

_OFFICE = (
    r"(?:phó )?(?:tổng )?(?:giám đốc|chủ tịch|bộ trưởng|thứ trưởng|thủ trưởng|cục trưởng|chi cục trưởng|tổng cục trưởng"
    r"|vụ trưởng|viện trưởng|chánh án|chánh|trưởng|hiệu trưởng|thống đốc|bí thư|biên tập|chỉ huy trưởng|người đứng đầu"
    r"|tập thể lãnh đạo|lãnh đạo|ban lãnh đạo|đại diện(?: lãnh đạo)?|tư lệnh|ct|pct)"
)
_BEFORE = re.compile(rf"(?<!\w)(?:đồng chí )?(?:(?:các )?{_OFFICE}(?:, ?| và | )?)+(?:các )?\Z")
_LAST = re.compile(r"(?:đốc|tịch|trưởng|án|chánh|thư|tập|đầu|đạo|diện|lệnh|ct|các) \Z")
_WINDOW = 70
"""Characters looked back at: the longest run of offices before a body is shorter."""


def start_of(folded: str, start: int, floor: int) -> int:
    """Where the words for the person begin who stands for the body at ``start``; not before ``floor``."""
    if not _LAST.search(folded, max(start - 8, floor), start):
        return start
    before = _BEFORE.search(folded, max(start - _WINDOW, floor), start)
    return before.start() if before else start
