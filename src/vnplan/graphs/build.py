"""One plan -> its graph, from the plan's data alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from vnplan.facts import KINDS
from vnplan.graphs.builder import GraphBuilder, short
from vnplan.graphs.cited_documents import CitedDocuments
from vnplan.graphs.kinds import EdgeKind, NodeKind
from vnplan.graphs.span_index import SpanIndex
from vnplan.graphs.succession import successions
from vnplan.models.base import Span
from vnplan.models.plan import PlanData
from vnplan.models.section import Section, SectionKind
from vnplan.models.task import Task
from vnplan.text.view import View, fold_space

if TYPE_CHECKING:
    import networkx as nx

# Bullets and plain paragraphs are the words of their section, not places that anything refers to.
_WORDS_ONLY = frozenset({SectionKind.BULLET, SectionKind.PARAGRAPH, SectionKind.PREAMBLE})


def to_graph(plan: PlanData, identity: str | None = None) -> nx.MultiDiGraph[str]:
    """The graph of one plan, whose node is ``identity`` or else the plan's own id.

    Nodes carry ``kind`` and ``label``, edges ``kind``; an edge that words of
    the document stand for carries their ``span`` and ``cue`` and the id of the
    ``plan`` whose text the span indexes. Between two nodes there is at most
    one edge of a kind, and its key is the kind (with the plan's id where the
    edge starts at a cited document, as several plans may say the same).
    """
    draft = GraphBuilder(plan, identity)
    _plan(draft)
    sections = _sections(draft)
    cited = CitedDocuments(draft)
    cited.relations()
    bodies = SpanIndex((ref.span, ref) for ref in plan.agencies if ref.span)
    for task in plan.tasks:
        _task(draft, task)
        cited.of_task(task)
        if task.section in sections:
            draft.edge(EdgeKind.IN_SECTION, (draft.task(task), sections[task.section]))
        if event := _event(draft, task):
            words = fold_space(plan.text[event.start : event.end])
            for ref in bodies.within(event):
                draft.edge(EdgeKind.WAITS_FOR, (draft.task(task), draft.agency(ref)), ref.span, words)
            cited.waited_for(task, event, words)
    for kind in KINDS:
        for fact in kind.nodes(plan) if kind.nodes else ():
            draft.fact(kind, fact)
    successions(draft.graph)
    return draft.graph


def _plan(draft: GraphBuilder) -> None:
    plan, header = draft.plan, draft.plan.header
    draft.graph.graph["plans"] = [draft.id]
    key = header.number.key if header.number else None
    draft.node(
        NodeKind.PLAN,
        draft.id,
        short(header.title or key or plan.source.name),
        key=key,
        doc_type=header.doc_type.code if header.doc_type else None,
        date=header.date.isoformat() if header.date else None,
        source=plan.source.name,
        sha256=plan.source.sha256,
        span=header.spans.get("title"),
    )
    if header.issuer:
        draft.edge(EdgeKind.ISSUED_BY, (draft.id, draft.agency(header.issuer)), header.issuer.span)
    if header.province:
        draft.edge(EdgeKind.IN_PROVINCE, (draft.id, draft.province(header.province)), header.spans.get("province"))


def _sections(draft: GraphBuilder) -> dict[str, str]:
    """Add the numbered items; every section's id -> the node of the nearest item that has one."""
    nodes: dict[str, str] = {}
    pending: list[tuple[Section, str]] = [(s, draft.id) for s in reversed(_roots(draft.plan))]
    while pending:
        section, above = pending.pop()
        node = above
        if section.kind not in _WORDS_ONLY:
            label = ". ".join(part for part in (section.label, section.heading) if part)
            node = draft.node(
                NodeKind.SECTION,
                f"{draft.id}#{section.id}",
                short(label or section.id),
                section_kind=str(section.kind),
                section_level=section.level,
                span=section.span,
            )
            draft.edge(EdgeKind.HAS_SECTION, (above, node), section.span)
        if node != draft.id:
            nodes[section.id] = node
        pending.extend((child, node) for child in reversed(section.children))
    return nodes


def _roots(plan: PlanData) -> tuple[Section, ...]:
    return (*plan.sections, *(s for attachment in plan.attachments for s in attachment.sections))


def _task(draft: GraphBuilder, task: Task) -> None:
    frame = task.timeframe
    draft.node(
        NodeKind.TASK,
        draft.task(task),
        short(task.title),
        no=task.no,
        group=task.group,
        mode=str(task.mode),
        time=frame.raw if frame else None,
        time_kind=str(frame.kind) if frame else None,
        start=frame.start.isoformat() if frame and frame.start else None,
        end=frame.end.isoformat() if frame and frame.end else None,
        span=task.span,
    )
    draft.edge(EdgeKind.HAS_TASK, (draft.id, draft.task(task)), task.span)
    roles = (
        (EdgeKind.ASSIGNED_TO, task.assignees),
        (EdgeKind.LED_BY, task.lead),
        (EdgeKind.COORDINATED_BY, task.coordinating),
        (EdgeKind.APPROVED_BY, task.approver),
    )
    for kind, bodies in roles:
        for ref in bodies:
            draft.edge(kind, (draft.task(task), draft.agency(ref)), ref.span)


def _event(draft: GraphBuilder, task: Task) -> Span | None:
    """Where the words of the event stand that a triggered task waits for."""
    wanted = fold_space(task.timeframe.trigger) if task.timeframe and task.timeframe.trigger else ""
    view = View.of(draft.plan.text, [task.span])
    at = view.text.find(wanted) if wanted else -1
    return view.span(at, at + len(wanted)) if at >= 0 else None
