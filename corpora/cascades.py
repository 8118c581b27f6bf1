"""``pack/cascades.toml`` -> which clauses of a programme its provinces carry out, where and how far."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal

from pack_places import PACK

Degree = Literal["full", "part"]


@dataclass(frozen=True)
class Place:
    """A duty or row of one document."""

    plan: str
    key: str
    """As in ``pairs.toml``: `b36#2`, `t1.r5`."""


@dataclass(frozen=True)
class Carried:
    """One place that carries a clause out."""

    place: Place
    degree: Degree
    """``full``: all that the clause asks; ``part``: a portion of it, also each part of a split clause."""
    how: tuple[str, ...]
    """In what it differs, freely."""


@dataclass(frozen=True)
class Clause:
    """One clause of the programme."""

    id: str
    gloss: str
    at: tuple[str, ...]
    """Duties and rows of the programme that say it, keys as of :class:`Place`."""
    carried: tuple[Carried, ...]
    left_out: tuple[str, ...]
    """Plans that carry it out nowhere."""


@dataclass(frozen=True)
class Cascade:
    """A programme, its clauses, and what the provinces do beyond them."""

    programme: str
    plans: tuple[str, ...]
    clauses: tuple[Clause, ...]
    own: tuple[Place, ...]
    """Work of a plan that carries out no clause."""


def load(path: Path = PACK / "cascades.toml") -> Cascade:
    """Read one judgement."""
    told = tomllib.loads(path.read_text("utf-8"))
    said = [(block, one["id"]) for one in told["clause"] for block in one["at"]]
    return Cascade(
        told["programme"],
        tuple(told["plans"]),
        tuple(_clause(one, said) for one in told["clause"]),
        tuple(_place(plan, one) for plan, ones in told["own"].items() for one in ones),
    )


def _clause(told: dict[str, Any], said: list[tuple[str, str]]) -> Clause:
    at = tuple(_duty(block, told["id"], said) for block in told["at"])
    carried = [
        Carried(_place(plan, one), one["degree"], tuple(one.get("how", ())))
        for plan, ones in told["carried"].items()
        for one in ones
    ]
    left_out = tuple(plan for plan, ones in told["carried"].items() if not ones)
    return Clause(told["id"], told["gloss"], at, tuple(carried), left_out)


def _duty(block: str, clause: str, said: list[tuple[str, str]]) -> str:
    """A block that several clauses share holds one duty of each, in the order of the clauses."""
    sharing = [one for at, one in said if at == block]
    return block if len(sharing) == 1 else f"{block}#{sharing.index(clause) + 1}"


def _place(plan: str, told: dict[str, Any]) -> Place:
    return Place(plan, f"{told['at']}#{told['nth']}" if "nth" in told else told["at"])
