"""The gold pack's pairs and cascades: every key stands for a duty or row of its gold, and the two files agree."""

import sys
import tomllib
from pathlib import Path

import pytest

CORPORA = Path(__file__).parents[1] / "corpora"
sys.path.insert(0, str(CORPORA))

import cascades  # noqa: E402 -- found by the line above
import pack_places  # noqa: E402 -- found by the line above

JUDGEMENTS = ("cascades.toml", "cascades.second.toml")


@pytest.fixture(scope="module")
def pairs():
    return tomllib.loads((pack_places.PACK / "pairs.toml").read_text("utf-8"))


@pytest.fixture(scope="module")
def places(pairs):
    return {plan: pack_places.places(plan) for plan in pairs["tasks"]}


@pytest.fixture(params=JUDGEMENTS)
def cascade(request):
    return cascades.load(pack_places.PACK / request.param)


def test_the_pairs_label_every_duty_and_row_of_work_and_nothing_else(pairs, places):
    assert {plan: set(keys) for plan, keys in pairs["tasks"].items()} == {
        plan: set(found) for plan, found in places.items()
    }


def test_pairs_that_are_only_alike_in_words_are_labelled_and_share_no_matter(pairs):
    tasks = pairs["tasks"]
    hard = pairs["negative"]["hard"]
    assert len(hard) >= 50
    assert [one for one in hard if set(tasks[one[0]][one[1]]) & set(tasks[one[2]][one[3]])] == []


def test_every_clause_stands_in_a_duty_or_row_of_the_programme(cascade, places):
    rows = pack_places.rows_in(cascade.programme)
    assert [(c.id, key) for c in cascade.clauses for key in c.at if key not in places[cascade.programme] | rows] == []
    assert len({clause.id for clause in cascade.clauses}) == len(cascade.clauses)


def test_every_place_that_carries_a_clause_out_is_a_duty_or_row_of_its_plan(cascade, places):
    told = [one.place for clause in cascade.clauses for one in clause.carried] + list(cascade.own)
    assert [place for place in told if place.key not in places[place.plan]] == []
    assert len(told) > 50


def test_every_duty_and_row_of_a_plan_carries_a_clause_out_or_is_its_own(cascade, places):
    carrying = {one.place for clause in cascade.clauses for one in clause.carried}
    own = set(cascade.own)
    assert carrying & own == set()
    for plan in cascade.plans:
        assert {place.key for place in carrying | own if place.plan == plan} == set(places[plan])


def test_a_clause_and_what_carries_it_out_are_one_matter_of_the_pairs(cascade, pairs):
    told = [(c.id, cascade.programme, key) for c in cascade.clauses for key in c.at]
    told += [(c.id, one.place.plan, one.place.key) for c in cascade.clauses for one in c.carried]
    labelled = [(clause, plan, key) for clause, plan, key in told if key in pairs["tasks"][plan]]
    assert [one for one in labelled if one[0] not in pairs["tasks"][one[1]][one[2]]] == []


def test_two_clauses_of_one_block_are_told_apart(cascade):
    at = {clause.id: clause.at for clause in cascade.clauses}
    assert (at["c11"], at["c12"]) == (("b62#1",), ("b62#2",))


def test_a_clause_is_carried_out_or_left_out_by_every_plan(cascade):
    for clause in cascade.clauses:
        carriers = {one.place.plan for one in clause.carried}
        assert carriers | set(clause.left_out) == set(cascade.plans)
        assert not carriers & set(clause.left_out)
        assert all(one.degree in {"full", "part"} for one in clause.carried)


def test_keys_count_duties_of_a_block_from_one_and_rows_with_their_headings():
    found = pack_places.places("can-tho-156-kh-ubnd-2025")
    assert found["t1.r3"].no == "1"
    assert found["b37#2"].title == "đăng lại"
    assert {"b37", "b37#4", "b23"}.isdisjoint(found)
