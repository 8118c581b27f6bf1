"""What ``vnplan parse`` shows of a plan: blocks of rows."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vnplan.diagnostics import vietnamese
from vnplan.export.rows import names
from vnplan.facts import KINDS
from vnplan.facts.kind import FactKind
from vnplan.models.plan import PlanData
from vnplan.models.section import Section, SectionKind

Row = tuple[str | int | None, ...]

_NOT_SHOWN = frozenset({SectionKind.BULLET, SectionKind.PARAGRAPH, SectionKind.PREAMBLE})


class Block(NamedTuple):
    """A table with its title."""

    title: str
    headings: tuple[str, ...]
    rows: tuple[Row, ...]


def blocks(plan: PlanData, language: str) -> Iterator[Block]:
    """The blocks that have anything in them."""
    drafts = (
        ("Header", ("Field", "Value"), _header(plan)),
        ("Tasks", ("No", "Task", "Lead", "Coordinating", "Time", "Approver", "Outputs"), _tasks(plan)),
        *(_facts(kind, plan, language) for kind in KINDS if kind.shown),
        ("Citations", ("Document", "Type", "Date", "Issuer", "Relations", "Mentions"), _references(plan)),
        ("Sections", ("Section",), _sections(plan)),
        ("Tables", ("Id", "Role", "Rows", "Columns", "Caption"), _tables(plan)),
        ("Diagnostics", ("Severity", "Code", "Line", "Message"), _diagnostics(plan, language)),
    )
    for title, headings, rows in drafts:
        found = tuple(rows)
        if found:
            yield Block(title, headings, found)


def _header(plan: PlanData) -> Iterator[Row]:
    header = plan.header
    fields: dict[str, object] = {
        "Issuer": header.issuer and header.issuer.name,
        "Parent": header.parent and header.parent.name,
        "Number": header.number and header.number.key,
        "Type": header.doc_type and f"{header.doc_type.name} ({header.doc_type.code})",
        "Title": header.title,
        "Place": header.place,
        "Date": header.date,
        "Province": header.province,
        "Signers": "; ".join(", ".join(part for part in (s.name, s.position) if part) for s in header.signers),
        "Recipients": "; ".join(header.recipients),
        "Archive": header.archive,
    }
    return ((name, str(value)) for name, value in fields.items() if value)


def _tasks(plan: PlanData) -> Iterator[Row]:
    group = None
    for task in plan.tasks:
        if task.group_title and (task.group, task.group_title) != group:
            group = (task.group, task.group_title)
            yield (task.group, task.group_title, None, None, None, None, None)
        yield (
            task.no,
            task.title,
            names(task.lead or task.assignees),
            names(task.coordinating),
            task.timeframe.raw if task.timeframe else None,
            names(task.approver),
            task.outputs_raw or "; ".join(task.outputs),
        )


def _facts(kind: FactKind, plan: PlanData, language: str) -> tuple[str, tuple[str, ...], list[Row]]:
    """A kind of fact as it declares itself to people."""
    places = [list(kind.columns).index(column.column) for column in kind.shown]
    rows = [tuple(row[place] for place in places) for row in kind.rows(plan)]
    return kind.titles[language], tuple(column.headings[language] for column in kind.shown), rows


def _references(plan: PlanData) -> Iterator[Row]:
    for reference in plan.references:
        day = reference.date.isoformat() if reference.date else None
        relations = ", ".join(reference.relations)
        yield (reference.key, reference.doc_type, day, reference.issuer, relations, len(reference.mentions))


def _sections(plan: PlanData) -> Iterator[Row]:
    yield from _tree(plan.sections, 0)
    for attachment in plan.attachments:
        words = ": ".join(part for part in (attachment.label, attachment.title) if part)
        yield (words or str(attachment.kind),)
        yield from _tree(attachment.sections, 1)


def _tree(sections: Iterable[Section], depth: int) -> Iterator[Row]:
    """The items with a number or heading; bullets and paragraphs are what stands in them."""
    pending = [(section, depth) for section in sections][::-1]
    while pending:
        section, level = pending.pop()
        shown = section.kind not in _NOT_SHOWN
        if shown:
            # A line of a usual terminal: 100 columns, the ellipsis among them.
            heading = section.heading if len(section.heading) <= 100 else f"{section.heading[:99]}…"
            yield ("  " * level + ". ".join(part for part in (section.label, heading) if part),)
        pending.extend((child, level + shown) for child in reversed(section.children))


def _tables(plan: PlanData) -> Iterator[Row]:
    for table in plan.tables:
        yield (table.id, str(table.role), len(table.rows), len(table.columns), table.caption)


def _diagnostics(plan: PlanData, language: str) -> Iterator[Row]:
    for found in plan.diagnostics:
        line = plan.text.count("\n", 0, found.span.start) + 1 if found.span else None
        message = vietnamese(found) if language == "vi" else found.message
        yield (str(found.severity), found.code, line, message)
