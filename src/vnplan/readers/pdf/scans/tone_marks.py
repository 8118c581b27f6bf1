"""Marks on letters that OCR lost or changed, put back where two syllables together leave no choice.

OCR reads ``Tô chức`` for ``Tổ chức`` and ``QUYÉT ĐỊNH`` for ``QUYẾT ĐỊNH``.
Pairs of syllables that the forms of the genre (Decree 30/2020) and the names
of public bodies use are known; a pair with the same letters and other marks
is taken for the known one. No letter is ever added, dropped or exchanged.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import pairwise

from vnplan.gazetteer import agencies, doc_types, provinces
from vnplan.lexicon.load import rows
from vnplan.lexicon.rows import Family
from vnplan.readers.pdf.scans import codes
from vnplan.text.fold import fold_case
from vnplan.text.syllable import is_syllable, syllables

_LETTERS = re.compile(r"[^\W\d_]+")
_TILDE = re.compile(r"~[-–]?\Z|[-–]~\Z")
_OTHER_MARKS = str.maketrans("đĐ", "dD")


_CERTAIN = 93.0
"""Confidence in per cent from which two syllables are left as they are: rightly read ones have 95 to 97."""


def restored(words: list[str], trusts: Sequence[float] = ()) -> list[str]:
    """The words of a line, in order, with the marks that the pairs of :func:`_pairs` and single syllables settle.

    ``trusts``: how sure the engine is of each word; two of which it is certain are no pair to be mended.
    """
    sure = [
        trust >= _CERTAIN and is_syllable(_core(word))
        for word, trust in zip(words, trusts or [0.0] * len(words), strict=True)
    ]
    cores = [_core(word) for word in words]
    out = [_single(core) for core in cores]
    for (i, left), (j, right) in pairwise(enumerate(cores)):
        if not left or not right or words[i][-1:] in ".;:!?)":
            continue
        meant = _place(left, right)
        if meant is None and not (sure[i] and sure[j]):
            meant = known(left, right)
        if meant and not _same(left + right, "".join(meant)):
            out[i], out[j] = _like(left, meant[0]), _like(right, meant[1])
    if words and _TILDE.match(words[0]):
        words = ["-", *words[1:]]  # a dash before an item, read slanted
    return [
        word.replace(core, new) if core and new else codes.repaired(word)
        for word, core, new in zip(words, cores, out, strict=True)
    ]


def known(left: str, right: str) -> tuple[str, str] | None:
    """Two syllables, in small letters, as the forms of the genre and names of bodies write their letters."""
    return _pairs().get((_bare(left), _bare(right)))


def _place(left: str, right: str) -> tuple[str, str] | None:
    """The same for names of provinces, which stand in capitals."""
    return _places().get((_bare(left), _bare(right))) if left[:1].isupper() and right[:1].isupper() else None


def _core(word: str) -> str:
    """The one run of letters in a word, empty where there is none or more than one."""
    found = _LETTERS.findall(word)
    return found[0] if len(found) == 1 and not any(char.isdigit() for char in word) else ""


def _bare(word: str) -> str:
    plain = unicodedata.normalize("NFD", word.lower().translate(_OTHER_MARKS))
    return "".join(char for char in plain if not unicodedata.combining(char))


def _like(model: str, word: str) -> str:
    """``word`` with the capitals of ``model``; both have the same letters but for marks."""
    return "".join(w.upper() if m.isupper() else w for m, w in zip(model, word, strict=True))


@cache
def _pairs() -> dict[tuple[str, str], tuple[str, str]]:
    """Pairs of syllables by their bare letters, those alone that can be read in one way."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for phrase in _phrases():
        words = [fold_case(word) for word in _LETTERS.findall(phrase)]
        for left, right in pairwise(words):
            if is_syllable(left) and is_syllable(right):
                found[_bare(left), _bare(right)].add((left, right))
    return {bare: next(iter(pairs)) for bare, pairs in found.items() if len(pairs) == 1}


@cache
def _places() -> dict[tuple[str, str], tuple[str, str]]:
    """Pairs of syllables in names of provinces and before them, all in capitals."""
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for province in provinces.all_provinces():
        for noun in ("tỉnh", "thành phố"):
            words = [fold_case(word) for word in _LETTERS.findall(f"{noun} {province.name}")]
            for left, right in pairwise(words):
                found[_bare(left), _bare(right)].add((left, right))
    return {bare: next(iter(pairs)) for bare, pairs in found.items() if len(pairs) == 1}


def _same(left: str, right: str) -> bool:
    """True for one word with its tone in two places: ``hoà``, ``hòa``."""
    a, b = (sorted(unicodedata.normalize("NFD", fold_case(word))) for word in (left, right))
    return a == b


def _phrases() -> Iterable[str]:
    yield from doc_types.names()
    for row in (*rows(Family.FORMULA), *rows(Family.PERSON_TITLE)):
        yield row.words
    for agency in agencies.all_agencies():
        yield agency.name


@cache
def _by_letters() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for syllable in syllables():
        found[_bare(syllable)].append(syllable)
    return {bare: tuple(group) for bare, group in found.items()}


def _single(word: str) -> str:
    """``word`` where it is a syllable or no choice is left; else the only syllable of its letters and tone."""
    # Of one or two letters nearly every bare form is a syllable of some tone.
    if len(word) < 3 or is_syllable(word):
        return ""
    tone = [char for char in unicodedata.normalize("NFD", word.lower()) if char in "\u0300\u0301\u0303\u0309\u0323"]
    choices = _by_letters().get(_bare(word), ())
    if len(choices) != 1 or len(tone) != 1:
        return ""
    return _like(word, _toned(choices[0], tone[0]))


def _toned(syllable: str, tone: str) -> str:
    """``syllable`` with ``tone`` on its main vowel: the marked one, else the last before a final, else the first."""
    vowels = [at for at, char in enumerate(syllable) if _bare(char) in "aeiouy"]
    marked = [at for at in vowels if syllable[at] in "ăâêôơư"]
    at = marked[-1] if marked else vowels[-1] if len(syllable) - 1 > vowels[-1] else vowels[0]
    return unicodedata.normalize("NFC", syllable[: at + 1] + tone + syllable[at + 1 :])
