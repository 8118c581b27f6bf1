"""What the questions to a graph give: small frozen rows, ids as in the graph."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from vnplan.models.base import Span


@dataclass(frozen=True, slots=True)
class Waiting:
    """A task that waits for a body or a document."""

    task: str
    title: str
    awaited: str
    """Id of the body or document named in the event."""
    awaited_label: str
    words: str | None
    """The event as printed."""
    plan: str | None
    span: Span | None
    """Where the awaited one is named, in the text of ``plan``."""


@dataclass(frozen=True, slots=True)
class Chain:
    """A way up from a task to a central document."""

    nodes: tuple[str, ...]
    """From the task to the document."""
    kinds: tuple[str, ...]
    """What joins each node to the next."""

    @property
    def top(self) -> str:
        """Id of the central document."""
        return self.nodes[-1]


@dataclass(frozen=True, slots=True)
class BodyLoad:
    """How much one agency has to do, and how many others meet through it."""

    agency: str
    label: str
    province: str | None
    led: int
    """Tasks that it leads."""
    coordinated: int
    approved: int
    assigned: int
    """Tasks addressed to it; a task that it leads too counts in both."""
    tasks: int
    """Distinct tasks in any role."""
    partners: int
    """Agencies that it shares a task with."""
    betweenness: float
    """0 to 1: share of the shortest ways between two other agencies, over shared tasks, that pass through it."""


@dataclass(frozen=True, slots=True)
class CarriedOut:
    """One plan that carries out a decision."""

    decision: str
    decision_label: str
    plan: str
    province: str | None
    relation: str
    cue: str | None
    span: Span | None
    """Where the plan says so, in its own text."""
    via: tuple[str, ...] = ()
    """Documents in between: the plan carries out the last, which carries out the decision."""


@dataclass(frozen=True, slots=True)
class Heir:
    """An agency that carries on the work of another."""

    agency: str
    label: str
    scope: str | None
    """The part of the work, in words of the registry; ``None`` where it does not say."""


@dataclass(frozen=True, slots=True)
class Orphaned:
    """A task whose agency is gone, and who carries it now."""

    task: str
    title: str
    role: str
    """``led_by`` or ``assigned_to``."""
    agency: str
    label: str
    ended: date
    """Its last day, or that of its province."""
    heirs: tuple[Heir, ...]
    """Everybody who has a share of the body's work; empty where the registry names none."""
    likely: tuple[Heir, ...] = ()
    """Those whose share the words of the task fall under; empty where they fall under nobody's."""
