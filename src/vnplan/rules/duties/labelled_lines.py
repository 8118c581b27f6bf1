"""Duties told by labelled lines: ``Cơ quan chủ trì: ...; Đơn vị phối hợp: ...``, ``Thời gian: ...``."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from vnplan.grammar.cells.joint_roles import lead_and_coordinating
from vnplan.grammar.cells.persons import read_persons
from vnplan.grammar.duties.due_times import find_time
from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.mentions.in_setting import agencies_of, unique
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.task import TaskMode, TimeFrame
from vnplan.readers.source import Paragraph
from vnplan.rules.rows.row_times import is_deadline_column
from vnplan.setting import Setting
from vnplan.text.view import View

_LABEL = re.compile(
    r"(?:\A|[;.]\s?|\s-\s?|\+\s?|\()[-+*•\s]{0,6}(?P<label>(?:(?:các )?(?:cơ quan|đơn vị|tổ chức|phòng)(?:,? (?:cơ quan"
    r"|đơn vị|tổ chức))?\s)?"
    r"(?:(?P<lead>chủ trì|đầu mối|chịu trách nhiệm chính|(?<=đơn vị )thực hiện|(?<=cơ quan )thực hiện"
    r"|phân công(?: (?:thực hiện|nhiệm vụ))?|trách nhiệm thực hiện)"
    r"|(?P<beside>phối hợp))(?: thực hiện| tham mưu)?"
    r"|(?P<person>lãnh đạo (?:phụ trách|chỉ đạo|theo dõi)|người (?:thực hiện|phụ trách))"
    r"|(?P<time>(?:thời gian|thời hạn|tiến độ|thời điểm)(?: (?:dự kiến|thực hiện|hoàn thành|triển khai))*)"
    r"|(?P<output>(?:sản phẩm|kết quả)(?:(?:,| đầu ra| dự kiến| sản phẩm| kết quả)*))"
    r"|(?P<money>(?:dự kiến )?kinh phí(?: thực hiện)?))\s?:\s*"
)
_BRACKET = re.compile(r"\((?P<said>(?P<who>[^();]{3,200}\bchủ trì\b[^();]{0,200})[^()]{0,200})\)[\s.;]*\Z")
_ROLES = ("lead", "beside", "person", "time", "output", "money")
_POSITION = re.compile(
    r"(?:phó )?(?:giám đốc|chủ tịch|trưởng phòng|cục trưởng|chánh văn phòng)(?: sở)?\s+", re.IGNORECASE
)


@dataclass(frozen=True, slots=True)
class _Said:
    """The words after one label: ``[start, end)`` of the view."""

    view: View
    label: str
    start: int
    end: int


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


def read_bracket(text: str, view: View, setting: Setting) -> Labelled | None:
    """``Nâng cấp chợ (Sở X chủ trì, phối hợp với Sở Y; xong trong Quý IV)``: who and when at the end of a task."""
    found = _BRACKET.search(view.folded)
    if found is None:
        return None
    lead, beside = lead_and_coordinating(text, (view.span(*found.span("who")),), setting)
    told = View.of(text, (view.span(*found.span("said")),))
    frame = find_time(told, TaskMode.ASSIGNED, setting.year)
    return Labelled(lead, beside, timeframe=frame, spans=(view.span(*found.span()),)) if lead else None


def is_label(view: View) -> bool:
    """True for a line that begins with a label (``Cơ quan chủ trì: ...``)."""
    return _LABEL.match(view.folded) is not None


def read_labels(text: str, paragraphs: Iterable[Paragraph], setting: Setting) -> Labelled | None:
    """The labelled lines among ``paragraphs``; ``None`` where none names a body in the lead."""
    said: dict[str, _Said] = {}
    spans: list[Span] = []
    for paragraph in paragraphs:
        view = paragraph.view(text)
        found = list(_LABEL.finditer(view.folded))
        ends = [*(label.start() for label in found[1:]), len(view.text)]
        for label, end in zip(found, ends, strict=False):
            role = next(name for name in _ROLES if label[name])
            if view.text[label.end() : end].strip(" .;"):
                said.setdefault(role, _Said(view, label["label"], label.end(), end))
        spans += paragraph.pieces if found else ()
    if "lead" not in said:
        return None
    return _labelled(text, said, tuple(spans), setting)


def _labelled(text: str, said: dict[str, _Said], spans: tuple[Span, ...], setting: Setting) -> Labelled:
    def place(role: str) -> tuple[Span, ...]:
        line = said.get(role)
        return (line.view.span(line.start, line.end),) if line else ()

    def words(role: str) -> str:
        line = said.get(role)
        value = line.view.text[line.start : line.end].strip(" .;") if line else ""
        return value.rstrip(" .;)") if value.count(")") > value.count("(") else value

    time = said.get("time")
    lead, helping = lead_and_coordinating(text, place("lead"), setting)
    return Labelled(
        lead=lead,
        coordinating=unique((*helping, *agencies_of(text, place("beside"), setting))),
        persons=read_persons(_POSITION.sub("", words("person"))),
        timeframe=parse_timeframe(words("time"), year=setting.year, deadline=is_deadline_column(time.label))
        if time
        else None,
        output=words("output") or None,
        budget=words("money") or None,
        spans=spans,
    )
