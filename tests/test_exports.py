"""Graph files, task tables and frames: what is written is read back whole."""

import csv
import io
import json
import re
import sys

import networkx as nx
import pytest

import vnplan
from made import graph_file, made_plan, made_table
from vnplan.document import PlanTable
from vnplan.export.cypher import literal, statements
from vnplan.export.frames import graph_frames, table_frame
from vnplan.export.rows import TASK_COLUMNS, tasks_csv

HOSTILE = "Sở \\u0027) 'Y tế' <b> & \x00\x0b \"x\" \\ `z`\n"


@pytest.fixture(scope="module")
def graph():
    plan = made_plan()
    hostile = plan.tasks[1].model_copy(update={"title": HOSTILE, "no": HOSTILE})
    return plan.model_copy(update={"tasks": (plan.tasks[0], hostile)}).graph()


@pytest.mark.parametrize(
    ("suffix", "read"),
    [
        (".graphml", lambda data: nx.read_graphml(io.BytesIO(data), force_multigraph=True)),
        (".gexf", lambda data: nx.read_gexf(io.BytesIO(data))),
        (".json", lambda data: nx.node_link_graph(json.loads(data), edges="edges")),
    ],
)
def test_nodes_edges_and_kinds_survive(graph, suffix, read):
    again = read(graph_file(graph, f"g{suffix}"))
    assert set(again.nodes) == set(graph.nodes)
    assert again.number_of_edges() == graph.number_of_edges()
    assert dict(again.nodes(data="kind")) == dict(graph.nodes(data="kind"))
    kinds = sorted((a, b, kind) for a, b, kind in graph.edges(data="kind"))
    assert sorted((a, b, kind) for a, b, kind in again.edges(data="kind")) == kinds


def test_spans_are_numbers_in_graphml(graph):
    again = nx.read_graphml(io.BytesIO(graph_file(graph, "g.graphml")), force_multigraph=True)
    node = f"{graph.graph['plans'][0]}#I"
    assert (again.nodes[node]["span_start"], again.nodes[node]["span_end"]) == graph.nodes[node]["span"]


def test_cypher_is_one_statement_a_line_with_balanced_quotes(graph):
    lines = list(statements(graph))
    assert len(lines) == 1 + graph.number_of_nodes() + graph.number_of_edges()
    for line in lines:
        assert "\n" not in line
        outside = re.sub(r"'(?:[^'\\]|\\.)*'", "", line)
        assert "'" not in outside
        assert outside.endswith(";")
    assert any("-[r:LED_BY {key: 'led_by'}]->" in line for line in lines)


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        ("Sở Y tế", "'Sở Y tế'"),
        ("it's", r"'it\'s'"),
        ("a\\", r"'a\\'"),
        ("\\u0027 or 1", r"'\\' + 'u0027 or 1'"),
        (True, "true"),
        (3, "3"),
        ((1, 2), "[1, 2]"),
    ],
)
def test_cypher_literals(value, expected):
    assert literal(value) == expected


def test_an_unknown_suffix_names_the_known_ones(graph):
    with pytest.raises(ValueError, match=re.escape(".graphml, .gexf, .json, .cypher, .parquet")):
        graph_file(graph, "g.xyz")


def test_csv_reads_back():
    plan = made_plan()
    rows = list(csv.DictReader(io.StringIO(tasks_csv(plan.tasks))))
    assert tuple(rows[0]) == TASK_COLUMNS
    assert [row["id"] for row in rows] == [task.id for task in plan.tasks]
    assert rows[0]["lead"] == "Sở Y tế"
    assert rows[1]["time_end"] == "2023-12-31"
    assert rows[1]["lead"] == ""


def test_tasks_frame():
    frame = made_plan().tasks_frame()
    assert list(frame.index) == [task.id for task in made_plan().tasks]
    assert frame.loc[frame.index[0], "coordinating"] == "Sở Lao động - Thương binh và Xã hội"
    assert list(vnplan.parse_text("").tasks_frame().columns) == [*TASK_COLUMNS[1:], "time_period"]


