"""The costs of the tree search: named, fitted to the specimens as they are, and steady when moved a little."""

import importlib.util
import json
import sys
from dataclasses import asdict, fields, replace
from pathlib import Path

import pytest

from vnplan.grammar.markers import costs
from vnplan.grammar.markers.costs import COSTS, Costs

ROOT = Path(__file__).parents[1]
TOLD = json.loads(Path(costs.__file__).with_name("costs.json").read_text("utf-8"))
QUARTER = (0.75, 1.25)
MOVING: dict[tuple[str, float], str] = {}
"""Cost and factor -> specimen whose outline that move changes; none does."""


def _fit():
    sys.path.insert(0, str(ROOT / "benchmarks"))  # it imports its neighbour
    spec = importlib.util.spec_from_file_location("fit_costs", ROOT / "benchmarks" / "fit_costs.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


@pytest.fixture(scope="module")
def fit():
    return _fit()


@pytest.mark.parametrize("row", TOLD["costs"], ids=lambda row: row["name"])
def test_every_cost_is_named_positive_and_says_what_it_is_the_price_of(row):
    assert row["name"] in {f.name for f in fields(Costs)}
    assert row["value"] == getattr(COSTS, row["name"]) > 0
    assert len(row["price_of"].split()) > 3
    assert row["example"]
    low, high = row.get("holds", (row["value"], row["value"]))
    assert low <= row["value"] <= high


def test_the_unit_is_one():
    assert COSTS.new_list == 1.0


def test_a_file_that_leaves_out_a_cost_or_holds_an_unknown_one_is_refused():
    values = asdict(COSTS)
    with pytest.raises(TypeError):
        Costs(**{**values, "unheard_of": 1.0})
    values.pop("inverted")
    with pytest.raises(TypeError):
        Costs(**values)


@pytest.mark.parametrize(
    ("inputs", "others"),
    [("specimens", ("shared", "pack")), ("documents of the gold pack", ("shared", "corpora"))],
)
def test_the_costs_were_fitted_to_the_documents_as_they_are(fit, inputs, others):
    now = fit.fingerprint(**dict.fromkeys(others, fit.NONE))
    then = TOLD["fit"]["inputs"][inputs]
    assert now
    changed = sorted(name for name in now.keys() | then.keys() if now.get(name) != then.get(name))
    assert not changed, f"these changed since the costs were fitted: {changed}; run: {fit.COMMAND}"


def test_no_document_that_is_only_watched_was_fitted_to():
    watched = [
        gold["id"]
        for path in (ROOT / "corpora/pack").glob("*/gold.json")
        if (gold := json.loads(path.read_text("utf-8")))["split"] == "watch"
    ]
    told = " ".join(TOLD["fit"]["inputs"]["documents of the gold pack"])
    assert watched
    assert [plan for plan in watched if plan in told] == []


def test_what_the_file_says_of_its_figures_holds_together():
    wrong = TOLD["fit"]["wrong"]
    better = wrong["each plan left out in turn"] < wrong["before"]
    assert TOLD["fit"]["verdict"].startswith("fitted" if better else "kept")
    assert wrong["fitted to all"] <= wrong["before"]
    assert TOLD["fit"]["wrong with other values"]["all costs equal"] > wrong["before"]  # the costs do matter


def test_moving_a_cost_by_a_quarter_changes_no_outline_of_a_specimen(fit):
    documents = [
        fit.read(plan, path, outline)
        for plan, paths, outline in fit.golds(shared=fit.NONE, pack=fit.NONE)
        for path in paths
        if path.suffix in {".txt", ".md"}
    ]
    assert {d.plan: fit.BENCH.figures(d, COSTS).wrong for d in documents} == dict.fromkeys(
        (d.plan for d in documents), 0
    )
    found = {}
    for cost in fields(Costs):
        for factor in QUARTER if cost.name != fit.UNIT else ():
            moved = replace(COSTS, **{cost.name: getattr(COSTS, cost.name) * factor})
            for document in documents:
                if fit.BENCH.figures(document, moved).wrong:
                    found[cost.name, factor] = document.plan
    assert found == MOVING


def test_a_cost_that_is_moved_far_does_change_outlines(fit):
    """The trials do reach the search: with prose for nothing, no item is left."""
    plan, paths, outline = next(fit.golds(shared=fit.NONE, pack=fit.NONE))
    document = fit.read(plan, next(p for p in paths if p.suffix in {".txt", ".md"}), outline)
    free = replace(COSTS, prose_line=0.0, prose_title=0.0)
    assert fit.BENCH.figures(document, free).wrong > fit.BENCH.figures(document, COSTS).wrong
    assert costs.COSTS is COSTS
