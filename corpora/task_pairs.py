"""Labelled tasks of several plans and a comparison of those plans -> pairs found, missed and found wrongly."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from itertools import combinations
from typing import Any, NamedTuple

from vnplan.models.analysis.comparison import ComparisonData


class Label(NamedTuple):
    """One labelled task."""

    plan: str
    key: str
    matters: frozenset[str]
    unsure: frozenset[str]
    task: str | None
    """Id of the task as parsed; ``None`` where the parser found no such task."""


class Score(NamedTuple):
    """Pairs found rightly, wrongly and not at all."""

    hits: list[tuple[Label, Label]]
    extra: list[tuple[Label, Label]]
    missed: list[tuple[Label, Label]]

    @property
    def precision(self) -> float:
        return len(self.hits) / max(1, len(self.hits) + len(self.extra))

    @property
    def recall(self) -> float:
        return len(self.hits) / max(1, len(self.hits) + len(self.missed))

    @property
    def f1(self) -> float:
        return 2 * len(self.hits) / max(1, 2 * len(self.hits) + len(self.extra) + len(self.missed))

    def among(self, plans: Collection[str]) -> Score:
        """The pairs with a task of one of these plans."""
        return Score(*([p for p in part if p[0].plan in plans or p[1].plan in plans] for part in self))

    def without(self, plan: str) -> Score:
        """The pairs with no task of this plan."""
        return Score(*([p for p in part if plan not in (p[0].plan, p[1].plan)] for part in self))

    def read(self) -> Score:
        """The pairs both of whose tasks the parser found."""
        return Score(*([p for p in part if p[0].task and p[1].task] for part in self))


def pooled(scores: Iterable[Score]) -> Score:
    """The pairs of several comparisons together."""
    listed = list(scores)
    return Score(*([pair for score in listed for pair in score[part]] for part in range(3)))


def label(plan: str, key: str, matters: Iterable[str], task: str | None) -> Label:
    """A label as written: ``matter?`` is unsure."""
    told = list(matters)
    sure = frozenset(m for m in told if not m.endswith("?"))
    return Label(plan, key, sure, frozenset(m[:-1] for m in told if m.endswith("?")), task)


def score(comparison: ComparisonData, given: list[Label]) -> Score:
    """Compare every pair of labelled tasks with what shares a matter."""
    return score_rows(((member.task for member in matter.members) for matter in comparison.matters), given)


def score_rows(matters: Iterable[Iterable[str]], given: list[Label]) -> Score:
    """Compare every pair of labelled tasks with ids of tasks that share a matter."""
    places: dict[str, set[int]] = {}
    for number, members in enumerate(matters):
        for task in members:
            places.setdefault(task, set()).add(number)
    result = Score([], [], [])
    for one, other in combinations(given, 2):
        if one.plan == other.plan:
            continue
        wanted = bool(one.matters & other.matters)
        if not wanted and (one.matters | one.unsure) & (other.matters | other.unsure):
            continue
        found = bool(places.get(one.task or "", set()) & places.get(other.task or "", set()))
        if wanted:
            (result.hits if found else result.missed).append((one, other))
        elif found:
            result.extra.append((one, other))
    return result


def hard(told: Mapping[str, Any], given: list[Label]) -> list[tuple[Label, Label]]:
    """The negative pairs that were listed for being alike in words."""
    by_key = {(label.plan, label.key): label for label in given}
    return [(by_key[a, k], by_key[b, m]) for a, k, b, m, _ in told["negative"]["hard"]]


def kept_apart(told: Mapping[str, Any], given: list[Label], result: Score) -> str:
    """How many of the listed negative pairs no matter holds together."""
    extra = {frozenset(pair) for pair in result.extra}
    listed = hard(told, given)
    return f"{sum(frozenset(pair) not in extra for pair in listed)} of {len(listed)}"
