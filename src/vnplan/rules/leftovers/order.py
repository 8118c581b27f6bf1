"""Relations whose days are impossible: an act that implements, amends or rests on a later one (``relation-order``)."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from vnplan.diagnostics import note
from vnplan.models.base import Span
from vnplan.models.citation import Reference, Relation
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.outline.shapes import Outline
from vnplan.rules.findings import Findings

_LATER = {
    Relation.BASED_ON: "căn cứ",
    Relation.IMPLEMENTS: "thực hiện",
    Relation.AMENDS: "sửa đổi",
    Relation.REPLACES: "thay thế",
    Relation.REPEALS: "bãi bỏ",
    Relation.GUIDES: "hướng dẫn",
    Relation.APPROVES: "phê duyệt",
    Relation.FOLLOWS: "thực hiện theo",
    Relation.CONTINUES: "tiếp tục thực hiện",
}
"""Relations of an act to one that must be there before it, with the Vietnamese verb of the remark."""


class _Act(NamedTuple):
    key: str
    on: date | None


def find(_outline: Outline, known: Findings) -> Findings:
    """One remark on each pair of documents, at the mention that tells the relation."""
    remarks = {(remark.span, remark.values["later"]): remark for remark in _remarks(known)}
    return Findings(remarks=tuple(remarks.values()))


def _remarks(known: Findings) -> Iterator[Diagnostic]:
    behind = {index: reference for reference in known.references for index in reference.mentions}
    own = known.header.number
    plan = _Act(own.key if own else "", known.header.date)
    for index, citation in enumerate(known.citations):
        reference = behind.get(index)
        if reference is None or citation.relation not in _LATER:
            continue
        above = behind.get(citation.parent) if citation.parent is not None else None
        if citation.parent is None:
            # A task may be told to carry out what comes later; only what the plan says of itself is out of order.
            said = plan if citation.relation in reference.relations else None
        else:
            said = _act(above) if above and above.id != reference.id else None
        if said:
            yield from _remark(said, citation.relation, _act(reference), citation.span)


def _act(reference: Reference) -> _Act:
    return _Act(reference.key, reference.date)


def _remark(said: _Act, relation: Relation, cited: _Act, place: Span) -> Iterator[Diagnostic]:
    if said.on is None or cited.on is None or said.on >= cited.on:
        return
    yield note(
        DiagnosticCode.RELATION_ORDER,
        place,
        earlier=said.key,
        on=said.on,
        relation=relation.value,
        relation_vi=_LATER[relation],
        later=cited.key,
        day=cited.on,
    )
