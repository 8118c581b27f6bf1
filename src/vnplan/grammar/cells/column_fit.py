"""How well words fit a column: the weights by which a flattened table is put back in its columns."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnplan.grammar.cells.row_numbers import is_ordinal
from vnplan.grammar.letter.openings import AUTHORITY_MARKS, RECIPIENTS
from vnplan.grammar.money.figures import read_figure
from vnplan.grammar.time.cues import TELLING, spell, words_of
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.models.table import ColumnRole
from vnplan.models.task import TimeKind
from vnplan.text.fold import fold_case
from vnplan.text.numerals import ROMAN

# Weights are in units of doubt: 0 fits, 1 is odd, from 4 on another column is all but certain. A test moves
# each named weight of this module and of flattened_rows by a quarter: every table of its cases comes back whole.
_NO_FIT = 5.0
HOPELESS = 15.0
"""A row that fits worse is none."""
MISSING_MARK = 3.0
"""Of a cell that is not there in a table that marks its empty cells."""
MISSING = 0.6
"""Of a cell that is not there in a table that does not."""

_HEADS = any_of(Family.PERSON_TITLE, Context.CELL, trait="heads")
_NOUNS, _LEVELS = any_of(Family.AGENCY_NOUN, Context.CELL), any_of(Family.LEVEL, Context.HEADING)
# "Thủ trưởng các đơn vị", "tất cả các xã"
_AGENCY = re.compile(rf"(?:(?:các|tất cả|đề nghị|{_HEADS}) )*(?:{_NOUNS}|{_LEVELS})")
_PRODUCT = re.compile(rf"(?:các |dự thảo |tờ trình )*{any_of(Family.COLUMN, Context.CELL, means='output')}")
# A figure, a unit of time, or a word that tells when: most words begin with none.
_UNITS_OF_TIME = r"(?:ngày|tháng|quý|năm|giai đoạn)(?!\w)"
_WHEN = re.compile(rf"\d|{_UNITS_OF_TIME}|(?:hàng|sau|theo)(?!\w)|{words_of(*TELLING, context=Context.CELL)}")
# Times that give no date: "Trong thời gian diễn ra hội chợ", "Sau khi khai mạc".
_TRIGGER, _AWAITED = (words_of(means, context=Context.CELL) for means in ("trigger", "awaited"))
_DURING = re.compile(rf"trong (?:thời gian|suốt|quá trình)(?!\w)|{_TRIGGER}|theo {_AWAITED}")
_PART = rf"(?:{ROMAN}|[A-ZĐ])\s?[./]\s*\S|(?:Điều|Phần|Chương|Mục) (?:\d|{ROMAN})"
_NEXT_SECTION = re.compile(rf"{_PART}|{RECIPIENTS}|{AUTHORITY_MARKS}\.\s?[A-ZĐỦ]")
_BULLET = re.compile(r"\A(?:[-+*•]\s|\(?\d{1,2}[.)]\s|[a-zđ]\)\s)")
# How odd an empty cell is: a row without its task is none, agencies and times are often left out.
_EMPTY: dict[ColumnRole | None, float] = {ColumnRole.TASK: 4.0, ColumnRole.LEAD: 0.8, ColumnRole.TIME: 0.3}
_COUNTED = (ColumnRole.TARGET, ColumnRole.BUDGET, None)
_SHORT = 40
"""Characters of a cell in one line of a column: an agency's name and no more, where a task has a sentence."""
_LONG = 90
"""Characters of a cell in a narrow column, three to four lines: longer times, agencies and products are rare."""


def is_time(words: str) -> bool:
    """True for words that would fill a time column."""
    if not words or len(words) > 2 * _LONG or is_ordinal(words):
        return False
    if not _WHEN.match(spell(words)) or _BULLET.match(words):  # cheap, and true of most words
        return False
    frame = parse_timeframe(words)
    return frame is not None and frame.kind is not TimeKind.OTHER


def _is_during(words: str) -> bool:
    """True for a time that gives no date."""
    return len(words) <= _LONG and _DURING.match(spell(words)) is not None


