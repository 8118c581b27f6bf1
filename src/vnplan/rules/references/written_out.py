"""Laws named with a short form that the text defines: ``Luật Bảo vệ BMNN`` after ``bảo vệ bí mật nhà nước (BMNN)``.

Mentions and the text of the document in, the mentions with the whole names as keys out.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from vnplan.grammar.citations.finder import Mention
from vnplan.grammar.laws.law_names import find_law_names
from vnplan.models.base import Span
from vnplan.models.citation import CitationKind
from vnplan.text.fold import fold_case
from vnplan.text.search_text import SearchText
from vnplan.text.view import fold_space

_DEFINED = re.compile(r"\((?P<letters>[A-ZĐ]{3,9})\)")
_LETTERS = re.compile(r"(?<!\w)[A-ZĐ]{3,9}(?!\w)")
_WORD = re.compile(r"[^\W\d_]+")
_REACH = 80
"""Characters that hold the words of nine letters, the longest short form that is looked for."""
_REST = 60
"""Characters after a short form that the rest of the law's name stands in (``đường bộ``)."""
_LAWS = frozenset({"L", "BL", "PL"})

EXAMPLES: Final = {
    "_DEFINED": (("cầu cảng (CCCC)",), ("(CC)", "(Cccc)")),
    "_LETTERS": (("Luật CCCC",), ("Luật CC", "Luật xCCCC")),
}


def write_out(mentions: Sequence[Mention], text: SearchText) -> list[Mention]:
    """Give each law its whole name where a word of it is a short form that the document defines; order is kept."""
    named = [index for index, mention in enumerate(mentions) if _has_letters(mention)]
    defined = _definitions(text.original) if named else {}
    out = list(mentions)
    keys = {mention.citation.key for mention in mentions}
    for index in named if defined else ():
        whole = _whole(out[index], text.original, defined)
        # A law that is named in full too is meant by its initials: a short name of it, not a name.
        known = out[index].citation.kind is CitationKind.ALIAS and whole.citation.key in keys
        out[index] = out[index].moved(key=whole.citation.key) if known else whole
    return out


def _has_letters(mention: Mention) -> bool:
    cited = mention.citation
    by_name = cited.kind is CitationKind.NAMED or (cited.kind is CitationKind.ALIAS and cited.key is None)
    return by_name and cited.doc_type in _LAWS and _LETTERS.search(cited.text) is not None


def _definitions(words: str) -> dict[str, str]:
    """Short form -> the words before its bracket that have these first letters."""
    found: dict[str, str] = {}
    for match in _DEFINED.finditer(words):
        before = list(_WORD.finditer(words, max(0, match.start() - _REACH), match.start()))
        first = _first_word(before, match["letters"])
        if first is not None:
            found.setdefault(match["letters"], fold_space(words[first : match.start()]).strip())
    return found


def _first_word(before: Sequence[re.Match[str]], letters: str) -> int | None:
    """Where the words begin whose first letters are ``letters``; ``và`` may be left out of them."""
    rest = letters
    for word in reversed(before):
        if word[0][0].upper() == rest[-1]:
            rest = rest[:-1]
        elif word[0] != "và":
            return None
        if not rest:
            return word.start()
    return None


def _whole(mention: Mention, text: str, defined: dict[str, str]) -> Mention:
    cited = mention.citation
    printed = text[slice(*cited.span)]
    letters = {match[0] for match in _LETTERS.finditer(printed)}
    if not letters <= defined.keys():
        return mention  # "Luật PCCC và CNCH" where one of the two is not defined: its initials may tell
    head = fold_space(_LETTERS.sub(lambda match: defined[match[0]], printed))
    after = cited.span.end
    words = head + text[after : after + _REST]
    law = next((law for law in find_law_names(words, fold_case(words)) if law.start == 0), None)
    if law is None or law.short or law.end < len(head) or _LETTERS.search(law.name):
        return mention
    span = Span(cited.span.start, after + law.end - len(head))
    moved = mention.moved(kind=CitationKind.NAMED, key=law.name, span=span, text=text[slice(*span)])
    return replace(moved, name=law.name)
