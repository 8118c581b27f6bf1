"""The formats of ``vnplan parse``: each writes plans as they come, one at a time in memory."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import IO, TYPE_CHECKING, Final

if TYPE_CHECKING:
    from vnplan.document import PlanDocument


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """How it is written."""

    many: bool
    """True where several files were asked for: JSON is an array then, even of one plan."""
    language: str
    """``en`` or ``vi``: of diagnostics."""
    width: int
    """Columns of the terminal."""


def _json(plans: Iterable[PlanDocument], out: IO[str], style: Style) -> None:
    if style.many:
        out.write("[")
    for index, plan in enumerate(plans):
        out.write(",\n" if index else "\n" if style.many else "")
        out.write(plan.model_dump_json(indent=1))
        if not style.many:
            out.write("\n")
    if style.many:
        out.write("\n]\n")


def _jsonl(plans: Iterable[PlanDocument], out: IO[str], _: Style) -> None:
    for plan in plans:
        out.write(plan.model_dump_json() + "\n")


def _csv(plans: Iterable[PlanDocument], out: IO[str], _: Style) -> None:
    from vnplan.export.rows import tasks_csv

    out.write(tasks_csv(task for plan in plans for task in plan.tasks))


def _table(plans: Iterable[PlanDocument], out: IO[str], style: Style) -> None:
    from vnplan.cli.columns import columns
    from vnplan.cli.report import blocks

    for plan in plans:
        out.write(f"{plan.source.name}\n{'=' * min(len(plan.source.name), style.width)}\n\n")
        for block in blocks(plan, style.language):
            out.write(f"{block.title}\n{columns(block.headings, block.rows, style.width)}\n")


def _markdown(plans: Iterable[PlanDocument], out: IO[str], _: Style) -> None:
    from vnplan.export.text import to_markdown

    for index, plan in enumerate(plans):
        out.write(("\n" if index else "") + to_markdown(plan))


def _ics(plans: Iterable[PlanDocument], out: IO[str], _: Style) -> None:
    for plan in plans:  # a stream may hold several calendars (RFC 5545, 3.4)
        out.write(plan.to_ical().decode("utf-8"))


FORMATS: Final[dict[str, Callable[[Iterable[PlanDocument], IO[str], Style], None]]] = {
    "json": _json,
    "jsonl": _jsonl,
    "table": _table,
    "markdown": _markdown,
    "csv": _csv,
    "ics": _ics,
}

SUFFIXES: Final = {
    ".json": "json",
    ".jsonl": "jsonl",
    ".ndjson": "jsonl",
    ".md": "markdown",
    ".csv": "csv",
    ".ics": "ics",
    ".txt": "table",
}
"""Suffix of the output file -> format."""
