"""Which marker is what, solved over a whole part: the cheapest way to read all of them.

A state is the stack of open lists. Every marker either continues one of them,
opens a new one below it, or is no marker at all; states with the same stack are one state,
the cheaper way of reaching it is kept, and a close call is remembered. The
beam holds a fixed number of states, so the time is linear in the markers.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import NamedTuple

from vnplan.grammar.markers import Family, Reading
from vnplan.outline import levels

WIDTH = 8
"""States kept. Real documents never need more than five; the rest is for damaged ones."""
BUDGET = 400_000
"""States kept in a whole part: beyond fifty thousand markers, far above any document, the beam narrows."""
CLOSE = 0.6
"""Two ways whose costs differ by less are a close call."""
_HORIZON = 6.0
"""States that cost this much more than the best are dropped."""
_DEPTH = 24
_BULLETS = 4
_LOOK_BACK = 32


@dataclass(frozen=True, slots=True)
class Candidate:
    """A marker in reading order with what its surroundings say."""

    readings: tuple[Reading, ...]
    skip: float
    """Cost of leaving it as prose."""
    accept: float = 0.0
    """Cost of taking it for a marker at all."""
    fresh: bool = False
    """An unnumbered heading stands between this and the marker before."""


@dataclass(frozen=True, slots=True)
class Choice:
    """What a candidate turned out to be."""

    reading: Reading
    parent: int | None
    """Index of the candidate that it stands below; ``None`` at the top."""


@dataclass(frozen=True, slots=True)
class Resolution:
    """The choices by candidate (``None``: no marker) and the candidates where another way costs nearly the same."""

    choices: tuple[Choice | None, ...]
    close: tuple[int, ...]


class _Open:
    """One open list with its current item; lists below it share it."""

    __slots__ = ("depth", "item", "key", "parent", "reading")

    def __init__(self, parent: _Open | None, reading: Reading, item: int) -> None:
        self.parent = parent
        self.reading = reading
        self.item = item
        self.depth: int = parent.depth + 1 if parent else 1
        self.key: tuple[object, ...] = (parent.key if parent else None, reading.style, reading.numbers)


class _Way:
    """One decision and the decisions before it."""

    __slots__ = ("before", "choice", "close", "item")

    def __init__(self, before: _Way | None, item: int, choice: Choice | None) -> None:
        self.before = before
        self.item = item
        self.choice = choice
        self.close: int | None = None
        """Candidate that another way, just as good, reads differently."""


@dataclass(slots=True)
class _State:
    cost: float
    top: _Open | None
    way: _Way | None
    last: dict[object, Reading]
    """The latest item of each style, open or closed: some counts run on through the whole document."""


class _Move(NamedTuple):
    """A way to go on from a state; ``reading`` is ``None`` where the candidate is left as prose."""

    cost: float
    state: _State
    parent: _Open | None
    reading: Reading | None

    @property
    def key(self) -> object:
        """The stack that the move leads to."""
        above = self.parent.key if self.parent else None
        return (above, self.reading.style, self.reading.numbers) if self.reading else above


def resolve(candidates: Iterable[Candidate]) -> Resolution:
    """Read all ``candidates`` together."""
    listed = tuple(candidates)
    width = max(1, min(WIDTH, BUDGET // max(len(listed), 1)))
    states = [_State(0.0, None, None, {})]
    for item, candidate in enumerate(listed):
        if candidate.readings[0].family is Family.BULLET:
            states = [_bullet(state, candidate.readings[0], item) for state in states]
        else:
            bound = states[0].cost + candidate.skip + _HORIZON
            moves = (move for state in states for move in _moves(state, candidate) if move.cost <= bound)
            states = _prune(moves, item, width)
    return _resolution(states, len(listed))


def _moves(state: _State, candidate: Candidate) -> Iterator[_Move]:
    for reading in candidate.readings:
        base = state.cost + candidate.accept + reading.doubt
        used, before = _used(state.top, reading), state.last.get(reading.style)
        closed, mixed = 0.0, 0.0
        above = state.top
        while True:
            if used is None or above is None or above.depth < used.depth:
                cost = levels.opens(above.reading if above else None, reading, before) + closed + mixed
                if above is None or above.depth < _DEPTH:
                    yield _Move(base + cost, state, above, reading)
            if above is None:
                break
            sibling = levels.continues(above.reading, reading, fresh=candidate.fresh)
            if sibling is not None:
                yield _Move(base + sibling, state, above.parent, reading)
            if above.reading.family is not Family.BULLET:
                closed, mixed = closed + levels.POPPED, levels.MIXED
            above = above.parent
    yield _Move(state.cost + candidate.skip, state, state.top, None)


def _used(top: _Open | None, reading: Reading) -> _Open | None:
    """The open list of the same style: a style is never used again below itself."""
    while top and top.reading.style != reading.style:
        top = top.parent
    return top


def _step(move: _Move, item: int) -> _State:
    before = move.state
    if move.reading is None:
        return _State(move.cost, before.top, _Way(before.way, item, None), before.last)
    choice = Choice(move.reading, move.parent.item if move.parent else None)
    last = {**before.last, move.reading.style: move.reading}
    return _State(move.cost, _Open(move.parent, move.reading, item), _Way(before.way, item, choice), last)


def _bullet(state: _State, reading: Reading, item: int) -> _State:
    top, same, depth = state.top, state.top, 0
    while same and same.reading.family is Family.BULLET and same.reading.word != reading.word:
        same, depth = same.parent, depth + 1
    if same and same.reading.family is Family.BULLET:
        parent = same.parent
    else:
        parent = top.parent if top and depth >= _BULLETS else top
    return _step(_Move(state.cost, state, parent, reading), item)


def _prune(moves: Iterable[_Move], item: int, width: int) -> list[_State]:
    """Take the cheapest moves, one for each stack that they lead to."""
    best: dict[object, _Move] = {}
    rivals: dict[object, _Move] = {}
    for move in moves:
        key = move.key
        held = best.get(key)
        if held is None:
            best[key] = move
            continue
        best[key], rivals[key] = (move, held) if move.cost < held.cost else (held, move)
    ranked = sorted(best.items(), key=lambda found: found[1].cost)[:width]
    states = []
    for key, move in ranked:
        if move.cost > ranked[0][1].cost + _HORIZON:
            break
        state = _step(move, item)
        rival = rivals.get(key)
        if rival is not None and rival.cost - move.cost < CLOSE and state.way:
            state.way.close = _parting(state.way, _step(rival, item).way)
        states.append(state)
    return states


def _parting(a: _Way | None, b: _Way | None) -> int | None:
    """First candidate that two ways of equal length read differently, looked for among the last few."""
    found = None
    for _ in range(_LOOK_BACK):
        if a is b or a is None or b is None:
            break
        if a.choice != b.choice:
            found = a.item
        a, b = a.before, b.before
    return found


def _resolution(states: list[_State], count: int) -> Resolution:
    close: set[int] = set()
    way = states[0].way
    if len(states) > 1 and states[1].cost - states[0].cost < CLOSE:
        parting = _parting(way, states[1].way)
        close |= {parting} if parting is not None else set()
    choices: list[Choice | None] = [None] * count
    while way:
        choices[way.item] = way.choice
        if way.close is not None:
            close.add(way.close)
        way = way.before
    return Resolution(tuple(choices), tuple(sorted(close)))
