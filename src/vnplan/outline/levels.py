"""What it costs to take a marker for the next item of an open list, or for the first item of a new one.

Costs are in one unit, the price of an ordinary new list. They were set by
hand so that one slip of a typist (a number passed over, a number twice) costs
less than leaving the item unread, and two slips at once cost more.
"""

from __future__ import annotations

from vnplan.grammar import ordinals
from vnplan.grammar.markers import Family, Reading

# The usual ladder of plans (domain 1.5). A child whose rank is not below its parent's is unusual, not impossible.
_RANK = {
    Family.PART: 0,
    Family.CHAPTER: 1,
    Family.SECTION: 2,
    Family.SUBSECTION: 3,
    Family.ARTICLE: 4,
    Family.UPPER: 5,
    Family.ROMAN: 6,
    Family.CLAUSE: 7,
    Family.ARABIC: 7,
    Family.DECIMAL: 8,
    Family.POINT: 11,
    Family.LETTER: 11,
    Family.SMALL_ROMAN: 12,
}
_NAMED_ANYWHERE = 7.5
_INNER_MARKS = {")": 3, "()": 5, "keycap": 3}  # `1)` stands below `1.1.`, `(1)` below `a)`

NEW_LIST = 1.0
LATE_START = 3.0
"""A list that begins with another number than its first."""
RUNS_ON = 0.7
"""... because it counts on from the list before."""
INVERTED = 3.0
POPPED = 0.7
"""Each open numbered list that a new one closes."""
MIXED = 2.0
"""A second kind of list directly below an item that had another kind."""
UNDER_BULLET = 1.6
GAP = 1.5
REPEAT = 3.0
RESTART = 3.5
BACKWARDS = 6.0
OTHER_MARK = 1.5
"""`1.` followed by `2)`."""
FOREIGN_PREFIX = 2.5
"""`2.1.` below item 3."""


def rank(reading: Reading) -> float:
    """Usual depth of a style; higher is deeper."""
    if reading.family is Family.NAMED:
        return _NAMED_ANYWHERE
    base = _RANK[reading.family]
    if reading.family is Family.ARABIC:
        return base + _INNER_MARKS.get(reading.mark, 0)
    if reading.family is Family.DECIMAL:
        return base + 0.1 * len(reading.numbers)
    if reading.mark == "()":
        return base + 2
    return base


def continues(before: Reading, after: Reading, *, fresh: bool) -> float | None:
    """Cost of ``after`` as the sibling behind ``before``; ``None`` if they cannot be siblings.

    ``fresh`` tells that an unnumbered heading stands between, so that the count may begin anew.
    """
    if before.family is not after.family or len(before.numbers) != len(after.numbers) or before.word != after.word:
        return None
    slip = 0.0 if before.mark == after.mark else OTHER_MARK
    if before.numbers[:-1] != after.numbers[:-1]:
        return slip + FOREIGN_PREFIX + (0.0 if after.first else LATE_START)
    step = steps(before, after)
    if step == 1:
        return slip
    if step > 1:
        return slip + min(GAP + 0.5 * step, BACKWARDS)
    if after.first:
        return slip + (NEW_LIST if fresh else RESTART)
    return slip + (REPEAT if step == 0 else BACKWARDS)


def steps(before: Reading, after: Reading) -> int:
    """How far ``after`` is behind ``before`` in their count."""
    a, b = before.numbers[-1], after.numbers[-1]
    if before.family in {Family.LETTER, Family.UPPER, Family.POINT}:
        return ordinals.letter_steps(a, b)
    if before.family in {Family.ARABIC, Family.DECIMAL, Family.ARTICLE, Family.CLAUSE, Family.NAMED}:
        return ordinals.arabic_steps(a, b)
    return b - a


def opens(parent: Reading | None, child: Reading, before: Reading | None = None) -> float:
    """Cost of ``child`` as the first item of a new list below ``parent`` (``None``: at the top).

    ``before`` is the latest item of the same style anywhere: Điều 5 may open
    Chương II because Điều 4 closed Chương I.
    """
    if child.family is Family.DECIMAL:
        return _opens_decimal(parent, child)
    cost = NEW_LIST + _start(child, before)
    if parent is None:
        return cost
    if parent.family is Family.BULLET:
        return cost + UNDER_BULLET
    if Family.NAMED not in (parent.family, child.family) and rank(child) <= rank(parent):
        cost += INVERTED
    return cost


def _start(child: Reading, before: Reading | None) -> float:
    if child.first:
        return 0.0
    if before is not None and steps(before, child) == 1:
        return 0.0 if child.family is Family.ARTICLE else RUNS_ON
    return LATE_START + 0.3 * min(_count(child), 10)


def _opens_decimal(parent: Reading | None, child: Reading) -> float:
    late = 0.0 if child.first else 1.0
    prefix = child.numbers[:-1]
    if parent is None or parent.family is Family.BULLET:
        return NEW_LIST + late + (1.0 if prefix[-1] == ordinals.SUFFIX else FOREIGN_PREFIX)
    own = tuple(n * ordinals.SUFFIX for n in parent.numbers) if parent.family is Family.ROMAN else parent.numbers
    if own == prefix:
        return 0.5 + late
    if rank(child) <= rank(parent):
        return NEW_LIST + INVERTED + late + FOREIGN_PREFIX
    return NEW_LIST + late + FOREIGN_PREFIX


def _count(reading: Reading) -> int:
    last = reading.numbers[-1]
    return last // ordinals.SUFFIX if last >= ordinals.SUFFIX else last
