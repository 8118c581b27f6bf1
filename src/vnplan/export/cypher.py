"""Graphs as Cypher (openCypher 9, Neo4j 4 and 5): one statement a line, safe to run again."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import networkx as nx

_ESCAPES = str.maketrans({"\\": "\\\\", "'": "\\'", "\n": "\\n", "\r": "\\r", "\t": "\\t", "\b": "\\b", "\f": "\\f"})
_NAME = re.compile(r"[^0-9A-Za-z_]+")


def statements(graph: nx.MultiDiGraph[str]) -> Iterator[str]:
    """The statements that merge ``graph`` into a database, the constraint that makes merging fast first.

    A node has the label ``Vnplan`` and that of its kind (``Agency``); an
    edge's type is its kind in capitals (``LED_BY``).
    """
    yield "CREATE CONSTRAINT vnplan_id IF NOT EXISTS FOR (n:Vnplan) REQUIRE n.id IS UNIQUE;"
    for node, attributes in graph.nodes(data=True):
        label = _name(str(attributes["kind"])).title()
        yield f"MERGE (n:Vnplan {{id: {literal(node)}}}) SET n:{label}, n += {_properties(attributes)};"
    for start, end, key, attributes in graph.edges(keys=True, data=True):
        ends = f"MATCH (a:Vnplan {{id: {literal(start)}}}), (b:Vnplan {{id: {literal(end)}}})"
        edge = f"(a)-[r:{_name(str(attributes['kind'])).upper()} {{key: {literal(key)}}}]->(b)"
        yield f"{ends} MERGE {edge} SET r += {_properties(attributes)};"


def literal(value: object) -> str:
    r"""A Cypher literal.

    Neo4j before 5 reads ``\uXXXX`` before it looks at quotes, even after an
    escaped backslash, so the two are never written side by side: a stretch of
    text could otherwise close its own quotes.

    >>> literal("Sở 'Y tế'")
    "'Sở \\'Y tế\\''"
    """
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    if isinstance(value, list | tuple):
        return f"[{', '.join(literal(item) for item in value)}]"
    quoted = str(value).translate(_ESCAPES).replace("\\\\u", "\\\\' + 'u").replace("\\\\U", "\\\\' + 'U")
    return f"'{quoted}'"


def _properties(attributes: Mapping[str, Any]) -> str:
    return "{" + ", ".join(f"{_name(name)}: {literal(value)}" for name, value in attributes.items()) + "}"


def _name(name: str) -> str:
    """Kinds and attributes are our own words, relations come from JSON: what is no name is made one."""
    return _NAME.sub("_", name) or "_"
