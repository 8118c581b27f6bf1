"""The ordered table of aspects: what each counts, and which fields answer it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final, NamedTuple

from vnplan.evaluation.aspects import items, work
from vnplan.evaluation.aspects.items import Both
from vnplan.evaluation.aspects.sides import Sides
from vnplan.evaluation.reading import Reading


class Aspect(NamedTuple):
    """One aspect of a document."""

    name: str
    part: str
    """The part of a reading that answers it."""
    items: Callable[[Sides], Both | None]
    """The items of both sides; ``None`` where gold does not have the aspect."""
    field: str | None = None
    """The field of the part's members that answers it; ``None``: the part itself does."""
    placed: bool = False
    """Whether its items stand in a place of the text."""

    def answered(self, reading: Reading) -> bool:
        """Whether the reading says something on it, be it that there is nothing."""
        part = getattr(reading, self.part)
        if part is None or self.field is None:
            return part is not None
        return any(self.field in member.model_fields_set for member in part)


ASPECTS: Final = (
    Aspect("header", "header", items.header, placed=True),
    Aspect("references", "references", items.references),
    Aspect("reference dates", "references", items.reference_dates, "date"),
    Aspect("reference issuers", "references", items.reference_issuers, "issuer"),
    Aspect("basis", "references", items.basis, "basis"),
    Aspect("relations", "references", items.relations, "relations"),
    Aspect("mentions", "citations", items.mentions, placed=True),
    Aspect("agencies", "agencies", items.agencies, placed=True),
    Aspect("outline", "outline", items.outline, placed=True),
    Aspect("table cells", "tables", items.cells, placed=True),
    Aspect("tasks", "tasks", work.tasks, placed=True),
    Aspect("lead", "tasks", work.row_agencies("lead"), "lead"),
    Aspect("coordinating", "tasks", work.row_agencies("coordinating"), "coordinating"),
    Aspect("approver", "tasks", work.row_agencies("approver"), "approver"),
    Aspect("persons", "tasks", work.persons, "persons"),
    Aspect("time", "tasks", work.times, "time_kind"),
    Aspect("outputs", "tasks", work.outputs, "outputs"),
    Aspect("progress", "tasks", work.progress, "progress"),
    Aspect("duties", "duties", work.duties, placed=True),
    Aspect("duty assignees", "duties", work.duty_assignees, "assignees"),
    Aspect("duty times", "duties", work.duty_times, "time_kind"),
    Aspect("targets", "targets", work.targets, placed=True),
    Aspect("amounts", "amounts", work.amounts, placed=True),
    Aspect("assignments", "assignments", work.assignments),
)
