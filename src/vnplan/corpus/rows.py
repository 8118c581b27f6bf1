"""One plan -> its rows in every table of the corpus."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from vnplan.graphs.build import to_graph
from vnplan.graphs.builder import agency_id
from vnplan.identity import plan_id
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.plan import PlanData
from vnplan.models.section import Section
from vnplan.models.task import Task
from vnplan.version import __version__

Row = tuple[Any, ...]
Rows = dict[str, list[Row]]
"""Table -> rows, values in the order of the table's columns."""


def plan_rows(plan: PlanData) -> Rows:
    """The rows of one plan; ``files`` is the builder's own."""
    document = plan.source.sha256
    return {name: [(document, *row) for row in make(plan)] for name, make in _MAKERS.items()}


def _documents(plan: PlanData) -> Iterator[Row]:
    header, source = plan.header, plan.source
    signer = header.signers[0] if header.signers else None
    yield (
        plan_id(header, source.sha256), plan.schema_version, __version__, source.name, source.media_type,
        source.reader, source.pages, source.chars, header.number.key if header.number else None,
        header.doc_type.code if header.doc_type else None, header.title,
        header.issuer.name if header.issuer else None, header.issuer.id if header.issuer else None,
        header.province, header.place, header.date, header.date.year if header.date else None,
        signer.name if signer else None, signer.position if signer else None, header.archive, plan.text,
    )  # fmt: skip


def _sections(plan: PlanData) -> Iterator[Row]:
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


def _citations(plan: PlanData) -> Iterator[Row]:
    behind = {mention: reference.id for reference in plan.references for mention in reference.mentions}
    for ordinal, cited in enumerate(plan.citations):
        yield (
            ordinal, behind.get(ordinal), cited.key, str(cited.kind), cited.doc_type, cited.date, cited.issuer,
            cited.title, cited.text, cited.pinpoint, str(cited.zone), cited.parent, cited.relation, cited.cue,
            *cited.span,
        )  # fmt: skip


def _references(plan: PlanData) -> Iterator[Row]:
    for ref in plan.references:
        yield (
            ref.id, ref.key, str(ref.kind), ref.doc_type, ref.date, ref.issuer, ref.title, list(ref.relations),
            len(ref.mentions),
        )  # fmt: skip


def _tasks(plan: PlanData) -> Iterator[Row]:
    for ordinal, task in enumerate(plan.tasks):
        frame = task.timeframe
        times = (
            (frame.raw, str(frame.kind), frame.start, frame.end, frame.recurrence, frame.trigger)
            if frame
            else (None,) * 6
        )
        yield (
            task.id, ordinal, str(task.origin), str(task.zone), str(task.mode), task.no, task.group, task.group_title,
            task.title, *times, task.outputs_raw or "; ".join(task.outputs) or None, task.budget, task.note,
            list(task.references), task.section, task.table, *task.span,
        )  # fmt: skip


def _task_agencies(plan: PlanData) -> Iterator[Row]:
    for task in plan.tasks:
        for role, bodies in _roles(task):
            for ordinal, body in enumerate(bodies):
                yield (task.id, role, ordinal, _identity(plan, body), body.name, body.raw, *_ends(body.span))


def _roles(task: Task) -> Iterable[tuple[str, tuple[AgencyRef, ...]]]:
    return (
        ("assignee", task.assignees),
        ("lead", task.lead),
        ("coordinating", task.coordinating),
        ("approver", task.approver),
    )


def _agencies(plan: PlanData) -> Iterator[Row]:
    named = [*plan.agencies, *(body for task in plan.tasks for _, bodies in _roles(task) for body in bodies)]
    if plan.header.issuer:
        named.insert(0, plan.header.issuer)
    first: dict[str, AgencyRef] = {}
    for body in named:
        first.setdefault(_identity(plan, body), body)
    mentions = Counter(_identity(plan, body) for body in plan.agencies)
    for identity, body in first.items():
        yield (
            identity, body.name, body.kind, body.level, _province(plan, body), body.collective, body.id is not None,
            mentions[identity],
        )  # fmt: skip


def _identity(plan: PlanData, body: AgencyRef) -> str:
    return agency_id(body, _province(plan, body))


def _province(plan: PlanData, body: AgencyRef) -> str | None:
    """As in the graph: a body without province is of the plan's, unless it is central."""
    return body.province or (None if body.level == "central" else plan.header.province)


def _edges(plan: PlanData) -> Iterator[Row]:
    for source, target, said in to_graph(plan).edges(data=True):
        ends = _ends(said.get("span"))
        yield (source, target, said["kind"], said.get("cue"), said.get("date"), said.get("scope"), *ends)


def _diagnostics(plan: PlanData) -> Iterator[Row]:
    for remark in plan.diagnostics:
        yield (remark.code, str(remark.severity), remark.message, *_ends(remark.span))


def _ends(span: Span | None) -> tuple[int | None, int | None]:
    return (span[0], span[1]) if span else (None, None)


_MAKERS: dict[str, Callable[[PlanData], Iterator[Row]]] = {
    "documents": _documents,
    "sections": _sections,
    "citations": _citations,
    "references": _references,
    "tasks": _tasks,
    "task_agencies": _task_agencies,
    "agencies": _agencies,
    "edges": _edges,
    "diagnostics": _diagnostics,
}
