"""One plan held against itself: its duties in prose and the rows of its tables; and how much falls to each body."""

from __future__ import annotations

from vnplan.models.base import Model
from vnplan.models.diagnostic import Diagnostic


class Matched(Model):
    """A duty in prose that a row of a table says too."""

    prose: str
    """Id of the duty."""
    row: str
    """Id of the row's task."""
    score: float
    """Likeness, 0 to 1."""
    leads_agree: bool | None = None
    """Whether an agency leads both; ``None`` where one of them names no lead."""


class Reconciliation(Model):
    """Which work a plan gives in prose, in its tables, and in both. Reports due are left out of account."""

    both: tuple[Matched, ...] = ()
    """In the order of the prose; several duties may be parts of one row."""
    prose_only: tuple[str, ...] = ()
    """Ids of duties that no row says."""
    table_only: tuple[str, ...] = ()
    """Ids of rows that no duty says."""
    diagnostics: tuple[Diagnostic, ...] = ()
    """``lead-conflict`` where prose and table name different leads for one matter."""


class Workload(Model):
    """How much of a plan falls to one body. Every task counts once, in the strongest part that the body has in it."""

    agency: str
    """Canonical name."""
    id: str | None = None
    collective: bool = False
    """True for a group (``Các sở, ban, ngành``): its tasks are its own, not those of its members."""
    lead: int = 0
    assigned: int = 0
    """Addressed without a word of who leads."""
    coordinating: int = 0
    requested: int = 0
    """Of the tasks above, those that are asked, not ordered."""
    tasks: tuple[str, ...] = ()
    """Ids of the tasks counted, in document order; of a matter in prose and in a table, the row."""
