"""The words before a number: ``Quyết định số``, ``Chương trình hành động``, ``Nghị quyết của Chính phủ số``."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnplan.gazetteer import doc_types

_NUMBER_WORD = re.compile(r"(?:(?<!\w)(?:số|sô|so) ?:? ?|(?<!\w)số ?: ?\Z)\(?\Z")
_LAST_WORDS = re.compile(r"((?:[^\W\d_]+ ){0,4})([^\W\d_]+) ?\(?\Z")
_OWNED = re.compile(r"(?P<type>(?:[^\W\d_]+ ){1,4})của (?P<issuer>[^.;:()\"]{3,90}?),? ?:? ?\Z")
_REACH = 150
# Ordinary words that are also types: alone before a number they head a citation only with a capital or "số".
_WEAK = frozenset({"quy định", "dự án", "hợp đồng", "lệnh", "quy hoạch", "báo cáo", "tt", "ct", "hd", "bc", "kl", "tb"})


class Head(NamedTuple):
    """What stands before a number."""

    start: int
    """Where the citation begins: at the type word, else at ``số`` or the number."""
    type: str | None
    """Code of the type that the words name."""
    numbered: bool
    """``số`` stands before the number."""
    owner: tuple[int, int] | None = None
    """Where the issuer stands, if named between type and number."""


def head_before(text: str, soft: str, at: int) -> Head:
    """Read the words that end just before ``at`` in view text ``text``; ``soft`` is ``text`` softened."""
    low = max(0, at - _REACH)
    window = soft[low:at]
    word = _NUMBER_WORD.search(window)
    bare = window[: word.start()] if word else window
    start = low + (word.start() if word else len(window))
    named = _type_at_end(text, bare, low)
    if named:
        return Head(named[0], named[1], word is not None)
    owned = _OWNED.search(bare) if word else None
    if owned:
        named = _type_at_end(text, bare[: owned.end("type")], low)
        if named:
            return Head(
                named[0], named[1], numbered=True, owner=(low + owned.start("issuer"), low + owned.end("issuer"))
            )
    return Head(start, None, word is not None)


def _type_at_end(text: str, bare: str, low: int) -> tuple[int, str] | None:
    """Where the longest type name at the end of ``bare`` begins, and its code."""
    words = _LAST_WORDS.search(bare)
    if not words:
        return None
    first = words.start()
    phrase = bare[first:].rstrip(" (")
    while phrase:
        code = doc_types.names().get(phrase)
        if code and (phrase not in _WEAK or text[low + first].isupper() or bare.endswith(" ")):
            return low + first, code
        head, space, phrase = phrase.partition(" ")
        first += len(head) + len(space)
    return None
