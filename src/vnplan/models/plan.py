"""The whole plan as data; the public class with methods is :class:`vnplan.PlanDocument`."""

from __future__ import annotations

from vnplan.models.agency import AgencyRef
from vnplan.models.base import Model
from vnplan.models.citation import Citation, Reference
from vnplan.models.diagnostic import Diagnostic
from vnplan.models.header import Header
from vnplan.models.leaf import Leaf
from vnplan.models.money import BudgetLine
from vnplan.models.section import Attachment, Section
from vnplan.models.source import Origin, Source
from vnplan.models.table import Table
from vnplan.models.target import Target
from vnplan.models.task import Task

SCHEMA_VERSION = "1.1"
"""``major.minor`` of the JSON: minor rises when fields are added, or words to a closed list that has ``other``;
major when a field changes its meaning, or any other list its words."""


class PlanData(Model):
    """Every fact of one plan; all spans index ``text``."""

    schema_version: str = SCHEMA_VERSION
    written_by: str | None = None
    """Version of vnplan that read the document; ``None`` in JSON of schema 1.0, which does not say."""
    source: Source
    text: str
    header: Header
    sections: tuple[Section, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tables: tuple[Table, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    agencies: tuple[AgencyRef, ...] = ()
    """Every mention of an agency, in text order."""
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    """Rows of tables of targets (chỉ tiêu)."""
    budgets: tuple[BudgetLine, ...] = ()
    """Rows of tables of money (dự toán, kinh phí)."""
    leaves: tuple[Leaf, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    origins: tuple[Origin, ...] | None = None
    """What ``locate`` needs; left out on request to keep the JSON small."""
