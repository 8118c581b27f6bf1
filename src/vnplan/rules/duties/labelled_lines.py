"""Duties told by labelled lines: ``Cơ quan chủ trì: ...; Đơn vị phối hợp: ...``, ``Thời gian: ...``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vnplan.grammar.cells.column_headings import is_deadline_heading
from vnplan.grammar.cells.joint_roles import lead_and_coordinating
from vnplan.grammar.cells.persons import read_persons
from vnplan.grammar.duties.due_times import find_time
from vnplan.grammar.duties.labels import Label, labels_in
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.in_setting import agencies_of, unique
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.task import TaskMode, TimeFrame
from vnplan.readers.source import Paragraph
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText
from vnplan.text.view import View

_BRACKET = re.compile(r"\((?P<said>(?P<who>[^();]{3,400})[^()]{0,200})\)[\s.;]*\Z")
_LEADS = re.compile(rf"\s{any_of(Family.ROLE, Context.PROSE, means='lead')}")
_POSITION = re.compile(
    r"(?:phó )?(?:giám đốc|chủ tịch|trưởng phòng|cục trưởng|chánh văn phòng)(?: sở)?\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class Labelled:
    """What the labelled lines of one item say."""

    lead: tuple[AgencyRef, ...] = ()
    coordinating: tuple[AgencyRef, ...] = ()
    persons: tuple[str, ...] = ()
    timeframe: TimeFrame | None = None
    output: str | None = None
    budget: str | None = None
    spans: tuple[Span, ...] = ()


def read_bracket(text: SearchText, view: View, setting: Setting) -> Labelled | None:
    """``Nâng cấp chợ (Sở X chủ trì, phối hợp với Sở Y; xong trong Quý IV)``: who and when at the end of a task."""
    found = _BRACKET.search(view.folded)
    if found is None or not _LEADS.search(found["who"]):
        return None
    lead, beside = lead_and_coordinating(text, (view.span(*found.span("who")),), setting)
    told = text.view((view.span(*found.span("said")),))
    frame = find_time(told, TaskMode.ASSIGNED, setting.year)
    return Labelled(lead, beside, timeframe=frame, spans=(view.span(*found.span()),)) if lead else None


def read_labels(text: SearchText, paragraphs: Iterable[Paragraph], setting: Setting) -> Labelled | None:
    """The labelled lines among ``paragraphs``; ``None`` where none names an agency in the lead."""
    said: dict[str, tuple[View, Label]] = {}
    spans: list[Span] = []
    for paragraph in paragraphs:
        view = paragraph.view(text)
        found = list(labels_in(view))
        for label in found:
            if view.text[label.start : label.end].strip(" .;"):
                said.setdefault(label.kind, (view, label))
        spans += paragraph.pieces if found else ()
    if "lead" not in said:
        return None
    return _labelled(text, said, tuple(spans), setting)


def _labelled(
    text: SearchText, said: dict[str, tuple[View, Label]], spans: tuple[Span, ...], setting: Setting
) -> Labelled:
    def place(kind: str) -> tuple[Span, ...]:
        if kind not in said:
            return ()
        view, label = said[kind]
        return (view.span(label.start, label.end),)

    def words(kind: str) -> str:
        if kind not in said:
            return ""
        view, label = said[kind]
        value = view.text[label.start : label.end].strip(" .;")
        return value.rstrip(" .;)") if value.count(")") > value.count("(") else value

    lead, helping = lead_and_coordinating(text, place("lead"), setting)
    time = said["time"][1].words if "time" in said else None
    return Labelled(
        lead=lead,
        coordinating=unique((*helping, *agencies_of(text, place("beside"), setting))),
        persons=read_persons(_POSITION.sub("", words("person"))),
        timeframe=parse_timeframe(words("time"), year=setting.year, deadline=is_deadline_heading(time))
        if time
        else None,
        output=words("output") or None,
        budget=words("money") or None,
        spans=spans,
    )
