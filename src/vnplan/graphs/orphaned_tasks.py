"""Tasks whose agency was abolished or merged, and who carries them now, by the registry."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from vnplan.gazetteer import agencies, events, provinces
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.graphs.answers import Heir, Orphaned
from vnplan.graphs.kinds import EdgeKind, NodeKind

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

_CARRIERS = (EdgeKind.LED_BY, EdgeKind.ASSIGNED_TO)


def orphaned(graph: Graph, on: date | None = None) -> tuple[Orphaned, ...]:
    """The tasks whose leading or addressed agency was gone by the day ``on`` (today), with its heirs on that day.

    An agency is gone when the registry ends it, or when its province became part
    of another. A task that is still led by some agency that exists is listed too,
    once for each that does not. Groups and agencies without a row are left out.
    """
    day = on or date.today()  # noqa: DTZ011 -- laws take effect on days, not moments
    rows = []
    for task, agency, said in graph.edges(data=True):
        kind = said["kind"]
        if kind not in _CARRIERS or graph.nodes[task]["kind"] != NodeKind.TASK:
            continue
        body = graph.nodes[agency]
        if body.get("collective") or (ended := last_day(agency, day)) is None:
            continue
        rows.append(
            Orphaned(
                task=task,
                title=graph.nodes[task]["label"],
                role=kind,
                agency=agency,
                label=body["label"],
                ended=ended,
                heirs=heirs(agency, day),
                likely=heirs(agency, day, graph.nodes[task]["label"]),
            )
        )
    return tuple(sorted(rows, key=lambda row: (row.agency, row.task, row.role)))


def last_day(agency: str, on: date) -> date | None:
    """The last day of an agency that is gone by ``on``; ``None`` where it still stands or is not known."""
    row, unit = _read(agency)
    if row is None:
        return None
    ends = [end for end in (row.valid_to, unit.valid_to if unit else None) if end is not None and end < on]
    return min(ends, default=None)


def heirs(agency: str, on: date, topic: str | None = None) -> tuple[Heir, ...]:
    """Who carries on the work of an agency on a day, through any number of changes; without the body itself.

    With a ``topic``, such as the words of a task, only those whose share of
    the work it falls under; none where it is in nobody's share.
    """
    found = {heir.agency: heir for heir in _follow(agency, on, topic) if heir.agency != agency}
    return tuple(found.values())


def _follow(agency: str, on: date, topic: str | None) -> Iterator[Heir]:
    pending: list[tuple[str, str | None]] = [(agency, None)]
    seen = set()
    while pending:
        identity, part = pending.pop(0)
        row, unit = _read(identity)
        if row is None or identity in seen:
            continue
        seen.add(identity)
        if row.valid_to is not None and row.valid_to < on:
            change = events.ending(row.id)
            for share in events.by_topic(change.into, topic) if change else ():
                heir = agencies.agency(share.id)
                said = "; ".join(word for word in (part, share.scope) if word) or None
                pending.append((agencies.own_id(heir, unit.slug if unit else None), said))
        elif unit is not None and unit.valid_to is not None and unit.valid_to < on:
            merged = provinces.successor(unit)
            if merged is not unit:
                pending.append((agencies.own_id(row, merged.slug), part))
        else:
            yield Heir(identity, row.name_on(on), part)


def _read(agency: str) -> tuple[AgencyRow | None, Province | None]:
    """The rows behind a public id; a place that stands on in a new era of the same name has not ended."""
    base, _, place = agency.partition("@")
    units = [unit for unit in provinces.all_provinces() if unit.slug == place]
    return _rows().get(base), max(units, key=lambda unit: unit.valid_from or date.min, default=None)


@cache
def _rows() -> dict[str, AgencyRow]:
    """Public id without place -> row; a name that two agencies bear is left out."""
    rows: dict[str, list[AgencyRow]] = {}
    for row in agencies.all_agencies():
        rows.setdefault(agencies.own_id(row, None), []).append(row)
    return {identity: same[0] for identity, same in rows.items() if len(same) == 1}
