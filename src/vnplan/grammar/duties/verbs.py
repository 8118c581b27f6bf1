"""Words of a sentence -> where a duty begins in them, and so where a list of agencies ends (docs/domain.md, 5.3)."""

from __future__ import annotations

import re

from vnplan.lexicon.patterns import alternation, select
from vnplan.lexicon.rows import Context, Family

_DUTY = alternation((
    *(row for row in select(Family.DUTY_VERB, Context.PROSE) if row.means in ("verb", "link")),
    *(row for row in select(Family.ROLE, Context.PROSE) if row.means in ("lead", "coordinating")),
))  # fmt: skip
_SPLIT = re.compile(rf"(?<!\w){_DUTY}")


_SHARE = alternation(
    row for row in select(Family.DUTY_VERB, Context.PROSE, means="verb") if "in_names" not in row.traits
)
_OWN_WORK = re.compile(rf"(?<!\w){_SHARE}")


def verb_at(words: str, start: int = 0, end: int | None = None) -> int | None:
    """Where the first word of a duty stands in ``words`` from ``start``; names in capitals do not count.

    ``words`` keep the document's case: verbs are written small inside a sentence.
    """
    found = _SPLIT.search(words, start, len(words) if end is None else end)
    return found.start() if found else None


def work_at(words: str, start: int, end: int) -> int | None:
    """The same for verbs that stand in no name: what is before them is a name however it is written."""
    found = _OWN_WORK.search(words, start, end)
    return found.start() if found else None
