"""Graph files read back, each by its own tool, over plans of the specimens; Cypher by the part of its grammar we write."""

import io
import json
import re
import sys
from pathlib import Path

import networkx as nx
import pyarrow.parquet as pq
import pytest

import vnplan
from made import graph_file, made_plan
from vnplan.cli import main
from vnplan.export.parquet import write_graph

CORPORA = Path(__file__).parent.parent / "corpora"
TEXTS = sorted([*CORPORA.glob("*/*.txt"), *CORPORA.glob("*/*.md")])[:3]


@pytest.fixture(scope="module")
def graph():
    hostile = made_plan()
    task = hostile.tasks[0].model_copy(update={"title": "Sở \\u0027) 'Y tế' <b> & \"x\" \\ `z`"})
    return vnplan.graph([*map(vnplan.parse, TEXTS), hostile.model_copy(update={"tasks": (task,)})])


def facts(graph):
    """Every node and edge with its attributes, spans as two numbers."""
    return (
        {node: flat(said) for node, said in graph.nodes(data=True)},
        sorted((a, b, flat(said)["kind"], repr(sorted(flat(said).items()))) for a, b, said in graph.edges(data=True)),
    )


def flat(said):
    spans = {f"span_{end}": said["span"][n] for n, end in enumerate(("start", "end")) if said.get("span")}
    return {name: value for name, value in said.items() if name not in ("span", "id")} | spans


def test_graphml_is_read_back_whole(graph):
    again = nx.read_graphml(io.BytesIO(graph_file(graph, "g.graphml")), force_multigraph=True)
    assert facts(again) == facts(graph)


def test_gexf_is_read_back_whole(graph):
    again = nx.read_gexf(io.BytesIO(graph_file(graph, "g.gexf")))
    for _, said in again.nodes(data=True):
        # Names that the format or its reader keep for themselves.
        for ours, theirs in (("start", "date_start"), ("end", "date_end"), ("key", "networkx_key")):
            if theirs in said:
                said[ours] = said.pop(theirs)
    assert facts(again)[0] == facts(graph)[0]
    assert [edge[:3] for edge in facts(again)[1]] == [edge[:3] for edge in facts(graph)[1]]


def test_node_link_is_read_back_whole(graph):
    again = nx.node_link_graph(json.loads(graph_file(graph, "g.json")), edges="edges")
    assert facts(again) == facts(graph)
    assert again.graph == graph.graph


def test_parquet_is_read_back_whole(graph, tmp_path):
    nodes, edges = (pq.ParquetFile(path).read().to_pylist() for path in write_graph(graph, tmp_path / "g.parquet"))
    again = nx.MultiDiGraph()
    for row in nodes:
        again.add_node(row.pop("id"), **known(row))
    for row in edges:
        again.add_edge(row.pop("source"), row.pop("target"), key=row.pop("key"), **known(row))
    assert facts(again) == facts(graph)
    assert sorted(again.edges(keys=True)) == sorted(graph.edges(keys=True))


def known(row):
    return {name: value for name, value in row.items() if value is not None}


NODE = re.compile(r"MERGE \(n:Vnplan \{id: (.+?)\}\) SET n:(\w+), n \+= \{(.*)\};")
EDGE = re.compile(
    r"MATCH \(a:Vnplan \{id: (.+?)\}\), \(b:Vnplan \{id: (.+?)\}\) "
    r"MERGE \(a\)-\[r:(\w+) \{key: (.+?)\}\]->\(b\) SET r \+= \{(.*)\};"
)
TOKEN = re.compile(
    r"\s*(?:(?P<string>'(?:[^'\\]|\\.)*')|(?P<number>-?\d+(?:\.\d+)?)|(?P<word>\w+)|(?P<mark>[\[\]:,+]))", re.DOTALL
)
ESCAPES = {"n": "\n", "r": "\r", "t": "\t", "b": "\b", "f": "\f"}


def string(token):
    return re.sub(r"\\(.)", lambda m: ESCAPES.get(m[1], m[1]), token[1:-1], flags=re.DOTALL)


def value(tokens):
    kind, token = tokens.pop(0)
    if kind == "number":
        return json.loads(token)
    if kind == "word":
        return {"true": True, "false": False}[token]
    if (kind, token) == ("mark", "["):
        items = []
        while tokens[0][1] != "]":
            items.append(value(tokens))
            if tokens[0][1] == ",":
                tokens.pop(0)
        tokens.pop(0)
        return items
    text = string(token)
    while tokens and tokens[0] == ("mark", "+"):
        tokens.pop(0)
        text += string(tokens.pop(0)[1])
    return text


def lexed(words):
    found, at = [], 0
    while at < len(words):
        match = TOKEN.match(words, at)
        assert match, words[at:]
        found.append((match.lastgroup, match[match.lastgroup]))
        at = match.end()
    return found


def properties(words):
    tokens, read = lexed(words), {}
    while tokens:
        name = tokens.pop(0)[1]
        assert tokens.pop(0)[1] == ":"
        read[name] = value(tokens)
        if tokens:
            assert tokens.pop(0)[1] == ","
    return read


def one(words):
    tokens = lexed(words)
    read = value(tokens)
    assert not tokens
    return read


def test_cypher_is_read_back_whole(graph):
    again = nx.MultiDiGraph()
    for line in graph_file(graph, "g.cypher").decode().splitlines()[1:]:
        if node := NODE.fullmatch(line):
            again.add_node(one(node[1]), **properties(node[3]))
            assert again.nodes[one(node[1])]["kind"].title() == node[2]
        else:
            edge = EDGE.fullmatch(line)
            assert edge, line
            again.add_edge(one(edge[1]), one(edge[2]), key=one(edge[4]), **properties(edge[5]))
    assert facts(again) == facts(graph)
    assert sorted(again.edges(keys=True)) == sorted(graph.edges(keys=True))


def test_parquet_on_the_command_line(tmp_path, capsys, monkeypatch):
    words = ["graph", str(TEXTS[0]), "-o", str(tmp_path / "g.parquet")]
    assert main(words) == 0
    assert sorted(path.name for path in tmp_path.iterdir()) == ["g.edges.parquet", "g.nodes.parquet"]
    monkeypatch.setitem(sys.modules, "pyarrow.parquet", None)
    with pytest.raises(SystemExit):
        main(words)
    assert 'pip install "vnplan[parquet]"' in capsys.readouterr().err


def test_an_empty_graph_has_its_columns(tmp_path):
    nodes, edges = write_graph(nx.MultiDiGraph(), tmp_path / "g.parquet")
    assert pq.ParquetFile(nodes).schema_arrow.names == ["id", "kind", "label"]
    assert pq.ParquetFile(edges).schema_arrow.names == ["source", "target", "key", "kind"]
