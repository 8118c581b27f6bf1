"""The corpus is a gate with a memory: floors, item counts and inputs are pinned in corpora/baseline.json."""

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
score, render = _module("score"), _module("render")
BASELINE = json.loads((CORPORA / "baseline.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def measured():
    return score.measure(score.score())


@pytest.mark.parametrize("aspect", sorted(BASELINE["aspects"]))
def test_no_aspect_sinks_below_its_floor(measured, aspect):
    floor = BASELINE["aspects"][aspect]
    assert measured[aspect]["items"] >= floor["items"]
    assert measured[aspect]["f1"] >= floor["f1"]


def test_inputs_are_those_that_were_pinned():
    assert score.fingerprint() == BASELINE["inputs"], "inputs changed: python corpora/score.py --pin"


@pytest.mark.parametrize("folder", render.folders(), ids=lambda f: f.name)
def test_renditions_and_gold_come_from_the_plan_as_written(folder):
    for name, content in render.renditions(folder).items():
        assert (folder / name).read_text("utf-8") == content, f"{name}: python corpora/render.py"


def test_pin_refuses_to_lower_a_floor(tmp_path, monkeypatch):
    path = tmp_path / "baseline.json"
    path.write_text(json.dumps({"aspects": {"tasks": {"f1": 1.0, "items": 5}}, "inputs": {}, "lowered": []}))
    monkeypatch.setattr(score, "BASELINE", path)
    with pytest.raises(SystemExit, match="refusing to lower tasks"):
        score.pin({"tasks": {"f1": 0.9, "items": 5}}, None)
    score.pin({"tasks": {"f1": 0.9, "items": 5}}, "a gold error was mended")
    assert json.loads(path.read_text())["lowered"] == ["tasks: a gold error was mended"]
