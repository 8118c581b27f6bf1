"""Short citations: ``Chỉ thị 32``, ``Quyết định số 1983``, and the names that ``(sau đây gọi tắt là ...)`` gives."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from vnplan.gazetteer import doc_types
from vnplan.gazetteer.doc_types import with_bare_number
from vnplan.grammar.citations.cited_document import CitedDocument
from vnplan.grammar.citations.type_words import head_before
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Family
from vnplan.text.fold import fold_case

_DIGITS = re.compile(r"(?<=[^\W\d_] )\d{1,5}[a-z]?\b(?! ?[/%]|[.,:-]\d| ?- ?\d|-[A-ZĐ])")
# Most numbers of a text stand after no word that ends the name of a type: these are passed over cheaply.
_LAST_WORDS = {name.rpartition(" ")[2] for name, code in doc_types.names().items() if code in with_bare_number()}
_LAST_WORD = re.compile(rf"(?:số|{'|'.join(sorted(_LAST_WORDS))}) \Z")
_NEAR = max(map(len, _LAST_WORDS)) + 1
_OF_YEAR = re.compile(r" năm (?:19|20)\d\d\b(?! ?-)")
_COUNTED = re.compile(rf" {any_of(Family.CITATION_CUE, means='counted')}")
_WORD_OF_PLAN = len("kế hoạch ") + 3
"""Characters before ``5 năm 2021`` that hold the word which makes it five years of a plan."""

EXAMPLES: Final = {
    "_DIGITS": (("Chỉ thị 32", "Nghị quyết 19a"), ("Quyết định 5/QĐ", "tăng 5%", "từ 5-7", "A5")),
    "_LAST_WORD": (("chỉ thị ", "đề án ", "nđ ", "số "), ("tăng ", "chỉ thị", "hợp đồng ")),
    "_COUNTED": ((" nhiệm vụ", " năm 2021"), (" về", " nămsau", ""), "match"),
}


_SERIAL = re.compile(r"\d+")


def fits(name: str, item: CitedDocument) -> bool:
    """Whether the short name ``name`` says type or number of ``item``: ``Nghị quyết 57``, ``Đề án``."""
    serial = _SERIAL.search(name)
    if serial and item.number:
        return serial[0].lstrip("0") == item.number.serial.lstrip("0")
    code = doc_types.names().get(fold_case(name))
    return code is None or code == item.doc_type


class Short(NamedTuple):
    """A document cited by type and bare number; only the rest of the text can tell which."""

    start: int
    end: int
    type: str
    serial: str


def _is_count(soft: str, end: int) -> bool:
    """``Quyết định 5 nhiệm vụ``, ``Kế hoạch 5 năm 2021``; but not ``Nghị định 61 năm 2018``."""
    of_year = _OF_YEAR.match(soft, end) and "hoạch" not in soft[max(0, end - _WORD_OF_PLAN) : end]
    return bool(_COUNTED.match(soft, end)) and not of_year


def find_short(text: str, soft: str) -> Iterator[Short]:
    """Find ``Chỉ thị 32`` and its like in view text ``text``; ``soft`` is ``text`` softened."""
    for digits in _DIGITS.finditer(text):
        at = digits.start()
        if not _LAST_WORD.search(soft[max(0, at - _NEAR) : at]) or _is_count(soft, digits.end()):
            continue
        head = head_before(text, soft, at)
        if head.type not in with_bare_number() or not text[head.start].isupper():
            continue
        # A year of this century or the last has four digits.
        if not head.numbered and len(digits[0]) == 4 and digits[0][:2] in {"19", "20"}:
            continue  # "Kế hoạch 2025": a year
        yield Short(head.start, digits.end(), head.type, digits[0])
