"""The words before a number: ``Quyết định số``, ``Chương trình hành động``, ``Nghị quyết của Chính phủ số``."""

from __future__ import annotations

import re
from functools import cache
from typing import Final, NamedTuple

from vnplan.gazetteer import doc_types
from vnplan.text.fold import fold_marks

_NUMBER_WORD = re.compile(r"(?:(?<!\w)s[ốôoồổỗ6] ?:? ?|(?<!\w)số ?: ?\Z)\(?\Z")
_LONGEST_TYPE = 5
"""Words of the longest name of a type that is looked for."""
_LETTERS_AT_END = re.compile(r"[\W\d_]")
_LAST_CAPITAL = re.compile(r"[^\W\d_A-ZĐ][A-ZĐ]")
# "Tờ trình liên sở", where the whole is no type of the list.
_QUALIFIER = re.compile(r" (?:liên (?:ngành|sở|tịch|bộ)|hỏa tốc|khẩn)\Z")
_FEW = 12
"""Characters that hold ``số: (`` and no more."""
# "Thông tư của Bộ X số ...": a type word after "của" would begin another document, "các" several.
_NO_ISSUER = "|".join(re.escape(name) for name in sorted(doc_types.names()) if " " in name)
_OWNED = re.compile(
    rf"""
    (?P<type>(?:[^\W\d_]+\ ){{1,4}}) của\ (?!(?:pháp\ )?luật|các\ |(?:{_NO_ISSUER})\b)
    (?P<issuer>[^.;:()"]{{3,90}}?) ,?\ ?:?\ ?\Z
    """,
    re.VERBOSE,
)
_REACH = 150
"""Characters looked back at: the type, ``của`` and an agency of ninety."""

EXAMPLES: Final = {
    "_NUMBER_WORD": (("quyết định số ", "quyết định số: (", "quyết định sổ "), ("quyết định ", "số phận ")),
    "_OWNED": (
        ("nghị quyết của chính phủ số: ", "kế hoạch của công an tỉnh "),
        ("mục 2 của nghị quyết số ", "chỉ thị "),
    ),
    "_QUALIFIER": (("tờ trình liên sở", "công điện hỏa tốc"), ("tờ trình", "khẩn cấp")),
}


class TypeWords(NamedTuple):
    """What stands before a number."""

    start: int
    """Where the citation begins: at the type word, else at ``số`` or the number."""
    type: str | None
    """Code of the type that the words name."""
    numbered: bool
    """``số`` stands before the number."""
    owner: tuple[int, int] | None = None
    """Where the issuer stands, if named between type and number."""


def head_before(text: str, soft: str, at: int) -> TypeWords:
    """Read the words that end just before ``at`` in view text ``text``; ``soft`` is ``text`` softened."""
    low = max(0, at - _REACH)
    window = soft[low:at]
    word = _NUMBER_WORD.search(window, max(0, len(window) - _FEW))
    bare = window[: word.start()] if word else window
    start = low + (word.start() if word else len(window))
    named = _type_at_end(text, bare, low)
    if named:
        return TypeWords(named[0], named[1], word is not None)
    owned = _OWNED.search(bare) if (word or bare.endswith(": ")) and "của" in bare else None
    if owned:
        named = _type_at_end(text, bare[: owned.end("type")], low)
        if named:
            return TypeWords(
                named[0],
                named[1],
                numbered=word is not None,
                owner=(low + owned.start("issuer"), low + owned.end("issuer")),
            )
    return TypeWords(start, None, word is not None)


def _type_at_end(text: str, bare: str, low: int) -> tuple[int, str] | None:
    """Where the longest type name at the end of ``bare`` begins, and its code."""
    phrase = bare.rstrip("(").rstrip(" ")
    qualifier = _QUALIFIER.search(phrase)
    return (
        _named(text, bare, low, phrase)
        or (_named(text, bare, low, phrase[: qualifier.start()]) if qualifier else None)
        or _damaged(text, low, phrase)
    )


def _named(text: str, bare: str, low: int, phrase: str) -> tuple[int, str] | None:
    names, found, name = doc_types.names(), None, ""
    for word in reversed(phrase.rsplit(" ", _LONGEST_TYPE)[-_LONGEST_TYPE:]):
        letters = word if word.isalpha() else _LETTERS_AT_END.split(word)[-1]
        name = f"{letters} {name}" if name else letters
        first = len(phrase) - len(name)
        code = names.get(name)
        if code and (name not in doc_types.doubtful() or text[low + first].isupper() or bare.endswith(" ")):
            found = low + first, code
        if letters != word:
            break
    return found


def _damaged(text: str, low: int, phrase: str) -> tuple[int, str] | None:
    """The last two words where a mark was lost (``Quyêt định``) or a space before them (``theoQuyết định``)."""
    words = phrase.rsplit(" ", 2)[-2:]
    if len(words) < 2 or not words[0].isalpha() or not words[1].isalpha():
        return None
    first = low + len(phrase) - len(words[1]) - 1 - len(words[0])
    glued = _LAST_CAPITAL.search(text, first, first + len(words[0]))
    start = glued.end() - 1 if glued else first
    code = _plain_names().get(fold_marks(f"{words[0][start - first :]} {words[1]}"))
    return (start, code) if code and text[start].isupper() else None


@cache
def _plain_names() -> dict[str, str]:
    """Names of two words without their marks -> code, where the marks make no difference."""
    found: dict[str, set[str]] = {}
    for name, code in doc_types.names().items():
        if name.count(" ") == 1:
            found.setdefault(fold_marks(name), set()).add(code)
    return {name: codes.pop() for name, codes in found.items() if len(codes) == 1}
