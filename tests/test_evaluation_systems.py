"""The systems of the table on hand-made gold: what each finds, what it leaves out, what it says when something lacks."""

import json
import re
import sys
from pathlib import Path
from types import SimpleNamespace

import pytest

import vnplan
from made_gold import RULED, TEXT, made, span, write
from vnplan import Reading, Way
from vnplan.evaluation.systems import docling, langextract
from vnplan.evaluation.systems.adapter import Options
from vnplan.evaluation.systems.grids import columns_of, outline_of, tasks_of
from vnplan.evaluation.systems.table import ROWS, resolve
from vnplan.export.evaluation.tables import main_tables

ROOT = Path(__file__).parent.parent
PDF = ROOT / "corpora" / "bac-giang-412-kh-ubnd-2022" / "bac-giang-412-kh-ubnd-2022.pdf"
INSTALLED = [row.name for row in ROWS if not row.needs]


def read(name, path, **options):
    return resolve([name], Options(**options))[0].read(path)


def answered(reading):
    return {name for name in Reading.model_fields if getattr(reading, name) is not None}


@pytest.mark.parametrize("row", ROWS, ids=lambda row: row.name)
def test_every_row_says_what_it_is_for_and_what_it_cannot(row):
    assert row.about
    assert row.cannot
    assert __import__(f"vnplan.evaluation.systems.{row.adapter}", fromlist=["reader"]).reader


def test_the_documentation_lists_the_table():
    text = (ROOT / "docs" / "evaluation.md").read_text("utf-8")
    told = re.findall(r"^\| `([\w-]+)` \| ([^|]*) \| ([^|]*) \|([^|]*)\|$", text, re.MULTILINE)
    needs = {name: need.strip().strip("`") for name, _, _, need in told}
    assert needs == {row.name: row.needs for row in ROWS}


@pytest.mark.parametrize("name", [name for name in INSTALLED if name != "pdfplumber-rows"])
def test_what_is_installed_reads_the_specimen(tmp_path, name):
    home = write(tmp_path)
    reading = read(name, home / "lao-cai-77.txt")
    assert reading.text == TEXT
    assert reading.citations


def test_one_line_finds_numbers_and_nothing_else(tmp_path):
    home = write(tmp_path)
    reading = read("one-line-regex", home / "lao-cai-77.txt")
    assert answered(reading) == {"text", "references", "citations"}
    assert [r.key for r in reading.references] == ["77/KH-UBND", "31/QĐ-TTg"]
    found = vnplan.evaluate(tmp_path, ["one-line-regex"])
    scores = {(s.aspect, s.way): (s.gold, s.found, s.right) for s in found.scores if s.group == "all"}
    assert scores["mentions", Way.VALUE] == (3, 3, 2)
    assert scores["mentions", Way.EXACT] == (3, 3, 0)  # the type word belongs to the mention
    assert scores["mentions", Way.OVERLAP] == (3, 3, 2)
    assert {aspect for aspect, _ in scores} == {"references", "mentions"}


def test_patterns_of_spacy_find_bodies_documents_and_dates(tmp_path):
    home = write(tmp_path)
    reading = read("spacy-rules", home / "lao-cai-77.txt")
    words = [a.words for a in reading.agencies]
    assert "Sở Xây dựng" in words
    assert "Thủ tướng Chính phủ" in words
    assert RULED in [c.words for c in reading.citations]
    assert {r.key: str(r.date) for r in reading.references}["31/QĐ-TTg"] == "2026-01-05"
    assert all(reading.text[slice(*one.span)] == one.words for one in (*reading.agencies, *reading.citations))


def test_pdfplumber_gives_rows_of_ruled_tables():
    reading = read("pdfplumber-rows", PDF)
    assert answered(reading) == {"tables", "tasks"}
    group, first = reading.tasks[:2]  # it does not know that a row of a group is no task
    assert (group.no, group.lead) == ("I", ())
    assert first.title.startswith("Tổ chức Ngày Sách")
    assert first.outputs == "Kế hoạch, báo cáo"


