"""Words of an item marker -> its place in its series: digits, letters in Vietnamese order, words (thứ nhất).

Letters follow the Vietnamese alphabet as used in law: a b c d đ e g h i k l m
n o p q r s t u v x y. Typists also count the Latin way (e, f, g; i, j, k), and
some leave đ out, so these letters may be passed over without a gap.
"""

from __future__ import annotations

import re

from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Context, Family

_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_PASSED_OVER = frozenset("đfjwz")

_WORDS = {
    row.words: int(row.means) for row in select(Family.NUMBER_WORD, Context.HEADING, trait="ordinal") if row.means
}

SUFFIX = 100
"""Numbers are scaled by this, so that inserted units (``1a``, Điều 5a) lie between whole ones."""


def letter(text: str) -> int | None:
    """Place of a single letter in the alphabet, from 1; ``None`` for anything else."""
    place = _LETTERS.find(text.lower()) if len(text) == 1 else -1
    return place + 1 if place >= 0 else None


def letter_steps(before: int, after: int) -> int:
    """How many steps lie between two letters, letters that may be passed over not counted.

    >>> [letter_steps(letter(a), letter(b)) for a, b in ("dđ", "de", "ac")]
    [1, 1, 2]
    """
    if after <= before:
        return after - before
    return 1 + sum(c not in _PASSED_OVER for c in _LETTERS[before : after - 1])


def arabic(text: str) -> int | None:
    """Scaled value of digits with an optional letter: ``5`` -> 500, ``5a`` -> 501."""
    match = re.fullmatch(r"(\d{1,4})([a-zđ]?)", text)
    return int(match[1]) * SUFFIX + (letter(match[2]) or 0) if match else None


def arabic_steps(before: int, after: int) -> int:
    """Steps between two scaled numbers: 1 -> 1a and 1a -> 2 are one step each."""
    whole = after // SUFFIX - before // SUFFIX
    return whole or (after > before) - (after < before)


def word(text: str) -> int | None:
    """Value of an ordinal word after ``thứ``: ``nhất`` -> 1."""
    return _WORDS.get(text.lower())
