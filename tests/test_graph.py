"""The graph: its nodes and edges, its ids, many plans as one, and that the JSON is enough to draw it."""

from datetime import date

import pytest

import vnplan
from made import TEXT, made_plan
from vnplan.gazetteer import relation_words
from vnplan.graphs import EdgeKind, NodeKind
from vnplan.identity import read_document_id
from vnplan.models.agency import AgencyRef

PLAN = "plan:bac-giang/2022/31/KH-UBND"
TASK = f"{PLAN}#T1/1"
DECISION, PARTY = "document:2021/77/QĐ-TTg", "document:?/9-KL/TW"
LABOUR = "agency:so-lao-dong-thuong-binh-xa-hoi@bac-giang"


@pytest.fixture(scope="module")
def graph():
    return made_plan().graph()


def edges(graph, kind):
    return {(a, b) for a, b, k in graph.edges(data="kind") if k == kind}


@pytest.mark.parametrize(
    ("kind", "expected"),
    [
        ("issued_by", {(PLAN, "agency:ubnd-tinh-bac-giang@bac-giang")}),
        ("has_task", {(PLAN, TASK), (PLAN, f"{PLAN}#T1/2")}),
        ("led_by", {(TASK, "agency:so-y-te@bac-giang")}),
        ("coordinated_by", {(TASK, LABOUR)}),
        ("approved_by", {(TASK, "agency:ubnd-tinh-bac-giang@bac-giang")}),
        ("assigned_to", {(f"{PLAN}#T1/2", "agency:~ubnd-cac-huyen@bac-giang")}),
        ("waits_for", {(TASK, "agency:bo-y-te")}),
        ("implements", {(PLAN, DECISION), (DECISION, PARTY)}),
        ("follows", {(TASK, DECISION)}),
        ("has_section", {(PLAN, f"{PLAN}#I")}),
        ("in_section", {(TASK, f"{PLAN}#I"), (f"{PLAN}#T1/2", f"{PLAN}#I")}),
    ],
)
def test_edges(graph, kind, expected):
    assert edges(graph, kind) == expected


def test_every_node_and_edge_has_its_kind(graph):
    assert {kind for _, kind in graph.nodes(data="kind")} == set(NodeKind)
    assert all(label for _, label in graph.nodes(data="label"))
    assert {kind for *_, kind in graph.edges(data="kind")} <= set(EdgeKind)


def test_words_are_told_where_words_say_so(graph):
    said = graph.edges[PLAN, DECISION, "implements"]
    assert TEXT[slice(*said["span"])] == "Quyết định số 77/QĐ-TTg"
    assert (said["cue"], said["plan"]) == ("triển khai", PLAN)
    waits = graph.edges[TASK, "agency:bo-y-te", "waits_for"]
    assert TEXT[slice(*waits["span"])] == "Bộ Y tế"


def test_bodies_are_in_their_province_but_ministries_in_none(graph):
    assert (LABOUR, "province:bac-giang") in edges(graph, "in_province")
    assert not {b for a, b in edges(graph, "in_province") if a == "agency:bo-y-te"}


def test_bodies_that_ended_have_their_heirs(graph):
    said = graph.edges[LABOUR, "agency:so-noi-vu@bac-giang", "succeeded_by"]
    assert said["date"] == "2025-03-01"
    assert "labour" in said["scope"]


def test_every_relation_of_the_cue_words_is_an_edge_kind():
    cues = {cue.relation for cue in (*relation_words.before(), *relation_words.after())}
    assert cues <= set(EdgeKind)


def test_a_relation_in_the_passive_runs_the_other_way():
    plan = made_plan()
    passive = plan.citations[1].model_copy(update={"relation": "amended_by"})
    graph = plan.model_copy(update={"citations": (plan.citations[0], passive, plan.citations[2])}).graph()
    assert edges(graph, "amends") == {(PARTY, DECISION)}


def test_the_json_is_enough():
    plan = made_plan()
    again = vnplan.PlanDocument.model_validate_json(plan.model_dump_json()).graph()
    drawn = plan.graph()
    assert list(again.nodes(data=True)) == list(drawn.nodes(data=True))
    assert list(again.edges(keys=True, data=True)) == list(drawn.edges(keys=True, data=True))


def test_same_decision_and_same_agency_are_one_node():
    both = vnplan.graph([made_plan(), made_plan("32/KH-UBND")])
    assert both.graph["plans"] == [PLAN, "plan:bac-giang/2022/32/KH-UBND"]
    assert {a for a, _ in edges(both, "implements")} >= set(both.graph["plans"])
    assert sum(kind == "agency" for _, kind in both.nodes(data="kind")) == sum(
        kind == "agency" for _, kind in made_plan().graph().nodes(data="kind")
    )
    # What a cited document says is told by each plan in its own words.
    assert {said["plan"] for said in both[DECISION][PARTY].values()} == set(both.graph["plans"])


