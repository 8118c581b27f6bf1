"""``vnplan corpus`` on the command line."""

import csv
import io
import json

import pytest

from test_corpus_store import PLAN
from vnplan.cli import main


@pytest.fixture
def plans(tmp_path):
    for n in (1, 2):
        (tmp_path / f"{n}.txt").write_text(PLAN.format(n=n), "utf-8")
    return tmp_path


@pytest.fixture
def built(plans, capsys):
    output = str(plans / "out.duckdb")
    assert main(["corpus", "build", str(plans), "-o", output, "--workers", "0"]) == 0
    assert capsys.readouterr().out == f"{output}: 2 files, 2 read, 0 without a plan, 0 removed\n"
    return output


def test_answers_as_csv_jsonl_and_table(built, capsys):
    ask = ["corpus", "query", built, "SELECT number, date FROM documents ORDER BY number"]
    assert main(ask) == 0
    assert list(csv.reader(io.StringIO(capsys.readouterr().out))) == [
        ["number", "date"], ["1/KH-UBND", "2022-05-05"], ["2/KH-UBND", "2022-05-05"],
    ]  # fmt: skip
    assert main([*ask, "--format", "jsonl"]) == 0
    assert json.loads(capsys.readouterr().out.splitlines()[1]) == {"number": "2/KH-UBND", "date": "2022-05-05"}
    assert main([*ask, "--format", "table"]) == 0
    assert capsys.readouterr().out.splitlines()[2].split() == ["1/KH-UBND", "2022-05-05"]


def test_a_query_from_standard_input(built, capsys, monkeypatch):
    monkeypatch.setattr("sys.stdin", io.StringIO("SELECT count(*) AS n FROM tasks"))
    assert main(["corpus", "query", built, "-"]) == 0
    assert capsys.readouterr().out.split() == ["n", "2"]


def test_parse_goes_on_from_a_journal(plans, capsys):
    words = ["parse", str(plans / "1.txt"), str(plans / "2.txt"), "--workers", "0", "--format", "jsonl"]
    more = ["--journal", str(plans / "done.jsonl"), "--progress"]
    assert main(words) == 0
    expected = capsys.readouterr().out
    for _ in range(2):
        assert main([*words, *more]) == 0
        out, err = capsys.readouterr()
        assert (out, "2/2, 0 failed" in err) == (expected, True)
    assert len((plans / "done.jsonl").read_bytes().splitlines()) == 2


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (["query", "absent.duckdb", "SELECT 1"], "no such corpus"),
        (["build", "absent", "-o", "x.duckdb"], "no folder"),
    ],
)
def test_failures_are_told(words, said, capsys, monkeypatch, tmp_path):
    monkeypatch.chdir(tmp_path)
    assert main(["corpus", *words]) == 1
    assert said in capsys.readouterr().err


def test_files_without_a_plan_are_named(plans, capsys):
    (plans / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    assert main(["corpus", "build", str(plans), "-o", str(plans / "o.duckdb"), "--workers", "0"]) == 1
    out, err = capsys.readouterr()
    assert "3 files, 3 read, 1 without a plan" in out
    assert err.startswith("vnplan: broken.pdf: ")
    assert len(err.splitlines()) == 1


def test_progress_on_standard_error(plans, capsys):
    words = ["corpus", "build", str(plans), "-o", str(plans / "o"), "--workers", "0", "--progress", "--glob", "1*"]
    assert main(words) == 0
    assert "1/1, 0 failed" in capsys.readouterr().err
