"""Plans compared: which tasks are the same matter, who covers what, and where they differ."""

from __future__ import annotations

from datetime import date as Date  # noqa: N812 -- a field is called ``date``
from enum import StrEnum

from vnplan.models.base import Model, Span

COMPARISON_VERSION = "1.0"
"""``major.minor`` of the JSON; minor rises when fields are added, major when one changes its meaning."""


class ComparedPlan(Model):
    """One plan, a column of the comparison."""

    id: str
    """The plan's id, as in the graph."""
    label: str
    """What a reader calls it: the province, else the issuer, else the file."""
    source: str
    number: str | None = None
    date: Date | None = None
    province: str | None = None
    central: bool = False
    """True for the decision that the others carry out."""


class ComparedTask(Model):
    """One task as the comparison sees it; words are the document's, names canonical."""

    id: str
    plan: str
    title: str
    no: str | None = None
    group_title: str | None = None
    lead: tuple[str, ...] = ()
    """Leading agencies; of a duty without ``chủ trì``, the agencies addressed."""
    time: str | None = None
    due: Date | None = None
    """Last day, where the words give one."""
    outputs: str | None = None
    span: Span


class Signal(StrEnum):
    """What speaks for two tasks being the same matter."""

    WORDS = "words"
    LEAD = "lead"
    GROUP = "group"
    OUTPUTS = "outputs"
    CITATION = "citation"


class Shared(Model):
    """Words on both sides that mean the same, each with its place in its own plan's text."""

    words: str
    span: Span
    other_words: str
    other_span: Span


class Member(Model):
    """A task of a matter, with the task it was aligned to and why."""

    plan: str
    task: str
    counterpart: str | None = None
    """The most alike task of another plan; the central decision's, where it has one."""
    score: float
    """0 to 1; 1 where the matter has no other task."""
    signals: tuple[Signal, ...] = ()
    shared: tuple[Shared, ...] = ()


class Matter(Model):
    """One thing to do, whoever does it: a row of the comparison."""

    id: str
    """``M1``, ``M2``, ...: the central decision's tasks in their order, then what most plans have first."""
    title: str
    central: str | None = None
    """The task of the central decision."""
    template: bool
    """True where the central decision or at least half of the plans have it."""
    members: tuple[Member, ...]


class DifferenceKind(StrEnum):
    """How a plan departs from the central decision, or from what most plans do."""

    ADDITION = "addition"
    """A task outside the template."""
    OMISSION = "omission"
    """A matter of the template that the plan has no task for."""
    WEAKER_DEADLINE = "weaker_deadline"
    """Later than expected, rarer than expected, or no time at all."""
    OTHER_LEAD = "other_lead"
    MISSING_OUTPUTS = "missing_outputs"


class Difference(Model):
    """One departure, with what was expected and what stands there."""

    kind: DifferenceKind
    plan: str
    matter: str
    tasks: tuple[str, ...] = ()
    expected: str | None = None
    """Of ``weaker_deadline`` and ``other_lead``: what the central decision says or most plans say."""
    found: str | None = None
    """What the plan says; ``None`` for nothing."""


class CoverageState(StrEnum):
    """How a plan covers a matter."""

    OWN = "own"
    """By at least one task of its own."""
    MERGED = "merged"
    """Only by tasks that cover other matters too."""
    MISSING = "missing"


class Coverage(Model):
    """One cell of the comparison: a plan and a matter of the template."""

    plan: str
    matter: str
    state: CoverageState
    tasks: tuple[str, ...] = ()


class ComparisonData(Model):
    """Plans compared, as data."""

    schema_version: str = COMPARISON_VERSION
    plans: tuple[ComparedPlan, ...] = ()
    """In the order given; a plan given twice stands once."""
    tasks: tuple[ComparedTask, ...] = ()
    matters: tuple[Matter, ...] = ()
    coverage: tuple[Coverage, ...] = ()
    """Every plan but the central decision, with every matter of the template."""
    differences: tuple[Difference, ...] = ()
