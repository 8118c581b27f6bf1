"""Tasks: one a row of every assignment table, and duties in prose."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

import vnplan
from grids import flattened, grid
from test_tables import outline_of, tabled
from vnplan.grammar.cells.persons import read_persons
from vnplan.models.section import SectionKind
from vnplan.models.task import TaskOrigin, TaskZone
from vnplan.outline.shapes import Node, PartKind
from vnplan.outline.tables.flattened import recover
from vnplan.rules.leftovers import cells as unread_cells
from vnplan.rules.rows import table_tasks
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText

CASES = tomllib.loads((Path(__file__).parent / "cases" / "tasks_body.toml").read_text("utf-8"))["case"]
SETTING = Setting(province="Hải Dương", on=date(2024, 2, 5), year=2024)
HEAD = """ỦY BAN NHÂN DÂN
TỈNH HẢI DƯƠNG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/KH-UBND
Hải Dương, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Phát triển chợ nông thôn năm 2024

I. MỤC ĐÍCH

Nâng cao chất lượng phục vụ.
"""


def names(refs):
    return " + ".join(ref.name for ref in refs)


@pytest.mark.parametrize(
    ("line", "work"),
    [
        ("1. Sở Y tế: Mở lớp tập huấn.", "Mở lớp tập huấn"),
        ("1. Giao Sở Y tế chủ trì, phối hợp với Sở Nội vụ mở lớp;", "chủ trì, phối hợp với Sở Nội vụ mở lớp"),
        ("1. Đề nghị Hội Nông dân tỉnh vận động hội viên.", "vận động hội viên"),
    ],
)
def test_the_work_of_a_duty_is_without_label_and_addressee(line, work):
    plan = vnplan.parse_text(f"{HEAD}\n\nIV. TỔ CHỨC THỰC HIỆN\n\n{line}")
    assert [plan.text[slice(*task.work)] for task in plan.tasks] == [work]


@pytest.mark.parametrize("doc_type", ["CHỈ THỊ", "CÔNG ĐIỆN", "KẾ HOẠCH"])
def test_items_of_a_directive_or_telegram_are_sentences_that_hand_out_work(doc_type):
    number = {"CHỈ THỊ": "CT", "CÔNG ĐIỆN": "CĐ", "KẾ HOẠCH": "KH"}[doc_type]
    lines = [
        f"Số: 12/{number}-UBND",
        doc_type,
        "1. Sở Y tế chỉ đạo các cơ sở mở lớp tập huấn.",
        "2. Sở Tài chính bố trí kinh phí.",
        "3. Sở Nội vụ đã cử cán bộ.",
    ]
    plan = vnplan.parse_text("\n\n".join(lines))
    given = [names(task.assignees) for task in plan.tasks]
    assert given == ([] if number == "KH" else ["Sở Y tế", "Sở Tài chính"])


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["note"])
def test_duties_in_prose(case):
    plan = vnplan.parse_text(HEAD + case["body"].replace("\n", "\n\n"))
    found = []
    for task in plan.tasks:
        frame = task.timeframe
        time = f"{frame.kind.value} {frame.end or ''}".strip() if frame else ""
        parts = (task.section, task.zone.value, task.mode.value, names(task.assignees), names(task.lead))
        found.append(" | ".join((*parts, names(task.coordinating), time)))
        assert task.origin is TaskOrigin.BODY
        assert plan.text[task.span.start : task.span.end].strip()
    squeezed = [" | ".join(part.strip() for part in line.split("|")) for line in case["tasks"]]
    assert found == squeezed


@pytest.mark.parametrize(
    ("duty", "mode", "route"),
    [
        (
            "Sở Y tế báo cáo kết quả thực hiện về Sở Nội vụ trước ngày 20/11 để tổng hợp, báo cáo UBND tỉnh, Bộ Nội vụ.",
            "reporting",
            ("kết quả thực hiện", "Sở Nội vụ", "", "Ủy ban nhân dân tỉnh Hải Dương + Bộ Nội vụ"),
        ),
        (
            "Sở Y tế định kỳ 6 tháng báo cáo UBND tỉnh (qua Sở Nội vụ) tình hình thực hiện.",
            "reporting",
            ("tình hình thực hiện", "Ủy ban nhân dân tỉnh Hải Dương", "Sở Nội vụ", ""),
        ),
        (
            "Sở Y tế hằng quý báo cáo UBND tỉnh và Tỉnh ủy.",
            "reporting",
            (None, "Ủy ban nhân dân tỉnh Hải Dương + Tỉnh ủy Hải Dương", "", ""),
        ),
        (
            "Sở Y tế mở lớp; kịp thời báo cáo UBND tỉnh xem xét.",
            "assigned",
            (None, "Ủy ban nhân dân tỉnh Hải Dương", "", ""),
        ),
        ("Sở Y tế mở lớp tập huấn cho Sở Nội vụ.", "assigned", None),
        ("Sở Y tế làm báo cáo kết quả.", "assigned", None),
    ],
)
def test_where_a_report_goes(duty, mode, route):
    (task,) = vnplan.parse_text(f"{HEAD}V. TỔ CHỨC THỰC HIỆN\n\n1. {duty}\n").tasks
    found = task.reporting
    assert task.mode.value == mode
    assert route == (found and (found.what, names(found.recipients), names(found.via), names(found.onward)))


def rows(*lines, bold=(), kind=PartKind.MAIN, setting=SETTING):
    text, table = grid(lines, bold=bold)
    node = Node(SectionKind.PREAMBLE, 1, None, None, (), (table,), (), len(text))
    outline = outline_of(text, node, kind=kind)
    return table_tasks.find(outline, tabled(outline, setting)).tasks


TOP = "TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian hoàn thành | Cấp trình | Sản phẩm"


def test_a_row_gives_a_task():
    (task,) = rows(TOP, "1 | Xây dựng quy chế | Sở Y tế | Sở Nội vụ, các sở, ngành | Quý II | UBND tỉnh | Quyết định")
    assert (task.id, task.no, task.title) == ("T1/1", "1", "Xây dựng quy chế")
    assert (names(task.lead), names(task.assignees)) == ("Sở Y tế", "Sở Y tế")
    assert names(task.coordinating) == "Sở Nội vụ + Các sở, ban, ngành"
    assert names(task.approver) == "Ủy ban nhân dân tỉnh Hải Dương"
    assert (task.timeframe.kind.value, task.timeframe.end, task.timeframe.inferred) == (
        "deadline",
        date(2024, 6, 30),
        True,
    )
    assert (task.outputs, task.outputs_raw) == (("Quyết định",), "Quyết định")
    assert (task.group, task.zone, task.origin) == (None, TaskZone.BODY, TaskOrigin.TABLE)


def test_rows_of_an_appendix_stand_in_the_attachment():
    (task,) = rows(TOP, "1 | Xây dựng quy chế | Sở Y tế | | 2024 | | ", kind=PartKind.APPENDIX)
    assert task.zone is TaskZone.ATTACHMENT


def test_groups_and_repeated_numbers():
    tasks = rows(
        TOP,
        "I | Thể chế>6",
        "1 | Quy chế | Sở Y tế | | 2024 | | ",
        "2 | Nhóm mẫu | | | | | ",
        "2.1 | Mẫu một | Sở Y tế | | 2024 | | ",
        "3 | Rà soát | Sở Y tế | | 2024 | | ",
        "II | Tuyên truyền>6",
        "1 | Phóng sự | Sở Y tế | | 2024 | | ",
    )
    assert [(t.id, t.group, t.group_title) for t in tasks] == [
        ("T1/1", "I", "Thể chế"),
        ("T1/2.1", "2", "Nhóm mẫu"),
        ("T1/3", "I", "Thể chế"),
        ("T1/1~2", "II", "Tuyên truyền"),
    ]


def test_a_lead_merged_over_rows_leads_each():
    tasks = rows(
        TOP,
        "1 | Quy chế | Sở Y tế^2 | | 2024 | | ",
        "2 | Rà soát | _ | | 2024 | | ",
    )
    assert [names(t.lead) for t in tasks] == ["Sở Y tế", "Sở Y tế"]


def test_a_row_that_goes_on_after_a_page_break():
    tasks = rows(
        TOP,
        "1 | Xây dựng quy chế thu gom; | Sở Y tế | | 2024 và những | | Quyết định",
        " | rà soát các mẫu | | | | | ",
        "I | Nhóm | | | năm tiếp theo | | ",
        "2 | Việc khác | Sở Y tế | | 2024 | | ",
    )
    assert [t.title for t in tasks] == ["Xây dựng quy chế thu gom; rà soát các mẫu", "Việc khác"]
    assert tasks[0].timeframe.raw == "2024 và những năm tiếp theo"
    assert [t.group for t in tasks] == [None, "I"]


def test_a_row_that_repeats_the_end_of_the_one_above():
    (task,) = rows(
        TOP,
        "1 | Mở lớp dạy nghề cho lao động nông thôn | Sở Y tế | | 2024 | | ",
        " | cho lao động nông thôn. | | | | | ",
    )
    assert task.title == "Mở lớp dạy nghề cho lao động nông thôn"


def test_a_row_without_number_but_with_a_lead_is_a_task():
    tasks = rows(TOP, "1 | Quy chế | Sở Y tế | | 2024 | | ", " | Rà soát | Sở Nội vụ | | 2024 | | ")
    assert [(t.no, t.title) for t in tasks] == [("1", "Quy chế"), (None, "Rà soát")]


@pytest.mark.parametrize(
    ("cell", "lead", "coordinating"),
    [
        ("Chủ trì: Sở Y tế; Phối hợp: Sở Nội vụ, Sở Tài chính", "Sở Y tế", "Sở Nội vụ + Sở Tài chính"),
        ("- Cơ quan chủ trì: Sở Y tế¶- Cơ quan phối hợp: Sở Nội vụ", "Sở Y tế", "Sở Nội vụ"),
        ("Sở Y tế chủ trì, phối hợp với Sở Nội vụ", "Sở Y tế", "Sở Nội vụ"),
        ("Sở Y tế (chủ trì), phối hợp Sở Nội vụ", "Sở Y tế", "Sở Nội vụ"),
        ("Sở Y tế (chủ trì); Sở Nội vụ, Sở Tài chính (phối hợp)", "Sở Y tế", "Sở Nội vụ + Sở Tài chính"),
        ("Sở Nội vụ, Sở Y tế (chủ trì), Sở Tài chính", "Sở Y tế", "Sở Nội vụ + Sở Tài chính"),
        ("Sở Y tế (CT), Sở Nội vụ (PH)", "Sở Y tế", "Sở Nội vụ"),
        ("Sở Y tế chủ trì; các sở, ngành phối hợp", "Sở Y tế", "Các sở, ban, ngành"),
        ("CT: Sở Y tế; PH: Sở Nội vụ", "Sở Y tế", "Sở Nội vụ"),
        ("Chủ trì: Sở Y tế. Phối hợp: Sở Nội vụ", "Sở Y tế", "Sở Nội vụ"),
        ("Sở Y tế", "Sở Y tế", ""),
    ],
)
def test_a_joint_column_is_told_apart(cell, lead, coordinating):
    (task,) = rows("TT | Nhiệm vụ | Phân công thực hiện | Thời gian", f"1 | Quy chế | {cell} | 2024")
    assert (names(task.lead), names(task.coordinating)) == (lead, coordinating)


def test_bodies_as_columns_with_marks():
    tasks = rows(
        "TT | Nhiệm vụ | Cơ quan thực hiện>3 | Thời gian",
        " | | Sở Y tế | Sở Nội vụ | UBND các xã | ",
        "1 | Quy chế | CT | PH | PH | 2024",
        "2 | Rà soát | | Chủ trì | x | 2024",
    )
    assert [(names(t.lead), names(t.coordinating)) for t in tasks] == [
        ("Sở Y tế", "Sở Nội vụ + Ủy ban nhân dân các xã, phường, thị trấn"),
        ("Sở Nội vụ", "Ủy ban nhân dân các xã, phường, thị trấn"),
    ]
    assert all(task.timeframe.kind.value == "deadline" or task.timeframe.years for task in tasks)


def test_the_heading_above_the_bodies_gives_ticks_their_part():
    (task,) = rows(
        "TT | Nhiệm vụ | Chủ trì>2 | Phối hợp>2 | Thời gian",
        " | | Sở Y tế | Sở Nội vụ | Sở Tài chính | Sở Xây dựng | ",
        "1 | Quy chế | | x | x | | 2024",
        "2 | Mẫu | x | | | x | 2024",
    )[:1]
    assert (names(task.lead), names(task.coordinating)) == ("Sở Nội vụ", "Sở Tài chính")


def test_ticks_alone_give_no_role():
    (task,) = rows("TT | Nhiệm vụ | Sở Y tế | Sở Nội vụ | Thời gian", "1 | Quy chế | x | x | 2024")
    assert (names(task.assignees), task.lead, task.coordinating) == ("Sở Y tế + Sở Nội vụ", (), ())


def test_a_column_of_parts_beside_the_bodies():
    (task,) = rows(
        "TT | Nhiệm vụ | Cơ quan | Vai trò (Chủ trì/Phối hợp) | Thời gian",
        "1^3 | Quy chế^3 | Sở Y tế | Phối hợp | 2024^3",
        "_ | _ | Sở Nội vụ | Chủ trì | _",
        "_ | _ | Sở Tài chính | Phối hợp | _",
    )
    assert (names(task.lead), names(task.coordinating)) == ("Sở Nội vụ", "Sở Y tế + Sở Tài chính")


def test_ticks_under_what_is_no_body_are_no_part():
    (task,) = rows("TT | Nhiệm vụ | Chủ trì | Trực tiếp | Trực tuyến", "1 | Quy chế | Sở Y tế | x | x")
    assert names(task.assignees) == "Sở Y tế"


def test_a_person_in_brackets_behind_the_body():
    (task,) = rows(
        "TT | Nhiệm vụ | Chủ trì | Hạn", "1 | Quy chế | Sở Y tế (PCT Trần Văn An), Sở Nội vụ (kinh phí) | 10/9"
    )
    assert (names(task.lead), task.persons) == ("Sở Y tế + Sở Nội vụ", ("Trần Văn An",))


def test_as_above():
    tasks = rows(
        TOP,
        "1 | Quy chế | Sở Y tế | Sở Nội vụ | 2024 | UBND tỉnh | Quyết định",
        '2 | Mẫu | nt | -nt- | Như trên | " | nt',
    )
    one, other = ((names(t.lead), names(t.coordinating), t.timeframe, names(t.approver), t.outputs) for t in tasks)
    assert one == other


def test_groups_in_a_column_of_their_own():
    tasks = rows(
        "Nhóm nhiệm vụ | Nhiệm vụ cụ thể | Chủ trì | Năm hoàn thành",
        "1. Thể chế | 1.1. Quy chế | Sở Y tế | 2024",
        " | 1.2. Mẫu | Sở Y tế | 2025",
        "2. Hạ tầng | 2.1. Xây chợ | Sở Xây dựng | 2025",
    )
    assert [(t.no, t.group, t.group_title, t.title) for t in tasks] == [
        ("1.1", "1", "Thể chế", "Quy chế"),
        ("1.2", "1", "Thể chế", "Mẫu"),
        ("2.1", "2", "Hạ tầng", "Xây chợ"),
    ]


def test_people_are_persons():
    (task,) = rows("TT | Nhiệm vụ | Người thực hiện | Ghi chú", "1 | Soạn đề | Trần Văn An¶Đ/c Lê Thị Bình | gấp")
    assert (task.persons, task.lead, task.note) == (("Trần Văn An", "Lê Thị Bình"), (), "gấp")


def test_start_and_end_in_two_columns():
    (task,) = rows(
        "TT | Nhiệm vụ | Chủ trì | Thời gian>2",
        " | | | Bắt đầu | Hoàn thành",
        "1 | Quy chế | Sở Y tế | 3/2024 | 9/2024",
    )
    frame = task.timeframe
    assert (frame.kind.value, frame.start, frame.end) == ("range", date(2024, 3, 1), date(2024, 9, 30))


def test_years_ticked_in_their_columns():
    (task,) = rows(
        "TT | Nhiệm vụ | Chủ trì | Lộ trình>3", " | | | 2024 | 2025 | 2026", "1 | Quy chế | Sở Y tế | x | | x"
    )
    assert task.timeframe.years == (2024, 2026)


def test_a_heading_merged_over_rows_is_the_group():
    tasks = rows(
        "TT | Nhóm nhiệm vụ | Nhiệm vụ cụ thể | Chủ trì", "1 | Thể chế^2 | Quy chế | Sở Y tế", "2 | _ | Mẫu | Sở Y tế"
    )
    assert [(t.group_title, t.title) for t in tasks] == [("Thể chế", "Quy chế"), ("Thể chế", "Mẫu")]


def test_outputs_are_split_by_line_and_semicolon():
    (task,) = rows(TOP, "1 | Quy chế | Sở Y tế | | 2024 | | Tin, bài; phóng sự")
    assert task.outputs == ("Tin, bài", "phóng sự")


def test_empty_rows_and_totals_are_no_tasks():
    tasks = rows(TOP, "1 | Quy chế | Sở Y tế | | 2024 | | ", " | | | | | | ", " | Tổng cộng | | | | | ")
    assert [t.no for t in tasks] == ["1"]


def test_a_number_under_the_merged_heading_is_no_title():
    (task,) = rows("TT | Nhiệm vụ>2 | Chủ trì", "1 | a) | Quy chế | Sở Y tế")
    assert task.title == "Quy chế"


def codes(cells):
    text, blocks = flattened(cells)
    found = recover(SearchText(text), blocks)
    node = Node(SectionKind.PREAMBLE, 1, None, None, (), found, (), len(text))
    outline = outline_of(text, node)
    return [note.code for note in table_tasks.find(outline, tabled(outline, SETTING)).remarks]


def test_a_recovered_table_is_said_to_be_so():
    head = ["TT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian"]
    fitting = ["1", "Quy chế", "Sở Y tế", "2024", "2", "Rà soát", "Sở Y tế", "2024"]
    odd = ["3", "Mở lớp", "Chưa phân công", "Chưa rõ"]
    assert codes([*head, *fitting]) == ["table-recovered"]
    assert "table-alignment-doubtful" in codes([*head, *fitting, *odd, "4", "Việc", "Sở Y tế", "2024"])


def test_a_time_frame_without_dates_is_noted():
    text, table = grid((TOP, "1 | Quy chế | Sở Y tế | | Đột xuất | | "))
    node = Node(SectionKind.PREAMBLE, 1, None, None, (), (table,), (), len(text))
    outline = outline_of(text, node)
    known = tabled(outline, SETTING)
    (left,) = unread_cells.find(outline, known.adding(table_tasks.find(outline, known))).leftovers
    assert (left.code, left.words) == ("timeframe-unread", "Đột xuất")


def test_targets_are_no_tasks():
    assert rows("TT | Chỉ tiêu | Đơn vị tính | Kết quả | Cơ quan chủ trì", "1 | Tỷ lệ | % | 80 | Sở Y tế") == ()


@pytest.mark.parametrize(
    ("words", "persons"),
    [
        ("Trần Văn An\nLê Thị Bình", ("Trần Văn An", "Lê Thị Bình")),
        ("Ông Trần Văn An, bà Lê Thị Bình", ("Trần Văn An", "Lê Thị Bình")),
        ("Thầy Trần Văn An, cô Lê Thị Bình; Công an xã", ("Trần Văn An", "Lê Thị Bình")),
        ("Sở Y tế", ()),
        ("Phòng Quản lý Chợ", ()),
        ("Các đồng chí lãnh đạo", ()),
        ("", ()),
    ],
)
def test_persons(words, persons):
    assert read_persons(words) == persons


CELL = st.sampled_from(
    ["", "1", "I", "a¶b", "Nhiệm vụ", "Sở Y tế", "2026", "TT", "Chủ trì", "Tổng cộng", "Trần Văn An"]
)


@given(st.lists(st.lists(CELL, min_size=2, max_size=5), min_size=1, max_size=8))
def test_any_table_gives_tasks_with_distinct_ids_and_words(table):
    lines = ["TT | Nhiệm vụ | Chủ trì | Thời gian", *("|".join(row) for row in table)]
    tasks = rows(*lines)
    assert len({task.id for task in tasks}) == len(tasks)
    assert all(task.title and task.span.start < task.span.end for task in tasks)
