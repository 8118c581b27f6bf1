"""Many plans -> one graph: the same decision, the same agency, one node."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from vnplan.graphs.build import to_graph
from vnplan.graphs.kinds import NodeKind
from vnplan.identity import plan_id, read_document_id
from vnplan.models.plan import PlanData

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]


def graph(plans: Iterable[PlanData]) -> Graph:
    """One graph of many plans.

    A cited document that is itself among the plans is that plan's node. An
    undated document is joined to the only dated one with its key and place;
    where there are several it stays apart. So do plans of one id that name
    different issuers or dates, as districts of one province number alike.
    Attributes of the graph say so:

    * ``plans``: ids of the plans, in order;
    * ``joined``: id of each document that was joined -> id of the node that it became;
    * ``undated``: id of each document left without a year -> the candidates, none or several;
    * ``homonyms``: id that several different plans share -> the ids of their nodes here.
    """
    import networkx as nx

    whole: Graph = nx.MultiDiGraph()
    names = _Names()
    for plan in plans:
        part = to_graph(plan, names.of(plan))
        for node, attributes in part.nodes(data=True):
            known = whole.nodes[node] if node in whole else {}
            whole.add_node(node, **{**attributes, **known})
        for start, end, key, attributes in part.edges(keys=True, data=True):
            if not whole.has_edge(start, end, key=key):
                whole.add_edge(start, end, key=key, **attributes)
    homonyms = names.shared()
    whole.graph.update(plans=names.all(), homonyms=homonyms)
    return _join(whole, {node for same in homonyms.values() for node in same})


class _Names:
    """The identity of each plan among the others."""

    def __init__(self) -> None:
        self._known: dict[str, list[tuple[str | None, date | None]]] = {}

    def of(self, plan: PlanData) -> str:
        """The plan's id; with ``~2`` and so on for another plan with the id of an earlier one."""
        identity = plan_id(plan.header, plan.source.sha256)
        mine = (plan.header.issuer.name if plan.header.issuer else None, plan.header.date)
        known = self._known.setdefault(identity, [])
        same = (index for index, other in enumerate(known) if _agree(mine, other))
        index = next(same, len(known))
        if index == len(known):
            known.append(mine)
        return _numbered(identity, index)

    def all(self) -> list[str]:
        """Every identity given."""
        return [_numbered(identity, index) for identity, known in self._known.items() for index in range(len(known))]

    def shared(self) -> dict[str, list[str]]:
        """The ids that several plans have."""
        several = ((identity, len(known)) for identity, known in self._known.items() if len(known) > 1)
        return {identity: [_numbered(identity, index) for index in range(count)] for identity, count in several}


def _numbered(identity: str, index: int) -> str:
    return f"{identity}~{index + 1}" if index else identity


def _agree(mine: tuple[object, ...], other: tuple[object, ...]) -> bool:
    """No part that both know differs."""
    return all(a is None or b is None or a == b for a, b in zip(mine, other, strict=True))


def _join(whole: Graph, homonyms: set[str]) -> Graph:
    """Give every document its plan's or its dated namesake's node, unless several plans could be meant."""
    # By place and key: year -> node, the plan itself before a mention of it.
    dated: dict[tuple[str | None, str], dict[int, str]] = defaultdict(dict)
    named = {node: name for node in whole if node not in homonyms and (name := read_document_id(node))}
    for node, name in sorted(named.items(), key=lambda item: item[0].startswith("document:")):
        if name.year is not None:
            dated[name.place, name.key].setdefault(name.year, node)
    joined: dict[str, str] = {}
    undated: dict[str, list[str]] = {}
    for node, name in named.items():
        if whole.nodes[node]["kind"] != NodeKind.DOCUMENT:
            continue
        years = dated.get((name.place, name.key), {})
        if name.year is not None:
            target = years[name.year]
        elif len(years) == 1:
            target = next(iter(years.values()))
        else:
            undated[node] = sorted(years.values())
            continue
        if target != node:
            joined[node] = target
    whole.graph.update(joined=joined, undated=undated)
    return _renamed(whole, joined) if joined else whole


def _renamed(whole: Graph, joined: dict[str, str]) -> Graph:
    """A copy with each node of ``joined`` merged into its target, whose own attributes win."""
    import networkx as nx

    merged: Graph = nx.MultiDiGraph(**whole.graph)
    merged.add_nodes_from((node, dict(attributes)) for node, attributes in whole.nodes(data=True) if node not in joined)
    for node, target in joined.items():
        for name, value in whole.nodes[node].items():
            merged.nodes[target].setdefault(name, value)
    for start, end, key, attributes in whole.edges(keys=True, data=True):
        first, last = joined.get(start, start), joined.get(end, end)
        # A plan that cites itself (the pointer of its appendix) is no relation to another document.
        if first != last and not merged.has_edge(first, last, key=key):
            merged.add_edge(first, last, key=key, **attributes)
    return merged
