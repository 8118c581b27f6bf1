"""Group rows (I, II, A) and the rows that stand below them."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.grammar.cells.row_numbers import Ordinal, read_ordinal
from vnplan.rules.rows.table_view import TableView
from vnplan.text.numerals import ROMAN

NUMBERED = re.compile(rf"(?P<label>{ROMAN}|[A-ZĐ]|\d{{1,2}}(?:\.\d{{1,2}})*)\s?[.)/:-]\s*(?P<title>\S.*)\Z", re.DOTALL)
"""A number and a title in one cell."""


@dataclass(slots=True)
class Groups:
    """The group rows above: a lettered or Roman one, and perhaps a numbered one below it."""

    label: str | None = None
    title: str | None = None
    inner: Ordinal | None = None
    inner_title: str | None = None

    def enter(self, label: Ordinal | None, title: str) -> None:
        """Take note of a group row."""
        if label is not None and label.kind in ("arabic", "nested", "small"):
            self.inner, self.inner_title = label, title
            return
        self.label, self.title = (label.label if label else None), title
        self.inner = self.inner_title = None

    def of(self, label: Ordinal | None) -> tuple[str | None, str | None]:
        """Label and title of the nearest group that a row with ``label`` stands in."""
        if self.inner is not None and self._belongs(label):
            return self.inner.label, self.inner_title
        self.inner = self.inner_title = None
        return self.label, self.title

    def _belongs(self, label: Ordinal | None) -> bool:
        if self.inner is None or label is None or label.kind == "small":
            return True
        if label.kind == "nested":
            return label.label.startswith(f"{self.inner.label}.")
        # 1, 2, 3 below a numbered group begin anew; going on with its count leaves it.
        return label.value != self.inner.value + 1


def group_words(view: TableView, row: int) -> tuple[Ordinal | None, str]:
    """Label and title of a group row."""
    cells = [cell for cell in view.table.rows[row].cells if cell.text]
    label = read_ordinal(cells[0].text) if cells else None
    rest = cells[1:] if label else cells
    title = " ".join(rest[0].text.split()) if rest else ""
    if label is None and (found := NUMBERED.match(title)):
        return read_ordinal(found["label"]), found["title"]
    return label, title
