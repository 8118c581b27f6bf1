"""Explanations of the tree: rules, rivals, close calls; on a plan just parsed and on one restored from JSON."""

import pytest

import vnplan
from vnplan.checks.explanation_words import PHRASES, RULES
from vnplan.diagnostics import vietnamese
from vnplan.grammar.markers.sequence_costs import Rule
from vnplan.models.section import SectionKind

PLAN = """KẾ HOẠCH
MỞ LỚP HỌC ĐÊM

Căn cứ Luật Thư viện;
I. MỤC ĐÍCH
1. Mở lớp
a) Thuê nhà
- Gần chợ
b) Mua sách
1. Tuyển thầy
2. Trả lương
II. KINH PHÍ
"""
# A list with two numbers left out, or a sentence that begins with a number: nothing tells which.
TORN = "KẾ HOẠCH\nMỞ LỚP\n\nI. MỤC ĐÍCH\n1. Một\n2. Hai\n5. lớp đêm\nII. KINH PHÍ\n"


@pytest.fixture(params=["parsed", "restored"])
def plan(request):
    found = vnplan.parse_text(PLAN)
    if request.param == "restored":
        return vnplan.PlanDocument.model_validate_json(found.model_dump_json())
    return found


def test_a_plain_item(plan):
    told = plan.explain("I.1.a")
    assert [rule.name for rule in told.rules] == ["new-list"]
    assert (told.readings[0].kind, told.readings[0].under, told.readings[0].margin) == (SectionKind.LETTER, "I.1", 0)
    assert not told.close


def test_a_number_printed_twice_has_rivals(plan):
    told = plan.explain("I.1~2")
    assert "count-restarts" in [rule.name for rule in told.rules]
    assert told.margin is not None
    assert told.margin == told.readings[1].margin
    assert (told.readings[1].kind, told.readings[1].under) != (told.readings[0].kind, told.readings[0].under)
    assert [r.margin for r in told.readings] == sorted(r.margin for r in told.readings)


def test_items_without_number(plan):
    assert [r.name for r in plan.explain("I.1.a.-1").rules] == ["bullet"]
    assert [r.name for r in plan.explain("0").rules] == ["preamble"]
    assert plan.explain("0").margin is None


def test_words_for_people(plan):
    words = str(plan.explain("I.1.b"))
    assert words.startswith("I.1.b is read as a lettered item below '1':\n  - it is the next in its list")
    assert str(plan.explain("I.1.b", language="vi")).startswith("I.1.b được hiểu là mục đánh chữ cái thuộc '1':")


def test_restored_plans_explain_alike():
    parsed = vnplan.parse_text(PLAN)
    restored = vnplan.PlanDocument.model_validate_json(parsed.model_dump_json())
    assert parsed.explain("I.1~2") == restored.explain("I.1~2")
    assert type(restored.explain("I")).model_validate_json(restored.explain("I").model_dump_json())


def test_unknown_section_and_language(plan):
    with pytest.raises(KeyError):
        plan.explain("IX.3")
    with pytest.raises(ValueError, match="language"):
        plan.explain("I", language="fr")


def test_a_close_call_names_both_readings():
    plan = vnplan.parse_text(TORN)
    remarks = [d for d in plan.diagnostics if d.code == "section-ambiguous"]
    assert [plan.text[slice(*d.span)] for d in remarks] == ["5."]
    assert plan.explain("I.5").close
    told = {remarks[0].values["taken"], remarks[0].values["rival"]}
    assert told == {"arabic item below 'I'", "words of the text"}
    assert all(words in remarks[0].message for words in told)
    assert remarks[0].values["rival_vi"] in vietnamese(remarks[0])


def test_every_rule_and_kind_has_words():
    assert set(RULES) == set(map(str, Rule))
    assert all(set(SectionKind) <= set(rows) for rows in PHRASES.values())


def test_sections_by_id(plan):
    assert plan.section("I.1.b").heading == "Mua sách"
    assert plan.section("II").label == "II"
    with pytest.raises(KeyError):
        plan.section("I.")
