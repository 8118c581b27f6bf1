"""One plan's graph while it is drawn: the few ways to add to it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from vnplan.facts.kind import FactKind, FactNode
from vnplan.graphs.kinds import PASSIVE, EdgeKind, NodeKind
from vnplan.identity import agency_id, home_of, plan_id
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.citation import Citation
from vnplan.models.plan import PlanData
from vnplan.models.task import Task
from vnplan.text.fold import slug
from vnplan.text.view import fold_space

if TYPE_CHECKING:
    import networkx as nx

_LABEL_LENGTH = 120
"""Characters: a label names a node in a drawing; the words themselves are in ``plan.text``."""


class GraphBuilder:
    """The graph of one plan; nodes are added once, the first words win."""

    def __init__(self, plan: PlanData, identity: str | None = None) -> None:
        import networkx as nx

        self.plan = plan
        self.id = identity or plan_id(plan.header, plan.source.sha256)
        self.graph: nx.MultiDiGraph[str] = nx.MultiDiGraph()

    def node(self, kind: NodeKind, identity: str, label: str, **attributes: Any) -> str:
        """Add a node unless it is there; attributes without value are left out."""
        if identity not in self.graph:
            given = {name: value for name, value in attributes.items() if value is not None}
            self.graph.add_node(identity, kind=str(kind), label=label, **given)
        return identity

    def edge(self, kind: str, ends: tuple[str, str], span: Span | None = None, cue: str | None = None) -> None:
        """Add an edge unless one of its kind joins its ends; ``span`` indexes the text of the plan ``plan``."""
        key = edge_key(kind, ends[0], self.id)
        if self.graph.has_edge(*ends, key=key):
            return
        given: dict[str, Any] = {"span": span, "cue": cue}
        said = {name: value for name, value in given.items() if value is not None}
        self.graph.add_edge(*ends, key=key, kind=str(kind), plan=self.id, **said)

    def task(self, task: Task) -> str:
        """Identity of a task: its own, under the identity that the plan has here."""
        return f"{self.id}#{task.id.partition('#')[2] or task.id}"

    def relation(self, name: str, ends: tuple[str, str], said: Citation | None = None) -> None:
        """Add a relation between documents; one told in the passive runs the other way."""
        kind = PASSIVE.get(name, name)
        turned = (ends[1], ends[0]) if name in PASSIVE else ends
        self.edge(kind, turned, said.span if said else None, said.cue if said else None)

    def agency(self, ref: AgencyRef) -> str:
        """The node of an agency; one that the registry does not know is known by name and province."""
        province = home_of(ref, self.plan.header)
        identity = agency_id(ref, province)
        if identity not in self.graph:
            self.node(
                NodeKind.AGENCY,
                identity,
                ref.name,
                agency_kind=ref.kind,
                level=ref.level,
                province=province,
                collective=ref.collective or None,
                registered=None if ref.id else False,
            )
            if province:
                self.graph.add_edge(
                    identity, self.province(province), key=EdgeKind.IN_PROVINCE.value, kind=EdgeKind.IN_PROVINCE.value
                )
        return identity

    def fact(self, kind: FactKind, fact: FactNode) -> None:
        """Add a fact of a declared kind: its node, the plan's edge to it, its agencies."""
        noun = kind.name.removesuffix("s")
        attributes = {**fact.attributes, "span": fact.span}
        node = self.node(NodeKind(noun), f"{self.id}#{noun}:{fact.id}", short(fact.label), **attributes)
        self.edge(EdgeKind(f"has_{noun}"), (self.id, node), fact.span)
        for ref in fact.agencies:
            self.edge(EdgeKind.PURSUED_BY, (node, self.agency(ref)), ref.span)

    def province(self, name: str) -> str:
        """The node of a province, named as at the time."""
        return self.node(NodeKind.PROVINCE, f"province:{slug(name)}", name)


def edge_key(kind: str, start: str, plan: str) -> str:
    """Key of an edge among those between its ends: what starts at a cited document is told by each plan apart."""
    return f"{kind} {plan}" if start.startswith("document:") else str(kind)


def short(words: str) -> str:
    """Words on one line, as long as a label may be."""
    line = fold_space(words)
    return line if len(line) <= _LABEL_LENGTH else f"{line[: _LABEL_LENGTH - 1].rstrip()}…"
