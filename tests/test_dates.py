"""Dates in every writing."""

import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.grammar.time.dates import find_dates, read_date

CASES = tomllib.loads((Path(__file__).parent / "cases" / "dates.toml").read_text("utf-8"))["case"]
WRITINGS = (
    "ngày {0.day} tháng {0.month} năm {0.year}",
    "ngày {0.day:02} tháng {0.month:02} năm {0.year}",
    "{0.day}/{0.month}/{0.year}",
    "{0.day:02}-{0.month:02}-{0.year}",
    "ngày {0.day}.{0.month}.{0.year}",
)


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"])
def test_date_is_read_or_none(case: dict) -> None:
    assert read_date(case["text"].replace("⏎", "\n")) == case.get("date")


@given(st.dates(date(1900, 1, 1), date(2099, 12, 31)), st.sampled_from(WRITINGS))
def test_every_day_is_read_back_from_every_writing(day: date, writing: str) -> None:
    assert read_date(writing.format(day)) == day


@given(st.text(alphabet="0123456789/-. ngàythnăm", max_size=50))
def test_dates_lie_in_the_text_in_order(text: str) -> None:
    starts = [found.start for found in find_dates(text)]
    assert starts == sorted(starts)
    assert all(0 <= found.start < found.end <= len(text) for found in find_dates(text))
