"""A line of a closing block -> its parts: recipients, asides, positions and names that stand on one line.

Running text, cells of one line and flattened columns have several of them on one line.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass

from vnplan.grammar.letter import closing_words
from vnplan.models.base import Span
from vnplan.outline.letter.lines import Unit

_ITEM_ENDS = re.compile(r"[;.]\s*(?=[-–+*•]\s?\S)|(?<=[^\s\d]) (?=[-–]\s?Lưu\b)|:\s*(?=[-–+*•]\s?\S)")
_HEAD_ENDS = re.compile(r"(?<=Nơi nhận:)\s+(?=\S)")


@dataclass(frozen=True, slots=True)
class ClosingPart:
    """A stretch of one unit."""

    words: str
    where: tuple[Span, ...]


def parts(unit: Unit) -> Iterator[ClosingPart]:
    """Cut a line at list marks, asides, authority marks and titles inside it."""
    ordered = sorted(_cuts(unit.words, running=unit.running))
    for start, end in zip(ordered, ordered[1:], strict=False):
        words = unit.words[start:end]
        bare = words.strip()
        if bare:
            begin = start + len(words) - len(words.lstrip())
            yield ClosingPart(bare, unit.part(begin, begin + len(bare)))


def _cuts(words: str, *, running: bool) -> set[int]:
    cuts = {0, len(words)}
    cuts |= {m.end() for m in _ITEM_ENDS.finditer(words)}
    cuts |= {m.end() for m in _HEAD_ENDS.finditer(words)}
    cuts |= {at for m in closing_words.ASIDE.finditer(words) for at in m.span("aside")}
    marks = list(closing_words.AUTHORITY_MARK.finditer(words))
    cuts |= {m.start() for m in marks if m.start() and not _in_item(words, m.start())}
    ordered = sorted(cuts)
    titled = [m for m in closing_words.TITLE_END.finditer(words) if not _in_list(words, ordered, m.start())]
    ends = {m.end() for m in titled}
    marked = {m.end() for m in marks}
    # Behind the archive, not behind "KT.".
    cuts |= {m.start() for m in titled if m.start() not in marked and _behind_item(words, m.start())}
    ends |= {m.end() for m in closing_words.SIGNED_END.finditer(words) if running or ends}
    if running or ends:
        cuts |= ends | {at for at in closing_words.inner_titles(words) if not _in_item(words, at - 1)}
        cuts |= {m.end() for at in ends if (m := closing_words.NAME_END.match(words, at))}
    if not running or ends:
        cuts |= {at for m in closing_words.CONCURRENT.finditer(words) for at in m.span("word")}
    return cuts


def _in_list(words: str, cuts: list[int], at: int) -> bool:
    """Whether a title stands in a recipient: behind a list mark, with no cut (in order) between."""
    begin = cuts[bisect_right(cuts, at) - 1]
    return not _behind_item(words, at) and closing_words.is_bullet(words[begin:at].lstrip())


def _behind_item(words: str, at: int) -> bool:
    return _last_mark(words, at) in (".", ";")


def _in_item(words: str, at: int) -> bool:
    """An authority mark after an open bracket or a comma is part of a recipient's name, and so is one at the front."""
    return _last_mark(words, at) in "(,:/-"


def _last_mark(words: str, at: int) -> str:
    """The last character before ``at`` that is no blank; empty for none."""
    while at and words[at - 1].isspace():
        at -= 1
    return words[at - 1 : at] if at else ""