def test_the_same_plan_twice_is_one_plan():
    once, twice = vnplan.graph([made_plan()]), vnplan.graph([made_plan(), made_plan(name="copy.docx")])
    assert set(once.nodes) == set(twice.nodes)
    assert once.number_of_edges() == twice.number_of_edges()


def test_two_plans_that_share_an_id_by_accident_stay_apart():
    plan = made_plan()
    district = AgencyRef(raw="UBND huyện", name="Ủy ban nhân dân huyện Thử", level="district")
    other = plan.model_copy(update={"header": plan.header.model_copy(update={"issuer": district})})
    both = vnplan.graph([plan, other])
    assert both.graph["plans"] == [PLAN, f"{PLAN}~2"]
    assert both.graph["homonyms"] == {PLAN: [PLAN, f"{PLAN}~2"]}
    assert edges(both, "has_task") >= {(PLAN, TASK), (f"{PLAN}~2", f"{PLAN}~2#T1/1")}


def test_an_undated_document_joins_the_only_dated_one():
    both = vnplan.graph([made_plan(), made_plan("32/KH-UBND", party_year="2019")])
    assert both.graph["joined"] == {PARTY: "document:2019/9-KL/TW"}
    assert PARTY not in both
    assert (DECISION, "document:2019/9-KL/TW") in edges(both, "implements")
    assert both.nodes["document:2019/9-KL/TW"]["kind"] == "document"


def test_an_undated_document_with_two_dated_ones_stays_apart():
    dated = [made_plan(f"{n}/KH-UBND", party_year=str(year)) for n, year in ((32, 2019), (33, 2014))]
    both = vnplan.graph([made_plan(), *dated])
    assert both.graph["undated"] == {PARTY: ["document:2014/9-KL/TW", "document:2019/9-KL/TW"]}
    assert PARTY in both


def test_a_cited_plan_is_the_plan_itself():
    cited = made_plan("40/KH-UBND", date(2021, 1, 2))
    reference = (
        made_plan().references[0].model_copy(update={"id": "document:bac-giang/?/40/KH-UBND", "key": "40/KH-UBND"})
    )
    citing = made_plan().model_copy(update={"references": (reference,)})
    both = vnplan.graph([citing, cited])
    assert (PLAN, "plan:bac-giang/2021/40/KH-UBND") in edges(both, "implements")
    assert both.nodes["plan:bac-giang/2021/40/KH-UBND"]["kind"] == "plan"


@pytest.mark.parametrize(
    ("identity", "name"),
    [
        ("document:2021/1983/QĐ-TTg", (None, 2021, "1983/QĐ-TTg")),
        ("document:bac-giang/?/20-CTr/TU", ("bac-giang", None, "20-CTr/TU")),
        ("document:?/Luật Người cao tuổi", (None, None, "Luật Người cao tuổi")),
        ("plan:bac-giang/2022/31/KH-UBND", ("bac-giang", 2022, "31/KH-UBND")),
        ("agency:so-y-te@bac-giang", None),
    ],
)
def test_ids_are_read_back(identity, name):
    assert read_document_id(identity) == name


def test_groups_of_two_provinces_are_two_nodes():
    group = AgencyRef(raw="các sở", name="Các sở, ban, ngành", id="agency:cac-so-ban-nganh", collective=True)
    plan = made_plan()
    task = plan.tasks[0].model_copy(update={"lead": (group,)})
    here = plan.model_copy(update={"tasks": (task,)})
    there = here.model_copy(update={"header": plan.header.model_copy(update={"province": "Lào Cai"})})
    led = {b for _, b in edges(vnplan.graph([here, there]), "led_by")}
    assert led == {"agency:cac-so-ban-nganh@bac-giang", "agency:cac-so-ban-nganh@lao-cai"}


def test_an_empty_text_has_a_graph():
    empty = vnplan.parse_text("").graph()
    assert [kind for _, kind in empty.nodes(data="kind")] == ["plan"]


@pytest.mark.parametrize(("day", "kind"), [(date(2019, 3, 5), "implements"), (date(2022, 3, 5), "cites")])
def test_no_act_implements_a_later_one(day, kind):
    plan = made_plan()
    first, *others = plan.references
    later = [r.model_copy(update={"date": day}) if r.key == "9-KL/TW" else r for r in others]
    first = first.model_copy(update={"date": date(2021, 12, 1)})
    graph = type(plan)(**{**dict(plan), "references": (first, *later)}).graph()
    assert (DECISION, PARTY) in edges(graph, kind)
