"""The recipes of CONTRIBUTING.md, each carried out on a copy of the package as it tells."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

import vnplan

PACKAGE = Path(vnplan.__file__).parent


@pytest.fixture
def copy(tmp_path):
    """A copy of the package that a recipe may edit."""
    shutil.copytree(PACKAGE, tmp_path / "vnplan", ignore=shutil.ignore_patterns("__pycache__"))
    return tmp_path / "vnplan"


def edited(copy, name, key, change):
    """Edit the rows of one file of the gazetteer; ``change`` gets them by id (changes of bodies: as a list)."""
    path = copy / "gazetteer" / "data" / f"{name}.json"
    data = json.loads(path.read_text("utf-8"))
    change({row["id"]: row for row in data[key]} if key == "agencies" else data[key], data[key])
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def told_by(copy, script):
    """What a program prints as JSON that imports the copy."""
    env = {**os.environ, "PYTHONPATH": str(copy.parent), "PYTHONIOENCODING": "utf-8"}
    run = subprocess.run([sys.executable, "-c", script], env=env, capture_output=True, text=True, check=False)
    assert run.returncode == 0, run.stderr
    return json.loads(run.stdout)


def data_tests(copy):
    """The exit code of the data tests over the copy: 0 where all pass."""
    tests = Path(__file__).parent / "test_gazetteer_agencies.py"
    command = [
        sys.executable,
        "-m",
        "pytest",
        "-q",
        "-p",
        "no:cacheprovider",
        "--rootdir",
        str(copy.parent),
        str(tests),
    ]
    env = {**os.environ, "PYTHONPATH": str(copy.parent)}
    return subprocess.run(command, env=env, capture_output=True, check=False, cwd=copy.parent).returncode


HEAD = """
import json, vnplan
from datetime import date

def plan(year, body):
    return vnplan.parse_text(
        "UBND TỈNH LẠNG SƠN\\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\\nSố: 12/KH-UBND\\n"
        f"Lạng Sơn, ngày 05 tháng 5 năm {year}\\nKẾ HOẠCH\\nThử\\nI. NỘI DUNG\\n1. Thử việc.\\n"
        f"II. TỔ CHỨC THỰC HIỆN\\n1. {body}: Chủ trì lập danh sách.\\n"
    )

def keys(on):
    members = vnplan.registry["g_so_ban_nganh"].expand(on=on, province="Lạng Sơn")
    return {body.key: body.name for body in (*members, *members.optional)}

def ref(text, on):
    found = vnplan.normalize_agency(text, province="Lạng Sơn", on=on)
    return found and [found.name, found.id]

OLD, NEW = date(2026, 12, 31), date(2027, 1, 1)
"""


RENAMED = (
    HEAD
    + """
