"""Times where they stand in a plan: columns of times and of progress, parts of a day, groups that are a time."""

from __future__ import annotations

import pytest

import vnplan

HEAD = "# KẾ HOẠCH\nTrồng dâu năm 2026\n\n## I. NHIỆM VỤ\n\n"


def plan(*rows):
    ruled = [rows[0], "|---" * (rows[0].count("|") - 1) + "|", *rows[1:]]
    return vnplan.parse_text(HEAD + "\n".join(ruled) + "\n", name="plan.md")


@pytest.mark.parametrize("state", ["Tiến độ hiện tại", "Tiến độ đến nay"])
def test_a_column_of_today_tells_no_time(state):
    found = plan(f"| STT | Nhiệm vụ | Cơ quan chủ trì | {state} |", "| 1 | Lập vườn ươm | Sở Y tế | Đã giao 5 ha |")
    assert [task.timeframe for task in found.tasks] == [None]


def test_a_column_of_progress_to_keep_tells_the_time():
    found = plan("| STT | Nhiệm vụ | Cơ quan chủ trì | Tiến độ |", "| 1 | Lập vườn ươm | Sở Y tế | Quý II/2026 |")
    assert [str(task.timeframe.end) for task in found.tasks] == ["2026-06-30"]


def test_a_part_of_a_day_heads_the_rows_below_it():
    found = plan(
        "| Thời gian | Nội dung | Đơn vị phụ trách |",
        "| Buổi sáng - Tập trung dưới sân | | |",
        "| 7h00 - 7h15 | Ổn định chỗ ngồi | Sở Y tế |",
        "| Buổi chiều - Chia tổ | | |",
        "| 14h00 - 16h00 | Bầu tổ trưởng | Sở Nội vụ |",
    )
    assert [(t.title, t.group_title, t.timeframe.raw) for t in found.tasks] == [
        ("Ổn định chỗ ngồi", "Buổi sáng - Tập trung dưới sân", "7h00 - 7h15"),
        ("Bầu tổ trưởng", "Buổi chiều - Chia tổ", "14h00 - 16h00"),
    ]


def test_a_morning_with_its_day_is_a_time():
    found = plan(
        "| Thời gian | Nội dung | Đơn vị phụ trách |",
        "| Sáng ngày 15/9/2026 | Khai mạc | Sở Y tế |",
        "| Chiều ngày 15/9/2026 | Bế mạc | Sở Nội vụ |",
    )
    assert [str(t.timeframe.start) for t in found.tasks] == ["2026-09-15", "2026-09-15"]


def test_a_group_that_is_a_time_gives_it_to_the_targets_below():
    found = plan(
        "| TT | Chỉ tiêu | Đơn vị tính | Kết quả |",
        "| I | Đến năm 2030 | | |",
        "| 1 | Diện tích dâu | ha | 30 |",
        "| II | Cây xanh | | |",
        "| 2 | Số cây | cây | 99 |",
    )
    ends = [[str(v.period.end) if v.period else None for v in t.values] for t in found.targets]
    assert ends == [["2030-12-31"], [None]]
