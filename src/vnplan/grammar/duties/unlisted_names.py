"""Agencies below the registry: rooms of a department, companies, centres, told by the word they begin with."""

from __future__ import annotations

import re

from vnplan.gazetteer.surface_forms import WRITTEN_OUT
from vnplan.grammar.duties.verbs import verb_at
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.agencies import normalize_in
from vnplan.models.agency import AgencyRef
from vnplan.setting import Setting
from vnplan.text.fold import fold_case
from vnplan.text.letters import LOWER, UPPER
from vnplan.text.view import View

_HEAD = re.compile(rf"{any_of(Family.AGENCY_NOUN, Context.HEADING)}\s+(?=\S)")
_TITLE = re.compile(rf"(?:phó )?{any_of(Family.PERSON_TITLE, Context.HEADING, trait='heads')} ")
# The next agency of a list.
_NEXT = re.compile(rf"(?:[,;]\s(?:và )?|\svà\s)(?={_HEAD.pattern})")
_OPEN = re.compile(
    rf"(?:{_TITLE.pattern})?(?P<group>(?:các|những)\s+(?:phòng|ban|đơn vị|cơ quan|bộ phận|địa phương))\b"
)
# "Các phòng, ban, đơn vị": those of the unit that speaks, said by their kinds; "các phòng, ban" is whoever is meant.
_LISTED = any_of(Family.AGENCY_NOUN, Context.PROSE, trait="listed")
_ROOMS = re.compile(rf"(?:các|những)\s+(?:phòng|ban)(?:\s?,\s?(?:{_LISTED}|bộ phận(?!\w))){{2,5}}")
_GROUP_NAME = "các cơ quan, đơn vị liên quan"
# "Thi đua, khen thưởng" is one word of names.
_END = re.compile(rf"[:;.]|\s-\s(?=[A-ZĐ]?[{LOWER}])|,\s(?!khen thưởng)(?=[{LOWER}])")
# "Thư viện tỉnh": houses of which a unit has one need no more than its level.
_ONE_EACH = re.compile(
    rf"(?:{any_of(Family.AGENCY_NOUN, Context.HEADING, trait='one_each')}|trung tâm (?:văn hóa|y tế))\s+\Z"
)
_LEVEL_WORD = any_of(Family.LEVEL, Context.HEADING)
_LEVEL = re.compile(rf"{_LEVEL_WORD}|(?:sở|ngành)(?!\w)")
# Between the agencies of a list, with the level of the one before.
_AND = re.compile(rf"(?: {_LEVEL_WORD})?(?:\s?[,;]\s(?:và )?|\svà\s)(?=\S)")
# The registry's open classes: what is found of them ends with the last capital.
_OPEN_KINDS = frozenset({None, "department", "public_unit"})
_NO_NAME = re.compile(rf"[\s-]*{any_of(Family.JOINING, Context.PROSE, trait='no_name')}")
_PLACED = re.compile(rf"\s*(?:{_LEVEL_WORD} (?=[{UPPER}])|số \d|ở )")
_LONGEST_NAME = 110
"""Characters of a name that no list holds: an agency's name and that of the one it belongs to."""
_LONGEST_ALONE = 70
"""Of a name that nothing but the line's end bounds."""
_SHORT_FORM = re.compile(rf"\b(?:{'|'.join(WRITTEN_OUT)})\b")


def name_at(view: View, at: int, setting: Setting) -> tuple[AgencyRef, int] | None:
    """The agency whose name begins at ``at`` and the name's end; ``None`` where no such name does."""
    words = view.text
    folded = fold_case(words)
    group = _OPEN.match(folded, at)
    head = None if group else _HEAD.match(folded, _after_title(folded, at))
    if group is None and head is None:
        return None
    begin = (group or head).end()  # type: ignore[union-attr]
    end = _name_end(words, begin)
    name = words[at:end].strip(" ,.")
    sole = _ONE_EACH.search(folded, at, begin) is not None and _LEVEL.match(folded, begin) is not None
    if len(name) > _LONGEST_NAME or (
        head and not sole and not _is_name(words[_after_title(folded, at) : end], words[begin:end])
    ):
        return None
    if group:
        return _group(view, group.start("group"), end, setting)
    return written_out(AgencyRef(raw=name, name=name, span=view.span(at, at + len(name)))), end


