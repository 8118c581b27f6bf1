"""Questions to a graph of :func:`vnplan.graph`: who waits for whom, by what right, and who carries out what."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vnplan.graphs.answers import CarriedOut, Chain, Waiting
from vnplan.graphs.kinds import EdgeKind, NodeKind
from vnplan.identity import read_document_id

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

UPWARD = (EdgeKind.IMPLEMENTS, EdgeKind.CONTINUES, EdgeKind.BASED_ON, EdgeKind.FOLLOWS, EdgeKind.GUIDES,
          EdgeKind.ATTACHED_TO, EdgeKind.PROMULGATES, EdgeKind.CITES)  # fmt: skip
"""Relations that lead from a text to what it rests on, the most telling first; one that only cites comes last."""

CARRYING_OUT = (EdgeKind.IMPLEMENTS, EdgeKind.CONTINUES, EdgeKind.BASED_ON)
"""Relations by which a plan carries out a decision."""

_FARTHEST = 8  # steps up: plan, programme, resolution, law; the longest seen in practice is 5


def waiting(graph: Graph) -> tuple[Waiting, ...]:
    """Which tasks wait for whom: for an agency to act, or a document to come."""
    rows = [
        Waiting(
            task=task,
            title=graph.nodes[task]["label"],
            awaited=awaited,
            awaited_label=graph.nodes[awaited]["label"],
            words=said.get("cue"),
            plan=said.get("plan"),
            span=said.get("span"),
        )
        for task, awaited, said in graph.edges(data=True)
        if said["kind"] == EdgeKind.WAITS_FOR
    ]
    return tuple(sorted(rows, key=lambda row: (row.awaited, row.task)))


def chains(graph: Graph, task: str) -> tuple[Chain, ...]:
    """The shortest way from a task, through its plan and what it rests on, to each central document above it.

    Central is what no province issued; what other documents above it rest on is
    reached through them. Nearest first.

    Raises:
        KeyError: the graph has no such task.

    """
    if task not in graph or graph.nodes[task]["kind"] != NodeKind.TASK:
        raise KeyError(task)
    ways = {task: Chain((task,), ())}
    pending = deque(ways.values())
    while pending:
        way = pending.popleft()
        if len(way.kinds) == _FARTHEST:
            continue
        for kind, above in _above(graph, way.nodes[-1]):
            if above not in ways:
                ways[above] = Chain((*way.nodes, above), (*way.kinds, kind))
                pending.append(ways[above])
    return tuple(way for node, way in ways.items() if is_central(graph, node))


def is_central(graph: Graph, node: str) -> bool:
    """True for a plan or cited document that no province issued.

    A congress or party document, a law, a decree have no place in their id; a
    plan without province in its header is one of the centre too.
    """
    if graph.nodes[node]["kind"] not in (NodeKind.DOCUMENT, NodeKind.PLAN):
        return False
    name = read_document_id(node)
    return name is not None and name.place is None


def _above(graph: Graph, node: str) -> Iterator[tuple[str, str]]:
    """What a node rests on, the most telling relation first."""
    found = [(said["kind"], end) for _, end, said in graph.out_edges(node, data=True) if said["kind"] in UPWARD]
    yield from sorted(found, key=lambda step: (UPWARD.index(EdgeKind(step[0])), step[1]))
    for start, _, said in graph.in_edges(node, data=True):
        if said["kind"] == EdgeKind.HAS_TASK:
            yield EdgeKind.HAS_TASK.value, start


def carried_out(graph: Graph, decision: str | None = None) -> tuple[CarriedOut, ...]:
    """Which decisions are carried out by which plans and provinces.

    A plan carries out what it says that it implements, continues or is based
    on, and what those documents implement in turn; of several ways the
    shortest is told.

    Args:
        graph: of :func:`vnplan.graph`.
        decision: node id or number (``1983/QĐ-TTg``) of one decision; all where it is left out.

    """
    rows = [
        row
        for plan, attributes in graph.nodes(data=True)
        if attributes["kind"] == NodeKind.PLAN
        for row in _carried_out_by(graph, plan)
        if decision is None or decision in (row.decision, graph.nodes[row.decision].get("key"))
    ]
    plans = {target: len({row.plan for row in rows if row.decision == target}) for target in {r.decision for r in rows}}
    return tuple(sorted(rows, key=lambda row: (-plans[row.decision], row.decision, row.province or "", row.plan)))


def _carried_out_by(graph: Graph, plan: str) -> Iterator[CarriedOut]:
    province = next((graph.nodes[end]["label"] for _, end, said in graph.out_edges(plan, data=True)
                     if said["kind"] == EdgeKind.IN_PROVINCE), None)  # fmt: skip
    seen = {plan}
    pending: deque[tuple[str, tuple[str, ...]]] = deque([(plan, ())])
    first: dict[str, tuple[str, dict[str, Any]]] = {}
    while pending:
        node, via = pending.popleft()
        for kind, target, said in _carrying(graph, node):
            if target in seen:
                continue
            seen.add(target)
            if node == plan:
                first[target] = (kind, said)
            relation, words = first[via[0] if via else target]
            yield CarriedOut(
                decision=target,
                decision_label=graph.nodes[target]["label"],
                plan=plan,
                province=province,
                relation=relation,
                cue=words.get("cue"),
                span=words.get("span"),
                via=via,
            )
            pending.append((target, (*via, target)))


def _carrying(graph: Graph, node: str) -> list[tuple[str, str, dict[str, Any]]]:
    # What a document is based on its makers took into account; only a plan's own bases are what it carries out.
    own = graph.nodes[node]["kind"] == NodeKind.PLAN
    wanted = CARRYING_OUT if own else CARRYING_OUT[:2]
    found = [(said["kind"], end, said) for _, end, said in graph.out_edges(node, data=True) if said["kind"] in wanted]
    return sorted(found, key=lambda step: (CARRYING_OUT.index(EdgeKind(step[0])), step[1]))
