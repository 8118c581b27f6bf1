"""A document annotated by hand (gold): what stands in it, and where in its text.

An aspect that is ``None`` was not annotated and is not scored; an empty one says that the document has none.
Inside the members a field that was not given is not scored either, so files that know less load as they are.
"""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 -- a field is called ``date``
from pathlib import PurePath
from typing import Any, Final, Literal

from pydantic import Field, field_validator

from vnplan.models.base import Model, Span
from vnplan.models.citation import CitationKind, Relation
from vnplan.models.table import RowKind
from vnplan.models.target import Bound
from vnplan.models.task import TaskMode, TimeKind

GOLD_VERSION: Final = "1.0"
"""``major.minor`` of the JSON; minor rises when fields are added, major when one changes its meaning."""

DocumentKind = Literal[
    "plan", "programme", "decision", "directive", "telegram", "dispatch", "notice", "resolution", "report"
]
"""Kế hoạch, chương trình, quyết định, chỉ thị, công điện, công văn, thông báo, nghị quyết, báo cáo."""
IssuerLevel = Literal[
    "government", "ministry", "province", "department", "district", "commune", "party", "assembly", "school",
    "enterprise",
]  # fmt: skip
"""Who issued it."""
GoldTableRole = Literal["assignment", "target", "budget", "progress", "other"]
"""What a table is for."""
GoldColumnRole = Literal[
    "no", "title", "lead", "coordinating", "agencies", "implementer", "persons", "time", "approver", "outputs",
    "budget", "progress", "result", "problems", "unit", "indicator", "value", "note", "other",
]  # fmt: skip
"""What the cells of a column say; ``agencies``: leading and coordinating bodies in one column."""


ProgressState = Literal["done", "ongoing", "late", "not_started", "stopped"]
"""How far a task has come."""


class GoldFile(Model):
    """One rendition: a file that a system reads."""

    name: str
    """File name, beside the gold file."""
    rendition: str | None = None
    """How it was made: ``docx``, ``pdf-columns``, ``scan`` ..."""
    format: str
    """Format of the file, for figures by format: ``docx``, ``pdf``, ``html``, ``md``, ``txt``."""


class GoldSigner(Model):
    """One signature."""

    name: str
    position: str
    """The last line above the name: ``PHÓ CHỦ TỊCH``."""


class GoldHeader(Model):
    """Letterhead and closing block."""

    number: str | None = None
    """Without spaces: ``4321/UBND-VX``."""
    doc_type: str | None = None
    """Official abbreviation: ``KH``."""
    issuer: str | None = None
    """Full official name."""
    province: str | None = None
    place: str | None = None
    date: Date | None = None
    title: str | None = None
    """Trích yếu without the type line; of a dispatch its subject."""
    subject: str | None = None
    """Words after ``V/v``; kept for readers, not scored, as ``title`` holds them."""
    signers: tuple[GoldSigner, ...] = ()
    recipients: tuple[str, ...] = ()
    spans: dict[str, Span] = Field(default_factory=dict)
    """Field -> place; of several ``signers.0``, ``recipients.0`` and so on."""


class GoldReference(Model):
    """One distinct other document that is cited."""

    key: str
    kind: CitationKind = CitationKind.NUMBERED
    doc_type: str | None = None
    date: Date | None = None
    issuer: str | None = None
    basis: bool = False
    """Cited among the legal bases (căn cứ)."""
    relations: tuple[Relation, ...] = ()
    mentions: int | None = None
    """How often it is written out."""


class GoldCitation(Model):
    """One mention of another document."""

    span: Span
    words: str
    key: str


class GoldAgency(Model):
    """One mention of an agency."""

    span: Span
    words: str
    name: str
    """Full official name at the document's date."""


class GoldSection(Model):
    """One numbered item of the outline."""

    label: str
    level: int
    text: str
    """What follows the label in its block."""
    span: Span | None = None
    """Place of ``text``."""


class GoldCell(Model):
    """One cell at its origin; merged cells stand once."""

    text: str
    span: Span | None = None
    row: int
    """From 0, rows of headings among them."""
    column: int
    """From 0."""
    row_span: int = 1
    column_span: int = 1


