"""Fonts that carry their own letters, TCVN3 (``.VnTime``) and VNI (``VNI-Times``): runs and fonts in, Unicode out.

A font's name tells which encoding its runs can be in, never whether they are:
many files were converted to Unicode and kept the old names of fonts.
"""

from __future__ import annotations

import re
from functools import lru_cache

from vnplan.diagnostics import note
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.text import legacy, lost_capitals
from vnplan.text.syllable import share_valid

_WORD = re.compile(r"[^\W\d_]+")
_BEYOND_LATIN_1 = re.compile("[^\x00-\xff]")


@lru_cache(maxsize=256)
def encoding(font: str | None) -> str | None:
    """The 8-bit encoding that fonts of this name hold: ``tcvn3``, ``vni`` or ``None``.

    >>> encoding(".VnTimeH"), encoding("VNI-Times"), encoding("ABCDEF+.VnArial"), encoding("Times New Roman")
    ('tcvn3', 'vni', 'tcvn3', None)
    """
    # PDF puts six letters and a plus sign before the name of a font that it holds in part.
    name = re.sub(r"^[A-Z]{6}\+", "", font or "").strip(" \"'").lower()
    if name.startswith(".vn"):
        return "tcvn3"
    return "vni" if name.startswith("vni") else None


def is_capital(font: str | None) -> bool:
    """Whether the font draws small letters as capitals (``.VnTimeH``)."""
    return bool(font) and encoding(font) == "tcvn3" and str(font).endswith("H")


class Decoder:
    """Decodes the runs of one file; what it knew for certain helps with runs that can be read in two ways."""

    def __init__(self) -> None:
        self._paragraphs: dict[str, int] = {}
        self._capitals = 0
        self._last: str | None = None
        """Encoding of the last run that was in one for certain."""
        self._unicode: set[str] = set()
        """Encodings whose fonts last held Unicode."""

    def named(self, text: str, name: str) -> tuple[str, str | None]:
        """``text`` of runs in fonts of encoding ``name``, in Unicode, and ``name`` if it was in it.

        Unicode text comes back unchanged.
        """
        if text.isascii():
            return text, None
        decoded = legacy.decode(text, name)
        gain = _syllables(decoded) - _syllables(text)
        if _BEYOND_LATIN_1.search(text) or gain < 0:
            self._unicode.add(name)
            return text, None
        if gain > 0:
            self._unicode.discard(name)
            self._last = name
        # What reads both ways (``cá``: ``cỏ``) is as the last run of such a font that does not.
        return (text, None) if name in self._unicode else (decoded, name)

    def unnamed(self, text: str) -> tuple[str, str | None]:
        """``text`` of a paragraph whose fonts say nothing, in Unicode, and the encoding that it was in."""
        if text.isascii() or _BEYOND_LATIN_1.search(text):
            return text, None
        found = legacy.readings(text)
        if not found:
            return text, None
        if len(found) == 1:
            self._last = found[0]
        name = self._last if self._last in found else found[0]
        return legacy.decode(text, name), name

    def whole(self, text: str, encodings: set[str]) -> str:
        """``text`` of a paragraph, parts of which were in ``encodings``, with lost capitals; it is counted."""
        for name in encodings:
            self._paragraphs[name] = self._paragraphs.get(name, 0) + 1
        if "tcvn3" not in encodings:
            return text
        found = lost_capitals.restored(text)
        self._capitals += found.words
        return found.text

    def diagnostics(self) -> list[Diagnostic]:
        """What was decoded."""
        found = [
            note(DiagnosticCode.LEGACY_ENCODING, encoding=name.upper(), lines=count)
            for name, count in sorted(self._paragraphs.items())
        ]
        if self._capitals:
            found.append(note(DiagnosticCode.CAPITALS_RESTORED, count=self._capitals))
        return found


def _syllables(text: str) -> float:
    return share_valid(_WORD.findall(text))
