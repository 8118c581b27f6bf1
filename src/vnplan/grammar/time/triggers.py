"""Events that a task waits for (sau khi ..., theo kế hoạch của ..., 30 ngày kể từ ...)."""

from __future__ import annotations

import re

_SPELL = r"\d{1,3} (?:ngày|tuần|tháng|giờ)(?: làm việc)?"
_CUE = re.compile(
    # Ngay sau khi Kế hoạch được ban hành; sau 10 ngày kể từ ...
    rf"\b(?:ngay )?sau (?:khi|ngày|thời điểm|hội nghị|kỳ họp|đại hội|{_SPELL})\b"
    # Trong vòng 15 ngày làm việc; 100 ngày kể từ ngày ...; chậm nhất 30 ngày sau khi ...
    rf"|\b(?:chậm nhất |không quá )?trong (?:vòng |thời hạn |thời gian )?{_SPELL}"
    rf"|\b(?:chậm nhất |không quá )?(?:là )?{_SPELL},? (?=(?:kể )?từ |tính từ |sau )"
    # Khi có yêu cầu; kể từ ngày ký
    r"|\b(?:trước )?khi\b|\b(?:kể|tính) từ (?!(?:đầu |ngày |tháng |quý |năm |giai đoạn )*(?:\d|[iv]+\b))"
    r"|\btheo (?:các )?(?:kế hoạch|hướng dẫn|chỉ đạo|chương trình|yêu cầu|lộ trình|tiến độ|quy định|đề nghị"
    r"|thông báo|đợt|lịch"
    r"|quyết định|nghị quyết|văn bản|thời gian|thời hạn|thời điểm|phân công|phân kỳ|đề án|dự án)\b"
)
_CLAUSE_END = re.compile(r";|\.\s|\Z")


def find_trigger(words: str) -> tuple[int, int] | None:
    """Where the first event waited for stands in ``words``, a softened search copy; to the end of its clause."""
    cue = _CUE.search(words)
    if cue is None:
        return None
    end = _CLAUSE_END.search(words, cue.end())
    return cue.start(), end.start() if end else len(words)
