"""Fits the costs of the tree search to annotated plans, leaving one plan out in turn, and writes what came of it.

    python benchmarks/fit_costs.py            # fit, print, write src/vnplan/grammar/markers/costs.json
    python benchmarks/fit_costs.py --dry      # ... without writing

The plans are the specimens of this repository, the documents of its gold pack (those of the split ``watch`` are
held back: nothing is fitted to them) in every form that keeps its lines, and, where a folder ``../shared``
stands beside it, the annotated plans of ``../shared/gold`` with their files in ``../shared/corpus``; beside
them the invented parts of ``tests/cases/sections.toml``, each made for one decision of the search. An item of
the outline is wrong when label, level or the first words differ from the annotation (missed and surplus ones
count alike). Files are read once; a trial of other costs runs the search again, on the plans that ask for them.

A fit begins with the costs in the file or, where one of a number of random draws
leaves fewer items wrong, with that. From there the best single step (one cost times or divided by
1.25 or 1.5) is taken again and again while it leaves fewer items wrong. Of steps
that leave as few, the one with the least *shortfall* is taken: by how much markers
are decided for less than the price of a new list. A tie leaves the costs where they are. What counts
are the figures of each plan with costs fitted without it; only if these are better than
those of the values in the file does it get new ones.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import asdict, fields, replace
from datetime import UTC, datetime
from functools import cache
from random import Random
from typing import Any

from search_trials import ROOT, Bench, Document, Figures, cases, fingerprint, golds, read

from vnplan.grammar.markers import costs
from vnplan.grammar.markers.costs import Costs

FILE = ROOT / "src/vnplan/grammar/markers/costs.json"
COMMAND = "python benchmarks/fit_costs.py"
NONE = ROOT / "none"
"""A folder that is not there."""
UNIT = "new_list"
"""The cost that all others are counted in: it stays 1."""
STEPS = (1 / 1.5, 1 / 1.25, 1.25, 1.5)
WIDER = (1.25, 1.5, 2.0, 4.0)
"""Factors and divisors by which each cost alone is moved to see how far the plans hold it in its place."""
MOST_STEPS = 12
"""Steps of one fit, so that it ends; see the file for how many were taken."""
DRAWS = 60
"""Random draws: every cost times a quarter to four, all alike in the logarithm."""
SEED = 7
"""So that a second run draws the same."""
BENCH = Bench()


def total(documents: Iterable[Document], values: Costs) -> Figures:
    """The figures of several files together."""
    found = [BENCH.figures(document, values) for document in documents]
    return Figures(sum(f.wrong for f in found), sum(f.shortfall for f in found))


@cache
def draws(start: Costs) -> tuple[Costs, ...]:
    """Random costs around ``start``."""
    chance = Random(SEED)  # noqa: S311 - no secret hangs on it
    names = [f.name for f in fields(Costs) if f.name != UNIT]
    return tuple(
        replace(start, **{n: getattr(start, n) * WIDER[-1] ** chance.uniform(-1, 1) for n in names})
        for _ in range(DRAWS)
    )


def others(documents: list[Document], start: Costs) -> dict[str, Any]:
    """Wrong items with quite other costs: how much hangs on them, and how few no costs would leave."""
    found = sorted(total(documents, values).wrong for values in draws(start))
    tried = (start, *draws(start))
    least = sum(min(BENCH.figures(document, values).wrong for values in tried) for document in documents)
    equal = Costs(**{f.name: 1.0 for f in fields(Costs)})
    return {
        f"random draws ({DRAWS}, each cost a quarter to four times)": {
            "least": found[0],
            "middle": found[len(found) // 2],
            "most": found[-1],
        },
        "the least of each file over all draws": least,
        "all costs equal": total(documents, equal).wrong,
    }


def fit(documents: list[Document], start: Costs) -> Costs:
    """The best of the start and the draws, then the best single step again and again, while one pays."""
    values = min((start, *draws(start)), key=lambda drawn: total(documents, drawn).wrong)
    best = total(documents, values)
    for _ in range(MOST_STEPS):
        trials = [
            replace(values, **{f.name: round(getattr(values, f.name) * step, 2)})
            for f in fields(Costs)
            if f.name != UNIT
            for step in STEPS
        ]
        then, trial = min(((total(documents, t), t) for t in trials), key=lambda pair: pair[0])
        if then.wrong >= best.wrong:
            break
        values, best = trial, then
    return values


def held_out(documents: list[Document], start: Costs) -> tuple[Figures, dict[str, dict[str, float]]]:
    """The figures of every plan with costs fitted without it, and the costs that each such fit moved."""
    found, moved = Figures(0, 0.0), {}
    for plan in sorted({d.plan for d in documents}):
        values = fit([d for d in documents if d.plan != plan], start)
        own = total((d for d in documents if d.plan == plan), values)
        found = Figures(found.wrong + own.wrong, found.shortfall + own.shortfall)
        moved[plan] = difference(start, values)
    return found, moved


def holds(documents: list[Document], start: Costs, name: str) -> list[float]:
    """The lowest and the highest value tried of one cost at which no further item is wrong."""
    now, value = total(documents, start).wrong, getattr(start, name)
    ends = []
    for side in (-1, 1):
        ends.append(value)
        for factor in WIDER:
            trial = round(value * factor**side, 2)
            if total(documents, replace(start, **{name: trial})).wrong > now:
                break
            ends[-1] = trial
    return ends


def difference(before: Costs, after: Costs) -> dict[str, float]:
    """The costs that differ, with their new values."""
    old = asdict(before)
    return {name: value for name, value in asdict(after).items() if value != old[name]}


def write(values: Costs, ranges: dict[str, list[float]], told: dict[str, Any]) -> None:
    """The file of costs: one row a line, then the figures and inputs of the fit."""
    data = json.loads(FILE.read_text("utf-8"))
    rows = [row | {"value": getattr(values, row["name"])} for row in data["costs"]]
    rows = [row | {"holds": ranges[row["name"]]} if row["name"] in ranges else row for row in rows]
    lines = ",\n".join("  " + json.dumps(row, ensure_ascii=False) for row in rows)
    fitted = json.dumps(told, ensure_ascii=False, indent=1).replace("\n", "\n ")
    FILE.write_text(
        f'{{\n "unit": {json.dumps(data["unit"])},\n "costs": [\n{lines}\n ],\n "fit": {fitted}\n}}\n', "utf-8"
    )


def main() -> None:
    """Fit, print, write."""
    ask = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    ask.add_argument("--dry", action="store_true", help="write nothing")
    told = ask.parse_args()
    documents = [read(plan, path, outline) for plan, files, outline in golds() for path in files]
    files = len(documents)
    documents += cases()
    start = costs.COSTS
    now = total(documents, start)
    wanted = sum(d.gold.total() for d in documents)
    print(f"{files} files, {len(documents) - files} invented parts, {wanted} items")
    print(f"with the costs of the file: {now.wrong} wrong, shortfall {now.shortfall:.1f}")
    fitted = fit(documents, start)
    best = total(documents, fitted)
    print(f"fitted to all: {best.wrong} wrong, shortfall {best.shortfall:.1f}, {difference(start, fitted)}")
    unseen, moved = held_out(documents, start)
    print(f"each plan left out in turn: {unseen.wrong} wrong, shortfall {unseen.shortfall:.1f}")
    for names, times in Counter(tuple(sorted(m.items())) for m in moved.values()).most_common():
        print(f"  {times} times {dict(names)}")
    gained = unseen.wrong < now.wrong
    other = others(documents, start)
    print(other)
    print("the fitted values are taken" if gained else "no gain on plans left out: the values stay")
    chosen = fitted if gained else start
    ranges = {f.name: holds(documents, chosen, f.name) for f in fields(Costs) if f.name != UNIT}
    loose = [name for name, (low, high) in ranges.items() if (low, high) == _widest(getattr(chosen, name))]
    print(f"no plan holds these in their place: {', '.join(loose)}")
    if told.dry:
        return
    report = {
        "command": COMMAND,
        "day": datetime.now(UTC).date().isoformat(),
        "verdict": "fitted" if gained else "kept: no step away from them reads a plan better that it was not fitted to",
        "holds": "lowest and highest value tried, a quarter to four times, at which no further item is wrong",
        "files": files,
        "invented parts": len(documents) - files,
        "items": wanted,
        "wrong": {"before": now.wrong, "fitted to all": best.wrong, "each plan left out in turn": unseen.wrong},
        "shortfall": {
            "before": round(now.shortfall, 1),
            "fitted to all": round(best.shortfall, 1),
            "each plan left out in turn": round(unseen.shortfall, 1),
        },
        "wrong with other values": other,
        "steps of the fit to all": difference(start, fitted),
        "held by no plan": loose,
        "inputs": {
            "specimens": fingerprint(shared=NONE, pack=NONE),
            "documents of the gold pack": fingerprint(corpora=NONE, shared=NONE),
            "further annotated plans": fingerprint(corpora=NONE, pack=NONE),
        },
    }
    write(chosen, ranges, report)


def _widest(value: float) -> tuple[float, float]:
    return round(value / WIDER[-1], 2), round(value * WIDER[-1], 2)


if __name__ == "__main__":
    main()