def test_a_system_without_a_fitting_format_is_told(tmp_path):
    write(tmp_path)
    with pytest.raises(vnplan.VnplanError, match="pdfplumber-rows: it reads pdf, and there is only txt"):
        vnplan.evaluate(tmp_path, ["pdfplumber-rows"])


MARKDOWN = """## KẾ HOẠCH

- I. **NHIỆM VỤ**
    - I.2. Việc chung

a) Trồng cây.

| STT | Nhiệm vụ | Chủ trì | Phối hợp | Thời gian | Sản phẩm |
|-----|----------|---------|----------|-----------|----------|
| 1 | **Ươm giống** | Sở Xây dựng; Sở Y tế | | Quý I | Cây |
| I | Nhóm việc | | | | |

| Đơn vị | Số cây |
|---|---|
| Xã A | 5 |
"""


def test_rules_over_markdown():
    reading = docling.read_markdown(MARKDOWN)
    assert [(n.label, n.level, n.text) for n in reading.outline] == [
        ("I", 1, "NHIỆM VỤ"),
        ("2", 2, "Việc chung"),
        ("a", 3, "Trồng cây."),
    ]
    assert [(t.role, len(t.rows)) for t in reading.tables] == [("assignment", 3), ("other", 2)]
    (first, _) = reading.tasks
    assert (first.title, first.lead, first.coordinating, first.time) == (
        "Ươm giống",
        ("Sở Xây dựng", "Sở Y tế"),
        (),
        "Quý I",
    )


@pytest.mark.parametrize(
    ("heading", "columns"),
    [
        (("TT", "Nội dung\ncông việc", "Đơn vị chủ trì", "Ghi chú"), ["no", "title", "lead", "other"]),
        (("STT", "Nhiệm vụ", "Thời gian thực hiện", "Cơ quan thực hiện"), ["no", "title", "time", "lead"]),
        (("Nội dung", "Nội dung"), ["title", "other"]),
        (("Xã", "Số hộ"), ["other", "other"]),
    ],
)
def test_columns_by_a_word_of_their_heading(heading, columns):
    assert columns_of(heading) == columns


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("II. NHIỆM VỤ", ("II", 1)),
        ("3.2. Kinh phí", ("3.2", 3)),
        ("Điều 4. Tổ chức", ("Điều 4", 1)),
        ("Căn cứ Luật", None),
        ("2026", None),
    ],
)
def test_lines_with_labels(line, item):
    assert [(n["label"], n["level"]) for n in outline_of([line])] == ([item] if item else [])


def test_a_grid_without_titles_has_no_tasks():
    assert list(tasks_of([["Xã", "Số hộ"], ["A", "5"]])) == []


@pytest.mark.parametrize(
    ("system", "module", "hint"),
    [
        ("docling", "docling.backend.msword_backend", "pip install 'docling-slim[format-docx,format-web]'"),
        ("langextract", "langextract.resolver", "pip install 'langextract'"),
    ],
)
def test_a_library_that_lacks_is_named_with_how_to_get_it(monkeypatch, system, module, hint):
    monkeypatch.setitem(sys.modules, module.partition(".")[0], None)
    monkeypatch.setitem(sys.modules, module, None)
    with pytest.raises(vnplan.MissingDependency) as told:
        resolve([system], Options())
    assert hint in str(told.value)


def extraction(kind, words, place, **attributes):
    where = SimpleNamespace(start_pos=place[0], end_pos=place[1]) if place else None
    return SimpleNamespace(extraction_class=kind, extraction_text=words, char_interval=where, attributes=attributes)


