"""In which province a district or commune lies, told by the text that it issues."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date

from vnplan.gazetteer.provinces import find_province
from vnplan.text.view import fold_space

_UNIT = re.compile(r"\b(?:[Tt]ỉnh|TỈNH|[Tt]hành phố|THÀNH PHỐ|TP\.?) ?(?=(?P<words>[A-ZĐ]\S*(?: - \S+| \S+){0,4}))")
_REACH = 20_000
"""Characters read at either end: letterhead, basis and recipients stand there."""


def home_province(text: str, on: date | None) -> str | None:
    """The province that ``UBND tỉnh X``, ``thành phố X`` name; ``None`` where none or several are named as often.

    >>> home_province("theo Công văn của Sở Y tế tỉnh Sơn La", None)
    'Sơn La'
    """
    ends = fold_space(text if len(text) <= 2 * _REACH else f"{text[:_REACH]}\n{text[-_REACH:]}")
    names = Counter(name for unit in _UNIT.finditer(ends) if (name := _province(unit["words"], on)))
    ranked = names.most_common(2)
    if not ranked or (len(ranked) > 1 and ranked[0][1] == ranked[1][1]):
        return None
    return ranked[0][0]


def _province(words: str, on: date | None) -> str | None:
    parts = words.split(" ")
    for size in range(len(parts), 0, -1):
        if found := find_province(" ".join(parts[:size]).strip(" .,;:)"), on):
            return found.name
    return None