class GoldRow(Model):
    """One row."""

    kind: RowKind
    cells: tuple[GoldCell, ...]


class GoldTable(Model):
    """One table of data."""

    id: str
    role: GoldTableRole
    caption: str | None = None
    columns: tuple[GoldColumnRole, ...] = ()
    rows: tuple[GoldRow, ...] = ()


class GoldProgress(Model):
    """How far a task has come, of reports."""

    state: ProgressState | None = None
    raw: str | None = None
    result: str | None = None
    problems: str | None = None


class GoldTask(Model):
    """One row of a table that assigns work."""

    no: str | None = None
    group: str | None = None
    """Label of the nearest group row above."""
    title: str
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    persons: tuple[str, ...] = ()
    approver: tuple[str, ...] = ()
    time: str | None = None
    """As printed."""
    time_kind: TimeKind | None = None
    time_start: Date | None = None
    time_end: Date | None = None
    outputs: str | None = None
    progress: GoldProgress | None = None
    budget: str | None = None
    table: str | None = None
    row: int | None = None
    """Of the table, from 0, rows of headings among them."""
    span: Span | None = None
    """Place of the title."""


class GoldDuty(Model):
    """One piece of work given in prose."""

    title: str
    """Its words, without label, bullet and addressee."""
    span: Span | None = None
    section: str | None = None
    """Labels from the top: ``III.1.a``."""
    mode: TaskMode = TaskMode.ASSIGNED
    assignees: tuple[str, ...] = ()
    lead: tuple[str, ...] = ()
    coordinating: tuple[str, ...] = ()
    time: str | None = None
    time_kind: TimeKind | None = None
    time_start: Date | None = None
    time_end: Date | None = None
    outputs: str | None = None


class GoldTarget(Model):
    """One measurable value to be reached."""

    words: str
    span: Span | None = None
    indicator: str | None = None
    value: float | None = None
    unit: str | None = None
    bound: Bound | None = None
    period_start: Date | None = None
    period_end: Date | None = None
    table: str | None = None


class GoldAmount(Model):
    """One sum of money."""

    words: str
    span: Span | None = None
    dong: int | None = None
    """Whole đồng."""


class GoldAssignment(Model):
    """An agency that the document gives work to."""

    agency: str


class Aspects(Model):
    """What is told of a document, by people or by a system; ``None``: not annotated, not answered."""

    header: GoldHeader | None = None
    references: tuple[GoldReference, ...] | None = None
    citations: tuple[GoldCitation, ...] | None = None
    agencies: tuple[GoldAgency, ...] | None = None
    outline: tuple[GoldSection, ...] | None = None
    tables: tuple[GoldTable, ...] | None = None
    tasks: tuple[GoldTask, ...] | None = None
    duties: tuple[GoldDuty, ...] | None = None
    targets: tuple[GoldTarget, ...] | None = None
    amounts: tuple[GoldAmount, ...] | None = None
    assignments: tuple[GoldAssignment, ...] | None = None


class GoldDocument(Aspects):
    """One annotated document with its renditions; all spans index ``text``."""

    gold_version: Literal["1.0"] = GOLD_VERSION
    id: str
    kind: DocumentKind | None = None
    level: IssuerLevel | None = None
    region: str | None = None
    era: Literal["old", "new"] | None = None
    """``new``: after 1 July 2025, with two levels of local government."""
    split: Literal["gate", "watch"] | None = None
    """Figures of ``gate`` are held by a test, those of ``watch`` are only shown."""
    classes: tuple[str, ...] = ()
    """Classes of difficulty that occur in it."""
    files: tuple[GoldFile, ...] = ()
    text: str | None = None
    """The printed text; ``None`` where no places were annotated."""

    @field_validator("files", mode="before")
    @classmethod
    def _named(cls, files: Any) -> Any:
        """A bare file name is a file whose suffix is its format."""
        if not isinstance(files, list | tuple):
            return files
        return [
            {"name": f, "format": PurePath(f).suffix.lower().removeprefix(".")} if isinstance(f, str) else f
            for f in files
        ]
