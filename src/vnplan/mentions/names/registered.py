"""One registered agency at one place: base name, level word, place name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.gazetteer.agencies import agency
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.lists import unit_kinds
from vnplan.mentions.mention import AgencyMention, named
from vnplan.mentions.names import own_names, unit_names
from vnplan.mentions.names.row_choice import choices, pick, rows_for
from vnplan.mentions.names.surface_index import TAIL_OF, Rows, Tail, fold_separators, places, rows_named
from vnplan.mentions.search_copy import SearchCopy
from vnplan.models.agency import AgencyKind, AgencyLevel
from vnplan.models.base import Span
from vnplan.setting import Setting

# "Ủy ban nhân dân (UBND) tỉnh": the abbreviation may be announced before the level word.
_LEVEL = re.compile(
    r"(?: \([^()]{2,12}\))?(?:[ .]|(?<=\w)(?=tp))(?:cấp )?"
    rf"({any_of(Family.LEVEL, Context.HEADING)})\.?"
)
# "HĐND và UBND tỉnh": the level word is said once for both.
_NEXT_COMMITTEE = re.compile(r"(?: ?[,&-] ?| và )(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)(?=[ .])")
_UNIT_GROUP = re.compile(rf" (?:{unit_kinds.UNITS})(?!\w)")
_WORDS = {"tp": "thành phố", "tx": "thị xã"}
# Of a centrally run city, or of a city below a province.
_CITY_PARTY = re.compile(r"thành (?:ủy|đoàn)\Z")


@dataclass(frozen=True, slots=True)
class _Location:
    """What follows a base name: the level word and the place."""

    end: int
    tail: Tail = Tail.NONE
    province: Province | None = None
    local: str | None = None


def registered_at(copy: SearchCopy, start: int, end: int, setting: Setting) -> AgencyMention | None:
    """The agency whose base name stands at ``[start, end)``; ``None`` where no row fits what follows."""
    return resolve(copy, start, end, rows_named(fold_separators(copy.folded[start:end]), setting.on), setting)


def resolve(copy: SearchCopy, start: int, end: int, rows: Rows, setting: Setting) -> AgencyMention | None:
    """The one of ``rows`` that the level word and place after ``end`` select."""
    group = _UNIT_GROUP.match(copy.folded, end)
    if group:
        found = _group(copy, start, group, rows, setting)
        if found:
            return found
    if _CITY_PARTY.search(copy.folded, start, end) and "," not in copy.folded[start:end]:
        return _of_city_party(copy, start, end, rows, setting)
    place = after(copy, end, setting)
    province = place.province or setting.home
    city = province.is_city(setting.on) if province and not place.local else False
    chosen = rows_for(rows, place.tail, city=city) if place.tail else ()
    if not chosen and place.province and not place.tail:
        chosen = _of_province(rows)
    if not chosen:
        shared = _shared(copy, end, rows, setting)
        if shared:
            return AgencyMention(start, end, *shared)
        if place.tail in (Tail.DISTRICT, Tail.COMMUNE, Tail.CITY) and not city and _has_units(rows):
            return _unlisted(copy, start, place)
        place, province = _Location(end), setting.home
        chosen = rows.get(Tail.NONE, ()) or _implied(copy, start, rows, setting)
    return _settle(copy, start, place, chosen, (setting, province)) if chosen else None


def _settle(
    copy: SearchCopy, start: int, place: _Location, rows: tuple[AgencyRow, ...], where: tuple[Setting, Province | None]
) -> AgencyMention | None:
    setting, province = where
    left = choices(rows, setting)
    if len(left) != 1:
        return AgencyMention(start, place.end, copy.text[start : place.end], province=province, candidates=left)
    row = left[0]
    if row.kind in _COMMON_NOUNS and not place.tail and not copy.text[start].isupper():
        return None
    each = False
    own = None if place.tail else own_names.mention(copy, Span(start, place.end), row, setting)
    if own:
        return own
    if row.body:
        row = agency(row.body)
    if row.level is AgencyLevel.DISTRICT and row.kind is AgencyKind.PARTY and not place.local:
        of = unit_names.name_at(copy, place.end) or (_own_name(setting), place.end)
        if of[0]:
            head = copy.text[start : place.end].capitalize()
            return AgencyMention(start, of[1], f"{head} {of[0]}", row, province, place=of[0])
    if row.level is AgencyLevel.CENTRAL:
        province = None
    elif row.level in _BELOW and not place.local and _is_own(place, setting):
        return AgencyMention(start, place.end, named(row, setting, province, setting.unit), row, province, setting.unit)
    elif row.level in _BELOW and not place.local and _all_of_level(place, setting):
        # "UBND huyện", "Công an xã" of no place is each of them.
        row, each = agency(_UNNAMED.get(row.id, row.id)), True
    return AgencyMention(start, place.end, named(row, setting, province, place.local), row, province, place.local, each)


_BELOW = (AgencyLevel.DISTRICT, AgencyLevel.COMMUNE)


def _is_own(place: _Location, setting: Setting) -> bool:
    """True where the level word without a name is that of the unit that speaks: ``UBND huyện`` in a district's plan."""
    if setting.unit is None or not place.tail:
        return False
    return TAIL_OF[_level_of(setting.unit)] is place.tail


