"""Stretches shaped like a document number that no citation took -> their places, for remarks on what was left over."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from vnplan.gazetteer import issuers
from vnplan.grammar.citations import number_codes
from vnplan.grammar.citations.document_numbers import is_of_a_form
from vnplan.models.base import Span
from vnplan.text.view import View

_LETTERS = r"[A-Za-zĐđƯÐ]"
# A serial, perhaps a year, a mark, and letters with more of them after hyphens and slashes: no grammar of numbers.
_SHAPE = re.compile(
    rf"""
    (?<![\w/.:-]) \d{{1,5}}[a-zđ]? \ ? (?:/(?:19|20)\d\d)? \ ?[-/]\ ?
    (?P<symbol>{_LETTERS}{{2,12}}\d{{0,3}} (?:\ ?[-/]\ ?{_LETTERS}{{1,12}}\d{{0,3}}){{0,4}}) (?!\w)
    """,
    re.VERBOSE,
)
_CAPITALS = re.compile(r"[A-ZĐƯÐ].*[A-ZĐƯÐ]")

EXAMPLES: Final = {
    "_SHAPE": (("5/QĐ-UBND", "Số 12/2020/NĐ -CP", "31-KH/BCĐ57"), ("30/6/2025", "QL1-5", "x5/QĐ", "5 xã")),
    "_CAPITALS": (("KH", "GDTrH"), ("Km", "ha")),
}


def unread_numbers(view: View, taken: Sequence[Span]) -> Iterator[Span]:
    """Where something stands that begins like a number and goes on with a known code, outside the spans ``taken``.

    ``taken`` are the spans of the citations, in the order of the text; both run through the text once.
    """
    index = 0
    for match in _SHAPE.finditer(view.text):
        if not _has_known_code(match["symbol"]) or is_of_a_form(view.folded, match.start()):
            continue
        span = view.span(*match.span())
        while index < len(taken) and taken[index].end <= span.start:
            index += 1
        # Citations nest: an inner one may end before the outer that reaches the number.
        if not any(other.start < span.end and span.start < other.end for other in taken[index : index + _NESTED]):
            yield span


_NESTED = 8
"""Citations looked at from the first that may reach a number: one in another's title stands after it in the order."""


def _has_known_code(symbol: str) -> bool:
    """Whether letters of the symbol are the code of a type or of a body; units of measure are written small."""
    codes = re.split(r" ?[-/] ?", symbol)
    return any(
        _CAPITALS.search(code) is not None
        and (number_codes.type_code(code) is not None or number_codes.is_assembly(code) or issuers.is_code(code))
        for code in codes
    )
