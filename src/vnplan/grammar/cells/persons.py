"""People named in tables (người thực hiện, lãnh đạo phụ trách)."""

from __future__ import annotations

import re

from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.fold import fold_case
from vnplan.text.letters import LOWER, UPPER

_CUT = re.compile(r"[,;\n]|(?<![Đđ])/|\bvà\b|\+")
_RESPECT = any_of(Family.PERSON_TITLE, Context.CELL, trait="respect")
_PREFIX = any_of(Family.PERSON_TITLE, Context.CELL, trait="prefix")
_TITLES = alternation(row for row in select(Family.PERSON_TITLE, Context.CELL) if row.traits & {"heads", "signs"})
_OFFICE = rf"(?:{_PREFIX} )?{_TITLES}"
_HONORIFIC = re.compile(rf"(?:[-•]\s*)?(?:(?:{_RESPECT}|{_OFFICE})[.:]?\s*)+", re.IGNORECASE)
# Họ, đệm, tên: two to five capitalised words, no abbreviation in capitals.
_NAME = re.compile(rf"[{UPPER}][{LOWER}]+(?:\s+[{UPPER}][{LOWER}]*){{1,4}}\Z")
_WHOLE_NAME = 2
"""Blanks in a name of three words, the fewest with family, middle and given name."""
_BODY = re.compile(rf"{any_of(Family.AGENCY_NOUN, Context.CELL)}|các(?!\w)")


def read_persons(words: str) -> tuple[str, ...]:
    """Names of people in ``words``, one cell with a line each paragraph; empty where it names none."""
    found = []
    for part in _CUT.split(words):
        name = _bare(part.strip(" .-"))
        if is_person(name):
            found.append(" ".join(name.split()))
    return tuple(dict.fromkeys(found))


def named_person(words: str) -> str | None:
    """The person whom words name that stand for an agency, the office before the name left out; ``None`` without one.

    Behind an office the name must be whole (họ, đệm, tên): ``Giám đốc Minh Châu`` may be that of a place.
    """
    if is_person(words):
        return words
    name = _bare(words)
    return name if name != words and is_person(name) and name.count(" ") >= _WHOLE_NAME else None


def _bare(words: str) -> str:
    """Words without the respects and offices at their front; ``Nông trường`` begins with none."""
    respects = _HONORIFIC.match(words)
    return words[respects.end() :].strip() if respects else words.strip()


def is_person(name: str) -> bool:
    """True for words that look like a person's name and not like an agency's."""
    return _NAME.match(name) is not None and _BODY.match(fold_case(name)) is None