def _level_of(unit: str) -> str:
    return next(word for word in TAIL_OF if unit.startswith(f"{word} "))


def _own_name(setting: Setting) -> str | None:
    """The district that speaks, without its level word: ``Huyện ủy`` in its plans is its own."""
    level = _level_of(setting.unit) if setting.unit else None
    return setting.unit.removeprefix(f"{level} ") if setting.unit and TAIL_OF[level or ""] is not Tail.COMMUNE else None


def _all_of_level(place: _Location, setting: Setting) -> bool:
    """True where a level word without a name means every unit of the level; a commune's ``UBND huyện`` is one."""
    of_commune = setting.unit is not None and TAIL_OF[_level_of(setting.unit)] is Tail.COMMUNE
    return place.tail is Tail.COMMUNE or (place.tail is Tail.DISTRICT and not of_commune)


# Agencies that go by their bare name in plans of their province, and those that stand again in each unit below.
_BARE = {"association", "mass_org", "management_board", "steering_committee", "public_unit", "front"}
_IN_UNITS = {
    "association",
    "mass_org",
    "front",
    "police",
    "army",
    "council",
    "party",
    "court",
    "procuracy",
    "management_board",
}


def _has_units(rows: Rows) -> bool:
    return any(row.kind in _IN_UNITS for by in rows.values() for row in by)


def _implied(copy: SearchCopy, start: int, rows: Rows, setting: Setting) -> tuple[AgencyRow, ...]:
    if setting.home is None or not copy.text[start].isupper():
        return ()
    return tuple(row for row in rows.get(Tail.PROVINCE, ()) if row.kind in _BARE)


def _unlisted(copy: SearchCopy, start: int, place: _Location) -> AgencyMention:
    """``Hội Nông dân xã Minh Quang``: an agency of a unit below the province that has no row of its own."""
    return AgencyMention(start, place.end, copy.text[start : place.end], place=place.local)


# In small letters and without a level word these are kinds of institution (cơ sở cai nghiện), not one of them.
_COMMON_NOUNS = {"public_unit", "press", "enterprise"}
_UNNAMED = {"ubnd_huyen": "ubnd_cac_huyen", "ubnd_xa": "ubnd_cac_xa"}


def after(copy: SearchCopy, at: int, setting: Setting) -> _Location:
    """Read level word and place name after a base name that ends at ``at``."""
    level = _LEVEL.match(copy.folded, at)
    if level is None:
        direct = province_at(copy, at + 1, setting) if copy.folded.startswith(" ", at) else None
        return _Location(direct[1], province=direct[0]) if direct else _Location(at)
    tail, end = TAIL_OF[level[1]], level.end()
    if tail in (Tail.PROVINCE, Tail.CITY):
        province = province_at(copy, end + copy.folded.startswith(" ", end), setting)
        if province and (tail is Tail.PROVINCE or province[0].is_city(setting.on)):
            return _Location(province[1], tail, province[0])
    slot = unit_names.name_at(copy, end) if tail is not Tail.PROVINCE else None
    if slot:
        return _Location(slot[1], tail, local=f"{_WORDS.get(level[1], level[1])} {slot[0]}")
    # The full stop of TP. belongs to it only before a name.
    return _Location(level.end(1), tail)


