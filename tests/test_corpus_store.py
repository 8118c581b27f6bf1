"""A folder of plans as tables: what goes in, what comes out, and what nobody ever sees."""

import json
import subprocess
import sys

import duckdb
import pyarrow.parquet as pq
import pytest

import vnplan
from made import made_plan
from vnplan import corpus
from vnplan.batch.lock import only_writer
from vnplan.corpus import local
from vnplan.corpus.columns import CORPUS_VERSION, TABLES, arrow_schema
from vnplan.corpus.files import wanted
from vnplan.corpus.rows import plan_rows
from vnplan.corpus.store import arrow_table

HERE = corpus.Work(workers=0)
PLAN = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
Số: {n}/KH-UBND
Bắc Giang, ngày 5 tháng 5 năm 2022
KẾ HOẠCH
Triển khai việc số {n}
I. MỤC ĐÍCH
Thực hiện Quyết định số {n}/QĐ-TTg ngày 24/11/2021 của Thủ tướng Chính phủ.
II. TỔ CHỨC THỰC HIỆN
1. Sở Y tế chủ trì, phối hợp với Sở Tài chính lập bản đồ trong Quý II/2022.
"""


def write(folder, numbers):
    for n in numbers:
        (folder / f"{n}.txt").write_text(PLAN.format(n=n), "utf-8")


@pytest.fixture
def plans(tmp_path):
    folder = tmp_path / "plans"
    (folder / "more" / ".hidden").mkdir(parents=True)
    write(folder, range(1, 4))
    (folder / "more" / "again.txt").write_text(PLAN.format(n=1), "utf-8")
    (folder / "more" / "broken.pdf").write_bytes(b"%PDF-1.7\nnothing")
    (folder / "more" / "notes.csv").write_text("a,b")
    (folder / "more" / ".hidden" / "x.txt").write_text("x")
    return folder


@pytest.fixture(params=["corpus.duckdb", "corpus"])
def output(request, tmp_path):
    return tmp_path / request.param


def column(output, sql):
    return [row[0] for row in corpus.query(output, sql).rows]


def everything(output):
    return {name: sorted(map(repr, corpus.query(output, f'FROM "{name}"').rows)) for name in TABLES}


def test_the_package_is_there_without_importing_it_by_name():
    code = "import vnplan; print(vnplan.corpus.build.__module__, vnplan.graphs.waiting.__module__)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["vnplan.corpus", "vnplan.graphs.questions"]


def test_every_row_fits_its_table():
    rows = plan_rows(made_plan())
    assert list(rows) == [name for name in TABLES if name != "files"]
    for name, some in rows.items():
        assert some, name
        assert arrow_table(name, some).schema == arrow_schema(name)


def test_a_folder_becomes_tables(plans, output):
    assert corpus.build(plans, output, work=HERE) == corpus.Built(files=5, read=5, failed=1, removed=0)
    assert column(output, "SELECT path FROM files ORDER BY 1") == [
        "1.txt", "2.txt", "3.txt", "more/again.txt", "more/broken.pdf",
    ]  # fmt: skip
    assert column(output, "SELECT number FROM documents ORDER BY 1") == ["1/KH-UBND", "2/KH-UBND", "3/KH-UBND"]
    assert column(output, "SELECT DISTINCT name FROM task_agencies WHERE role = 'lead'") == ["Sở Y tế"]
    assert column(output, "SELECT count(DISTINCT document) FROM edges WHERE kind = 'led_by'") == [3]
    failed = corpus.query(output, "SELECT path, error_kind, error FROM files WHERE document IS NULL").rows
    assert [(row[:2], bool(row[2])) for row in failed] == [(("more/broken.pdf", "CorruptDocument"), True)]


def test_spans_index_the_stored_text(plans, output):
    corpus.build(plans, output, work=HERE)
    words = "SELECT substr(d.text, c.span_start + 1, c.span_end - c.span_start) = c.text FROM citations c JOIN documents d USING (document)"
    assert set(column(output, words)) == {True}


def test_what_is_known_is_not_read_again(plans, output, monkeypatch):
    corpus.build(plans, output, work=HERE)
    before = everything(output)
    monkeypatch.setattr(local, "read_rows", None)
    assert corpus.build(plans, output, work=HERE) == corpus.Built(files=5, read=0, failed=1, removed=0)
    assert everything(output) == before


def test_changed_new_moved_and_removed_files(plans, output):
    corpus.build(plans, output, work=HERE)
    write(plans, [9])
    (plans / "2.txt").write_text(PLAN.format(n=22), "utf-8")
    (plans / "3.txt").rename(plans / "moved.txt")
    (plans / "1.txt").unlink()
    assert corpus.build(plans, output, work=HERE) == corpus.Built(files=5, read=2, failed=1, removed=2)
    assert column(output, "SELECT number FROM documents ORDER BY 1") == [
        "1/KH-UBND", "22/KH-UBND", "3/KH-UBND", "9/KH-UBND",
    ]  # fmt: skip
    fresh = output.with_name(f"fresh{output.suffix}")
    corpus.build(plans, fresh, work=HERE)
    assert everything(output).keys() == everything(fresh).keys()
    names = "SELECT * EXCLUDE (name) FROM documents ORDER BY document"  # the first path is what a document is called by
    assert corpus.query(output, names) == corpus.query(fresh, names)
    assert everything(output)["tasks"] == everything(fresh)["tasks"]


def test_another_version_reads_everything_anew(plans, output, monkeypatch):
    monkeypatch.setattr("vnplan.corpus.rows.__version__", "0.0.1")
    corpus.build(plans, output, work=HERE)
    assert set(column(output, "SELECT vnplan FROM documents")) == {"0.0.1"}
    monkeypatch.undo()
    assert corpus.build(plans, output, work=HERE).read == 4
    assert set(column(output, "SELECT vnplan FROM documents")) == {vnplan.__version__}
    assert column(output, "SELECT count(*) FROM documents") == [3]


def test_files_and_database_hold_the_same_with_the_same_types(plans, tmp_path):
    corpus.build(plans, tmp_path / "a.duckdb", work=HERE)
    corpus.build(plans, tmp_path / "a", work=HERE)
    assert everything(tmp_path / "a.duckdb") == everything(tmp_path / "a")
    for name in TABLES:
        (part,) = (tmp_path / "a" / name).iterdir()
        assert pq.read_schema(part).equals(arrow_schema(name))
        told = corpus.query(tmp_path / "a.duckdb", f'DESCRIBE "{name}"').rows
        assert {row[0]: row[1] for row in told} == TABLES[name].columns


STOPPED = """
import sys, os
from vnplan import corpus
from vnplan.corpus import local
local._TOGETHER = 1
def progress(done, failed, total):
    if done == 2: os._exit(9)
