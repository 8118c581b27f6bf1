"""One registered body at one place: base name, level word, place name."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.gazetteer.agencies import agency
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.mentions.found import Found, named
from vnplan.mentions.names import TAIL_OF, Rows, Tail, names, places, squash
from vnplan.mentions.scene import Scene, pick, rows_for

_UPPER = "A-ZÀ-ÃÈ-ÊÌÍÒ-ÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"
_LEVEL = re.compile(r"(?:[ .]|(?<=\w)(?=tp))(thành phố|tp|tỉnh|huyện|quận|thị xã|tx|xã|phường|thị trấn|đặc khu)\b\.?")
# The name of a district or commune: capitalised words (Buôn Ma Thuột, Phan Rang - Tháp Chàm, M'Drắk) or a number (quận 1).
_SLOT = re.compile(rf" ?((?:[{_UPPER}][\w']*(?:(?: | ?- ?)[{_UPPER}][\w']*){{0,3}}|\d{{1,2}})(?!\w))")
_REGION = re.compile(r" (?:[ivx]+|\d{1,2})(?!\w)")
_WORDS = {"tp": "thành phố", "tx": "thị xã"}


@dataclass(frozen=True, slots=True)
class Copy:
    """A search copy and its fold, character for character."""

    text: str
    folded: str


@dataclass(frozen=True, slots=True)
class _Place:
    """What follows a base name: the level word and the place."""

    end: int
    tail: Tail = Tail.NONE
    province: Province | None = None
    local: str | None = None


def _province(copy: Copy, at: int, scene: Scene) -> tuple[Province, int] | None:
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


def _after(copy: Copy, at: int, scene: Scene) -> _Place:
    """Read level word and place name after a base name that ends at ``at``."""
    level = _LEVEL.match(copy.folded, at)
    if level is None:
        start = at + 1 if copy.folded.startswith(" ", at) else at
        direct = _province(copy, start, scene) if start > at and start < len(copy.text) else None
        return _Place(direct[1], province=direct[0]) if direct else _Place(at)
    tail = TAIL_OF[level[1]]
    end = level.end()
    start = end + 1 if copy.folded.startswith(" ", end) else end
    province = None
    if tail in (Tail.PROVINCE, Tail.CITY) and start < len(copy.text):
        province = _province(copy, start, scene)
        if province and (tail is Tail.PROVINCE or province[0].is_city(scene.on)):
            return _Place(province[1], tail, province[0])
    slot = _SLOT.match(copy.text, end) if tail is not Tail.PROVINCE else None
    if slot:
        word = _WORDS.get(level[1], level[1])
        return _Place(slot.end(), tail, local=f"{word} {_title(slot[1])}")
    # The full stop of TP. belongs to it only before a name.
    return _Place(level.end(1), tail)


def _title(place: str) -> str:
    """A place name in usual capitals: in a heading all letters are capital."""
    return place.title() if place.isupper() and len(place) > 1 and " " in place else place


def body_at(copy: Copy, start: int, end: int, scene: Scene) -> Found | None:
    """The body whose base name stands at ``[start, end)``; ``None`` where no row fits what follows."""
    index, _ = names()
    rows = index[squash(copy.folded[start:end])]
    return _resolve(copy, (start, end), rows, scene)


def _resolve(copy: Copy, at: tuple[int, int], rows: Rows, scene: Scene) -> Found | None:
    start, end = at
    place = _after(copy, end, scene)
    province = place.province or scene.province
    city = province.is_city(scene.on) if province and not place.local else False
    chosen = rows_for(rows, place.tail, city=city) if place.tail else ()
    if not chosen:
        direct = place.province is not None and place.tail is Tail.NONE
        if direct:
            chosen = _of_province(rows)
        if not chosen:
            place = _Place(end)
            province = scene.province
            chosen = rows.get(Tail.NONE, ())
    if not chosen:
        return None
    row = pick(chosen, scene)
    stop = place.end
    if row is None:
        return Found(start, stop, copy.text[start:stop])
    region = _REGION.match(copy.folded, stop) if row.name.endswith(("khu vực", "Khu vực")) else None
    if region:
        return Found(start, region.end(), row.name + copy.text[stop : region.end()], row, province, None)
    if row.body:
        row = agency(row.body)
    if row.level == "central":
        province = None
    return Found(start, stop, named(row, scene, province, place.local), row, province, place.local)


def _of_province(rows: Rows) -> tuple[AgencyRow, ...]:
    """The rows of provincial level, whatever the level word, for a name with the province's name right after it."""
    found = [row for by in rows.values() for row in by if row.level == "province"]
    return tuple(dict.fromkeys(found))
