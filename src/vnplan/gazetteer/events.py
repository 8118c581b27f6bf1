"""What changed among public agencies: renamed, merged, split, part of the work moved, ended."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from typing import Any

from vnplan.gazetteer.agencies import agency, all_agencies
from vnplan.gazetteer.load import load
from vnplan.gazetteer.rows import AgencyRow
from vnplan.text.fold import fold_key


@dataclass(frozen=True, slots=True)
class Share:
    """An agency that took work over, with the part of the work it took."""

    id: str
    scope: str | None = None
    """In English; ``None`` for the whole work."""
    scope_vi: str | None = None
    topics: tuple[str, ...] = ()
    """Words by which the part is known, English and Vietnamese."""
    confidence: str | None = None
    """Where less sure than the change itself."""


@dataclass(frozen=True, slots=True)
class Change:
    """One change on one day."""

    kind: str
    """``rename``, ``merge``, ``split``, ``transfer`` or ``abolish``."""
    date: date
    """First day of the new order."""
    bodies: tuple[str, ...]
    """Ids of the agencies that end; of a transfer, and of a new name of the same agency, those that go on."""
    into: tuple[Share, ...]
    confidence: str
    basis: str | None = None
    """Number of the legal document; ``None`` where not confirmed."""
    note: str | None = None

    def ends(self, identity: str) -> bool:
        """True where the body does not go on after the change."""
        return identity in self.bodies and self.kind != "transfer" and all(s.id != identity for s in self.into)


def _change(data: Mapping[str, Any]) -> Change:
    shares = (Share(**{**s, "topics": tuple(s.get("topics", ()))}) for s in data["into"])
    given = {"date": date.fromisoformat(data["date"]), "bodies": tuple(data["bodies"]), "into": tuple(shares)}
    return Change(**{**data, **given})


def renames(row: AgencyRow) -> Iterator[Change]:
    """The new names of an agency, as its row tells them: on the same row, or on the row that it goes on as."""
    for term in row.names[1:]:
        if term.valid_from is not None:
            sure = term.confidence or row.confidence
            yield Change("rename", term.valid_from, (row.id,), (Share(row.id),), sure, term.basis)
    if row.became is not None and row.valid_to is not None:
        heir = row.became
        share = Share(heir.id, heir.scope, heir.scope_vi, heir.topics)
        sure = heir.confidence or row.confidence
        yield Change("rename", row.valid_to + timedelta(days=1), (row.id,), (share,), sure, heir.source)


@cache
def all_changes() -> tuple[Change, ...]:
    """Every change, by day: those of ``data/agency_events.json`` and the renames that the rows tell."""
    told = [_change(data) for data in load("agency_events")["events"]]
    named = [change for row in all_agencies() for change in renames(row)]
    return tuple(sorted((*told, *named), key=lambda change: (change.date, change.bodies)))


@cache
def _by_body() -> tuple[dict[str, tuple[Change, ...]], dict[str, tuple[Change, ...]]]:
    out: dict[str, list[Change]] = defaultdict(list)
    into: dict[str, list[Change]] = defaultdict(list)
    for change in all_changes():
        for identity in change.bodies:
            out[identity].append(change)
        for share in change.into:
            into[share.id].append(change)
    return {k: tuple(v) for k, v in out.items()}, {k: tuple(v) for k, v in into.items()}


def from_body(identity: str) -> tuple[Change, ...]:
    """The changes in which the body lost its name, its work or a part of it, by day."""
    return _by_body()[0].get(identity, ())


def into_body(identity: str) -> tuple[Change, ...]:
    """The changes in which the body took work over, by day."""
    return _by_body()[1].get(identity, ())


def ending(identity: str) -> Change | None:
    """The change in which the body ended; ``None`` while it goes on."""
    return next((change for change in from_body(identity) if change.ends(identity)), None)


def successors(row: AgencyRow) -> tuple[tuple[AgencyRow, str | None], ...]:
    """The agencies that took over its work when it ended, each with the part of the work."""
    change = ending(row.id)
    return tuple((agency(share.id), share.scope) for share in change.into) if change else ()


def by_topic(shares: tuple[Share, ...], topic: str | None) -> tuple[Share, ...]:
    """The shares that a topic falls under: those whose words fit it best, else the share of the rest.

    Without a topic all of them; none where the topic is in nobody's share.

    >>> drugs = Share("police", topics=("cai nghiện",))
    >>> by_topic((drugs, Share("labour", topics=("lao động",))), "Cai nghiện ma túy") == (drugs,)
    True
    """
    if topic is None:
        return shares
    asked = f" {fold_key(topic)} "
    fits = [max((_fit(asked, f" {fold_key(words)} ") for words in share.topics), default=0) for share in shares]
    best = max(fits, default=0)
    if best:
        return tuple(share for share, fit in zip(shares, fits, strict=True) if fit == best)
    return tuple(share for share in shares if not share.topics)


def _fit(asked: str, words: str) -> int:
    """How many letters of the topic the words of a share explain."""
    return len(words) if words in asked else len(asked) if asked in words else 0
