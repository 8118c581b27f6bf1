"""The cited documents of one plan in its graph."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator

from vnplan.graphs.draft import Draft
from vnplan.graphs.identity import Name, read_document_id
from vnplan.graphs.kinds import EdgeKind, NodeKind
from vnplan.models.base import Span
from vnplan.models.citation import Citation, Reference
from vnplan.models.task import Task


class Cited:
    """The cited documents of a plan and what cites them where."""

    def __init__(self, draft: Draft) -> None:
        self._draft = draft
        plan = draft.plan
        self._citations = plan.citations
        self._reference = {
            index: ref for ref in plan.references for index in ref.mentions if index < len(plan.citations)
        }
        self._order = sorted(self._reference, key=lambda index: plan.citations[index].span)
        self._starts = [plan.citations[index].span.start for index in self._order]

    def node(self, reference: Reference) -> str:
        """The node of a cited document."""
        name = read_document_id(reference.id) or Name(None, None, reference.key)
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
        """Relations of the plan itself, then those that start at a document in whose title another is cited."""
        draft = self._draft
        for reference in draft.plan.references:
            node = self.node(reference)
            for relation in reference.relations:
                said = self._first(reference.mentions, relation)
                draft.edge(relation, (draft.id, node), said.span if said else None, said.cue if said else None)
        for index in self._order:
            citation = self._citations[index]
            parent = self._reference.get(citation.parent) if citation.parent is not None else None
            if parent is not None and parent.id != self._reference[index].id:
                ends = (self.node(parent), self.node(self._reference[index]))
                draft.edge(citation.relation, ends, citation.span, citation.cue)

    def _first(self, mentions: Iterable[int], relation: str) -> Citation | None:
        found = (self._citations[i] for i in mentions if i in self._reference)
        return next((c for c in found if c.relation == relation and c.parent is None), None)

    def of_task(self, task: Task) -> None:
        """What the words of a task cite, with the relation that they tell."""
        keys = set(task.references)
        for citation, reference in self.within(task.span):
            if reference.key in keys and citation.parent is None:
                self._draft.edge(citation.relation, (task.id, self.node(reference)), citation.span, citation.cue)
                keys.discard(reference.key)
        by_key: dict[str, list[Reference]] = {}
        for reference in self._draft.plan.references:
            by_key.setdefault(reference.key, []).append(reference)
        for key in task.references:
            if key in keys and len(by_key.get(key, ())) == 1:
                self._draft.edge(EdgeKind.CITES, (task.id, self.node(by_key[key][0])))

    def within(self, span: Span) -> Iterator[tuple[Citation, Reference]]:
        """The mentions that stand wholly in ``span``, with what they mention."""
        for place in range(bisect_left(self._starts, span.start), bisect_left(self._starts, span.end)):
            index = self._order[place]
            if self._citations[index].span.end <= span.end:
                yield self._citations[index], self._reference[index]
