"""Which document a reference is: certain, one of several, or open; its urn:lex name; back references and short names."""

import re
from datetime import date
from pathlib import Path

import pytest

from test_references import plan_of
from vnplan import PlanDocument
from vnplan.gazetteer.known_documents import by_name, by_number
from vnplan.gazetteer.load import load
from vnplan.grammar.citations.relations import _PASSIVE_OF
from vnplan.graphs.kinds import PASSIVE, EdgeKind
from vnplan.models.citation import Reference, Relation

# RFC 9676: authority, measure, date and number; lower case letters, digits, dots, hyphens.
URN = re.compile(r"urn:lex:vn:[a-z.]+(?:;[a-z.]+)?:[a-z.]+:\d{4}-\d\d-\d\d;[a-z0-9-]+")


def reference(plan: PlanDocument, key: str) -> Reference:
    (found,) = [r for r in plan.references if r.key == key]
    return found


@pytest.mark.parametrize(
    ("words", "key", "match", "candidates"),
    [
        ("Quyết định số 8/QĐ-TTg ngày 05/01/2022", "8/QĐ-TTg", "certain", ()),
        ("Nghị định số 5/2020/NĐ-CP", "5/2020/NĐ-CP", "certain", ()),
        ("Quyết định số 8/QĐ-TTg", "8/QĐ-TTg", "unresolved", ()),
        ("Chương trình số 20-CTr/TU", "20-CTr/TU", "unresolved", ()),
        ("Chương trình số 20-CTr/TU ngày 3/3/2022", "20-CTr/TU", "certain", ()),
        ("Nghị quyết số 18-NQ/TW", "18-NQ/TW", "ambiguous", ("document:2017/18-NQ/TW", "document:2022/18-NQ/TW")),
        ("Kế hoạch số 5/KH-BCĐ ngày 3/3/2022", "5/KH-BCĐ", "unresolved", ()),
        ("Luật Đất đai", "Luật Đất đai", "certain", ("45/2013/QH13",)),
        ("Luật Đất đai năm 2003", "Luật Đất đai", "certain", ("13/2003/QH11",)),
        ("Luật Đất đai ngày 29/11/2013", "Luật Đất đai", "certain", ("45/2013/QH13",)),
        ("Luật Khám bệnh, chữa bệnh", "Luật Khám bệnh, chữa bệnh", "ambiguous", ("40/2009/QH12", "15/2023/QH15")),
        ("Luật Ánh sáng đô thị", "Luật Ánh sáng đô thị", "unresolved", ()),
        (
            "Nghị quyết Trung ương 6 khóa XII",
            "Nghị quyết Trung ương 6 khóa XII",
            "ambiguous",
            ("18-NQ/TW", "19-NQ/TW", "20-NQ/TW", "21-NQ/TW"),
        ),
        ("Nghị quyết Đại hội XIII của Đảng", "Nghị quyết Đại hội XIII của Đảng", "certain", None),
        ("Đề án “Làm việc thử nghiệm ở xã”", "Đề án Làm việc thử nghiệm ở xã", "unresolved", ()),
        ("80/2015/QH13", "80/2015/QH13", "ambiguous", ("document:2015/80/2015/QH13", "document:2015/80/2015/QH13~NQ")),
    ],
)
def test_match_says_how_sure_it_is(words: str, key: str, match: str, candidates: tuple[str, ...] | None) -> None:
    found = reference(plan_of(f"Căn cứ {words};"), key)
    assert found.match == match
    if candidates is not None:
        assert found.candidates == candidates


def test_law_is_chosen_by_the_day_of_the_citing_text() -> None:
    # The plan is of 12 May 2023: the law of 2024 is not passed yet, that of 2023 is not in force.
    for row in by_name()["luật đất đai"]:
        assert row.issued_by(date(2023, 5, 12)) == (row.year != 2024)
    assert reference(plan_of("Căn cứ Luật Đất đai;"), "Luật Đất đai").id == "document:2013/luat-dat-dai"


def test_years_of_one_number_that_differ_leave_it_open() -> None:
    plan = plan_of("Căn cứ Quyết định số 8/QĐ-TTg ngày 05/01/2022;", "Theo Quyết định số 8/QĐ-TTg ngày 05/01/2021.")
    found = reference(plan, "8/QĐ-TTg")
    assert found.match == "ambiguous"
    assert found.candidates == ("document:2021/8/QĐ-TTg", "document:2022/8/QĐ-TTg")
    assert found.urn is None


def test_law_and_resolution_of_one_number_are_two_documents() -> None:
    plan = plan_of(
        "Căn cứ Bộ luật Dân sự số 91/2015/QH13; Nghị quyết số 91/2015/QH13 ngày 27/11/2015 của Quốc hội;",
        "Thi hành Bộ luật Dân sự.",
    )
    found = [r for r in plan.references if r.key == "91/2015/QH13"]
    assert [(r.id, r.doc_type) for r in found] == [
        ("document:2015/91/2015/QH13", "BL"),
        ("document:2015/91/2015/QH13~NQ", "NQ"),
    ]
    assert any(row.type == "law" for row in by_number()["91/2015/QH13"])


