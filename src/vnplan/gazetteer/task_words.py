"""Words of task titles (``data/task_words.json``): phrases used for each other, and words that tell nothing."""

from __future__ import annotations

from functools import cache
from typing import Final

from vnplan.gazetteer.load import load
from vnplan.text.fold import fold_key

EMPTY: Final = ""
"""What a phrase stands for that tells nothing of the matter."""


@cache
def phrases() -> dict[tuple[str, ...], str]:
    """Folded syllables of a phrase -> the name of its notion, :data:`EMPTY` for words that tell nothing."""
    data = load("task_words")
    found = {tuple(fold_key(words).split()): EMPTY for words in data["empty"]}
    for concept in data["concepts"]:
        found |= {tuple(fold_key(words).split()): concept["name"] for words in concept["phrases"]}
    return found


@cache
def acts() -> frozenset[str]:
    """Notions that any matter may have (making, issuing, a scheme): they tell little of it."""
    return frozenset(concept["name"] for concept in load("task_words")["concepts"] if concept.get("act"))


@cache
def longest() -> int:
    """Syllables of the longest phrase."""
    return max(map(len, phrases()))
