"""Rows of a flattened table: found over the whole table at once, by their numbers and by how cells fit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from vnplan.grammar.cells.column_fit import HOPELESS, align, doubts
from vnplan.grammar.cells.flattened_header import is_group_title
from vnplan.grammar.cells.row_numbers import Ordinal, read_ordinal
from vnplan.models.table import ColumnRole

# What a row is worth: a row that fits worse than this is better left out, unless good ones follow.
_WORTH = 5.0
_LEAST = 1.0
"""Least worth of a row on average for reading to go on."""
_FITS = 2.5
"""A row that fits so well needs no other reading."""
_KEEP = 4
"""Readings kept at each place; two suffice where numbers and letters are told apart, the rest is for safety."""
_LONGEST_GROUP = 3
"""Filled cells of a row that heads a group: its number, its title, and a remark."""


@dataclass(frozen=True, slots=True)
class FlatRow:
    """One row at ``[start, end)``: paragraphs by column, or a group's number and title."""

    start: int
    end: int
    sizes: tuple[int, ...]
    group: bool
    cost: float


@dataclass(frozen=True, slots=True)
class _RowReading:
    """The best way to read the rows before a place."""

    gain: float = 0.0
    count: int = 0
    back: _RowReading | None = None
    row: FlatRow | None = None
    last: dict[str, int] = field(default_factory=dict)
    """Kind of number -> the last value seen."""
    parent: str = ""
    """Label of the last plain number, above nested ones."""
    fresh: bool = True
    """A group or the head stands just above: counting may begin anew."""


def read_rows(
    words: Sequence[str], start: int, roles: Sequence[ColumnRole | None], headings: frozenset[str]
) -> tuple[FlatRow, ...]:
    """The rows from ``start`` on, below ``headings``; as many as fit, none where nothing does."""
    width = len(roles)
    # Without numbers every paragraph may begin a row: only rows of about the right size are tried.
    window = 3 * width + 12 if roles[0] == ColumnRole.ORDINAL else width + 3
    marked = _marks_empty_cells(words, start, width, window)
    numbered = roles[0] == ColumnRole.ORDINAL
    table = _Table(words, tuple(roles), headings, window, marked=marked, numbered=numbered)
    return table.best(start) if table.begins(start) else ()


def _marks_empty_cells(words: Sequence[str], start: int, width: int, window: int) -> bool:
    """True where empty paragraphs stand among the first rows: the table marks its empty cells."""
    # The first four rows: a column that is left empty there is left empty often.
    return "" in words[start : start + 4 * max(width, window)]


