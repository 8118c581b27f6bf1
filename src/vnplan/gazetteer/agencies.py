"""The registry of public bodies (cơ quan, tổ chức), read once."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from functools import cache
from typing import Any

from vnplan.gazetteer.load import load
from vnplan.gazetteer.rows import AgencyRow, Successor
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
        successors=tuple(Successor(s["id"], s.get("scope")) for s in data.get("successors", ())),
        body=data.get("body"),
        open="open" in data,
        bare_place=data.get("bare_place", False),
        dashed=data.get("dashed", False),
        grammar=data.get("grammar", False),
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


def successors(row: AgencyRow) -> tuple[tuple[AgencyRow, str | None], ...]:
    """The bodies that took over its work, each with the part of the work."""
    known = _by_id()
    return tuple((known[s.id], s.scope) for s in row.successors)


def public_id(name: str, province_slug: str | None) -> str:
    """``agency:so-y-te@hai-duong``; without place for central bodies. The word ``và`` is left out."""
    words = slug(name).replace("-va-", "-")
    return f"agency:{words}@{province_slug}" if province_slug else f"agency:{words}"
