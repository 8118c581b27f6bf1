"""What is expected of a plan in a matter: what the central decision says, else what most plans do."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from vnplan.comparing.bodies import is_committees
from vnplan.comparing.items import Item
from vnplan.comparing.likeness import same_lead

FEWEST = 3
"""Plans that must agree, and be more than half of those that say anything, before others are measured by them."""


def most(count: int, total: int) -> bool:
    """Whether ``count`` of ``total`` plans are a rule that the others can be measured by."""
    return count >= FEWEST and count * 2 > total


def expected_lead(own: Sequence[Item], others: Sequence[Sequence[Item]]) -> Item | None:
    """A task led as expected: by the field of the decision's ministry, else by whom most plans name.

    A decision that gives a matter to the provinces leaves the lead to them; a ministry that has no
    department, so that no plan can follow, is no measure either.
    """
    led = [named for plan in others if (named := [item for item in plan if item.lead])]
    for item in own:
        given = item.fields and not any(is_committees(name) for name in item.lead)
        if given and any(same_lead(item, other) for plan in led for other in plan):
            return item
    best: tuple[int, Item | None] = (0, None)
    for item in (plan[0] for plan in led):
        count = sum(any(same_lead(item, other) for other in plan) for plan in led)
        if count > best[0]:
            best = (count, item)
    return best[1] if most(best[0], len(led)) else None


def expects_outputs(own: Sequence[Item], others: Sequence[Sequence[Item]]) -> bool:
    """Whether the decision names an output, or most plans do."""
    if any(item.outputs for item in own):
        return True
    counts = Counter(any(item.outputs for item in plan) for plan in others)
    return most(counts[True], len(others))
