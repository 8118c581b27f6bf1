"""What it costs to take a marker for the next item of an open list, or for the first item of a new one.

Costs are in one unit, the price of an ordinary new list; :mod:`vnplan.grammar.markers.costs`
holds them. Every cost is charged by a named rule, so that a reading can be explained.
"""

from __future__ import annotations

from enum import StrEnum

from vnplan.grammar.markers import costs, ordinals
from vnplan.grammar.markers.item_markers import Family, Reading


class Rule(StrEnum):
    """Why a marker is, or is not, an item at its place."""

    NEXT = "next-number"
    OTHER_MARK = "other-mark"  # `1.` followed by `2)`
    OTHER_PREFIX = "other-prefix"  # `2.1.` below item 3
    SKIPPED = "number-passed-over"
    REPEATED = "number-repeated"
    BACKWARDS = "number-backwards"
    RESTARTS = "count-restarts"
    NEW_LIST = "new-list"
    OWN_PREFIX = "repeats-parent-number"  # `2.1.` below item 2
    LATE_START = "late-start"  # a list that begins with another number than its first
    RUNS_ON = "counts-on"  # ... because it counts on from the list before: Điều 5 opens Chương II
    INVERTED = "unusual-order"
    UNDER_BULLET = "below-bullet"
    CLOSES = "closes-lists"
    MIXED = "second-kind-of-list"
    DOUBTFUL = "unusual-reading"
    AFTER_COMMA = "after-comma"
    CUT_OFF = "sentence-cut-off"
    INSIDE_LINE = "inside-line"
    KEYWORD = "keyword"
    SET_OFF = "set-off"
    GENERATED = "automatic-number"
    UNDER_TITLE = "below-unnumbered-title"
    PROSE = "left-as-prose"


Charge = tuple[Rule, float]
"""A rule that fired and what it costs."""

# The usual ladder of plans (docs/domain.md, 1.5): places in an order, not amounts.
# A child whose rank is not below its parent's is unusual, not impossible.
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
_NAMED_ANYWHERE = 7.5  # between clauses and decimals, where named items mostly stand
_INNER_MARKS = {")": 3, "()": 5, "keycap": 3}
"""Steps down the ladder for a mark: `1)` stands below `1.1.`, `(1)` below `a)`."""
_IN_BRACKETS = 2
"""... for `(a)`, which stands below `a)` and `1)`."""
_PER_PART = 0.1
"""Step down the ladder for each part of a decimal number: six at most, less than a step between styles."""
_MOST_COUNTED = 10
"""Numbers that a late start is charged for: then it is as dear as a count that goes backwards."""

_NEXT: tuple[Charge, ...] = ((Rule.NEXT, 0.0),)


def rank(reading: Reading) -> float:
    """Usual depth of a style; higher is deeper."""
    if reading.family is Family.NAMED:
        return _NAMED_ANYWHERE
    base = _RANK[reading.family]
    if reading.family is Family.ARABIC:
        return base + _INNER_MARKS.get(reading.mark, 0)
    if reading.family is Family.DECIMAL:
        return base + _PER_PART * len(reading.numbers)
    if reading.mark == "()":
        return base + _IN_BRACKETS
    return base


def continues(before: Reading, after: Reading, *, fresh: bool) -> tuple[Charge, ...] | None:
    """What ``after`` costs as the sibling behind ``before``; ``None`` if they cannot be siblings.

    ``fresh`` tells that an unnumbered heading stands between, so that the count may begin anew.
    """
    if before.family is not after.family or len(before.numbers) != len(after.numbers) or before.word != after.word:
        return None
    known = costs.COSTS
    slip: tuple[Charge, ...] = () if before.mark == after.mark else ((Rule.OTHER_MARK, known.other_mark),)
    if before.numbers[:-1] != after.numbers[:-1]:
        late: tuple[Charge, ...] = () if after.first else ((Rule.LATE_START, known.late_start),)
        return (*slip, (Rule.OTHER_PREFIX, known.other_prefix), *late)
    step = steps(before, after)
    if step == 1:
        return (*slip, *_NEXT)
    if step > 1:
        return (*slip, (Rule.SKIPPED, min(known.passed_over + known.passed_over_each * step, known.backwards)))
    if after.first:
        return (*slip, (Rule.UNDER_TITLE, known.new_list) if fresh else (Rule.RESTARTS, known.restarts))
    return (*slip, (Rule.REPEATED, known.repeated) if step == 0 else (Rule.BACKWARDS, known.backwards))


