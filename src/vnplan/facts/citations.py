"""Mentions of other documents, and the distinct documents behind them, as rows."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.facts.kind import SPAN, ColumnType, FactKind, FactRow
from vnplan.models.plan import PlanData

_TEXT, _INTEGER, _DATE = ColumnType.TEXT, ColumnType.INTEGER, ColumnType.DATE


def _citations(plan: PlanData) -> Iterator[FactRow]:
    behind = {mention: reference.id for reference in plan.references for mention in reference.mentions}
    for ordinal, cited in enumerate(plan.citations):
        yield (
            ordinal, behind.get(ordinal), cited.key, str(cited.kind), cited.doc_type, cited.date, cited.issuer,
            cited.title, cited.text, cited.pinpoint, str(cited.zone), cited.parent, cited.relation, cited.cue,
            *cited.span,
        )  # fmt: skip


def _references(plan: PlanData) -> Iterator[FactRow]:
    for ref in plan.references:
        yield (
            ref.id, ref.key, str(ref.kind), ref.doc_type, ref.date, ref.issuer, ref.title, list(ref.relations),
            len(ref.mentions),
        )  # fmt: skip


CITATIONS = FactKind(
    name="citations",
    about="a mention of a document; ``parent`` is the ordinal of the mention in whose title it stands",
    columns={
        "ordinal": _INTEGER, "reference": _TEXT, "key": _TEXT, "kind": _TEXT, "doc_type": _TEXT, "date": _DATE,
        "issuer": _TEXT, "title": _TEXT, "text": _TEXT, "pinpoint": _TEXT, "zone": _TEXT, "parent": _INTEGER,
        "relation": _TEXT, "cue": _TEXT, **SPAN,
    },
    rows=_citations,
)  # fmt: skip
REFERENCES = FactKind(
    name="references",
    about="a distinct cited document",
    columns={
        "reference": _TEXT, "key": _TEXT, "kind": _TEXT, "doc_type": _TEXT, "date": _DATE, "issuer": _TEXT,
        "title": _TEXT, "relations": ColumnType.LIST, "mentions": _INTEGER,
    },
    rows=_references,
)  # fmt: skip
