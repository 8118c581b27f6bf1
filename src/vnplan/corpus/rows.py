"""One plan -> its rows in every table of the corpus."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import Any

from vnplan.facts import KINDS
from vnplan.facts.kind import ends
from vnplan.graphs.build import to_graph
from vnplan.identity import plan_id
from vnplan.models.plan import PlanData
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


def _edges(plan: PlanData) -> Iterator[Row]:
    for source, target, said in to_graph(plan).edges(data=True):
        yield (
            source,
            target,
            said["kind"],
            said.get("cue"),
            said.get("date"),
            said.get("scope"),
            *ends(said.get("span")),
        )


_MAKERS: dict[str, Callable[[PlanData], Iterable[Row]]] = {
    "documents": _documents,
    **{kind.name: kind.rows for kind in KINDS},
    "edges": _edges,
}
