"""The section tree as rows, parents before children."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.facts.kind import SPAN, ColumnType, FactKind, FactRow
from vnplan.models.plan import PlanData
from vnplan.models.section import Section

_TEXT, _INTEGER = ColumnType.TEXT, ColumnType.INTEGER


def _rows(plan: PlanData) -> Iterator[FactRow]:
    pending: list[tuple[Section, str | None, int | None]] = [(s, None, None) for s in reversed(plan.sections)]
    attached = [(s, None, n) for n, a in enumerate(plan.attachments) for s in a.sections]
    pending = [*reversed(attached), *pending]
    ordinal = 0
    while pending:
        section, parent, attachment = pending.pop()
        yield (
            section.id, parent, ordinal, attachment, section.label, str(section.kind), section.level, section.heading,
            section.text, *section.span,
        )  # fmt: skip
        ordinal += 1
        pending.extend((child, section.id, attachment) for child in reversed(section.children))


SECTIONS = FactKind(
    name="sections",
    about="an item of the tree; ``attachment`` counts from 0, empty in the body",
    columns={
        "section": _TEXT, "parent": _TEXT, "ordinal": _INTEGER, "attachment": _INTEGER, "label": _TEXT, "kind": _TEXT,
        "level": _INTEGER, "heading": _TEXT, "text": _TEXT, **SPAN,
    },
    rows=_rows,
)  # fmt: skip
