"""Where the subject (trích yếu) after a type line ends and the document itself begins."""

from __future__ import annotations

import re
from typing import Final

from vnplan.grammar.letter import openings
from vnplan.grammar.markers.item_markers import read_marker
from vnplan.lexicon.patterns import Letters, any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.text.letters import is_capital

_AGENCY = any_of(Family.AGENCY_NOUN, Context.LETTERHEAD, letters=Letters.PRINTED)
_ORDERS = any_of(Family.REQUEST, Context.PROSE)
_ISSUES = any_of(Family.FORMULA, Context.PROSE, means="issues")
OPENING = re.compile(
    rf"""
    {openings.SENTENCE}
  | (?: Ngày | Năm ) \s \d
  | {_AGENCY} \s [^.;:]{{0,120}}? \b (?: {_ISSUES} | {_ORDERS} ) \b
    """,
    re.VERBOSE,
)
"""First words of a basis clause or of an opening sentence."""
_INNER_OPENING = re.compile(rf"(?<=[\w\"”).;,]\s)(?:{OPENING.pattern})|(?<=\w\s)(?:I|A|1)\s?[./]\s", re.VERBOSE)
_POINTER = re.compile(rf"\(\s*{any_of(Family.FORMULA, Context.HEADING, means='pointer')}", re.IGNORECASE)
_SENTENCE_END = re.compile(r"[.;:]\Z")

EXAMPLES: Final = {
    "OPENING": (
        ("Căn cứ Luật Minh Châu", "Trong năm 2025, xã", "Ngày 12 tháng 3", "UBND huyện Minh Châu ban hành"),
        ("Nội dung chính", "Sở Nội vụ", "Ngày hội Minh Châu", "căn cứ kết quả"),
        "match",
    ),
    "_INNER_OPENING": (
        ("Lập hồ sơ năm 2025 Căn cứ Luật", "Lập hồ sơ I. MỤC ĐÍCH"),
        ("Lập hồ sơ năm 2025 và các năm sau", "Lập hồ sơ theo Luật"),
    ),
}
"""Pattern -> words that it finds, words that it does not find."""

LONGEST_LINE = 260
"""Characters of a mixed-case title line; the longest seen on one line has 214, opening sentences start at 150."""
LONGEST_RUNNING = 1_500
"""Characters looked at for the end of a title in running text; the longest title seen has 484."""


def is_body(words: str) -> bool:
    """Whether a line opens the document's body: an item mark, a pointer in brackets or a basis clause."""
    return is_item(words) or _POINTER.match(words) is not None or OPENING.match(words) is not None


def is_pointer(words: str) -> bool:
    """``(Kèm theo Quyết định số ...)``."""
    return _POINTER.match(words) is not None


def is_item(words: str) -> bool:
    """A line that starts with a section mark."""
    return read_marker(words) is not None


def is_open(title: str) -> bool:
    """Whether a title so far cannot end here: ``... CỦA``, ``... GIAI ĐOẠN``."""
    return openings.ends_open(title)


def goes_on(title: str, words: str) -> bool:
    """Whether ``words``, the line after a ``title`` so far, still belongs to it."""
    if is_item(words) or is_pointer(words):
        return False
    if is_capital(title):
        return is_capital(words) or (openings.ends_open(title) and len(words) < LONGEST_LINE)
    if words[:1].islower() or openings.ends_open(title):
        return not is_capital(words) and len(words) < LONGEST_LINE
    return (
        not (is_capital(words) or OPENING.match(words) or _SENTENCE_END.search(title) or _SENTENCE_END.search(words))
        and len(words) < LONGEST_LINE / 2
    )


def end_in_running(words: str, start: int) -> int | None:
    """Where the title that begins at ``start`` of running text ends, ``None`` if no opening follows in reach."""
    window = words[start : start + LONGEST_RUNNING]
    first = re.match(r"[\s\"“”'(]*(?P<word>\S+)", window)
    if first is None:
        return None
    if is_capital(first["word"]) or first["word"][:1].isdigit():
        return start + _end_of_capitals(window)
    found = _INNER_OPENING.search(window, 12)
    return start + found.start() if found else None


_TOKEN = re.compile(r"\S+")
_SECTION_TOKEN = re.compile(r"(?:I|A|1)[./]?\Z")


def _end_of_capitals(window: str) -> int:
    quoted = False
    end = 0
    for token in _TOKEN.finditer(window):
        word = token[0]
        if (
            not quoted
            and end
            and _SECTION_TOKEN.match(word)
            # A mark, a blank and the capital behind them.
            and window[token.end() : token.end() + 3].lstrip(" .")[:1].isupper()
        ):
            following = window[token.end() :].lstrip()
            if word.endswith((".", "/")) or following.startswith("."):
                break
        small = sum(c.islower() for c in word)
        if small and not quoted and not ("/" in word or any(c.isdigit() for c in word)):
            break
        if word.count('"') % 2:
            quoted = not quoted
        end = token.end()
    return end