old, new = "Sở Nội vụ", "Sở Nội vụ và Dân tộc"
said = {
    "plans": [[b.name for b in plan(y, w).tasks[0].assignees] for y, w in ((2026, old), (2027, new), (2027, old))],
    "remarks": [[d.code for d in plan(y, w).diagnostics if d.code.startswith("agency-")] for y, w in ((2026, old), (2027, new))],
    "members": [keys(on)["so_noi_vu"] for on in (OLD, NEW)],
    "sizes": [len(keys(on)) for on in (OLD, NEW)],
    "refs": [ref(w, on) for w in (old, new, "Sở NV&DT") for on in (OLD, NEW)],
    "names": [p.model_dump(mode="json") for p in vnplan.registry["so_noi_vu"].at("Lạng Sơn").names],
    "events": [e.model_dump(mode="json") for e in vnplan.registry["so_noi_vu"].timeline() if e.date == NEW],
    "cited": [
        c.issuer for c in vnplan.find_citations("Báo cáo số 2/BC-SNV ngày 05/5/2026; Báo cáo số 3/BC-SNV ngày 05/5/2027")
    ],
    "found": [vnplan.registry.as_of(on).find(new, province="Lạng Sơn").key for on in (OLD, NEW)],
    "nodes": [n for n in vnplan.graph([plan(2026, old), plan(2027, new)]) if n.startswith("agency:so-noi-vu")],
}
print(json.dumps(said))
"""
)


def test_a_new_name_is_two_edits(copy):
    def rename(by_id, _rows):
        names = by_id["so_noi_vu"]["names"]
        names[-1] = {"name": names[-1], "valid_to": "2026-12-31"}
        names.append({"name": "Sở Nội vụ và Dân tộc", "valid_from": "2027-01-01", "source": "9/2026/NĐ-CP"})

    edited(copy, "agencies", "agencies", rename)
    said = told_by(copy, RENAMED)
    old, new, same = "Sở Nội vụ", "Sở Nội vụ và Dân tộc", "agency:so-noi-vu@lang-son"
    assert said["plans"] == [[old], [new], [new]]
    assert said["remarks"] == [[], []]
    assert said["members"] == [old, new]
    assert said["sizes"][0] == said["sizes"][1]
    assert said["refs"] == [[old, same], [new, same]] * 3
    assert said["names"] == [
        {"name": old, "valid_from": None, "valid_to": "2026-12-31"},
        {"name": new, "valid_from": "2027-01-01", "valid_to": None},
    ]
    (event,) = said["events"]
    assert (event["kind"], event["bodies"], event["basis"]) == ("rename", ["so_noi_vu"], "9/2026/NĐ-CP")
    assert event["into"][0]["name"] == new
    assert said["found"] == ["so_noi_vu", "so_noi_vu"]
    assert said["cited"] == [old, new]
    assert said["nodes"] == [same]
    assert data_tests(copy) == 0


def test_half_of_a_new_name_does_not_pass(copy):
    def rename(by_id, _rows):
        new = {"name": "Sở Nội vụ và Dân tộc", "valid_from": "2027-01-01", "source": "9/2026/NĐ-CP"}
        by_id["so_noi_vu"]["names"].append(new)

    edited(copy, "agencies", "agencies", rename)
    assert data_tests(copy) == 1


ADDED = (
    HEAD
    + """
said = {
    "members": ["so_thu" in keys(on) for on in (OLD, NEW)],
    "ref": ref("Sở Thử nghiệm", NEW),
    "plan": [b.name for b in plan(2027, "Sở Thử nghiệm").tasks[0].assignees],
    "cited": [c.issuer for c in vnplan.find_citations("Báo cáo số 12/BC-STHN ngày 05/5/2027")],
}
print(json.dumps(said))
"""
)


def test_an_agency_is_one_row(copy):
    def add(_by_id, rows):
        row = {
            "id": "so_thu",
            "names": ["Sở Thử nghiệm"],
            "name_en": "Department of Trials",
            "kind": "department",
            "level": "province",
            "codes": ["STHN"],
            "valid_from": "2027-01-01",
            "source": "departments",
            "confidence": "certain",
        }
        rows[:] = sorted([*rows, row], key=lambda row: row["id"])

    edited(copy, "agencies", "agencies", add)
    said = told_by(copy, ADDED)
    assert said["members"] == [False, True]
    assert said["ref"] == ["Sở Thử nghiệm", "agency:so-thu-nghiem@lang-son"]
    assert said["plan"] == ["Sở Thử nghiệm"]
    assert said["cited"] == ["Sở Thử nghiệm"]


LETTERS = (
    HEAD
    + """
numbers = "Báo cáo số 12/BC-SNV ngày 05/5/2026; Báo cáo số 13/BC-SNVDT ngày 05/5/2027"
said = {"cited": [c.issuer for c in vnplan.find_citations(numbers)], "codes": vnplan.registry["so_noi_vu"].codes}
print(json.dumps(said))
"""
)


def test_new_letters_follow_the_new_name(copy):
    def rename(by_id, _rows):
        row = by_id["so_noi_vu"]
        for key, word, new in (("names", "name", "Sở Nội vụ và Dân tộc"), ("codes", "code", "SNVDT")):
            old = row[key][-1]
            ends = {"valid_to": "2026-12-31"}
            row[key][-1] = {**old, **ends} if isinstance(old, dict) else {word: old, **ends}
            row[key].append({word: new, "valid_from": "2027-01-01", "source": "9/2026/NĐ-CP"})

    edited(copy, "agencies", "agencies", rename)
    said = told_by(copy, LETTERS)
    assert said["cited"] == ["Sở Nội vụ", "Sở Nội vụ và Dân tộc"]
    assert {"SNV", "SNVDT"} <= set(said["codes"])


ALIAS = (
    HEAD
    + """
