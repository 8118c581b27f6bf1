"""The syllables of Vietnamese: a closed set, made by rule from onset, rime and tone.

They tell a right decoding from a wrong one, and a text layer that is
Vietnamese from one that only looks like letters.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache, lru_cache

ONSETS = ("", *"b c ch d đ g gh gi h k kh l m n ng ngh nh p ph qu r s t th tr v x".split())  # noqa: SIM905 -- read as a list
_RIMES = (  # noqa: SIM905 -- a table to be read
    "a ac ach ai am an ang anh ao ap at au ay ăc ăm ăn ăng ăp ăt âc âm ân âng âp ât âu ây e ec em en eng eo ep et "
    "ê êch êm ên ênh êp êt êu i ia ich im in inh ip it iu iêc iêm iên iêng iêp iêt iêu o oc oi om on ong op ot "
    "oa oac oach oai oam oan oang oanh oao oap oat oay oăc oăm oăn oăng oăt oe oem oen oeo oet ooc oong "
    "ô ôc ôi ôm ôn ông ôp ôt ơ ơi ơm ơn ơp ơt u ua uc ui um un ung up ut uân uâng uât uây uê uêch uên uênh uêt "
    "uôc uôi uôm uôn uông uôt uơ uy uya uych uynh uyn uyp uyt uyu uyên uyêt ư ưa ưc ưi ưm ưn ưng ưt ưu "
    "ươc ươi ươm ươn ương ươp ươt ươu y yêm yên yêng yêt yêu "
    "ak ăk âk ek êk ik ok ôk uk ăl ôr"  # names of the Central Highlands: Đắk Lắk
).split()
_TONES = dict.fromkeys(map(ord, "\u0300\u0301\u0303\u0309\u0323"))
_WORD = re.compile(r"[^\W\d_]+")


def _spelt(onset: str, vowel: str) -> bool:
    """True if the onset is written so before the vowel: ``ngh``, ``gh`` before i, e, ê only, ``ng``, ``c`` never."""
    front = vowel in "ieê"
    return front if onset in ("gh", "ngh") else not front if onset in ("ng", "c") else True


@cache
def syllables() -> frozenset[str]:
    """Every syllable in small letters without tone."""
    made = (onset + rime for onset in ONSETS for rime in _RIMES if _spelt(onset, rime[0]))
    return frozenset(made) | {"gi", "gin", "quôc", "quy"}


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """Whether ``word`` (letters only) is a possible Vietnamese syllable, at most one tone on it.

    >>> is_syllable("nghiệp"), is_syllable("nhaân"), is_syllable("Uû"), is_syllable("nghành")
    (True, False, False, False)
    """
    bare = unicodedata.normalize("NFD", word.lower())
    untoned = bare.translate(_TONES)
    return len(bare) - len(untoned) <= 1 and unicodedata.normalize("NFC", untoned) in syllables()


def accented(text: str) -> list[str]:
    """The words of ``text`` that hold a letter beyond ASCII."""
    return [word for word in _WORD.findall(text) if not word.isascii()]


def share_valid(words: list[str]) -> float:
    """Share of ``words`` that are syllables; 1 for no words."""
    return sum(map(is_syllable, words)) / len(words) if words else 1.0
