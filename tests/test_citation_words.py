"""Every row round citations and of money is read as it says, and each meaning has what it must not touch."""

import pytest

from lexicon_citations import CITATION_CUES, cites, counts
from vnplan.grammar.citations.finder import find_citations
from vnplan.grammar.money.amounts import find_money
from vnplan.lexicon.load import rows
from vnplan.lexicon.rows import Family


@pytest.mark.parametrize("row", rows(Family.CITATION_CUE), ids=lambda row: f"{row.means}-{row.words}")
def test_words_round_citations(row):
    assert cites(row)


@pytest.mark.parametrize("row", rows(Family.MONEY_UNIT), ids=lambda row: row.words)
def test_units_of_money(row):
    assert counts(row)


def test_every_meaning_has_a_template():
    assert {row.means for row in rows(Family.CITATION_CUE)} == set(CITATION_CUES)


@pytest.mark.parametrize("words", ["5 đồng chí", "3 đồng bào", "2 tỷ lệ", "25", "5 triệus"])
def test_what_is_no_sum(words):
    assert find_money(words) == ()


@pytest.mark.parametrize("words", ["kỷ luật Lao động", "quy luật Cung cầu", "các luật Đất đai"])
def test_what_is_no_law(words):
    assert find_citations(f"về {words}") == ()
