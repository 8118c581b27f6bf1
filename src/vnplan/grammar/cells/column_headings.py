"""Heading of a column (tiêu đề cột) -> its role, by the rows of ROLE and COLUMN; ``None`` where no row tells."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import replace
from functools import cache

from vnplan.grammar.cells.role_words import AGENCY
from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family, Row
from vnplan.models.table import ColumnRole
from vnplan.text.fold import fold_case, fold_key
from vnplan.text.view import fold_space

_BRACKETS = re.compile(r"\([^()]*\)|\[[^\[\]]*\]")
# Longest heading looked up: beyond it stand sentences, not headings (longest of the rows: 36 letters).
_LONGEST_HEADING = 120
_ROLES = {"joint": "lead_and_coordinating"}
"""Means of a row -> role of a column, where the names differ."""
# Of two roles that a heading may have, the one named first: a cell of "Vai trò chủ trì" says a part, not an agency.
_ORDER = (
    *("part", "coordinating", "joint", "in_charge", "lead", "approver", "time", "output", "budget", "task"),
    *("target", "unit", "note", "location", "audience", "basis"),
)
# Nouns of agencies and words for the level that decides.
_LEVEL = rf"(?:{AGENCY}|cấp|nơi|thẩm quyền)"
_BETWEEN = r"(?: \w+){0,4} "
"""Between the noun of an agency and its role: ``Cơ quan, đơn vị được giao thực hiện``."""
# How time was kept, and results of a period that is over, are reports.
_KEPT = re.compile(r"\b(?:vượt|chậm|đạt)\b(?! nhất)")
_PERIOD = r"(?:trong|đến|năm|tháng|quý|kỳ)\b"
_PAST = re.compile(rf"(?:sản phẩm|kết quả) (?:thực hiện )?(?:{_PERIOD}|\d)")
_DEADLINE = re.compile(rf"(?<!\w){any_of(Family.COLUMN, Context.COLUMN, trait='last_day')}")
# "Thời gian thực hiện/hoàn thành" heads both kinds: the words of the cell decide.
_EITHER = re.compile(r"(?:bắt đầu|thực hiện|triển khai)\W+(?:(?:và|hoặc|thời gian) )*(?:hoàn thành|kết thúc)")
_REFUSED: dict[str, Callable[[str], re.Match[str] | None]] = {"time": _KEPT.search, "output": _PAST.search}


def role_of(heading: str) -> ColumnRole | None:
    r"""Role of a column headed ``heading``; ``None`` where no row tells.

    Case, line breaks, punctuation, tone placement and what stands in brackets (units, remarks)
    make no difference.

    >>> role_of("CƠ QUAN\nCHỦ TRÌ"), role_of("Kinh phí (triệu đồng)"), role_of("Xã")
    (<ColumnRole.LEAD: 'lead'>, <ColumnRole.BUDGET: 'budget'>, None)
    """
    if len(heading) > 2 * _LONGEST_HEADING:
        return None
    text = fold_space(heading)
    whole = fold_key(text)
    short = fold_key(_BRACKETS.sub(" ", text)) or whole
    if not short or len(whole) > _LONGEST_HEADING:
        return None
    found = _whole().get(short) or _whole().get(whole) or _read(short)
    return ColumnRole(_ROLES.get(found, found)) if found else None


def is_known_heading(heading: str) -> bool:
    """True for words that head columns as they stand, no word more: ``Cơ quan chủ trì``."""
    return fold_key(_BRACKETS.sub(" ", fold_space(heading))) in _whole()


def heading_means(heading: str, what: str) -> bool:
    """Whether ``heading`` is (``sum``) or begins with (``group``) words that mean ``what`` in COLUMN."""
    found = _means(what).match(heading)
    return found is not None and (what == "group" or found.end() == len(heading))


@cache
def _means(what: str) -> re.Pattern[str]:
    return re.compile(any_of(Family.COLUMN, Context.COLUMN, means=what))


def named_role(heading: str) -> str | None:
    """``lead`` or ``coordinating`` where words of that role stand anywhere in a heading; the lead goes first."""
    folded = fold_case(heading)
    return next((role for role in ("lead", "coordinating") if _holds(role).search(folded)), None)


def is_deadline_heading(heading: str) -> bool:
    """True for headings that make a single date the last day: ``Thời gian hoàn thành``, ``Thời hạn``."""
    words = fold_case(fold_space(heading))
    return _DEADLINE.search(words) is not None and _EITHER.search(words) is None


def _rows() -> Iterable[Row]:
    return (*select(Family.ROLE, Context.COLUMN), *select(Family.COLUMN, Context.COLUMN))


@cache
def _whole() -> dict[str, str]:
    """Headings that are the words of a row and nothing else."""
    bound = {"of_agency", "of_level"}
    return {
        fold_key(row.words): row.means
        for row in _rows()
        if row.means in (*_ORDER, "stt") and ("alone" in row.traits or not bound & row.traits)
    }


def _read(heading: str) -> str | None:
    both = {role for role in ("lead", "coordinating") if _holds(role).search(heading)}
    for role in _ORDER:
        if role == "joint" and len(both) > 1:
            return role
        if role == "coordinating" and len(both) > 1:
            continue
        refused = _REFUSED.get(role)
        if _patterns(role).search(heading) and not (refused and refused(heading)):
            return role
    return None


@cache
def _holds(role: str) -> re.Pattern[str]:
    return re.compile(rf"(?<!\w){any_of(Family.ROLE, Context.COLUMN, means=role, trait='holds')}")


@cache
def _patterns(role: str) -> re.Pattern[str]:
    """Headings that begin with the words of a role, hold them, or name them after an agency."""
    rows = [row for row in _rows() if row.means == role]

    def of(trait: str) -> str:
        return alternation(replace(row, words=fold_key(row.words)) for row in rows if trait in row.traits)

    qualifier = any_of(Family.COLUMN, Context.COLUMN, means="qualifier")
    ways = (
        rf"(?<!\w){of('holds')}",
        rf"\A(?:{qualifier} )*{of('opens')}",
        rf"\A{AGENCY}{_BETWEEN}{of('of_agency')}",
        rf"\A{_LEVEL}{_BETWEEN}{of('of_level')}",
    )
    return re.compile("|".join(ways))