def test_two_dates_name_both_places() -> None:
    plan = plan_of(
        "Căn cứ Nghị quyết số 28-NQ/TW ngày 22/5/2018 của Ban Chấp hành Trung ương;",
        "Theo Nghị quyết số 28-NQ/TW ngày 23/5/2018.",
    )
    (note,) = [d for d in plan.diagnostics if d.code == "reference-two-dates"]
    assert note.span is not None
    places = [note.span, *note.related]
    assert [plan.text[slice(*place)][-9:] for place in places] == [" Trung ương"[-9:], "23/5/2018"]
    for place in places:
        assert f"({place.start}-{place.end})" in note.message


@pytest.mark.parametrize(
    ("words", "urn"),
    [
        (
            "Quyết định số 1983/QĐ-TTg ngày 24/11/2021",
            "urn:lex:vn:thu.tuong.chinh.phu:quyet.dinh:2021-11-24;1983-qd-ttg",
        ),
        (
            "Nghị quyết số 15/NQ-HĐND ngày 08/12/2022 của Hội đồng nhân dân tỉnh",
            "urn:lex:vn:hoi.dong.nhan.dan.tinh.nam.dinh:nghi.quyet:2022-12-08;15-nq-hdnd",
        ),
        (
            "Quyết định số 77/QĐ-SYT ngày 08/12/2022 của Sở Y tế",
            "urn:lex:vn:uy.ban.nhan.dan.tinh.nam.dinh;so.y.te:quyet.dinh:2022-12-08;77-qd-syt",
        ),
        ("Luật Người cao tuổi", "urn:lex:vn:quoc.hoi:luat:2009-11-23;39-2009-qh12"),
        ("Nghị định số 5/2020/NĐ-CP", None),
        ("Kết luận số 9-KL/TW ngày 3/4/2020", None),
        ("Thông tư liên tịch số 8/2016/TTLT-BYT-BQP ngày 20/4/2016", None),
        ("Luật Đất đai", None),
    ],
)
def test_urn_is_given_where_every_part_is_known(words: str, urn: str | None) -> None:
    found = plan_of(f"Căn cứ {words};").references[1]
    assert found.urn == urn
    assert urn is None or URN.fullmatch(urn)


def test_a_short_name_given_again_means_the_last() -> None:
    plan = plan_of(
        "Căn cứ Quyết định số 1/QĐ-TTg (sau đây gọi tắt là Đề án);",
        "Các sở thực hiện Đề án theo lộ trình.\n\nCăn cứ Quyết định số 2/QĐ-TTg (sau đây gọi tắt là Đề án),"
        " các sở thực hiện Đề án tiếp.",
    )
    assert [c.key for c in plan.citations if c.text == "Đề án"] == ["1/QĐ-TTg", "1/QĐ-TTg", "2/QĐ-TTg", "2/QĐ-TTg"]


@pytest.mark.parametrize(
    ("body", "use", "key"),
    [
        ("Các sở thực hiện Kế hoạch này.", "Kế hoạch này", "41/KH-UBND"),
        ("Nghị định số 5/2020/NĐ-CP quy định; trái với Nghị định này thì thôi.", "Nghị định này", "5/2020/NĐ-CP"),
        ("Nghị định số 5/2020/NĐ-CP; Nghị định số 6/2020/NĐ-CP; theo Nghị định này.", "Nghị định này", None),
        ("Theo Quyết định này.", "Quyết định này", None),
        (
            "Quyết định số 7/QĐ-TTg phê duyệt Chương trình thử nghiệm; các sở triển khai Chương trình này.",
            "Chương trình này",
            "7/QĐ-TTg",
        ),
        # What stands in another's title is no antecedent.
        (
            "Kết luận số 9-KL/TW về tiếp tục thực hiện Chỉ thị số 8-CT/TW về việc thử; theo Chỉ thị này.",
            "Chỉ thị này",
            None,
        ),
    ],
)
def test_back_references_are_resolved_or_left_open(body: str, use: str, key: str | None) -> None:
    plan = plan_of("Căn cứ Luật Đất đai;", body)
    (found,) = [c for c in plan.citations if c.text == use]
    assert (found.kind, found.key) == ("alias", key)
    assert all(use not in r.aliases for r in plan.references)
    assert "41/KH-UBND" not in [r.key for r in plan.references]
    assert "41/KH-UBND" not in [k for task in plan.tasks for k in task.references]


def test_back_reference_to_a_name_given_before() -> None:
    plan = plan_of("Căn cứ Quyết định số 1/QĐ-TTg (sau đây gọi tắt là Đề án);", "Mục tiêu của Đề án này là rõ.")
    assert {c.key for c in plan.citations if c.text == "Đề án này"} == {"1/QĐ-TTg"}


def test_relations_are_one_closed_list() -> None:
    cues = {group["relation"] for group in load("relation_words")["relations"]}
    passive = {*_PASSIVE_OF.values()}
    assert {*Relation} == cues | passive | {"cites"}
    assert {*PASSIVE} == passive
    assert {*Relation} - passive <= {*EdgeKind}


def test_readme_and_schema_name_every_relation() -> None:
    root = Path(__file__).parent.parent
    for document in ("README.md", "schemas/plan.schema.json"):
        words = set(re.findall(r"\w+", (root / document).read_text("utf-8")))
        assert {relation.value for relation in Relation} <= words, document
