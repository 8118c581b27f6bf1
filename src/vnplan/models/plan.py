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

SCHEMA_VERSION = "1.0"
"""``major.minor`` of the JSON; minor rises when fields are added, major when one changes its meaning."""


class PlanData(Model):
    """Every fact of one plan; all spans index ``text``."""

    schema_version: str = SCHEMA_VERSION
    source: Source
    text: str
    header: Header
    sections: tuple[Section, ...] = ()
    attachments: tuple[Attachment, ...] = ()
    tables: tuple[Table, ...] = ()
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    agencies: tuple[AgencyRef, ...] = ()
    """Every mention of a body, in text order."""
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    """Rows of tables of targets (chỉ tiêu)."""
    budgets: tuple[BudgetLine, ...] = ()
    """Rows of tables of money (dự toán, kinh phí)."""
    leaves: tuple[Leaf, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    origins: tuple[Origin, ...] | None = None
    """What ``locate`` needs; left out on request to keep the JSON small."""
