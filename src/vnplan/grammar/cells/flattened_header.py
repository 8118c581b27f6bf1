"""Where a flattened table begins: its column headings, one a paragraph."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from vnplan.grammar.cells.column_headings import role_of
from vnplan.grammar.cells.row_numbers import is_ordinal, read_ordinal
from vnplan.models.table import ColumnRole

# Longest heading and most columns looked for; tables of plans have three to twelve.
_LONGEST_HEADING = 90
_MOST = 16
"""Columns looked for; see above."""
_LONGEST_TITLE = 150
"""Characters of a title that heads a group of rows: a printed line across the table."""
_FEWEST = 3
"""Columns of the smallest table that gives work: number or task, agency, time."""
_PARENTS = frozenset({ColumnRole.LEAD_AND_COORDINATING, ColumnRole.LEAD, ColumnRole.TIME, ColumnRole.BUDGET})
_CHILDREN = {
    ColumnRole.LEAD_AND_COORDINATING: {ColumnRole.LEAD, ColumnRole.COORDINATING},
    ColumnRole.LEAD: {ColumnRole.LEAD, ColumnRole.COORDINATING},
    ColumnRole.TIME: {ColumnRole.TIME},
}


@dataclass(frozen=True, slots=True)
class FlatHeader:
    """Headings at ``[start, end)``: by column the place of its own heading and of the one above, if merged."""

    start: int
    end: int
    columns: tuple[tuple[int, int | None], ...]
    roles: tuple[ColumnRole | None, ...]
    numbers: int = 0
    """How many column numbers, (1) (2) (3), follow at ``end``."""

    @property
    def numbered(self) -> bool:
        """The first column numbers the rows."""
        return self.roles[0] == ColumnRole.ORDINAL


def header_at(words: Sequence[str], start: int) -> FlatHeader | None:
    """The headings that begin at ``start``; ``None`` where no table does."""
    first = role_of(words[start]) if len(words[start]) <= _LONGEST_HEADING else None
    if first not in (ColumnRole.ORDINAL, ColumnRole.TASK):
        return None
    roles: list[ColumnRole | None] = [first]
    at = start + 1
    while at < min(len(words), start + _MOST) and _may_head(words[at]) and words[at] not in words[start:at]:
        role = role_of(words[at])
        if role is None and is_group_title(words, at) and not words[at - 1].isupper():
            break
        if role is ColumnRole.ORDINAL or (role is None and first is not ColumnRole.ORDINAL):
            break
        roles.append(role)
        at += 1
    known = {role for role in roles if role} - {ColumnRole.ORDINAL}
    if at >= len(words) or len(roles) < _FEWEST or len(known) < 2 or 2 * sum(r is None for r in roles) > len(roles):
        return None
    if first is ColumnRole.ORDINAL and not _opens(words[at + is_group_title(words, at)]):
        return None
    return _levelled(start, at, roles, _column_numbers(words, at))


def is_group_title(words: Sequence[str], at: int) -> bool:
    """True for a title in capitals above a numbered row: a group without a number of its own."""
    title = words[at]
    said = len(title) <= _LONGEST_TITLE and " " in title and title.isupper() and not is_ordinal(title)
    return said and at + 1 < len(words) and is_ordinal(words[at + 1])


def _may_head(words: str) -> bool:
    return (
        bool(words) and len(words) <= _LONGEST_HEADING and not is_ordinal(words) and not words.endswith((".", ";", ":"))
    )


def _opens(words: str) -> bool:
    """True for the number that a table's first row bears: I, A, 1, 01, (1)."""
    number = read_ordinal(words)
    return number is not None and (number.value == 1 or number.label in ("1.1", "I.1"))


def _column_numbers(words: Sequence[str], at: int) -> int:
    count = 0
    while at + count < len(words) and words[at + count].strip("() ") == str(count + 1) and words[at + count] != "":
        count += 1
    return count if count >= _FEWEST else 0


def _levelled(start: int, end: int, roles: Sequence[ColumnRole | None], numbers: int) -> FlatHeader | None:
    """Two rows of headings, printed one after the other, brought to columns: children stand last, in their order."""
    columns: list[tuple[int, int | None]] = [(start + i, None) for i in range(len(roles))]
    kinds = list(roles)
    children = numbers and len(roles) - numbers
    for place, role in enumerate(roles):
        if role not in _PARENTS or role is None:
            continue
        below = _trailing(kinds, _CHILDREN.get(role, set()), place)
        if len(below) < 2 and not children:
            continue
        if len(below) >= 2:
            at = columns.index((start + place, None))
            moved = [(start + i, start + place) for i in below]
            rest = [c for c in columns if c[0] - start not in below]
            columns = [*rest[:at], *moved, *rest[at + 1 :]]
            break
    if numbers and numbers != len(columns):
        return None
    final = tuple(kinds[own - start] for own, _ in columns)
    return FlatHeader(start, end, tuple(columns), final, numbers)


def _trailing(roles: Sequence[ColumnRole | None], kinds: set[ColumnRole], after: int) -> list[int]:
    """Places at the end of the headings whose roles are those of children."""
    found: list[int] = []
    for place in range(len(roles) - 1, after, -1):
        if roles[place] not in kinds:
            break
        found.append(place)
    # "Cơ quan chủ trì" beside "Cơ quan phối hợp" are two columns of one row: children need a parent apart from them.
    return sorted(found) if found and min(found) > after + 1 else []
