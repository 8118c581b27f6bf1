"""Which sections hand out work: implementation (tổ chức thực hiện) and reporting (chế độ báo cáo)."""

from __future__ import annotations

import re

from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Node
from vnplan.text.search_text import SearchText

_IMPLEMENTATION = re.compile(
    r"(?:công tác |về )?(?:tổ chức (?:triển khai )?thực hiện|tổ chức triển khai|tổ chức thi hành"
    r"|phân công (?:tổ chức |nhiệm vụ|thực hiện|trách nhiệm)"
    r"|trách nhiệm (?:tổ chức )?(?:thực hiện|thi hành|triển khai|của các)|nhiệm vụ của các (?:cơ quan|đơn vị|sở))"
)
# "Nhiệm vụ, giải pháp và tổ chức thực hiện": contents and their bodies in one section.
_JOINED = re.compile(
    r"(?:các |những |một số )?(?:nội dung|nhiệm vụ|giải pháp|trách nhiệm|biện pháp)\b[^.;:]{0,80}?"
    rf"(?:,| và| -|\.) (?:{_IMPLEMENTATION.pattern}|phân công\b)"
)
# Deep inside a section on contents "2.2. Phân công" hands out that one piece of work.
_BARE = re.compile(r"phân công\Z")
_DEEPEST_BARE = 2
# "Tổ chức thực hiện tốt chính sách ..." is a duty, no heading of the section.
_DUTY = re.compile(r"\b(?:tốt|hiệu quả|nghiêm|chính sách|đồng bộ|kịp thời|thường xuyên)\b")
_REPORTING = re.compile(r"(?:chế độ |công tác )?(?:thông tin,? |kiểm tra,? )?(?:chế độ )?báo cáo\b")
_LONGEST = 90
_NOT_HEADINGS = (SectionKind.BULLET, SectionKind.PARAGRAPH, SectionKind.PREAMBLE)


def is_implementation(text: SearchText, node: Node) -> bool:
    """True for the section that says who does what."""
    words = _heading(text, node)
    if not words:
        return False
    if _BARE.match(words):
        return node.level <= _DEEPEST_BARE
    if not _IMPLEMENTATION.match(words):
        return False
    return _shouted(text, node) or not _DUTY.search(words)


def is_joined(text: SearchText, node: Node) -> bool:
    """True for a section that holds the work and also says who does it: some of its items address bodies."""
    return _JOINED.match(_heading(text, node)) is not None


def is_reporting(text: SearchText, node: Node) -> bool:
    """True for the section that says who reports to whom."""
    return _REPORTING.match(_heading(text, node)) is not None


def _heading(text: SearchText, node: Node) -> str:
    if node.kind in _NOT_HEADINGS or not node.heading:
        return ""
    words = node.title(text)
    return words.folded.strip(" .:") if len(words.text) <= _LONGEST else ""


def _shouted(text: SearchText, node: Node) -> bool:
    return node.title(text).text.isupper()
