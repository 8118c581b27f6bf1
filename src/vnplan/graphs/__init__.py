"""What a plan says as a graph: :func:`to_graph` for one plan, :func:`graph` for many, and questions to it."""

from vnplan.graphs.answers import BodyLoad, CarriedOut, Chain, Heir, Orphaned, Waiting
from vnplan.graphs.build import to_graph
from vnplan.graphs.kinds import EdgeKind, NodeKind
from vnplan.graphs.merge import graph
from vnplan.graphs.orphaned_tasks import heirs, orphaned
from vnplan.graphs.questions import carried_out, chains, waiting
from vnplan.graphs.workload import bodies

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
