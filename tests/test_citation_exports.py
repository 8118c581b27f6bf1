"""Citations for other tools: Web Annotations, JSON Lines, the command line."""

import json
import re
from pathlib import Path

import pytest

from test_references import plan_of
from vnplan import find_citations, web_annotations
from vnplan.cli import main

IRI = re.compile(r"(?:urn:uuid:[0-9a-f-]{36}|ni:///sha-256;[\w-]{43}|urn:lex:vn:\S+)\Z")
BODY = "Theo Quyết định số 8/QĐ-TTg ngày 05/01/2022 của Thủ tướng Chính phủ và Đề án 06. Luật Đất đai có hiệu lực."


@pytest.fixture(scope="module")
def plan():
    return plan_of("Căn cứ Quyết định số 7/QĐ-TTg ngày 04/01/2022;", BODY)


def test_annotations_point_at_the_words_by_place_and_by_quote(plan) -> None:
    made = plan.web_annotations()
    page = made["first"]
    assert made["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (made["type"], page["type"], page["partOf"]) == ("AnnotationCollection", "AnnotationPage", made["id"])
    assert made["total"] == len(page["items"]) == len(plan.citations)
    for item, citation in zip(page["items"], plan.citations, strict=True):
        place, quote = item["target"]["selector"]
        assert (place["start"], place["end"]) == citation.span
        assert quote["exact"] == plan.text[slice(*citation.span)] == citation.text
        around = quote["prefix"] + quote["exact"] + quote["suffix"]
        assert around in plan.text
        assert IRI.match(item["id"])
        assert IRI.match(item["target"]["source"])
    assert len({item["id"] for item in page["items"]}) == made["total"]


def test_annotations_link_to_the_document_and_leave_the_unknown_without_body(plan) -> None:
    items = plan.web_annotations()["first"]["items"]
    by_words = {item["target"]["selector"][1]["exact"]: item for item in items}
    known = by_words["Quyết định số 8/QĐ-TTg ngày 05/01/2022 của Thủ tướng Chính phủ"]
    assert known["motivation"] == "identifying"
    assert [b["value"] for b in known["body"] if b["type"] == "TextualBody"] == ["8/QĐ-TTg", "numbered", "follows"]
    assert [b["source"] for b in known["body"] if b["type"] == "SpecificResource"] == [
        "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2022-01-05;8-qd-ttg"
    ]
    assert by_words["Đề án 06"]["motivation"] == "highlighting"
    assert "body" not in by_words["Đề án 06"]


def test_annotations_of_any_text_are_the_same_each_time() -> None:
    text = "Căn cứ Luật Đất đai; Nghị định số 5/2020/NĐ-CP"
    made = web_annotations(find_citations(text), text, source="https://example.org/a")
    assert made == web_annotations(find_citations(text), text, source="https://example.org/a")
    assert {item["target"]["source"] for item in made["first"]["items"]} == {"https://example.org/a"}
    assert made["total"] == 2


def test_lines_bear_the_document_of_each_mention(plan) -> None:
    rows = [json.loads(line) for line in plan.citation_lines()]
    assert [row["index"] for row in rows] == list(range(len(plan.citations)))
    assert [row["span"] for row in rows] == [list(c.span) for c in plan.citations]
    documents = {row["key"]: row["reference"] for row in rows}
    assert documents["8/QĐ-TTg"] == "document:2022/8/QĐ-TTg"
    assert documents[None] is None


@pytest.mark.parametrize("style", ["table", "jsonl", "w3c"])
def test_command_writes_each_format(style: str, plan, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    source = tmp_path / "plan.txt"
    source.write_text(plan.text, "utf-8")
    assert main(["citations", str(source), "--format", style]) == 0
    shown = capsys.readouterr().out
    assert "8/QĐ-TTg" in shown
    if style == "jsonl":
        assert [json.loads(line)["key"] for line in shown.splitlines()] == [c.key for c in plan.citations]
    if style == "w3c":
        assert json.loads(shown)["total"] == len(plan.citations)
    assert main(["citations", str(source), "--format", style, "-o", str(tmp_path / "out")]) == 0
    assert "8/QĐ-TTg" in (tmp_path / "out").read_text("utf-8")


def test_command_names_files_that_fail(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["citations", str(tmp_path / "none.txt"), "--format", "jsonl"]) == 1
    assert "none.txt" in capsys.readouterr().err
