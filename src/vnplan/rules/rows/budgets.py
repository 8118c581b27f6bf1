"""Money (kinh phí): one line a row of every table of money, and the sums of single cells, in whole đồng."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal

from vnplan.grammar.money.amounts import MoneyUnit, find_money, money_unit
from vnplan.grammar.money.figures import Marks, read_figure
from vnplan.models.money import Amount, BudgetLine
from vnplan.models.table import Cell, ColumnRole, Table, TableRole
from vnplan.outline.shapes import Outline
from vnplan.rules.findings import Findings
from vnplan.rules.rows.figure_rows import cell_span, figure_rows, marks, title_column, unit_line
from vnplan.rules.rows.table_view import TableView
from vnplan.text.search_text import SearchText
from vnplan.text.view import fold_space


def find(outline: Outline, known: Findings) -> Findings:
    """Every row of every table of money, in document order; ids are ``<table id>/<no>``."""
    text = outline.text
    tables = (table for table in known.tables if table.role is TableRole.BUDGET)
    return Findings(budgets=tuple(line for table in tables for line in _lines(text, table)))


def _lines(text: SearchText, table: Table) -> Iterator[BudgetLine]:
    view = TableView(table)
    reader = AmountReader(text, view)
    title = title_column(view)
    for row in figure_rows(view):
        amounts = reader.read(row.row)
        told = {amount.raw for amount in amounts}
        words = [
            " ".join(c.text.split()) for c in view.cells(row.row, ColumnRole.BUDGET) if c.text and c.column != title
        ]
        yield BudgetLine(
            id=row.id,
            no=row.no,
            group=row.group,
            group_title=row.group_title,
            title=row.title,
            total=row.total,
            amounts=amounts,
            source="; ".join(w for w in words if w not in told and any(c.isalpha() for c in w)) or None,
            table=table.id,
            span=row.span,
        )


class AmountReader:
    """Reads the sums of one table's columns of money: marks and units are told once for all rows."""

    def __init__(self, text: SearchText, view: TableView) -> None:
        self._view = view
        self._marks = marks(view)
        above = unit_line(text, view) or view.table.caption
        self._shared = money_unit(above) if above else None
        columns = view.columns_of.get(ColumnRole.BUDGET, ())
        self._units = {place: money_unit(view.table.columns[place].heading) for place in columns}

    def read(self, row: int) -> tuple[Amount, ...]:
        """The sums of a row in its columns of money, from left to right; cells without a figure give none."""
        own = money_unit(self._view.words(row, ColumnRole.UNIT))
        found = []
        for place, unit in self._units.items():
            cell = self._view.at(row, place)
            if cell and cell.spans and cell.column == place and cell.row == row:
                heading = self._view.table.columns[place].heading
                amount = read_amount(cell, unit or own or self._shared, heading, self._marks)
                found += [amount] if amount else []
        return tuple(found)


def read_amount(cell: Cell, unit: MoneyUnit | None, heading: str, written: Marks | None) -> Amount | None:
    """The sum in a cell whose column counts ``unit``; the cell's own unit wins. ``None`` where it holds none."""
    raw, words, span = " ".join(cell.text.split()), fold_space(cell.text), cell_span(cell)
    named = find_money(words)
    if len(named) == 1:
        said = money_unit(words[named[0].start :].lstrip("0123456789., "))
        dong = _whole(named[0].amount)
        return Amount(raw=raw, dong=dong, unit=said.words if said else None, column=heading, span=span)
    figure = read_figure(words, written)
    if figure is None or figure.upper is not None or (figure.unit and not money_unit(figure.unit)):
        return None
    own = money_unit(figure.unit) if figure.unit else None
    counted = own or unit
    dong = _whole(figure.value * counted.factor) if counted else None
    return Amount(raw=raw, dong=dong, unit=counted.words if counted else None, column=heading, span=span)


def _whole(amount: Decimal) -> int | None:
    """Whole đồng; ``None`` for a sum with a part of one."""
    return int(amount) if amount == int(amount) else None
