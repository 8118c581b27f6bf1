"""The JSON: its schemas, its round trip, its older and newer versions."""

import json
from enum import StrEnum
from pathlib import Path
from typing import get_args

import jsonschema
import pytest
from pydantic import ValidationError

import vnplan
from made import made_plan
from vnplan import schemas
from vnplan.models import versions
from vnplan.models.plan import SCHEMA_VERSION

SCHEMA = schemas.documents()["plan.schema.json"]
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


@pytest.mark.parametrize("version", ["1.7", "1.10"])
def test_of_a_newer_minor_version_unknown_fields_are_left_out_at_every_depth(version):
    newer = data(schema_version=version, mood="good")
    newer["header"]["seal"] = {"colour": "red"}
    newer["header"]["number"]["colour"] = "red"
    newer["tasks"][0]["lead"][0]["phone"] = "1"
    newer["sections"][0]["children"][0]["weight"] = 1
    newer["tables"][0]["rows"][1]["cells"][0]["ink"] = "blue"
    assert vnplan.PlanDocument.model_validate_json(json.dumps(newer)) == made_plan()


# Where a closed list stands in the made plan, a word of it, and a word that no version here knows.
CLOSED = [
    (("header", "signers", 0, "capacity"), vnplan.Capacity.KT, "TLQ"),
    (("header", "issuer", "level"), vnplan.AgencyLevel.PROVINCE, "region"),
    (("tasks", 0, "lead", 0, "kind"), vnplan.AgencyKind.DEPARTMENT, "agency_of_tomorrow"),
    (("tasks", 0, "timeframe", "recurrence"), vnplan.Recurrence.YEARLY, "fortnightly"),
    (("tables", 0, "role"), vnplan.TableRole.BUDGET, "risk"),
    (("tables", 0, "columns", 0, "role"), vnplan.ColumnRole.ORDINAL, "risk"),
    (("diagnostics", 0, "code"), vnplan.DiagnosticCode.RECIPIENTS_MISSING, "seal-missing"),
]
IDS = [path[-2] if isinstance(path[-2], str) else path[-3] for path, *_ in CLOSED]


def put(whole, path, word):
    *above, name = path
    for step in above:
        whole = whole[step]
    whole[name] = word
    whole.pop(f"{name}_raw", None)


def at(plan, path):
    for step in path:
        plan = plan[step] if isinstance(step, int) else getattr(plan, step)
    return plan


def raw(path):
    return (*path[:-1], f"{path[-1]}_raw")


@pytest.mark.parametrize(("path", "known", "word"), CLOSED, ids=IDS)
def test_of_a_newer_minor_version_an_unknown_word_is_other_and_kept(path, known, word):
    newer = data(schema_version="1.9")
    put(newer, path, word)
    plan = vnplan.PlanDocument.model_validate_json(json.dumps(newer))
    assert (at(plan, path), at(plan, raw(path))) == (type(known).OTHER, word)
    again = vnplan.PlanDocument.model_validate_json(plan.model_dump_json())
    assert again == plan
    assert not list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(json.loads(plan.model_dump_json())))
    assert vnplan.PlanDocument.model_validate(plan.model_dump()) == plan


@pytest.mark.parametrize("version", ["1.0", "1.9"])
@pytest.mark.parametrize(("path", "known", "word"), CLOSED, ids=IDS)
def test_a_known_word_is_read_as_it_is_in_every_minor_version(path, known, word, version):
    told = data(schema_version=version)
    put(told, path, known.value)
    plan = vnplan.PlanDocument.model_validate_json(json.dumps(told))
    assert (at(plan, path), at(plan, raw(path))) == (known, None)
    assert f"{path[-1]}_raw" not in plan.model_dump_json()


@pytest.mark.parametrize(("path", "known", "word"), CLOSED, ids=IDS)
def test_a_word_read_as_other_is_itself_again_where_it_is_known(path, known, word):
    told = data(schema_version="1.0")
    put(told, path, "other")
    put(told, raw(path), known.value)
    plan = vnplan.PlanDocument.model_validate_json(json.dumps(told))
    assert (at(plan, path), at(plan, raw(path))) == (known, None)


@pytest.mark.parametrize("version", ["1.0", SCHEMA_VERSION])
@pytest.mark.parametrize(("path", "known", "word"), CLOSED, ids=IDS)
def test_of_this_and_older_versions_an_unknown_word_is_an_error(path, known, word, version):
    told = data(schema_version=version)
    put(told, path, word)
    with pytest.raises(ValidationError, match=path[-1]):
        vnplan.PlanDocument.model_validate(told)
    assert list(jsonschema.Draft202012Validator(SCHEMA).iter_errors(told))


def test_every_field_for_a_raw_word_stands_beside_a_list_with_other():
    seen = set()
    for model in (getattr(vnplan, name) for name in vnplan.__all__):
        for name in getattr(model, "model_fields", {}):
            if name.endswith("_raw") and (beside := model.model_fields.get(name.removesuffix("_raw"))):
                words = {
                    inner for inner in (beside.annotation, *get_args(beside.annotation)) if isinstance(inner, type)
                }
                if closed := [w for w in words if issubclass(w, StrEnum)]:
                    assert closed[0]("other").name == "OTHER"
                    seen.add(closed[0])
    assert seen == {type(known) for _, known, _ in CLOSED}


@pytest.mark.parametrize("version", ["2.0", "10.3"])
def test_a_newer_major_version_is_refused_and_says_what_to_do(version):
    newer = data(schema_version=version, written_by="3.2.1")
    with pytest.raises(
        vnplan.UnsupportedFormat, match=f"schema {version}, written by vnplan 3.2.1.*newer vnplan"
    ) as told:
        vnplan.PlanDocument.model_validate_json(json.dumps(newer))
    assert told.value.source == "made.txt"
    with pytest.raises(vnplan.VnplanError, match="schema"):
        vnplan.PlanDocument.model_validate({"schema_version": version})


def test_a_plan_says_which_version_wrote_it():
    plan = vnplan.parse_text("Số: 12/KH-UBND")
    assert plan.written_by == vnplan.__version__
    assert vnplan.PlanDocument.model_validate_json(plan.model_dump_json()).written_by == vnplan.__version__
    assert json.loads(plan.model_dump_json())["written_by"] == vnplan.__version__


def test_json_of_the_first_schema_is_read():
    old = data(schema_version="1.0")
    del old["written_by"]
    plan = vnplan.PlanDocument.model_validate_json(json.dumps(old))
    assert plan == made_plan()
    assert (plan.schema_version, plan.written_by) == (SCHEMA_VERSION, None)


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
