"""Lines of a stored text, and what a line opens with."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.models.base import Span
from vnplan.text.letters import LOWER
from vnplan.text.numerals import ROMAN, SMALL_ROMAN


@dataclass(frozen=True, slots=True)
class TextLine:
    """One line without its end; ``start`` and ``end`` index the text."""

    start: int
    end: int
    text: str

    @property
    def body(self) -> Span:
        """The line without blank ends; empty for a blank line."""
        bare = self.text.strip()
        if not bare:
            return Span(self.start, self.start)
        lead = len(self.text) - len(self.text.lstrip())
        return Span(self.start + lead, self.start + lead + len(bare))

    @property
    def indent(self) -> int:
        """Blank columns before the first visible character."""
        return len(self.text) - len(self.text.lstrip())

    @property
    def blank(self) -> bool:
        """No visible character."""
        return not self.text or self.text.isspace()


def lines_of(text: str) -> list[TextLine]:
    """Cut a stored text at its line feeds."""
    found, at = [], 0
    for line in text.split("\n"):
        found.append(TextLine(at, at + len(line), line))
        at += len(line) + 1
    return found


# Marks that open an item: "I.", "1.", "1.1.", "1- Sở", "a)", "(1)", "-", "+", "*", "•", keycaps, "Mục tiêu 1:"
# (docs/domain.md, 1.5).
_MARKER = re.compile(
    rf"\s*(?:(?:{ROMAN}|[A-HĐ])\s?[./)-](?:\s|$)|\d{{1,2}}(?:\.\d{{1,2}}){{0,4}}\s?[./)](?:\s|$)|\d{{1,2}}(?:\.\d{{1,2}}){{1,4}}\s"
    rf"|\(\d{{1,2}}\)|{SMALL_ROMAN}\)\s|[a-zđ]\d?\s?[)./](?:\s|$)|[-–—+*•●▪◦o\uf0b7\uf02d](?:\s|$)"
    rf"|{ROMAN}[./](?=[^\W\d_{LOWER}]{{2}})"
    rf"|(?:{ROMAN}|[A-HĐ]|\d{{1,2}})\s?[-–]\s?[^\W\d_{LOWER}]"
    r"|\d{1,2}\ufe0f?\u20e3"
    r"|(?:Mục tiêu|Chỉ tiêu|Nhiệm vụ|Dự án|Tiểu dự án|Giải pháp|Nội dung)\s+(?:số\s+)?\d{1,2}\s?[.:]"
    rf"|(?:Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC|Điều|ĐIỀU)\s+(?:thứ\s|THỨ\s)?(?:\d|[nbtNBT]|{ROMAN}))"
)
# Words that open a paragraph of the genre: basis clauses, letterhead and closing fields.
_FIELD = re.compile(
    r"\s*(?:Căn cứ|Theo đề nghị|Xét đề nghị|Nơi nhận|Kính gửi|TM\.|KT\.|TL\.|TUQ\.|T/M|K/T|Lưu\s*:|Phụ lục|PHỤ LỤC"
    r"|Số\s*:|CỘNG HÒA XÃ HỘI|CỘNG HOÀ XÃ HỘI|Độc lập|\(Kèm theo|\(Ban hành kèm"
    r"|(?:PHỤ BIỂU|BIỂU MẪU|BIỂU|MẪU|Phụ biểu|Biểu mẫu|Biểu|Mẫu)\s+(?:(?:số|SỐ)\s+)?"
    rf"(?:{ROMAN}|\d{{1,3}})\s*(?:[.:]|\Z))"
)
_DASHES = re.compile(r"\s*[-–—_=*.]{3,}\s*\Z")


def opens_item(line: str) -> bool:
    """Whether ``line`` starts with a list or section mark."""
    return _MARKER.match(line) is not None


def opens_field(line: str) -> bool:
    """Whether ``line`` starts a paragraph of its own whatever stands before it."""
    return _FIELD.match(line) is not None or _DASHES.match(line) is not None


def is_rule(line: str) -> bool:
    """Whether ``line`` is dashes alone, standing for a drawn rule."""
    return _DASHES.match(line) is not None
