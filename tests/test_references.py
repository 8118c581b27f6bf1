"""Distinct documents behind the citations of a whole plan: zones, identity, dates, short names."""

import pytest

import vnplan
from vnplan import PlanDocument

HEAD = """ỦY BAN NHÂN DÂN
TỈNH NAM ĐỊNH
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 41/KH-UBND
Nam Định, ngày 12 tháng 5 năm 2023

KẾ HOẠCH
Thực hiện Quyết định số 30/QĐ-TTg ngày 05/01/2023 của Thủ tướng Chính phủ về phát triển thử nghiệm

"""
TAIL = """

Nơi nhận:
- Như trên;
- Lưu: VT, VX.
TM. ỦY BAN NHÂN DÂN
CHỦ TỊCH
Phạm Văn Thử
"""


def plan_of(basis: str, body: str = "Nội dung thử nghiệm của kế hoạch.", after: str = "") -> PlanDocument:
    text = f"{HEAD}{basis}\n\nI. MỤC ĐÍCH, YÊU CẦU\n\n{body}\n\nII. TỔ CHỨC THỰC HIỆN\n\nCác sở thực hiện kế hoạch./."
    return vnplan.parse_text(text + TAIL + after)


def keys(plan: PlanDocument) -> list[str]:
    return [reference.key for reference in plan.references]


def codes(plan: PlanDocument) -> list[str]:
    return [note.code for note in plan.diagnostics if note.code.startswith("reference-")]


def test_zones_tell_where_a_mention_stands() -> None:
    plan = plan_of(
        "Căn cứ Nghị quyết số 15/NQ-HĐND ngày 08/12/2022 của Hội đồng nhân dân tỉnh;",
        "Bám sát Kết luận số 9-KL/TW của Bộ Chính trị.",
    )
    zones = {c.key: c.zone.value for c in plan.citations}
    assert zones == {"30/QĐ-TTg": "title", "15/NQ-HĐND": "basis", "9-KL/TW": "body"}


def test_identity_bears_year_and_place_of_local_bodies_only() -> None:
    plan = plan_of(
        "Căn cứ Nghị quyết số 15/NQ-HĐND ngày 08/12/2022 của Hội đồng nhân dân tỉnh; Chương trình số 7-CTr/TU;"
        " Nghị định số 5/2020/NĐ-CP; Luật Đất đai;"
    )
    assert {r.key: r.id for r in plan.references} == {
        "30/QĐ-TTg": "document:2023/30/QĐ-TTg",
        "15/NQ-HĐND": "document:nam-dinh/2022/15/NQ-HĐND",
        "7-CTr/TU": "document:nam-dinh/?/7-CTr/TU",
        "5/2020/NĐ-CP": "document:2020/5/2020/NĐ-CP",
        "Luật Đất đai": "document:2013/luat-dat-dai",
    }


def test_issuer_comes_from_the_document_at_hand_where_the_code_is_local() -> None:
    plan = plan_of("Căn cứ Quyết định số 12/QĐ-UBND và Chương trình số 7-CTr/TU;")
    issuers = {r.key: r.issuer for r in plan.references}
    assert issuers["12/QĐ-UBND"] == "Ủy ban nhân dân tỉnh Nam Định"
    assert issuers["7-CTr/TU"] == "Tỉnh ủy Nam Định"


def test_own_number_is_no_reference_and_the_pointer_is_attached_to_it() -> None:
    plan = plan_of(
        "Căn cứ Luật Đất đai;",
        "Theo Kế hoạch số 41/KH-UBND, các đơn vị báo cáo.",
        "\nPHỤ LỤC I\nDANH MỤC NHIỆM VỤ\n"
        "(Kèm theo Kế hoạch số 41/KH-UBND ngày 12/5/2023 của UBND tỉnh)\n\n1. Việc thứ nhất\n",
    )
    assert "41/KH-UBND" not in keys(plan)
    assert "attached_to" in {c.relation for c in plan.citations if c.key == "41/KH-UBND"}
    assert [a.attached_to for a in plan.attachments] == ["41/KH-UBND"]


def test_own_number_of_another_year_is_another_document() -> None:
    plan = plan_of("Căn cứ Kế hoạch số 41/KH-UBND ngày 03/02/2021 của UBND tỉnh về việc khác;")
    assert {r.id for r in plan.references if r.key == "41/KH-UBND"} == {"document:nam-dinh/2021/41/KH-UBND"}


