"""Groups of bodies named as one (các sở, ban, ngành): their forms are open, so they are a grammar.

The kinds of group are those that provincial and central plans give work to;
each becomes one collective row of the registry. Which kinds of unit a form
lists is the habit of the author (``các huyện, thị xã, thành phố`` and ``các
huyện, thành phố`` are one group).
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.gazetteer.agencies import agency
from vnplan.mentions.found import Found, named
from vnplan.mentions.scene import Scene

_S = r"(?: ?[,/;] ?(?:và )?| ?- ?| và | hoặc )"
_REST = (
    r"(?: (?:của |thuộc |cấp |trong )?(?:ubnd )?(?:tỉnh|thành phố|tp|trung ương|tw)(?!\w))?"
    r"(?: (?:có )?liên quan| khác| còn lại| chức năng)?(?: (?:có )?liên quan| khác)?(?: (?:của|thuộc|trong) (?:tỉnh|thành phố))?"
)
_HEADS = r"(?:(?:thủ trưởng|người đứng đầu|lãnh đạo|giám đốc|đề nghị)(?: các)? )?"
_MORE = r"(?:đoàn thể|hội đoàn thể|hội|đơn vị|cơ quan|tổ chức(?! chính trị| ct)|địa phương|cơ quan đoàn thể)(?! liên quan| có liên quan)"

DEPARTMENTS = (
    rf"(?:các )?(?:sở|ban)(?!\w)(?:(?:{_S}| )(?:sở|ban(?! hành)))*(?:{_S}| )ngành(?!\w)(?:(?:{_S}| )(?:ban|{_MORE})(?!\w))*{_REST}"
    rf"|các sở(?:{_S}(?:ban(?! hành)|{_MORE})(?!\w))+{_REST}"
    rf"|các (?:sở|ngành)(?: (?:có )?liên quan| chuyên môn| khác| chức năng)+"
    rf"|các sở(?= ?[,;.)]|\Z| và )"
    rf"|(?:các )?cơ quan chuyên môn(?: cấp tỉnh| (?:thuộc|của) (?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố))"
)
_MINISTRY = r"(?:ban|ngành|cơ quan ngang bộ|(?:các )?cơ quan thuộc chính phủ|cơ quan (?:ở )?(?:trung ương|tw)|cơ quan|đoàn thể(?: trung ương)?|đơn vị|tổ chức)"
MINISTRIES = (
    rf"(?:các )?bộ(?:{_S}{_MINISTRY}(?!\w))+(?: ở)?(?: trung ương| tw)?(?: (?:có )?liên quan)?"
    rf"|(?:các )?bộ trưởng, (?:các )?thủ trưởng (?:các )?cơ quan ngang bộ(?:{_S}(?:thủ trưởng )?(?:các )?cơ quan thuộc chính phủ)?"
    rf"|(?:các )?bộ ngành(?!\w)(?: ở)?(?: trung ương| tw)?(?: (?:có )?liên quan)?"
    rf"|các bộ(?: (?:có )?liên quan| quản lý chuyên ngành|(?= ?[,;.)]|\Z| và ))"
    rf"|(?:các )?cơ quan ngang bộ(?:{_S}(?:các )?cơ quan thuộc chính phủ)?"
    rf"|các cơ quan (?:ở )?(?:trung ương|tw)(?!\w)"
)
_LEVEL = r"(?:cấp huyện|cấp xã|cấp tỉnh|thành phố|thị xã|thị trấn|đặc khu|huyện|quận|phường|tỉnh|xã|thị|thành|tp|tx)(?!\w)\.?"
_UNITS = rf"(?:(?:các )?{_LEVEL}(?:(?:{_S}|-)(?:các )?{_LEVEL})+|các {_LEVEL}|cấp (?:tỉnh|huyện|xã)(?!\w))"
_WITHIN = r"(?: (?:trực thuộc|thuộc) (?:tỉnh|trung ương|tw)(?!\w)| trong tỉnh| trên địa bàn(?: toàn)?(?: tỉnh| thành phố)?)?(?: (?:có )?liên quan)?"
COMMITTEES = rf"(?:ubnd|ủy ban nhân dân|ub nhân dân|chính quyền)(?: ở)? {_UNITS}{_WITHIN}"
LOCALITIES = rf"các {_LEVEL}(?:(?:{_S}|-)(?:các )?{_LEVEL})+{_WITHIN}"
_OFFICE = r"(?:cơ quan|đơn vị|tổ chức|cá nhân|địa phương|ban|ngành|doanh nghiệp|đoàn thể|hiệp hội|hội|phòng|tập đoàn|tổng công ty|trường|bên)"
CONCERNED = (
    rf"(?:các |những |một số )?{_OFFICE}(?!\w)(?:{_S}(?:các )?{_OFFICE}(?!\w))*(?: khác)? (?:có )?(?:liên quan|chức năng)(?!\w)(?: khác)?"
    rf"|(?:các )?(?:phòng|đơn vị)(?:{_S}(?:phòng|ban|đơn vị|chi cục|trung tâm))*(?: chuyên môn)?(?: nghiệp vụ)?(?:{_S}đơn vị)? (?:trực thuộc|thuộc) sở(?!\w)"
    rf"|các phòng chuyên môn(?:{_S}(?:các )?đơn vị)?(?: trực thuộc(?: sở)?)?"
)
_CTXH = r"(?:chính trị|ct) ?[-,–]? ?(?:xã hội|xh)"
ORGANISATIONS = (
    rf"(?:các )?tổ chức (?:đoàn thể )?{_CTXH}(?:{_S}(?:các )?(?:đoàn thể|tổ chức xã hội(?: nghề nghiệp)?|hội))?(?: các cấp| cấp tỉnh| tỉnh| thành phố)?"
    rf"|(?:các )?đoàn thể {_CTXH}(?: các cấp| cấp tỉnh| tỉnh)?"
    rf"|các (?:hội,? (?:và )?đoàn thể|đoàn thể|tổ chức đoàn thể|tổ chức thành viên(?: của mặt trận)?)(?!\w)(?: các cấp| cấp tỉnh| tỉnh| thành phố)?"
)
# What the bare words of a list mean only where a whole cell or item names bodies.
OPEN_LIST = rf"(?:các |một số )?{_OFFICE}(?!\w)(?:{_S}(?:các )?{_OFFICE}(?!\w))*"
UNIT_LIST = rf"{_UNITS}{_WITHIN}"

_ROW = {
    "departments": "g_so_ban_nganh",
    "ministries": "g_bo_nganh",
    "concerned": "g_don_vi_lien_quan",
    "organisations": "tc_ctxh",
}
PATTERN = (
    rf"(?P<departments>{DEPARTMENTS})(?!\w)|(?P<ministries>{MINISTRIES})(?!\w)|(?P<committees>{COMMITTEES})(?!\w)"
    rf"|(?P<organisations>{ORGANISATIONS})(?!\w)|(?P<concerned>{CONCERNED})(?!\w)|(?P<localities>{LOCALITIES})(?!\w)"
)
_LOCAL_AFTER = re.compile(rf"{_S}(?P<local>(?:các )?địa phương(?: (?:có )?liên quan)?)(?!\w)")
_UNIT = re.compile(rf"(?:các )?({_LEVEL})")
# After these words a list of units is a place, not the bodies that run it.
_PLACE_BEFORE = re.compile(r"(?:địa bàn|tại|ở|của|thuộc|giữa|trong|từ|khắp|trên|cho|đến|với) \Z")
_UNIT_ROW = {"province": "g_ubnd_cac_tinh", "district": "ubnd_cac_huyen", "commune": "ubnd_cac_xa"}
_LEVEL_OF = {
    "cấp tỉnh": "province",
    "tỉnh": "province",
    "cấp huyện": "district",
    "huyện": "district",
    "quận": "district",
    "thị xã": "district",
    "thị": "district",
    "tx": "district",
    "cấp xã": "commune",
    "xã": "commune",
    "phường": "commune",
    "thị trấn": "commune",
    "đặc khu": "commune",
}


def read(match: re.Match[str], scene: Scene) -> Iterator[Found]:
    """The groups that a match of :data:`PATTERN` names; none where its words are a place."""
    kind = match.lastgroup or ""
    start, end = match.start(kind), match.end(kind)
    if kind in _ROW:
        yield group(_ROW[kind], start, end, scene)
        local = _LOCAL_AFTER.match(match.string, end) if kind in ("departments", "ministries") else None
        if local:
            row = "g_ubnd_cac_tinh" if kind == "ministries" else "g_don_vi_lien_quan"
            yield group(row, local.start("local"), local.end("local"), scene)
    elif kind == "committees" or not _PLACE_BEFORE.search(match.string, max(start - 10, 0), start):
        yield from units(match.string, start, end, scene)


def units(folded: str, start: int, end: int, scene: Scene) -> Iterator[Found]:
    """The groups that a list of kinds of unit names, one for each run of one level."""
    runs: list[tuple[str | None, int, int, str]] = []
    for unit in _UNIT.finditer(folded, start, end):
        level = _LEVEL_OF.get(unit[1].rstrip("."))
        if runs and (level is None or level == runs[-1][0] or runs[-1][0] is None):
            before = runs.pop()
            runs.append((before[0] or level, before[1], unit.end(), before[3] + unit[0]))
        else:
            runs.append((level, unit.start(), unit.end(), unit[0]))
    for place, (level, first, last, words) in enumerate(runs):
        from_ = start if place == 0 else first
        to = end if place == len(runs) - 1 else last
        if level == "province" and words in ("tỉnh", "cấp tỉnh") and scene.province:
            row = agency("ubnd_tinh")
            yield Found(from_, to, named(row, scene, scene.province, None), row, scene.province)
        else:
            yield group(_UNIT_ROW[level or "district"], from_, to, scene)


def group(identity: str, start: int, end: int, scene: Scene) -> Found:
    """The collective row of that id as found."""
    row = agency(identity)
    province = scene.province if row.level != "central" else None
    return Found(start, end, row.name, row, province, collective=True)
