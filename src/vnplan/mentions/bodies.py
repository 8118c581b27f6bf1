"""One registered body at one place: base name, level word, place name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.gazetteer.agencies import agency
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.mentions import units
from vnplan.mentions.copies import CAPITAL, Copy
from vnplan.mentions.found import Found, named
from vnplan.mentions.names import TAIL_OF, Rows, Tail, names, places, squash
from vnplan.mentions.scene import Scene, choices, pick, rows_for

# "Ủy ban nhân dân (UBND) tỉnh": the abbreviation may be announced before the level word.
_LEVEL = re.compile(
    r"(?: \([^()]{2,12}\))?(?:[ .]|(?<=\w)(?=tp))(?:cấp )?"
    r"(thành phố|tp|tỉnh|huyện|quận|thị xã|tx|xã(?! hội)|phường|thị trấn|đặc khu)(?!\w)\.?"
)
_ANOTHER = r"(?:Sở|Bộ|Ban|Hội|Phòng|UBND|HĐND|MTTQ|Ủy ban|Công an|Đoàn|Chi cục|Trung tâm|Văn phòng|Tỉnh|Các)(?!\w)"
# The name of a district or commune: capitalised words (Buôn Ma Thuột, Phan Rang - Tháp Chàm) or a number (quận 1).
_SLOT = re.compile(rf" ?(?!{_ANOTHER})((?:[{CAPITAL}][\w']*(?:(?: | ?- ?)[{CAPITAL}][\w']*){{0,3}}|\d{{1,2}})(?!\w))")
_REGION = re.compile(r" (?:[ivx]+|\d{1,2})(?!\w)")
# "HĐND và UBND tỉnh": the level word is said once for both.
_NEXT_COMMITTEE = re.compile(r"(?: ?[,&-] ?| và )(?:ubnd|ủy ban nhân dân|hđnd|hội đồng nhân dân)(?=[ .])")
_UNIT_GROUP = re.compile(rf" (?:{units.UNITS})(?!\w)")
_WORDS = {"tp": "thành phố", "tx": "thị xã"}
# Of a centrally run city, or of a city below a province.
_CITY_PARTY = re.compile(r"thành (?:ủy|đoàn)\Z")


@dataclass(frozen=True, slots=True)
class _Place:
    """What follows a base name: the level word and the place."""

    end: int
    tail: Tail = Tail.NONE
    province: Province | None = None
    local: str | None = None
    name: str | None = None
    """The local place without its level word."""


def body_at(copy: Copy, start: int, end: int, scene: Scene) -> Found | None:
    """The body whose base name stands at ``[start, end)``; ``None`` where no row fits what follows."""
    index, _ = names()
    return resolve(copy, start, end, index[squash(copy.folded[start:end])], scene)


def resolve(copy: Copy, start: int, end: int, rows: Rows, scene: Scene) -> Found | None:
    """The one of ``rows`` that the level word and place after ``end`` select."""
    group = _UNIT_GROUP.match(copy.folded, end)
    if group:
        found = _group(copy, start, group, rows, scene)
        if found:
            return found
    if _CITY_PARTY.search(copy.folded, start, end) and "," not in copy.folded[start:end]:
        return _of_city_party(copy, start, end, rows, scene)
    place = after(copy, end, scene)
    province = place.province or scene.province
    city = province.is_city(scene.on) if province and not place.local else False
    chosen = rows_for(rows, place.tail, city=city) if place.tail else ()
    if not chosen and place.province and not place.tail:
        chosen = _of_province(rows)
    if not chosen:
        shared = _shared(copy, end, rows, scene)
        if shared:
            return Found(start, end, *shared)
        if place.tail in (Tail.DISTRICT, Tail.COMMUNE, Tail.CITY) and not city and _has_units(rows):
            return _unlisted(copy, start, place)
        place, province = _Place(end), scene.province
        chosen = rows.get(Tail.NONE, ()) or _implied(copy, start, rows, scene)
    return _settle(copy, start, place, chosen, (scene, province)) if chosen else None


def _settle(
    copy: Copy, start: int, place: _Place, rows: tuple[AgencyRow, ...], where: tuple[Scene, Province | None]
) -> Found | None:
    scene, province = where
    left = choices(rows, scene)
    if len(left) != 1:
        return Found(start, place.end, copy.text[start : place.end], province=province, candidates=left)
    row = left[0]
    if row.kind in _COMMON_NOUNS and not place.tail and not copy.text[start].isupper():
        return None
    region = _REGION.match(copy.folded, place.end) if row.name.endswith(("khu vực", "Khu vực")) else None
    if region:
        name = row.name + copy.text[place.end : region.end()]
        return Found(start, region.end(), name, row, province, place=copy.text[place.end : region.end()])
    if row.body:
        row = agency(row.body)
    if row.level == "district" and row.kind == "party" and not place.local:
        seat = _SLOT.match(copy.text, place.end)
        if seat:
            head = copy.text[start : place.end]
            return Found(start, seat.end(), f"{head.capitalize()} {_title(seat[1])}", row, province, place=seat[1])
    if row.level == "central":
        province = None
    elif place.tail in (Tail.DISTRICT, Tail.COMMUNE) and not place.local and row.id in _UNNAMED:
        row = agency(_UNNAMED[row.id])  # "UBND huyện" of no place is each of them
    return Found(start, place.end, named(row, scene, province, place.local), row, province, place.local)


# Bodies that go by their bare name in plans of their province, and those that have a body like them in each unit below.
_BARE = {"association", "mass_org", "management_board", "steering_committee", "public_unit", "front"}
_IN_UNITS = {"association", "mass_org", "front", "police", "army", "council", "party", "court", "procuracy"}


def _has_units(rows: Rows) -> bool:
    return any(row.kind in _IN_UNITS for by in rows.values() for row in by)


def _implied(copy: Copy, start: int, rows: Rows, scene: Scene) -> tuple[AgencyRow, ...]:
    if scene.province is None or not copy.text[start].isupper():
        return ()
    return tuple(row for row in rows.get(Tail.PROVINCE, ()) if row.kind in _BARE)


def _unlisted(copy: Copy, start: int, place: _Place) -> Found:
    """``Hội Nông dân xã Minh Quang``: a body of a unit below the province that has no row of its own."""
    return Found(start, place.end, copy.text[start : place.end], place=place.local)


# In small letters and without a level word these are kinds of institution (cơ sở cai nghiện), not one of them.
_COMMON_NOUNS = {"public_unit", "press", "enterprise"}
_UNNAMED = {"ubnd_huyen": "ubnd_cac_huyen", "ubnd_xa": "ubnd_cac_xa"}


def after(copy: Copy, at: int, scene: Scene) -> _Place:
    """Read level word and place name after a base name that ends at ``at``."""
    level = _LEVEL.match(copy.folded, at)
    if level is None:
        direct = province_at(copy, at + 1, scene) if copy.folded.startswith(" ", at) else None
        return _Place(direct[1], province=direct[0]) if direct else _Place(at)
    tail, end = TAIL_OF[level[1]], level.end()
    if tail in (Tail.PROVINCE, Tail.CITY):
        province = province_at(copy, end + copy.folded.startswith(" ", end), scene)
        if province and (tail is Tail.PROVINCE or province[0].is_city(scene.on)):
            return _Place(province[1], tail, province[0])
    slot = _SLOT.match(copy.text, end) if tail is not Tail.PROVINCE else None
    if slot:
        name = _title(slot[1])
        return _Place(slot.end(), tail, local=f"{_WORDS.get(level[1], level[1])} {name}", name=name)
    # The full stop of TP. belongs to it only before a name.
    return _Place(level.end(1), tail)


def province_at(copy: Copy, at: int, scene: Scene) -> tuple[Province, int] | None:
    """The province named at ``at``, and where its name ends."""
    index, pattern = places()
    match = pattern.match(copy.folded, at)
    if not match or not copy.text[at].isupper():
        return None
    rows = index.get(squash(match[0]), ())
    held = [row for row in rows if row.held(scene.on)] or list(rows)
    if len({row.slug for row in held}) != 1:
        return None
    return max(held, key=lambda row: row.valid_from is not None), match.end()


def place_name(copy: Copy, at: int) -> tuple[str, int] | None:
    """The name of a district or commune at ``at``, and where it ends."""
    slot = _SLOT.match(copy.text, at)
    return (_title(slot[1]), slot.end()) if slot else None


def _title(place: str) -> str:
    """A place name in usual capitals: in a heading all letters are capital."""
    return place.title() if place.isupper() and " " in place else place


def _group(copy: Copy, start: int, group: re.Match[str], rows: Rows, scene: Scene) -> Found | None:
    """``Công an các huyện, thị xã, thành phố``: one kind of body in every unit of a level."""
    first = next(units.read(copy.folded, group.start() + 1, group.end(), scene))
    level = {"ubnd_cac_huyen": Tail.DISTRICT, "ubnd_cac_xa": Tail.COMMUNE}.get(first.row.id if first.row else "")
    chosen = rows_for(rows, level, city=False) if level else ()
    row = pick(chosen, scene) if chosen else None
    if row is None:
        return None
    base = row.name.removesuffix(" huyện").removesuffix(" xã")
    kinds = first.name.removeprefix("Ủy ban nhân dân ")
    return Found(start, first.end, f"{base} {kinds}", row, scene.province, place=kinds, collective=True)


def _of_city_party(copy: Copy, start: int, end: int, rows: Rows, scene: Scene) -> Found | None:
    """``Thành ủy`` is of the centrally run city that is named or at hand, else of a city below the province."""
    seat = province_at(copy, end + 1, scene) if copy.folded.startswith(" ", end) else None
    city = seat[0] if seat and seat[0].is_city(scene.on) else None
    slot = None if city else _SLOT.match(copy.text, end)
    if city is None and slot is None and scene.in_city:
        city = scene.province
    every = tuple(dict.fromkeys(row for by in rows.values() for row in by))
    if city:
        row = pick(tuple(r for r in every if r.level == "province"), scene)
        stop = seat[1] if seat else end
        return Found(start, stop, named(row, scene, city, None), row, city) if row else None
    head = copy.text[start:end]
    if slot:
        row = agency("huyen_uy") if copy.folded[start:end] == "thành ủy" else None
        return Found(start, slot.end(), f"{head} {_title(slot[1])}", row, scene.province, place=slot[1])
    return Found(start, end, head)


def _shared(
    copy: Copy, end: int, rows: Rows, scene: Scene
) -> tuple[str, AgencyRow, Province | None, str | None] | None:
    following = _NEXT_COMMITTEE.match(copy.folded, end)
    if not following:
        return None
    place = after(copy, following.end(), scene)
    province = place.province or scene.province
    city = province.is_city(scene.on) if province and not place.local else False
    chosen = rows_for(rows, place.tail, city=city) if place.tail else ()
    row = pick(chosen, scene) if chosen else None
    return (named(row, scene, province, place.local), row, province, place.local) if row else None


def _of_province(rows: Rows) -> tuple[AgencyRow, ...]:
    """The rows of provincial level, whatever the level word, for a name with the province's name right after it."""
    return tuple(dict.fromkeys(row for by in rows.values() for row in by if row.level == "province"))
