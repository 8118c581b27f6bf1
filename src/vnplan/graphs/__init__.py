"""What a plan says as a graph: :func:`to_graph` for one plan, :func:`graph` for many."""

from vnplan.graphs.build import to_graph
from vnplan.graphs.kinds import EdgeKind, NodeKind
from vnplan.graphs.merge import graph

__all__ = ["EdgeKind", "NodeKind", "graph", "to_graph"]
