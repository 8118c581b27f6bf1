"""What a plan says as a graph: :func:`to_graph` for one plan, :func:`graph` for many, and questions to it."""

from vnplan.graphs.answers import BodyLoad, CarriedOut, Chain, Heir, Orphaned, Waiting
from vnplan.graphs.build import to_graph
from vnplan.graphs.heirs import heirs, orphaned
from vnplan.graphs.kinds import EdgeKind, NodeKind
from vnplan.graphs.load import bodies
from vnplan.graphs.merge import graph
from vnplan.graphs.questions import carried_out, chains, waiting

__all__ = [
    "BodyLoad",
    "CarriedOut",
    "Chain",
    "EdgeKind",
    "Heir",
    "NodeKind",
    "Orphaned",
    "Waiting",
    "bodies",
    "carried_out",
    "chains",
    "graph",
    "heirs",
    "orphaned",
    "to_graph",
    "waiting",
]
