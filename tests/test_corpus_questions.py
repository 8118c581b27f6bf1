"""The questions in docs/corpus.md, asked of the specimens."""

import re
from pathlib import Path

import pytest

from vnplan import corpus

ROOT = Path(__file__).parent.parent
PAGE = (ROOT / "docs" / "corpus.md").read_text("utf-8")
QUESTIONS = dict(re.findall(r"\n([A-Z][^\n]*\?)\n\n```sql\n(.*?)```", PAGE, re.DOTALL))


@pytest.fixture(scope="module")
def specimens(tmp_path_factory):
    output = tmp_path_factory.mktemp("corpus") / "specimens.duckdb"
    names = [f"{folder.name}{end}" for folder in (ROOT / "corpora").iterdir() for end in (".txt", ".md")]
    corpus.build(ROOT / "corpora", output, work=corpus.Work(patterns=names, workers=0))
    return output


def test_every_question_is_found():
    assert len(QUESTIONS) == PAGE.count("```sql") >= 9


@pytest.mark.parametrize("question", QUESTIONS)
def test_every_question_has_an_answer(specimens, question):
    answer = corpus.query(specimens, QUESTIONS[question])
    assert answer.rows
    assert len(set(answer.columns)) == len(answer.columns)


def ask(specimens, beginning):
    (sql,) = (sql for question, sql in QUESTIONS.items() if question.startswith(beginning))
    answer = corpus.query(specimens, sql)
    return [dict(zip(answer.columns, row, strict=True)) for row in answer.rows]


def test_who_leads_what(specimens):
    rows = ask(specimens, "Who leads what")
    assert {"Bắc Giang", "Lào Cai", "Hải Phòng"} <= {row["province"] for row in rows}
    assert all(row["lead"] and row["title"] for row in rows)


def test_every_specimen_province_carries_out_the_decision(specimens):
    rows = ask(specimens, "Which provinces carry out")
    provinces = corpus.query(specimens, "SELECT DISTINCT province FROM documents WHERE province IS NOT NULL").rows
    assert sorted(row["province"] for row in rows) == sorted(row[0] for row in provinces)
    assert all(row["cue"] for row in rows)


def test_the_tables_of_the_page_are_those_of_the_corpus():
    assert re.findall(r"^\| `(\w+)` \|", PAGE, re.MULTILINE) == list(corpus.TABLES)
