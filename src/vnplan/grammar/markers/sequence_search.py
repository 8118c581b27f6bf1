"""Which marker is what, solved over a whole part: the cheapest way to read all of them.

A state is the stack of open lists. Every marker either continues one of them,
opens a new one below it, or is no marker at all; states with the same stack are one state.
The beam holds a fixed number of states, so the time is linear in the markers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from vnplan.grammar.markers import costs, sequence_costs
from vnplan.grammar.markers.item_markers import Family, Reading
from vnplan.grammar.markers.sequence_costs import Charge, Rule
from vnplan.grammar.markers.sequence_paths import Arc, Choice, Layer, Resolution, best_reading

WIDTH = 8
"""States kept. Real documents never need more than five; the rest is for damaged ones."""
BUDGET = 400_000
"""States kept in a whole part: beyond fifty thousand markers, far above any document, the beam narrows."""
_HORIZON = 5.0
"""Price by which a state may be dearer than the best. Of 179 files none was ever read best from one dearer by 0.6."""
_DEPTH = 16
"""Open lists above each other. Seven are the most in 179 files; the rest is for damaged text."""
_BULLETS = 4
"""Bullets below each other: `-`, `+`, `*` and one more; a fifth sign is a slip for one of them."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A marker in reading order with what its surroundings say."""

    readings: tuple[Reading, ...]
    skip: float
    """Cost of leaving it as prose."""
    accept: tuple[Charge, ...] = ()
    """What it costs to take it for a marker at all."""
    fresh: bool = False
    """An unnumbered heading stands between this and the marker before."""


class _Open:
    """One open list with its current item; lists below it share it."""

    __slots__ = ("depth", "item", "key", "parent", "reading")

    def __init__(self, parent: _Open | None, reading: Reading, item: int) -> None:
        self.parent = parent
        self.reading = reading
        self.item = item
        self.depth: int = parent.depth + 1 if parent else 1
        self.key: tuple[object, ...] = (parent.key if parent else None, reading.style, reading.numbers)


@dataclass(slots=True)
class _State:
    cost: float
    top: _Open | None
    last: dict[object, _Open]
    """The latest item of each style, open or closed: some counts run on through the whole document."""
    place: int = 0
    """Among the states of its layer."""


class _Move(NamedTuple):
    """A way to go on from a state; ``reading`` is ``None`` where the candidate is left as prose."""

    cost: float
    """Of the whole way so far."""
    state: _State
    parent: _Open | None
    reading: Reading | None
    charges: tuple[Charge, ...]

    @property
    def key(self) -> object:
        """The stack that the move leads to."""
        above = self.parent.key if self.parent else None
        return (above, self.reading.style, self.reading.numbers) if self.reading else above


def resolve(candidates: Iterable[Candidate]) -> Resolution:
    """Read all ``candidates`` together."""
    listed = tuple(candidates)
    width = max(1, min(WIDTH, BUDGET // max(len(listed), 1)))
    states = [_State(0.0, None, {})]
    layers = []
    for item, candidate in enumerate(listed):
        costs = tuple(state.cost for state in states)
        if candidate.readings[0].family is Family.BULLET:
            moves = [_bullet(state, candidate.readings[0]) for state in states]
            above = tuple(move.parent.item if move.parent else None for move in moves)
            layers.append(Layer(costs, (), candidate.readings[0], above))
            states = [_step(move, item) for move in moves]
        else:
            bound = costs[0] + candidate.skip + _HORIZON
            found = (move for state in states for move in _moves(state, candidate) if move.cost <= bound)
            states, arcs = _prune(found, item, width)
            layers.append(Layer(costs, tuple(arcs)))
        for place, state in enumerate(states):
            state.place = place
    return best_reading(layers, tuple(state.cost for state in states))


def _moves(state: _State, candidate: Candidate) -> Iterator[_Move]:
    for reading in candidate.readings:
        base = candidate.accept if not reading.doubt else (*candidate.accept, (Rule.DOUBTFUL, reading.doubt))
        before = state.last.get(reading.style)
        for parent, charges in _places(state.top, reading, before, fresh=candidate.fresh):
            every = (*base, *charges)
            yield _Move(state.cost + _sum(every), state, parent, reading, every)
    charge = (Rule.PROSE, candidate.skip)
    yield _Move(state.cost + candidate.skip, state, state.top, None, (charge,))


def _places(
    top: _Open | None, reading: Reading, before: _Open | None, *, fresh: bool
) -> Iterator[tuple[_Open | None, tuple[Charge, ...]]]:
    """Everywhere that ``reading`` may stand below the open lists: the item above it, and the charges."""
    used = _used(top, reading)
    habit = before.parent.reading.style if before and before.parent else None
    latest = before.reading if before else None
    closed: tuple[Charge, ...] = ()
    mixed: tuple[Charge, ...] = ()
    above = top
    popped = (Rule.CLOSES, costs.COSTS.closes_list)
    second = ((Rule.MIXED, costs.COSTS.second_kind),)
    while True:
        if used is None or above is None or above.depth < used.depth:
            usual = above is not None and above.reading.style == habit
            opened = sequence_costs.opens(above.reading if above else None, reading, latest, usual=usual)
            if above is None or above.depth < _DEPTH:
                yield above, (*opened, *closed, *mixed)
        if above is None:
            return
        sibling = sequence_costs.continues(above.reading, reading, fresh=fresh)
        if sibling is not None:
            yield above.parent, sibling
        if above.reading.family is not Family.BULLET:
            closed, mixed = (*closed, popped), second
        above = above.parent


def _sum(charges: tuple[Charge, ...]) -> float:
    total = 0.0
    for _, cost in charges:
        total += cost
    return total


def _used(top: _Open | None, reading: Reading) -> _Open | None:
    """The open list of the same style: a style is never used again below itself."""
    while top and top.reading.style != reading.style:
        top = top.parent
    return top


def _step(move: _Move, item: int) -> _State:
    before = move.state
    if move.reading is None:
        return _State(move.cost, before.top, before.last)
    top = _Open(move.parent, move.reading, item)
    last = before.last
    if move.reading.family is not Family.BULLET:
        last = {**last, move.reading.style: top}
    return _State(move.cost, top, last)


def _arc(move: _Move, target: int) -> Arc:
    choice = Choice(move.reading, move.parent.item if move.parent else None) if move.reading else None
    return Arc(move.state.place, target, choice, move.charges, move.cost - move.state.cost)


def _bullet(state: _State, reading: Reading) -> _Move:
    top, same, depth = state.top, state.top, 0
    while same and same.reading.family is Family.BULLET and same.reading.word != reading.word:
        same, depth = same.parent, depth + 1
    if same and same.reading.family is Family.BULLET:
        parent = same.parent
    else:
        parent = top.parent if top and depth >= _BULLETS else top
    return _Move(state.cost, state, parent, reading, ())


def _prune(moves: Iterable[_Move], item: int, width: int) -> tuple[list[_State], list[Arc]]:
    """The cheapest moves, one state for each stack that they lead to; the arcs into a state begin with the cheapest."""
    by_stack: dict[object, list[_Move]] = {}
    for move in sorted(moves, key=lambda m: m.cost):
        by_stack.setdefault(move.key, []).append(move)
    states: list[_State] = []
    arcs: list[Arc] = []
    bound = None
    for group in by_stack.values():  # in the order of their cheapest moves
        bound = group[0].cost + _HORIZON if bound is None else bound
        if len(states) == width or group[0].cost > bound:
            break
        arcs += [_arc(move, len(states)) for move in group if move.cost <= bound]
        states.append(_step(group[0], item))
    return states, arcs
