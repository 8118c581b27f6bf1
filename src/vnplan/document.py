"""The public class and the public ways to make one: data with its methods."""

from __future__ import annotations

import os
from bisect import bisect_left
from collections.abc import Iterable, Iterator, Sequence
from datetime import date as Date  # noqa: N812 -- the public option is called ``date``
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any, BinaryIO

from pydantic import field_validator, model_validator

from vnplan import batch, checks, graphs, pipeline
from vnplan.batch.journal import Codec
from vnplan.batch.progress import Bar, Progress
from vnplan.batch.result import ParseResult
from vnplan.checks.explanation import find
from vnplan.checks.reconciliation import reconcile
from vnplan.checks.workload import workload
from vnplan.errors import LimitExceeded, VnplanError
from vnplan.export import calendar, citations, frames, report, sheets, text
from vnplan.models.analysis.explanation import Explanation
from vnplan.models.analysis.reconciliation import Reconciliation, Workload
from vnplan.models.base import Language
from vnplan.models.plan import SCHEMA_VERSION, PlanData
from vnplan.models.section import Section
from vnplan.models.source import Place, PlaceKind
from vnplan.models.table import Table
from vnplan.models.versions import adopt
from vnplan.readers.limits import Limits
from vnplan.version import __version__

if TYPE_CHECKING:
    import networkx as nx
    import pandas as pd

Input = str | os.PathLike[str] | bytes | BinaryIO


class PlanTable(Table):
    """One table, with methods that need the upper layers."""

    def to_frame(self) -> pd.DataFrame:
        """The table as a pandas frame: see :func:`vnplan.export.frames.table_frame`.

        Raises:
            MissingDependency: pandas is not installed.

        """
        return frames.table_frame(self)


