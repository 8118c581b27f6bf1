"""What is declared of a kind of fact: its rows as a table, how people see it, how the graph holds it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.plan import PlanData

FactRow = tuple[Any, ...]
"""Values in the order of the kind's columns; ``None`` where the document says nothing."""


class ColumnType(StrEnum):
    """What the values of a column are."""

    TEXT = "text"
    INTEGER = "integer"
    NUMBER = "number"
    DATE = "date"
    TRUTH = "truth"
    LIST = "list"
    """Of texts."""


@dataclass(frozen=True, slots=True)
class ShownColumn:
    """One column of the table that people look at."""

    column: str
    headings: Mapping[str, str]
    """Language (``en``, ``vi``) -> heading."""


@dataclass(frozen=True, slots=True)
class FactNode:
    """One fact as a node of the graph."""

    id: str
    """Unique among the facts of its kind in one plan."""
    label: str
    span: Span
    attributes: Mapping[str, str | int | None]
    agencies: tuple[AgencyRef, ...] = ()
    """Those that the fact names as answering for it, the leading ones first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FactKind:
    """One kind of fact. Frames, spreadsheets, the report, the graph and the tables of a corpus are made of it."""

    name: str
    """Of the table, the frame, the sheet and the part of the report: a plural noun."""
    about: str
    """What one row is."""
    columns: Mapping[str, ColumnType]
    rows: Callable[[PlanData], Iterable[FactRow]]
    titles: Mapping[str, str] = field(default_factory=dict)
    """Language -> title of its part of the report; empty for kinds that the report shows in a way of its own."""
    shown: tuple[ShownColumn, ...] = ()
    nodes: Callable[[PlanData], Iterable[FactNode]] | None = None
    """The facts as nodes of the graph; ``None`` for kinds that the graph holds in a way of its own or not at all."""


SPAN = {"span_start": ColumnType.INTEGER, "span_end": ColumnType.INTEGER}
"""The two columns of a span, the last ones of every kind that has one."""


def ends(span: Span | None) -> tuple[int | None, int | None]:
    """The values of :data:`SPAN`."""
    return (span[0], span[1]) if span else (None, None)


def shown(**headings: tuple[str, str]) -> tuple[ShownColumn, ...]:
    """Columns that people see, each with its heading in English and Vietnamese."""
    return tuple(
        ShownColumn(name, {"en": english, "vi": vietnamese}) for name, (english, vietnamese) in headings.items()
    )
