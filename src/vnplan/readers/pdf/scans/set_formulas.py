"""Lines that are one set formula of the genre, told where OCR read some of their letters wrongly.

``Nưi nhận`` under a stamp is ``Nơi nhận``. Only whole lines are looked at,
and only those with a word that is no syllable or that the engine doubted.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cache
from typing import Any, NamedTuple

from vnplan.gazetteer import doc_types
from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.syllable import is_syllable
from vnplan.thresholds import SURE_WORD

RECIPIENTS = "Nơi nhận"
# Decree 30/2020/NĐ-CP, Annex I: boxes 1, 2, 5a, 7a and 9b of its layout, as printed.
_LINES = (
    RECIPIENTS,
    "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
    "Độc lập - Tự do - Hạnh phúc",
    "ĐẢNG CỘNG SẢN VIỆT NAM",
    "ỦY BAN NHÂN DÂN",
    "HỘI ĐỒNG NHÂN DÂN",
    "PHỤ LỤC",
)
_LETTERS_AN_ERROR = 6
"""One letter in so many may be wrong: with fewer, ``BỘ TRƯỞNG`` and ``THỨ TRƯỞNG`` would be one."""
_SURE = SURE_WORD.value


class _Formula(NamedTuple):
    printed: str
    size: int
    pattern: Any
    """A compiled pattern of the ``regex`` package, which counts errors."""


def whole(words: list[str], trusts: Iterable[float]) -> list[str] | None:
    """The words of the formula that a line must be; ``None`` if it is none, or may be right as it is."""
    if all(trust >= _SURE for trust in trusts) and all(map(is_syllable, words)):
        return None
    line = " ".join(words)
    bare = line.rstrip(" :;.,")
    found = _nearest(bare, _formulas(positions=False))
    return (found + line[len(bare) :].strip()).split() if found and found != bare else None


def position(words: list[str]) -> tuple[int, list[str]] | None:
    """The signer's position that ends a line, and its first word: in front may stand what a seal left."""
    for start in range(len(words)):
        if found := _nearest(" ".join(words[start:]).strip(" _.,:;'\"“”`"), _formulas(positions=True)):
            return start, found.split()
    return None


def _nearest(line: str, formulas: tuple[_Formula, ...]) -> str | None:
    """The formula with the fewest errors; ``None`` where there is none, or two that are as near."""
    upper = line.upper()
    errors: dict[str, int] = {}
    for formula in formulas:
        if abs(len(upper) - formula.size) * _LETTERS_AN_ERROR <= formula.size and (
            match := formula.pattern.fullmatch(upper)
        ):
            errors[formula.printed] = sum(match.fuzzy_counts)
    least = min(errors.values(), default=0)
    nearest = [printed for printed, count in errors.items() if count == least]
    return nearest[0] if len(nearest) == 1 else None


@cache
def _formulas(*, positions: bool) -> tuple[_Formula, ...]:
    import regex

    lines = _positions() if positions else (*_LINES, *(name.upper() for name in doc_types.names()))
    found = []
    for line in dict.fromkeys(lines):
        upper = line.upper()
        allowed = len(upper) // _LETTERS_AN_ERROR
        if allowed:
            found.append(_Formula(line, len(upper), regex.compile(rf"(?b)(?:{regex.escape(upper)}){{e<={allowed}}}")))
    return tuple(found)


def _positions() -> Iterator[str]:
    """Positions over a signature: titles alone, of a deputy, in whose place; one word alone may be part of another."""
    yield "TM. ỦY BAN NHÂN DÂN"
    for row in select(Family.PERSON_TITLE, Context.LETTERHEAD, trait="signs"):
        if " " in row.words:
            title = row.words.upper()
            yield from (title, f"PHÓ {title}", f"KT. {title}")
