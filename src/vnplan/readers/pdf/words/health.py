"""Tells whether a text layer is Vietnamese.

Fonts without a proper map to Unicode give letters that look like text to a
program and like nothing to a reader. What share of the words are syllables
tells the two apart.
"""

from __future__ import annotations

import re
from enum import StrEnum

from vnplan.readers.pdf.page import Page
from vnplan.text.syllable import ONSETS, is_syllable

_LETTERS = re.compile(r"[^\W\d_]+")
_ABBREVIATION = re.compile(r"[A-ZĐƯÂĂÊÔƠ]{1,8}[a-z]?\Z")
_FOREIGN = re.compile(r"[A-Za-zÉÈÀÇ]?(?=[b-df-hj-np-tv-z]*[aeiouyàâéèêëîïôûùœ])[a-zàâçéèêëîïôûùœ]{2,}\Z")
_CAPITALS = re.compile(r"(?=[B-DF-HJ-NP-TV-Z]*[AEIOUYÉÈ])[A-ZÉÈÀÇÊ]{2,}\Z")
"""English and French words, and the same in capitals."""
PRIVATE = re.compile(r"[\ue000-\uefff\uf100-\uf8ff\ufffd\x80-\x9f]")
"""Private-use codes (bullets of the Symbol font, U+F0xx, apart), replacement and control characters."""


class Health(StrEnum):
    """State of a page's text layer."""

    GOOD = "good"
    EMPTY = "empty"
    """No text where the page shows pictures."""
    DAMAGED = "damaged"
    """Most words are no Vietnamese: to be read from the picture of the page."""
    PARTLY = "partly"
    """Some lines are damaged."""
    THIN = "thin"
    """Sound, but no more than a stamp on a page that shows pictures."""


_MARKS = frozenset(").,/:")
"""What follows a letter that is a list marker, not a word."""


def wrong(text: str) -> tuple[int, int]:
    """How many of the words in ``text`` are neither syllables nor foreign, and how many words count.

    Abbreviations, Roman numerals and words that English might have do not
    count: a page of a foreign form is sound.
    """
    bad = good = 0
    for match in _LETTERS.finditer(text):
        word = match[0]
        if is_syllable(word):
            good += 1
        elif len(word) == 1 and text[match.end() : match.end() + 1] in _MARKS:
            continue
        elif not any(kind.match(word) for kind in (_ABBREVIATION, _FOREIGN, _CAPITALS)):
            bad += 1
    return bad, good + bad


_DAMAGED = 0.3
"""Share of words that are no syllables above which a page is read anew; sound pages have 0 to 0.08, a page full of
company names 0.15, shifted glyphs 0.5 and more (measured on twelve provincial files)."""
_LEAST_WORDS = 8
"""Words from which a share can be told: below, three foreign names would make a page damaged."""
_MANY, _EACH, _DOUBTFUL = 20, 3, 0.05
"""On a page of many lines each third is looked at; the whole page only if more than one word in twenty is wrong."""


_THIN = 0.03
"""Part of a page that its words cover below which they are a stamp: one has 0.01, a cover 0.04, a page of text 0.2."""


def judge(page: Page) -> Health:
    """State of the text layer of ``page``."""
    if not page.runs:
        return Health.EMPTY if page.pictured else Health.GOOD
    if page.pictured and page.dots and _covered(page) < _THIN * page.width * page.height:
        return Health.THIN
    lines = [" ".join([word.text for word in run]) for run in page.runs]
    bad, total = wrong("\n".join(lines[:: _EACH if len(lines) > _MANY else 1]))
    if bad > _DOUBTFUL * total:
        text = "\n".join(lines)
        bad, total = wrong(text)
        bad += len(PRIVATE.findall(text))
    if total >= _LEAST_WORDS and bad > _DAMAGED * total:
        return Health.DAMAGED
    if total < _LEAST_WORDS and page.pictured:
        return Health.EMPTY
    return Health.PARTLY if any(map(is_damaged, lines)) else Health.GOOD


def _covered(page: Page) -> float:
    """Square points that its words cover."""
    return sum((run[-1].x1 - run[0].x0) * run[0].size for run in page.runs)


_CONSONANTS = frozenset(onset.upper() for onset in ONSETS if onset)


def is_damaged(line: str) -> bool:
    """True if letters of a line in capitals are missing: consonants stand alone, ``CỘNG ÒA XÃ ỘI C Ủ NG ĨA``."""
    if not line.isupper():
        return False
    parts = _LETTERS.findall(line)
    # Three groups of letters: two of them consonants alone, among others.
    if len(parts) < 3 or any(char.isdigit() for char in line):
        return False
    return sum(part in _CONSONANTS for part in parts) >= 2
