"""What is expected of every plan in a matter: what the central decision says, else what most plans do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from vnplan.comparing.alignment.likeness import same_lead
from vnplan.comparing.differences import deadlines
from vnplan.matching.agency_fields import is_committees
from vnplan.matching.items import Item
from vnplan.models.task import TimeFrame

_FEWEST = 3
"""Plans that must agree, and be more than half of those that say anything, before others are measured by them."""


@dataclass(frozen=True, slots=True)
class Expected:
    """The measure of one matter; ``None`` where there is none."""

    time: TimeFrame | None
    lead: Item | None
    """A task led as expected."""
    outputs: bool


def expected(own: Sequence[Item], others: Sequence[Sequence[Item]]) -> Expected:
    """The measure by the decision's tasks and those of the other plans, each a list."""
    return Expected(_time(own, others), _lead(own, others), _outputs(own, others))


def _rule(count: int, total: int) -> bool:
    """Whether ``count`` of ``total`` plans are a rule that the others can be measured by."""
    return count >= _FEWEST and count * 2 > total


def _time(own: Sequence[Item], others: Sequence[Sequence[Item]]) -> TimeFrame | None:
    """The time that the decision gives, else the last day or the rhythm that most plans give."""
    said = [frame for item in own if (frame := item.task.timeframe)]
    if said:
        return next((frame for frame in said if deadlines.measure(frame)), None)
    first: dict[object, TimeFrame] = {}
    counts: Counter[object] = Counter()
    for plan in others:
        frames = [frame for item in plan if (frame := item.task.timeframe) and deadlines.measure(frame)]
        for frame in frames[:1]:
            counts[deadlines.measure(frame)] += 1
            first.setdefault(deadlines.measure(frame), frame)
    best = max(first, key=lambda measure: counts[measure], default=None)
    return first[best] if best is not None and _rule(counts[best], len(others)) else None


def _lead(own: Sequence[Item], others: Sequence[Sequence[Item]]) -> Item | None:
    """The field of the decision's ministry, else whom most plans name.

    A decision that gives a matter to the provinces leaves the lead to them; a ministry that has no
    department, so that no plan can follow, is no measure either.
    """
    led = [named for plan in others if (named := [item for item in plan if item.lead])]
    kinds = {(item.lead, item.fields): item for plan in led for item in plan}  # many plans name few agencies
    for item in own:
        given = item.fields and not any(is_committees(name) for name in item.lead)
        if given and any(same_lead(item, other) for other in kinds.values()):
            return item
    agreed = {key: {other for other, one in kinds.items() if same_lead(item, one)} for key, item in kinds.items()}
    counts = {key: sum(any((i.lead, i.fields) in alike for i in plan) for plan in led) for key, alike in agreed.items()}
    best = max(counts, key=lambda key: counts[key], default=None)
    return kinds[best] if best is not None and _rule(counts[best], len(led)) else None


def _outputs(own: Sequence[Item], others: Sequence[Sequence[Item]]) -> bool:
    """Whether the decision names an output, or most plans do."""
    count = sum(any(item.outputs for item in plan) for plan in others)
    return any(item.outputs for item in own) or _rule(count, len(others))
