"""One public table by places: which cell covers a row and a column, and what a column is for."""

from __future__ import annotations

import re
from collections import defaultdict
from dataclasses import dataclass
from functools import cached_property

from vnplan.models.table import Cell, ColumnRole, Row, Table

# "Như trên", in full and as clerks shorten it; said of the row above.
_DITTO = re.compile(r"(?:-\s?)?(?:như trên|nt|n\.t)(?:\s?-)?\.?\Z|[\"”″]\Z")


@dataclass(frozen=True)
class TableView:
    """A table with its cells by place and its columns by role."""

    table: Table

    @cached_property
    def _covering(self) -> dict[tuple[int, int], Cell]:
        """Place -> its cell; for ``nt``, ``như trên`` and ditto marks, the cell above that says the words."""
        found: dict[tuple[int, int], Cell] = {}
        said: dict[int, Cell] = {}
        for line in self.table.rows:
            for cell in line.cells:
                columns = range(cell.column, cell.column + cell.column_span)
                own = said.get(cell.column, cell) if _DITTO.match(cell.text.strip().lower()) else cell
                for column in columns:
                    said |= {column: own} if own.text else {}
                    found.update({(row, column): own for row in range(cell.row, cell.row + cell.row_span)})
        return found

    @cached_property
    def columns_of(self) -> dict[ColumnRole, tuple[int, ...]]:
        """Role -> places of its columns, from left to right."""
        found: dict[ColumnRole, list[int]] = defaultdict(list)
        for place, column in enumerate(self.table.columns):
            if column.role:
                found[column.role].append(place)
        return {role: tuple(places) for role, places in found.items()}

    @cached_property
    def numbers_rows(self) -> bool:
        """True where at least one row of data is numbered in a column of its own."""
        return any(
            cell.text
            for number, row in enumerate(self.table.rows)
            if row.kind.value == "data"
            for cell in self.cells(number, ColumnRole.ORDINAL)
        )

    def cells(self, row: int, role: ColumnRole) -> tuple[Cell, ...]:
        """Different cells in the columns of ``role`` that cover ``row``, those merged from above among them."""
        found = (self._covering.get((row, column)) for column in self.columns_of.get(role, ()))
        return tuple(dict.fromkeys(cell for cell in found if cell))

    def at(self, row: int, column: int) -> Cell | None:
        """The cell that covers a place."""
        return self._covering.get((row, column))

    def words(self, row: int, role: ColumnRole) -> str:
        """The words of a role's cells in a row, one line each paragraph."""
        return "\n".join(cell.text for cell in self.cells(row, role) if cell.text)

    def rows(self) -> list[tuple[int, Row]]:
        """Rows with their numbers."""
        return list(enumerate(self.table.rows))
