"""Agencies by load and by how many others meet through them."""

from __future__ import annotations

from collections import defaultdict
from itertools import combinations
from typing import TYPE_CHECKING

from vnplan.graphs.answers import BodyLoad
from vnplan.graphs.kinds import EdgeKind, NodeKind

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

_ROLES = (EdgeKind.LED_BY, EdgeKind.COORDINATED_BY, EdgeKind.APPROVED_BY, EdgeKind.ASSIGNED_TO)
# From here on the ways are sampled: the exact count is quadratic in the agencies and takes minutes at 5,000.
_EXACT = 2_000


def bodies(graph: Graph) -> tuple[BodyLoad, ...]:
    """Every agency that has a part in a task, the busiest first: by tasks in any role, then by betweenness.

    Betweenness (Freeman 1977) is that of the undirected graph of agencies, two
    joined where a task names both; above 2,000 agencies it is estimated from
    2,000 of them, always the same.
    """
    import networkx as nx

    roles: dict[str, dict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    together: dict[str, set[str]] = defaultdict(set)
    for task, agency, said in graph.edges(data=True):
        kind = said["kind"]
        if kind in _ROLES and graph.nodes[task]["kind"] == NodeKind.TASK:
            roles[agency][kind].add(task)
            together[task].add(agency)
    meeting: nx.Graph[str] = nx.Graph()
    meeting.add_nodes_from(sorted(roles))
    for task in sorted(together):
        meeting.add_edges_from(combinations(sorted(together[task]), 2))
    sample = _EXACT if len(meeting) > _EXACT else None
    between = nx.betweenness_centrality(meeting, k=sample, seed=0)
    rows = [_row(graph, agency, roles[agency], (meeting.degree(agency), between[agency])) for agency in meeting]
    return tuple(sorted(rows, key=lambda row: (-row.tasks, -row.betweenness, row.agency)))


def _row(graph: Graph, agency: str, roles: dict[str, set[str]], place: tuple[int, float]) -> BodyLoad:
    return BodyLoad(
        agency=agency,
        label=graph.nodes[agency]["label"],
        province=graph.nodes[agency].get("province"),
        led=len(roles[EdgeKind.LED_BY]),
        coordinated=len(roles[EdgeKind.COORDINATED_BY]),
        approved=len(roles[EdgeKind.APPROVED_BY]),
        assigned=len(roles[EdgeKind.ASSIGNED_TO]),
        tasks=len(set().union(*roles.values())),
        partners=place[0],
        betweenness=place[1],
    )
