"""Places carried from one text into another: whatever was moved, broken, damaged or left out."""

import random
import re

import pytest

from made_gold import RULED, TEXT, reading, span
from test_evaluation import counts
from vnplan.evaluation.aspects.alignment import align
from vnplan.evaluation.aspects.places import Carrier, trim
from vnplan.models.analysis.scores import Way
from vnplan.models.base import Span

LINES = TEXT.splitlines()
CELLS = [part for line in LINES for part in line.split(" | ")]
TEXTS = {
    "the same": TEXT,
    "line ends lost": " ".join(LINES),
    "a line a cell": "\n".join(CELLS),
    "parts in another order": "\n".join(LINES[10:] + LINES[:10]),
    "cells by columns": "\n".join(
        [*LINES[:10], *(c for i in range(4) for c in (r.split(" | ")[i] for r in LINES[10:13])), *LINES[13:]]
    ),
    "old tone placement": TEXT.replace("ủy", "uỷ").replace("hoà", "hòa"),
    "marks lost": TEXT.translate(str.maketrans("ếộựăâôơưđ", "eouaaooud")),
    "letters taken for others": TEXT.replace("l", "1").replace("o", "0"),
    "furniture between": re.sub(r"\n(II|III)\.", r"\n2\nVĂN BẢN MẪU\n\1.", TEXT),
}


@pytest.mark.parametrize("name", TEXTS)
@pytest.mark.parametrize(
    ("words", "nth"),
    [(RULED, 1), (RULED, 2), ("Sở Xây dựng", 1), ("Sở Xây dựng", 2), ("Ươm giống cây bản địa", 1), ("ít nhất 80", 1)],
)
def test_a_place_is_found_again(name, words, nth):
    here = Span(*span(words, nth))
    carrier = Carrier(TEXTS[name], TEXT)
    there = carrier.carry(here)
    assert there is not None
    back = Carrier(TEXT, TEXTS[name]).carry(there)
    assert back == trim(here, TEXT)


@pytest.mark.parametrize("name", ["line ends lost", "a line a cell", "parts in another order"])
def test_scores_do_not_suffer_from_another_text(name):
    text = TEXTS[name]
    found = []
    for nth in (1, 2):
        start, end = span(RULED, nth, text)
        found.append({"words": RULED, "span": [start, end], "key": "31/QĐ-TTg"})
    # In another order of the parts the first mention of the text is the second of gold.
    assert counts(reading(text, citations=found), Way.EXACT)["mentions"] == (3, 2, 2)


@pytest.mark.parametrize(
    ("words", "wanted"),
    [(" Sở Y tế;", "Sở Y tế"), ("(Sở Y tế)", "Sở Y tế"), ("80%", "80"), ("...", "..."), ("", "")],
)
def test_blanks_and_punctuation_at_the_ends_do_not_count(words, wanted):
    assert words[slice(*trim(Span(0, len(words)), words))] == wanted


@pytest.mark.parametrize(
    ("gold", "read", "wanted"),
    [
        ("a b c", "a b c", [0, 1, 2]),
        ("a b c d", "c d x a b", [2, 3, None, 0, 1]),
        ("a b c", "", []),
        ("", "a", [None]),
        ("kinh phí thực hiện", "kinh phl thực hiện", [0, 1, 2, 3]),
        ("kinh phí thực hiện", "kinh của thực hiện", [0, None, 2, 3]),
    ],
)
def test_alignment(gold, read, wanted):
    assert align(gold.split(), read.split()) == wanted


def test_words_that_gold_does_not_have_have_no_place():
    assert Carrier("Sở Y tế", "Sở Y tế và phường mới").carry(Span(11, 21)) is None


def test_a_long_text_is_aligned_in_linear_time():
    chance = random.Random(5)  # noqa: S311 -- words of a test
    words = [f"từ{chance.randrange(700)}" for _ in range(60_000)]
    moved = words[30_000:] + words[:30_000]
    assert align(words, moved) == [*range(30_000, 60_000), *range(30_000)]
