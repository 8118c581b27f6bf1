"""Words that promise a value and give none are remarked on, at their own place, and hardly ever where all is read."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given, settings

import vnplan
from strategies import plans, text_of
from vnplan.assembly.leftovers import remarks
from vnplan.diagnostics import CODES, vietnamese
from vnplan.models.base import Span
from vnplan.rules.findings import Leftover
from vnplan.thresholds import LONGEST_REMARK, MOST_REMARKS, THRESHOLDS

SPECIMENS = Path(__file__).parent.parent / "corpora"
SPEAKING = frozenset(
    {
        "duty-unread", "agency-unread", "agency-unknown", "number-unread", "header-unread", "more-unread",
        "timeframe-unread", "relation-order", "heading-doubtful", "numbering-gap", "numbering-repeat",
    }
)  # fmt: skip
HEAD = """ỦY BAN NHÂN DÂN
TỈNH HẢI DƯƠNG

Số: 45/KH-UBND

Hải Dương, ngày 5 tháng 2 năm 2024

KẾ HOẠCH
Phát triển chợ nông thôn năm 2024

"""
WORK = f"{HEAD}I. MỤC ĐÍCH\n\nNâng cao đời sống.\n\nII. TỔ CHỨC THỰC HIỆN\n\n"
TABLE = "| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành |\n|---|---|---|---|---|\n"


def told(text):
    plan = vnplan.parse_text(text)
    return [(d.code.value, plan.text[slice(*d.span)]) for d in plan.diagnostics if d.code in SPEAKING and d.span]


@pytest.mark.parametrize(
    ("code", "text", "place"),
    [
        (
            "duty-unread",
            f"{HEAD}I. GIẢI PHÁP\n\n1. Chợ\n\nNgười đứng đầu chịu trách nhiệm về trật tự trong chợ mình trông coi.\n",
            "Người đứng đầu chịu trách nhiệm về trật tự trong chợ mình trông coi.",
        ),
        ("duty-unread", f"{WORK}1. Hội quán Minh Châu chủ trì.\n\n2. Sở\n", "2. Sở"),
        (
            "duty-unread",
            f"{WORK}1. Sở Công Thương\n\n- Rà soát các chợ.\n\n2. Các chủ quầy\n\n- Xây dựng nội quy quầy.\n",
            "2. Các chủ quầy",
        ),
        (
            "agency-unread",
            f"{HEAD}I. NHIỆM VỤ\n\n{TABLE}| 1 | Mở lớp | Sở Y tế | Sở Nội vụ (bố trí chỗ ở) | Quý II |\n",
            "Sở Nội vụ (bố trí chỗ ở)",
        ),
        (
            "timeframe-unread",
            f"{HEAD}I. NHIỆM VỤ\n\n{TABLE}| 1 | Mở lớp | Sở Y tế | Sở Nội vụ | Đột xuất |\n",
            "Đột xuất",
        ),
        ("agency-unknown", f"{HEAD}I. NHIỆM VỤ\n\nTỉnh hỏi ý kiến Cục Mây Trắng về việc này.\n", "Cục Mây Trắng"),
        (
            "relation-order",
            f"{HEAD}I. CĂN CỨ\n\nCăn cứ Quyết định số 77/QĐ-UBND ngày 9 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh;\n",
            "Quyết định số 77/QĐ-UBND ngày 9 tháng 9 năm 2025 của Ủy ban nhân dân tỉnh",
        ),
        ("number-unread", f"{HEAD}I. MỤC ĐÍCH\n\nXem thêm 15-HD/Xyz-QT của tỉnh.\n", "15-HD/Xyz-QT"),
        (
            "header-unread",
            HEAD.replace("Số: 45/KH-UBND\n\n", "") + "Số: 45 KH UBND\n\nI. MỤC ĐÍCH\n\nNâng cao đời sống.\n",
            "Số: 45 KH UBND",
        ),
        ("numbering-gap", f"{HEAD}I. MỤC ĐÍCH\n\nMột.\n\nIII. YÊU CẦU\n\nHai.\n", "III"),
        ("numbering-repeat", f"{HEAD}I. YÊU CẦU\n\n1. Một.\n\n2. Hai.\n\n2. Ba.\n\n3. Bốn.\n", "2"),
    ],
)
def test_what_was_not_understood_is_told_at_its_place(code, text, place):
    assert (code, place) in told(text)


@pytest.mark.parametrize(
    "text",
    [
        f"{WORK}1. Sở Công Thương\n\na) Chủ trì, phối hợp với Sở Tài chính rà soát các chợ.\n\nb) Hướng dẫn các chợ.\n",
        f"{WORK}1. Sở Công Thương chủ trì, phối hợp với các sở, ngành:\n\n- Rà soát các chợ.\n\n- Hướng dẫn các chợ.\n",
        f"{WORK}1. Sở Công Thương\n\n- Rà soát các chợ.\n\n2. Kinh phí thực hiện\n\n- Bố trí từ ngân sách tỉnh.\n",
        f"{HEAD}I. MỤC ĐÍCH\n\nXây dựng lối sống có trách nhiệm với xóm làng.\n",
        f"{HEAD}I. KẾT QUẢ\n\nNăm qua Sở Công Thương đã chủ trì rà soát các chợ.\n",
        f"{HEAD}I. MẪU\n\nChúng tôi xin chịu trách nhiệm trước pháp luật về lời khai này.\n",
        f"{HEAD}Điều 3. Chánh Văn phòng, Giám đốc các sở chịu trách nhiệm thi hành Quyết định này./.\n",
        f"{HEAD}I. NHIỆM VỤ\n\n{TABLE}| 1 | Mở lớp | Sở Y tế | Các sở, ngành khác có liên quan | Quý II |\n",
        f"{HEAD}I. NHIỆM VỤ\n\n{TABLE}| 1 | Mở lớp | Chủ trì: Sở Y tế | Sở Nội vụ và Sở Tài chính | Thường xuyên |\n",
        f"{HEAD}I. CĂN CỨ\n\nCăn cứ Quyết định số 77/QĐ-UBND ngày 9 tháng 9 năm 2023 của Ủy ban nhân dân tỉnh;\n",
        f"{HEAD}I. NHIỆM VỤ\n\nCông ty Mây Trắng, Sở Y tế tỉnh Hải Dương và Bộ Y tế cùng bàn việc này.\n",
        f"{HEAD}I. YÊU CẦU\n\na) Một.\n\nb) Hai.\n\nc) Ba.\n\nd) Bốn.\n\nđ) Năm.\n\ne) Sáu.\n",
    ],
    ids=[
        "duties", "lead-in", "matter", "manners", "past", "form", "execution", "filled", "roles", "basis", "names", "letters",
    ],
)  # fmt: skip
def test_nothing_is_told_where_all_is_read(text):
    assert told(text) == []


def test_regulations_lay_down_standing_duties():
    rules = HEAD.replace("KẾ HOẠCH\nPhát triển chợ", "QUYẾT ĐỊNH\nBan hành Quy chế trông coi chợ")
    assert told(f"{rules}Điều 1. Trông coi\n\n1. Người trông coi chịu trách nhiệm về trật tự trong chợ.\n") == []


@given(plans())
@settings(max_examples=40, deadline=None)
def test_a_remark_lies_in_one_paragraph(plan_parts):
    plan = vnplan.parse_text(text_of(plan_parts))
    for remark in plan.diagnostics:
        if remark.code in SPEAKING:
            for start, end in (remark.span, *remark.related):
                assert 0 < end - start <= LONGEST_REMARK.whole
                assert "\n" not in plan.text[start:end]


def left(code, start, words):
    return Leftover(code, Span(start, start + 5), words)


def test_the_same_words_are_told_once():
    (remark,) = remarks([left("agency-unread", 30, "Tổ Hai"), left("agency-unread", 10, "TỔ HAI")])
    assert (remark.span, remark.related) == (Span(10, 15), (Span(30, 35),))


def test_beyond_a_handful_one_remark_stands_for_the_rest():
    found = list(remarks(left("duty-unread", 10 * i, f"việc {i}") for i in range(MOST_REMARKS.whole + 3)))
    assert [r.code.value for r in found] == ["duty-unread"] * MOST_REMARKS.whole + ["more-unread"]
    assert found[-1].values == {"count": "3", "code": "duty-unread"}
    assert len(found[-1].related) == 2


@pytest.mark.parametrize("code", sorted(SPEAKING))
def test_both_languages_name_what_was_expected(code):
    row = CODES[code]
    assert row.english != row.vietnamese
    assert all(words.count("{") for words in (row.english, row.vietnamese))


def test_a_remark_speaks_vietnamese():
    (remark,) = remarks([left("duty-unread", 0, "Tổ Hai chủ trì")])
    assert vietnamese(remark).endswith("nhưng chưa nhận ra nhiệm vụ nào: 'Tổ Hai chủ trì'")


@pytest.mark.parametrize(
    "path",
    [p for kind in ("txt", "md") for p in sorted(SPECIMENS.glob(f"*/*.{kind}")) if p.stem == p.parent.name],
    ids=lambda p: p.name,
)
def test_the_specimens_are_read_without_such_remarks(path):
    """Everything in them is read: a remark here is one too many everywhere."""
    plan = vnplan.parse(path)
    assert [d.message for d in plan.diagnostics if d.code in SPEAKING] == []


@pytest.mark.parametrize("code", list(CODES))
def test_every_code_is_documented(code):
    row = CODES[code]
    page = (SPECIMENS.parent / "docs" / "diagnostics.md").read_text("utf-8")
    assert f"| `{code}` | {row.severity} | {row.english} | {row.vietnamese} |" in page


def test_every_threshold_says_what_it_means_and_where_it_comes_from():
    assert len({row.name for row in THRESHOLDS}) == len(THRESHOLDS) > 8
    assert all(row.unit and row.meaning and row.measured and row.value > 0 for row in THRESHOLDS)
