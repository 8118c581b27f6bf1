"""The command line: formats, exit codes, several files, standard input, what goes wrong."""

import csv
import io
import json
import subprocess
import sys
from dataclasses import replace

import networkx as nx
import pytest

import vnplan
from made import TEXT, made_plan
from vnplan.cli import main
from vnplan.export.outputs import Style, Subject, named
from vnplan.export.terminal.blocks import blocks
from vnplan.export.terminal.columns import columns
from vnplan.models.plan import SCHEMA_VERSION

PLAN = "Số: 5/KH-UBND\nKẾ HOẠCH\nI. MỤC ĐÍCH\nHọc tập.\n"


@pytest.fixture
def files(tmp_path):
    paths = [tmp_path / name for name in ("a.txt", "b.txt")]
    for path in paths:
        path.write_text(PLAN, "utf-8")
    return [str(path) for path in paths]


def written(style, name="json", plans=None):
    out = io.StringIO()
    named(Subject.PLANS, name).load()([made_plan()] if plans is None else plans, out, style)
    return out.getvalue()


ONE = Style(many=False, language="en", width=100)
MANY = Style(many=True, language="en", width=100)


def test_json_of_one_file_is_one_object(files, capsys):
    assert main(["parse", files[0]]) == 0
    printed = capsys.readouterr().out
    assert vnplan.PlanDocument.model_validate_json(printed) == vnplan.parse(files[0])


def test_json_of_several_files_is_an_array(files, capsys):
    assert main(["parse", *files, "--format", "json"]) == 0
    assert [plan["source"]["name"] for plan in json.loads(capsys.readouterr().out)] == ["a.txt", "b.txt"]


@pytest.mark.parametrize("plans", [[], [made_plan()]])
def test_json_of_several_files_stays_an_array_where_some_fail(plans):
    assert len(json.loads(written(MANY, plans=plans))) == len(plans)


def test_jsonl_is_one_plan_a_line(files, capsys):
    assert main(["parse", *files, "--format", "jsonl"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert [json.loads(line)["source"]["name"] for line in lines] == ["a.txt", "b.txt"]


def test_csv_has_the_tasks_of_all_plans():
    rows = list(csv.DictReader(io.StringIO(written(MANY, "csv", [made_plan(), made_plan("32/KH-UBND")]))))
    assert len(rows) == 4


def test_calendars_of_several_plans_follow_one_another():
    shown = written(MANY, "ics", [made_plan(), made_plan("32/KH-UBND")])
    assert shown.count("BEGIN:VCALENDAR\r\n") == shown.count("END:VCALENDAR\r\n") == 2
    assert shown.count("BEGIN:VEVENT\r\n") == 2


def test_the_table_shows_header_tasks_citations_sections_and_diagnostics():
    shown = written(replace(ONE, width=200), "table")
    for words in ("31/KH-UBND", "Lập bản đồ số", "77/QĐ-TTg", "I. MỤC ĐÍCH", "made up", "Đỗ Văn Thử, CHỦ TỊCH"):
        assert words in shown
    assert max(map(len, shown.splitlines())) <= 200


def test_diagnostics_speak_vietnamese_on_request():
    rows = next(block.rows for block in blocks(made_plan(), "vi") if block.title == "Diagnostics")
    assert rows == (
        ("warning", "empty-document", TEXT[: TEXT.index("I. MỤC ĐÍCH")].count("\n") + 1, "văn bản không có chữ nào"),
    )


def test_markdown_is_the_document():
    shown = written(MANY, "markdown", [made_plan(), made_plan("32/KH-UBND")])
    assert "Số: 31/KH-UBND" in shown
    assert "Số: 32/KH-UBND" in shown


@pytest.mark.parametrize(
    ("name", "start"),
    [
        ("o.json", "{"),
        ("o.jsonl", '{"schema'),
        ("o.md", "# "),
        ("o.csv", "id,"),
        ("o.ics", "BEGIN:VCALENDAR"),
        ("o.txt", "a.txt"),
    ],
)
def test_the_output_file_tells_its_format(files, tmp_path, name, start):
    assert main(["parse", files[0], "-o", str(tmp_path / name)]) == 0
    assert (tmp_path / name).read_text("utf-8").startswith(start)


def test_failed_files_are_named_and_the_rest_written(files, capsys, tmp_path):
    absent = str(tmp_path / "absent.txt")
    assert main(["parse", files[0], absent, files[1], "--format", "jsonl", "--workers", "0"]) == 1
    captured = capsys.readouterr()
    assert len(captured.out.splitlines()) == 2
    assert captured.err == f"vnplan: {absent}: No such file or directory\n"


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["parse"],
        ["parse", "x", "--format", "yaml"],
        ["parse", "x", "--date", "yesterday"],
        ["parse", "x", "--workers", "-1"],
        ["parse", "x", "-o", "/absent/folder/x.json"],
        ["graph", "x"],
        ["graph", "x", "-o", "g.png"],
        ["unknown"],
    ],
)
def test_wrong_usage_exits_with_2(words, capsys):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2
    assert "usage: vnplan" in capsys.readouterr().err


