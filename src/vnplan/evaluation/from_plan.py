"""A parsed plan -> a reading in the shape of gold, or the gold document that a corrected plan is."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any, Final

from vnplan.evaluation.aspects.places import trim
from vnplan.evaluation.gold import GoldDocument, GoldHeader, GoldReference, GoldSection, GoldTable
from vnplan.evaluation.reading import ASPECTS, Reading
from vnplan.models.base import Span
from vnplan.models.citation import CitationKind, Reference, Zone
from vnplan.models.plan import PlanData
from vnplan.models.section import Section, SectionKind
from vnplan.models.table import Cell, ColumnRole, Table
from vnplan.models.task import Task, TaskOrigin, TaskZone

_UNNUMBERED = (SectionKind.BULLET, SectionKind.PARAGRAPH, SectionKind.PREAMBLE)
_KEYED = (CitationKind.NUMBERED, CitationKind.NAMED)
_ROLES: Final = {
    ColumnRole.ORDINAL: "no",
    ColumnRole.TASK: "title",
    ColumnRole.LEAD: "lead",
    ColumnRole.COORDINATING: "coordinating",
    ColumnRole.LEAD_AND_COORDINATING: "agencies",
    ColumnRole.IN_CHARGE: "persons",
    ColumnRole.TIME: "time",
    ColumnRole.APPROVER: "approver",
    ColumnRole.OUTPUT: "outputs",
    ColumnRole.BUDGET: "budget",
    ColumnRole.TARGET: "indicator",
    ColumnRole.UNIT: "unit",
    ColumnRole.NOTE: "note",
}
"""Role of a column -> its name in gold; all others are ``other``."""


def reading_of(plan: PlanData) -> Reading:
    """What a plan says, aspect by aspect; what plans do not hold yet (progress) is not answered."""
    rows = [t for t in plan.tasks if t.origin is TaskOrigin.TABLE]
    duties = [t for t in plan.tasks if t.origin is TaskOrigin.BODY]
    # The document's own number, repeated above an appendix, is a citation but no mention of another document.
    cited = {index for reference in plan.references for index in reference.mentions}
    told: dict[str, Any] = {
        "text": plan.text,
        "header": _header(plan),
        "references": [_reference(r, plan) for r in plan.references if r.kind in _KEYED],
        "citations": [
            {"span": c.span, "words": c.text, "key": c.key}
            for index, c in enumerate(plan.citations)
            if index in cited and c.key is not None and c.kind in _KEYED
        ],
        "agencies": [{"span": a.span, "words": a.raw, "name": a.name} for a in plan.agencies if a.span],
        "outline": list(_outline((*plan.sections, *(s for a in plan.attachments for s in a.sections)), plan.text)),
        "tables": [_table(table) for table in plan.tables],
        "tasks": [{**_work(task, plan.text), **_row(task)} for task in rows],
        "duties": [{**_work(task, plan.text), **_duty(task, plan.text)} for task in duties],
        "targets": list(_targets(plan)),
        "amounts": list(_amounts(plan)),
        "assignments": [{"agency": name} for name in _assigned(duties)],
    }
    return Reading.model_validate(told)


def gold_from_plan(plan: PlanData, *, id: str) -> GoldDocument:  # noqa: A002 -- the name of the field
    """A plan whose values were put right as a gold document with places; the files are to be named by the caller.

    >>> from vnplan import parse_text
    >>> gold_from_plan(parse_text("Số: 12/KH-UBND"), id="a").header.number
    '12/KH-UBND'
    """
    reading = reading_of(plan)
    return GoldDocument(id=id, text=plan.text, **{name: getattr(reading, name) for name in ASPECTS})


def _header(plan: PlanData) -> GoldHeader:
    head = plan.header
    return GoldHeader.model_validate(
        {
            "number": head.number and head.number.key,
            "doc_type": head.doc_type and head.doc_type.code,
            "issuer": head.issuer and head.issuer.name,
            "province": head.province,
            "place": head.place,
            "date": head.date,
            "title": head.title,
            "signers": [{"name": s.name, "position": s.position} for s in head.signers],
            "recipients": head.recipients,
            "spans": _header_places(plan),
        }
    )


def _header_places(plan: PlanData) -> dict[str, Span]:
    """The places of the values themselves; a plan has those of their lines (``Số:``, the dash of a recipient)."""
    head = plan.header
    lines = {name: span for name, span in head.spans.items() if name != "archive"}
    values: dict[str, str | None] = {"number": head.number.raw if head.number else None}
    for index, signer in enumerate(head.signers):
        if signer.span:
            name = f"signers.{index}"
            lines[name], values[name] = signer.span, signer.name
    before = place_of(head.place or "", plan.text, lines["date"]) if "date" in lines else None
    if before:  # Lào Cai, ngày ...
        lines["date"] = Span(before.end, lines["date"].end)
    return {
        name: trim(place_of(values.get(name) or "", plan.text, line) or line, plan.text) for name, line in lines.items()
    }


def _reference(reference: Reference, plan: PlanData) -> GoldReference:
    mentions = [plan.citations[index] for index in reference.mentions]
    written = [mention for mention in mentions if mention.kind is not CitationKind.ALIAS]
    return GoldReference(
        key=reference.key,
        kind=reference.kind,
        doc_type=reference.doc_type,
        date=reference.date,
        issuer=reference.issuer,
        basis=any(mention.zone is Zone.BASIS for mention in mentions),
        relations=reference.relations,
        mentions=len(written),
    )


def _outline(sections: Iterable[Section], text: str) -> Iterator[GoldSection]:
    for section in sections:
        if section.label and section.kind not in _UNNUMBERED:
            words = section.heading or section.text
            span = place_of(words, text, section.span)
            yield GoldSection(label=section.label, level=section.level, text=words, span=span)
        yield from _outline(section.children, text)


def place_of(words: str, text: str, within: tuple[int, int]) -> Span | None:
    """Where words stand inside a stretch of the text, line ends and runs of blanks taken as one blank."""
    if not words.strip():
        return None
    found = re.compile(r"\s+".join(map(re.escape, words.split()))).search(text, *within)
    return Span(*found.span()) if found else None


def _table(table: Table) -> GoldTable:
    told = {
        "id": table.id,
        "role": table.role,
        "caption": table.caption,
        "columns": [_ROLES.get(column.role, "other") if column.role else "other" for column in table.columns],
        "rows": [{"kind": row.kind, "cells": [_cell(cell) for cell in row.cells]} for row in table.rows],
    }
    return GoldTable.model_validate(told)


def _cell(cell: Cell) -> dict[str, Any]:
    span = Span(cell.spans[0].start, cell.spans[-1].end) if cell.spans else None
    place = {name: getattr(cell, name) for name in ("row", "column", "row_span", "column_span")}
    return {"text": cell.text, "span": span, **place}


def _work(task: Task, text: str) -> dict[str, Any]:
    """What rows and duties have in common."""
    frame = task.timeframe
    return {
        "title": task.title,
        "span": place_of(task.title, text, task.span) or task.span,
        "lead": [a.name for a in task.lead],
        "coordinating": [a.name for a in task.coordinating],
        "time": frame and frame.raw,
        "time_kind": frame and frame.kind,
        "time_start": frame and frame.start,
        "time_end": frame and frame.end,
        "outputs": task.outputs_raw,
    }


def _row(task: Task) -> dict[str, Any]:
    approver = [a.name for a in task.approver]
    same = {name: getattr(task, name) for name in ("no", "group", "persons", "budget", "table")}
    return {"approver": approver, **same}


def _duty(task: Task, text: str) -> dict[str, Any]:
    """Of a duty gold has the work alone, and who is addressed leads where the words name no other."""
    named = {"section": task.section, "mode": task.mode, "assignees": [a.name for a in task.assignees]}
    leads = {"lead": [a.name for a in task.lead or task.assignees]}
    if task.work is None:
        return named | leads
    return {**named, **leads, "title": " ".join(text[slice(*task.work)].split()), "span": task.work}


def _targets(plan: PlanData) -> Iterator[dict[str, Any]]:
    for target in plan.targets:
        for one in target.values:
            if one.value is not None:
                yield {
                    "words": one.raw,
                    "span": one.span,
                    "indicator": target.title,
                    "value": one.value,
                    "unit": target.unit,
                    "bound": one.bound,
                    "period_start": one.period and one.period.start,
                    "period_end": one.period and one.period.end,
                    "table": target.table,
                }


def _amounts(plan: PlanData) -> Iterator[dict[str, Any]]:
    """Every sum once: the amount of a task's budget may stand in a table of money, too."""
    found = [amount for line in plan.budgets for amount in line.amounts]
    found += [amount for task in plan.tasks for amount in task.amounts]
    for span, amount in sorted({amount.span: amount for amount in found}.items()):
        if amount.dong is not None:
            yield {"words": amount.raw, "span": span, "dong": amount.dong}


def _assigned(duties: Iterable[Task]) -> list[str]:
    handed = [task for task in duties if task.zone is TaskZone.IMPLEMENTATION]
    return list(dict.fromkeys(agency.name for task in handed for agency in task.assignees or task.lead))
