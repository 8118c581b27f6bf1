"""Where the subject (trích yếu) after a type line ends and the document itself begins."""

from __future__ import annotations

import re

from vnplan.text.letters import is_capital
from vnplan.text.numerals import ROMAN

# First words of a basis clause or an opening sentence (docs/domain.md, 1.4).
_OPENING = (
    r"(?:Căn cứ|Thực hiện|Triển khai|Theo đề nghị|Theo |Xét |Trên cơ sở|Để |Nhằm |Tiếp tục"
    r"|Trong (?:những|các|thời gian|năm)|Ngày \d|Năm \d|Sau khi|Từ |Quán triệt|Phát huy|Hưởng ứng"
    r"|Vừa qua|Thời gian qua|Hiện nay|Qua |Với mục|Đồng thời"
    r"|(?:Ủy ban|Uỷ ban|UBND|Hội đồng|HĐND|Sở|Ban|Bộ|Chính phủ|Tỉnh ủy|Thành ủy|Cục|Công an)\s[^.;:]{0,120}?"
    r"\b(?:ban hành|xây dựng|báo cáo|quyết định|yêu cầu|đề nghị|triển khai)\b)"
)
OPENING = re.compile(_OPENING)
_INNER_OPENING = re.compile(rf"(?<=[\w\"”).;,]\s){_OPENING}|(?<=\w\s)(?:I|A|1)\s?[./]\s")
_ITEM = re.compile(
    rf"(?!V\s?/\s?V\b)(?:{ROMAN}|[A-H]|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}})\s?[./)]\s?\S"
    r"|(?:Điều|Phần|Chương|ĐIỀU|PHẦN|CHƯƠNG)\s+\S|[-+•]\s"
)
_POINTER = re.compile(r"\(\s*(?:Kèm|Ban hành|Đính kèm|Phê duyệt)", re.IGNORECASE)
_OPEN_END = re.compile(
    r"(?:[,–-]|\b(?:và|của|số|về|ngày|tháng|năm|các|tại|trên|theo|cho|đối với|giai đoạn))\Z", re.IGNORECASE
)
_SENTENCE_END = re.compile(r"[.;:]\Z")

LONGEST_LINE = 260
"""Characters of a mixed-case title line; the longest seen on one line has 214, opening sentences start at 150."""
LONGEST_RUNNING = 1_500
"""Characters looked at for the end of a title in running text; the longest title seen has 484."""


def is_body(words: str) -> bool:
    """Whether a line opens the document's body: an item mark, a pointer in brackets or a basis clause."""
    return _ITEM.match(words) is not None or _POINTER.match(words) is not None or OPENING.match(words) is not None


def is_pointer(words: str) -> bool:
    """``(Kèm theo Quyết định số ...)``."""
    return _POINTER.match(words) is not None


def is_item(words: str) -> bool:
    """A line that starts with a section mark."""
    return _ITEM.match(words) is not None


def is_open(title: str) -> bool:
    """Whether a title so far cannot end here: ``... CỦA``, ``... GIAI ĐOẠN``."""
    return _OPEN_END.search(title) is not None


def goes_on(title: str, words: str) -> bool:
    """Whether ``words``, the line after a ``title`` so far, still belongs to it."""
    if is_item(words) or is_pointer(words):
        return False
    if is_capital(title):
        return is_capital(words) or (_OPEN_END.search(title) is not None and len(words) < LONGEST_LINE)
    if words[:1].islower() or _OPEN_END.search(title):
        return not is_capital(words) and len(words) < LONGEST_LINE
    return (
        not (is_capital(words) or OPENING.match(words) or _SENTENCE_END.search(title) or _SENTENCE_END.search(words))
        and len(words) < LONGEST_LINE / 2
    )


def end_in_running(words: str, start: int) -> int | None:
    """Where the title that begins at ``start`` of running text ends, ``None`` if no opening follows in reach."""
    window = words[start : start + LONGEST_RUNNING]
    first = re.match(r"[\s\"“”'(]*(?P<word>\S+)", window)
    if first is None:
        return None
    if is_capital(first["word"]) or first["word"][:1].isdigit():
        return start + _end_of_capitals(window)
    found = _INNER_OPENING.search(window, 12)
    return start + found.start() if found else None


_TOKEN = re.compile(r"\S+")
_SECTION_TOKEN = re.compile(r"(?:I|A|1)[./]?\Z")


def _end_of_capitals(window: str) -> int:
    quoted = False
    end = 0
    for token in _TOKEN.finditer(window):
        word = token[0]
        if (
            not quoted
            and end
            and _SECTION_TOKEN.match(word)
            and window[token.end() : token.end() + 3].lstrip(" .")[:1].isupper()
        ):
            following = window[token.end() :].lstrip()
            if word.endswith((".", "/")) or following.startswith("."):
                break
        small = sum(c.islower() for c in word)
        if small and not quoted and not ("/" in word or any(c.isdigit() for c in word)):
            break
        if word.count('"') % 2:
            quoted = not quoted
        end = token.end()
    return end
