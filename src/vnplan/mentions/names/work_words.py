"""Words with which work begins or a sentence goes on -> one pattern: no name in small letters goes past them."""

from __future__ import annotations

from vnplan.lexicon.patterns import alternation, select
from vnplan.lexicon.rows import Context, Family

WORK = alternation((
    *(row for row in select(Family.DUTY_VERB, Context.PROSE) if "in_names" not in row.traits),
    *select(Family.ROLE, Context.PROSE, means="lead"),
    *select(Family.ROLE, Context.PROSE, means="coordinating"),
))  # fmt: skip