def test_graph_frames_hold_every_node_and_edge(graph):
    nodes, edges = graph_frames(graph)
    assert list(nodes.index) == list(graph.nodes)
    assert len(edges) == graph.number_of_edges()
    plan = graph.graph["plans"][0]
    section = nodes.loc[f"{plan}#I"]
    assert (section["span_start"], section["span_end"]) == graph.nodes[f"{plan}#I"]["span"]
    assert nodes.loc["province:bac-giang", "span_start"] is None
    assert edges[edges["kind"] == "led_by"]["target"].tolist() == ["agency:so-y-te@bac-giang"]
    assert list(graph_frames(vnplan.parse_text("").graph())[1].columns) == ["source", "target", "key", "kind"]


def test_table_frame_repeats_merged_cells_and_tells_empty_from_absent():
    table = made_plan().tables[0]
    assert isinstance(table, PlanTable)
    frame = table.to_frame()
    assert list(frame.columns) == ["group", "TT", "Việc", "Việc (2)"]
    assert frame.to_numpy().tolist() == [["I Số hóa", "1", "Lập", "Sở Y tế"], ["I Số hóa", "2", "", "Sở Y tế"]]
    assert frame.attrs["roles"] == {"TT": "stt", "Việc": "task", "Việc (2)": None}


def test_table_frame_without_groups_has_only_the_tables_columns():
    table = made_table()
    plain = table.model_copy(update={"rows": (table.rows[0], *table.rows[3:])})
    frame = table_frame(plain)
    assert list(frame.columns) == ["TT", "Việc", "Việc (2)"]
    assert frame.to_numpy().tolist() == [["2", "", None]]


@pytest.mark.parametrize("call", [lambda p: p.tasks_frame(), lambda p: p.tables[0].to_frame()])
def test_without_pandas_the_error_says_what_to_install(monkeypatch, call):
    monkeypatch.setitem(sys.modules, "pandas", None)
    with pytest.raises(vnplan.MissingDependency, match=r'pip install "vnplan\[frames\]"'):
        call(made_plan())


def test_tasks_as_a_spreadsheet_are_read_back(tmp_path):
    openpyxl = pytest.importorskip("openpyxl")
    plan = made_plan()
    odd = plan.tasks[0].model_copy(update={"title": "=SUM(A1:A9)\x00", "note": "a" * 40_000})
    plan.model_copy(update={"tasks": (*plan.tasks, odd)}).tasks_to_xlsx(tmp_path / "tasks.xlsx")
    sheet = openpyxl.load_workbook(tmp_path / "tasks.xlsx").active
    headings, *rows = list(sheet.iter_rows())
    column = {cell.value: cell.column - 1 for cell in headings}
    assert len(rows) == len(plan.tasks) + 1
    assert sheet.max_column == len(TASK_COLUMNS)
    for task, row in zip(plan.tasks, rows, strict=False):
        assert row[column["Nhiệm vụ"]].value == task.title
        assert row[column["Chủ trì"]].value == ("; ".join(body.name for body in task.lead) or None)
        day = row[column["Đến ngày"]].value
        assert (day and day.date()) == (task.timeframe and task.timeframe.end)
    last = rows[-1][column["Nhiệm vụ"]]
    assert (last.value, last.data_type) == ("=SUM(A1:A9)", "s")
    assert len(rows[-1][column["Ghi chú"]].value) == 32_767


def test_a_spreadsheet_of_tasks_says_what_is_missing(tmp_path, monkeypatch):
    monkeypatch.setitem(sys.modules, "openpyxl", None)
    with pytest.raises(vnplan.MissingDependency, match=r"vnplan\[xlsx\]"):
        made_plan().tasks_to_xlsx(tmp_path / "tasks.xlsx")
