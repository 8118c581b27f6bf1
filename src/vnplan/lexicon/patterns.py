"""Rows -> pieces of patterns for folded text (:func:`vnplan.text.fold.fold_case`).

A rule names a family and a context, never the words: a word added as a row is
known to every rule that reads its family there.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache

from vnplan.lexicon.load import rows
from vnplan.lexicon.rows import Context, Family, Row


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


@cache
def any_of(
    family: Family, context: Context | None = None, *, means: str | None = None, trait: str | None = None
) -> str:
    """A group that matches the longest of the selected words at a place, to the end of a word.

    What may not stand beside a row's words is part of it. Verbose patterns may hold it.

    >>> import re
    >>> re.match(any_of(Family.AGENCY_NOUN, Context.HEADING), "hạt kiểm lâm huyện")[0]
    'hạt kiểm lâm'
    """
    return alternation(select(family, context, means=means, trait=trait))


def alternation(selected: Iterable[Row]) -> str:
    """The same for rows at hand; of no rows, a group that matches nowhere."""
    ordered = sorted(selected, key=lambda row: (-len(row.words), row.words))
    return f"(?:{'|'.join(map(_one, ordered))})" if ordered else r"(?!)"


def _one(row: Row) -> str:
    # Blanks stay escaped, so that the group reads the same in verbose patterns.
    # Look-behinds must have one width each: one for each word.
    before = "".join(rf"(?<!{re.escape(words)}\ )" for words in row.not_after)
    after = rf"(?!\ (?:{'|'.join(map(re.escape, row.not_before))})(?!\w))" if row.not_before else ""
    return rf"{before}{re.escape(row.words)}(?!\w){after}"
