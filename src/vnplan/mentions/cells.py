"""Cells and list items that name bodies and nothing else."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from vnplan.mentions import groups, place_lists, units
from vnplan.mentions.copies import CAPITAL, Copy
from vnplan.mentions.found import Found, group, named
from vnplan.mentions.names import squash, whole_names
from vnplan.mentions.scan import refer, scan
from vnplan.mentions.scene import Scene, pick
from vnplan.models.agency import AgencyRef
from vnplan.text.view import View

_CUT = re.compile(r" ?[;,\n•+] ?| [-–] ?|(?<= )và |/(?= ?\w{3})|\.(?: |\Z)| ?: ?")
_BRACKET = re.compile(r"\([^()]*(?:\)|\Z)")
_LEADING = re.compile(r"[^\w;,]*")
_BODY_NOUN = (
    r"(?:văn phòng|phòng|chi cục|cục|vụ|viện|trung tâm|bệnh viện|học viện|trường|hội|hiệp hội|liên hiệp|liên đoàn|ban|tổ|đội"
    r"|công ty|tổng công ty|tập đoàn|doanh nghiệp|hợp tác xã|ngân hàng|quỹ|nhà máy|đài|báo|tạp chí|cổng|đảng ủy|đảng bộ|thanh tra"
    r"|chi nhánh|công an|đồn|trạm|hạt|vườn|bảo tàng|thư viện|nhà|ủy ban|cơ sở|câu lạc bộ|mạng lưới|khu|xí nghiệp|lâm trường)"
)
_PLURAL = re.compile(r"các (?:địa phương|tỉnh|thành phố|huyện)")
_NAMED = re.compile(rf"{_BODY_NOUN}(?!\w)|sở|bộ")
# Nouns that stand for any body of a kind, alone or with words in small letters after them.
_ANY = r"(?:đơn vị|cơ quan|tổ chức|cá nhân|doanh nghiệp|tập đoàn|địa phương|hợp tác xã|cơ sở|hộ|trường học|chủ đầu tư|nhà đầu tư)"
_OPEN = re.compile(
    rf"(?:{groups.OPEN_LIST}(?!\w)|(?:các |một số )?{_ANY}(?!\w))(?: [^\W\d_]+){{0,20}}?(?= ?[,;.(]|\Z| và )"
    rf"(?<!ban chỉ đạo)"
)
_PLACES = re.compile(r"(?:các |một số )?(?:địa phương|tỉnh|thành phố)(?!\w)(?: [^\W\d_]+){0,20}")
_UNITS = re.compile(
    rf"(?:{units.UNITS}|(?:huyện|thị xã|thành phố|xã|phường)(?:, (?:huyện|thị xã|thành phố|xã|phường)){{1,6}})(?!\w)"
)
# What a cell may say that is no body: who decides, that none is meant, what is done.
_NOT_BODY = re.compile(
    r"(?:cấp (?:có )?thẩm quyền|không|theo|trình|phối hợp|chủ trì|thực hiện|khi|nếu|năm|tháng|quý|ngày|hàng|hằng|thường xuyên|như"
    r"|đã|được|nt|tổ chức thực hiện|xây dựng|báo cáo|tham mưu|đề nghị|giao|cùng|với|gồm|trong|trên|tùy|lãnh đạo phụ trách|nội dung"
    r"|kế hoạch|quyết định|nghị quyết|công văn|văn bản|đề án|chương trình|các cấp|toàn|căn cứ|csdl|cơ sở dữ liệu|hệ thống|nền tảng)(?!\w)"
)
_PART_OF = ("thuộc", "trực thuộc", "của")
_MOST_WORDS = 20
"""Longer stretches are sentences, not names; the longest official name here has 17 words."""


def read_bodies(
    view: View, *, province: str | None = None, on: date | None = None, approver: bool = False
) -> tuple[AgencyRef, ...]:
    """Every body and group of a cell in order; words that no row knows are kept as they are.

    What stands in brackets is a remark on the body before it, not a body.
    ``approver``: the cell says to whom something is submitted (cấp trình).
    """
    return tuple(refer(view, found) for found in bodies(Copy.of(view), Scene.of(province, on, approver=approver)))


def bodies(copy: Copy, scene: Scene) -> Iterator[Found]:
    """The same over a search copy."""
    remarks = [match.span() for match in _BRACKET.finditer(copy.text) if match.start()]
    known = [f for f in scan(copy, scene) if not any(a <= f.start < b for a, b in remarks)]
    at = 0
    for found in known:
        if at and copy.folded[at : found.start].strip() in _PART_OF:
            at = found.end  # "Trung tâm X thuộc Sở Y": one body, told by whose it is
            continue
        yield from _between(copy, at, found.start, scene)
        yield found
        at = found.end
    yield from _between(copy, at, len(copy.text), scene)


def _between(copy: Copy, start: int, end: int, scene: Scene) -> Iterator[Found]:
    """The bodies among the words between two known ones."""
    at = start
    opened = start == 0  # words right after a known name belong to it
    while at < end:
        for item in (_listed(copy, at, end, scene),) if opened else ():
            if item:
                yield from item
                at = item[-1].end
                break
        cut = _CUT.search(copy.text, at, end)
        stop = cut.start() if cut else end
        words = _BRACKET.sub("", copy.text[at:stop]).strip(" .,;:-+*•")
        if opened and words:
            yield from _item(copy, words, at, scene)
        elif words and _NAMED.match(copy.folded, copy.text.find(words[0], at)) and words[0].isupper():
            yield from _item(copy, words, at, scene)
        at, opened = (cut.end(), True) if cut else (end, False)


def _listed(copy: Copy, at: int, end: int, scene: Scene) -> list[Found] | None:
    """Groups whose bare words count only here: ``các cơ quan, đơn vị``, ``huyện, thị xã``."""
    at = _LEADING.match(copy.text, at, end).end()  # type: ignore[union-attr] -- matches everywhere
    kinds = _UNITS.match(copy.folded, at, end)
    if kinds:
        return list(units.read(copy.folded, at, kinds.end(), scene))
    listed = (
        list(place_lists.read(copy, at, at + len(plural[0]), scene))
        if (plural := _PLURAL.match(copy.folded, at))
        else []
    )
    if listed:
        return listed
    if scene.province is None:
        places = _PLACES.match(copy.folded, at, end)
        if places:
            return [group("g_ubnd_cac_tinh", at, places.end(), scene)]
    opened = _OPEN.match(copy.folded, at, end)
    if opened and not re.search(rf" [{CAPITAL}]", copy.text[at : opened.end()]):
        return [group("g_don_vi_lien_quan", at, opened.end(), scene)]
    return None


def _item(copy: Copy, words: str, at: int, scene: Scene) -> Iterator[Found]:
    first = copy.text.find(words, at)
    if first < 0:
        first = copy.text.find(words[0], at)
    last = min(first + len(words), len(copy.text))
    folded = copy.folded[first:last]
    rows = whole_names().get(squash(folded), ())
    row = pick(rows, scene) if rows else None
    if row:
        province = None if row.level == "central" else scene.province
        yield Found(first, last, named(row, scene, province, None), row, province)
        return
    if not words[0].isupper() and not _NAMED.match(folded):
        return
    if (
        _NOT_BODY.match(folded)
        or _NAMED.fullmatch(folded)
        or not folded[0].isalpha()
        or len(words.split()) > _MOST_WORDS
    ):
        return
    yield Found(first, last, words[0].upper() + words[1:])


@dataclass(frozen=True, slots=True)
class Roles:
    """The bodies of a cell by role."""

    lead: tuple[AgencyRef, ...] = ()
    coordinating: tuple[AgencyRef, ...] = ()


_ROLE = re.compile(
    r"(?:(?:cơ quan|đơn vị) )?(?:(?P<both>chủ trì,? (?:và )?phối hợp(?: với)?)|(?P<lead>chủ trì(?: thực hiện)?)"
    r"|(?P<with>(?:cơ quan |đơn vị )?phối hợp(?: thực hiện| với)?))(?: ?: ?| ?- ?|(?= )|\Z)"
)


def read_roles(view: View, *, province: str | None = None, on: date | None = None) -> Roles:
    """The bodies of a cell that says who leads (chủ trì) and who coordinates (phối hợp).

    A body before any such word leads (``Sở Y tế chủ trì, phối hợp với Sở Tài chính``).
    """
    copy, scene = Copy.of(view), Scene.of(province, on)
    marks = list(_ROLE.finditer(copy.folded))
    # Words of role become separators, so that what is left names bodies.
    plain = Copy(_blank(copy.text, marks), _blank(copy.folded, marks))
    starts = [mark.start() for mark in marks]
    lead: list[AgencyRef] = []
    coordinating: list[AgencyRef] = []
    for found in bodies(plain, scene):
        before = bisect_right(starts, found.start) - 1
        leads = before < 0 or marks[before]["lead"]
        (lead if leads else coordinating).append(refer(view, found))
    return Roles(tuple(lead), tuple(coordinating))


def _blank(text: str, marks: list[re.Match[str]]) -> str:
    """``text`` with each mark written as a semicolon and spaces, length kept."""
    out, at = [], 0
    for mark in marks:
        out += [text[at : mark.start()], ";".ljust(mark.end() - mark.start())]
        at = mark.end()
    return "".join((*out, text[at:]))
