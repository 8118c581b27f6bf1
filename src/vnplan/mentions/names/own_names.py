"""What tells an agency from others of its kind: a region (``Kho bạc Nhà nước khu vực VII``), a proper name.

In: a base name with its row and where it ends; out: the mention with the words that follow.
"""

from __future__ import annotations

import re

from vnplan.gazetteer.rows import AgencyRow
from vnplan.mentions.mention import AgencyMention
from vnplan.mentions.names import unit_names
from vnplan.mentions.search_copy import SearchCopy
from vnplan.models.base import Span
from vnplan.setting import Setting
from vnplan.text.numerals import SMALL_ROMAN

_REGION = re.compile(rf" (?:{SMALL_ROMAN}|\d{{1,2}})(?!\w)")
_ALSO = re.compile(r" (?:và|,|-|&) ?(?:các )?(?:khu công nghiệp|kcn)(?!\w)")
_LEVEL = re.compile(r" (tỉnh|thành phố|tp)(?!\w)\.?")


def mention(copy: SearchCopy, span: Span, row: AgencyRow, setting: Setting) -> AgencyMention | None:
    """The agency with the number of its region or the proper name that follows its base name; ``None`` without one."""
    base, at = row.name_on(setting.on), span.end
    region = _REGION.match(copy.folded, at) if base.lower().endswith("khu vực") else None
    if region:
        number = copy.text[at + 1 : region.end()]
        return AgencyMention(span.start, region.end(), f"{base} {number}", row, setting.home, place=number)
    own = unit_names.name_at(copy, at) if row.own_name else None
    if own is None:
        return None
    name, end = _with_level(copy, f"{base.removesuffix(' tỉnh')} {own[0]}", own[1], setting)
    return AgencyMention(span.start, end, name, row, setting.home)


def _with_level(copy: SearchCopy, name: str, end: int, setting: Setting) -> tuple[str, int]:
    """The name with what may close it: the industrial zones, the province."""
    also = _ALSO.match(copy.folded, end)
    if also:
        name, end = f"{name} và các khu công nghiệp", also.end()
    level = _LEVEL.match(copy.folded, end)
    if level and setting.home:
        city = setting.home.is_city(setting.on)
        if (level[1] == "tỉnh") is not city:
            place = f" {setting.home.name}"
            end = level.end() + len(place) * copy.text.startswith(place, level.end())
            name = f"{name} {'thành phố' if city else 'tỉnh'}{place}"
    return name, end
