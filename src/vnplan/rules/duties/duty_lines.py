"""One line of a section that hands out work -> whom it addresses from there on, and the task it gives, if any."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field, replace

from vnplan.gazetteer.agencies import addressed_groups
from vnplan.grammar.duties.addressees import Addressed, read_head, read_heading
from vnplan.grammar.duties.due_times import find_time
from vnplan.grammar.duties.report_routes import read_route
from vnplan.grammar.duties.roles import Roles, is_report, mode_of, read_roles
from vnplan.grammar.duties.sentences import Order, clause_starts, is_closing, is_narrative, orders_in
from vnplan.grammar.duties.verbs import verb_at
from vnplan.mentions.in_setting import unique
from vnplan.models.agency import AgencyRef, Extent
from vnplan.models.base import Span
from vnplan.models.section import Section
from vnplan.models.task import Task, TaskMode, TaskOrigin, TaskZone
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText
from vnplan.text.view import View

_MARKS = " \n\t:;,.–-"
_HEAD_WITHIN = 1_500
"""Characters that hold whom a clause addresses, an opening before it, and the first words of the work."""
_VERB_WITHIN = 30
"""Characters in which the work begins behind whoever is to do it: ``theo chức năng, nhiệm vụ`` may stand between."""
_LONGEST_TITLE = 100
"""Characters of a heading that says more than whom it addresses; longer lines are sentences."""


@dataclass(frozen=True, slots=True)
class Subject:
    """Whom the text below a heading or lead-in addresses, and as what."""

    agencies: tuple[AgencyRef, ...] = ()
    mode: TaskMode | None = None
    roles: Roles | None = None
    """Roles that a lead-in gives to all that follows it (``Chủ trì, phối hợp với ...:``)."""


@dataclass(slots=True)
class Walk:
    """What all lines of one part share."""

    text: SearchText
    setting: Setting
    zone: TaskZone
    reporting: bool = False
    counts: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class DutyLine:
    """One line of an item: its words, the section it counts for, its place."""

    view: View
    section: Section
    label: str | None = None
    """Of a numbered item, on its first line."""
    more: bool = False
    """More of the same item follows."""


def read_line(walk: Walk, line: DutyLine, subject: Subject) -> tuple[Subject, tuple[Task, ...]]:
    """A heading changes the subject, a lead-in its roles, a duty gives a task; later sentences may order others."""
    orders = orders_in(line.view) or _shares(walk, line.view)
    first = replace(line, view=line.view.part(0, orders[0].start)) if orders else line
    after, tasks = _first(walk, first, subject)
    for order in orders:
        given = order_task(walk, replace(line, view=line.view.part(order.start, order.end)))
        tasks += (given,) if given else ()
    return after, tasks


def _shares(walk: Walk, view: View) -> list[Order]:
    """Clauses after the first that give other agencies their share: ``Sở X mở lớp; Sở Y bố trí kinh phí``."""
    starts: list[int] = []
    for at in clause_starts(view):  # before it stands work, or the mark only parts two of those addressed
        if verb_at(view.text, starts[-1] if starts else 0, at) is None:
            continue
        if _is_share(walk, view.part(at, min(at + _HEAD_WITHIN, len(view.text)))):
            starts.append(at)
    return [Order(start, end) for start, end in zip(starts, [*starts[1:], len(view.text)], strict=False)]


def _is_share(walk: Walk, view: View) -> bool:
    head = read_head(view, walk.setting)
    if head is None or head.whole or head.mode is not None or is_issuer(walk, head) or is_narrative(view, head.rest):
        return False
    if any(ref.kind is None and verb_at(ref.raw) is not None for ref in head.agencies):
        return False  # a name that ran on into the work: unsure, so not told apart
    return verb_at(view.text, head.rest, head.rest + _VERB_WITHIN) is not None


def _first(walk: Walk, line: DutyLine, subject: Subject) -> tuple[Subject, tuple[Task, ...]]:
    view = line.view
    if not view.text or is_closing(view):
        return subject, ()
    head = _addressed(walk, line, subject)
    if head:
        own = Subject(head.agencies, head.mode or (subject.mode if subject.mode is TaskMode.REQUESTED else None))
        if head.whole or (line.more and line.label and is_title(view.text)):
            return own, ()
        if is_narrative(view, head.rest):
            return subject, ()
    else:
        own = subject
    at = head.rest if head else 0
    roles = read_roles(view, at, own.agencies, walk.setting)
    if line.more and view.text.endswith(":"):
        return replace(own, roles=roles if roles.said else own.roles), ()
    if not own.agencies:
        return subject, ()
    if not roles.said and own.roles:
        roles = own.roles
    task = make_task(walk, line, own, roles, at)
    return (own if line.more and line.label else subject), (task.model_copy(update={"no": line.label}),)


def _addressed(walk: Walk, line: DutyLine, subject: Subject) -> Addressed | None:
    head = read_head(line.view, walk.setting)
    if head is None and line.label:
        head = read_heading(line.view, walk.setting)
    if head is None:
        return None
    colon = line.view.text[head.rest - 1 : head.rest] == ":"
    if not head.whole and head.mode is None and not colon and is_issuer(walk, head):
        return None  # "UBND tỉnh ban hành ...": who speaks hands out no work to itself
    if subject.agencies and not line.label and head.mode is not None and all(map(_is_open, head.agencies)):
        return None  # below "Sở Công Thương": "Yêu cầu các đơn vị khai thác lắp trạm cân" is what that one is to do
    return head


def order_task(walk: Walk, line: DutyLine) -> Task | None:
    """The task of a sentence that orders or asks by itself: ``Giao Sở X chủ trì ...``, ``Sở X có trách nhiệm ...``."""
    head = read_head(line.view, walk.setting)
    if head is None or head.whole or is_narrative(line.view, head.rest):
        return None
    roles = read_roles(line.view, head.rest, head.agencies, walk.setting)
    return make_task(walk, line, Subject(head.agencies, head.mode), roles, head.rest)


def is_title(words: str) -> bool:
    """True for a heading that says more than its agencies: short, without the mark that ends a sentence."""
    return len(words) <= _LONGEST_TITLE and not words.endswith((".", ";", ",", ":"))


def is_issuer(walk: Walk, head: Addressed) -> bool:
    """Whether the agencies addressed are the one that speaks."""
    return walk.setting.issuer is not None and all(ref.name == walk.setting.issuer for ref in head.agencies)


def make_task(walk: Walk, line: DutyLine, subject: Subject, roles: Roles, at: int) -> Task:
    """The task of a line whose work begins at ``at``; its id is ``<section id>/<n>``."""
    view = line.view
    walk.counts[line.section.id] += 1
    mode = mode_of(view.text[at:], subject.mode, reporting=walk.reporting)
    reports = mode is TaskMode.REPORTING or is_report(view.text[at:])
    title = view.text[at:].strip(" :;") if at and view.text[at - 1 : at] == ":" else view.text.strip()
    return Task(
        id=f"{line.section.id}/{walk.counts[line.section.id]}",
        origin=TaskOrigin.BODY,
        zone=walk.zone,
        mode=mode,
        title=title,
        assignees=_assignees(subject, roles),
        lead=roles.lead,
        coordinating=roles.coordinating,
        timeframe=find_time(view, mode, walk.setting.year),
        reporting=read_route(view, at, walk.setting) if reports else None,
        section=line.section.id,
        span=view.span(0, len(view.text.rstrip())),
        work=_work(view, at),
    )


def _work(view: View, at: int) -> Span | None:
    """The words behind whom a line addresses, without the marks round them."""
    words = view.text[at:]
    start, end = at + len(words) - len(words.lstrip(_MARKS)), at + len(words.rstrip(_MARKS))
    return view.span(start, end) if start < end else None


def _assignees(subject: Subject, roles: Roles) -> tuple[AgencyRef, ...]:
    """The agencies addressed. After agencies named, an open group of their kind only rounds off the list.

    ``Báo tỉnh, Đài tỉnh, các cơ quan báo chí``: the work is given to those named; a group alone is addressed.
    """
    agencies: list[AgencyRef] = []
    for ref in unique(subject.agencies):
        if not (_rounds_off(ref) and any(not _rounds_off(known) for known in agencies)):
            agencies.append(ref)
    return tuple(agencies) or roles.lead


def _is_open(group: AgencyRef) -> bool:
    """True for groups of which it is left open who is meant."""
    return _rounds_off(group) or (group.collective and group.extent is Extent.SOME)


def _rounds_off(group: AgencyRef) -> bool:
    """True for groups that plans give no work to as such: of a trade (báo chí, trường học), not of a tier or role."""
    open_ = group.kind is None or (group.kind == "unit_group" and group.name not in addressed_groups())
    return group.collective and open_
