"""Roman numerals: pieces of patterns for them in running words, and their values.

Only I, V, X, L up to 49: no list of a plan is longer, and of C., D., L. and M. at
the front of an item each is a letter. No numeral below fifty begins with L, so
that a lone ``L`` is never one.
"""

from __future__ import annotations

import re

ROMAN = r"[IVX][IVXL]{0,7}"
"""Part of a pattern: letters that may be a Roman numeral in capitals (the longest, ``XXXVIIII``, has eight)."""
SMALL_ROMAN = r"[ivx][ivxl]{0,7}"
"""The same in small letters, and in folded text."""

# IIII and VIIII are typists' own.
_NUMERAL = re.compile(r"(?:XL|X{0,3})(?:IX|IV|V?I{0,4})")
_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50}


def roman(text: str) -> int | None:
    """Value of a Roman numeral up to 49, upper or lower case; ``None`` if it is none.

    >>> roman("XIV"), roman("iii"), roman("XLII"), roman("C"), roman("")
    (14, 3, 42, None, None)
    """
    upper = text.upper()
    if not upper or not _NUMERAL.fullmatch(upper):
        return None
    values = [_VALUES[c] for c in upper]
    return sum(-v if v < after else v for v, after in zip(values, [*values[1:], 0], strict=True))
