"""Questions to the graph: who waits for whom, by what right, who is busiest, who carries out what, who carries on."""

from datetime import date
from itertools import pairwise

import networkx as nx
import pytest

import vnplan
from made import HEALTH, LABOUR, TEXT, made_plan
from vnplan import graphs
from vnplan.models.agency import AgencyRef

PLAN = "plan:bac-giang/2022/31/KH-UBND"
TASK, MEETING = f"{PLAN}#T1/1", f"{PLAN}#T1/2"
DECISION, PARTY = "document:2021/77/QĐ-TTg", "document:?/9-KL/TW"
LABOUR_ID = "agency:so-lao-dong-thuong-binh-xa-hoi@bac-giang"


def plan_of(province, key="31/KH-UBND"):
    """A plan of another province with the same words."""
    plan = made_plan(key)
    return plan.model_copy(update={"header": plan.header.model_copy(update={"province": province})})


def led_by(*bodies):
    plan = made_plan()
    return plan.model_copy(update={"tasks": (plan.tasks[0].model_copy(update={"lead": bodies}),)})


@pytest.fixture(scope="module")
def graph():
    return made_plan().graph()


def test_who_waits_for_whom(graph):
    (row,) = graphs.waiting(graph)
    assert (row.task, row.awaited, row.awaited_label) == (TASK, "agency:bo-y-te", "Bộ Y tế")
    assert row.words == "Sau khi có hướng dẫn của Bộ Y tế"
    assert TEXT[slice(*row.span)] == "Bộ Y tế"


def test_chains_climb_to_every_central_document(graph):
    found = {chain.top: chain for chain in graphs.chains(graph, TASK)}
    assert set(found) == {DECISION, PARTY}
    assert (found[DECISION].nodes, found[DECISION].kinds) == ((TASK, DECISION), ("follows",))
    assert found[PARTY].kinds == ("follows", "implements")


def test_a_task_that_cites_nothing_climbs_through_its_plan(graph):
    found = {chain.top: chain.kinds for chain in graphs.chains(graph, MEETING)}
    assert found == {DECISION: ("has_task", "implements"), PARTY: ("has_task", "implements", "implements")}


def test_every_step_of_a_chain_is_an_edge(graph):
    for chain in graphs.chains(graph, MEETING):
        for (low, high), kind in zip(pairwise(chain.nodes), chain.kinds, strict=True):
            ends = (high, low) if kind == "has_task" else (low, high)
            assert graph.has_edge(*ends, key=kind) or graph.has_edge(*ends, key=f"{kind} {PLAN}")


def test_chains_end_where_documents_cite_each_other(graph):
    round_graph = graph.copy()
    round_graph.add_edge(PARTY, DECISION, key="implements", kind="implements")
    assert {chain.top for chain in graphs.chains(round_graph, TASK)} == {DECISION, PARTY}


def test_what_is_no_task_has_no_chain(graph):
    for node in (PLAN, "nothing"):
        with pytest.raises(KeyError):
            graphs.chains(graph, node)


def test_bodies_by_load():
    rows = {row.label: row for row in graphs.bodies(vnplan.graph([made_plan(), made_plan("32/KH-UBND")]))}
    health = rows["Sở Y tế"]
    assert (health.led, health.coordinated, health.approved, health.tasks, health.partners) == (2, 0, 0, 2, 2)
    assert rows["Sở Lao động - Thương binh và Xã hội"].coordinated == 2
    assert rows["UBND các huyện"].assigned == 2
    assert [row.tasks for row in rows.values()] == sorted((row.tasks for row in rows.values()), reverse=True)


def test_the_body_in_the_middle_has_the_betweenness():
    plan = made_plan()
    ends = [AgencyRef(raw=n, name=n, id=None, level="province", province="Bắc Giang") for n in ("Một", "Hai", "Ba")]
    tasks = tuple(
        plan.tasks[1].model_copy(
            update={"id": f"{PLAN}#T1/{n}", "lead": (HEALTH,), "coordinating": (end,), "assignees": ()}
        )
        for n, end in enumerate(ends)
    )
    rows = {row.label: row for row in graphs.bodies(plan.model_copy(update={"tasks": tasks}).graph())}
    assert rows["Sở Y tế"].betweenness == 1
    assert {rows[name].betweenness for name in ("Một", "Hai", "Ba")} == {0}