def is_body(words: str) -> bool:
    """True for words that begin like an agency's name."""
    return _AGENCY.match(fold_case(_BULLET.sub("", words, count=1))) is not None


def doubt(words: str, role: ColumnRole | None) -> float:  # noqa: C901, PLR0911 - one line a role
    """How odd ``words``, one paragraph, are in a column of ``role``; empty words are a marked empty cell."""
    if words.endswith("./.") or _NEXT_SECTION.match(words):
        return 2 * _NO_FIT
    if role is ColumnRole.ORDINAL:
        return 0.0 if is_ordinal(words) else 0.5 if not words else 6.0
    if not words:
        return _EMPTY.get(role, 0.1)
    if is_ordinal(words) and role not in (ColumnRole.BUDGET, ColumnRole.TARGET, ColumnRole.UNIT, None):
        return _NO_FIT
    if role in _COUNTED and read_figure(words):
        return 0.0
    if role is ColumnRole.TIME:
        return 0.0 if is_time(words) else 0.4 if _is_during(words) else 2.0 + 3.0 * (len(words) > _LONG)
    if is_time(words):
        return {ColumnRole.TASK: 3.0, ColumnRole.NOTE: 1.0, None: 1.0}.get(role, 4.0)
    if role in (ColumnRole.LEAD, ColumnRole.COORDINATING, ColumnRole.LEAD_AND_COORDINATING, ColumnRole.APPROVER):
        long = role in (ColumnRole.LEAD, ColumnRole.APPROVER) and len(words) > 2 * _LONG
        return (
            0.4 * (role is ColumnRole.APPROVER and len(words) > _SHORT) if is_body(words) and not long else 1.8 + long
        )
    if role is ColumnRole.TASK:
        return 1.0 if is_body(words) and len(words) <= _SHORT else 0.0
    if role is ColumnRole.OUTPUT:
        product = _PRODUCT.match(fold_case(words)) is not None
        odd = 2.0 if is_body(words) else 0.4 + _is_during(words) + (len(words) > 2 * _LONG)
        return 0.0 if product and len(words) <= _LONG else odd
    return 0.5 + 0.5 * (len(words) > _LONG)


def doubts(words: str, roles: Sequence[ColumnRole | None], headings: frozenset[str]) -> list[float]:
    """The doubt of ``words`` by column; one of the table's own headings is no cell of any."""
    return [_NO_FIT] * len(roles) if words in headings else [doubt(words, role) for role in roles]


def align(
    cells: Sequence[str], costs: Sequence[Sequence[float]], roles: Sequence[ColumnRole | None], *, marked: bool
) -> tuple[float, tuple[int, ...]]:
    """Put paragraphs into columns in order: the doubt, and by column how many paragraphs it takes.

    ``costs`` are the :func:`doubts` of each paragraph; ``marked``: the table marks its empty cells, so that
    each paragraph is one cell as a rule.
    """
    count, width = len(cells), len(roles)
    endless = float("inf")
    best = [[endless] * (width + 1) for _ in range(count + 1)]
    taken = [[0] * (width + 1) for _ in range(count + 1)]
    best[0][0] = 0.0
    gap = MISSING_MARK if marked else MISSING
    for column in range(width):
        missing = doubt("", roles[column]) + gap
        for at in range(count + 1):
            so_far = best[at][column]
            if so_far == endless:
                continue
            if so_far + missing < best[at][column + 1]:
                best[at][column + 1], taken[at][column + 1] = so_far + missing, 0
            cost = so_far
            for end in range(at, count):
                cost += costs[end][column] + (_more(cells[end], marked=marked) if end > at else 0.0)
                if cost > HOPELESS:
                    break
                if cost < best[end + 1][column + 1]:
                    best[end + 1][column + 1], taken[end + 1][column + 1] = cost, end + 1 - at
    sizes, at = [], count
    for column in range(width, 0, -1):
        sizes.append(taken[at][column])
        at -= taken[at][column]
    return best[count][width], tuple(reversed(sizes))


def _more(words: str, *, marked: bool) -> float:
    """Doubt of a second paragraph in a cell."""
    if not words:
        return _NO_FIT
    return 0.5 if _BULLET.match(words) else 1.2 + 1.0 * marked
