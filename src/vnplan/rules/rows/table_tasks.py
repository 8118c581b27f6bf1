"""Tasks in tables (phân công nhiệm vụ): one a row of every assignment table."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace

from vnplan.diagnostics import note
from vnplan.grammar.cells.column_fit import doubt
from vnplan.grammar.cells.joint_roles import lead_and_coordinating
from vnplan.grammar.cells.persons import named_person, read_persons
from vnplan.mentions.in_setting import agencies_of, unique
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.table import Cell, ColumnRole, RowKind, Table, TableRole
from vnplan.models.task import Task, TaskOrigin, TaskZone
from vnplan.outline.shapes import Outline, PartKind, TableShape
from vnplan.rules.findings import Findings
from vnplan.rules.rows.budgets import AmountReader
from vnplan.rules.rows.role_matrix import read_parts
from vnplan.rules.rows.row_times import read_time
from vnplan.rules.rows.table_view import TableView
from vnplan.rules.rows.task_rows import TaskRow, gather
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText
from vnplan.thresholds import DOUBTFUL_ROW

# Products are told apart by line or semicolon; commas stand inside names ("Tin, bài tuyên truyền").
_OUTPUTS = re.compile(r"[;\n]+")
_BRACKETS = re.compile(r"\(([^()]{1,200})\)")
_BULLET = re.compile(r"^\s*(?:[-+*•]|\(?\d{1,2}[.)])\s*")


def find(outline: Outline, known: Findings) -> Findings:
    """One task a row of every assignment table; ids are ``<table id>/<no>`` (the plan's id comes in assembly)."""
    tasks: list[Task] = []
    notes: list[Diagnostic] = []
    shapes = [(part.kind, shape) for part in outline.parts for shape in part.tables]
    for (kind, shape), table in zip(shapes, known.tables, strict=True):
        if shape.grid.recovered:
            notes += _doubts(table, shape)
        if table.role is TableRole.ASSIGNMENT:
            zone = TaskZone.ATTACHMENT if kind is PartKind.APPENDIX else TaskZone.BODY
            found = tuple(_tasks(outline.text, table, zone, known.setting))
            tasks += found
    return Findings(tasks=tuple(tasks), remarks=tuple(notes))


def _doubts(table: Table, shape: TableShape) -> list[Diagnostic]:
    """A table put back from flattened cells is said to be so; rows that fill no column well are pointed at."""
    found = [note(DiagnosticCode.TABLE_RECOVERED, table.span, table=table.id, rows=len(shape.rows))]
    for number, row in enumerate(table.rows, start=1):
        words = [(cell, line) for cell in row.cells for line in cell.text.split("\n") if line]
        odd = sum(doubt(line, table.columns[cell.column].role) for cell, line in words)
        if row.kind is RowKind.DATA and words and odd >= DOUBTFUL_ROW.value:
            spans = [span for cell, _ in words for span in cell.spans]
            place = Span(min(s.start for s in spans), max(s.end for s in spans))
            found.append(note(DiagnosticCode.TABLE_ALIGNMENT_DOUBTFUL, place, table=table.id, row=number))
    return found


def _tasks(text: SearchText, table: Table, zone: TaskZone, setting: Setting) -> Iterable[Task]:
    view = TableView(table)
    money = AmountReader(text, view)
    seen: Counter[str] = Counter()
    for row in gather(view):
        name = f"{table.id}/{row.no or f'r{row.row}'}"
        seen[name] += 1
        unique_name = name if seen[name] == 1 else f"{name}~{seen[name]}"
        known = {"id": unique_name, "zone": zone, "table": table.id, "amounts": money.read(row.row)}
        yield _task(text, view, row, setting).model_copy(update=known)


def _task(text: SearchText, view: TableView, row: TaskRow, setting: Setting) -> Task:
    lead, coordinating, persons = _who(text, view, row, setting)
    parts = read_parts(text, view, row.rows, setting)
    if parts:  # a column of words beside the marks adds to them; of parts beside agencies the marks tell all
        named = lead if ColumnRole.BODY in view.columns_of else ()
        beside = coordinating if ColumnRole.BODY in view.columns_of else ()
        lead, coordinating = unique((*named, *parts.lead)), unique((*parts.coordinating, *beside))
    outputs_raw = _joined(view, row, ColumnRole.OUTPUT)
    return Task(
        id="",
        origin=TaskOrigin.TABLE,
        zone=TaskZone.BODY,
        no=row.no,
        group=row.group,
        group_title=row.group_title,
        title=row.title,
        assignees=unique((*lead, *parts.others)) if parts else lead,
        lead=lead,
        coordinating=coordinating,
        persons=persons,
        timeframe=read_time(view, row.row, _extra_time(view, row), setting.year),
        approver=agencies_of(text, _pieces(view, row, ColumnRole.APPROVER), replace(setting, approver=True)),
        outputs=_outputs(view, row),
        outputs_raw=outputs_raw,
        budget=_joined(view, row, ColumnRole.BUDGET),
        note=_joined(view, row, ColumnRole.NOTE),
        span=_span(view, row),
    )


def _who(
    text: SearchText, view: TableView, row: TaskRow, setting: Setting
) -> tuple[tuple[AgencyRef, ...], tuple[AgencyRef, ...], tuple[str, ...]]:
    """Lead, coordinating agencies and people; a joint column is told apart by its own words."""
    lead: tuple[AgencyRef, ...] = ()
    beside: tuple[AgencyRef, ...] = ()
    persons: tuple[str, ...] = ()
    for role in (ColumnRole.LEAD, ColumnRole.LEAD_AND_COORDINATING):
        led, helped = lead_and_coordinating(text, _pieces(view, row, role), setting)
        lead, beside = lead + led, beside + helped
    people = view.words(row.row, ColumnRole.IN_CHARGE)
    persons = read_persons(people)
    if people and not persons and not lead:
        lead = agencies_of(text, _pieces(view, row, ColumnRole.IN_CHARGE), setting)
    persons += tuple(
        name for words in _BRACKETS.findall(view.words(row.row, ColumnRole.LEAD)) for name in read_persons(words)
    )
    persons += tuple(name for ref in lead if ref.kind is None and (name := named_person(ref.name)))
    lead = tuple(ref for ref in lead if ref.kind is not None or named_person(ref.name) is None)
    beside += agencies_of(text, _pieces(view, row, ColumnRole.COORDINATING), setting)
    return unique(lead), unique(beside), tuple(dict.fromkeys(persons))


def _pieces(view: TableView, row: TaskRow, role: ColumnRole) -> tuple[Span, ...]:
    return tuple(span for cell in _cells(view, row, role) for span in cell.spans)


def _cells(view: TableView, row: TaskRow, role: ColumnRole) -> tuple[Cell, ...]:
    cells = dict.fromkeys(cell for number in row.rows for cell in view.cells(number, role))
    return tuple(cell for cell in cells if cell not in row.echoes)


def _joined(view: TableView, row: TaskRow, role: ColumnRole) -> str | None:
    words = [" ".join(cell.text.split()) for cell in _cells(view, row, role) if cell.text]
    return " ".join([*words, row.carried.get(role, "")]).strip() or None


def _extra_time(view: TableView, row: TaskRow) -> str:
    own = view.cells(row.row, ColumnRole.TIME)
    below = [cell.text for cell in _cells(view, row, ColumnRole.TIME) if cell not in own and cell.text]
    return " ".join([*below, row.carried.get(ColumnRole.TIME, "")]).strip()


def _outputs(view: TableView, row: TaskRow) -> tuple[str, ...]:
    words = "\n".join(cell.text for cell in _cells(view, row, ColumnRole.OUTPUT))
    parts: list[str] = []
    for line in _OUTPUTS.split(words):
        item = " ".join(_BULLET.sub("", line).split()).strip(" ,.")
        if parts and item[:1].islower() and not _BULLET.match(line) and line.strip() and "\n" in words:
            parts[-1] = f"{parts[-1]} {item}"
        elif item:
            parts.append(item)
    return tuple(parts)


def _span(view: TableView, row: TaskRow) -> Span:
    spans = [s for number in row.rows for cell in view.table.rows[number].cells for s in cell.spans]
    return Span(min(s.start for s in spans), max(s.end for s in spans))
