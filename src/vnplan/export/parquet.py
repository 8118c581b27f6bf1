"""Graphs as two Parquet tables, one of nodes and one of edges; pyarrow is an extra and is imported only here."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnplan.errors import MissingDependency
from vnplan.models.base import Span

if TYPE_CHECKING:
    import networkx as nx
    import pyarrow as pa


def write_graph(graph: nx.MultiDiGraph[str], path: Path) -> tuple[Path, Path]:
    """Write ``NAME.nodes.parquet`` and ``NAME.edges.parquet`` for ``path`` ``NAME.parquet``; the two files.

    Nodes have ``id``, edges ``source``, ``target`` and ``key``; every other
    column is an attribute, null where a node or edge has none. A span is
    ``span_start`` and ``span_end``.

    Raises:
        MissingDependency: pyarrow is not installed.
        OSError: a file cannot be written.

    """
    try:
        import pyarrow.parquet as pq
    except ImportError as error:
        raise MissingDependency(str(path), 'pyarrow is not installed: pip install "vnplan[parquet]"') from error
    nodes = ({"id": node, **_flat(said)} for node, said in graph.nodes(data=True))
    edges = (
        {"source": a, "target": b, "key": key, **_flat(said)} for a, b, key, said in graph.edges(keys=True, data=True)
    )
    files = path.with_suffix(".nodes.parquet"), path.with_suffix(".edges.parquet")
    pq.write_table(_table(nodes, ("id", "kind", "label")), files[0], compression="zstd")
    pq.write_table(_table(edges, ("source", "target", "key", "kind")), files[1], compression="zstd")
    return files


def _table(rows: Iterable[dict[str, Any]], first: tuple[str, ...]) -> pa.Table:
    import pyarrow as pa

    held = list(rows)
    names = dict.fromkeys((*first, *(name for row in held for name in row)))
    # A column that is empty as a whole still needs a type, and an attribute whose values differ in type is text.
    columns = {name: _column([row.get(name) for row in held]) for name in names}
    return pa.table(columns)


def _column(values: list[Any]) -> pa.Array:
    import pyarrow as pa

    kinds = {type(value) for value in values if value is not None}
    if kinds <= {str} or len(kinds) > 1:
        return pa.array([None if value is None else str(value) for value in values], pa.string())
    return pa.array(values)


def _flat(attributes: dict[str, Any]) -> dict[str, Any]:
    return dict(_scalars(attributes))


def _scalars(attributes: dict[str, Any]) -> Iterator[tuple[str, Any]]:
    for name, value in attributes.items():
        if isinstance(value, Span):
            yield f"{name}_start", value.start
            yield f"{name}_end", value.end
        elif isinstance(value, bool | int | float | str):
            yield name, value
        else:
            yield name, json.dumps(value, ensure_ascii=False)
