"""What the rules found of one plan: what every rule is given, and what it gives back."""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from typing import Any

from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.citation import Citation, Reference
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.header import Header
from vnplan.models.money import BudgetLine
from vnplan.models.section import Section
from vnplan.models.table import Table
from vnplan.models.target import Target
from vnplan.models.task import Task
from vnplan.setting import Setting


@dataclass(frozen=True, slots=True)
class Leftover:
    """Words that promised a value and gave none: what a rule could not read, at its own place."""

    code: DiagnosticCode
    """Its wording says what was expected."""
    span: Span
    """One paragraph or cell, or a stretch of one."""
    words: str
    """The words not understood, on one line."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Findings:
    """What is known so far, or what one rule adds to it; each value with its span."""

    header: Header = field(default_factory=Header)
    setting: Setting = field(default_factory=Setting)
    """Who speaks, where and when; until the header is read, what the caller said of it."""
    sections: tuple[tuple[Section, ...], ...] = ()
    """By part, in the order of ``outline.parts``."""
    tables: tuple[Table, ...] = ()
    """In the order of the parts and their tables."""
    citations: tuple[Citation, ...] = ()
    references: tuple[Reference, ...] = ()
    agencies: tuple[AgencyRef, ...] = ()
    tasks: tuple[Task, ...] = ()
    targets: tuple[Target, ...] = ()
    budgets: tuple[BudgetLine, ...] = ()
    remarks: tuple[Diagnostic, ...] = ()
    """What is missing or contradicts itself in the document."""
    leftovers: tuple[Leftover, ...] = ()
    """What stands in the document and was not understood."""

    def adding(self, more: Findings) -> Findings:
        """What is known with ``more``: lists one after the other; a header or setting that ``more`` holds is taken."""
        names = [f.name for f in fields(self)]
        return Findings(**{name: _both(getattr(self, name), getattr(more, name)) for name in names})


def _both(known: Any, more: Any) -> Any:
    if isinstance(known, tuple):
        return known + more
    return known if more == type(more)() else more
