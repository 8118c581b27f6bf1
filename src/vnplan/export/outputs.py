"""The one table of output formats: what can be written, by which suffix, by whom, with which extra.

The command line, the README and the documentation read it. A new format is one
writer in :mod:`vnplan.export.writers` and one row in :data:`OUTPUTS`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from importlib import import_module
from pathlib import PurePath
from typing import TYPE_CHECKING, Any, Final, NamedTuple

if TYPE_CHECKING:  # pydantic stays unloaded: the command line reads this table for its help
    from vnplan.models.base import Language


class Subject(StrEnum):
    """What is written."""

    PLANS = "plans"
    REPORT = "report"
    CITATIONS = "citations"
    GRAPH = "graph"
    COMPARISON = "comparison"
    EVALUATION = "evaluation"


@dataclass(frozen=True, slots=True)
class Style:
    """How it is written; a format takes what concerns it."""

    language: Language = "en"
    """``en`` or ``vi``: of headings and remarks."""
    width: int = 100
    """Columns of a terminal."""
    many: bool = False
    """True where several plans were asked for: JSON is an array then, even of one plan."""
    facts: str = "tasks"
    """The kind of fact (:data:`vnplan.facts.KINDS`) that a flat table holds."""


class Into(StrEnum):
    """What a writer is given to write into."""

    TEXT = "text"
    """A text file in UTF-8, or the terminal."""
    BYTES = "bytes"
    """A binary file."""
    PATH = "path"
    """The path, of formats that are several files."""


Write = Callable[[Any, Any, Style], None]
"""Writes the subject's value (plans, one plan, a graph, a comparison, an evaluation) into a file of a kind
(:class:`Into`)."""


class Output(NamedTuple):
    """One format of one subject."""

    subject: Subject
    name: str
    """As after ``--format``."""
    suffixes: tuple[str, ...]
    """File names that ask for it, the usual one first; empty for what only a terminal shows."""
    writer: str
    """Module in :mod:`vnplan.export.writers`, a colon, function."""
    about: str
    extra: str | None = None
    """What must be installed: ``pip install "vnplan[EXTRA]"``."""
    into: Into = Into.TEXT

    def load(self) -> Write:
        """The writer, imported now."""
        module, function = self.writer.split(":")
        write: Write = getattr(import_module(f"vnplan.export.writers.{module}"), function)
        return write


_P, _C, _G, _X, _E = Subject.PLANS, Subject.CITATIONS, Subject.GRAPH, Subject.COMPARISON, Subject.EVALUATION

OUTPUTS: Final = (
    Output(_P, "json", (".json",), "json_text:plans", "all that was found; several plans are an array"),
    Output(_P, "jsonl", (".jsonl", ".ndjson"), "json_text:plan_lines", "the same, one plan a line"),
    Output(_P, "table", (".txt",), "terminal:plans", "what a terminal shows"),
    Output(_P, "markdown", (".md",), "markdown:plans", "title, sections, tables"),
    Output(_P, "csv", (".csv",), "csv_text:facts", "one kind of fact, tasks unless another is named"),
    Output(_P, "ics", (".ics",), "calendar:plans", "deadlines for a calendar", "calendar"),
    Output(_P, "xlsx", (".xlsx",), "xlsx:plans", "tasks, and a sheet for each kind of fact", "xlsx", Into.BYTES),
    Output(Subject.REPORT, "html", (".html", ".htm"), "html:report", "a page on one plan"),
    Output(_C, "table", (".txt",), "terminal:citations", "what a terminal shows"),
    Output(_C, "jsonl", (".jsonl", ".ndjson"), "json_text:citation_lines", "one mention a line"),
    Output(_C, "w3c", (".jsonld", ".json"), "json_text:web_annotations", "a Web Annotation collection"),
    Output(_G, "graphml", (".graphml",), "graph:graphml", "GraphML", into=Into.BYTES),
    Output(_G, "gexf", (".gexf",), "graph:gexf", "GEXF 1.2, for Gephi", into=Into.BYTES),
    Output(_G, "json", (".json",), "graph:node_link", "node-link JSON", into=Into.BYTES),
    Output(_G, "cypher", (".cypher",), "graph:cypher", "Cypher statements, for Neo4j and its kin", into=Into.BYTES),
    Output(
        _G, "parquet", (".parquet",), "graph:parquet", "two files, NAME.nodes.parquet and NAME.edges.parquet",
        "parquet", Into.PATH,
    ),
    Output(_X, "html", (".html", ".htm"), "html:comparison", "a page with a heat map of coverage"),
    Output(_X, "csv", (".csv",), "csv_text:comparison", "a row a matter and plan"),
    Output(_X, "json", (".json",), "json_text:comparison", "all that was found"),
    Output(_X, "table", (".txt",), "terminal:comparison", "the coverage as a terminal shows it"),
    Output(_E, "table", (".txt",), "terminal:evaluation", "scores of systems as a terminal shows them"),
    Output(_E, "json", (".json",), "json_text:evaluation", "every score, a row each"),
    Output(_E, "html", (".html", ".htm"), "html:evaluation", "a page with every table of scores"),
)  # fmt: skip


def outputs_of(subject: Subject) -> tuple[Output, ...]:
    """The formats of a subject, in the order of the table."""
    return tuple(output for output in OUTPUTS if output.subject is subject)


def named(subject: Subject, name: str) -> Output:
    """The format of that name.

    Raises:
        ValueError: the subject has none; the message lists those that it has.

    """
    found = next((output for output in outputs_of(subject) if output.name == name), None)
    if found is None:
        msg = f"{subject} cannot be written as {name!r}; known are {', '.join(o.name for o in outputs_of(subject))}"
        raise ValueError(msg)
    return found


def for_file(subject: Subject, file: str | PurePath) -> Output:
    """The format that a file's suffix asks for.

    Raises:
        ValueError: no format of the subject has the suffix; the message lists those that there are.

    """
    suffix = PurePath(file).suffix.lower()
    found = next((output for output in outputs_of(subject) if suffix in output.suffixes), None)
    if found is None:
        known = ", ".join(output.suffixes[0] for output in outputs_of(subject))
        msg = f"{file}: the name must end in {known}"
        raise ValueError(msg)
    return found
