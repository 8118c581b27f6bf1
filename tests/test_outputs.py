"""The one table of output formats, and the one declaration of each kind of fact: what reads them holds all of them."""

import io
import re
from pathlib import Path

import pytest

import vnplan
from made import made_plan
from vnplan import corpus
from vnplan.cli.arguments import parser
from vnplan.export.outputs import OUTPUTS, Into, Style, Subject, for_file, named, outputs_of
from vnplan.facts import KINDS, kind_named
from vnplan.graphs.kinds import EdgeKind, NodeKind

ROOT = Path(__file__).parent.parent
PACKAGE = Path(vnplan.__file__).parent
FIGURES = """Số: 9/KH-UBND
KẾ HOẠCH
Phát triển chợ
I. CHỈ TIÊU

| TT | Chỉ tiêu | Đơn vị tính | Năm 2026 | Năm 2027 |
| --- | --- | --- | --- | --- |
| 1 | Chợ được sửa | chợ | 4 | 6 |
| 2 | Tỷ lệ hộ buôn bán nộp phí | % | 80 | 95 |

II. KINH PHÍ

| TT | Nội dung | Kinh phí (triệu đồng) |
| --- | --- | --- |
| 1 | Sửa chợ trung tâm | 1.500 |
| 2 | Lắp đèn | 250 |
"""


@pytest.fixture(scope="module")
def figures():
    return vnplan.parse_text(FIGURES)


def test_the_example_has_both_kinds(figures):
    assert ([len(t.values) for t in figures.targets], len(figures.budgets)) == ([2, 2], 2)


@pytest.mark.parametrize("output", OUTPUTS, ids=lambda o: f"{o.subject}-{o.name}")
def test_every_row_names_a_writer_and_what_it_needs(output):
    assert callable(output.load())
    assert output.about
    extras = re.findall(r"^(\w+) = \[", (ROOT / "pyproject.toml").read_text("utf-8"), re.MULTILINE)
    assert output.extra is None or output.extra in extras


@pytest.mark.parametrize("subject", Subject)
def test_a_name_and_a_suffix_mean_one_format(subject):
    rows = outputs_of(subject)
    suffixes = [suffix for row in rows for suffix in row.suffixes]
    assert len(set(suffixes)) == len(suffixes)
    assert len({row.name for row in rows}) == len(rows)
    for row in rows:
        assert named(subject, row.name) is row
        assert all(for_file(subject, f"a/b{suffix.upper()}") is row for suffix in row.suffixes)
    with pytest.raises(ValueError, match="known are"):
        named(subject, "papyrus")
    with pytest.raises(ValueError, match=r"out\.papyrus: the name must end in"):
        for_file(subject, "out.papyrus")


@pytest.mark.parametrize("output", outputs_of(Subject.PLANS), ids=lambda o: o.name)
def test_every_format_of_plans_writes_a_plan(output, figures):
    out = io.BytesIO() if output.into is Into.BYTES else io.StringIO()
    output.load()([made_plan(), figures], out, Style(many=True, language="vi"))
    assert out.getvalue()


def test_the_readme_lists_the_table():
    lines = re.findall(r"^\| (\w+) \| `(\w+)` \| ([^|]*) \|", (ROOT / "README.md").read_text("utf-8"), re.MULTILINE)
    told = [(subject, name, suffixes.replace("`", "").replace(" ", "")) for subject, name, suffixes in lines]
    assert told == [(str(o.subject), o.name, ",".join(o.suffixes)) for o in OUTPUTS]


def test_the_command_line_offers_the_table():
    command = next(a for a in parser()._subparsers._group_actions[0].choices.items() if a[0] == "parse")[1]
    formats = next(action for action in command._actions if action.dest == "format").choices
    assert tuple(formats) == tuple(o.name for o in outputs_of(Subject.PLANS))


@pytest.mark.parametrize("kind", KINDS, ids=lambda k: k.name)
def test_rows_have_the_declared_columns(kind, figures):
    for plan in (made_plan(), figures):
        for row in kind.rows(plan):
            assert len(row) == len(kind.columns)
    assert list(corpus.TABLES[kind.name].columns) == ["document", *kind.columns]
    assert {column.column for column in kind.shown} <= set(kind.columns)
    assert all(set(column.headings) == {"en", "vi"} for column in kind.shown)


def test_targets_and_budgets_reach_frame_graph_report_and_sheets(figures, tmp_path):
    frame = figures.frame("targets")
    assert frame[["title", "heading", "value"]].values.tolist()[0] == ["Chợ được sửa", "Năm 2026", 4.0]
    assert figures.frame("budgets")["dong"].tolist() == [1_500_000_000, 250_000_000]
    graph = figures.graph()
    kinds = [kind for _, kind in graph.nodes(data="kind")]
    assert (kinds.count(NodeKind.TARGET), kinds.count(NodeKind.BUDGET)) == (2, 2)
    assert [d["kind"] for *_, d in graph.edges(data=True)].count(EdgeKind.HAS_BUDGET) == 2
    page = figures.to_html()
    assert "<h2 id=targets>Targets</h2>" in page
    assert 'href="#budgets-1"' in page
    assert 'id="budgets-1"' in page or "id=budgets-1" in page
    openpyxl = pytest.importorskip("openpyxl")
    with (tmp_path / "plan.xlsx").open("wb") as out:
        named(Subject.PLANS, "xlsx").load()([figures], out, Style(language="vi"))
    book = openpyxl.load_workbook(tmp_path / "plan.xlsx")
    assert book.sheetnames == ["Nhiệm vụ", "Chỉ tiêu", "Kinh phí"]
    assert book["Kinh phí"]["E2"].value == 1_500_000_000


def test_an_unknown_kind_names_the_known_ones(figures):
    with pytest.raises(ValueError, match="sections, citations"):
        kind_named("wishes")
    with pytest.raises(ValueError, match="sections, citations"):
        figures.frame("wishes")
