"""Lookup keys: what must be equal for two names to be the same name.

Two folds. :func:`fold_case` keeps the length, so offsets into it are offsets
into its input; :func:`key` is for dictionaries.
"""

from __future__ import annotations

import re

# Old tone placement (hoà, khoẻ, uỷ) to new (hòa, khỏe, ủy): docs/domain.md, 6.1: "oa, oe, uy at
# syllable end; not after q; not before a final consonant". Pairs keep their length.
_OLD: dict[str, str] = {}
for _plain, _toned in (("a", "àáảãạ"), ("e", "èéẻẽẹ")):
    for _tone, _o in zip(_toned, "òóỏõọ", strict=True):
        _OLD["o" + _tone] = _o + _plain
for _tone, _u in zip("ỳýỷỹỵ", "ùúủũụ", strict=True):
    _OLD["u" + _tone] = _u + "y"
_OLD_PLACEMENT = re.compile(r"(?<!q)(?:o[àáảãạèéẻẽẹ]|u[ỳýỷỹỵ])(?![a-zà-ỹ])")


def fold_case(text: str) -> str:
    """Lower case and new tone placement, character for character.

    >>> fold_case("Uỷ ban NHÂN DÂN")
    'ủy ban nhân dân'
    """
    lowered = text.lower()
    if len(lowered) != len(text):  # İ and its like: lower() may add a combining dot
        lowered = "".join(c.lower() if len(c.lower()) == 1 else c for c in text)
    return _OLD_PLACEMENT.sub(lambda m: _OLD[m[0]], lowered)


_NEW_PLACEMENT = re.compile(rf"(?<!q)(?:{'|'.join(_OLD.values())})(?![a-zà-ỹ])")
_FORMER = {new: old for old, new in _OLD.items()}


def either_placement(pattern: str) -> str:
    """A pattern in folded letters, made to match the old tone placement as well.

    >>> either_placement("ủy ban")
    '(?:ủy|uỷ) ban'
    """
    return _NEW_PLACEMENT.sub(lambda m: f"(?:{m[0]}|{_FORMER[m[0]]})", pattern)


_AMPERSAND = re.compile(r"\s*&\s*")
_NOT_WORD = re.compile(r"[^\w]+|_")


def fold_key(text: str) -> str:
    """Lookup key of a name: softened, ``&`` read as ``và``, punctuation and spaces one space.

    >>> fold_key("Sở Lao động – Thương binh & Xã hội")
    'sở lao động thương binh và xã hội'
    """
    return _NOT_WORD.sub(" ", _AMPERSAND.sub(" và ", fold_case(text))).strip()


_PLAIN = str.maketrans(
    {
        base_char: base
        for base, group in {
            "a": "àáảãạăằắẳẵặâầấẩẫậ",
            "e": "èéẻẽẹêềếểễệ",
            "i": "ìíỉĩị",
            "o": "òóỏõọôồốổỗộơờớởỡợ",
            "u": "ùúủũụưừứửữự",
            "y": "ỳýỷỹỵ",
            "d": "đ",
        }.items()
        for base_char in group
    }
)


def fold_marks(text: str) -> str:
    """Lower case without tone and letter marks, character for character: for words that scans damage.

    >>> fold_marks("CỘNG HÒA")
    'cong hoa'
    """
    return fold_case(text).translate(_PLAIN)


def slug(text: str) -> str:
    """ASCII words joined by hyphens, for ids: ``Sở Y tế`` -> ``so-y-te``."""
    return "-".join(re.findall(r"[a-z0-9]+", fold_marks(text)))
