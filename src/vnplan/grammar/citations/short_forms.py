"""Short citations: ``Chỉ thị 32``, ``Quyết định số 1983``, and the names that ``(sau đây gọi tắt là ...)`` gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vnplan.gazetteer import doc_types
from vnplan.grammar.citations.cited_document import Cited
from vnplan.grammar.citations.type_words import head_before
from vnplan.text.fold import fold_case

_DIGITS = re.compile(r"(?<=[^\W\d_] )\d{1,5}[a-z]?\b(?! ?[/%]|[.,:-]\d| ?- ?\d|-[A-ZĐ])")
_LAST_WORD = re.compile(r"(?:thị|quyết|định|luận|án|trình|hoạch|văn|bản|tư|điện|báo|lệnh|số|nq|qđ|ct|kl|kh|nđ) \Z")
_TYPES = frozenset({"NQ", "QĐ", "CT", "KL", "CTr", "KH", "NĐ", "TT", "ĐA", "TB", "CV", "TTr", "CĐ", "PL"})
_UNITS = (
    "năm|tháng|ngày|giờ|người|hộ|xã|huyện|tỉnh|nội dung|nhiệm vụ|nhóm|mục|chỉ tiêu|bước|điểm|khoản|điều|tỷ|triệu|nghìn"
    "|đồng|km|ha|lần|cấp|đơn vị|dự án|đề án|văn bản|trường|lớp|bộ|sở|ngành|tuổi|quý|phần|chương|tiêu chí|giải pháp"
    "|lĩnh vực|cơ sở|cán bộ|không|có|tại chỗ|trong"
)
_OF_YEAR = re.compile(r" năm (?:19|20)\d\d\b(?! ?-)")
_COUNTED = re.compile(rf" (?:{_UNITS})\b")


_SERIAL = re.compile(r"\d+")


def fits(name: str, item: Cited) -> bool:
    """Whether the short name ``name`` says type or number of ``item``: ``Nghị quyết 57``, ``Đề án``."""
    serial = _SERIAL.search(name)
    if serial and item.number:
        return serial[0].lstrip("0") == item.number.serial.lstrip("0")
    code = doc_types.names().get(fold_case(name))
    return code is None or code == item.doc_type


class Short(NamedTuple):
    """A document cited by type and bare number; only the rest of the text can tell which."""

    start: int
    end: int
    type: str
    serial: str


def _is_count(soft: str, end: int) -> bool:
    """``Quyết định 5 nhiệm vụ``, ``Kế hoạch 5 năm 2021``; but not ``Nghị định 61 năm 2018``."""
    of_year = _OF_YEAR.match(soft, end) and "hoạch" not in soft[max(0, end - 12) : end]
    return bool(_COUNTED.match(soft, end)) and not of_year


def find_short(text: str, soft: str) -> Iterator[Short]:
    """Find ``Chỉ thị 32`` and its like in view text ``text``; ``soft`` is ``text`` softened."""
    for digits in _DIGITS.finditer(text):
        at = digits.start()
        if not _LAST_WORD.search(soft[max(0, at - 7) : at]) or _is_count(soft, digits.end()):
            continue
        head = head_before(text, soft, at)
        if head.type not in _TYPES or not text[head.start].isupper():
            continue
        if not head.numbered and len(digits[0]) == 4 and digits[0][:2] in {"19", "20"}:
            continue  # "Kế hoạch 2025": a year
        yield Short(head.start, digits.end(), head.type, digits[0])
