"""The syllables of Vietnamese: a closed set, made by rule from onset, rime and tone."""

from __future__ import annotations

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
_TONES = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}


@cache
def _syllables() -> frozenset[str]:
    return frozenset(onset + rime for onset in ONSETS for rime in _RIMES) | {"gi", "gin", "gì", "quôc", "quy"}


@lru_cache(maxsize=20_000)
def is_syllable(word: str) -> bool:
    """True if ``word`` is a possible Vietnamese syllable, tone mark included."""
    plain, tones = [], 0
    for char in unicodedata.normalize("NFD", word.lower()):
        if char in _TONES:
            tones += 1
        else:
            plain.append(char)
    return tones <= 1 and unicodedata.normalize("NFC", "".join(plain)) in _syllables()
