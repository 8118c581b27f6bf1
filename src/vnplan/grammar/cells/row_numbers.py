"""Ordinals that number the rows of a table (số thứ tự): I, A, 1, 1.1, a)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.text.numerals import ROMAN, roman

_ARABIC = re.compile(r"\d{1,3}\Z")
_NESTED = re.compile(rf"(?:\d{{1,3}}|{ROMAN}|[A-ZĐa-zđ])(?:\.\d{{1,3}}){{1,4}}\Z")
_LETTER = re.compile(r"[A-ZĐ]\Z")
_SMALL = re.compile(r"[a-zđ]\Z")
# Codes that a plan gives its tasks: KH20_TT_N01.1.1, NV1.2
_CODE = re.compile(
    r"[A-ZĐ]{1,5}\d{0,4}(?:_[A-ZĐ]{0,5}\d{0,4}){1,4}(?<=\d)(?:\.\d{1,3}){0,4}\Z|[A-ZĐ]{1,3}\d{1,2}(?:\.\d{1,3}){1,4}\Z"
)
_LAST_NUMBER = re.compile(r"\d+\Z")
_LONGEST_NUMBER = 24
"""Characters of a number with brackets and blanks: XXXVIII.10.10.10 has sixteen."""


@dataclass(frozen=True, slots=True)
class Ordinal:
    """One ordinal without its closing mark."""

    label: str
    kind: str
    """``roman``, ``arabic``, ``nested`` (``1.1`` and codes such as ``NV1.2``), ``letter`` or ``small``."""

    @property
    def value(self) -> int:
        """Its place in its series; of a nested one the last number."""
        if self.kind == "roman":
            return roman(self.label) or 0
        if self.kind in ("arabic", "nested"):
            number = _LAST_NUMBER.search(self.label)
            return int(number[0]) if number else 0
        series = "abcdđeghiklmnopqrstuvxy"  # letters used in law (docs/domain.md, 1.5); f, j, w, z are not
        return series.find(self.label.lower()) + 1


def read_ordinal(words: str) -> Ordinal | None:
    """The ordinal that ``words`` is and nothing else; ``None`` for other words."""
    label = words.strip().strip("()").rstrip(".)/:- ").strip()
    if not label or len(words) > _LONGEST_NUMBER:
        return None
    if label[0].isupper() and "IIII" not in label and roman(label):  # four strokes in a cell are a tally
        return Ordinal(label, "roman")
    for kind, pattern in (
        ("arabic", _ARABIC),
        ("nested", _NESTED),
        ("nested", _CODE),
        ("letter", _LETTER),
        ("small", _SMALL),
    ):
        if pattern.match(label):
            return Ordinal(label, kind)
    return None


def is_ordinal(words: str) -> bool:
    """True where ``words`` is an ordinal and nothing else."""
    return read_ordinal(words) is not None
