"""Names of systems -> systems: the table of what each is for, what it cannot do, what must be installed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from importlib import import_module
from pathlib import Path
from typing import Final, NamedTuple

from vnplan.errors import VnplanError
from vnplan.evaluation.reading import Reading
from vnplan.evaluation.systems.adapter import Options, Read


class Row(NamedTuple):
    """One system of the table."""

    name: str
    adapter: str
    """Module of this package."""
    about: str
    """What it is for."""
    cannot: str
    """What it does not do."""
    needs: str = ""
    """What must be installed, as after ``pip install``."""
    formats: tuple[str, ...] = ()
    """Formats that it reads; empty: any."""


ROWS: Final = (
    Row(
        "vnplan", "plan",
        "a plan of any format as data, with the place of every value",
        "progress of tasks; targets and sums of money in prose",
    ),
    Row(
        "one-line-regex", "one_line_regex",
        "numbers of documents, by one regular expression: what a line of code gives",
        "anything else; it reads the text that vnplan's readers give",
    ),
    Row(
        "spacy-rules", "spacy_rules",
        "mentions of bodies, documents and dates, by spaCy's EntityRuler with a dozen patterns",
        "full names of bodies, tables, structure; it reads the text that vnplan's readers give",
    ),
    Row(
        "pdfplumber-rows", "pdfplumber_rows",
        "tables of PDF files by their ruling lines, the first row taken as the heading",
        "prose, tables over several pages, names of bodies, other formats than PDF",
        formats=("pdf",),
    ),
    Row(
        "docling", "docling",
        "any document as Markdown with headings and tables; simple rules read these",
        "PDF here, for which it needs model weights; names of bodies, citations, prose",
        "docling-slim[format-docx,format-web]",
        ("docx", "html", "md"),
    ),
    Row(
        "langextract", "langextract",
        "answers of a language model to a prompt, put in their places; the answers are recorded (--answers DIR)",
        "tables, structure; asking a model: nothing here goes over the network",
        "langextract",
    ),
)  # fmt: skip


@dataclass(frozen=True)
class System:
    """A system, ready to read."""

    name: str
    read: Read
    about: str = ""
    cannot: str = ""
    formats: tuple[str, ...] = ()

    def reads(self, name: str) -> bool:
        """Whether files of a format are given to it."""
        return not self.formats or name in self.formats


def resolve(names: Iterable[str], options: Options) -> tuple[System, ...]:
    """Names -> systems, each once.

    Raises:
        VnplanError: there is no such system; the message lists those that there are.
        MissingDependency: what it needs is not installed; the message says what to install.

    """
    return tuple(_system(name, options) for name in dict.fromkeys(names))


def _system(name: str, options: Options) -> System:
    row = next((row for row in ROWS if row.name == name), None)
    if row is not None:
        adapter = import_module(f"vnplan.evaluation.systems.{row.adapter}")
        return System(row.name, adapter.reader(options), row.about, row.cannot, row.formats)
    kind, colon, rest = name.partition(":")
    if not colon:
        known = ", ".join(row.name for row in ROWS)
        raise VnplanError(name, f"there is no such system; known are {known}, module:function and file:DIR")
    if kind == "file":
        from vnplan.evaluation.systems.recorded import recorded

        return System(name, recorded(Path(rest)), "readings written by another program")
    return System(name, _callable(name), "a function of the caller")


def _callable(name: str) -> Read:
    module, _, function = name.partition(":")
    try:
        found = getattr(import_module(module), function)
    except ModuleNotFoundError as error:
        raise VnplanError(name, f"no module is called {error.name}") from error
    except AttributeError as error:
        raise VnplanError(name, f"{module} has no {function}") from error

    def read(path: Path) -> Reading:
        reading = found(path)
        if not isinstance(reading, Reading):
            raise VnplanError(name, f"it gave {type(reading).__name__}, not a vnplan.Reading")
        return reading

    return read
