"""Facts: shape -> findings. One file a fact; rules cannot see each other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vnplan.models.agency import AgencyRef
from vnplan.models.citation import Citation, Reference
from vnplan.models.diagnostic import Diagnostic
from vnplan.models.header import Header
from vnplan.models.money import BudgetLine
from vnplan.models.section import Section
from vnplan.models.table import Table
from vnplan.models.target import Target
from vnplan.models.task import Task
from vnplan.outline.shapes import Outline
from vnplan.rules import agencies, anachronisms, sections
from vnplan.rules.duties import prose_tasks
from vnplan.rules.heading import header
from vnplan.rules.references import citations
from vnplan.rules.rows import budgets, public_tables, table_tasks, targets
from vnplan.setting import Setting


@dataclass(frozen=True, slots=True)
class Findings:
    """What the rules found, each value with its span."""

    header: Header
    setting: Setting
    sections: tuple[tuple[Section, ...], ...]
    """By part, in the order of ``outline.parts``."""
    tables: tuple[Table, ...]
    citations: tuple[Citation, ...]
    references: tuple[Reference, ...]
    agencies: tuple[AgencyRef, ...]
    tasks: tuple[Task, ...]
    targets: tuple[Target, ...]
    budgets: tuple[BudgetLine, ...]
    diagnostics: tuple[Diagnostic, ...]


def find(outline: Outline, province: str | None = None, on: date | None = None) -> Findings:
    """Run every rule; ``province`` and ``on`` are the caller's hints, the document's own words win."""
    head, head_notes = header.read(outline, province, on)
    setting = header.setting(head, province, on or header.printed_day(outline))
    text = outline.document.text
    trees = tuple(sections.read(text, part, f"A{i}." if i else "") for i, part in enumerate(outline.parts))
    grids = public_tables.read(outline)
    cited, references, cite_notes = citations.find(outline, setting)
    bodies = agencies.find(outline, setting)
    row_tasks, row_notes = table_tasks.find(outline, grids, setting)
    duties, duty_notes = prose_tasks.find(outline, trees, setting)
    return Findings(
        head,
        setting,
        trees,
        grids,
        cited,
        references,
        bodies,
        (*duties, *row_tasks),
        targets.find(outline, grids, setting),
        budgets.find(outline, grids),
        (
            *(*outline.document.diagnostics, *outline.diagnostics, *head_notes, *cite_notes, *row_notes, *duty_notes),
            *anachronisms.remarks(bodies, cited, setting),
        ),
    )