days = (date(2022, 6, 20), OLD, NEW)
print(json.dumps([ref("Sở Lao động", on)[1] for on in days]))
"""
)


def test_an_alias_passes_from_one_body_to_another(copy):
    def pass_on(by_id, _rows):
        row = by_id["so_noi_vu"]
        given = {"alias": "Sở Lao động", "valid_from": "2027-01-01", "source": "practice"}
        row["aliases"] = [*row.get("aliases", []), given]

    edited(copy, "agencies", "agencies", pass_on)
    before, after = "agency:so-lao-dong-thuong-binh-xa-hoi@lang-son", "agency:so-noi-vu@lang-son"
    assert told_by(copy, ALIAS) == [before, before, after]


MERGED = (
    HEAD
    + """
body = vnplan.registry.find("Sở Tư pháp", province="Lạng Sơn", on=OLD)
said = {
    "members": ["so_tu_phap" in keys(on) for on in (OLD, NEW)],
    "heirs": [heir.name for heir in body.successors(on=NEW)],
    "edges": [
        [a, b] for a, b, kind in vnplan.graph([plan(2026, "Sở Tư pháp")]).edges(data="kind") if kind == "succeeded_by"
    ],
    "late": [d.code for d in plan(2028, "Sở Tư pháp").diagnostics if d.code.startswith("agency-")],
}
print(json.dumps(said))
"""
)


def test_a_merger_is_a_last_day_and_a_row_of_changes(copy):
    def end(by_id, _rows):
        by_id["so_tu_phap"]["valid_to"] = "2026-12-31"

    def merge(_events, rows):
        rows.append(
            {
                "date": "2027-01-01",
                "kind": "merge",
                "bodies": ["so_tu_phap"],
                "into": [{"id": "so_noi_vu"}],
                "confidence": "certain",
                "basis": "9/2026/NĐ-CP",
            }
        )

    edited(copy, "agencies", "agencies", end)
    edited(copy, "agency_events", "events", merge)
    said = told_by(copy, MERGED)
    assert said["members"] == [True, False]
    assert said["heirs"] == ["Sở Nội vụ"]
    assert said["edges"] == [["agency:so-tu-phap@lang-son", "agency:so-noi-vu@lang-son"]]
    assert said["late"] == ["agency-ended"]
    assert data_tests(copy) == 0


READER = '''"""Notes: a line that names the format, then text."""
from vnplan.readers.text import plain


def read(data, name, limits):
    """The text behind the first line."""
    return plain.read_text(data.split(b"\\n", 1)[1].decode("utf-8"), name, limits)
'''


def inserted(path, before, new):
    """Put ``new`` in front of the one place where ``before`` stands."""
    said = path.read_text("utf-8")
    assert said.count(before) == 1, (path, before)
    path.write_text(said.replace(before, new + before), "utf-8")


def test_a_format_to_read_is_a_reader_a_signature_and_a_line(copy, tmp_path):
    (copy / "readers" / "notes.py").write_text(READER, "utf-8")
    inserted(copy / "readers" / "format_detection.py", '    TEXT = "text"\n', '    NOTES = "notes"\n')
    inserted(copy / "readers" / "format_detection.py", '(b"{\\\\rtf", Format.RTF),', '(b"%NOTES", Format.NOTES), ')
    inserted(copy / "readers" / "__init__.py", "    Format.DOCX:", '    Format.NOTES: "vnplan.readers.notes",\n')
    (tmp_path / "a.bin").write_bytes("%NOTES 1\nSố: 12/KH-UBND\nKẾ HOẠCH\n".encode())
    script = (
        "import json, sys, vnplan\n"
        f"plan = vnplan.parse({str(tmp_path / 'a.bin')!r})\n"
        "print(json.dumps([plan.header.number.key, plan.text.splitlines()[0]]))"
    )
    assert told_by(copy, script) == ["12/KH-UBND", "Số: 12/KH-UBND"]


WRITER = '''"""Plans -> their numbers, one a line."""


def plans(found, out, style):
    """One line a plan."""
    for plan in found:
        out.write(f"{plan.header.number.key}\\n")
'''


def test_a_format_to_write_is_a_writer_and_a_row(copy, tmp_path):
    (copy / "export" / "writers" / "numbers.py").write_text(WRITER, "utf-8")
    inserted(
        copy / "export" / "outputs.py",
        '    Output(_P, "markdown"',
        '    Output(_P, "numbers", (".numbers",), "numbers:plans", "the number of each plan"),\n',
    )
    (tmp_path / "a.txt").write_text("Số: 12/KH-UBND\nKẾ HOẠCH\n", "utf-8")
    script = (
        "import json\nfrom vnplan.cli import main\n"
        f"codes = [main(['parse', {str(tmp_path / 'a.txt')!r}, *more, '-o', {str(tmp_path)!r} + name])\n"
        "         for more, name in (([], '/b.numbers'), (['--format', 'numbers'], '/c'))]\n"
        "print(json.dumps(codes))"
    )
    assert told_by(copy, script) == [0, 0]
    assert [(tmp_path / name).read_text("utf-8") for name in ("b.numbers", "c")] == ["12/KH-UBND\n"] * 2


NOUN = '''"""Mottoes of a plan."""
from vnplan.models.base import Model, Span


class Motto(Model):
    """A line in quotes."""

    words: str
    span: Span
'''
RULE = '''"""Mottoes: an outline comes in, lines in quotes go out."""
import re
from vnplan.models.base import Span
from vnplan.models.motto import Motto
from vnplan.rules.findings import Findings


def find(outline, known):
    """Every stretch in quotes."""
    found = re.finditer(r'"[^"]+"', outline.document.text)
    return Findings(mottoes=tuple(Motto(words=m[0], span=Span(*m.span())) for m in found))
'''
DECLARATION = '''"""Mottoes as rows."""
from vnplan.facts.kind import SPAN, ColumnType, FactKind, shown

MOTTOES = FactKind(
    name="mottoes",
    about="a line in quotes",
    columns={"words": ColumnType.TEXT, **SPAN},
    rows=lambda plan: ((motto.words, *motto.span) for motto in plan.mottoes),
    titles={"en": "Mottoes", "vi": "Khẩu hiệu"},
    shown=shown(words=("Words", "Lời")),
)
'''


def test_a_kind_of_fact_is_a_noun_a_rule_and_a_declaration(copy):
    (copy / "models" / "motto.py").write_text(NOUN, "utf-8")
    (copy / "rules" / "mottoes.py").write_text(RULE, "utf-8")
    (copy / "facts" / "mottoes.py").write_text(DECLARATION, "utf-8")
    for path in (copy / "models" / "plan.py", copy / "rules" / "findings.py"):
        inserted(path, "from vnplan.models.section", "from vnplan.models.motto import Motto\n")
        inserted(path, "    budgets: tuple", "    mottoes: tuple[Motto, ...] = ()\n")
    inserted(copy / "rules" / "__init__.py", "from vnplan.rules.duties", "from vnplan.rules import mottoes\n")
    inserted(copy / "rules" / "__init__.py", '    Rule("targets"', '    Rule("mottoes", mottoes.find),\n')
    inserted(copy / "facts" / "__init__.py", "from vnplan.facts.sections", "from vnplan.facts.mottoes import MOTTOES\n")
    inserted(copy / "facts" / "__init__.py", "    DIAGNOSTICS,\n", "    MOTTOES,\n")
    script = """
