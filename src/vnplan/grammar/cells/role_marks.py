"""Words of a cell -> an agency's part in a task, where they are a mark (ma trận phân công): ``x``, ``CT``."""

from __future__ import annotations

import re

from vnplan.grammar.cells.role_words import role_words
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.text.fold import fold_case

_MARKS = {
    means: re.compile(
        rf"(?:{role_words(Context.CELL, means)}"
        rf"|{any_of(Family.ROLE, Context.CELL, means=means, trait='mark_only')})\Z"
    )
    for means in ("lead", "coordinating")
}
_TICK = re.compile(r"(?:[xX✓✔√+*●•☑☒Vv]|có)\Z")


def read_mark(words: str) -> str | None:
    """``lead``, ``coordinating`` or ``takes_part`` (a tick alone); ``None`` for words that are no mark.

    >>> read_mark("CT"), read_mark("Phối hợp"), read_mark("x"), read_mark("Sở Y tế")
    ('lead', 'coordinating', 'takes_part', None)
    """
    mark = words.strip(" .()[]\n")
    folded = fold_case(mark)
    part = next((means for means, pattern in _MARKS.items() if pattern.match(folded)), None)
    return part or ("takes_part" if _TICK.match(mark) else None)
