"""Bodies of open classes: offices, centres and companies that no registry can list.

The words of the document are the name. In prose a name is read as far as its
capitals carry it; a whole cell is read by :mod:`vnplan.mentions.cells`.
"""

from __future__ import annotations

import re

from vnplan.gazetteer.agencies import agency
from vnplan.gazetteer.rows import AgencyRow
from vnplan.mentions.lists import unit_kinds
from vnplan.mentions.mention import AgencyMention
from vnplan.mentions.names.work_words import WORK
from vnplan.mentions.search_copy import SearchCopy
from vnplan.setting import Setting
from vnplan.text.letters import LOWER, UPPER

_COMPANY = r"(?:tổng )?công ty|chi nhánh|tập đoàn|doanh nghiệp tư nhân|hợp tác xã|ngân hàng (?:tmcp|thương mại cổ phần)"
_OFFICE = (
    r"phòng|chi cục|cục|vụ|viện|trung tâm|bệnh viện|học viện|trường (?:đại học|cao đẳng|trung cấp|chính trị)|hiệp hội"
    r"|ban quản lý|nhà máy|nhà xuất bản"
)
OPENING = rf"(?:{_COMPANY}|{_OFFICE}|ban chỉ đạo|bcđ)(?= )"
"""The words that open such a name."""

FIRST = (
    *("tổng", "công", "tập", "doanh", "hợp", "ngân", "phòng", "chi", "cục", "vụ", "viện", "trung", "bệnh", "học"),
    *("trường", "hiệp", "ban", "nhà", "bcđ"),
)
"""Their first words."""

_IS_COMPANY = re.compile(_COMPANY)
_HEAD = (
    r"(?:Sở|Bộ|Phòng|Trung tâm|Ban|Chi cục|Cục|Vụ|Viện|Bệnh viện|Học viện|Trường|Hội|Văn phòng|Công ty|Tổng công ty"
    r"|Tập đoàn|UBND|Ủy ban|Công an)"
)
_UNIT = rf"(?!{_HEAD}(?!\w))[{UPPER}][\w.&]*(?: (?!và |thuộc |số |của |ngày )[^\W\d_]+)?"
# Two-syllable words, of which the first has a capital; a word without one only between two with.
# Words in small letters that end names: Cục Y tế dự phòng, Vụ Thi đua, khen thưởng.
_LAST = r"(?:(?: dự phòng|,? khen thưởng)(?!\w))?"
_NAME = re.compile(rf" {_UNIT}(?:(?: - | và | )(?:[^\W\d_]+ [^\W\d_]+ (?=[{UPPER}]))?{_UNIT}){{0,8}}{_LAST}")
_FIRM = re.compile(
    rf"(?: (?!(?:số|ngày|về|tại|năm|theo|có|để|đã|được|thuộc|do|là|triển khai)(?!\w))"
    rf"(?!và (?!(?:[^\W\d_]+ ){{0,3}}[{UPPER}])|và (?:{_HEAD}|các)(?!\w))[\w&./-]+(?<![.])){{1,16}}"
)
_FIRM_NAME = re.compile(rf"[{UPPER}]")
_TOPIC = re.compile(
    r"(?: (?!(?:ubnd|hđnd|ủy|sở|bộ|các|trình|báo|theo|của|tại|do|đã|có|họp)(?!\w))[\w/&.-]+,?){1,14}? "
    r"(?:tỉnh|thành phố|quốc gia|trung ương)(?!\w)"
)
# Trung tâm Dịch vụ nông nghiệp huyện: words in small letters, no verb of duty among them, up to whose centre it is.
_OF_A_TOPIC = frozenset({"trung tâm", "viện", "ban quản lý", "chi cục"})
_SMALL = re.compile(rf"(?:(?: -| và)? (?!{WORK}|(?:tỉnh|thành|huyện|quận|thị)(?!\w))[{LOWER}]+){{1,8}}")
_LEVEL = re.compile(r"(?: (?:các )?(?:tỉnh|thành phố|huyện|quận|thị xã)(?!\w)|\Z| ?:)")
_OF_UNITS = re.compile(rf" {unit_kinds.UNITS}(?!\w)")
_HEADING = 60
"""A text in capitals longer than this is a title, not a name."""
_ROWS = {"phòng": "phong_khac", "chi cục": "chi_cuc_khac"}


def read(copy: SearchCopy, start: int, end: int, setting: Setting) -> AgencyMention | None:
    """The body whose opening words stand at ``[start, end)``; ``None`` where no name follows them."""
    if copy.text[start:end].isupper() and len(copy.text) > _HEADING:  # in capitals nothing tells where a name ends
        return None
    head = copy.folded[start:end]
    if head in ("ban chỉ đạo", "bcđ"):
        return _steering(copy, start, end, setting)
    if _IS_COMPANY.fullmatch(head):
        firm = _FIRM.match(copy.text, end)
        if not firm or not copy.text[start].isupper() or not _FIRM_NAME.search(firm[0]):
            return None
        if head == "chi nhánh" and "công ty" not in firm[0].lower():
            return None
        row: AgencyRow | None = agency("cong_ty")
        stop = firm.end()
    else:
        name = _NAME.match(copy.text, end)
        if not name:
            return None
        row = agency(_ROWS[head]) if head in _ROWS else None
        stop = name.end()
        if head in _OF_A_TOPIC and (topic := _SMALL.match(copy.text, stop)) and _ends(copy, topic.end(), setting):
            stop = topic.end()
    words = copy.text[start:stop]
    units_of = _OF_UNITS.match(copy.folded, stop)  # "... các huyện, thành phố": whose it is, no bodies of their own
    stop = units_of.end() if units_of else stop
    return AgencyMention(start, stop, words[0].upper() + words[1:], row, setting.home if row else None)


def _ends(copy: SearchCopy, at: int, setting: Setting) -> bool:
    """Whether a name may end at ``at``: a level word, the province's own name, a colon or nothing follows."""
    if _LEVEL.match(copy.folded, at):
        return True
    return setting.home is not None and copy.text.startswith(f" {setting.home.name}", at)


def _steering(copy: SearchCopy, start: int, end: int, setting: Setting) -> AgencyMention | None:
    topic = _TOPIC.match(copy.folded, end)
    if not topic:
        return None
    words = f"Ban Chỉ đạo{copy.text[end : topic.end()]}"
    if not topic[0].endswith("tỉnh"):
        return AgencyMention(start, topic.end(), words)
    name = f"{words} {setting.home.name}" if setting.home else words
    return AgencyMention(start, topic.end(), name, agency("bcd_tinh"), setting.home)
