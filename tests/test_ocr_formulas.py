from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.readers.pdf.scans import set_formulas

CASES = tomllib.loads((Path(__file__).parent / "cases" / "ocr_formulas.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["line"], ids=lambda case: case["words"])
def test_lines(case):
    words = case["words"].split()
    assert " ".join(set_formulas.whole(words, [50.0] * len(words)) or []) == case["formula"]


@pytest.mark.parametrize("case", CASES["position"], ids=lambda case: case["words"])
def test_positions(case):
    found = set_formulas.position(case["words"].split())
    assert (found and (found[0], " ".join(found[1]))) == ((case["start"], case["formula"]) if case["formula"] else None)


def test_a_line_that_the_engine_was_sure_of_stays():
    assert set_formulas.whole(["Nơi", "nhần"], [95.0, 95.0]) is None


@given(st.lists(st.text(min_size=1), max_size=12))
def test_any_words_give_words_or_nothing(words):
    found = set_formulas.whole(words, [0.0] * len(words))
    assert found is None or all(found)
