"""Rows of the lexicon -> patterns of the words that tell when (``TIME_CUE``), for spelt words (:func:`spell`)."""

from __future__ import annotations

import re
from functools import cache

from vnplan.lexicon.patterns import alternation, select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.fold import fold_case

TELLING = (
    *("deadline", "until", "since", "within", "onward", "season", "late", "ongoing", "plan-year", "trigger"),
    *("yearly", "half-yearly", "quarterly", "monthly", "weekly", "daily", "periodic"),
)
"""Meanings of the words that tell by themselves when work is to be done, or that a time follows."""
_SPELLING = re.compile(r"(?<!\w)(?:hằng|qúy|quí)(?!\w)")
_SPELT = {"hằng": "hàng", "qúy": "quý", "quí": "quý"}


def spell(text: str) -> str:
    """Small letters in the spelling of the lexicon's rows, character for character.

    >>> spell("Hằng Quí")
    'hàng quý'
    """
    return _SPELLING.sub(lambda m: _SPELT[m[0]], fold_case(text))


def words_of(*means: str, context: Context | None = None, trait: str | None = None) -> str:
    """A piece of a pattern: one of the words with these meanings, from the beginning of a word to the end of one."""
    found = [row for one in means for row in select(Family.TIME_CUE, context, means=one, trait=trait)]
    return rf"(?<!\w){alternation(found)}"


@cache
def cue(*means: str, context: Context | None = None) -> re.Pattern[str]:
    """The same as a pattern of its own."""
    return re.compile(words_of(*means, context=context))


@cache
def months_in_words() -> tuple[str, dict[str, int]]:
    """A piece of a pattern for ``tháng sáu``, and the number of each."""
    rows = [row for number in range(1, 13) for row in select(Family.TIME_CUE, means=f"month-{number:02}")]
    return alternation(rows), {row.words: int((row.means or "").rpartition("-")[2]) for row in rows}
