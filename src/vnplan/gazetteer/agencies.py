"""The registry of public agencies (cơ quan, tổ chức), read once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from vnplan.gazetteer.load import load
from vnplan.gazetteer.rows import AgencyRow, Heir, Member
from vnplan.gazetteer.terms import day, terms
from vnplan.models.agency import AgencyKind, AgencyLevel
from vnplan.text.fold import slug


def _row(data: Mapping[str, Any]) -> AgencyRow:
    where = data.get("where")
    return AgencyRow(
        id=data["id"],
        names=terms(data["names"], "name"),
        kind=AgencyKind(data["kind"]),
        level=AgencyLevel(data["level"]),
        aliases=terms(data.get("aliases", ()), "alias"),
        whole=tuple(data.get("whole", ())),
        examples=tuple(data.get("examples", ())),
        codes=terms(data.get("codes", ()), "code"),
        letters=tuple(data.get("letters", ())),
        valid_from=day(data.get("valid_from")),
        valid_to=day(data.get("valid_to")),
        became=_heir(data["became"]) if "became" in data else None,
        members=tuple(_member(member) for member in data.get("members", ())),
        groups=terms(data.get("groups", ()), "group"),
        part_of=data.get("part_of"),
        everywhere=where is None,
        provinces=() if isinstance(where, str) else tuple(where or ()),
        closed=data.get("closed", False),
        body=data.get("body"),
        open="open" in data,
        bare_place=data.get("bare_place", False),
        own_name=data.get("own_name", False),
        dashed=data.get("dashed", False),
        grammar=data.get("grammar", False),
        name_en=data["name_en"],
        source=data["source"],
        confidence=data["confidence"],
        note=data.get("note"),
    )


def _member(data: Mapping[str, Any]) -> Member:
    level, each = (AgencyLevel(data[name]) if name in data else None for name in ("level", "each"))
    return Member(AgencyKind(data["kind"]) if "kind" in data else None, level, data.get("id"), each)


def _heir(data: Mapping[str, Any]) -> Heir:
    return Heir(**{**data, "topics": tuple(data.get("topics", ()))})


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
        for term in row.names:
            found[public_id(term.words, None)].append(row)
    return {identity: tuple(rows) for identity, rows in found.items()}


def by_public_id(identity: str) -> tuple[AgencyRow, ...]:
    """The rows of a public id, its place left out; of several, one name served agencies of other levels or times."""
    return _by_public_id().get(identity.partition("@")[0], ())


@cache
def addressed_groups() -> frozenset[str]:
    """Names of the groups that plans give work to; others (``các cơ quan báo chí``) are named along with agencies."""
    return frozenset(term.words for row in all_agencies() if row.grammar for term in row.names)


def codes_of(row: AgencyRow) -> tuple[str, ...]:
    """Every writing of its codes and letters."""
    written = [form for code in row.codes for form in (code.words, *code.variants)]
    return tuple(sorted({*written, *row.letters}))


@cache
def told_groups() -> frozenset[str]:
    """Ids of the groups that agencies name in their own rows."""
    return frozenset(term.words for row in all_agencies() for term in row.groups)


def own_id(row: AgencyRow, province_slug: str | None) -> str:
    """The public id of an agency of the centre or of a province; it stays when the name changes."""
    return public_id(row.id_name, None if row.level is AgencyLevel.CENTRAL else province_slug)


@lru_cache(maxsize=8192)
def public_id(name: str, province_slug: str | None) -> str:
    """``agency:so-y-te@hai-duong``; without place for central agencies. The word ``và`` is left out."""
    words = slug(name).replace("-va-", "-")
    return f"agency:{words}@{province_slug}" if province_slug else f"agency:{words}"
