"""Graphs as files: GraphML, GEXF, node-link JSON and Cypher.

Every writer takes a graph of :func:`vnplan.graph` and loses none of its
nodes, edges or attributes; attributes take the form that the format can hold.
"""

from __future__ import annotations

import io
import json
import re
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from vnplan.export.cypher import statements
from vnplan.models.base import Span

if TYPE_CHECKING:
    import networkx as nx

    Graph = nx.MultiDiGraph[str]

# XML 1.0, production 2: characters that no XML file may hold, not even escaped.
_NOT_XML = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def graphml(graph: Graph) -> bytes:
    """GraphML in UTF-8; a span is the two numbers ``span_start`` and ``span_end``."""
    import networkx as nx

    out = io.BytesIO()
    nx.write_graphml(_flat(graph), out)
    return out.getvalue()


def gexf(graph: Graph) -> bytes:
    """GEXF 1.2 in UTF-8, as Gephi reads it; attributes as in :func:`graphml`."""
    import networkx as nx

    flat = _flat(graph)
    for _, attributes in flat.nodes(data=True):
        # GEXF keeps these names for its own dynamics.
        for name in ("start", "end"):
            if name in attributes:
                attributes[f"date_{name}"] = attributes.pop(name)
    out = io.BytesIO()
    nx.write_gexf(flat, out)
    return out.getvalue()


def node_link(graph: Graph) -> bytes:
    """Node-link JSON in UTF-8 with the keys ``nodes`` and ``edges``; a span is ``[start, end]``."""
    import networkx as nx

    data = nx.node_link_data(graph, edges="edges")
    return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode("utf-8", "backslashreplace")


def cypher(graph: Graph) -> bytes:
    """Cypher statements in UTF-8 that merge the graph into a property-graph database."""
    return "".join(f"{line}\n" for line in statements(graph)).encode("utf-8", "backslashreplace")


def _flat(graph: Graph) -> Graph:
    """A copy whose attributes are strings, numbers and truth values that XML can hold."""
    import networkx as nx

    flat: Graph = nx.MultiDiGraph()
    for name, value in graph.graph.items():
        flat.graph[name] = _text(json.dumps(value, ensure_ascii=False))
    for node, attributes in graph.nodes(data=True):
        flat.add_node(_text(node), **dict(_scalars(attributes)))
    for start, end, key, attributes in graph.edges(keys=True, data=True):
        flat.add_edge(_text(start), _text(end), key=_text(key), **dict(_scalars(attributes)))
    return flat


def _scalars(attributes: dict[str, Any]) -> Iterator[tuple[str, str | int | float | bool]]:
    for name, value in attributes.items():
        if isinstance(value, Span):
            yield f"{name}_start", value.start
            yield f"{name}_end", value.end
        elif isinstance(value, bool | int | float):
            yield name, value
        else:
            yield name, _text(value if isinstance(value, str) else json.dumps(value, ensure_ascii=False))


def _text(value: str) -> str:
    return _NOT_XML.sub("\ufffd", value)
