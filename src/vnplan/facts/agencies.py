"""The agencies that a plan names, each once, as rows."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from vnplan.facts.kind import ColumnType, FactKind, FactRow
from vnplan.facts.tasks import roles
from vnplan.identity import agency_id, home_of
from vnplan.models.agency import AgencyRef
from vnplan.models.plan import PlanData

_TEXT = ColumnType.TEXT


def _rows(plan: PlanData) -> Iterator[FactRow]:
    named = [*plan.agencies, *(ref for task in plan.tasks for _, refs in roles(task) for ref in refs)]
    if plan.header.issuer:
        named.insert(0, plan.header.issuer)
    first: dict[str, AgencyRef] = {}
    for ref in named:
        first.setdefault(_identity(plan, ref), ref)
    mentions = Counter(_identity(plan, ref) for ref in plan.agencies)
    for identity, ref in first.items():
        yield (
            identity, ref.name, ref.kind, ref.level, home_of(ref, plan.header), ref.collective, ref.id is not None,
            mentions[identity],
        )  # fmt: skip


def _identity(plan: PlanData, ref: AgencyRef) -> str:
    return agency_id(ref, home_of(ref, plan.header))


AGENCIES = FactKind(
    name="agencies",
    about="an agency that a document names",
    columns={
        "agency": _TEXT, "name": _TEXT, "kind": _TEXT, "level": _TEXT, "province": _TEXT,
        "collective": ColumnType.TRUTH, "registered": ColumnType.TRUTH, "mentions": ColumnType.INTEGER,
    },
    rows=_rows,
)  # fmt: skip
