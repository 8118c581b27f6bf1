"""Role words of a context -> a piece of a pattern, with the noun of an agency before them (``Đơn vị chủ trì``)."""

from __future__ import annotations

from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family

AGENCY = r"(?:cơ\ quan|đơn\ vị|phòng|bộ\ phận|bên|lực\ lượng)"
"""The nouns that stand for any agency before its role."""
_ANY_AGENCY = rf"(?:{AGENCY}|tổ\ chức)"
_NOUNS = rf"(?:các\ )?{_ANY_AGENCY}(?:(?:,\ ?|\ ?/\ ?|\ và\ |\ ){_ANY_AGENCY}){{0,2}}\ "
_BOUND = "of_agency"
_MARK = "mark_only"
TAIL = rf"(?:\ {any_of(Family.COLUMN, Context.LABEL, means='tail')}){{0,2}}"
"""What may stand after the words of a label: ``Chủ trì thực hiện:``."""


def role_words(context: Context, *means: str) -> str:
    """The words of the roles ``means``, after the noun of a body or alone.

    Words such as ``thực hiện`` that name a role only after that noun need it, but in cells, where nothing else
    stands before a colon or in brackets.
    """
    rows = [row for role in means for row in select(Family.ROLE, context, means=role) if _MARK not in row.traits]
    free = alternation(row for row in rows if _BOUND not in row.traits)
    bound = [row for row in rows if _BOUND in row.traits]
    alone = alternation(row for row in bound if context is Context.CELL and "alone" in row.traits)
    # "Tổ chức thực hiện" is no agency that carries out: the bound words need a noun that is no verb.
    return rf"(?:(?:{_NOUNS})?{free}|(?:các\ )?(?:{_ANY_AGENCY},?\ )?{AGENCY}\ {alternation(bound)}|{alone})"
