"""Which part each agency has in a task."""

from __future__ import annotations

from vnplan.models.agency import AgencyRef
from vnplan.models.task import Task


def parts_of(task: Task) -> dict[str, tuple[AgencyRef, str]]:
    """The agencies of a task by name, each with its strongest part: ``lead``, ``assigned`` or ``coordinating``."""
    found: dict[str, tuple[AgencyRef, str]] = {}
    for part, refs in (("lead", task.lead), ("coordinating", task.coordinating), ("assigned", task.assignees)):
        for ref in refs:
            found.setdefault(ref.name, (ref, part))
    return found
