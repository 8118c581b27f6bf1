"""Groups of bodies named as one (các sở, ban, ngành): their forms are open, so they are a grammar.

The kinds of group are those that provincial and central plans give work to;
each becomes one collective row of the registry. Which kinds of unit a form
lists is the habit of the author (``các huyện, thị xã, thành phố`` and ``các
huyện, thành phố`` are one group).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.mentions.lists import unit_kinds
from vnplan.mentions.mention import AgencyMention, group
from vnplan.setting import Setting

# Lists are read up to a length that no document reaches: without a bound the search would be quadratic in hostile text.
_S = unit_kinds.SEPARATOR
_OF = r"(?: (?:của |thuộc |cấp |trong )?(?:ubnd )?(?:tỉnh|thành phố|tp|trung ương|tw)(?!\w))?"
_CONCERNED = r"(?: (?:có )?liên quan)"
_REMAINING = rf"(?:{_CONCERNED}| khác| còn lại| chức năng)?(?:{_CONCERNED}| khác)?"
_REST = rf"{_OF}{_REMAINING}(?: (?:của|thuộc|trong) (?:tỉnh|thành phố))?"
_MORE = (
    r"(?:đoàn thể|hội đoàn thể|hội|cơ quan đoàn thể"
    r"|(?:đơn vị|cơ quan|tổ chức(?! chính trị| ct| thực hiện| triển khai))(?! liên quan| có liên quan))"
)
_BOARD = r"ban(?! hành)"
DEPARTMENTS = (
    rf"(?:các )?(?:cơ quan{_S}(?=(?:ban|sở)(?!\w)))?(?:sở|ban)(?!\w)"
    rf"(?:(?:{_S}| )(?:sở|{_BOARD})){{0,6}}(?:{_S}| )ngành(?!\w)"
    # After a space alone "tổ chức" is the verb: các sở, ngành tổ chức thực hiện.
    rf"(?:(?:{_S}(?:ban|{_MORE})| (?:ban|đoàn thể|hội đoàn thể))(?!\w)){{0,8}}{_REST}"
    # "Giám đốc sở, Thủ trưởng cơ quan, ban ngành thành phố": their heads named kind by kind.
    rf"|(?:các )?sở{_S}thủ trưởng (?:các )?(?:cơ quan|ban)"
    rf"(?:(?:{_S}| )(?:cơ quan|{_BOARD}|ngành|đoàn thể)(?!\w)){{1,4}}{_REST}"
    rf"|các sở(?:{_S}(?:{_BOARD}|{_MORE})(?!\w)){{1,8}}{_REST}"
    rf"|các (?:sở|ngành)(?:{_CONCERNED}| chuyên môn| khác| chức năng){{1,3}}"
    rf"|các sở(?= ?[,;.)]|\Z| và )"
    rf"|(?:các )?cơ quan chuyên môn(?: cấp tỉnh| (?:thuộc|của) (?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố))"
)
_BELOW_MINISTRY = r"(?:các )?cơ quan thuộc chính phủ"
_CENTRAL = r"(?: ở)?(?: trung ương| tw)?"
_MINISTRY = (
    rf"(?:ban|ngành|cơ quan ngang bộ|{_BELOW_MINISTRY}|cơ quan (?:ở )?(?:trung ương|tw)|cơ quan"
    r"|đoàn thể(?: trung ương)?|đơn vị|tổ chức)"
)
MINISTRIES = (
    rf"(?:các )?bộ(?:(?:, ?(?:và )?|/| và ){_MINISTRY}(?!\w)){{1,8}}{_CENTRAL}{_CONCERNED}?"
    rf"|(?:các )?bộ trưởng, (?:các )?thủ trưởng (?:các )?cơ quan ngang bộ(?:{_S}(?:thủ trưởng )?{_BELOW_MINISTRY})?"
    rf"|(?:các )?bộ ngành(?!\w){_CENTRAL}{_CONCERNED}?"
    rf"|các bộ(?:{_CONCERNED}| quản lý chuyên ngành|(?= ?[,;.)]|\Z| và ))"
    rf"|(?:các )?cơ quan ngang bộ(?:{_S}{_BELOW_MINISTRY})?"
    rf"|các cơ quan (?:ở )?(?:trung ương|tw)(?!\w)"
)
_OFFICE = (
    r"(?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương|ban|ngành|doanh nghiệp|đoàn thể|hiệp hội|hội|phòng|tập đoàn"
    r"|tổng công ty|trường|bên)"
)
CONCERNED = (
    rf"(?:các |những |một số )?{_OFFICE}(?!\w)(?:{_S}(?:các )?{_OFFICE}(?!\w)){{0,10}}"
    rf"(?: khác)? (?:có )?(?:liên quan|chức năng)(?!\w)(?: khác)?"
    # A district's own: các phòng, ban, ngành, đoàn thể huyện.
    rf"|(?:các )?phòng(?:{_S}| )(?:ban|ngành)(?:{_S}(?:ban|ngành|đoàn thể|hội|hội đoàn thể|cơ quan|đơn vị)){{0,6}}"
    rf"(?: chuyên môn)? (?:(?:trực thuộc |thuộc |của )?(?:ubnd )?|cấp )"
    rf"(?:huyện|quận|thị xã|thành phố|thị trấn|xã|phường){_CONCERNED}?(?!\w)"
    rf"|(?:các )?(?:phòng|đơn vị)(?:{_S}(?:phòng|ban|đơn vị|chi cục|trung tâm)){{0,6}}(?: chuyên môn)?(?: nghiệp vụ)?"
    rf"(?:{_S}đơn vị)? (?:trực thuộc|thuộc) (?:sở|(?:ubnd )?(?:huyện|quận|thị xã))(?!\w)"
    rf"|các phòng chuyên môn(?:{_S}(?:các )?đơn vị)?(?: trực thuộc(?: sở)?)?"
)
_CTXH = r"(?:chính trị|ct) ?[-,–]? ?(?:xã hội|xh)"
_AT = r"(?: các cấp| cấp tỉnh| tỉnh| thành phố)?"
ORGANISATIONS = (
    rf"(?:các )?tổ chức (?:đoàn thể )?{_CTXH}(?:{_S}(?:các )?(?:đoàn thể|tổ chức xã hội(?: nghề nghiệp)?|hội))?{_AT}"
    rf"|(?:các )?đoàn thể {_CTXH}{_AT}"
    rf"|các (?:hội,? (?:và )?đoàn thể|đoàn thể|tổ chức đoàn thể|tổ chức thành viên(?: của mặt trận)?)(?!\w){_AT}"
)
# What the bare words of a list mean only where a whole cell or item names bodies.
OPEN_LIST = rf"(?:các |một số )?{_OFFICE}(?!\w)(?:{_S}(?:các )?{_OFFICE}(?!\w)){{1,10}}"

_ROW = {
    "departments": "g_so_ban_nganh",
    "ministries": "g_bo_nganh",
    "concerned": "g_don_vi_lien_quan",
    "organisations": "tc_ctxh",
}
PATTERN = (
    rf"(?:(?P<departments>{DEPARTMENTS})|(?P<ministries>{MINISTRIES})|(?P<committees>{unit_kinds.COMMITTEES})"
    rf"|(?P<organisations>{ORGANISATIONS})|(?P<concerned>{CONCERNED})|(?P<localities>{unit_kinds.LOCALITIES}))(?!\w)"
)
FIRST = (
    *("các", "những", "một số", "sở", "ban", "bộ", "ngành", "cơ quan", "đơn vị", "tổ chức", "cá nhân", "địa phương"),
    *("doanh nghiệp", "đoàn thể", "hiệp hội", "hội", "phòng", "tập đoàn", "tổng công ty", "trường", "bên"),
    *("ubnd", "ủy ban nhân dân", "ub nhân dân", "chính quyền"),
)
"""The words that a group begins with."""

COMPILED = re.compile(PATTERN)
_LOCAL_AFTER = re.compile(rf"{_S}(?P<local>(?:các )?địa phương(?: (?:có )?liên quan)?)(?!\w)")
# After these words a list of units is a place, not the bodies that run it.
_PLACE_BEFORE = re.compile(r"(?:địa bàn|tại|ở|của|thuộc|giữa|trong|từ|khắp|trên|cho|đến|với) \Z")


def read(match: re.Match[str], setting: Setting) -> Iterator[AgencyMention]:
    """The groups that a match of :data:`PATTERN` names; none where its words are a place."""
    kind = match.lastgroup or ""
    start, end = match.start(kind), match.end(kind)
    if kind in _ROW:
        yield group(_ROW[kind], start, end, setting)
        local = _LOCAL_AFTER.match(match.string, end) if kind in ("departments", "ministries") else None
        if local:
            row = "g_ubnd_cac_tinh" if kind == "ministries" else "g_don_vi_lien_quan"
            yield group(row, local.start("local"), local.end("local"), setting)
    elif kind == "committees" or not _PLACE_BEFORE.search(match.string, max(start - 10, 0), start):
        yield from unit_kinds.read(match.string, start, end, setting)
