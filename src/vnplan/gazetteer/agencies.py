"""The registry of public bodies (cơ quan, tổ chức), read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from datetime import date
from functools import cache, lru_cache
from typing import Any

from vnplan.gazetteer import events
from vnplan.gazetteer.load import load
from vnplan.gazetteer.rows import AgencyRow, Former, Member
from vnplan.text.fold import slug


def _day(value: str | None) -> date | None:
    return date.fromisoformat(value) if value else None


def _row(data: Mapping[str, Any]) -> AgencyRow:
    return AgencyRow(
        id=data["id"],
        name=data["name"],
        kind=data["kind"],
        level=data["level"],
        aliases=tuple(data.get("aliases", ())),
        whole=tuple(data.get("whole", ())),
        examples=tuple(data.get("examples", ())),
        codes=tuple(data.get("codes", ())),
        valid_from=_day(data.get("valid_from")),
        valid_to=_day(data.get("valid_to")),
        former=tuple(Former(f["name"], date.fromisoformat(f["valid_to"])) for f in data.get("former", ())),
        members=tuple(_members(data)),
        closed=data.get("closed", False),
        body=data.get("body"),
        open="open" in data,
        bare_place=data.get("bare_place", False),
        dashed=data.get("dashed", False),
        grammar=data.get("grammar", False),
        name_en=data["name_en"],
        source=data["source"],
        confidence=data["confidence"],
        note=data.get("note"),
    )


def _members(data: Mapping[str, Any]) -> Iterator[Member]:
    for kind in ("members", "optional"):
        for one in data.get(kind, ()):
            given = {"id": one} if isinstance(one, str) else one
            yield Member(
                id=given["id"],
                each=given.get("each"),
                optional=kind == "optional",
                provinces=tuple(given.get("provinces", ())),
                valid_to=_day(given.get("valid_to")),
            )


@cache
def all_agencies() -> tuple[AgencyRow, ...]:
    """Every row, by id."""
    return tuple(_row(data) for data in load("agencies")["agencies"])


@cache
def _by_id() -> dict[str, AgencyRow]:
    return {row.id: row for row in all_agencies()}


def agency(identity: str) -> AgencyRow:
    """The row of that id; ``KeyError`` for an unknown one."""
    return _by_id()[identity]


@cache
def _by_public_id() -> dict[str, tuple[AgencyRow, ...]]:
    found: dict[str, list[AgencyRow]] = defaultdict(list)
    for row in all_agencies():
        for name in (row.name, *(former.name for former in row.former)):
            found[public_id(name, None)].append(row)
    return {identity: tuple(rows) for identity, rows in found.items()}


def by_public_id(identity: str) -> tuple[AgencyRow, ...]:
    """The rows of a public id, its place left out; of several, one name served bodies of other levels or times."""
    return _by_public_id().get(identity.partition("@")[0], ())


@cache
def addressed_groups() -> frozenset[str]:
    """Names of the groups that plans give work to; others (``các cơ quan báo chí``) are named along with bodies."""
    return frozenset(row.name for row in all_agencies() if row.grammar)


def successors(row: AgencyRow) -> tuple[tuple[AgencyRow, str | None], ...]:
    """The bodies that took over its work when it ended, each with the part of the work."""
    known, change = _by_id(), events.ending(row.id)
    return tuple((known[s.id], s.scope) for s in change.into) if change else ()


@lru_cache(maxsize=8192)
def public_id(name: str, province_slug: str | None) -> str:
    """``agency:so-y-te@hai-duong``; without place for central bodies. The word ``và`` is left out."""
    words = slug(name).replace("-va-", "-")
    return f"agency:{words}@{province_slug}" if province_slug else f"agency:{words}"
