"""Time frames: a table of forms, and what must hold for any words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.grammar.time.containment import contains
from vnplan.grammar.time.group_headings import read_group_time
from vnplan.grammar.time.in_prose import find_timeframes
from vnplan.grammar.time.periods import find_periods
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.models.task import TimeKind
from vnplan.text.view import View

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


def in_prose(text, year=None):
    return [found.frame for found in find_timeframes(View.of(text), year=year)]


SENTENCES = ("Sở Nội vụ tham mưu ban hành kế hoạch, {}.", "{}, Sở Nội vụ tham mưu ban hành kế hoạch.")
TOLD_IN_PROSE = [case for case in CASES if case.get("prose", True)]


def within_sentence(words):
    """A phrase as it is written in mid-sentence; capitals of abbreviations stay."""
    return words if words[:2].isupper() else words[0].lower() + words[1:]


@pytest.mark.parametrize("sentence", SENTENCES)
@pytest.mark.parametrize("case", TOLD_IN_PROSE, ids=name)
def test_prose_tells_what_a_cell_tells(case, sentence):
    words = case["text"].rstrip(".")
    frames = in_prose(sentence.format(words if sentence.startswith("{") else within_sentence(words)), case.get("year"))
    cell = parse_timeframe(words, year=case.get("year"))
    if cell.kind is TimeKind.OTHER:
        assert frames == []  # a cell without dates is remarked on; a sentence promises none
        return
    (frame,) = frames
    told = ("kind", "start", "end", "years", "horizon", "recurrence", "recurs_by", "inferred")
    assert [getattr(frame, field) for field in told] == [getattr(cell, field) for field in told]


@pytest.mark.parametrize("case", [c for c in CASES if not c.get("prose", True)], ids=name)
def test_a_case_of_cells_alone_says_why(case):
    assert case["why_not_prose"]


@pytest.mark.parametrize("case", TABLES["prose"], ids=lambda c: c["text"])
def test_times_of_sentences(case):
    frames = in_prose(case["text"], case.get("year"))
    assert [[f.kind.value, str(f.start or ""), str(f.end or "")] for f in frames] == case["times"]


@pytest.mark.parametrize("case", TABLES["no_time"], ids=lambda c: c["text"])
def test_sentences_that_tell_no_time_of_work(case):
    assert in_prose(case["text"], 2026) == []


@pytest.mark.parametrize(
    ("heading", "end"),
    [
        ("Đến năm 2030", "2030-12-31"),
        ("2045", "2045-12-31"),
        ("GIAI ĐOẠN 2026-2030", "2030-12-31"),
        ("Quý II/2026", "2026-06-30"),
    ],
)
def test_a_heading_that_is_a_time(heading, end):
    assert str(read_group_time(heading).end) == end


@pytest.mark.parametrize("heading", ["Chương trình trồng rừng giai đoạn 2026-2030", "Kinh tế số", "Đến", "", "3"])
def test_a_heading_that_names_a_matter_is_no_time(heading):
    assert read_group_time(heading) is None


@given(st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join))
def test_times_of_any_sentence_lie_in_it_one_after_the_other(text):
    view = View.of(text)
    found = find_timeframes(view, year=2026)
    assert all(view.text[f.start : f.end] == f.frame.raw for f in found)
    assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))


def test_a_word_that_closed_one_time_does_not_open_the_next():
    found = find_timeframes(View.of("2026 hoàn thành II năm 2026"), year=2026)
    assert [f.frame.raw for f in found] == ["2026 hoàn thành", "II năm 2026"]


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
