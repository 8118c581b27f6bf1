"""Rows -> pieces of patterns, for folded text or for text as printed (:class:`Letters`).

A rule names a family and a context, never the words: a word added as a row is
known to every rule that reads its family there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from enum import StrEnum
from functools import cache

from vnplan.lexicon.load import rows
from vnplan.lexicon.rows import Context, Family, Row
from vnplan.text.fold import either_placement
from vnplan.text.letters import LOWER, UPPER


@cache
def select(
    family: Family, context: Context | None = None, *, means: str | None = None, trait: str | None = None
) -> tuple[Row, ...]:
    """The rows of a family that may be read in ``context`` (in any where it is ``None``), narrowed by the options."""
    return tuple(
        row
        for row in rows(family)
        if (context is None or context in row.contexts)
        and (means is None or row.means == means)
        and (trait is None or trait in row.traits)
    )


class Letters(StrEnum):
    """How the text is written that a pattern reads."""

    FOLDED = "folded"
    """Folded by :func:`vnplan.text.fold.fold_case`."""
    PRINTED = "printed"
    """As printed, the first letter a capital: ``Căn cứ``, ``CĂN CỨ``, not ``căn cứ``; either tone placement."""
    SENTENCE = "sentence"
    """As printed at the front of a sentence: ``Căn cứ``, neither ``CĂN CỨ`` nor ``căn cứ``; either tone placement."""
    CAPITALS = "capitals"
    """As printed, all in capitals; either tone placement."""


@cache
def any_of(
    family: Family,
    context: Context | None = None,
    *,
    means: str | None = None,
    trait: str | None = None,
    letters: Letters = Letters.FOLDED,
) -> str:
    """A group that matches the longest of the selected words at a place, to the end of a word.

    What may not stand beside a row's words is part of it. Verbose patterns may hold it.

    >>> import re
    >>> re.match(any_of(Family.AGENCY_NOUN, Context.HEADING), "hạt kiểm lâm huyện")[0]
    'hạt kiểm lâm'
    """
    return alternation(select(family, context, means=means, trait=trait), letters)


def alternation(selected: Iterable[Row], letters: Letters = Letters.FOLDED) -> str:
    """The same for rows at hand; of no rows, a group that matches nowhere."""
    ordered = sorted(selected, key=lambda row: (-len(row.words), row.words))
    if not ordered:
        return r"(?!)"
    words = "|".join(_one(row, letters) for row in ordered)
    first = {Letters.PRINTED: f"(?=[{UPPER}])", Letters.SENTENCE: f"(?=[{UPPER}][{LOWER}])"}.get(letters)
    return f"(?:{first}(?i:{words}))" if first else f"(?:{words})"


def _one(row: Row, letters: Letters) -> str:
    # Look-behinds must have one width each: one for each word.
    before = "".join(rf"(?<!{_written(words, letters)}\ )" for words in row.not_after)
    # A mark stands close to the word before it, a word after a space.
    not_before = "|".join(("\\ " if words[0].isalnum() else "") + _written(words, letters) for words in row.not_before)
    after = rf"(?!(?:{not_before})(?!\w))" if not_before else ""
    return rf"{before}{_written(row.words, letters)}(?!\w){after}"


def _written(words: str, letters: Letters) -> str:
    escaped = re.escape(words)  # blanks too, so that the group reads the same in verbose patterns
    if letters is Letters.FOLDED:
        return escaped
    either = either_placement(escaped)
    return either.upper() if letters is Letters.CAPITALS else either
