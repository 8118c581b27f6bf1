"""The corpora are a gate with a memory: floors, item counts and inputs are pinned in corpora/baseline.json."""

import importlib.util
import json
import sys
from pathlib import Path

import pytest

CORPORA = Path(__file__).parent.parent / "corpora"


def _module(name):
    spec = importlib.util.spec_from_file_location(f"corpora_{name}", CORPORA / f"{name}.py")
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


sys.path.insert(0, str(CORPORA))  # render.py imports its neighbours
gate, render = _module("gate"), _module("render")
BASELINE = json.loads((CORPORA / "baseline.json").read_text("utf-8"))
SETS = {one.name: one for one in gate.SETS}


@pytest.mark.parametrize(
    "name", [*(n for n in BASELINE["sets"] if n != "scans"), pytest.param("scans", marks=pytest.mark.slow)]
)
def test_no_figure_sinks_below_its_floor(name):
    if not SETS[name].there():
        pytest.skip("OCR is not installed" if name == "scans" else "the real documents are not beside this checkout")
    assert list(gate.sunk(BASELINE["sets"][name], gate.measure(SETS[name]))) == []


def test_every_set_that_is_held_has_floors():
    assert set(BASELINE["sets"]) == {one.name for one in gate.SETS if one.held}


def test_the_pack_is_as_hard_as_life():
    """Figures that are all full could only fall, and would show no progress."""
    pack = BASELINE["sets"]["pack"]
    figures = [value for group, aspects in pack.items() if group != "items" for value in aspects.values()]
    assert len(set(figures)) > 50
    for group in ("format/", "kind/"):
        headers = {pack[name]["header"] for name in pack if name.startswith(group)}
        assert len(headers) > 3


def test_inputs_are_those_that_were_pinned():
    assert gate.fingerprint() == BASELINE["inputs"], "inputs changed: python corpora/gate.py --pin"


@pytest.mark.parametrize("folder", render.folders(), ids=lambda f: f.name)
def test_renditions_and_gold_come_from_the_plan_as_written(folder):
    for name, content in render.renditions(folder).items():
        assert (folder / name).read_text("utf-8") == content, f"{name}: python corpora/render.py"


FLOORS = {"items": {"tasks": 5}, "all/all": {"tasks": 1.0}, "format/pdf": {"tasks": 0.5}}


@pytest.mark.parametrize(
    ("now", "told"),
    [
        (FLOORS, []),
        ({"items": {"tasks": 6}, "all/all": {"tasks": 1.0}, "format/pdf": {"tasks": 0.9}}, []),
        (FLOORS | {"all/all": {"tasks": 0.9}}, ["all/all tasks: 0.9 under 1.0"]),
        (FLOORS | {"items": {"tasks": 4}}, ["items tasks: 4 under 5"]),
        ({"items": {"tasks": 5}, "all/all": {"tasks": 1.0}}, ["format/pdf tasks: None under 0.5"]),
    ],
)
def test_what_fell_is_told(now, told):
    assert list(gate.sunk(FLOORS, now)) == told


def test_pin_refuses_to_lower_a_floor(tmp_path, monkeypatch):
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps({"sets": {"pack": FLOORS, "scans": FLOORS}, "inputs": {}, "lowered": []}))
    monkeypatch.setattr(gate, "BASELINE", path)
    now = FLOORS | {"all/all": {"tasks": 0.9}}
    with pytest.raises(SystemExit, match=r"pack all/all tasks: 0\.9 under 1\.0"):
        gate.pin({"pack": now}, None)
    gate.pin({"pack": now}, "a gold error was mended")
    kept = json.loads(path.read_text())
    assert kept["lowered"] == [{"why": "a gold error was mended", "figures": ["pack all/all tasks: 0.9 under 1.0"]}]
    # Full figures have no margin, others the margin of their set.
    floors = {"items": {"tasks": 5}, "all/all": {"tasks": 0.895}, "format/pdf": {"tasks": 0.495}}
    assert kept["sets"] == {"pack": floors, "scans": FLOORS}, "a set that was not measured keeps its floors"
    gate.pin({"pack": now | {"all/all": {"tasks": 0.897}}}, None)
    assert json.loads(path.read_text())["sets"]["pack"] == floors, "within its margin a floor neither sinks nor breaks"