def test_which_provinces_carry_out_a_decision():
    both = vnplan.graph([plan_of("Lào Cai"), plan_of("Bắc Giang")])
    rows = graphs.carried_out(both, "77/QĐ-TTg")
    assert [(row.province, row.relation, row.cue, row.via) for row in rows] == [
        ("Bắc Giang", "implements", "triển khai", ()),
        ("Lào Cai", "implements", "triển khai", ()),
    ]
    assert TEXT[slice(*rows[0].span)] == "Quyết định số 77/QĐ-TTg"
    assert rows == graphs.carried_out(both, DECISION)


def test_what_a_decision_implements_is_carried_out_through_it(graph):
    (row,) = graphs.carried_out(graph, PARTY)
    assert (row.plan, row.via) == (PLAN, (DECISION,))
    assert {row.decision for row in graphs.carried_out(graph)} == {DECISION, PARTY}
    assert graphs.carried_out(graph, "1/QĐ-TTg") == ()


@pytest.mark.parametrize(
    ("agency", "on", "expected"),
    [
        # Resolution 176/2025/QH15 and Decree 45/2025/NĐ-CP: departments merged on 1 March 2025.
        (LABOUR_ID, date(2025, 2, 28), None),
        (LABOUR_ID, date(2025, 3, 1), "agency:so-noi-vu@bac-giang"),
        # Resolution 202/2025/QH15: Bắc Giang became part of Bắc Ninh on 1 July 2025.
        (LABOUR_ID, date(2025, 7, 1), "agency:so-noi-vu@bac-ninh"),
        ("agency:so-y-te@bac-giang", date(2025, 6, 30), None),
        ("agency:so-y-te@bac-giang", date(2025, 7, 1), "agency:so-y-te@bac-ninh"),
        # Lào Cai took in Yên Bái and kept its name: its bodies stand.
        ("agency:so-y-te@lao-cai", date(2025, 7, 1), None),
        ("agency:bo-lao-dong-thuong-binh-xa-hoi", date(2025, 3, 1), "agency:bo-noi-vu"),
        ("agency:~hoi-quan-tam@bac-giang", date(2026, 1, 1), None),
    ],
)
def test_who_carries_on(agency, on, expected):
    found = {heir.agency for heir in graphs.heirs(agency, on)}
    assert expected in found if expected else not found


def test_tasks_whose_lead_was_abolished():
    drawn = led_by(LABOUR).graph()
    assert graphs.orphaned(drawn, date(2025, 2, 28)) == ()
    (row,) = (row for row in graphs.orphaned(drawn, date(2025, 3, 1)) if row.role == "led_by")
    assert (row.task, row.agency, row.ended) == (TASK, LABOUR_ID, date(2025, 2, 28))
    assert "agency:so-noi-vu@bac-giang" in {heir.agency for heir in row.heirs}


def test_the_words_of_a_task_tell_who_carries_it():
    plan = led_by(LABOUR)
    for title, heir in (
        ("Cai nghiện ma túy", "agency:cong-an-tinh"),
        ("Tạo việc làm cho lao động", "agency:so-noi-vu"),
    ):
        task = plan.tasks[0].model_copy(update={"title": title})
        drawn = plan.model_copy(update={"tasks": (task,)}).graph()
        (row,) = (row for row in graphs.orphaned(drawn, date(2025, 4, 1)) if row.role == "led_by")
        assert [each.agency for each in row.likely] == [f"{heir}@bac-giang"]
        assert len(row.heirs) > 2


def test_groups_are_never_abolished():
    group = AgencyRef(raw="các sở", name="Các sở, ban, ngành", id="agency:cac-so-ban-nganh", collective=True)
    assert graphs.orphaned(led_by(group).graph(), date(2030, 1, 1)) == ()


@pytest.mark.parametrize("ask", [graphs.waiting, graphs.bodies, graphs.carried_out, graphs.orphaned])
def test_an_empty_graph_has_no_answers(ask):
    assert ask(nx.MultiDiGraph()) == ()