def test_date_given_most_often_wins_and_the_doubt_is_told() -> None:
    plan = plan_of(
        "Căn cứ Nghị quyết số 28-NQ/TW ngày 22/5/2018 của Ban Chấp hành Trung ương;",
        "Nghị quyết số 28-NQ/TW ngày 23/5/2018. Theo Nghị quyết số 28-NQ/TW ngày 23/5/2018 và Nghị quyết số 28-NQ/TW.",
    )
    found = next(r for r in plan.references if r.key == "28-NQ/TW")
    assert found.date is not None
    assert found.date.isoformat() == "2018-05-23"
    assert len(found.mentions) == 4
    assert codes(plan) == ["reference-two-dates"]


def test_numbers_that_recur_every_year_are_kept_apart() -> None:
    plan = plan_of("Căn cứ Kế hoạch số 5/KH-UBND ngày 03/01/2021; Kế hoạch số 5/KH-UBND ngày 14/02/2022 của UBND tỉnh;")
    assert keys(plan).count("5/KH-UBND") == 2


@pytest.mark.parametrize(
    ("words", "code"),
    [
        ("Chỉ thị số 10/CT-TTg ngày 19/4/2023 của Chính phủ", "reference-issuer-conflict"),
        ("Chỉ thị số 10/CT-TTg ngày 31/4/2023 của Thủ tướng Chính phủ", "reference-impossible-date"),
    ],
)
def test_contradictions_are_told(words: str, code: str) -> None:
    plan = plan_of(f"Căn cứ {words};")
    assert codes(plan) == [code]
    assert next(r for r in plan.references if r.key == "10/CT-TTg").issuer == "Thủ tướng Chính phủ"


def test_law_cited_with_number_and_by_name_is_one_document() -> None:
    plan = plan_of(
        "Căn cứ Luật số 31/2024/QH15 ngày 18/01/2024 về Đất đai, sửa đổi năm 2024; Luật Điện lực số 61/2024/QH15;",
        "Thi hành Luật Đất đai và Luật Điện lực.",
    )
    assert keys(plan) == ["30/QĐ-TTg", "31/2024/QH15", "61/2024/QH15"]
    assert [c.kind.value for c in plan.citations if c.text == "Luật Đất đai"] == ["alias"]


def test_short_citation_is_resolved_where_one_document_fits() -> None:
    plan = plan_of(
        "Căn cứ Chỉ thị số 32/CT-TTg ngày 25/11/2016; Quyết định số 8/QĐ-TTg; Quyết định số 8/QĐ-UBND;",
        "Theo Chỉ thị 32 và Quyết định số 8.",
    )
    short = {c.text: c.key for c in plan.citations if c.kind.value == "alias"}
    assert short == {"Chỉ thị 32": "32/CT-TTg", "Quyết định số 8": None}
    assert next(r for r in plan.references if r.key == "32/CT-TTg").aliases == ("Chỉ thị 32",)


def test_given_name_is_found_where_it_is_used_later() -> None:
    plan = plan_of(
        "Căn cứ Quyết định số 8/QĐ-TTg ngày 05/01/2022 của Thủ tướng Chính phủ (sau đây gọi tắt là Đề án);",
        "Các sở triển khai Đề án theo phân công. Đề án này khác. Lập Đề án 161 và Đề án Phát triển.",
    )
    uses = [c for c in plan.citations if c.text == "Đề án"]
    assert [(c.key, c.zone.value, c.relation) for c in uses] == [
        ("8/QĐ-TTg", "basis", "defines_alias"),
        ("8/QĐ-TTg", "body", "cites"),
    ]


def test_congress_of_the_province_that_speaks() -> None:
    plan = plan_of("Thực hiện Nghị quyết Đại hội Đảng bộ tỉnh lần thứ XX, nhiệm kỳ 2020 - 2025;")
    assert "Nghị quyết Đại hội XX của Đảng bộ tỉnh Nam Định" in keys(plan)


def test_recipients_are_no_citations() -> None:
    text = (
        HEAD
        + "Căn cứ Luật Đất đai;\n\nI. NỘI DUNG\n\nViệc thử./."
        + TAIL.replace("- Như trên;", "- Như Quyết định trên;")
    )
    assert keys(vnplan.parse_text(text)) == ["30/QĐ-TTg", "Luật Đất đai"]


