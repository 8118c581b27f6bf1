"""Tables and tasks as pandas frames; pandas is an extra and is imported only here, when called."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import count
from types import ModuleType
from typing import TYPE_CHECKING, Any

from vnplan.errors import MissingDependency
from vnplan.export.rows import TASK_COLUMNS, task_row
from vnplan.facts import kind_named
from vnplan.identity import plan_id
from vnplan.matching.parts import parts_of
from vnplan.models.base import Span
from vnplan.models.plan import PlanData
from vnplan.models.table import Cell, Row, RowKind, Table
from vnplan.models.task import Task, TimeFrame, TimeKind

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd


def tasks_frame(tasks: Sequence[Task]) -> pd.DataFrame:
    """One row a task, columns :data:`~vnplan.export.rows.TASK_COLUMNS`, the ids as index.

    A last column ``time_period`` holds a ``pandas.Period`` (day, month, quarter or year; the day of a deadline)
    where the time is exactly one, else ``None``.

    Raises:
        MissingDependency: pandas is not installed.

    """
    pandas = _pandas("tasks_frame")
    frame: pd.DataFrame = pandas.DataFrame([task_row(task) for task in tasks], columns=list(TASK_COLUMNS))
    periods = [_period(pandas, task.timeframe) for task in tasks]
    return frame.assign(time_period=pandas.Series(periods, dtype="object")).set_index("id")


def facts_frame(kind: str, plans: Sequence[PlanData]) -> pd.DataFrame:
    """One row a fact of a kind (:data:`vnplan.facts.KINDS`), led by the id of its plan; columns as the kind declares.

    Raises:
        MissingDependency: pandas is not installed.
        ValueError: there is no such kind.

    """
    pandas = _pandas("facts_frame")
    declared = kind_named(kind)
    rows = [(plan_id(p.header, p.source.sha256), *row) for p in plans for row in declared.rows(p)]
    frame: pd.DataFrame = pandas.DataFrame(rows, columns=["plan", *declared.columns])
    return frame


def matrix_frame(tasks: Sequence[Task]) -> pd.DataFrame:
    """Tasks by agencies: one row a task, one column an agency in the order of first mention.

    A place says the strongest part of the body in the task: ``lead``, ``coordinating``, ``assigned`` (addressed
    without a word of which) or ``""``. A group is a column of its own.

    Raises:
        MissingDependency: pandas is not installed.

    """
    pandas = _pandas("matrix")
    parts = [{name: part for name, (_, part) in parts_of(task).items()} for task in tasks]
    bodies = tuple(dict.fromkeys(name for row in parts for name in row))
    rows = [[row.get(name, "") for name in bodies] for row in parts]
    index = pandas.Index([task.id for task in tasks], name="id")
    frame: pd.DataFrame = pandas.DataFrame(rows, index=index, columns=list(bodies), dtype="object")
    return frame


def _period(pandas: ModuleType, frame: TimeFrame | None) -> Any:
    """The one calendar period that a time frame is: its day for a deadline; ``None`` for anything else."""
    if frame is None or frame.end is None:
        return None
    if frame.start is None:
        return pandas.Period(frame.end, "D") if frame.kind is TimeKind.DEADLINE else None
    whole = (pandas.Period(frame.start, unit) for unit in ("D", "M", "Q", "Y"))
    return next((p for p in whole if (p.start_time.date(), p.end_time.date()) == (frame.start, frame.end)), None)


def table_frame(table: Table) -> pd.DataFrame:
    """One row a data or total row, one column a column.

    The words of a merged cell stand in every place that it covers; an empty
    cell is ``""``, a place without a cell ``None``. Group rows are a first
    column ``group``, where there are any. ``frame.attrs`` holds ``id``,
    ``caption``, ``role`` and the columns' ``roles``.

    Raises:
        MissingDependency: pandas is not installed.

    """
    pandas = _pandas("to_frame")
    grouped = any(row.kind is RowKind.GROUP for row in table.rows)
    names = tuple(_distinct([*["group"][: int(grouped)], *(column.heading for column in table.columns)]))
    rows: list[tuple[str | None, ...]] = []
    group: str | None = None
    covered: dict[int, tuple[int, str]] = {}  # column -> rows still covered by a cell above, its words
    for row in table.rows:
        if row.kind is RowKind.HEADER:
            continue
        words = _places(row, len(table.columns), covered)
        if row.kind is RowKind.GROUP:
            group = " ".join(cell.text for cell in row.cells if cell.text)
        else:
            rows.append((group, *words) if grouped else words)
    frame: pd.DataFrame = pandas.DataFrame(rows, columns=list(names), dtype="object")
    frame.attrs = {
        "id": table.id,
        "caption": table.caption,
        "role": str(table.role),
        "roles": {name: column.role for name, column in zip(names[grouped:], table.columns, strict=True)},
    }
    return frame


def graph_frames(graph: nx.MultiDiGraph[str]) -> tuple[pd.DataFrame, pd.DataFrame]:
    """The nodes and the edges of a graph of :func:`vnplan.graph` as two frames.

    Nodes are indexed by ``id``; edges have ``source``, ``target`` and ``key``.
    Every attribute is a column, spans are ``span_start`` and ``span_end``, and
    a node or edge without the attribute has ``None`` there.

    Raises:
        MissingDependency: pandas is not installed.

    """
    pandas = _pandas("graph_frames")
    nodes: pd.DataFrame = pandas.DataFrame([{"id": n, **_flat(a)} for n, a in graph.nodes(data=True)], dtype="object")
    edges: pd.DataFrame = pandas.DataFrame(
        [{"source": a, "target": b, "key": k, **_flat(e)} for a, b, k, e in graph.edges(keys=True, data=True)],
        columns=None if graph.number_of_edges() else ["source", "target", "key", "kind"],
        dtype="object",
    )
    return nodes.where(nodes.notna(), None).set_index("id"), edges.where(edges.notna(), None)


def _flat(attributes: dict[str, Any]) -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for name, value in attributes.items():
        if isinstance(value, Span):
            flat |= {f"{name}_start": value.start, f"{name}_end": value.end}
        else:
            flat[name] = value
    return flat


def _places(row: Row, width: int, covered: dict[int, tuple[int, str]]) -> tuple[str | None, ...]:
    """The words at each column of a row; ``covered`` is brought up to date for the row below."""
    cells = {column: cell for cell in row.cells for column in range(cell.column, cell.column + cell.column_span)}
    words: list[str | None] = []
    for column in range(width):
        left, above = covered.pop(column, (0, ""))
        cell: Cell | None = cells.get(column)
        if cell is not None:
            left, above = cell.row_span, cell.text
        words.append(above if left else None)
        if left > 1:
            covered[column] = (left - 1, above)
    return tuple(words)


def _distinct(headings: Sequence[str]) -> Iterator[str]:
    """Headings with `` (2)`` and so on after a repeat, so that each names one column."""
    taken: set[str] = set()
    for heading in headings:
        name = heading
        numbers = count(2)
        while name in taken:
            name = f"{heading} ({next(numbers)})"
        taken.add(name)
        yield name


def _pandas(wanted: str) -> ModuleType:
    try:
        import pandas as pd
    except ImportError as error:
        raise MissingDependency(wanted, 'pandas is not installed: pip install "vnplan[frames]"') from error
    return pd
