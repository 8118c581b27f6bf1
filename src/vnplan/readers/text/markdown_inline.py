"""Marks inside a line of Markdown: emphasis in pairs, backslashes, code ticks, ``<br>``.

A mark without its partner is a character of the document (``2*3``, ``(*)``,
``Số: ___/KH-UBND``) and stays a word.
"""

from __future__ import annotations

import re
from typing import NamedTuple

from vnplan.models.base import Span
from vnplan.readers.lines import TextLine

_TOKEN = re.compile(r"\\(?=[!-/:-@\[-`{-~])|\*{1,3}|(?<!_)_{1,3}(?!_)|`{1,2}|~~|<br\s{0,4}/?>", re.IGNORECASE)
BREAK = re.compile(r"<br\s{0,4}/?>", re.IGNORECASE)


class Inline(NamedTuple):
    """Words and marks of a stretch, each in order."""

    words: list[Span]
    marks: list[Span]


def inline(line: TextLine, start: int, end: int) -> Inline:
    """Tell words from marks in ``[start, end)`` of the text, a stretch of ``line``."""
    marks = _marks(line.text, start - line.start, end - line.start)
    words: list[Span] = []
    at = start
    for left, right in marks:
        _add(words, line, at, left + line.start)
        at = right + line.start
    _add(words, line, at, end)
    return Inline(words, [Span(left + line.start, right + line.start) for left, right in marks])


def _add(words: list[Span], line: TextLine, start: int, end: int) -> None:
    if line.text[start - line.start : end - line.start].strip():
        words.append(Span(start, end))


def _marks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    found: list[tuple[int, int]] = []
    opened: dict[str, tuple[int, int]] = {}
    escaped = -1
    for token in _TOKEN.finditer(text, start, end):
        if token.start() == escaped:
            continue
        mark, place = token[0], token.span()
        if mark == "\\":
            found.append(place)
            escaped = token.end()
        elif mark.startswith("<"):
            found.append(place)
        elif mark in opened and _closes(text, *place):
            found += [opened.pop(mark), place]
        elif _opens(text, *place):
            opened[mark] = place
    return sorted(found)


def _opens(text: str, start: int, end: int) -> bool:
    """A mark before a word: no blank after it; one star or underscore also not after a letter."""
    before, after = text[start - 1 : start], text[end : end + 1]
    if not after.strip() or (before == "(" and after == ")"):
        return False
    return end - start > 1 or not before.isalnum()


def _closes(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start], text[end : end + 1]
    if not before.strip() or (before == "(" and after == ")"):
        return False
    return end - start > 1 or not after.isalnum()
