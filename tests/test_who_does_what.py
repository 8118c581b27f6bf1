"""One plan held against itself: prose and tables, tasks by bodies, how much falls to each, deadlines as a calendar."""

from __future__ import annotations

from datetime import date

import icalendar
import pandas as pd
import pytest

import vnplan
from vnplan.export.calendar import to_ical
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.models.base import Span
from vnplan.models.task import Task, TaskOrigin, TaskZone

PLAN = """ỦY BAN NHÂN DÂN
TỈNH HẢI DƯƠNG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 12/KH-UBND
Hải Dương, ngày 05 tháng 02 năm 2024

KẾ HOẠCH
Phát triển chợ nông thôn năm 2024

I. TỔ CHỨC THỰC HIỆN

1. Sở Công Thương

- Chủ trì, phối hợp với Sở Tài chính xây dựng quy chế quản lý chợ nông thôn trên địa bàn tỉnh.

- Trồng cây xanh quanh trụ sở.

2. Sở Y tế

- Chủ trì, phối hợp với Sở Công Thương tổ chức tập huấn an toàn thực phẩm cho tiểu thương tại chợ nông thôn.

3. Các sở, ban, ngành

- Định kỳ hàng năm báo cáo kết quả về Sở Công Thương trước ngày 10/12.

II. PHÂN CÔNG

| TT | Nhiệm vụ | Cơ quan chủ trì | Cơ quan phối hợp | Thời gian |
|---|---|---|---|---|
| 1 | Xây dựng quy chế quản lý chợ nông thôn | Sở Công Thương | Sở Tài chính, các sở, ngành | Quý II/2024 |
| 2 | Tập huấn an toàn thực phẩm cho tiểu thương chợ nông thôn | Sở Công Thương | Sở Y tế | Trước ngày 15/9/2024 |
| 3 | Đo đạc đất đai | Sở Tài nguyên và Môi trường | | Năm 2024 |
| 4 | Tổng kết | Sở Công Thương | | Trước ngày 10/12 hằng năm |
"""


@pytest.fixture(scope="module")
def plan():
    return vnplan.parse_text(PLAN)


def ends(ids):
    return [name.partition("#")[2] for name in ids]


def test_prose_and_table(plan):
    found = plan.reconcile()
    assert [(*ends([pair.prose, pair.row]), pair.leads_agree) for pair in found.both] == [
        ("I.1.-1/1", "T1/1", True),
        ("I.2.-1/1", "T1/2", False),
    ]
    assert ends(found.prose_only) == ["I.1.-2/1"]
    assert ends(found.table_only) == ["T1/3", "T1/4"]
    assert all(0 < pair.score <= 1 for pair in found.both)


def test_leads_that_disagree_are_pointed_at_in_both_places(plan):
    (conflict,) = plan.reconcile().diagnostics
    assert conflict.code == "lead-conflict"
    assert conflict.message == "the text gives the lead to Sở Y tế, row T1/2 to Sở Công Thương"
    assert "tổ chức tập huấn" in plan.text[slice(*conflict.span)]
    assert "Tập huấn an toàn" in plan.text[slice(*conflict.related[0])]


def test_a_plan_without_tables_is_all_prose():
    plan = vnplan.parse_text(PLAN.partition("II. PHÂN CÔNG")[0])
    found = plan.reconcile()
    assert (found.both, found.table_only) == ((), ())
    assert len(found.prose_only) == 3


def test_workload_counts_a_matter_once_and_a_group_as_itself(plan):
    found = {entry.agency: entry for entry in plan.workload()}
    trade = found["Sở Công Thương"]
    # The table's rows 1, 2 and 4, and the trees; the duty that row 1 says too counts no second time.
    assert (trade.lead, trade.assigned, trade.coordinating) == (3, 1, 0)
    assert ends(trade.tasks) == ["I.1.-2/1", "T1/1", "T1/2", "T1/4"]
    group = found["Các sở, ban, ngành"]
    assert (group.collective, group.assigned, group.coordinating) == (True, 1, 1)
    assert found["Sở Tài chính"].coordinating == 1
    assert next(iter(found)) == "Sở Công Thương"


def test_every_task_of_a_body_counts_once(plan):
    for entry in plan.workload():
        assert len(set(entry.tasks)) == len(entry.tasks) == entry.lead + entry.assigned + entry.coordinating


def test_matrix(plan):
    frame = plan.matrix()
    assert list(frame.index) == [task.id for task in plan.tasks]
    row = frame.loc[next(name for name in frame.index if name.endswith("#T1/1"))]
    assert (row["Sở Công Thương"], row["Sở Tài chính"], row["Sở Y tế"]) == ("lead", "coordinating", "")
    assert set(frame.to_numpy().ravel()) <= {"lead", "coordinating", "assigned", ""}


def test_matrix_of_nothing():
    assert vnplan.parse_text("Không có gì.").matrix().shape == (0, 0)


def test_periods_in_the_frame(plan):
    periods = plan.tasks_frame()["time_period"]
    assert {name.partition("#")[2]: value for name, value in periods.items() if value is not None} == {
        "T1/1": pd.Period("2024Q2", "Q"),
        "T1/2": pd.Period("2024-09-15", "D"),
        "T1/3": pd.Period("2024", "Y"),
    }


def events(plan):
    return list(icalendar.Calendar.from_ical(plan.to_ical()).walk("VEVENT"))


def test_deadlines_as_a_calendar(plan):
    found = {str(event["UID"]).partition("#")[2]: event for event in events(plan)}
    assert {name: event["DTSTART"].dt for name, event in found.items() if name.startswith("T1")} == {
        "T1/1": date(2024, 6, 30),
        "T1/2": date(2024, 9, 15),
        "T1/3": date(2024, 12, 31),
        "T1/4": date(2024, 12, 10),
    }
    assert found["T1/4"]["RRULE"]["FREQ"] == ["YEARLY"]
    assert "RRULE" not in found["T1/2"]
    assert "Chủ trì: Sở Công Thương" in str(found["T1/2"]["DESCRIPTION"])
    assert str(found["T1/2"]["SUMMARY"]) == "Tập huấn an toàn thực phẩm cho tiểu thương chợ nông thôn"


def test_lines_of_the_calendar_are_folded_and_the_same_every_time(plan):
    data = plan.to_ical()
    assert data == plan.to_ical()
    assert all(len(line) <= 75 for line in data.split(b"\r\n"))


def one(words, **frame):
    return Task(
        id="p#T1/1",
        origin=TaskOrigin.TABLE,
        zone=TaskZone.BODY,
        title="Việc; có, dấu\\ và\nxuống dòng",
        timeframe=parse_timeframe(words, **frame),
        span=Span(0, 1),
    )


@pytest.mark.parametrize("words", ["Thường xuyên", "Sau khi được giao vốn", "Đột xuất", "Hằng quý", "29/02 hằng năm"])
def test_what_has_no_last_day_gives_no_event(words):
    calendar = icalendar.Calendar.from_ical(to_ical([one(words)], "K", date(2024, 1, 1)))
    assert calendar.walk("VEVENT") == []


def test_words_are_escaped():
    (event,) = icalendar.Calendar.from_ical(to_ical([one("Năm 2024")], "K", None)).walk("VEVENT")
    assert str(event["SUMMARY"]) == "Việc; có, dấu\\ và\nxuống dòng"
