"""The cited documents of one plan in its graph."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import NamedTuple

from vnplan.graphs.builder import GraphBuilder
from vnplan.graphs.kinds import EdgeKind, NodeKind
from vnplan.graphs.span_index import SpanIndex
from vnplan.identity import DocumentName, read_document_id
from vnplan.models.base import Span
from vnplan.models.citation import Citation, Reference, Relation, is_too_early
from vnplan.models.task import Task


class Mention(NamedTuple):
    """A citation with the document behind it."""

    citation: Citation
    reference: Reference


def _possible(relation: Relation, on: date | None, cited: date | None) -> Relation:
    """The relation, or that of a bare mention where the days disprove it (``relation-order`` tells the commonest)."""
    return Relation.CITES if is_too_early(relation, on, cited) else relation


class CitedDocuments:
    """The cited documents of a plan, and what cites them where."""

    def __init__(self, draft: GraphBuilder) -> None:
        self._draft = draft
        plan = draft.plan
        self._behind = {i: ref for ref in plan.references for i in ref.mentions if i < len(plan.citations)}
        self._mentions = SpanIndex(
            (plan.citations[i].span, Mention(plan.citations[i], ref)) for i, ref in self._behind.items()
        )
        self._by_key: dict[str, list[Reference]] = {}
        for reference in plan.references:
            self._by_key.setdefault(reference.key, []).append(reference)

    def node(self, reference: Reference) -> str:
        """The node of a cited document."""
        name = read_document_id(reference.id) or DocumentName(None, None, reference.key)
        return self._draft.node(
            NodeKind.DOCUMENT,
            reference.id,
            reference.key,
            key=reference.key,
            place=name.place,
            year=name.year,
            document_kind=str(reference.kind),
            doc_type=reference.doc_type,
            date=reference.date.isoformat() if reference.date else None,
            issuer=reference.issuer,
            title=reference.title,
        )

    def relations(self) -> None:
        """Draw what the plan itself says of documents, then what a document says in whose title another is cited."""
        draft = self._draft
        on = draft.plan.header.date
        for reference in draft.plan.references:
            node = self.node(reference)
            for relation in reference.relations:
                told = _possible(relation, on, reference.date)
                draft.relation(told, (draft.id, node), self._first(reference.mentions, relation))
        for citation, reference in self._mentions:
            parent = self._behind.get(citation.parent) if citation.parent is not None else None
            if parent is not None and parent.id != reference.id:
                told = _possible(citation.relation, parent.date, reference.date)
                draft.relation(told, (self.node(parent), self.node(reference)), citation)

    def of_task(self, task: Task) -> None:
        """Draw what the words of a task cite, with the relation that they tell."""
        missing = set(task.references)
        for citation, reference in self._mentions.within(task.span):
            if reference.key in missing and citation.parent is None:
                self._draft.relation(citation.relation, (self._draft.task(task), self.node(reference)), citation)
                missing.discard(reference.key)
        for key in task.references:
            named = self._by_key.get(key, ())
            if key in missing and len(named) == 1:
                self._draft.edge(EdgeKind.CITES, (self._draft.task(task), self.node(named[0])))

    def waited_for(self, task: Task, event: Span, words: str) -> None:
        """Draw the documents named in the event that a task waits for."""
        for citation, reference in self._mentions.within(event):
            self._draft.edge(EdgeKind.WAITS_FOR, (self._draft.task(task), self.node(reference)), citation.span, words)

    def _first(self, mentions: Iterable[int], relation: str) -> Citation | None:
        found = (self._draft.plan.citations[i] for i in mentions if i in self._behind)
        return next((c for c in found if c.relation == relation and c.parent is None), None)
