"""Time frames: a table of forms, and what must hold for any words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.grammar.time.containment import contains
from vnplan.grammar.time.periods import find_periods
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.models.task import TimeKind

TABLES = tomllib.loads((Path(__file__).parent / "cases" / "timeframes.toml").read_text("utf-8"))
CASES = TABLES["case"]
PIECES = (
    *("năm", "quý", "tháng", "ngày", "2026", "2027", "II", "IV", "6", "15/9", "31/2/2026", "-", ",", "và", "đến", "từ"),
    *(
        "hàng",
        "trước",
        "hoàn thành",
        "thường xuyên",
        "sau khi",
        "theo kế hoạch",
        "định kỳ",
        "kể từ",
        "(",
        ")",
        ";",
        "\n",
    ),
)


def name(case):
    return f"{case['text']}|{case.get('year', '')}|{case.get('deadline', '')}"


@pytest.mark.parametrize("case", CASES, ids=name)
def test_case(case):
    frame = parse_timeframe(case["text"], year=case.get("year"), deadline=case.get("deadline", False))
    assert frame is not None
    assert (frame.kind.value, frame.start, frame.end) == (case["kind"], case.get("start"), case.get("end"))
    if "years" in case:
        assert list(frame.years) == case["years"]
    if "recurrence" in case:
        assert frame.recurrence == case["recurrence"]
    if "trigger" in case:
        assert frame.trigger == case["trigger"]
    assert frame.recurs_by == case.get("recurs_by", frame.recurs_by)
    if "horizon" in case:
        assert frame.horizon == case["horizon"]
    assert frame.inferred is case.get("inferred", False)


@pytest.mark.parametrize("case", TABLES["within"], ids=lambda c: f"{c['text']}|{c['day']}")
def test_within(case):
    assert contains(parse_timeframe(case["text"]), case["day"]) is case.get("within")


@given(st.lists(st.sampled_from(PIECES), max_size=8).map(" ".join), st.dates())
def test_days_out_of_bounds_are_never_within(text, day):
    frame = parse_timeframe(text, year=2026)
    if frame and ((frame.start and day < frame.start) or (frame.end and day > frame.end)):
        assert contains(frame, day) is False


def test_every_kind_has_cases():
    assert {case["kind"] for case in CASES} == {kind.value for kind in TimeKind}


@pytest.mark.parametrize("text", ["", " ", "\u00a0", "-", "...", "–", " \n "])
def test_empty_cells_have_none(text):
    assert parse_timeframe(text) is None


def test_raw_is_as_printed():
    assert parse_timeframe("Quý\nII–III/2026").raw == "Quý II–III/2026"


def test_a_long_text_is_no_time_frame():
    assert parse_timeframe("trước ngày 15/9/2026 " * 100).kind is TimeKind.OTHER


@given(st.text(max_size=200), st.none() | st.integers(1990, 2099), st.booleans())
def test_any_text_is_read_without_failing(text, year, deadline):
    frame = parse_timeframe(text, year=year, deadline=deadline)
    assert frame is None or frame.raw == " ".join(text.split())


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join), st.none() | st.just(2026), st.booleans())
def test_dates_are_in_order(text, year, deadline):
    frame = parse_timeframe(text, year=year, deadline=deadline)
    if frame and frame.kind is TimeKind.DEADLINE:
        assert frame.start is None
    if frame and frame.trigger:
        assert frame.trigger in frame.raw
    if year is None:
        assert not (frame and frame.inferred)


@given(st.lists(st.sampled_from(PIECES), max_size=12).map(" ".join))
def test_periods_lie_in_the_text_one_after_the_other(text):
    periods = find_periods(text.lower())
    assert all(0 <= p.at < p.until <= len(text) for p in periods)
    assert all(a.until <= b.at for a, b in zip(periods, periods[1:], strict=False))
