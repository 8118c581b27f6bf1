"""Lists of ``numbering.xml``: their levels as XML, and what Word would print next on each."""

from __future__ import annotations

from typing import Any

from renditions.layout import MARKER

# Kinds of marker from the outside in; Word starts a level anew behind each marker of a level before it.
LEVELS = ("article", "roman", "arabic", "deep", "letter")
_FORMATS = ("decimal", "upperRoman", "decimal", "decimal", "lowerLetter")
_TEXTS = ("Điều %1.", "%2.", "%3.", "%3.%4.", "%5)")
BULLETS = ("-", "+")
_ROMAN = ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X")
OUTLINE, BULLET, ROWS = 77, 78, 79  # far from the numbers that python-docx's template has


class Counter:
    """What Word would print next on each level of one list."""

    def __init__(self) -> None:
        self._held = [0] * len(LEVELS)

    def level_of(self, text: str) -> int | None:
        """The level whose next marker the paragraph begins with, counted on; ``None`` where the marker must be typed."""
        marker = MARKER.match(text)
        if not marker or not marker.lastgroup or not marker[0].rstrip().endswith((".", ")")):
            return None
        level = LEVELS.index(marker.lastgroup)
        if self._next(level) != marker[0].rstrip():
            return None
        self._held[level] += 1
        self._held[level + 1 :] = [0] * (len(LEVELS) - level - 1)
        return level

    def _next(self, level: int) -> str | None:
        number = self._held[level] + 1
        if level == 0:
            return f"Điều {number}."
        if level == 1:
            return f"{_ROMAN[number]}." if number < len(_ROMAN) else None
        if level == 3:
            return f"{self._held[2]}.{number}." if self._held[2] else None
        # Word has no đ: after d it prints e, which is right again where đ was typed between them.
        return f"{number}." if level == 2 else f"{chr(ord('a') + number - 1)})"


def listed(paragraph: Any, number: int, level: int) -> None:
    """Make a paragraph an item of a list."""
    properties = paragraph._p.get_or_add_pPr()  # noqa: SLF001 -- python-docx has no call for numbering
    told = properties._add_numPr() if properties.numPr is None else properties.numPr  # noqa: SLF001
    told._add_ilvl().val, told._add_numId().val = level, number  # noqa: SLF001


def _level(number: int, form: str, text: str, properties: str = "") -> str:
    told = f'<w:start w:val="1"/><w:numFmt w:val="{form}"/><w:suff w:val="space"/><w:lvlText w:val="{text}"/>'
    return f'<w:lvl w:ilvl="{number}">{told}<w:lvlJc w:val="left"/>{properties}</w:lvl>'


def outline() -> str:
    """The levels of sections and items."""
    return "".join(_level(n, form, text) for n, (form, text) in enumerate(zip(_FORMATS, _TEXTS, strict=True)))


def bullets() -> str:
    """The levels of bullets."""
    font = '<w:rPr><w:rFonts w:ascii="Times New Roman" w:hAnsi="Times New Roman" w:hint="default"/></w:rPr>'
    return "".join(_level(n, "bullet", sign, font) for n, sign in enumerate(BULLETS))


def rows() -> str:
    """The one level of the numbers of rows."""
    return _level(0, "decimal", "%1")
