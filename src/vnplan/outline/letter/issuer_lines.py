"""The lines over the number: which body issues, and which body stands above it."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.base import Span
from vnplan.outline.letter.lines import Unit
from vnplan.outline.shapes import Piece

# First words of a body's name in capitals.
_BODY = (
    r"(?:[ỦU]?[YỶ]\s?BAN|UBND|UBMTTQ|HỘI ĐỒNG|HĐND|SỞ|BAN|TIỂU BAN|BỘ|CHI CỤC|TỔNG CỤC|CỤC|VĂN PHÒNG|THANH TRA"
    r"|CÔNG AN|CÔNG ĐOÀN|TỈNH [ỦU][YỶ]|TỈNH UỶ|THÀNH [ỦU][YỶ]|THÀNH UỶ|HUYỆN [ỦU]Y|THỊ [ỦU]Y|QUẬN [ỦU]Y"
    r"|ĐẢNG [ỦU]Y|ĐẢNG UỶ|ĐẢNG BỘ|CHI BỘ|TRƯỜNG|VIỆN|HỌC VIỆN|TRUNG TÂM|TỔNG CÔNG TY|LIÊN ĐOÀN|MẶT TRẬN"
    r"|TỈNH ĐOÀN|THÀNH ĐOÀN|ĐOÀN|HỘI|TÒA ÁN|TOÀ ÁN|VIỆN KIỂM SÁT|KHO BẠC|NGÂN HÀNG|BẢO HIỂM|PHÒNG|CHÍNH PHỦ"
    r"|QUỐC HỘI|THỦ TƯỚNG|BỆNH VIỆN|CÔNG TY|QUỸ|BÁO|ĐÀI|BCH|BCĐ|BQL|TỔ|LIÊN MINH|CHI NHÁNH|THUẾ|HẢI QUAN|QÙY)"
)
_STARTS = re.compile(rf"{_BODY}(?!\w)")
# Two bodies typed on one line: the one above names its province before the other starts.
_SECOND = re.compile(
    rf"(?:(?:ỦY BAN NHÂN DÂN|UỶ BAN NHÂN DÂN|UBND)\s(?:TỈNH|THÀNH PHỐ|TP\.?)|TỈNH [ỦU]Y|THÀNH [ỦU]Y)\s"
    rf"(?:\S+\s){{1,5}}?(?={_BODY}\s\w)"
)
_HANGING = re.compile(r"(?:\b(?:VÀ|CỦA|VỀ|BAN|CHỈ ĐẠO|DÂN)|[-–,])\Z")

# A dispatch of the head alone names him over his body: CHỦ TỊCH / ỦY BAN NHÂN DÂN / TỈNH X.
_SPEAKER = re.compile(r"(?:CHỦ TỊCH|GIÁM ĐỐC|BỘ TRƯỞNG|TRƯỞNG BAN)\Z", re.IGNORECASE)
_SHORT = re.compile(r"(?:UBND|HĐND|BCH|BCĐ|BQL)\Z")

_Line = tuple[str, tuple[Span, ...]]


def name_pieces(lines: list[tuple[Unit, int, int]]) -> tuple[Piece, ...]:
    """Join name lines (unit, start, end of its words) into bodies: the last is the issuer, others stand above it."""
    bodies: list[list[_Line]] = []
    for words, where in (part for line in lines for part in _split(*line)):
        if bodies and (
            _SPEAKER.match(bodies[-1][-1][0]) or _is_begun(bodies[-1]) or not _opens(bodies[-1][-1][0], words)
        ):
            bodies[-1].append((words, where))
        else:
            bodies.append([(words, where)])
    out = []
    for number, body in enumerate(bodies):
        role = PieceRole.ISSUER if number == len(bodies) - 1 else PieceRole.PARENT
        out.append(Piece(role, tuple(span for _, where in body for span in where)))
    return tuple(out)


def _is_begun(body: list[_Line]) -> bool:
    """A name whose wrap left one word on its first line (``ỦY`` over ``BAN NHÂN DÂN``)."""
    return " " not in " ".join(words for words, _ in body) and not _SHORT.match(body[0][0])


def _opens(above: str, words: str) -> bool:
    return _STARTS.match(words.upper()) is not None and _HANGING.search(above.upper()) is None


def _split(unit: Unit, start: int, end: int) -> Iterator[_Line]:
    """The lines of a stretch, and two bodies on one line apart."""
    edges = [start, *(b for b in unit.breaks if start < b < end), end]
    for begin, stop in zip(edges, edges[1:], strict=False):
        words = unit.words[begin:stop]
        second = _SECOND.match(words)
        cut = begin + second.end() if second else begin
        if second:
            yield unit.words[begin:cut].rstrip(), unit.part(begin, cut)
        yield unit.words[cut:stop].rstrip(), unit.part(cut, stop)
