"""Two looks at one page: what one rendering hides, another may show."""

from __future__ import annotations

import re

from vnplan.readers.ocr import Seen
from vnplan.text.syllable import is_syllable

_SURE = 85.0
"""Confidence in per cent from which a word that only the second look shows is taken."""
_SAME = 0.4
"""Part of two boxes that must be common for them to hold one word."""
_BETTER = 0.2
"""How much likelier a word must be to take the place of another."""
_LETTERS = re.compile(r"[^\W\d_]+")
_DASH = re.compile(r"[-–~+*•]{1,2}\Z")
_ODD = re.compile(r"[#$^*<>|\\]")
_NUMBER = re.compile(r"[\d./,%-]+[;:.,)]?\Z")


def merged(first: list[Seen], second: list[Seen], *, better: float = _BETTER) -> list[Seen]:
    """The words of ``first``; unlikely ones by what ``second`` saw there, and what it alone is sure of.

    Both are in the same units.
    """
    first = [word for word in first if not _is_speck(word)]
    out = []
    for word in first:
        same = max((other for other in second if _cover(word, other) > _SAME), key=_likely, default=None)
        out.append(_in_place(same, word) if same and _likely(same) > _likely(word) + better else word)
    alone = [
        other
        for other in second
        if other.trust >= _SURE and _is_word(other.text) and not any(_cover(other, word) > 0 for word in first)
    ]
    return [*out, *alone]


def _is_speck(word: Seen) -> bool:
    """Specks, parts of seals and signatures: no letter, digit or dash, and not seen for certain."""
    # Ten points of trust in 100: dots and commas are seen less surely than letters.
    return not any(char.isalnum() for char in word.text) and word.trust < _SURE - 10 and not _DASH.match(word.text)


def _in_place(word: Seen, of: Seen) -> Seen:
    return word._replace(line_top=of.line_top, line_bottom=of.line_bottom, top=of.top, bottom=of.bottom)


def _likely(word: Seen) -> float:
    """How likely a word is read rightly: its confidence, less where its letters make no word."""
    return word.trust / 100 - (0.0 if _plausible(word.text) else 0.5)


def _plausible(text: str) -> bool:
    if _NUMBER.match(text) or not any(char.isalnum() for char in text):
        return True
    if any(char.isdigit() for char in text):
        return "/" in text
    return not _ODD.search(text) and all(is_syllable(part) or part.isupper() for part in _LETTERS.findall(text))


def _is_word(text: str) -> bool:
    """True for a syllable of at least two letters."""
    letters = "".join(_LETTERS.findall(text))
    return len(letters) > 1 and is_syllable(letters)


def _cover(a: Seen, b: Seen) -> float:
    """Part of both boxes together that lies in each of them; 0 where they do not meet."""
    wide = min(a.x1, b.x1) - max(a.x0, b.x0)
    tall = min(a.bottom, b.bottom) - max(a.top, b.top)
    if wide <= 0 or tall <= 0:
        return 0.0
    areas = (a.x1 - a.x0) * (a.bottom - a.top) + (b.x1 - b.x0) * (b.bottom - b.top)
    return wide * tall / (areas - wide * tall)
