"""Ordinals that number the rows of a table (số thứ tự): I, A, 1, 1.1, a)."""

from __future__ import annotations

import re
from dataclasses import dataclass

_ROMAN = re.compile(r"(?=[IVXL])(?:X[LC]|L?X{0,3})(?:IX|IV|V?I{0,3})\Z")
_ARABIC = re.compile(r"\d{1,3}\Z")
_NESTED = re.compile(r"(?:\d{1,3}|[IVXL]{1,5}|[A-ZĐa-zđ])(?:\.\d{1,3}){1,4}\Z")
_LETTER = re.compile(r"[A-ZĐ]\Z")
_SMALL = re.compile(r"[a-zđ]\Z")
# Codes that a plan gives its tasks: KH20_TT_N01.1.1, NV1.2
_CODE = re.compile(
    r"[A-ZĐ]{1,5}\d{0,4}(?:_[A-ZĐ]{0,5}\d{0,4}){1,4}(?<=\d)(?:\.\d{1,3}){0,4}\Z|[A-ZĐ]{1,3}\d{1,2}(?:\.\d{1,3}){1,4}\Z"
)
_LAST_NUMBER = re.compile(r"\d+\Z")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_LONGEST = 24


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
            return roman_value(self.label)
        if self.kind in ("arabic", "nested"):
            number = _LAST_NUMBER.search(self.label)
            return int(number[0]) if number else 0
        series = "abcdđeghiklmnopqrstuvxy"  # letters used in law (domain 1.5); f, j, w, z are not
        return series.find(self.label.lower()) + 1


def read_ordinal(words: str) -> Ordinal | None:
    """The ordinal that ``words`` is and nothing else; ``None`` for other words."""
    label = words.strip().strip("()").rstrip(".)/:- ").strip()
    if not label or len(words) > _LONGEST:
        return None
    for kind, pattern in (
        ("arabic", _ARABIC),
        ("roman", _ROMAN),
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


def roman_value(label: str) -> int:
    """Value of a roman numeral."""
    values = [_VALUES[c] for c in label]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
