"""Lists of kinds of unit: ``UBND các huyện, thị xã, thành phố``, ``các xã, phường``, ``UBND cấp huyện, cấp xã``.

Which kinds a list names is the habit of its author: every list of one level
is one group. Plans of the years 2008 to 2025 know three levels, later ones two.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.gazetteer.agencies import agency
from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Family
from vnplan.mentions.mention import AgencyMention, group, named
from vnplan.models.agency import AgencyLevel
from vnplan.setting import Setting

SEPARATOR = r"(?: ?[,/;] ?(?:và )?| ?- ?| và | hoặc )"
"""What stands between the words of a list."""

_LEVELS = select(Family.LEVEL)
_NAMED = alternation(row for row in _LEVELS if row.words != "thành" and "abbreviation" not in row.traits)
_ABBREVIATED = rf"{any_of(Family.LEVEL, trait='abbreviation')}\.?"
# Short for "thành phố" only where the list ends or goes on: "các huyện, thành", not "thành lập".
_SHORT_CITY = r"thành(?= ?[,;.)]|\Z| và | trong| trực)"
_LEVEL = rf"(?:(?:cấp )?{_NAMED}|{_ABBREVIATED}|{_SHORT_CITY})(?!\w| ủy| đoàn| hội)"
_SEVERAL = rf"(?:{SEPARATOR}(?:các )?{_LEVEL}){{1,12}}"
_LIST = (
    rf"(?:(?:các )?{_LEVEL}(?:{_SEVERAL}| {_LEVEL}{_SEVERAL})|các {_LEVEL}|{any_of(Family.LEVEL, trait='of_level')})"
)
_BELONGING = r" (?:trực thuộc|thuộc|của) (?:tỉnh|trung ương|tw)(?!\w)"
_WITHIN = rf"(?:{_BELONGING}| trong tỉnh| trên địa bàn(?: toàn)?(?: tỉnh| thành phố)?)?(?: (?:có )?liên quan)?"
UNITS = rf"{_LIST}{_WITHIN}"
"""Two kinds of unit or more, or one in the plural."""

_COUNTED = rf"\d{{1,3}} {_LEVEL}(?:{_SEVERAL})?"
COMMITTEES = rf"{any_of(Family.GROUP_WORD, trait='runs')}(?: ở)? (?:{UNITS}|{_COUNTED})"
"""Their committees."""

_CENTRAL_UNITS = r"(?:các |một số )?(?:tỉnh|thành phố) trực thuộc (?:trung ương|tw)"
LOCALITIES = rf"{_CENTRAL_UNITS}|các {_LEVEL}(?:{_SEVERAL}| {_LEVEL}{_SEVERAL}){_WITHIN}"
"""The units themselves, where they stand for the agencies that run them."""

_UNIT = re.compile(rf"(?:các )?({_LEVEL})")
_TAIL = re.compile(rf"{_WITHIN}\Z")
_ROW = {
    AgencyLevel.PROVINCE: "g_ubnd_cac_tinh",
    AgencyLevel.DISTRICT: "ubnd_cac_huyen",
    AgencyLevel.COMMUNE: "ubnd_cac_xa",
}
_LEVEL_OF = {row.words: AgencyLevel(row.means) for row in _LEVELS if row.means and row.means != "city"}


def read_unit_list(folded: str, start: int, end: int, setting: Setting) -> Iterator[AgencyMention]:
    """The groups that a list of kinds of unit names, one for each run of one level.

    ``thành phố`` alone has no level of its own: it joins the kinds beside it.
    """
    runs = _runs(folded, start, end)
    for place, (level, first, last, words) in enumerate(runs):
        from_ = start if place == 0 else first
        to = end if place == len(runs) - 1 else last
        if level is AgencyLevel.PROVINCE and words in ("tỉnh", "cấp tỉnh") and setting.home:
            row = agency("ubnd_tinh")
            yield AgencyMention(from_, to, named(row, setting, setting.home, None), row, setting.home)
        else:
            yield group(_ROW[level or AgencyLevel.DISTRICT], from_, to, setting)


def _runs(folded: str, start: int, end: int) -> list[tuple[AgencyLevel | None, int, int, str]]:
    tail = next(_TAIL.finditer(folded, start, end))
    runs: list[tuple[AgencyLevel | None, int, int, str]] = []
    for unit in _UNIT.finditer(folded, start, tail.start()):
        level = _LEVEL_OF.get(unit[1].rstrip(".").removeprefix("cấp "))
        if runs and (level is None or level == runs[-1][0] or runs[-1][0] is None):
            before = runs.pop()
            runs.append((before[0] or level, before[1], unit.end(), before[3] + unit[0]))
        else:
            runs.append((level, unit.start(), unit.end(), unit[0]))
    if len(runs) == 1 and runs[0][0] is None and "trực thuộc t" in tail[0] and "tỉnh" not in tail[0]:
        runs[0] = (AgencyLevel.PROVINCE, *runs[0][1:])
    return runs
