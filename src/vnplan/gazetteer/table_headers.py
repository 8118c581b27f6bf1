"""Column headings of plan tables (tiêu đề cột) and the roles they stand for."""

from __future__ import annotations

import re
from functools import cache

from vnplan.gazetteer.load import load
from vnplan.text.fold import fold_key
from vnplan.text.view import fold_space

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Longest heading looked up: beyond it stand sentences, not headings (longest of the table: 36 letters).
_LONGEST = 120


def role_of(heading: str) -> str | None:
    r"""Role of a column headed ``heading``; ``None`` where the table knows none.

    Case, line breaks, punctuation, tone placement and what stands in brackets (units, remarks)
    make no difference.

    >>> role_of("CƠ QUAN\nCHỦ TRÌ"), role_of("Kinh phí (triệu đồng)"), role_of("Xã")
    ('lead', 'budget', None)
    """
    if len(heading) > 2 * _LONGEST:
        return None
    text = fold_space(heading)
    whole = fold_key(text)
    short = fold_key(_BRACKETS.sub(" ", text)) or whole
    if not short or len(whole) > _LONGEST:
        return None
    synonyms = _synonyms()
    found = synonyms.get(short) or synonyms.get(whole)
    return found or next((role for role, pattern in _phrases() if pattern.search(short)), None)


@cache
def _synonyms() -> dict[str, str]:
    return {fold_key(name): row["role"] for row in load("table_headers")["roles"] for name in row["synonyms"]}


@cache
def _phrases() -> tuple[tuple[str, re.Pattern[str]], ...]:
    data = load("table_headers")
    rows = {row["role"]: row["phrases"] for row in data["roles"]}
    return tuple((role, re.compile(phrase)) for role in data["meta"]["order"] for phrase in rows[role])