def province_at(copy: SearchCopy, at: int, setting: Setting) -> tuple[Province, int] | None:
    """The province named at ``at``, and where its name ends."""
    index, pattern = places()
    match = pattern.match(copy.folded, at)
    if not match or not copy.text[at].isupper():
        return None
    rows = index.get(fold_separators(match[0]), ())
    held = [row for row in rows if row.held(setting.on)] or list(rows)
    if len({row.slug for row in held}) != 1:
        return None
    return max(held, key=lambda row: row.valid_from is not None), match.end()


def _group(copy: SearchCopy, start: int, group: re.Match[str], rows: Rows, setting: Setting) -> AgencyMention | None:
    """``Công an các huyện, thị xã, thành phố``: one kind of agency in every unit of a level."""
    first = next(unit_kinds.read_unit_list(copy.folded, group.start() + 1, group.end(), setting))
    level = _LEVEL_OF_GROUP.get(first.row.id if first.row else "")
    chosen = rows_for(rows, level, city=False) if level else ()
    row = pick(chosen, setting) if chosen else None
    known = row
    if row is None and copy.folded.startswith(" các ", group.start()):
        # "Ban Chỉ đạo 389 các huyện": the registry has the one of the province only.
        row = pick(tuple(r for r in rows_for(rows, Tail.PROVINCE, city=False) if r.kind in _LIKE_ABOVE), setting)
    if row is None or row.kind in _SPOKEN_BY_UNITS:
        return None
    own = row.name_on(setting.on)
    base = own.removesuffix(" huyện").removesuffix(" xã").removesuffix(" tỉnh")
    # One wording for all times: the id of such a group is made of it.
    kinds = (first.row.id_name if first.row else first.name).removeprefix("Ủy ban nhân dân ")
    name = own if (row.kind, row.level) == (AgencyKind.DEPARTMENT, AgencyLevel.PROVINCE) else f"{base} {kinds}"
    where = None if level is Tail.PROVINCE else setting.home
    return AgencyMention(start, first.end, name, known, where, place=kinds, collective=True)


_LEVEL_OF_GROUP = {"ubnd_cac_huyen": Tail.DISTRICT, "ubnd_cac_xa": Tail.COMMUNE, "g_ubnd_cac_tinh": Tail.PROVINCE}
# Their groups have rows of their own.
_SPOKEN_BY_UNITS = {"committee", "council", "person_office"}
# Agencies of the province that stand again, by the same name, in every unit below it.
_LIKE_ABOVE = {"steering_committee", "mass_org", "association", "front"}


def _of_city_party(copy: SearchCopy, start: int, end: int, rows: Rows, setting: Setting) -> AgencyMention | None:
    """``Thành ủy`` is of the centrally run city that is named or at hand, else of a city below the province."""
    seat = province_at(copy, end + 1, setting) if copy.folded.startswith(" ", end) else None
    city = seat[0] if seat and seat[0].is_city(setting.on) else None
    slot = None if city else unit_names.name_at(copy, end)
    if city is None and slot is None and setting.in_city:
        city = setting.home
    every = tuple(dict.fromkeys(row for by in rows.values() for row in by))
    if city:
        row = pick(tuple(r for r in every if r.level is AgencyLevel.PROVINCE), setting)
        stop = seat[1] if seat else end
        return AgencyMention(start, stop, named(row, setting, city, None), row, city) if row else None
    head = copy.text[start:end]
    if slot:
        row = agency("huyen_uy") if copy.folded[start:end] == "thành ủy" else None
        return AgencyMention(start, slot[1], f"{head} {slot[0]}", row, setting.home, place=slot[0])
    return AgencyMention(start, end, head)


def _shared(
    copy: SearchCopy, end: int, rows: Rows, setting: Setting
) -> tuple[str, AgencyRow, Province | None, str | None] | None:
    following = _NEXT_COMMITTEE.match(copy.folded, end)
    if not following:
        return None
    place = after(copy, following.end(), setting)
    province = place.province or setting.home
    city = province.is_city(setting.on) if province and not place.local else False
    chosen = rows_for(rows, place.tail, city=city) if place.tail else ()
    row = pick(chosen, setting) if chosen else None
    return (named(row, setting, province, place.local), row, province, place.local) if row else None


def _of_province(rows: Rows) -> tuple[AgencyRow, ...]:
    """The rows of provincial level, whatever the level word, for a name with the province's name right after it."""
    return tuple(dict.fromkeys(row for by in rows.values() for row in by if row.level is AgencyLevel.PROVINCE))
