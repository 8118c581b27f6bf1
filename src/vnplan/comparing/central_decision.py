"""Which of several plans is the decision that the others carry out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vnplan.identity import DocumentName, read_document_id
from vnplan.models.plan import PlanData
from vnplan.text.fold import slug


def find_central(plans: Sequence[PlanData]) -> int | None:
    """Index of the plan with tasks that most of the others cite; ``None`` where none is cited by half of them."""
    cited: Counter[int] = Counter()
    names = [_name(plan) for plan in plans]
    for index, plan in enumerate(plans):
        read = {name for reference in plan.references if (name := read_document_id(reference.id))}
        cited.update(i for i, own in enumerate(names) if i != index and own and any(_meets(own, n) for n in read))
    if not cited:
        return None
    index, times = min(cited.items(), key=lambda pair: (-pair[1], pair[0]))
    return index if times * 2 >= len(plans) - 1 and plans[index].tasks else None


def _name(plan: PlanData) -> DocumentName | None:
    header = plan.header
    if header.number is None:
        return None
    place = slug(header.province) if header.province else None
    return DocumentName(place, header.date.year if header.date else None, header.number.key)


def _meets(own: DocumentName, cited: DocumentName) -> bool:
    """The same number and place, and no other year where both tell one."""
    return (
        own.key == cited.key and own.place == cited.place and (own.year == cited.year or None in (own.year, cited.year))
    )
