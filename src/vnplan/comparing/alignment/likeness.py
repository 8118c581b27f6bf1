"""How alike a task and a matter are: words first, then who leads, where it stands and what comes of it."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from vnplan.matching.agency_fields import is_provinces
from vnplan.matching.items import Item, Weights, cosine

# Shares of one, fitted to the labelled pairs of the specimens and of the gold pack: benchmarks/fit_matters.py.
_LEAD, _OUTPUTS, _GROUP, _CITED = 0.17, 0.08, 0.02, 0.06
_DUTY = 0.2
"""Of the lead among duties in the text: their words are often the same, whom they address tells them apart."""


def likeness(item: Item, members: Sequence[Item], words: float) -> float:
    """0 to 1. What only one side tells (an output, a group) neither speaks for nor against."""
    score = words
    lead = _lead(item, members)
    duties = not item.in_table and not any(member.in_table for member in members)
    if lead or not (_passed_on(item) or any(_passed_on(member) for member in members)):
        score += _DUTY * (lead - 0.5) if duties else _LEAD * (lead - 0.3)
    score += _OUTPUTS * _aspect_likeness(item, members, lambda i: i.outputs)
    score += _GROUP * _aspect_likeness(item, members, lambda i: i.group)
    if item.cited and any(item.cited & member.cited for member in members):
        score += _CITED
    return max(0.0, min(1.0, score))


def _lead(item: Item, members: Sequence[Item]) -> float:
    """1 for the same agency, a part for the same field of work, 0 where no member is led so."""
    return max((same_lead(item, member) for member in members), default=0.0)


def _passed_on(item: Item) -> bool:
    """Whether the provinces are to do it: each gives it to an agency of its own, which then tells nothing."""
    return any(is_provinces(name) for name in item.lead)


def same_lead(one: Item, other: Item) -> float:
    """1 for the same body or its heir, 0.8 for an agency of the same field, else 0."""
    if one.lead & other.lead:
        return 1.0
    return 0.8 if one.fields & other.fields else 0.0


def _aspect_likeness(item: Item, members: Sequence[Item], aspect: Callable[[Item], Weights]) -> float:
    """Likeness of one aspect, from -0.5 (all different) to 1; 0 where one side does not tell it."""
    mine = aspect(item)
    theirs = [told for member in members if (told := aspect(member))]
    if not mine or not theirs:
        return 0.0
    best = max(cosine(mine, told) for told in theirs)
    return best if best > 0 else -0.5
