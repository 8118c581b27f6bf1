"""Marks that OCR lost in one place and read in others: lines of a document in, the same with its own usual spelling.

Where a document says ``bảo quản`` five times, ``bảo quán`` read without certainty is ``bảo quản``.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter, defaultdict
from itertools import pairwise

from vnplan.readers.pdf.page import Word
from vnplan.readers.pdf.scans.tone_marks import known
from vnplan.text.fold import fold_case

_LETTERS = re.compile(r"[^\W\d_]+")
_SURE = 90.0
"""Confidence in per cent below which a word may be put right by the document alone."""
_WITNESSES = 3
"""Times that a spelling must have been read: twice may be one slip and its copy."""
_USUAL = 5
"""How much more often than the spelling in doubt."""
_KNOWN = 2
"""So many times more often a spelling may be read than one that the genre knows, and be its slip all the same."""

_Pair = tuple[str, str]


def mended(runs: list[list[Word]]) -> tuple[list[list[Word]], int]:
    """``runs`` with marks as the document itself writes them elsewhere, and how many words changed.

    A spelling of the genre (``tổ chức``) need only be read now and then; any
    other must be the usual one, and puts right unsure words alone.
    """
    spellings = _spellings(runs)
    out, count = [], 0
    for run in runs:
        words = list(run)
        for at, (left, right) in enumerate(pairwise(run)):
            pair = _pair(left, right)
            if pair is None:
                continue
            meant, any_trust = _meant(pair, spellings[_bare(pair[0]), _bare(pair[1])])
            for place, word, letters in ((at, left, meant[0]), (at + 1, right, meant[1])):
                core = _core(word)
                if fold_case(core) != letters and (any_trust or word.trust < _SURE):
                    words[place] = word._replace(text=word.text.replace(core, _like(core, letters)))
                    count += 1
        out.append(words)
    return out, count


def _spellings(runs: list[list[Word]]) -> dict[_Pair, Counter[_Pair]]:
    """How often each pair of words is read, by its bare letters."""
    seen: dict[_Pair, Counter[_Pair]] = defaultdict(Counter)
    for run in runs:
        for left, right in pairwise(run):
            if pair := _pair(left, right):
                seen[_bare(pair[0]), _bare(pair[1])][pair] += 1
    return seen


def _meant(pair: _Pair, read: Counter[_Pair]) -> tuple[_Pair, bool]:
    """What ``pair`` is a reading of, and whether that holds for words read with certainty, too."""
    genre = known(*pair)
    if genre and read[genre] * _KNOWN >= read[pair]:
        return genre, True
    usual, times = read.most_common(1)[0]
    return (usual if times >= max(_WITNESSES, _USUAL * read[pair]) else pair), False


def _pair(left: Word, right: Word) -> _Pair | None:
    """Two words that are nothing but letters, no sentence end between them."""
    a, b = _core(left), _core(right)
    return (fold_case(a), fold_case(b)) if a and b and left.text[-1:] not in ".;:!?)," else None


def _core(word: Word) -> str:
    found = _LETTERS.findall(word.text)
    return found[0] if len(found) == 1 and len(found[0]) > 1 else ""


def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.replace("đ", "d"))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _like(model: str, word: str) -> str:
    return "".join(w.upper() if m.isupper() else w for m, w in zip(model, word, strict=True))