@dataclass(slots=True)
class _Table:
    words: Sequence[str]
    roles: tuple[ColumnRole | None, ...]
    headings: frozenset[str]
    window: int
    marked: bool
    numbered: bool
    known: dict[int, list[float]] = field(default_factory=dict)
    starts: dict[int, bool] = field(default_factory=dict)

    def _doubts(self, place: int) -> list[float]:
        if place not in self.known:
            self.known[place] = doubts(self.words[place], self.roles, self.headings)
        return self.known[place]

    def begins(self, place: int) -> bool:
        """True where a row may begin: at a number, or anywhere in a table whose rows bear none."""
        if place >= len(self.words):
            return False
        if place not in self.starts:
            label = read_ordinal(self.words[place])
            self.starts[place] = not self.numbered or label is not None or is_group_title(self.words, place)
        return self.starts[place]

    def best(self, start: int) -> tuple[FlatRow, ...]:
        """Follow the rows from number to number and stop where the whole is worth most."""
        readings: dict[int, list[_RowReading]] = {start: [_RowReading()]}
        done = _RowReading()
        while readings:
            place = min(readings)  # at most a window of places waits
            if done.row and (place > done.row.end + self.window or done.gain < _LEAST * done.count):
                break  # the table has ended: rows go on, but they do not fit
            here, rows = readings.pop(place), self._rows_from(place)
            if place == start and not any(row.cost <= 2 * _FITS for _, row in rows):
                return ()  # what follows the headings is no row
            steps = [(end, self._step(reading, row)) for reading in here for end, row in rows]
            for end, step in steps:
                done = max(done, step, key=lambda r: r.gain)
                # Worse by three rows: a reading so far behind does not come back.
                if self.begins(end) and step.gain > done.gain - 3 * _WORTH:
                    readings[end] = sorted([*readings.get(end, ()), step], key=lambda r: -r.gain)[:_KEEP]
        found: list[FlatRow] = []
        while done.row is not None and done.back is not None:
            found.append(done.row)
            done = done.back
        return tuple(reversed(found))

    def _rows_from(self, start: int) -> list[tuple[int, FlatRow]]:
        """Rows that begin at ``start``: up to a number; where none fits well (the last row), up to any paragraph."""
        ends = range(start + 1, min(start + self.window, len(self.words)) + 1)
        likely = [end for end in ends if self.begins(end) or end == start + len(self.roles)]
        rows = [(end, row) for end in likely if (row := self._row(start, end))]
        if not any(row.cost <= _FITS for _, row in rows):
            rows += [(end, row) for end in ends if end not in likely and (row := self._row(start, end))]
        return rows

    def _row(self, start: int, end: int) -> FlatRow | None:
        cells = self.words[start:end]
        if self.numbered and len(cells) == 1 and is_group_title(self.words, start):
            return FlatRow(start, end, (1,), group=True, cost=0.0)
        if self._is_group(cells) or (len(cells) == 2 and self._has_children(start, end)):
            return FlatRow(start, end, (1, len(cells) - 1), group=True, cost=0.8 * (len([c for c in cells if c]) - 2))
        if len(cells) < 2 and len(self.roles) > 2:
            return None
        costs = [self._doubts(place) for place in range(start, end)]
        cost, sizes = align(cells, costs, self.roles, marked=self.marked)
        return FlatRow(start, end, sizes, group=False, cost=cost) if cost < HOPELESS else None

    def _is_group(self, cells: Sequence[str]) -> bool:
        """A Roman number or a capital, its title, and perhaps the empty cells beside it."""
        if not self.numbered:
            return False
        label = read_ordinal(cells[0])
        filled = [cell for cell in cells if cell]
        title = 1 < len(filled) <= _LONGEST_GROUP and not any(read_ordinal(c) for c in filled[1:])
        if label is None or not title or len(cells) not in (len(filled), len(self.roles)) or cells[1] == "":
            return False
        return label.kind in ("roman", "letter") and (len(filled) == 2 or len(cells) == len(filled))

    def _has_children(self, start: int, end: int) -> bool:
        """A plain number with its title alone, above ``1.1`` or ``a)``."""
        label, title = read_ordinal(self.words[start]), self.words[start + 1]
        child = read_ordinal(self.words[end]) if end < len(self.words) else None
        if not self.numbered or label is None or child is None or not title or read_ordinal(title):
            return False
        lettered = child.kind == "small" and child.value == 1
        return label.kind == "arabic" and (lettered or child.label == f"{label.label}.1")

    def _step(self, reading: _RowReading, row: FlatRow) -> _RowReading:
        label = read_ordinal(self.words[row.start]) if self.numbered else None
        cost = row.cost + (_break(reading, label, row) if label else 0.0)
        last, parent = dict(reading.last), reading.parent
        if label is not None:
            series = _series(label)
            last[series] = label.value
            if label.kind in ("roman", "letter") and row.group:
                last.pop("nested", None)
            parent = label.label if label.kind == "arabic" else parent
        return replace(
            reading,
            gain=reading.gain + _WORTH - cost,
            count=reading.count + 1,
            back=reading,
            row=row,
            last=last,
            parent=parent,
            fresh=row.group,
        )


def _series(label: Ordinal) -> str:
    return label.kind if label.kind != "nested" else f"nested {label.label.rpartition('.')[0]}"


def _break(reading: _RowReading, label: Ordinal, row: FlatRow) -> float:
    """Doubt of a number that does not follow the ones before it."""
    before = reading.last.get(_series(label))
    if before is not None and label.value == before + 1:
        return 0.0
    if label.value == 1:
        # 1 after a group, 1.1 after 1, a) after anything, I and A at the head of the table.
        begins = reading.fresh or label.kind in ("nested", "small") or before is None
        return 0.0 if begins else 3.0
    if row.group:
        return 4.0
    return 2.5 if before is not None and before < label.value <= before + 2 else 4.5
