"""``vnplan evaluate``: formats, what is wrong usage, and the check of the gold itself."""

import json

import pytest

from made_gold import made, reading, write
from vnplan.cli import main
from vnplan.evaluation.integrity import findings
from vnplan.evaluation.load import load


@pytest.fixture
def pack(tmp_path):
    write(tmp_path / "pack")
    return tmp_path / "pack"


def test_the_table_fits_a_terminal(pack, capsys, monkeypatch):
    monkeypatch.setenv("COLUMNS", "80")
    assert main(["evaluate", str(pack), "--system", "made_gold:perfect", "--format", "table"]) == 0
    shown = capsys.readouterr().out
    assert max(map(len, shown.splitlines())) <= 80
    assert "table cells" in shown


def test_systems_stand_side_by_side(pack, capsys):
    command = ["evaluate", str(pack), "--system", "made_gold:perfect,made_gold:nothing", "--system", "vnplan"]
    assert main([*command, "--format", "table"]) == 0
    line = next(line for line in capsys.readouterr().out.splitlines() if line.startswith("references"))
    assert line.split() == ["references", "2", "1.000", "-", "1.000"]


@pytest.mark.parametrize(("language", "words"), [("en", "By format"), ("vi", "Theo định dạng")])
def test_the_page_loads_nothing(pack, tmp_path, language, words):
    out = tmp_path / "out.html"
    assert main(["evaluate", str(pack), "-o", str(out), "--language", language]) == 0
    page = out.read_text("utf-8")
    assert words in page
    assert "default-src 'none'" in page
    assert "<script" not in page


def test_json_goes_into_a_pipe(pack, capsys):
    assert main(["evaluate", str(pack), "--system", "made_gold:perfect"]) == 0
    told = json.loads(capsys.readouterr().out)
    assert told["evaluation_version"] == "1.0"
    assert {score["f1"] for score in told["scores"]} == {1.0}


def test_readings_of_another_program(pack, tmp_path, capsys):
    folder = tmp_path / "said"
    folder.mkdir()
    command = ["evaluate", str(pack), "--system", f"file:{folder}"]
    assert main(command) == 1
    assert "no reading is there" in capsys.readouterr().err
    (folder / "lao-cai-77.txt.json").write_text(reading().model_dump_json(exclude_unset=True), "utf-8")
    assert main(command) == 0
    assert {score["f1"] for score in json.loads(capsys.readouterr().out)["scores"]} == {1.0}
    (folder / "lao-cai-77.txt.json").write_text('{"mood": "good"}', "utf-8")
    assert main(command) == 1
    assert "mood" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("system", "said"),
    [
        ("papyrus", "there is no such system; known are vnplan"),
        ("made_gold:absent", "made_gold has no absent"),
        ("no_such_module:read", "no module is called no_such_module"),
        ("file:nowhere", "there is no such folder"),
    ],
)
def test_an_unknown_system_is_wrong_usage(pack, system, said, capsys):
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", str(pack), "--system", system])
    assert stopped.value.code == 2
    assert said in capsys.readouterr().err


def test_a_function_that_gives_no_reading_fails(pack, capsys):
    assert main(["evaluate", str(pack), "--system", "made_gold:wrong_kind"]) == 1
    assert "it gave dict, not a vnplan.Reading" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (None, "there is no such file or folder"),
        ("{", "no JSON"),
        ('{"id": "a", "mood": 1}', "mood: Extra inputs"),
        ('{"files": []}', "id: Field required"),
        (json.dumps({**made(), "id": "lao-cai-77", "kind": "song"}), "kind: Input should be 'plan'"),
        (json.dumps({"id": "a", "files": ["lost.pdf"]}), "its file lost.pdf is not in"),
    ],
)
def test_wrong_gold_names_the_file_and_what_is_wrong(tmp_path, content, said, capsys):
    source = tmp_path / "gold.json"
    if content is not None:
        source.write_text(content, "utf-8")
    with pytest.raises(SystemExit) as stopped:
        main(["evaluate", str(source)])
    assert stopped.value.code == 2
    told = capsys.readouterr().err
    assert said in told
    assert "gold.json" in told


