"""The shape of a Vietnamese syllable: enough to tell a right decoding from a wrong one."""

from __future__ import annotations

import re
import unicodedata

_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_ONSET = "(?:ngh|ng|nh|ch|gh|gi|kh|ph|qu|th|tr|[bcdđghklmnpqrstvx])?"
_NUCLEUS = (
    "(?:uyê|uya|uyu|iêu|yêu|oai|oao|oay|oeo|uây|uôi|ươi|ươu|ueo|uai|uay|uao"
    "|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uă|uâ|ue|uê|ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
)
_SYLLABLE = re.compile(rf"{_ONSET}{_NUCLEUS}(?:ch|ng|nh|[cmnpt])?")
_WORD = re.compile(r"[^\W\d_]+")


def is_syllable(word: str) -> bool:
    """Whether ``word`` (letters only) has the shape of one Vietnamese syllable, at most one tone on it.

    >>> is_syllable("nghiệp"), is_syllable("nhaân"), is_syllable("Uû")
    (True, False, False)
    """
    bare = unicodedata.normalize("NFD", word.lower())
    untoned = bare.translate(_TONES)
    if len(bare) - len(untoned) > 1:
        return False
    return _SYLLABLE.fullmatch(unicodedata.normalize("NFC", untoned)) is not None


def accented(text: str) -> list[str]:
    """The words of ``text`` that hold a letter beyond ASCII."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def share_valid(words: list[str]) -> float:
    """Share of ``words`` that are syllables; 1 for no words."""
    return sum(map(is_syllable, words)) / len(words) if words else 1.0
