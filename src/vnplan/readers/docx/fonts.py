"""Fonts that carry their own letters: TCVN3 (``.VnTime``) and VNI (``VNI-Times``) runs, decoded.

The font's name alone proves nothing: many files were converted to Unicode and
kept the old font names, so a run is decoded only where its letters agree.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vnplan.text import legacy
from vnplan.text.syllable import share_valid

_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN_1 = re.compile("[^\x00-\xff]")


@lru_cache(maxsize=256)
def encoding(font: str | None) -> str | None:
    """The 8-bit encoding that fonts of this name hold: ``tcvn3``, ``vni`` or ``None``.

    >>> encoding(".VnTimeH"), encoding("VNI-Times"), encoding("Times New Roman")
    ('tcvn3', 'vni', None)
    """
    name = (font or "").lower()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith("vni") else None


def is_capital(font: str | None) -> bool:
    """Whether the font draws small letters as capitals (``.VnTimeH``)."""
    return bool(font) and encoding(font) == "tcvn3" and str(font).endswith("H")


def decode(text: str, name: str | None) -> tuple[str, str | None]:
    """``text`` of runs in fonts of encoding ``name``, in Unicode, and the encoding that it was in.

    Without ``name`` the letters alone decide, by what share of the words
    becomes Vietnamese. Unicode text comes back unchanged, with ``None``.
    """
    if text.isascii() or _BEYOND_LATIN_1.search(text):
        return text, None
    found = legacy.detect(text) or name
    if found is None:
        return text, None
    decoded = legacy.decode(text, found)
    return (decoded, found) if _syllables(decoded) >= _syllables(text) else (text, None)


def _syllables(text: str) -> float:
    return share_valid(_WORD.findall(text))