def _group(view: View, start: int, end: int, setting: Setting) -> tuple[AgencyRef, int] | None:
    known = normalize_in(_GROUP_NAME, setting)
    if known is None:
        return None
    rooms = _ROOMS.match(view.folded, start)
    end = max(end, rooms.end()) if rooms else end
    name = view.text[start:end].strip(" ,.")
    told: dict[str, object] = {"raw": name, "span": view.span(start, start + len(name))}
    if rooms:
        told |= {"name": name[:1].upper() + name[1:], "id": None}
    return known.model_copy(update=told), end


def continued(
    view: View, at: int, setting: Setting, *, registered: frozenset[int] = frozenset()
) -> tuple[list[AgencyRef], int]:
    """The agencies that no row knows after a list that ends at ``at`` (``, Bảo tàng tỉnh``), and the list's end.

    The list ends before one of the ``registered`` agencies, told by where they begin.
    """
    folded = fold_case(view.text)
    more: list[AgencyRef] = []
    while (separator := _AND.match(folded, at)) and separator.end() not in registered:
        named = name_at(view, separator.end(), setting) if view.text[separator.end()].isupper() else None
        if named is None:
            break
        more.append(named[0])
        at = named[1]
    return more, at


def whole_name(view: View, body: AgencyRef, start: int, end: int) -> tuple[AgencyRef, int]:
    """The agency found at ``[start, end)`` with the rest of its name, where a colon or the line's end bounds it.

    Open names are found as far as their capitals carry: ``Phòng Hành chính - Tổng hợp, pháp chế:``.
    """
    colon = view.text.find(":", end, start + _LONGEST_NAME)
    if colon < 0 and len(view.text) - start <= _LONGEST_ALONE and not view.text.endswith((".", ";", ",")):
        colon = len(view.text)
    is_open = body.kind in _OPEN_KINDS or body.name.endswith("khu vực")
    is_open = is_open and not body.name.startswith("Sở ")
    if colon < 0 or not is_open or view.text[end : end + 2].strip(" -").startswith((",", ";", "(")):
        return body, end
    stop = next((m.start() for m in _NEXT.finditer(fold_case(view.text), end, colon)), colon)
    rest = view.text[end:stop]
    if not rest.strip(" -") or _NO_NAME.match(fold_case(rest)) or verb_at(view.text, end, colon) is not None:
        return body, end
    name = view.text[start:stop].strip(" ,")
    return written_out(AgencyRef(raw=name, name=name, span=view.span(start, start + len(name)))), stop


def written_out(body: AgencyRef) -> AgencyRef:
    """An agency that no row knows, with short forms in its name written out and a capital in front."""
    if body.kind is not None:
        return body
    full = _SHORT_FORM.sub(lambda m: WRITTEN_OUT[m[0]], body.name)
    return body.model_copy(update={"name": full[:1].upper() + full[1:]})


def _name_end(words: str, begin: int) -> int:
    verb = verb_at(words, begin)
    mark = _END.search(words, begin)
    after = next((m for m in _NEXT.finditer(fold_case(words), begin) if words[m.end()].isupper()), None)
    return min(
        verb if verb is not None else len(words),
        mark.start() if mark else len(words),
        after.start() if after else len(words),
    )


def _after_title(folded: str, at: int) -> int:
    """Where the name begins after the title of the person who speaks for it: ``Hạt trưởng`` Hạt Kiểm lâm."""
    title = _TITLE.match(folded, at)
    return title.end() if title else at


def _is_name(name: str, rest: str) -> bool:
    """What follows a noun is a name: a capital after or within it, or a place, a number, whose cell it is.

    So "Ban Quản lý chợ", "Đảng bộ xã Minh Châu", "Cụm thi đua số 2", "Tổ đảng ở Văn phòng", not "phòng họp".
    """
    within = name.partition(" ")[2]
    return (
        rest.strip()[:1].isupper()
        or within[:1].isupper()
        or name.split(" ", 1)[0].isupper()
        or _PLACED.match(rest) is not None
    )
