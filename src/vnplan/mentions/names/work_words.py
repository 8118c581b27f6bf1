"""Words with which work begins or a sentence goes on -> one pattern: no name in small letters goes past them."""

from __future__ import annotations

from vnplan.lexicon.patterns import alternation, select
from vnplan.lexicon.rows import Context, Family

_MEANS = ("verb", "link", "function")
_NOT = "in_names"
WORK = alternation((
    *(row for m in _MEANS for row in select(Family.DUTY_VERB, Context.PROSE, means=m) if _NOT not in row.traits),
    *select(Family.ROLE, Context.PROSE, means="lead"),
    *select(Family.ROLE, Context.PROSE, means="coordinating"),
))  # fmt: skip