@pytest.mark.parametrize("command", [[], ["parse"], ["citations"], ["graph"], ["schema"], ["normalize"]])
def test_every_command_explains_itself(command, capsys):
    with pytest.raises(SystemExit) as stop:
        main([*command, "--help"])
    assert stop.value.code == 0
    assert capsys.readouterr().out.startswith("usage: vnplan")


@pytest.mark.parametrize(
    ("bound", "said"), [(("--seconds", "0.001"), "Limits.seconds"), (("--memory", "40"), "memory")]
)
def test_bounds_stop_a_file_in_a_process_of_its_own(files, bound, said, capsys):
    assert main(["parse", str(files[0]), *bound]) == 1
    assert said in capsys.readouterr().err


def test_standard_input_among_files(files):
    done = subprocess.run(
        [sys.executable, "-m", "vnplan", "parse", "-", files[0], "--format", "jsonl"],
        input=PLAN.encode(), capture_output=True, check=True,
    )  # fmt: skip
    names = [json.loads(line)["source"]["name"] for line in done.stdout.splitlines()]
    assert names == ["<stdin>", "a.txt"]


def test_a_reader_that_stops_early_is_no_error(files):
    command = f"{sys.executable} -m vnplan parse {' '.join(files * 60)} --format jsonl --workers 0 | head -c 1"
    done = subprocess.run(["bash", "-c", command], capture_output=True, check=True)
    assert (done.stdout, done.stderr) == (b"{", b"")


def test_output_is_utf8_whatever_the_locale(files):
    done = subprocess.run(
        [sys.executable, "-X", "utf8=0", "-m", "vnplan", "parse", files[0]],
        env={"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONIOENCODING": "ascii"}, capture_output=True, check=True,
    )  # fmt: skip
    assert json.loads(done.stdout)["text"] == PLAN


@pytest.mark.parametrize("suffix", ["graphml", "gexf", "json", "cypher"])
def test_graph_files(files, tmp_path, suffix):
    target = tmp_path / f"g.{suffix}"
    assert main(["graph", *files, "-o", str(target), "--workers", "0"]) == 0
    assert target.stat().st_size > 0
    if suffix == "graphml":
        assert len(nx.read_graphml(target)) >= 2


def test_graph_of_failed_files_exits_with_1(tmp_path, capsys):
    assert main(["graph", str(tmp_path / "absent"), "-o", str(tmp_path / "g.json")]) == 1
    assert "absent" in capsys.readouterr().err


def test_schema_is_printed_or_written(capsys, tmp_path):
    assert main(["schema"]) == 0
    assert json.loads(capsys.readouterr().out)["$id"] == f"urn:vnplan:schema:plan:{SCHEMA_VERSION}"
    assert main(["schema", "-o", str(tmp_path / "s")]) == 0
    assert (tmp_path / "s" / "plan.schema.json").is_file()


