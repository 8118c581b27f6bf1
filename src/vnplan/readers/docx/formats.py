"""Number formats of automatic numbering: value -> what Word prints (ECMA-376, ST_NumberFormat)."""

from __future__ import annotations

from collections.abc import Callable

from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Family

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"),
    (50, "l"), (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip
_ROMAN_END = 3999


def _numbers(trait: str) -> dict[int, str]:
    return {int(row.means): row.words for row in select(Family.NUMBER_WORD, trait=trait) if row.means}


_UNITS = {0: "", **_numbers("counting")}
_AFTER_TEN, _AFTER_TENS = ({**_UNITS, **_numbers(trait)} for trait in ("after_ten", "after_tens"))
_CHICAGO = "*†‡§"


def _roman(value: int) -> str | None:
    if not 0 < value <= _ROMAN_END:
        return None
    out = []
    for worth, letters in _ROMAN:
        count, value = divmod(value, worth)
        out.append(letters * count)
    return "".join(out)


def _letter(value: int) -> str | None:
    """``a`` ... ``z``, ``aa``, ``bb``, ...: the letter repeated, in the English alphabet as Word has it."""
    # 26 letters, each repeated up to 30 times as Word does (ECMA-376, ST_NumberFormat).
    if not 0 < value <= 26 * 30:
        return None
    times, index = divmod(value - 1, 26)
    return chr(ord("a") + index) * (times + 1)


def _ordinal(value: int) -> str:
    # 11th, 12th and 13th.
    teen = 10 < value % 100 < 14
    return f"{value}{'th' if teen else {1: 'st', 2: 'nd', 3: 'rd'}.get(value % 10, 'th')}"


def _vietnamese(value: int) -> str | None:
    """``một``, ``hai``, ... ``chín mươi chín``."""
    # The words below are those of one and two digits; Word writes larger numbers as figures.
    if not 0 < value < 100:
        return None
    tens, unit = divmod(value, 10)
    if not tens:
        return _UNITS[unit]
    if tens == 1:
        return f"{_UNITS[10]} {_AFTER_TEN[unit]}".rstrip()
    return f"{_UNITS[tens]} mươi {_AFTER_TENS[unit]}".rstrip()


def _chicago(value: int) -> str | None:
    # Four signs, each repeated up to ten times.
    if not 0 < value <= 40:
        return None
    times, index = divmod(value - 1, len(_CHICAGO))
    return _CHICAGO[index] * (times + 1)


def _upper(lower: Callable[[int], str | None]) -> Callable[[int], str | None]:
    def write(value: int) -> str | None:
        text = lower(value)
        return text and text.upper()

    return write


def _within(first: str, last: int) -> Callable[[int], str | None]:
    """Characters that follow one another in Unicode, from the one for 1."""
    return lambda value: chr(ord(first) + value - 1) if 0 < value <= last else None


_WRITERS: dict[str, Callable[[int], str | None]] = {
    "decimal": str,
    "decimalHalfWidth": str,
    "decimalZero": "{:02d}".format,
    "numberInDash": "- {} -".format,
    "hex": "{:X}".format,
    "upperRoman": _upper(_roman),
    "lowerRoman": _roman,
    "upperLetter": _upper(_letter),
    "lowerLetter": _letter,
    "ordinal": _ordinal,
    "vietnameseCounting": _vietnamese,
    "chicago": _chicago,
    "decimalEnclosedCircle": _within("①", 20),
    "decimalEnclosedParen": _within("⑴", 20),
    "decimalEnclosedFullstop": _within("⒈", 20),
    "none": lambda _: "",
}


def write(value: int, number_format: str, pattern: str = "") -> str | None:
    """``value`` in ``number_format``; ``None`` where the format is unknown or has no word for the value.

    ``pattern`` belongs to the format ``custom``: ``001, 002, 003, ...`` pads
    with zeros to the width of its first example.

    >>> write(4, "upperRoman"), write(28, "lowerLetter"), write(7, "custom", "001, 002, 003, ...")
    ('IV', 'bb', '007')
    """
    if number_format == "custom":
        first = pattern.split(",", 1)[0].strip()
        return str(value).zfill(len(first)) if first.isdecimal() else None
    writer = _WRITERS.get(number_format)
    return writer(value) if writer else None
