"""A graph of plans -> files of graph programs."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, BinaryIO

from vnplan.export import graphs
from vnplan.export.outputs import Style
from vnplan.export.parquet import write_graph

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]


def graphml(graph: Graph, out: BinaryIO, _: Style) -> None:
    """GraphML."""
    out.write(graphs.graphml(graph))


def gexf(graph: Graph, out: BinaryIO, _: Style) -> None:
    """GEXF 1.2, as Gephi reads it."""
    out.write(graphs.gexf(graph))


def node_link(graph: Graph, out: BinaryIO, _: Style) -> None:
    """Node-link JSON."""
    out.write(graphs.node_link(graph))


def cypher(graph: Graph, out: BinaryIO, _: Style) -> None:
    """Cypher statements."""
    out.write(graphs.cypher(graph))


def parquet(graph: Graph, path: Path, _: Style) -> None:
    """Two Parquet files beside ``path``."""
    write_graph(graph, path)