def test_normalize(capsys):
    words = "Sở LĐTBXH thực hiện Quyết định số 77/QĐ-TTg ngày 06/05/2021, hoàn thành trước ngày 30/6/2022"
    assert main(["normalize", words, "--province", "Bắc Giang", "--on", "2022-03-04"]) == 0
    found = json.loads(capsys.readouterr().out)
    assert found["agencies"][0]["name"] == "Sở Lao động - Thương binh và Xã hội"
    assert found["citations"][0]["key"] == "77/QĐ-TTg"
    assert [d["date"] for d in found["dates"]] == ["2021-05-06", "2022-06-30"]
    assert found["timeframes"][0]["kind"] == "deadline"
    assert main(["normalize", words, "--format", "table"]) == 0
    assert "77/QĐ-TTg" in capsys.readouterr().out


def test_agencies_of_a_day_and_today(capsys):
    words = ["agencies", "Sở LĐTBXH", "--province", "Hải Dương", "--on", "2022-06-20", "--today", "--topic", "trẻ em"]
    assert main([*words, "--format", "table"]) == 0
    printed = capsys.readouterr().out
    assert "45/2025/NĐ-CP" in printed
    assert "Sở Y tế, Hải Phòng" in printed
    assert main(words) == 0
    shown = json.loads(capsys.readouterr().out)
    assert shown["agency"]["key"] == "so_ldtbxh"
    assert [heir["id"] for heir in shown["today"]] == ["agency:so-y-te@hai-phong"]
    assert shown["timeline"][-1]["bodies"] == ["hai-duong"]


def test_agencies_of_a_group(capsys):
    words = ["agencies", "các tổ chức chính trị - xã hội", "--province", "Hải Dương", "--on", "2022-06-20"]
    assert main([*words, "--format", "table"]) == 0
    assert "Hội Nông dân tỉnh Hải Dương" in capsys.readouterr().out
    assert main(words) == 0
    assert len(json.loads(capsys.readouterr().out)["members"]["agencies"]) == 5


def test_agencies_listed(capsys):
    assert main(["agencies", "--list", "--format", "csv"]) == 0
    rows = list(csv.DictReader(io.StringIO(capsys.readouterr().out)))
    assert len(rows) == len(vnplan.registry)
    assert "Sở Tài chính" in next(row["became"] for row in rows if row["key"] == "so_khdt")
    assert main(["agencies", "--list", "--on", "2026-01-01"]) == 0
    keys = {agency["key"] for agency in json.loads(capsys.readouterr().out)["agencies"]}
    assert "so_nnmt" in keys
    assert "so_khdt" not in keys
    assert main(["agencies", "--list", "--format", "table"]) == 0
    assert "ministry" in capsys.readouterr().out.split()


@pytest.mark.parametrize(("name", "said"), [("Sở KH", "may be"), ("Sở Tài chnh", "much like it"), ("xyz", "no name")])
def test_agencies_of_a_doubtful_name_exits_with_1(name, said, capsys):
    assert main(["agencies", name, "--on", "2022-06-20"]) == 1
    assert said in capsys.readouterr().err


@pytest.mark.parametrize("words", [["agencies"], ["agencies", "Sở Y tế", "--list"]])
def test_agencies_wants_a_name_or_the_list(words, capsys):
    with pytest.raises(SystemExit) as stop:
        main(words)
    assert stop.value.code == 2


def test_version(capsys):
    with pytest.raises(SystemExit):
        main(["--version"])
    assert capsys.readouterr().out == f"vnplan {vnplan.__version__}\n"


@pytest.mark.parametrize("width", [20, 40, 80])
def test_columns_wrap_to_the_width_and_lose_no_word(width):
    rows = [("1", "một việc rất dài cần được xuống dòng nhiều lần", "Sở Y tế"), ("2", "ngắn", None)]
    shown = columns(("No", "Task", "Lead"), rows, width)
    assert max(map(len, shown.splitlines())) <= width
    told = set(shown.split())
    assert {word for row in rows[:2] for word in row[1].split()} <= told


def test_columns_without_values_are_left_out():
    assert columns(("A", "B", "C"), [("1", None, "x"), ("2", "", "y")], 80) == "A  C\n-  -\n1  x\n2  y\n"
    assert columns(("A",), [(None,)], 80) == ""


def test_control_characters_never_reach_the_terminal():
    shown = columns(("A",), [("red\x1b[31m\x07\u202eX",)], 80)
    assert set(shown) <= set("A-\n red[31mX")
