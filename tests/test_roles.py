"""Role words in cells, marks, labels and sentences; columns beside each other; lines that hand out no work."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest

from vnplan.grammar.cells.joint_roles import lead_and_coordinating
from vnplan.grammar.cells.role_marks import read_mark
from vnplan.grammar.duties.heading_names import read_names
from vnplan.grammar.duties.labels import is_label, labels_in
from vnplan.grammar.duties.sentences import is_closing, is_narrative, orders_in
from vnplan.grammar.headings.heading_ends import heading_end
from vnplan.models.base import Span
from vnplan.models.table import ColumnRole
from vnplan.outline.tables.column_context import RULES, in_context
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText
from vnplan.text.view import View

CASES = tomllib.loads((Path(__file__).parent / "cases" / "roles.toml").read_text("utf-8"))
SETTING = Setting(province="Hải Dương", on=date(2024, 2, 5), year=2024)


def names(refs):
    return " + ".join(ref.name for ref in refs)


@pytest.mark.parametrize("case", CASES["joint"], ids=lambda case: case["cell"])
def test_joint_cells(case):
    lead, beside = lead_and_coordinating(SearchText(case["cell"]), (Span(0, len(case["cell"])),), SETTING)
    assert (names(lead), names(beside)) == (case["lead"], case["coordinating"])


@pytest.mark.parametrize(
    ("part", "words"), [(case["part"], words) for case in CASES["mark"] for words in case["words"]]
)
def test_marks(part, words):
    assert (read_mark(words) or "") == part


@pytest.mark.parametrize("case", CASES["label"], ids=lambda case: case["line"])
def test_labels(case):
    view = View.of(case["line"])
    assert " ".join(label.kind for label in labels_in(view)) == case["kinds"]
    assert is_label(view) == bool(case["kinds"])


@pytest.mark.parametrize("case", CASES["order"], ids=lambda case: case["line"])
def test_sentences_that_order(case):
    view = View.of(case["line"])
    found = [view.text[order.start : order.end] for order in orders_in(view)]
    assert len(found) == len(case["orders"])
    assert all(words.startswith(first) for words, first in zip(found, case["orders"], strict=True))


@pytest.mark.parametrize(("closes", "line"), [(c["closes"], line) for c in CASES["closing"] for line in c["lines"]])
def test_lines_that_hand_out_nothing(closes, line):
    assert is_closing(View.of(line)) == closes


def test_what_was_done_is_told():
    view = View.of("Sở Y tế đã mở lớp. Sở Y tế mở lớp.")
    assert is_narrative(view, 7)
    assert not is_narrative(view, 26)


@pytest.mark.parametrize(
    ("heading", "agencies"),
    [
        ("Hạt Kiểm lâm huyện Minh Châu", "Hạt Kiểm lâm huyện Minh Châu"),
        ("Các doanh nghiệp viễn thông, công nghệ thông tin", "Các doanh nghiệp viễn thông, công nghệ thông tin"),
        ("Các Tạp chí, Bản tin; Hạt Kiểm lâm", "Các Tạp chí, Bản tin + Hạt Kiểm lâm"),
        ("Tổ đảng ở Thường trực Ủy ban Pháp luật", "Tổ đảng ở Thường trực Ủy ban Pháp luật"),
        ("Sở Y tế và Sở Nội vụ", "Sở Y tế + Sở Nội vụ"),
        ("Tuyên truyền trên loa", ""),
        ("Phòng chống dịch bệnh", ""),
        ("Tổ chức hội nghị", ""),
        ("Trường hợp phát sinh", ""),
        ("Bảo tàng mở cửa theo lịch. Cấm hút thuốc", ""),
        ("Công ty tổ chức hội chợ", ""),
    ],
)
def test_headings_that_name_agencies(heading, agencies):
    view = View.of(heading)
    assert names(read_names(view, 0, len(view.text), SETTING)) == agencies


@pytest.mark.parametrize(
    ("words", "heading"),
    [
        ("Sở Giao thông vận tải", None),
        ("Giao Sở Xây dựng là đầu mối", None),
        ("Yêu cầu Thủ trưởng các sở rà soát", None),
        ("Yêu cầu Các sở rà soát", "Yêu cầu"),
        ("Phát triển thị trường Xây dựng chợ mới", "Phát triển thị trường"),
    ],
)
def test_a_name_is_not_cut_after_its_noun(words, heading):
    end = heading_end(words)
    assert (words[:end] if end is not None else None) == heading


COLUMNS = [
    ("unit_is_agency", "Nhiệm vụ:task | Đơn vị:unit", "task lead"),
    ("unit_is_agency", "Chỉ tiêu:target | Đơn vị:unit", "target unit"),
    ("groups_before_tasks", "Nhóm nhiệm vụ:task | Nhiệm vụ:task | Thời gian:time", "group task time"),
    ("groups_before_numbers", "Cụm việc:task | TT:stt | Phần việc: | Chủ trì:lead", "group stt task lead"),
    ("groups_before_numbers", "Cụm việc: | TT:stt | Phần việc:task | Chủ trì:lead", "group stt task lead"),
    ("groups_before_numbers", "TT:stt | Phần việc:task | Chủ trì:lead", "stt task lead"),
    ("sums_of_money", "Nhiệm vụ:task | Kinh phí:budget | Tổng số: | Chủ trì:lead", "task budget budget lead"),
    ("sums_of_money", "Nhiệm vụ:task | Tổng số: | Chủ trì:lead", "task - lead"),
    ("agencies_beside_parts", "Cơ quan: | Vai trò:part", "lead part"),
    ("agencies_beside_tasks", "Nhiệm vụ:task | Sở, ngành:", "task lead"),
    ("agencies_beside_tasks", "Nhiệm vụ:task | Sở, ngành: | Cơ quan chủ trì:lead", "task - lead"),
    ("targets_as_tasks", "Tiêu chí:target | Chủ trì:lead | Phối hợp:coordinating", "task lead coordinating"),
    (
        "targets_as_tasks",
        "Tiêu chí:target | ĐVT:unit | Chủ trì:lead | Phối hợp:coordinating",
        "target unit lead coordinating",
    ),
    ("unknown_is_task", "TT:stt | Việc: | Chủ trì:lead | Thời gian:time", "stt task lead time"),
    ("unknown_is_task", "TT:stt | Chủ trì:lead | Việc: | Thời gian:time", "stt lead - time"),
    ("progress_is_no_time", "Nhiệm vụ:task | Thời gian hoàn thành:time | Tiến độ:time", "task time -"),
    ("progress_is_no_time", "Nhiệm vụ:task | Tiến độ:time | Chủ trì:lead", "task time lead"),
    ("progress_is_no_time", "Nhiệm vụ:task | Bắt đầu:time | Kết thúc:time | Chủ trì:lead", "task time time lead"),
    ("state_of_today", "Nhiệm vụ:task | Tiến độ hiện tại:time | Chủ trì:lead", "task - lead"),
    (
        "results_of_today",
        "Nhiệm vụ:task | Kết quả yêu cầu:output | Kết quả hiện nay:output | Chủ trì:lead",
        "task output - lead",
    ),
]


@pytest.mark.parametrize(("rule", "columns", "roles"), COLUMNS)
def test_columns_beside_each_other(rule, columns, roles):
    pairs = [column.split(":") for column in columns.split(" | ")]
    given = [ColumnRole(role) if role else None for _, role in pairs]
    found = in_context(given, [[heading] for heading, _ in pairs])
    assert " ".join(role or "-" for role in found) == roles
    assert rule in {named.__name__ for named in RULES}


def test_every_rule_of_columns_has_a_case():
    assert {rule.__name__ for rule in RULES} == {rule for rule, _, _ in COLUMNS}
