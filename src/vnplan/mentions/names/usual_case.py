"""Names in capitals (letterheads print nothing else) back to usual case, where the registry has no row."""

from __future__ import annotations

import re
from functools import cache

from vnplan.gazetteer.agencies import all_agencies
from vnplan.gazetteer.provinces import all_provinces
from vnplan.lexicon.patterns import any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.fold import fold_case, fold_marks
from vnplan.text.syllable import is_syllable

_UNIT = re.compile(rf"\b{any_of(Family.LEVEL, Context.LETTERHEAD)}\s")
_SCHOOLS = sorted(select(Family.AGENCY_NOUN, Context.LETTERHEAD, trait="school"), key=lambda row: -len(row.words))
_WORD = re.compile(r"\w+")
# Letters that scans lose at the front of a line.
_LOST = (("y ban ", "ủy ban "), ("uỷ ban ", "ủy ban "), ("ở ", "sở "))


def mended(words: str) -> str:
    """``Y BAN NHÂN DÂN`` with its lost first letter back, else ``words`` as they are."""
    low = fold_case(words)
    for damaged, whole in _LOST:
        if low.startswith(damaged):
            return (
                whole.upper() + words[len(damaged) :] if words.isupper() else whole.capitalize() + words[len(damaged) :]
            )
    return words


@cache
def _by_letters() -> dict[str, str | None]:
    found: dict[str, str | None] = {}
    for row in all_agencies():
        if not row.collective and not row.grammar:
            for name in (term.words for term in row.names):
                key = fold_marks(name)
                found[key] = None if key in found and found[key] != name else name
    return found


def same_letters(words: str) -> str | None:
    """The one registered name that differs from ``words`` in accents alone: scans and typists lose them.

    >>> same_letters("SỞ THÔNG TIN VÀ TRUYỂN THÔNG")
    'Sở Thông tin và Truyền thông'
    """
    return _by_letters().get(fold_marks(" ".join(words.split())))


def usual_case(words: str) -> str:
    """Capitals to usual case: first letter, names of units and provinces capital; mixed case and acronyms stay.

    >>> usual_case("TRUNG TÂM KHUYẾN NÔNG TỈNH LẠNG SƠN")
    'Trung tâm khuyến nông tỉnh Lạng Sơn'
    """
    if any(c.islower() for c in words):
        return words
    # Letters that make no syllable (AIDS, MTTQ) are an acronym.
    low = _WORD.sub(lambda m: m[0] if m[0].isalpha() and not is_syllable(m[0]) else fold_case(m[0]), words)
    for province in all_provinces():
        name = fold_case(province.name)
        if name in low:
            low = low.replace(name, province.name)
    unit = list(_UNIT.finditer(low))
    if unit:  # the proper name runs to the end
        at = unit[-1].end()
        low = low[:at] + _WORD.sub(lambda m: m[0][:1].upper() + m[0][1:], low[at:])
    low = _school(low).replace("ban chỉ đạo", "ban Chỉ đạo")
    return low[:1].upper() + low[1:]


def _school(low: str) -> str:
    """The name of a school with the capitals of its kind and of the name that it bears."""
    folded = fold_case(low)
    row = next((row for row in _SCHOOLS if folded.startswith(f"{row.words} ")), None)
    if row is None:
        return low
    size = len(row.words)
    count = 0 if "namesake" in row.traits else 1  # of all words, or of the first
    return row.example[:size] + _WORD.sub(lambda m: m[0][:1].upper() + m[0][1:], low[size:], count=count)
