"""Letters that fonts are known to exchange, put right where that makes the word Vietnamese."""

from __future__ import annotations

import re

from vnplan.text.syllables import is_syllable


def _mac() -> dict[int, str]:
    """Letters of Latin-1 that were read as Mac Roman: ``ng‡y th·ng`` for ``ngày tháng``."""
    wrong_to_right = {}
    for letter in "àáâãèéêìíòóôõùúýÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝ":
        seen = letter.encode("latin-1").decode("mac_roman")
        wrong_to_right[ord(seen)] = letter
    return wrong_to_right


_MAC = _mac()
_QUOTES = {ord(mark): _MAC.pop(ord(mark)) for mark in "“”‘’…"}
_SURE = re.compile("[" + "".join(chr(code) for code in _MAC) + "]")
_GHA = str.maketrans({"ƣ": "ư", "Ƣ": "Ư"})  # the letter gha stands in for ư in many office fonts
_PARTS = re.compile(r"([-/.,;:()\[\]])")


def repaired(words: list[str]) -> list[str]:
    """The words of a page, letters put right that a known slip of fonts exchanged, where that makes them Vietnamese.

    Quotation marks are taken for letters (``‘ng`` for ``Ông``) only on a
    page that shows the slip in letters that are no quotation marks.
    """
    out = [_changed(word, _MAC) if _SURE.search(word) else word for word in words]
    if out != words:
        both = _MAC | _QUOTES
        out = [_changed(word, both) if any(mark in word for mark in "“”‘’…") else word for word in out]
    return [word.translate(_GHA) if "ƣ" in word or "Ƣ" in word else word for word in out]


def _changed(word: str, letters: dict[int, str]) -> str:
    return "".join(_part(part, letters) for part in _PARTS.split(word))


def _part(part: str, letters: dict[int, str]) -> str:
    changed = part.translate(letters)
    if len(changed) < 2 or changed == part or is_syllable(part) or _quoted(part) or not is_syllable(changed):
        return part
    return changed


def _quoted(part: str) -> bool:
    """True if the signs may well be quotation marks round a syllable, which Mac Roman has in the place of letters."""
    inner = part.strip("“”‘’…")
    return len(inner) > 2 and is_syllable(inner)
