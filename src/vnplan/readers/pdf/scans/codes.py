"""Document numbers that OCR misread, put right by their grammar: a word in, the same word out where nothing is certain.

``QĐÐ`` and ``Q0Đ`` are no types of documents, ``T1g`` is no issuer; ``l8l2`` before a code is a number.
"""

from __future__ import annotations

import re
from collections import defaultdict
from functools import cache

from vnplan.gazetteer import doc_types, issuers

_CODED = re.compile(
    r"(?P<serial>[\dlIOo|]{0,6})(?P<year>/(?:19|20)\d\d)?/(?P<type>[^\W_]{1,6})-(?P<issuer>[^\W_]{2,10})(?P<rest>.*)"
)
_DIGITS = str.maketrans("lI|Oo", "11100")
_SIGNS = str.maketrans({"Ð": "Đ", "⁄": "/", "∕": "/"})
_SHAPES = str.maketrans({**dict.fromkeys("1lI|T", "i"), **dict.fromkeys("0OoQÓÔ", "o"), **dict.fromkeys("ĐÐD", "d")})
"""Letters and digits that look alike in print as one."""


def repaired(word: str) -> str:
    """``word`` with its serial number, type and issuer as the grammar of codes has them.

    >>> repaired("l8l2/QĐÐ-T1g"), repaired("304/Q0ĐĐ-UBND,"), repaired("12/KH-UBND")
    ('1812/QĐ-TTg', '304/QĐ-UBND,', '12/KH-UBND')
    """
    match = _CODED.fullmatch(word.translate(_SIGNS))
    if match is None:
        return word
    kind = _known(match["type"], _types())
    issuer = _known(match["issuer"], _issuers())
    serial = match["serial"].translate(_DIGITS)
    return f"{serial}{match['year'] or ''}/{kind}-{issuer}{match['rest']}"


def _known(code: str, among: frozenset[str]) -> str:
    """``code``, or the only one ``among`` the known ones that looks like it."""
    if code in among:
        return code
    alike = _by_shape(among).get(_shape(code), ())
    return alike[0] if len(alike) == 1 else code


@cache
def _by_shape(codes: frozenset[str]) -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = defaultdict(list)
    for code in sorted(codes):
        found[_shape(code)].append(code)
    return {shape: tuple(group) for shape, group in found.items()}


def _shape(code: str) -> str:
    """``code`` by its looks, a letter read twice as one: ``QĐĐ`` is ``QĐ``."""
    letters = re.sub(r"(?<=o)o", "", code.translate(_SHAPES))
    return re.sub(r"dd+", "d", letters)


@cache
def _types() -> frozenset[str]:
    return frozenset(doc_types.codes().values())


@cache
def _issuers() -> frozenset[str]:
    return frozenset(code for code in issuers.codes().values() if "-" not in code)
