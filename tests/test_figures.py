"""Figures in cells, and the targets and budgets that tables of them make."""

from __future__ import annotations

import tomllib
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids import grid
from test_tables import outline_of, tabled
from vnplan.grammar.money.amounts import money_unit
from vnplan.grammar.money.figures import Marks, marks_of, read_figure, read_number
from vnplan.models.section import SectionKind
from vnplan.models.table import TableRole
from vnplan.outline.shapes import Node
from vnplan.rules.rows import budgets, table_tasks, targets
from vnplan.setting import Setting

CASES = tomllib.loads((Path(__file__).parent / "cases" / "figures.toml").read_text("utf-8"))
SETTING = Setting(province="Hải Dương", on=date(2024, 2, 5), year=2024)


@pytest.mark.parametrize("case", CASES["figure"], ids=lambda c: f"{c['text']}|{c.get('marks', '')}")
def test_figure(case):
    found = read_figure(case["text"], Marks(case["marks"]) if "marks" in case else None)
    if case.get("none"):
        assert found is None
        return
    assert found is not None
    assert (str(found.value), found.bound, found.unit) == (case["value"], case.get("bound"), case.get("unit"))
    assert found.upper == (Decimal(case["upper"]) if "upper" in case else None)


@pytest.mark.parametrize("case", CASES["marks"], ids=lambda c: " ".join(c["cells"]))
def test_marks(case):
    assert marks_of(case["cells"]) == (Marks(case["marks"]) if "marks" in case else None)


@pytest.mark.parametrize("case", CASES["unit"], ids=lambda c: c["text"])
def test_unit(case):
    found = money_unit(case["text"])
    assert found == ((case["words"], case["factor"]) if "words" in case else None)


@given(st.integers(0, 10**12), st.integers(0, 99))
def test_a_number_written_either_way_is_read_back(whole, part):
    dotted = f"{whole:,}".replace(",", ".") + f",{part:02d}"
    expected = Decimal(whole) + Decimal(part) / 100
    assert read_number(dotted) == expected
    assert read_number(f"{whole:,}.{part:02d}") == expected


@given(st.text(alphabet="0123456789.,- %x≥đồng", max_size=60))
def test_any_cell_is_read_without_failing(text):
    found = read_figure(text)
    assert found is None or any(c.isdigit() for c in text)


def parts(*lines):
    text, table = grid(lines)
    node = Node(SectionKind.PREAMBLE, 1, None, None, (), (table,), (), len(text))
    outline = outline_of(text, node)
    return outline, tabled(outline, SETTING)


def test_targets_by_year():
    outline, known = parts(
        "TT | Chỉ tiêu | ĐVT | Năm 2024 | Đến năm 2030 | Cơ quan chủ trì | Ghi chú",
        "I | Hạ tầng>6",
        "1 | Số chợ đạt chuẩn | chợ | 1.250 | ≥ 1.300 | Sở Công Thương | mới",
        "2 | Tỷ lệ kiểm soát | % | 80 - 85 | chưa giao | Sở Y tế | ",
    )
    first, second = targets.find(outline, known).targets
    assert known.tables[0].role is TableRole.TARGET
    assert (first.id, first.no, first.group, first.group_title) == ("T1/1", "1", "I", "Hạ tầng")
    assert (first.title, first.unit, first.note) == ("Số chợ đạt chuẩn", "chợ", "mới")
    assert [ref.name for ref in first.lead] == ["Sở Công Thương"]
    assert [(v.column, v.period.kind.value, v.period.end, v.value) for v in first.values] == [
        ("Năm 2024", "year", date(2024, 12, 31), 1250),
        ("Đến năm 2030", "deadline", date(2030, 12, 31), 1300),
    ]
    assert first.values[1].bound == "at_least"
    assert [(v.raw, v.value, v.upper) for v in second.values] == [("80 - 85", 80, 85), ("chưa giao", None, None)]
    assert all(outline.document.text[slice(*v.span)] == v.raw for t in (first, second) for v in t.values)


def test_targets_under_a_heading_merged_over_years_and_of_columns_without_a_time():
    outline, known = parts(
        "TT | Nội dung | ĐVT | Chỉ tiêu giao>2 | Hiện trạng",
        " | | | 2024 | 2025 | ",
        "1 | Tổng số lao động được dạy nghề | người | 2.500 | 2.600 | 2.400",
    )
    (target,) = targets.find(outline, known).targets
    assert target.title == "Tổng số lao động được dạy nghề"
    assert [(v.period.years if v.period else None, v.value) for v in target.values] == [
        ((2024,), 2500),
        ((2025,), 2600),
        (None, 2400),
    ]


