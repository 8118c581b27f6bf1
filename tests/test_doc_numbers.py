"""Numbers and symbols in every writing."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.gazetteer.load import load
from vnplan.grammar.citations.document_numbers import find_numbers, read_number
from vnplan.text.view import fold_space

CASES = tomllib.loads((Path(__file__).parent / "cases" / "doc_numbers.toml").read_text("utf-8"))
PARTS = ("serial", "year", "type_code", "issuer_code")


@pytest.mark.parametrize("case", CASES["case"], ids=lambda case: case["text"])
def test_numbers_are_found_and_written_officially(case: dict) -> None:
    found = find_numbers(fold_space(case["text"]))
    assert [number.number.key for number in found] == [case["key"]]
    number = found[0].number
    assert {part: getattr(number, part) for part in PARTS if part in case} == {p: case[p] for p in PARTS if p in case}


@pytest.mark.parametrize("case", CASES["line"], ids=lambda case: case["text"])
def test_number_line_is_read_or_blank(case: dict) -> None:
    number = read_number(case["text"])
    assert (number.key if number else None) == case.get("key")


@pytest.mark.parametrize("row", load("issuers")["issuers"], ids=lambda row: row["code"])
def test_every_issuer_code_is_read_in_any_case(row: dict) -> None:
    if row["system"] == "NA" and row["code"][-1].isdigit():
        number = f"12/2020/{row['code']}"
    else:
        number = f"12-KH/{row['code']}" if row["system"] == "party" else f"12/KH-{row['code']}"
    for written in (number, number.upper()):
        assert [found.number.key for found in find_numbers(written)] == [number]


def test_canonical_number_reads_as_itself() -> None:
    for case in CASES["case"]:
        again = read_number(case["key"])
        assert again is not None
        assert again.key == case["key"]


@given(st.text(alphabet="0123456789/-. QĐKHTUBNDCPgrsố", max_size=60))
def test_numbers_lie_in_the_text_in_order(text: str) -> None:
    view = fold_space(text)
    end = 0
    for found in find_numbers(view):
        assert end <= found.start < found.end <= len(view)
        assert found.number.raw == view[found.start : found.end]
        assert " " not in found.number.key
        end = found.end
