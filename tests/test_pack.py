"""The gold pack: complete, true to its words, as varied as it says, and loadable without vnplan."""

import json
import sys
import tomllib
from collections import Counter
from pathlib import Path

import jsonschema
import pyarrow.parquet as pq
import pytest

ROOT = Path(__file__).parent.parent
PACK = ROOT / "corpora" / "pack"
sys.path.insert(0, str(ROOT / "corpora"))  # the scripts of the corpora import each other by their names

import accuracy  # noqa: E402
import agreement  # noqa: E402
import annotation  # noqa: E402
import pack  # noqa: E402
import publish  # noqa: E402
import source  # noqa: E402

from vnplan.evaluation.integrity import findings  # noqa: E402
from vnplan.evaluation.load import load  # noqa: E402

FOLDERS = pack.folders()
IDS = [folder.name for folder in FOLDERS]
CLASSES = {
    *(f"T{n}" for n in range(1, 15)), *(f"C{n}" for n in range(1, 8)), *(f"H{n}" for n in range(1, 7)),
    *(f"P{n}" for n in range(1, 7)), *(f"M{n}" for n in range(1, 7)), "Z1", "Z2",
}  # fmt: skip
# What a rendition adds to the difficulties of the text: widgets, page ends, moved borders, flattened columns, drawn tables ...
SHOWN = {
    "pdf-signed": {"P1"}, "pdf-shifted": {"P2", "P3"}, "pdf": {"P4"}, "txt-flat": {"P4", "H3"}, "pdf-sideways": {"P5"},
    "md-pandoc": {"M1", "M6"}, "md-wrapped": {"M2", "M3", "M5"}, "md-spaced": {"M4"}, "html-portal": {"H4"},
}  # fmt: skip


@pytest.fixture(scope="module")
def cases():
    return load(PACK)


@pytest.fixture(scope="module")
def schema():
    return json.loads((ROOT / "schemas" / "gold.schema.json").read_text("utf-8"))


def test_there_are_documents_of_every_kind_region_level_and_era(cases):
    assert len(cases) >= 24
    golds = [case.gold for case in cases]
    assert {g.kind for g in golds} >= {
        "plan", "programme", "decision", "directive", "telegram", "dispatch", "notice", "resolution", "report",
    }  # fmt: skip
    assert {g.level for g in golds} >= {
        "government", "ministry", "province", "department", "district", "commune", "party", "assembly", "school", "enterprise",
    }  # fmt: skip
    assert {g.region for g in golds} >= {
        "north-mountain", "red-river", "north-central", "south-central", "highlands", "south-east", "mekong", "central",
    }  # fmt: skip
    assert {g.era for g in golds} == {"old", "new"}
    assert Counter(g.split for g in golds)["watch"] >= 5


def test_every_class_of_difficulty_occurs_in_two_documents(cases):
    seen = Counter()
    for case in cases:
        shown = {c for file in case.gold.files for c in SHOWN.get(file.rendition, ())}
        seen.update({*case.gold.classes, *shown})
    assert {name for name in CLASSES if seen[name] < 2} == set()


def test_gold_is_what_cannot_be_wrong(cases):
    assert [str(finding) for case in cases for finding in findings(case)] == []


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_gold_comes_from_the_settled_annotation(folder, schema):
    text = (folder / "gold.json").read_text("utf-8")
    assert text == pack.gold_text(folder), "python corpora/pack.py build"
    jsonschema.validate(json.loads(text), schema)
    assert annotation.compile_gold(folder, "agreed").findings == []


@pytest.mark.parametrize("folder", FOLDERS, ids=IDS)
def test_both_passes_are_kept_and_every_quotation_is_found(folder):
    for name in ("first", "second"):
        lost = [f for f in annotation.compile_gold(folder, name).findings if "not found" in f or "no block" in f]
        assert lost == []
    assert "vnplan" in (folder / "source.txt").read_text("utf-8").splitlines()[-1], "a specimen says that it is one"


def test_disagreements_are_counted():
    assert (PACK / "agreement.json").read_text("utf-8") == pack.agreement_text(), "python corpora/pack.py build"
    counted = json.loads((PACK / "agreement.json").read_text("utf-8"))
    assert all(0.5 < row["f1"] <= 1 for row in counted.values())
    assert sum(row["first"] + row["second"] - 2 * row["both"] for row in counted.values()) > 0