def test_what_is_measured_by_year_is_a_target_whatever_its_heading():
    _, known = parts("TT | Nội dung | Đơn vị tính | Năm 2025 | Năm 2026", "1 | Diện tích rừng | ha | 120 | 140")
    assert known.tables[0].role is TableRole.TARGET


def test_a_unit_in_the_title():
    outline, known = parts("TT | Chỉ tiêu | Năm 2025", "1 | Tỷ lệ hộ nghèo (%) | 3,5", "2 | Số xã (đợt một) | 4")
    assert [t.unit for t in targets.find(outline, known).targets] == ["%", None]


def test_budgets_in_whole_dong():
    outline, known = parts(
        "TT | Nội dung chi | Kinh phí (triệu đồng)>2 | Nguồn vốn",
        " | | Năm 2024 | Năm 2025 | ",
        "1 | In tài liệu | 1.250,5 | 2 tỷ đồng | Ngân sách tỉnh",
        "2 | Mua sắm | 300 | - | ",
        " | Tổng cộng | 1.550,5 | | ",
    )
    lines = budgets.find(outline, known).budgets
    assert known.tables[0].role is TableRole.BUDGET
    assert [(line.id, line.title, line.total, line.source) for line in lines] == [
        ("T1/1", "In tài liệu", False, "Ngân sách tỉnh"),
        ("T1/2", "Mua sắm", False, None),
        ("T1/r4", "Tổng cộng", True, None),
    ]
    assert [[(a.dong, a.unit) for a in line.amounts] for line in lines] == [
        [(1_250_500_000, "triệu đồng"), (2_000_000_000, "tỷ đồng")],
        [(300_000_000, "triệu đồng")],
        [(1_550_500_000, "triệu đồng")],
    ]


def test_a_sum_without_a_unit_is_not_guessed():
    outline, known = parts("TT | Nội dung chi | Kinh phí", "1 | In tài liệu | 1.250")
    ((amount,),) = (line.amounts for line in budgets.find(outline, known).budgets)
    assert (amount.raw, amount.dong, amount.unit) == ("1.250", None, None)


def test_the_unit_of_the_line_above_the_table():
    text, table = grid(["Đơn vị tính: nghìn đồng>3", "TT | Nội dung chi | Thành tiền", "1 | In tài liệu | 1.250"])
    node = Node(SectionKind.PREAMBLE, 1, None, None, (), (table,), (), len(text))
    outline = outline_of(text, node)
    ((amount,),) = (line.amounts for line in budgets.find(outline, tabled(outline)).budgets)
    assert (amount.dong, amount.unit) == (1_250_000, "nghìn đồng")


def test_sums_of_tasks():
    outline, known = parts(
        "TT | Nhiệm vụ | Chủ trì | Thời gian | Kinh phí (triệu đồng)",
        "1 | Mở lớp | Sở Y tế | 2024 | 350",
        "2 | Rà soát | Sở Y tế | 2024 | Ngân sách tỉnh",
    )
    tasks = table_tasks.find(outline, known).tasks
    assert [[a.dong for a in task.amounts] for task in tasks] == [[350_000_000], []]
    assert tasks[1].budget == "Ngân sách tỉnh"


CELL = st.sampled_from(["", "1", "I", "Tổng cộng", "Số chợ", "1.250", "1,250", "95%", "x", "2 tỷ đồng", "%", "Sở Y tế"])


@given(st.lists(st.lists(CELL, min_size=4, max_size=4), min_size=1, max_size=8), st.booleans())
def test_any_table_gives_rows_with_distinct_ids_and_words(table, money):
    head = "TT | Nội dung | Kinh phí (triệu đồng) | Nguồn vốn" if money else "TT | Chỉ tiêu | ĐVT | Năm 2025"
    outline, known = parts(head, *("|".join(row) for row in table))
    found = budgets.find(outline, known).budgets if money else targets.find(outline, known).targets
    assert len({row.id for row in found}) == len(found)
    assert all(row.title and row.span.start < row.span.end for row in found)