def test_extractions_of_langextract_become_a_reading():
    found = [
        extraction("agency", "Sở Xây dựng", span("Sở Xây dựng"), name="Sở Xây dựng"),
        extraction("citation", RULED, span(RULED), key="31/QĐ-TTg"),
        extraction("duty", "Chăm sóc cây", span("Chăm sóc cây"), assignees="Sở Xây dựng;Sở Y tế"),
        extraction("agency", "Sở Nội vụ", None),
        extraction("mood", "vui", (0, 3)),
    ]
    reading = langextract.reading_of(found, TEXT)
    assert [a.name for a in reading.agencies] == ["Sở Xây dựng"]
    assert [(r.key, r.kind) for r in reading.references] == [("31/QĐ-TTg", "numbered")]
    assert reading.duties[0].assignees == ("Sở Xây dựng", "Sở Y tế")


def test_langextract_needs_recorded_answers(monkeypatch, tmp_path):
    monkeypatch.setattr(langextract, "library", lambda *_: SimpleNamespace())
    with pytest.raises(vnplan.VnplanError, match="--answers DIR; none was told"):
        resolve(["langextract"], Options())
    home = write(tmp_path)
    with pytest.raises(vnplan.VnplanError, match="no answer is there"):
        read("langextract", home / "lao-cai-77.txt", answers=tmp_path)


def test_files_without_a_recorded_answer_are_not_scored(monkeypatch, tmp_path):
    resolver = SimpleNamespace(
        Resolver=lambda: SimpleNamespace(
            resolve=lambda _: [extraction("citation", RULED, span(RULED), key="31/QĐ-TTg")],
            align=lambda said, *_, **__: said,
        ),
        ResolverParsingError=ValueError,
    )
    monkeypatch.setattr(langextract, "library", lambda *_: resolver)
    home, answers = write(tmp_path / "gold"), tmp_path / "answers"
    answers.mkdir()
    unanswered = vnplan.evaluate(home, ["langextract"], answers=answers)
    assert (unanswered.systems[0].files, unanswered.systems[0].unasked, unanswered.scores) == (0, 1, ())
    assert "0 (1 unanswered)" in next(main_tables(unanswered, "en")).rows[0]
    (answers / "lao-cai-77.txt.txt").write_text("{}", "utf-8")
    told = vnplan.evaluate(home, ["langextract"], answers=answers).systems[0]
    assert (told.files, told.unasked, told.failures) == (1, 0, ())


def test_langextract_puts_a_recorded_answer_in_its_places(tmp_path):
    pytest.importorskip("langextract", reason="langextract is not installed")
    home = write(tmp_path)
    answer = '```json\n{"extractions": [{"agency": "Thủ tướng Chính phủ", "agency_attributes": {}}]}\n```'
    (tmp_path / "lao-cai-77.txt.txt").write_text(answer, "utf-8")
    reading = read("langextract", home / "lao-cai-77.txt", answers=tmp_path)
    assert reading.text[slice(*reading.agencies[0].span)] == made()["agencies"][1]["words"]


def test_langextract_places_what_lies_within_another_class(tmp_path):
    pytest.importorskip("langextract", reason="langextract is not installed")
    home = write(tmp_path)
    told = [
        {"agency": "Sở Xây dựng", "agency_attributes": {}},
        {"citation": f"{RULED} ngày 05/01/2026 của Thủ tướng Chính phủ", "citation_attributes": {"key": "31/QĐ-TTg"}},
        {"agency": "Thủ tướng Chính phủ", "agency_attributes": {}},
        {"duty": "Kiểm tra cây trồng theo Quyết định số 31/QĐ-TTg", "duty_attributes": {"assignees": "Sở Xây dựng"}},
        {"citation": RULED, "citation_attributes": {"key": "31/QĐ-TTg"}},
    ]
    (tmp_path / "lao-cai-77.txt.txt").write_text(json.dumps({"extractions": told}), "utf-8")
    reading = read("langextract", home / "lao-cai-77.txt", answers=tmp_path)
    assert tuple(reading.citations[1].span) == tuple(span(RULED, 2))
    assert tuple(reading.agencies[1].span) == tuple(span("Thủ tướng Chính phủ"))


def test_docling_reads_word_files():
    pytest.importorskip("docling.backend.msword_backend", reason="docling is not installed")
    assert read("docling", PDF.with_suffix(".docx")).tasks
