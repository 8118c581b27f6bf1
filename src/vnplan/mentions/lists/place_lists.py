"""Committees named by a list of places: ``UBND các huyện: A, B và C``, ``các địa phương X, Y``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.gazetteer.agencies import agency
from vnplan.lexicon.patterns import any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.mention import AgencyMention, named
from vnplan.mentions.names import unit_names
from vnplan.mentions.names.registered import province_at
from vnplan.mentions.search_copy import SearchCopy
from vnplan.setting import Setting

_LEVEL = any_of(Family.LEVEL, Context.HEADING)
_PLURAL = re.compile(rf"các (địa phương|tỉnh, thành phố|{_LEVEL})\Z")
_FIRST = re.compile(r" ?: ?| ")
_NEXT = re.compile(rf"(?: ?[,;] ?(?:và )?| và )(?:(?P<level>{_LEVEL}\.?) )?")
_COMMUNES = frozenset(row.words for row in select(Family.LEVEL, means="commune"))
_WRITTEN = {"tp": "thành phố", "tp.": "thành phố"}
_OF_PROVINCES = ("tỉnh", "địa phương", "tỉnh, thành phố", "thành phố")


def read_place_list(copy: SearchCopy, start: int, end: int, setting: Setting) -> Iterator[AgencyMention]:
    """The committees of the places listed after plural words at ``[start, end)``; none where no place follows."""
    plural = _PLURAL.search(copy.folded, start, end)
    before = _FIRST.match(copy.folded, end) if plural else None
    at = start
    while plural and before:
        own = before.groupdict().get("level")
        found = _place(copy, plural[1], before.end(), setting, own=own)
        if found is None:
            return
        # The first one carries the words for all.
        yield found.moved(at, found.end) if at == start else found
        at = found.end
        before = _NEXT.match(copy.folded, at)


def _place(copy: SearchCopy, level: str, at: int, setting: Setting, *, own: str | None = None) -> AgencyMention | None:
    """The committee of the place named at ``at`` in a list of ``level``; ``own`` is the level word before it."""
    if level in _OF_PROVINCES:
        named_province = province_at(copy, at, setting)
        if named_province:
            province, end = named_province
            row = agency("ubnd_tinh")
            return AgencyMention(at, end, named(row, setting, province, None), row, province)
        if level != "thành phố":
            return None
    slot = unit_names.name_at(copy, at)
    if slot is None:
        return None
    name, end = slot
    row = agency("ubnd_xa" if level in _COMMUNES else "ubnd_huyen")
    local = f"{_WRITTEN.get(own or '', own) or level} {name}"
    return AgencyMention(at, end, named(row, setting, setting.home, local), row, setting.home, local)
