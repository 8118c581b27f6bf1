"""Terms of a task's words: notions that phrases stand for, syllables, and pairs of syllables."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from vnplan.gazetteer import task_words
from vnplan.text.fold import fold_case

_SYLLABLE = re.compile(r"\w+")
_BREAK = re.compile(r"[,;:.()]")
NOTION = "="
"""First letter of a notion's term; no syllable begins with it."""


class Term(NamedTuple):
    """One term, and where its words stand in the text given."""

    name: str
    start: int
    end: int


def read_terms(text: str) -> Iterator[Term]:
    """Notions by their longest phrase, every other syllable, and each pair of syllables side by side.

    Words that tell nothing of a matter, and numbers, give no term.

    >>> [term.name for term in read_terms("Tổ chức tập huấn nghiệp vụ")]
    ['=train', '=craft']
    """
    folded = fold_case(text)
    syllables = [(m[0], m.start(), m.end()) for m in _SYLLABLE.finditer(folded)]
    index, last = 0, None
    while index < len(syllables):
        name, size = _phrase(folded, syllables, index)
        word, start, end = syllables[index]
        end = syllables[index + size - 1][2]
        index += size
        if name is None and not word.isdigit():
            yield Term(word, start, end)
            if last and not _BREAK.search(folded, last.end, start):
                yield Term(f"{last.name} {word}", last.start, end)
            last = Term(word, start, end)
            continue
        last = None
        if name:
            yield Term(NOTION + name, start, end)


def is_act(name: str) -> bool:
    """Whether a term is an act or form of work that any matter may have."""
    return name.startswith(NOTION) and name[len(NOTION) :] in task_words.acts()


def share(name: str) -> float:
    """How much a term counts: a notion stands for the syllables and pairs of its phrase."""
    if name.startswith(NOTION):
        return 0.6 if is_act(name) else 1.6
    return 0.8


def _phrase(folded: str, syllables: list[tuple[str, int, int]], index: int) -> tuple[str | None, int]:
    """What the longest known phrase at a syllable stands for, and its length; one syllable that is no phrase: None."""
    known = task_words.phrases()
    for size in range(min(task_words.longest(), len(syllables) - index), 0, -1):
        words = syllables[index : index + size]
        name = known.get(tuple(word for word, _, _ in words))
        if name is not None and not (size > 1 and _hard_break(folded, words)):
            return name, size
    return None, 1


def _hard_break(folded: str, words: list[tuple[str, int, int]]) -> bool:
    """A full stop, bracket, colon or semicolon inside; commas part the words of many set phrases."""
    return any(c in ";:.()" for c in folded[words[0][1] : words[-1][2]])
