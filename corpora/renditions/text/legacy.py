"""Source -> bytes of a file typed in an 8-bit font encoding, by the inverse of the tables that decode them."""

from __future__ import annotations

import json
from functools import cache
from importlib.resources import files

from source import Source

from renditions.text.plain import lines
from vnplan.text import legacy


def as_tcvn3(source: Source) -> bytes:
    """TCVN3 (ABC fonts): toned capitals have no codes of their own, a font of capitals shows the small ones."""
    return encoded("\n".join(lines(source)) + "\n", "tcvn3")


def as_vni(source: Source) -> bytes:
    """VNI-Windows: a letter and the sign of its tone."""
    return encoded("\n".join(lines(source)) + "\n", "vni")


# Those files have one Đ; signs beyond Windows-1252 are typed with what a keyboard has.
_TYPED = str.maketrans({"Ð": "Đ", "≥": ">=", "≤": "<="})


def encoded(text: str, encoding: str) -> bytes:
    """The bytes of ``text``; all else than Vietnamese letters is Windows-1252, as those files have it.

    Raises:
        ValueError: the bytes do not decode to the same letters, or a character has no byte.
    """
    text, codes = text.translate(_TYPED), _codes(encoding)
    written = "".join(codes.get(letter) or codes.get(letter.lower()) or letter for letter in text)
    if legacy.decode(written, encoding).casefold() != text.casefold():
        message = f"{encoding} does not give this text back"
        raise ValueError(message)
    return written.encode("cp1252")


@cache
def _codes(encoding: str) -> dict[str, str]:
    data = json.loads(files("vnplan.text").joinpath("data", "legacy_encodings.json").read_text("utf-8"))
    return {row["letter"]: row["written"] for row in data["rows"] if row["encoding"] == encoding}
