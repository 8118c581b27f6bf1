"""The kinds of fact of a plan, each declared once: what a row is, how people see it, how the graph holds it.

Frames, spreadsheets, CSV, the report, the terminal, the graph and the tables of
a corpus are made from :data:`KINDS`; a new kind is one file and one line here.
"""

from __future__ import annotations

from typing import Final

from vnplan.facts.agencies import AGENCIES
from vnplan.facts.budgets import BUDGETS
from vnplan.facts.citations import CITATIONS, REFERENCES
from vnplan.facts.diagnostics import DIAGNOSTICS
from vnplan.facts.kind import FactKind
from vnplan.facts.sections import SECTIONS
from vnplan.facts.targets import TARGETS
from vnplan.facts.tasks import TASK_AGENCIES, TASKS

KINDS: Final[tuple[FactKind, ...]] = (
    SECTIONS,
    CITATIONS,
    REFERENCES,
    TASKS,
    TASK_AGENCIES,
    AGENCIES,
    TARGETS,
    BUDGETS,
    DIAGNOSTICS,
)


def kind_named(name: str) -> FactKind:
    """The kind of that name.

    Raises:
        ValueError: there is none; the message lists those that there are.

    """
    found = next((kind for kind in KINDS if kind.name == name), None)
    if found is None:
        msg = f"no kind of fact is called {name!r}; known are {', '.join(kind.name for kind in KINDS)}"
        raise ValueError(msg)
    return found
