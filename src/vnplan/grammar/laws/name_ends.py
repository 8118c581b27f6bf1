"""Where the name of a law ends that no list knows: view text and the place after its head word in, the end out."""

from __future__ import annotations

import re
from typing import Final

from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Family

WORD = re.compile(r"[\w/-]+")
LONGEST = 160
"""Characters of a law's name at most: the longest listed has 99; spaces may be doubled, a short form inserted."""
_ENDING = {row.words for row in select(Family.CITATION_CUE, means="after_law_name")}
_INSIDE = {row.words for row in select(Family.CITATION_CUE, means="after_law_name", trait="inside")}
_STOP = frozenset(words for words in _ENDING if " " not in words)
_STOP_PAIRS = frozenset(_ENDING - _STOP)
_NEXT_ITEM = frozenset(row.words for row in select(Family.CITATION_CUE, means="next_item"))
_HEAD_WORDS = frozenset({"luật", "bộ", "pháp"})
_PROSE_WORDS = 14
"""Words of a law's name that no list knows: of the listed names nine in ten have no more."""
_CLAUSE_WORDS = 24
"""The same where the clause is the name: the longest law in force has twenty-two words."""
# A law that opens its clause: "Căn cứ Luật ...", "a) Luật ...", "; Luật ...".
_OPENS_CLAUSE = re.compile(r"(?:\A|[;:] |\b[\dA-Za-zđ][.)] |căn cứ |(?:\A|\s)[-+*•] )\Z")
_BEFORE = len("căn cứ ")
_CLOSES_CLAUSE = re.compile(r" ?(?:[;.|]|\Z|,? ngày \d|,? số:? ?\d|,? năm (?:19|20)\d\d)")

_NOT_FIRST, _NOT_WITHIN = _STOP | _HEAD_WORDS, _STOP | _NEXT_ITEM
_TWO_MORE = re.compile(r" [^\W\d]+ [^\W\d]+")

EXAMPLES: Final = {
    "_OPENS_CLAUSE": (("căn cứ ", "", "a) ", "mục a; ", "- "), ("theo ", "của ")),
    "_CLOSES_CLAUSE": ((";", " ngày 5", " số 12", ""), (" và", ", các"), "match"),
}


def opens_name(soft: str, word: re.Match[str]) -> bool:
    """Whether the word after the head may begin a name: ``Luật Luật sư`` names one, ``Luật Bộ luật`` does not."""
    this, pair = soft[word.start() : word.end()], _pair(soft, word)
    if this == "luật":
        return pair not in _STOP_PAIRS and pair != this and pair.partition(" ")[2] not in _NOT_FIRST
    return pair not in _STOP_PAIRS and this not in _NOT_FIRST


def name_end(text: str, soft: str, start: int, first: int) -> int:
    """Where the name ends whose head stands at ``start`` and whose first word at ``first``; ``first`` for none.

    A name that is all of its clause is read to the end of the clause: words such as ``tại`` and ``ban hành``,
    which else end a name, may stand within it.
    """
    if _OPENS_CLAUSE.search(soft, max(0, start - _BEFORE), start):
        whole = _end(text, soft, first, clause=True)
        if _CLOSES_CLAUSE.match(soft, whole):
            return whole
    return _end(text, soft, first, clause=False)


def _end(text: str, soft: str, first: int, *, clause: bool) -> int:
    end, words, phrase = first, 0, 0  # phrase: words since the last comma
    for word in WORD.finditer(soft, first, min(len(soft), first + LONGEST)):
        joint, this, pair = soft[end : word.start()], soft[word.start() : word.end()], _pair(soft, word)
        inside = clause and words > 0 and not {this, pair}.isdisjoint(_INSIDE) and _has_two_more(soft, word.end())
        if words and (not _joins(joint, this, 0 if clause else phrase) or (pair in _STOP_PAIRS and not inside)):
            break
        if this in _STOP and not inside:
            if this != "và" or not _goes_on(text, soft, word.end()):
                break
            phrase = -1
        words, phrase = words + 1, 1 if joint.startswith(",") else phrase + 1
        end = word.end()
        if words > (_CLAUSE_WORDS if clause else _PROSE_WORDS):
            break
    return end


def _has_two_more(soft: str, end: int) -> bool:
    """What such a word joins to the name has two words and more: ``tại doanh nghiệp``, ``ở nước ngoài``."""
    return _TWO_MORE.match(soft, end) is not None


def _pair(soft: str, word: re.Match[str]) -> str:
    """The word and the one after it."""
    following = WORD.match(soft, word.end() + 1)
    this = soft[word.start() : word.end()]
    return f"{this} {following[0]}" if following else this


def _joins(joint: str, word: str, phrase: int) -> bool:
    if joint == " ":
        return True
    # "Phòng, chống ...", "Khám bệnh, chữa bệnh": a comma within the name stands after its first word or two.
    return joint == ", " and phrase <= 2 and word not in _NOT_WITHIN


def _goes_on(text: str, soft: str, end: int) -> bool:
    """Whether what follows ``và`` still belongs to the name."""
    word = WORD.match(soft, end + 1)
    return word is not None and word[0] not in _NOT_WITHIN and not text[word.start()].isdigit()