def test_an_empty_folder_and_two_of_one_id_are_wrong_usage(tmp_path, capsys):
    with pytest.raises(SystemExit):
        main(["evaluate", str(tmp_path)])
    assert "no gold document is there" in capsys.readouterr().err
    for name in ("a", "b"):
        (tmp_path / f"{name}.json").write_text('{"id": "same"}', "utf-8")
    with pytest.raises(SystemExit):
        main(["evaluate", str(tmp_path)])
    assert "the id same is also that of" in capsys.readouterr().err


def test_a_line_is_a_document_and_renditions_may_lie_elsewhere(tmp_path):
    lines = [json.dumps({"id": name, "files": [f"{name}.txt"]}) for name in "ab"]
    (tmp_path / "all.jsonl").write_text("\n".join(lines) + "\n", "utf-8")
    (tmp_path / "deep" / "er").mkdir(parents=True)
    for name in "ab":
        (tmp_path / "deep" / "er" / f"{name}.txt").write_text("Số: 1/KH-UBND", "utf-8")
    cases = load(tmp_path / "all.jsonl", tmp_path / "deep")
    assert [case.path(case.gold.files[0]).name for case in cases] == ["a.txt", "b.txt"]


def change(path, value):
    told = made()
    *above, last = path
    at = told
    for step in above:
        at = at[step]
    at[last] = value
    return told


FINDINGS = {
    "a place beyond the text": (("agencies", 0, "span"), [0, 99_999], "agencies.0.span", "is no stretch of the text"),
    "other words there": (("citations", 0, "span"), [0, 5], "citations.0.span", "the text there is 'ỦY BA'"),
    "an empty place": (("amounts", 0, "span"), [4, 4], "amounts.0.span", "is no stretch"),
    "a cell": (("tables", 0, "rows", 1, "cells", 0, "span"), [0, 3], "t1.rows.1.cells.0.span", "the text there"),
    "a label twice": (("outline", 2, "label"), "II", "outline.2.label", "II stands twice"),
    "a reference twice": (("references", 1), made()["references"][0], "references", "31/qđ-ttg stands 2 times"),
    "a mention of none": (("citations", 0, "key"), "9/CV-X", "citations.0.key", "9/CV-X is no reference"),
    "another count": (("references", 0, "mentions"), 5, "references.0.mentions", "5, but 2"),
    "a column too many": (
        ("tables", 0, "rows", 1, "cells", 2, "column"),
        4,
        "t1.rows.1.cells.2",
        "beyond the 4 columns",
    ),
    "no such table": (("tasks", 0, "table"), "t7", "tasks.0.table", "there is no table t7"),
    "an end before the start": (("tasks", 0, "time_end"), "2025-01-01", "tasks.0.time_end", "is before 2026-01-01"),
    "a kind without time": (("tasks", 0, "time"), None, "tasks.0.time_kind", "range without a time"),
    "a file that is not there": (("files", 0, "name"), "lost.pdf", "files.0", "lost.pdf is not in"),
    "an assignment twice": (("assignments", 1, "agency"), "Sở Xây dựng", "assignments", "stands 2 times"),
}


@pytest.mark.parametrize("name", FINDINGS)
def test_the_check_finds_what_cannot_be_right(tmp_path, name):
    path, value, place, message = FINDINGS[name]
    home = write(tmp_path)
    (home / "gold.json").write_text(json.dumps(change(path, value)), "utf-8")
    told = {finding.place: finding.message for finding in findings(load(tmp_path)[0])}
    assert message in told[place]


def test_good_gold_has_no_findings(pack, capsys):
    assert main(["evaluate", str(pack), "--check"]) == 0
    assert capsys.readouterr().out == "1 documents, 0 findings\n"


def test_findings_are_printed(pack, capsys):
    (pack / "lao-cai-77" / "gold.json").write_text(json.dumps(change(("tasks", 0, "table"), "t7")), "utf-8")
    assert main(["evaluate", str(pack), "--check"]) == 1
    assert capsys.readouterr().out.splitlines()[0] == "lao-cai-77: tasks.0.table: there is no table t7"
