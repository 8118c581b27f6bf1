"""The ways of reading a row of markers as a lattice: which way is best, and how far behind the others are.

One layer for each marker holds the arcs between the states before and behind it.
A pass backward tells for every arc what the cheapest whole reading through it
costs, so that the rivals of each marker are compared over the whole document.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import NamedTuple

from vnplan.grammar.markers.item_markers import Reading
from vnplan.grammar.markers.sequence_costs import Charge
from vnplan.thresholds import CLOSE_CALL

CLOSE = CLOSE_CALL.value
_FAR = 6.0
"""A rival that costs more is none."""
_RIVALS = 2
"""Rivals kept for each marker: with the reading taken, the three best."""


class Choice(NamedTuple):
    """What a candidate turned out to be."""

    reading: Reading
    parent: int | None
    """Index of the candidate that it stands below; ``None`` at the top."""


class Arc(NamedTuple):
    """One way across a layer."""

    source: int
    """State before the marker, by place in its layer."""
    target: int
    """State behind it."""
    choice: Choice | None
    """``None``: the marker is left as prose."""
    charges: tuple[Charge, ...]
    cost: float
    """Sum of the charges."""


class Layer(NamedTuple):
    """One marker: the costs of the states before it, and the arcs; those into a state begin with the cheapest.

    A bullet has no arcs: it leaves every state in its place, and stands below
    ``above[state]``.
    """

    costs: tuple[float, ...]
    arcs: tuple[Arc, ...]
    bullet: Reading | None = None
    above: tuple[int | None, ...] = ()


class Rival(NamedTuple):
    """Another choice, and how much dearer the best whole reading with it is."""

    choice: Choice | None
    margin: float


@dataclass(frozen=True, slots=True)
class Resolution:
    """The best reading of all candidates, with its rivals."""

    choices: tuple[Choice | None, ...]
    charges: tuple[tuple[Charge, ...], ...]
    """What each choice was charged for."""
    rivals: tuple[tuple[Rival, ...], ...]
    """The best other choices for each candidate, cheapest first."""
    close: tuple[int, ...]
    """Candidates where another way parts from the best one at nearly the same cost."""


def best_reading(layers: list[Layer], final: tuple[float, ...]) -> Resolution:
    """Trace the best way back from the cheapest of the ``final`` states, and weigh all others against it."""
    state = min(range(len(final)), key=final.__getitem__)
    best = final[state]
    onward = [0.0] * len(final)
    taken: list[Arc] = []
    rivals: list[tuple[Rival, ...]] = []
    close = []
    for index in range(len(layers) - 1, -1, -1):
        layer = layers[index]
        if layer.bullet:
            taken.append(Arc(state, state, Choice(layer.bullet, layer.above[state]), (), 0.0))
            rivals.append(())
            continue
        arc = next(a for a in layer.arcs if a.target == state)
        found, parting = _weigh(layer, onward, best, arc)
        taken.append(arc)
        rivals.append(found)
        if parting < CLOSE:
            close.append(index)
        onward = _back(layer, onward)
        state = arc.source
    taken.reverse()
    choices, charges = tuple(arc.choice for arc in taken), tuple(arc.charges for arc in taken)
    return Resolution(choices, charges, tuple(reversed(rivals)), tuple(reversed(close)))


def _weigh(layer: Layer, onward: list[float], best: float, taken: Arc) -> tuple[tuple[Rival, ...], float]:
    """The rivals of the arc taken, and the smallest margin of those that part from the best way here."""
    margins: dict[Choice | None, float] = {}
    parting = float("inf")
    for arc in layer.arcs:
        if arc.choice == taken.choice:
            continue
        margin = max(layer.costs[arc.source] + arc.cost + onward[arc.target] - best, 0.0)
        if margin > _FAR:
            continue
        margins[arc.choice] = min(margin, margins.get(arc.choice, margin))
        if arc.source == taken.source:
            parting = min(parting, margin)
    ranked = sorted(margins.items(), key=lambda found: found[1])[:_RIVALS]
    return tuple(Rival(choice, margin) for choice, margin in ranked), parting


def _back(layer: Layer, onward: list[float]) -> list[float]:
    """What the rest of the document costs from each state before the layer."""
    found = [float("inf")] * len(layer.costs)
    for arc in layer.arcs:
        found[arc.source] = min(found[arc.source], arc.cost + onward[arc.target])
    return found
