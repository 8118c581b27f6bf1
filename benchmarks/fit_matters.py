"""Tries other thresholds and weights of the comparison on the labelled pairs, leaving one province out in turn.

    python benchmarks/fit_matters.py       # prints what came of it, writes nothing

The pairs are those of the specimens (``corpora/pairs.toml``) and of the gold pack
(``corpora/pack/pairs.toml``), these with the tasks as annotated, so that a fit of the comparison does not make
up for what reading leaves out. What counts is the mean over the provinces of the F1 of the pairs with one of
their tasks: a province of the pack tells as much as one of the specimens, though these have ten times the
pairs. A fit begins with the values in use and takes the best single step (one value times one of ``STEPS``)
again and again while it gains; what a province tells of a fit is its F1 where the fit was made without its
pairs.

With the values before the gold pack (same-matter 0.27, merged 0.65, lead 0.15, duty 0.3) the 13 provinces had a
mean F1 of 0.862; left out in turn, each with a fit made without it, 0.892: eleven gained, most those of the
pack (0.474 -> 0.588, 0.515 -> 0.658), two of the specimens lost. The values taken (0.2, 0.8, 0.17, 0.2) are
those of the fits, but for a higher same-matter, which keeps more tasks apart that are only near each other.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from statistics import mean
from types import ModuleType
from typing import NamedTuple

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "corpora"))

import pack_pairs  # noqa: E402 -- found by the line above
import score_compare  # noqa: E402 -- found by the line above
from task_pairs import Label, Score, score_rows  # noqa: E402 -- found by the line above

from vnplan.comparing.alignment import align, likeness  # noqa: E402
from vnplan.comparing.central_decision import find_central  # noqa: E402
from vnplan.matching.items import Item, items_of  # noqa: E402
from vnplan.models.plan import PlanData  # noqa: E402

PLACES: dict[str, tuple[ModuleType, str]] = {
    "same-matter": (align, "_SAME"),
    "split-matter": (align, "_SPLIT"),
    "merged": (align, "_MERGED"),
    "nearly": (align, "_NEARLY"),
    "lead": (likeness, "_LEAD"),
    "duty": (likeness, "_DUTY"),
    "outputs": (likeness, "_OUTPUTS"),
    "group": (likeness, "_GROUP"),
    "cited": (likeness, "_CITED"),
}
"""Name -> where the value stands."""
STEPS = (0.65, 0.8, 0.9, 1.1, 1.25, 1.5)
MOST_STEPS = 8
"""Steps of one fit, so that it ends."""
LEAST_GAIN = 0.001
"""Of the mean F1, below which a step is chance: less than one pair of a province."""

Values = tuple[float, ...]


class Material(NamedTuple):
    """Plans that are compared with each other, ready to be aligned."""

    items: list[list[Item]]
    central: int | None
    labels: list[Label]


def material(plans: Iterable[PlanData], labels: list[Label]) -> Material:
    """The central decision first, then the fullest plans, as a comparison takes them."""
    listed = list(plans)
    central = find_central(listed)
    order = sorted(range(len(listed)), key=lambda i: (i != central, -len(listed[i].tasks)))
    return Material(items_of([listed[i] for i in order]), None if central is None else 0, labels)


@cache
def materials() -> tuple[Material, Material]:
    """The specimens, and the pack as annotated."""
    specimens, pack = score_compare.plans(), pack_pairs.annotated(pack_pairs.plans())
    return (
        material(specimens.values(), score_compare.labels(specimens)),
        material(pack.values(), pack_pairs.labels_annotated(pack)),
    )


def current() -> Values:
    """The values in use."""
    return tuple(getattr(*place) for place in PLACES.values())


@cache
def scores(values: Values) -> tuple[Score, ...]:
    """Pairs found with these values, of each material."""
    before = current()
    _set(values)
    try:
        aligned = [align.align(one.items, one.central) for one in materials()]
    finally:
        _set(before)
    return tuple(
        score_rows(([item.task.id for item in row] for row in rows), one.labels)
        for one, rows in zip(materials(), aligned, strict=True)
    )


def _set(values: Values) -> None:
    for (module, name), value in zip(PLACES.values(), values, strict=True):
        setattr(module, name, value)


@cache
def provinces() -> tuple[tuple[int, str], ...]:
    """Every plan but the central ones, with the material that it belongs to."""
    found = []
    for index, one in enumerate(materials()):
        central = {item.task.id for item in one.items[0]} if one.central is not None else set()
        found += [(index, plan) for plan in dict.fromkeys(x.plan for x in one.labels if x.task not in central)]
    return tuple(found)


def own(values: Values, province: tuple[int, str]) -> float:
    """F1 of the pairs with a task of the province."""
    return scores(values)[province[0]].among({province[1]}).f1


def figure(values: Values, left: tuple[int, str] | None = None) -> float:
    """Mean over the provinces but one, whose pairs do not count."""
    found = []
    for index, plan in provinces():
        if (index, plan) != left:
            result = scores(values)[index].among({plan})
            found.append((result.without(left[1]) if left and left[0] == index else result).f1)
    return mean(found)


def fit(left: tuple[int, str] | None = None) -> Values:
    """The best single step again and again, while one gains."""
    values = current()
    for _ in range(MOST_STEPS):
        trials = [
            (*values[:place], round(values[place] * step, 3), *values[place + 1 :])
            for place in range(len(values))
            for step in STEPS
        ]
        best = max(trials, key=lambda trial: figure(trial, left))
        if figure(best, left) < figure(values, left) + LEAST_GAIN:
            break
        values = best
    return values


def told(values: Values) -> str:
    """What differs from the values in use, and the figures of both materials."""
    moved = {name: v for name, v, w in zip(PLACES, values, current(), strict=True) if v != w}
    parts = [f"{s.precision:.3f}/{s.recall:.3f}" for s in scores(values)]
    return f"mean F1 {figure(values):.3f}, specimens {parts[0]}, pack {parts[1]} (precision/recall), {moved}"


def main() -> None:
    """Fit, print."""
    print("values in use: ", told(current()))
    print("fitted to all: ", told(fit()))
    before, after = [], []
    for province in provinces():
        values = fit(province)
        before.append(own(current(), province))
        after.append(own(values, province))
        print(f"  without {province[1]}: {before[-1]:.3f} -> {after[-1]:.3f}  {told(values)}", flush=True)
    print(f"each province left out in turn: {mean(before):.3f} -> {mean(after):.3f}")


if __name__ == "__main__":
    main()