def steps(before: Reading, after: Reading) -> int:
    """How far ``after`` is behind ``before`` in their count."""
    a, b = before.numbers[-1], after.numbers[-1]
    if before.family in {Family.LETTER, Family.UPPER, Family.POINT}:
        return ordinals.letter_steps(a, b)
    if before.family in {Family.ARABIC, Family.DECIMAL, Family.ARTICLE, Family.CLAUSE, Family.NAMED}:
        return ordinals.arabic_steps(a, b)
    return b - a


def opens(
    parent: Reading | None, child: Reading, before: Reading | None = None, *, usual: bool = False
) -> tuple[Charge, ...]:
    """What ``child`` costs as the first item of a new list below ``parent`` (``None``: at the top).

    ``before`` is the latest item of the same style anywhere: Điều 5 may open
    Chương II because Điều 4 closed Chương I. ``usual`` tells that this document
    put the style below that of ``parent`` before, whatever other plans do.
    """
    if child.family is Family.DECIMAL:
        return _opens_decimal(parent, child)
    known = costs.COSTS
    charges = [(Rule.NEW_LIST, known.new_list), *_start(child, before)]
    if parent is None:
        return tuple(charges)
    if parent.family is Family.BULLET:
        charges.append((Rule.UNDER_BULLET, known.under_bullet))
    elif not usual and not _anywhere(parent, child) and rank(child) <= rank(parent):
        charges.append((Rule.INVERTED, known.inverted))
    return tuple(charges)


def _anywhere(parent: Reading, child: Reading) -> bool:
    """Named items (Mục tiêu 1) and keycaps stand at any depth."""
    return Family.NAMED in (parent.family, child.family) or "keycap" in (parent.mark, child.mark)


def _start(child: Reading, before: Reading | None) -> tuple[Charge, ...]:
    if child.first:
        return ()
    known = costs.COSTS
    if before is not None and steps(before, child) == 1:
        return ((Rule.RUNS_ON, 0.0 if child.family is Family.ARTICLE else known.runs_on),)
    return ((Rule.LATE_START, known.late_start + known.late_start_each * min(_count(child), _MOST_COUNTED)),)


def _opens_decimal(parent: Reading | None, child: Reading) -> tuple[Charge, ...]:
    known = costs.COSTS
    late: tuple[Charge, ...] = () if child.first else ((Rule.LATE_START, known.late_decimal),)
    prefix = child.numbers[:-1]
    if parent is None or parent.family is Family.BULLET:
        foreign = known.prefix_of_one if prefix[-1] == ordinals.SUFFIX else known.other_prefix
        return ((Rule.NEW_LIST, known.new_list), (Rule.OTHER_PREFIX, foreign), *late)
    own = tuple(n * ordinals.SUFFIX for n in parent.numbers) if parent.family is Family.ROMAN else parent.numbers
    if own == prefix:
        return ((Rule.OWN_PREFIX, known.own_prefix), *late)
    order: tuple[Charge, ...] = ((Rule.INVERTED, known.inverted),) if rank(child) <= rank(parent) else ()
    return ((Rule.NEW_LIST, known.new_list), (Rule.OTHER_PREFIX, known.other_prefix), *order, *late)


def _count(reading: Reading) -> int:
    last = reading.numbers[-1]
    return last // ordinals.SUFFIX if last >= ordinals.SUFFIX else last