import io, json, vnplan
from vnplan import corpus
from vnplan.corpus.rows import plan_rows
from vnplan.export.outputs import Style, Subject, named
plan = vnplan.parse_text('Số: 12/KH-UBND\\nKẾ HOẠCH\\nI. NỘI DUNG\\nTreo khẩu hiệu "Vì dân phục vụ".\\n')
again = vnplan.PlanDocument.model_validate_json(plan.model_dump_json())
table, shown = io.StringIO(), io.StringIO()
named(Subject.PLANS, "csv").load()([plan], table, Style(facts="mottoes"))
named(Subject.PLANS, "table").load()([plan], shown, Style())
print(json.dumps([
    again.mottoes[0].words, list(corpus.TABLES["mottoes"].columns), len(plan_rows(plan)["mottoes"]),
    plan.frame("mottoes")["words"].tolist(), len(table.getvalue().splitlines()), "Mottoes" in shown.getvalue(),
    "<h2 id=mottoes>Mottoes</h2>" in plan.to_html(),
]))
"""
    words = '"Vì dân phục vụ"'
    columns = ["document", "words", "span_start", "span_end"]
    assert told_by(copy, script) == [words, columns, 1, [words], 2, True, True]


def row_added(copy, family, row):
    """Add one row to a family of the lexicon."""
    path = copy / "lexicon" / "data" / f"{family}.json"
    data = json.loads(path.read_text("utf-8"))
    data["rows"].append(row)
    path.write_text(json.dumps(data, ensure_ascii=False), "utf-8")


def test_a_way_to_write_a_deadline_is_one_row(copy):
    script = """