class PlanDocument(PlanData):
    """One plan: what was read, with methods that need the upper layers."""

    tables: tuple[PlanTable, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _adopt(cls, data: Any) -> Any:
        return adopt(data, SCHEMA_VERSION, cls) if isinstance(data, dict) and "schema_version" in data else data

    @field_validator("tables", mode="before")
    @classmethod
    def _with_methods(cls, tables: Any) -> Any:
        """Tables as the pipeline makes them become tables with methods; their data is valid already."""
        if not isinstance(tables, list | tuple):
            return tables
        return tuple(PlanTable.model_construct(**dict(t)) if type(t) is Table else t for t in tables)

    def graph(self) -> nx.MultiDiGraph[str]:
        """What the plan says as a graph: :func:`vnplan.graph` of this plan alone."""
        return graphs.graph([self])

    def tasks_frame(self) -> pd.DataFrame:
        """The tasks as a pandas frame, one row a task: see :func:`vnplan.export.frames.tasks_frame`.

        Raises:
            MissingDependency: pandas is not installed.

        """
        return frames.tasks_frame(self.tasks)

    def frame(self, kind: str) -> pd.DataFrame:
        """The facts of one kind (``targets``, ``budgets``, ``citations`` ...) as a pandas frame.

        See :func:`vnplan.export.frames.facts_frame`.

        Raises:
            MissingDependency: pandas is not installed.
            ValueError: there is no such kind; the message lists those that there are.

        """
        return frames.facts_frame(kind, [self])

    def tasks_to_xlsx(self, path: str | os.PathLike[str]) -> None:
        """Write the tasks to a spreadsheet: see :func:`vnplan.export.sheets.tasks_to_xlsx`.

        Raises:
            MissingDependency: openpyxl is not installed.
            OSError: the file cannot be written.

        """
        sheets.tasks_to_xlsx(self.tasks, path)

    def matrix(self) -> pd.DataFrame:
        """Tasks by agencies, with the part of each: see :func:`vnplan.export.frames.matrix_frame`.

        Raises:
            MissingDependency: pandas is not installed.

        """
        return frames.matrix_frame(self.tasks)

    def reconcile(self) -> Reconciliation:
        """Which work stands in prose, in the tables and in both; leads that disagree are among its diagnostics."""
        return reconcile(self)

    def workload(self) -> tuple[Workload, ...]:
        """How much falls to each body or group, the busiest first; nothing is counted twice for one body."""
        return workload(self)

    def to_ical(self) -> bytes:
        """The deadlines as an iCalendar file: see :func:`vnplan.export.calendar.to_ical`.

        Raises:
            MissingDependency: icalendar is not installed.

        """
        return calendar.plan_to_ical(self)

    def locate(self, span: tuple[int, int]) -> tuple[Place, ...]:
        """Where the words of ``span`` stood in the source, in text order.

        A place is a box on a page (PDF), a paragraph or cell (Word, HTML) or a
        line (text). Empty where the plan was stored without ``origins``.
        """
        start, end = span
        if self.origins is None:
            return self._lines(start, end) if self.source.reader in ("plain", "markdown") else ()
        return tuple(o.place for o in self.origins if o.span[0] < end and start < o.span[1])

    def _lines(self, start: int, end: int) -> tuple[Place, ...]:
        first = self.text.count("\n", 0, start) + 1
        last = first + self.text.count("\n", start, max(start, end - 1))
        return tuple(Place(kind=PlaceKind.LINE, line=n) for n in range(first, last + 1))

    def to_text(self) -> str:
        """The text as stored: parsing it with :func:`parse_text` gives the same text again."""
        return text.to_text(self)

    def web_annotations(self, *, source: str | None = None) -> dict[str, Any]:
        """The citations as a W3C Web Annotation collection: see :func:`vnplan.export.citations.plan_annotations`."""
        return citations.plan_annotations(self, source=source)

    def citation_lines(self) -> Iterator[str]:
        """The citations as JSON Lines: see :func:`vnplan.export.citations.lines`."""
        return citations.lines(self)

    def to_markdown(self) -> str:
        """The plan as Markdown: title, sections as headings and lists, tables as pipe tables."""
        return text.to_markdown(self)

    def to_html(self, *, language: Language = "en") -> str:
        """A page for people: header, tree, tasks, documents cited, remarks, and the text with what was found marked.

        It is one file that loads nothing; every word of the document is escaped.

        Args:
            language: language of headings and remarks, ``en`` or ``vi``.

        """
        return report.to_html(self, language)

    def section(self, section_id: str) -> Section:
        """The section with an id such as ``II.2.b``.

        Raises:
            KeyError: the plan has no such section.

        """
        path = find(self, section_id)
        if not path:
            raise KeyError(section_id)
        return path[-1]

    def explain(self, section_id: str, *, language: Language = "en") -> Explanation:
        """Why a section stands where it does: the rules that fired, and the nearest other readings with their margins.

        ``print`` shows it to people. Works on plans restored from JSON too.

        Args:
            section_id: as in ``Section.id``.
            language: of the messages, ``en`` or ``vi``.

        Raises:
            KeyError: the plan has no such section.

        """
        return checks.explain(self, section_id, language)

    def section_at(self, span: tuple[int, int]) -> Section | None:
        """The deepest section that holds the whole of ``span``; ``None`` outside the tree."""
        found = None
        level: Sequence[Section] = (*self.sections, *(s for a in self.attachments for s in a.sections))
        while level:
            # Sections of one level stand in text order and do not overlap.
            index = bisect_left(level, span[0] + 1, key=lambda s: s.span[0]) - 1
            if index < 0 or level[index].span[1] < span[1]:
                break
            found = level[index]
            level = found.children
        return found


def parse(
    source: Input | list[Input] | tuple[Input, ...],
    *,
    name: str | None = None,
    province: str | None = None,
    date: Date | None = None,
    limits: Limits | None = None,
) -> PlanDocument:
    """Parse one plan: a path, bytes or a binary file object, or a list of them for a plan in several files.

    Args:
        source: the document; its format is told by its bytes, never by its name.
        name: what to call a source without a file name, in errors and in ``plan.source``.
        province: the province as named at the time, a hint for documents whose header does not say.
        date: the day of the document, a hint likewise.
        limits: bounds on what is read; the defaults suit files from strangers.

    Raises:
        VnplanError: the source cannot be read; the subclass says why. A readable
            document that is no plan is no error: see ``plan.diagnostics``.

    """
    bounds = limits or Limits()
    sources = list(source) if isinstance(source, list | tuple) else [source]
    if not sources:
        raise VnplanError(name or "<list>", "no file in the list")
    loaded = [_load(one, name, bounds) for one in sources]
    return PlanDocument(**pipeline.from_files(tuple(loaded), province, date, bounds))


def parse_text(
    text: str,
    *,
    name: str = "<text>",
    province: str | None = None,
    date: Date | None = None,
    limits: Limits | None = None,
) -> PlanDocument:
    """Parse pasted text; options and errors as in :func:`parse`."""
    return PlanDocument(**pipeline.from_text(text, name, province, date, limits or Limits()))


def parse_many(  # noqa: PLR0913 -- options by keyword, each of its own kind
    paths: Iterable[str | os.PathLike[str]],
    workers: int | None = None,
    *,
    province: str | None = None,
    date: Date | None = None,
    limits: Limits | None = None,
    progress: Progress | bool = False,
    journal: str | os.PathLike[str] | None = None,
) -> Iterator[ParseResult[PlanDocument]]:
    """Parse many files in worker processes; results come in the order of ``paths``, as they are done.

    One bad file never stops the rest: its result carries the error in place
    of the plan. A file that takes longer than ``limits.seconds`` or more memory
    than ``limits.memory`` (where the system can bound it) is given up. Only a
    few files are read ahead, so memory stays flat over any number of them.
    Results do not depend on the number of workers.

    Args:
        paths: the files, one plan each; taken lazily.
        workers: number of processes; ``None`` is one for each processor, 0 reads in this process.
        province: a hint for every file, as in :func:`parse`.
        date: a hint for every file, as in :func:`parse`.
        limits: bounds on each file.
        progress: ``True`` shows a bar on standard error; a function is called after every file with the
            files done, the failed ones among them, and how many there are (``None``: not known).
        journal: file that keeps each result by the content of its file, so that a run that was stopped
            goes on where it was. Results of another version or with other hints are read anew, and so are
            failures that another try may mend.

    Raises:
        ValueError: ``workers`` is negative.
        VnplanError: the journal cannot be written, or another run is writing it.

    """
    read = partial(_parse_file, province=province, date=date)
    bounds = limits or Limits()
    if journal is None:
        results = batch.run(read, paths, workers, bounds)
    else:
        codec = Codec(_dumped, PlanDocument.model_validate_json, f"{__version__} {province} {date} {bounds}")
        results = batch.remembered(read, paths, (workers, bounds), Path(journal), codec)
    if not progress:
        return results
    return batch.watched(results, batch.count_of(paths), Bar() if progress is True else progress)


def _dumped(plan: PlanDocument) -> str:
    return plan.model_dump_json()


def _parse_file(path: str, limits: Limits, *, province: str | None, date: Date | None) -> PlanDocument:
    return parse(path, province=province, date=date, limits=limits)


def _load(source: Input, name: str | None, limits: Limits) -> tuple[bytes, str]:
    """The bytes of one input, never more than one above the limit, and what to call it."""
    if isinstance(source, bytes):
        return source, name or "<bytes>"
    if isinstance(source, str | os.PathLike):
        path = Path(source)
        try:
            with path.open("rb") as file:
                if os.fstat(file.fileno()).st_size > limits.bytes:
                    raise LimitExceeded(str(path), f"more than {limits.bytes} bytes (Limits.bytes)")
                return file.read(limits.bytes + 1), name or path.name
        except (OSError, ValueError) as error:  # ValueError: a NUL in the path
            raise VnplanError(str(path), getattr(error, "strerror", None) or str(error)) from error
    data = source.read(limits.bytes + 1)
    label = name or str(getattr(source, "name", None) or "<stream>")
    if not isinstance(data, bytes):
        raise VnplanError(label, "the file object gives text; open it in binary mode or use parse_text")
    return data, label