def test_the_tables_hold_the_gold():
    for name, table in publish.tables(publish.golds()).items():
        kept = pq.read_table(publish.DATA / f"{name}.parquet")
        assert kept.equals(table), "python corpora/publish.py"
    lines = (publish.DATA / "gold.jsonl").read_text("utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == IDS
    head = (PACK / "README.md").read_text("utf-8").split("---")[1]
    assert all(f"data_files: data/{path.name}" in head for path in publish.DATA.glob("*.parquet"))


def test_places_in_the_tables_are_those_of_the_text():
    texts = {row["id"]: row["text"] for row in pq.read_table(publish.DATA / "documents.parquet").to_pylist()}
    rows = pq.read_table(publish.DATA / "agencies.parquet").to_pylist()
    assert len(rows) > 1000
    assert all(texts[row["document_id"]][row["start"] : row["end"]] == row["words"] for row in rows)


def test_the_figures_are_of_this_gold_and_the_pages_show_them():
    figures = json.loads(accuracy.FIGURES.read_text("utf-8"))
    now = {name: sign for name, sign in accuracy.fingerprint().items() if name.endswith("gold.json")}
    assert figures["gold"] == now, "make accuracy"
    blocks = accuracy.sections(figures)
    for path in (accuracy.DOCS, accuracy.README):
        page = path.read_text("utf-8")
        assert accuracy.filled(page, blocks) == page, "python corpora/accuracy.py --tables"


def test_pairs_and_clauses_name_documents_of_the_pack():
    told = tomllib.loads((PACK / "pairs.toml").read_text("utf-8"))["tasks"]
    assert set(told) <= set(IDS)
    assert sum(map(len, told.values())) > 100


BROKEN = [
    ("a row with a cell too few", "%table\n|! A | B\n| 1\n%end", "other than 2 cells"),
    ("a line in a table without a bar", "%table\n|! A | B\n1 2\n%end", "does not begin with |"),
    ("a table that never ends", "%table\n|! A | B", "without %end"),
    ("an unknown directive", "%titel X", "unknown directive %titel"),
]
META = "".join(f"%{name} x\n" for name in source.META)


@pytest.mark.parametrize(("text", "told"), [case[1:] for case in BROKEN], ids=[case[0] for case in BROKEN])
def test_a_source_that_breaks_the_markup_is_refused(tmp_path, text, told):
    path = tmp_path / "source.txt"
    path.write_text(META + text, "utf-8")
    with pytest.raises(source.SourceError, match=told):
        source.read(path)


SMALL = META + (
    "%number Số: 7 /KH-UBND\n%title Nuôi ong\n1. Phòng Kinh tế\n- Mở lớp trước 30/11.\n%table\n|! STT | Việc | Ai\n"
    "| I | Dạy nghề | <\n| 1 | Mở lớp | Phòng Kinh tế\n| 2 | Thi tay nghề | ^\n%end\n(Bản mẫu của vnplan.)\n"
)
TOLD = {
    "header": {"number": "7/KH-UBND", "doc_type": "KH", "issuer": None, "province": None, "place": None, "date": None,
               "title": "Nuôi ong", "signers": [], "recipients": []},
    "references": [], "names": {"Phòng Kinh tế": "Phòng Kinh tế"}, "outline": [{"at": "b3", "label": "1", "level": 1}],
    "tables": [{"at": "t1", "role": "assignment", "columns": ["no", "title", "lead"], "groups": {"r2": "I"}}],
    "times": {"trước 30/11": {"kind": "deadline", "start": None, "end": None}},
    "duties": [{"at": "b4", "mode": "assigned", "assignees": ["Phòng Kinh tế"], "lead": ["Phòng Kinh tế"], "time": "trước 30/11"}],
    "assignments": ["Phòng Kinh tế"],
}  # fmt: skip


def compiled(tmp_path, **changed):
    (tmp_path / "source.txt").write_text(SMALL, "utf-8")
    (tmp_path / "agreed.json").write_text(json.dumps(TOLD | changed), "utf-8")
    return annotation.compile_gold(tmp_path)


def test_quotations_get_their_places(tmp_path):
    done = compiled(tmp_path)
    gold, text = done.gold, done.gold["text"]
    assert done.findings == []
    assert text[slice(*gold["header"]["spans"]["number"])] == "7 /KH-UBND"
    assert [text[slice(*d["span"])] for d in gold["duties"]] == ["Mở lớp trước 30/11."]
    assert [(t["no"], t["group"], t["title"], t["lead"], t["row"]) for t in gold["tasks"]] == [
        ("1", "I", "Mở lớp", ["Phòng Kinh tế"], 2),
        ("2", "I", "Thi tay nghề", ["Phòng Kinh tế"], 3),
    ]


@pytest.mark.parametrize(
    ("changed", "told"),
    [
        ({"names": {}}, "no name explains"),
        ({"names": {"Phòng Kinh tế": "Phòng Kinh tế", "Sở Y tế": "Sở Y tế"}}, "never printed"),
        ({"outline": []}, "a numbered item without outline"),
        ({"tables": []}, "t1: not annotated"),
        ({"times": {}}, "is not told in times"),
        (
            {"duties": [{"at": "b4", "words": "Mở chợ", "mode": "assigned", "assignees": ["Phòng Kinh tế"]}]},
            "not found",
        ),
        ({"duties": [{"at": "b4", "mode": "asked", "assignees": ["Phòng Kinh tế"]}]}, "unknown mode"),
        ({"assignments": ["Phòng Văn hóa"]}, "a body without printed form"),
    ],
)
def test_what_does_not_fit_is_told(tmp_path, changed, told):
    assert any(told in finding for finding in compiled(tmp_path, **changed).findings)


def test_agreement_counts_each_side(tmp_path):
    compiled(tmp_path)
    (tmp_path / "first.json").write_text(json.dumps(TOLD), "utf-8")
    (tmp_path / "second.json").write_text(json.dumps(TOLD | {"assignments": []}), "utf-8")
    counted = agreement.counted([tmp_path])
    assert counted["assignments"] == {"first": 1, "second": 0, "both": 0, "f1": 0.0}
    assert counted["duties"]["f1"] == 1.0