import json, vnplan
said = "không trễ hơn ngày 30/6/2026"
frame = vnplan.parse_timeframe(said)
plan = vnplan.parse_text(
    "Số: 12/KH-UBND\\nKẾ HOẠCH\\nThử\\nI. NỘI DUNG\\n1. Thử.\\nII. TỔ CHỨC THỰC HIỆN\\n"
    f"1. Sở Y tế: Chủ trì lập danh sách, {said}.\\n"
)
print(json.dumps([str(t.end) if t else None for t in (frame, plan.tasks[0].timeframe)]))
"""
    before = told_by(copy, script)
    row_added(copy, "time_cues", {
        "words": "không trễ hơn", "means": "deadline", "source": "invented",
        "contexts": ["cell", "prose", "label"], "example": "Không trễ hơn ngày 30/6/2026",
    })  # fmt: skip
    assert before != ["2026-06-30", "2026-06-30"]
    assert told_by(copy, script) == ["2026-06-30", "2026-06-30"]


def test_a_noun_of_agencies_is_one_row(copy):
    script = """
import json, vnplan
head = "UBND TỈNH LẠNG SƠN\\nSố: 12/KH-UBND\\nLạng Sơn, ngày 05 tháng 5 năm 2026\\nKẾ HOẠCH\\nThử\\nI. NỘI DUNG\\n1. Thử.\\n"
items = "II. TỔ CHỨC THỰC HIỆN\\n1. Phường hội Minh Châu\\n- Lập danh sách.\\n- Tổ chức thi.\\n2. Sở Y tế\\n- Kiểm tra.\\n"
table = "| TT | Nhiệm vụ | Cơ quan chủ trì |\\n| --- | --- | --- |\\n| 1 | Lập danh sách | Phường hội Minh Châu |\\n"
prose, cell = vnplan.parse_text(head + items).tasks, vnplan.parse_text(head + "\\n" + table).tasks
print(json.dumps([[a.name for a in prose[0].assignees], [a.name for a in cell[0].lead]]))
"""
    row_added(copy, "agency_nouns", {
        "words": "phường hội", "source": "invented", "contexts": ["heading", "cell", "label", "prose"],
        "example": "Phường hội Minh Châu",
    })  # fmt: skip
    assert told_by(copy, script) == [["Phường hội Minh Châu"], ["Phường hội Minh Châu"]]


def test_a_word_that_is_not_as_the_file_wants_it_is_refused(copy):
    row_added(copy, "time_cues", {"words": "Không Trễ Hơn", "means": "deadline", "example": "Không Trễ Hơn"})
    script = """
import json, vnplan
try:
    vnplan.parse_timeframe("trước ngày 30/6/2026")
except ValueError as error:
    print(json.dumps(str(error)))
"""
    assert "time_cues.json, row 'Không Trễ Hơn'" in told_by(copy, script)
