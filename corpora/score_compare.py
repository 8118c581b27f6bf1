"""Score ``vnplan.compare`` on the labelled task pairs of ``pairs.toml``.

    python corpora/score_compare.py        # precision and recall, over all pairs and over the hard negatives
    python corpora/score_compare.py -v     # with each miss and each false pair
    python corpora/score_compare.py --each # also without each plan in turn: how much hangs on one plan

A pair is two tasks of different plans; it is found where some matter holds both. Every pair of labelled tasks is
scored, the negatives being all that share no matter; tasks that no label names are counted and left out.
"""

from __future__ import annotations

import argparse
import sys
import tomllib
from collections.abc import Collection
from itertools import combinations
from pathlib import Path
from typing import Any, NamedTuple

import vnplan
from vnplan.models.analysis.comparison import ComparisonData
from vnplan.text.fold import fold_key

HERE = Path(__file__).parent
# The list of words was made while looking at the misses of the other plans alone; thresholds were chosen on all.
HELD_OUT = ("dak-lak-74-kh-ubnd-2025", "hai-phong-118-kh-ubnd-2023", "quang-nam-526-qd-ubnd-2023")
# Written and labelled after the first tuning.
FRESH = ("nghe-an-611-kh-ubnd-2023",)


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

    def among(self, plans: Collection[str]) -> Score:
        """The pairs with a task of one of these plans."""
        return Score(*([p for p in part if p[0].plan in plans or p[1].plan in plans] for part in self))


def labelled() -> dict[str, Any]:
    """The file as written."""
    return tomllib.loads((HERE / "pairs.toml").read_text("utf-8"))


def plans() -> dict[str, Any]:
    """Specimen -> its plan, read from the text form."""
    found = {}
    for name in labelled()["tasks"]:
        path = next(p for p in sorted((HERE / name).iterdir()) if p.suffix in (".txt", ".md"))
        found[name] = vnplan.parse(path)
    return found


def labels(read: dict[str, Any]) -> list[Label]:
    """Every label with the task that it names."""
    found = []
    for plan, tasks in labelled()["tasks"].items():
        for name, matters in tasks.items():
            sure = frozenset(m for m in matters if not m.endswith("?"))
            unsure = frozenset(m[:-1] for m in matters if m.endswith("?"))
            found.append(Label(plan, name, sure, unsure, _task(read[plan], name)))
    return found


def _task(plan: Any, name: str) -> str | None:
    for task in plan.tasks:
        row = "/".join(part for part in (task.group, task.no) if part)
        if task.origin == "table" and row == name:
            return str(task.id)
        if task.origin == "body" and fold_key(task.title).startswith(fold_key(name)):
            return str(task.id)
    return None


def score(comparison: ComparisonData, given: list[Label]) -> Score:
    """Compare every pair of labelled tasks with what shares a matter."""
    places: dict[str, set[str]] = {}
    for matter in comparison.matters:
        for member in matter.members:
            places.setdefault(member.task, set()).add(matter.id)
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


def hard(given: list[Label]) -> list[tuple[Label, Label]]:
    """The negative pairs that were listed for being alike in words."""
    by_key = {(label.plan, label.key): label for label in given}
    return [(by_key[a, k], by_key[b, m]) for a, k, b, m, _ in labelled()["negative"]["hard"]]


def without_each(read: dict[str, Any], given: list[Label]) -> list[Score]:
    """The scores of the comparisons that lack one plan."""
    return [
        score(
            vnplan.compare([plan for name, plan in read.items() if name != left]),
            [label for label in given if label.plan != left],
        )
        for left in read
    ]


def main() -> int:
    """Print the figures; see the module's docstring."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    ask.add_argument("-v", "--verbose", action="store_true", help="show each miss and each false pair")
    ask.add_argument("--each", action="store_true", help="also compare without each plan in turn")
    told = ask.parse_args()
    read = plans()
    given = labels(read)
    result = score(vnplan.compare(list(read.values())), given)
    if told.verbose:
        for sign, pairs in (("miss ", result.missed), ("extra", result.extra)):
            for one, other in pairs:
                print(f"{sign} {one.plan} {one.key!r} · {other.plan} {other.key!r}")
    extra = {frozenset(pair) for pair in result.extra}
    listed = hard(given)
    print(f"tasks     {len(given)} labelled, {sum(label.task is None for label in given)} not found in the plans")
    print(f"positives {len(result.hits) + len(result.missed)}")
    print(f"all pairs          precision {result.precision:.3f}  recall {result.recall:.3f}")
    for name, names in (("with held-out plan", HELD_OUT), ("with fresh plan   ", FRESH)):
        part = result.among(names)
        print(f"{name} precision {part.precision:.3f}  recall {part.recall:.3f}")
    print(f"hard negatives     {sum(frozenset(pair) not in extra for pair in listed)} of {len(listed)} kept apart")
    if told.each:
        parts = without_each(read, given)
        for name, values in (("precision", [p.precision for p in parts]), ("recall", [p.recall for p in parts])):
            mean = sum(values) / len(values)
            print(f"without one plan   {name} {mean:.3f} in the mean, {min(values):.3f} at the least")
    return 0


if __name__ == "__main__":
    sys.exit(main())
