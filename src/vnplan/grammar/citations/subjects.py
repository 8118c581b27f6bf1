"""The subject (trích yếu) after a citation: where it begins, and where it ends."""

from __future__ import annotations

import re

_ACTS = (
    "ban hành|phê duyệt|quy định|hướng dẫn|sửa đổi|bổ sung|thực hiện|triển khai|tiếp tục|tổ chức|thay thế|bãi bỏ"
    "|công bố|thành lập|điều chỉnh|giao|tăng cường|đẩy mạnh|thông qua|gia hạn|kéo dài|cụ thể hóa|đính chính|hợp nhất"
    "|sơ kết|tổng kết|xử phạt|xử lý|kiện toàn|đề nghị|được (?:sửa đổi|bổ sung|thay thế|ban hành|điều chỉnh|phê duyệt)"
)
_OPENING = re.compile(rf",? ?(?:về|V/v|{_ACTS})\b", re.IGNORECASE)
# The main clause takes over from the subject: ", UBND tỉnh ban hành Kế hoạch ..."
_BODY = (
    "(?:UBND|Ủy ban nhân dân|Uỷ ban nhân dân|Sở|Bộ|HĐND|Hội đồng|Ban|Chính phủ|Thủ tướng|Giám đốc|Chủ tịch"
    "|Tỉnh ủy|Thành ủy)"
)
_RULES = "(?:ban hành|xây dựng|yêu cầu|đề nghị|báo cáo|triển khai|tổ chức|quy định|công bố)"
_END = re.compile(
    r"[;|\"]|:(?! từ năm \d)|\.(?= |\Z)|\((?=(?:sau đây|gọi|viết tắt|dưới đây))"
    r"|, ?(?=(?:sau|dưới) đây (?:gọi|viết))|\(Kèm|\)"
    rf"|[,.]? {_BODY}(?: [^,;.:]{{1,80}})? {_RULES}\b"
)
_REACH = 600
_CALLED = r"(?:gọi tắt|gọi chung|gọi|viết tắt)"
_ALIAS = re.compile(
    rf"\s?\((?:sau đây |dưới đây )?{_CALLED}(?: là)?:? \"?(?P<name>[^()\"]{{2,80}}?)\"?\)"
    rf"|,? (?:sau đây|dưới đây) {_CALLED} là:? \"?(?P<open>[^()\",;.]{{2,60}}?)\"?(?=[,;.]|\Z)",
    re.IGNORECASE,
)


def subject_after(text: str, end: int) -> tuple[int, int] | None:
    """Return where the subject stands that follows a citation ending at ``end``, else ``None``."""
    opening = _OPENING.match(text, end)
    if not opening:
        return None
    stop = clause_end(text, opening.end())
    start = opening.start() + (len(opening[0]) - len(opening[0].lstrip(", ")))
    return (start, stop) if stop - start > 3 else None


def clause_end(text: str, start: int) -> int:
    """Return where the clause that runs on at ``start`` ends, brackets that open in it passed over."""
    limit = min(len(text), start + _REACH)
    depth, position = 0, start
    while stop := _END.search(text, position, limit):
        opened = text.count("(", position, stop.start())
        if stop[0] == ")" and depth + opened > 0:
            depth, position = depth + opened - 1, stop.end()
            continue
        return stop.start()
    return limit


def alias_after(text: str, end: int) -> tuple[int, int] | None:
    """Return where the alias stands that ``(sau đây gọi tắt là ...)`` at ``end`` gives, else ``None``."""
    match = _ALIAS.match(text, end)
    return match.span(match.lastgroup or 0) if match else None