def test_parents_stand_before_and_mentions_point_at_their_key() -> None:
    plan = plan_of(
        "Căn cứ Quyết định số 8/QĐ-TTg của Thủ tướng Chính phủ ban hành Kế hoạch thực hiện Kết luận số 9-KL/TW;",
        "Thực hiện Nghị quyết số 7/NQ-CP (gọi tắt là Chương trình) về tiếp tục thực hiện Kết luận số 9-KL/TW."
        " Theo Chương trình.",
    )
    for index, citation in enumerate(plan.citations):
        assert citation.parent is None or citation.parent < index
    for reference in plan.references:
        assert {plan.citations[i].key for i in reference.mentions} == {reference.key}


def test_scheme_is_known_by_the_number_of_the_decision_that_approves_it() -> None:
    plan = plan_of(
        "Căn cứ Quyết định số 06/QĐ-TTg ngày 06/01/2022 của Thủ tướng Chính phủ phê duyệt Đề án thử nghiệm;",
        "Các sở triển khai Đề án 06.",
    )
    assert {c.key for c in plan.citations if c.text == "Đề án 06"} == {"06/QĐ-TTg"}


def test_one_law_in_two_spellings_is_one_document() -> None:
    plan = plan_of("Căn cứ Luật Ánh sáng đô thị;", "Thi hành Luật Ánh Sáng Đô Thị.")
    assert keys(plan)[1:] == ["Luật Ánh sáng đô thị"]


def test_bullets_under_a_heading_of_bases_are_its_bases() -> None:
    body = "1. Căn cứ xây dựng kế hoạch\n\n- Quyết định số 4/QĐ-TTg ngày 04/6/2021;\n\n2. Mục đích\n\n- Theo Công văn số 5/BTC-NS."
    plan = plan_of("", body)
    said = {c.key: (c.zone, c.relation) for c in plan.citations}
    assert said["4/QĐ-TTg"] == ("basis", "based_on")
    assert said["5/BTC-NS"] == ("body", "follows")


def test_a_number_broken_between_paragraphs_is_one() -> None:
    plan = plan_of(
        "", "Thực hiện Nghị quyết số 14-\n\nNQ/TW ngày 05/4/2022 của Bộ Chính trị.\n\nCác xã -\n\nUBND xã họp."
    )
    assert [(c.key, str(c.date)) for c in plan.citations if c.key and "NQ" in c.key] == [("14-NQ/TW", "2022-04-05")]


def test_what_another_document_is_attached_to_is_no_host_of_the_plan() -> None:
    plan = plan_of("", "Làm theo Đề án về bãi bồi (ban hành kèm theo Nghị quyết số 26-NQ/TU ngày 15/11/2022).")
    assert [c.relation for c in plan.citations if c.key == "26-NQ/TU"] == ["cites"]


def test_a_short_form_that_the_text_defines_is_written_out_in_names_of_laws() -> None:
    plan = plan_of(
        "Giữ vệ sinh cầu cảng bến sông (VSCCBS) và trật tự, an toàn giao thông (TTATGT).",
        "Làm đúng Luật Quản lý VSCCBS đồng thời phổ biến Luật TTATGT đường bộ. Theo Luật Bảo vệ QRSTV.",
    )
    names = {c.text: c.key for c in plan.citations if c.doc_type == "L"}
    assert names["Luật Quản lý VSCCBS"] == "Luật Quản lý vệ sinh cầu cảng bến sông"
    assert names["Luật TTATGT đường bộ"] == "Luật Trật tự, an toàn giao thông đường bộ"
    assert names["Luật Bảo vệ QRSTV"] == "Luật Bảo vệ QRSTV"


def test_this_decision_may_be_one_with_a_blank_number() -> None:
    known = "Theo Quyết định số 45/QĐ-UBND ngày 03/4/2022 của UBND tỉnh"
    blank = "Quyết định số       /QĐ-UBND ngày   /5/2022 của UBND tỉnh"
    for words, key in ((known, "45/QĐ-UBND"), (f"{known} và {blank}", None)):
        plan = plan_of(f"{words}. Việc hỗ trợ thực hiện theo Quyết định này.")
        assert [c.key for c in plan.citations if c.text == "Quyết định này"] == [key]
