"""Where the heading of an item ends when its text follows in the same line."""

from __future__ import annotations

import re

from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.fold import fold_case
from vnplan.text.letters import LOWER, UPPER

# Headings that nearly every plan has; a capital behind one of them begins the text.
_USUAL = (
    "Mục đích, yêu cầu", "Mục đích", "Yêu cầu", "Mục tiêu, yêu cầu", "Mục tiêu chung", "Mục tiêu cụ thể",
    "Mục tiêu tổng quát", "Mục tiêu", "Quan điểm", "Đối tượng", "Phạm vi", "Phạm vi, đối tượng", "Thời gian",
    "Địa điểm", "Thành phần", "Nội dung", "Nội dung thực hiện", "Kinh phí", "Kinh phí thực hiện", "Tổ chức thực hiện",
    "Chế độ báo cáo", "Chỉ tiêu", "Nguyên tắc",
)  # fmt: skip
_USUAL_HEAD = re.compile(rf"(?:{'|'.join(sorted(_USUAL, key=len, reverse=True))})(?= [{UPPER}])")
# Words that begin sentences of plans and are no proper names: in capitals behind a small letter they open the text.
_OPENERS = (
    "Các", "Để", "Nhằm", "Căn cứ", "Trên cơ sở", "Chủ trì", "Phối hợp", "Tiếp tục", "Đẩy mạnh", "Tăng cường",
    "Thực hiện", "Triển khai", "Xây dựng", "Tổ chức", "Hướng dẫn", "Công tác", "Việc", "Trong", "Nâng cao", "Phấn đấu",
    "Giao", "Từ", "Là", "Tham mưu", "Rà soát", "Đảm bảo", "Bảo đảm",
)  # fmt: skip
_OPENER = re.compile(rf"(?<=[{LOWER}]) (?=(?:{'|'.join(_OPENERS)}) )")
_LONGEST = 160
# The noun of a body needs its name: behind "Sở" neither "Giao thông vận tải" nor "Xây dựng" opens the text.
_NAMED = [row for row in select(Family.AGENCY_NOUN, Context.HEADING) if not row.traits & {"whole", "any_body"}]
_NAMELESS = re.compile(rf"(?<!\w){alternation(_NAMED)}\Z")
# "Yêu cầu Thủ trưởng các sở ...": a verb with whom it asks, no heading.
_ASKED = re.compile(
    rf"{any_of(Family.REQUEST, Context.HEADING)} (?:các )?"
    rf"(?:{any_of(Family.AGENCY_NOUN, Context.HEADING)}|thủ trưởng|giám đốc|chủ tịch)"
)


def heading_end(words: str) -> int | None:
    """Position behind the heading in ``words``; ``None`` where heading and text are one.

    >>> heading_end("MỤC ĐÍCH, YÊU CẦU Tổ chức quán triệt"), heading_end("Phấn đấu giảm tai nạn")
    (17, None)
    """
    capitals = _capitals(words)
    if capitals:
        return capitals if capitals < len(words) else None
    usual = _USUAL_HEAD.match(words)
    if usual and not _ASKED.match(fold_case(words)):
        return usual.end()
    openers = _OPENER.finditer(words, 0, _LONGEST)
    opener = next((m for m in openers if not _NAMELESS.search(fold_case(words[: m.start()]))), None)
    if opener and not re.search(r"[.;:,]", words[max(0, opener.start() - 1) : opener.start()]):
        before = words[: opener.start()]
        return opener.start() if not re.search(r"[.;:]", before) else None
    return None


def _capitals(words: str) -> int:
    """How far ``words`` are capitals; 0 if they begin otherwise or run on in small letters (``UBND các huyện``)."""
    end = letters = count = 0
    for match in re.finditer(r"\S+", words[:600]):
        token = match[0]
        if any(c.islower() for c in token):
            if token[0].islower():
                return 0
            break
        end = match.end()
        letters += sum(c.isalpha() for c in token)
        count += 1
    return end if letters >= 4 and count > 1 else 0


def usual_heading(words: str) -> bool:
    """True for one of the headings that nearly every plan has (``Mục đích``, ``Yêu cầu``)."""
    return words in _USUAL
