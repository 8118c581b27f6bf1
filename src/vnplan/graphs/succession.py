"""Which agency took over from which, for the agencies of a graph: the registry's rows with successors."""

from __future__ import annotations

from datetime import date, timedelta
from functools import cache
from typing import TYPE_CHECKING

from vnplan.gazetteer import agencies, events
from vnplan.gazetteer.rows import AgencyRow
from vnplan.graphs.kinds import EdgeKind, NodeKind

if TYPE_CHECKING:
    import networkx as nx


def successions(graph: nx.MultiDiGraph[str]) -> None:
    """Add ``succeeded_by`` edges from the agencies of ``graph``, with ``date`` and ``scope`` where known.

    A successor is of the same province; it is added, and its own successors,
    where no words of the plan name it.
    """
    ended = _ended()
    pending = [node for node in graph if graph.nodes[node]["kind"] == NodeKind.AGENCY]
    while pending:
        node = pending.pop(0)
        base, _, place = node.partition("@")
        row = ended.get(base)
        if row is None or graph.nodes[node].get("collective"):
            continue
        for heir, scope in events.successors(row):
            target = agencies.own_id(heir, place or None)
            if target not in graph:
                province = graph.nodes[node].get("province") if "@" in target else None
                _add(graph, target, (heir, _first_day(row)), province)
                pending.append(target)
            day = _first_day(row)
            said = {"date": day.isoformat() if day else None, "scope": scope}
            given = {name: value for name, value in said.items() if value is not None}
            kind = EdgeKind.SUCCEEDED_BY.value
            if target != node and not graph.has_edge(node, target, key=kind):
                graph.add_edge(node, target, key=kind, kind=kind, **given)


def _add(graph: nx.MultiDiGraph[str], node: str, body: tuple[AgencyRow, date | None], province: str | None) -> None:
    row, day = body
    attributes = {"agency_kind": row.kind, "level": row.level, "province": province}
    given = {name: value for name, value in attributes.items() if value is not None}
    graph.add_node(node, kind=NodeKind.AGENCY.value, label=row.name_on(day), **given)


def _first_day(row: AgencyRow) -> date | None:
    """The day that the successor began: the one after the old agency's last."""
    return row.valid_to + timedelta(days=1) if row.valid_to else None


@cache
def _ended() -> dict[str, AgencyRow]:
    """Public id without place -> row, of the agencies that have successors; a name of two such agencies is left out."""
    rows: dict[str, list[AgencyRow]] = {}
    for row in agencies.all_agencies():
        if events.successors(row):
            rows.setdefault(agencies.own_id(row, None), []).append(row)
    return {identity: same[0] for identity, same in rows.items() if len(same) == 1}
