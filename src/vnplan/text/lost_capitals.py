"""Capitals that TCVN3 has no codes for: decoded text in, text with the capitals that its own words prove out.

TCVN3 has toned letters in small alone. A heading typed in capitals keeps them
small (``HộI ĐồNG``) where the writer did not change to a font of capitals.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnplan.text.legacy import Mended, letters
from vnplan.text.numerals import ROMAN
from vnplan.text.syllable import is_syllable

_WORD = re.compile(r"[^\W\d_]+")
_CELL = re.compile(r"[\t|]")
_OPENING = re.compile(rf"\s*(?:(?:\d{{1,3}}|{ROMAN})[.)]\s+)?(?=[^\W\d_])")
"""A line up to its first word, over a number of one to three digits or a Roman one."""


class Restored(NamedTuple):
    """A text, and how many words of it got capitals."""

    text: str
    words: int


def restored(text: str) -> Restored:
    """``text`` with lost capitals put back in words among capitals.

    >>> restored("HộI ĐồNG xã Hà An"), restored("Và THàNH VIÊN")
    (Restored(text='HỘI ĐỒNG xã Hà An', words=2), Restored(text='VÀ THÀNH VIÊN', words=2))
    """
    out, at, count = [], 0, 0
    for run in _runs(text):
        if not _proves_capitals([word[0] for word in run]):
            continue
        for word in run:
            if word[0] != word[0].upper():
                out += [text[at : word.start()], word[0].upper()]
                at, count = word.end(), count + 1
    return Restored("".join(out) + text[at:], count)


def in_lines(mended: Mended) -> Restored:
    """The text of ``mended`` with capitals put back in its lines of TCVN3, at their beginnings too."""
    lines = mended.text.split("\n")
    doubtful = [encoding == "tcvn3" for encoding in mended.encodings] or [False] * len(lines)
    found = [restored(line) if doubt else Restored(line, 0) for line, doubt in zip(lines, doubtful, strict=True)]
    begun = _begun([line.text for line in found], doubtful)
    return Restored(begun.text, begun.words + sum(line.words for line in found))


def _begun(lines: list[str], doubtful: list[bool]) -> Restored:
    """``lines`` joined, their first letters made capitals where nearly all lines of the text begin with one."""
    openings = [_OPENING.match(line) for line in lines]
    firsts = [line[found.end()] if found else "" for line, found in zip(lines, openings, strict=True)]
    sure = [first for first in firsts if first.lower() != first.upper() and first not in _lost()]
    # In nine lines of ten; where lines are cut anywhere, half of them begin in small.
    if len(sure) * 9 > sum(first.isupper() for first in sure) * 10:
        return Restored("\n".join(lines), 0)
    out, count = [], 0
    for line, first, found, doubt in zip(lines, firsts, openings, doubtful, strict=True):
        lost = doubt and found is not None and first in _lost()
        out.append(line[: found.end()] + first.upper() + line[found.end() + 1 :] if found and lost else line)
        count += lost
    return Restored("\n".join(out), count)


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    """Words side by side that hold no small letter of which TCVN3 has the capital."""
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        kept = all(char.isupper() or char in _lost() for char in word[0])
        between = text[run[-1].end() : word.start()] if run else ""
        if run and (not kept or "\n" in between or _CELL.search(between)):
            yield run
            run = []
        if kept:
            run.append(word)
    if run:
        yield run


def _proves_capitals(words: list[str]) -> bool:
    """True if one word is written as no word is (``HộI``), or two syllables are all capitals."""
    if any(len(word) > 1 and not (word.islower() or word.isupper() or word.istitle()) for word in words):
        return True
    # Two syllables of two letters and more: a single one may be an acronym.
    return sum(len(word) > 1 and word.isupper() and is_syllable(word) for word in words) > 1


@cache
def _lost() -> frozenset[str]:
    """Small letters whose capitals TCVN3 lacks."""
    known = letters("tcvn3")
    return frozenset(letter for letter in known if letter.islower() and letter.upper() not in known)