corpus.build(sys.argv[1], sys.argv[2], work=corpus.Work(workers=0, progress=progress))
"""


def test_a_crash_shows_nothing_and_the_next_build_goes_on(plans, output):
    assert subprocess.run([sys.executable, "-c", STOPPED, plans, output], check=False).returncode == 9
    assert not output.exists()
    with pytest.raises(vnplan.VnplanError, match="no such corpus"):
        corpus.query(output, "SELECT 1")
    assert corpus.build(plans, output, work=HERE) == corpus.Built(files=5, read=3, failed=1, removed=0)
    fresh = output.with_name(f"fresh{output.suffix}")
    corpus.build(plans, fresh, work=HERE)
    assert everything(output) == everything(fresh)
    assert not [path.name for path in output.parent.iterdir() if ".building" in path.name]


def test_a_crash_while_bringing_up_to_date_leaves_the_old_corpus(plans, output):
    corpus.build(plans, output, work=HERE)
    before = everything(output)
    write(plans, [7, 8, 9])
    assert subprocess.run([sys.executable, "-c", STOPPED, plans, output], check=False).returncode == 9
    assert everything(output) == before
    assert corpus.build(plans, output, work=HERE).failed == 1
    assert column(output, "SELECT count(*) FROM documents") == [6]


def test_a_folder_set_aside_by_a_crash_is_put_back(plans, tmp_path):
    corpus.build(plans, tmp_path / "c", work=HERE)
    (tmp_path / "c").rename(tmp_path / "c.old")
    assert corpus.build(plans, tmp_path / "c", work=HERE).read == 0


def test_two_writers_are_told(plans, output):
    with only_writer(output), pytest.raises(vnplan.VnplanError, match="another process is writing"):
        corpus.build(plans, output, work=HERE)


def test_readers_go_on_while_a_corpus_is_replaced(plans, tmp_path):
    output = tmp_path / "c.duckdb"
    corpus.build(plans, output, work=HERE)
    with corpus.connect(output) as reader:
        write(plans, [9])
        corpus.build(plans, output, work=HERE)
        assert reader.sql("SELECT count(*) FROM documents").fetchall() == [(3,)]
    assert column(output, "SELECT count(*) FROM documents") == [4]


@pytest.mark.parametrize(
    ("sql", "reason"),
    [
        ("DROP TABLE tasks", "one SELECT"),
        ("SELECT 1; SELECT 2", "one SELECT"),
        ("COPY tasks TO 'x.csv'", "one SELECT"),
        ("SET enable_external_access = true", "one SELECT"),
        ("SELECT * FROM read_text('/etc/hosts')", "Permission"),
        ("SELECT nothing FROM tasks", "nothing"),
        ("SELEC", "syntax"),
        ("", "one SELECT"),
    ],
)
def test_queries_only_ask(plans, output, sql, reason):
    (plans / "more" / "broken.pdf").unlink()
    corpus.build(plans, output, work=corpus.Work(patterns=["1.txt"], workers=0))
    with pytest.raises(vnplan.VnplanError, match=reason):
        corpus.query(output, sql)


def test_what_is_no_corpus_of_ours_is_neither_read_nor_replaced(plans, tmp_path):
    foreign = tmp_path / "foreign.duckdb"
    duckdb.connect(str(foreign)).execute("CREATE TABLE mine (a INT)").close()
    garbage = tmp_path / "garbage.db"
    garbage.write_bytes(b"not a database " * 100)
    folder = tmp_path / "folder"
    folder.mkdir()
    (folder / "thesis.doc").write_text("years of work")
    for path, reason in ((foreign, "no corpus"), (garbage, "not a valid"), (folder, "no corpus")):
        for call in (lambda p: corpus.query(p, "SELECT 1"), lambda p: corpus.build(plans, p, work=HERE)):
            with pytest.raises(vnplan.VnplanError, match=reason):
                call(path)
    assert (folder / "thesis.doc").read_text() == "years of work"


def test_a_corpus_of_another_version_is_refused(plans, tmp_path):
    corpus.build(plans, tmp_path / "a", work=HERE)
    marker = tmp_path / "a" / "_vnplan.json"
    said = json.loads(marker.read_text())
    assert said["corpus"] == CORPUS_VERSION
    marker.write_text(json.dumps({**said, "corpus": "99"}))
    with pytest.raises(vnplan.VnplanError, match="version 99"):
        corpus.query(tmp_path / "a", "SELECT 1")


def test_no_folder(tmp_path):
    with pytest.raises(vnplan.VnplanError, match="no folder"):
        corpus.build(tmp_path / "absent", tmp_path / "x.duckdb", work=HERE)


def test_an_empty_folder_is_an_empty_corpus(tmp_path, output):
    source = tmp_path / "empty"
    source.mkdir()
    assert corpus.build(source, output, work=HERE).files == 0
    assert column(output, "SELECT count(*) FROM tasks") == [0]


@pytest.mark.parametrize(
    ("name", "patterns", "expected"),
    [
        ("a/b.docx", (), True),
        ("a/b.DOCX", (), True),
        ("a/b.csv", (), False),
        ("a/.git/b.txt", (), False),
        ("a/b.csv", ("*.csv",), True),
        ("2025/x/b.pdf", ("2025/*.pdf",), True),
        ("2024/b.pdf", ("2025/*.pdf",), False),
        (".b.pdf", ("*",), False),
    ],
)
def test_which_files(name, patterns, expected):
    assert wanted(name, patterns) is expected


def test_without_duckdb_the_error_says_what_to_install(plans, tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "duckdb", None)
    with pytest.raises(vnplan.MissingDependency, match=r'pip install "vnplan\[corpus\]"'):
        corpus.build(plans, tmp_path / "x.duckdb", work=HERE)
