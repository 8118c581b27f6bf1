"""Whether every character of the document is in the plan, and only once."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise

from vnplan.models.base import Span
from vnplan.models.leaf import LeafKind
from vnplan.models.plan import PlanData


@dataclass(frozen=True, slots=True)
class Coverage:
    """How the leaves of a plan cover its text; blanks are not counted anywhere."""

    dropped: tuple[Span, ...]
    """Stretches that stand in no leaf."""
    duplicated: tuple[Span, ...]
    """Stretches that stand in more than one leaf."""
    unclaimed: tuple[Span, ...]
    """Leaves that belong to nothing."""
    ratio: float
    """Share of the visible characters that belong to something, 0 to 1; 1 for an empty text."""


def coverage(plan: PlanData) -> Coverage:
    """Measure the leaves of ``plan`` against its text."""
    leaves = sorted(plan.leaves, key=lambda leaf: leaf.span)
    dropped, cursor = [], 0
    for leaf in leaves:
        dropped += _visible(plan.text, cursor, leaf.span.start)
        cursor = max(cursor, leaf.span.end)
    dropped += _visible(plan.text, cursor, len(plan.text))
    twice = [Span(b.span.start, min(a.span.end, b.span.end)) for a, b in pairwise(leaves) if b.span.start < a.span.end]
    unclaimed = tuple(leaf.span for leaf in leaves if leaf.kind is LeafKind.UNCLAIMED)
    total = _count(plan.text)
    lost = sum(_count(plan.text[start:end]) for start, end in (*dropped, *unclaimed))
    return Coverage(tuple(dropped), tuple(twice), unclaimed, 1 - lost / total if total else 1.0)


def _visible(text: str, start: int, end: int) -> list[Span]:
    words = text[start:end] if start < end else ""
    first = start + len(words) - len(words.lstrip())
    return [Span(first, first + len(words.strip()))] if words.strip() else []


def _count(words: str) -> int:
    return sum(len(part) for part in words.split())
