"""Names, titles and keys -> what must be equal for two of them to be the same."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from vnplan.gazetteer.provinces import all_provinces
from vnplan.text.fold import fold_key

# One group of committees of communes, whose name changed with the levels of government on 1 July 2025.
_COMMUNES = re.compile(r"\b(xã phường) (?:thị trấn|đặc khu)\b")
_HEADS = ("tỉnh", "tỉnh ủy", "thành ủy")


def fold(words: str | None) -> str:
    """Words without case, punctuation and the place of tone marks.

    >>> fold("Uỷ ban  nhân dân,")
    'ủy ban nhân dân'
    """
    return fold_key(unicodedata.normalize("NFC", words or ""))


def fold_number(key: str | None) -> str:
    """A number without blanks and case; its slashes and hyphens count.

    >>> fold_number("12 /QĐ- UBND")
    '12/qđ-ubnd'
    """
    return re.sub(r"\s+", "", unicodedata.normalize("NFC", key or "")).casefold()


@cache
def _cities() -> frozenset[str]:
    return frozenset(fold(row.name) for row in all_provinces() if row.city or row.city_from)


class Names:
    """Names of agencies in one document: its own province is optional behind ``tỉnh`` and its like.

    >>> Names("Hải Dương").fold("UBND tỉnh Hải Dương") == Names("Hải Dương").fold("UBND tỉnh")
    True
    """

    def __init__(self, province: str | None) -> None:
        place = fold(province)
        heads = (*_HEADS, "thành phố") if place in _cities() else _HEADS
        self._own = re.compile(rf"\b({'|'.join(heads)}) {re.escape(place)}$") if place else None

    def fold(self, name: str | None) -> str:
        """The name as it is compared."""
        folded = _COMMUNES.sub(r"\1", fold(name))
        return self._own.sub(r"\1", folded) if self._own else folded

    def set_of(self, names: tuple[str, ...]) -> list[str]:
        """Several names, each once."""
        return sorted({self.fold(name) for name in names} - {""})
