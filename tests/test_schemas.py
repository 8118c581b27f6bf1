"""The JSON: its schemas, its round trip, its older and newer versions."""

import json
from pathlib import Path

import jsonschema
import pytest
from pydantic import ValidationError

import vnplan
from made import made_plan
from vnplan import schemas
from vnplan.models import versions
from vnplan.models.plan import SCHEMA_VERSION

FOLDER = Path(__file__).parent.parent / "schemas"


def test_the_files_in_the_tree_are_those_of_the_models():
    fresh = {name: schemas.render(document) for name, document in schemas.documents().items()}
    assert {path.name for path in FOLDER.iterdir()} == set(fresh)
    for name, text in fresh.items():
        assert (FOLDER / name).read_text("utf-8") == text, f"{name} is old: vnplan schema -o schemas"


def test_a_plan_validates_and_a_changed_one_does_not():
    schema = schemas.documents()["plan.schema.json"]
    jsonschema.Draft202012Validator.check_schema(schema)
    validator = jsonschema.Draft202012Validator(schema)
    data = json.loads(made_plan().model_dump_json())
    assert not list(validator.iter_errors(data))
    data["tasks"][0]["lead"][0]["span"] = [1, 2, 3]
    assert list(validator.iter_errors(data))


def test_write_gives_every_document(tmp_path):
    written = schemas.write(tmp_path / "new")
    assert {path.name for path in written} == set(schemas.documents())


def test_round_trip():
    plan = made_plan()
    assert vnplan.PlanDocument.model_validate_json(plan.model_dump_json()) == plan
    assert vnplan.PlanDocument.model_validate(plan.model_dump()) == plan


def data(**changes):
    return {**json.loads(made_plan().model_dump_json()), **changes}


@pytest.mark.parametrize("version", ["1.7", "2.0", "10.0"])
def test_of_a_newer_version_unknown_fields_are_left_out_at_every_depth(version):
    newer = data(schema_version=version, mood="good")
    newer["header"]["seal"] = {"colour": "red"}
    newer["header"]["number"]["colour"] = "red"
    newer["tasks"][0]["lead"][0]["phone"] = "1"
    newer["sections"][0]["children"][0]["weight"] = 1
    newer["tables"][0]["rows"][1]["cells"][0]["ink"] = "blue"
    assert vnplan.PlanDocument.model_validate_json(json.dumps(newer)) == made_plan()


def test_of_this_version_unknown_fields_are_errors():
    with pytest.raises(ValidationError, match="mood"):
        vnplan.PlanDocument.model_validate(data(mood="good"))


def test_an_older_version_is_migrated_step_by_step(monkeypatch):
    def from_0_8(old):
        return "0.9", {"plan_text": old.pop("words"), **old}

    def from_0_9(old):
        return SCHEMA_VERSION, {"text": old.pop("plan_text"), **old}

    monkeypatch.setattr(versions, "MIGRATIONS", {"0.8": from_0_8, "0.9": from_0_9})
    old = data(schema_version="0.8")
    old["words"] = old.pop("text")
    assert vnplan.PlanDocument.model_validate_json(json.dumps(old)) == made_plan()


@pytest.mark.parametrize("version", ["0.1", "1", "one", "1.x", "", 1, None, "1.0.0", "-1.0"])
def test_a_version_that_nothing_reads_is_a_validation_error(version):
    with pytest.raises(ValidationError, match="schema"):
        vnplan.PlanDocument.model_validate(data(schema_version=version))
