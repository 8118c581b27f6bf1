"""Tasks in prose (tổ chức thực hiện): duties under headings that name bodies, and sentences that hand out work."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace

from vnplan.gazetteer.agencies import addressed_groups
from vnplan.grammar.duties.addressees import Addressed, read_head
from vnplan.grammar.duties.due_times import find_time
from vnplan.grammar.duties.labels import is_label
from vnplan.grammar.duties.report_routes import read_route
from vnplan.grammar.duties.roles import Roles, is_report, mode_of, read_roles
from vnplan.mentions.in_setting import unique
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.section import Section, SectionKind
from vnplan.models.task import Task, TaskMode, TaskOrigin, TaskZone
from vnplan.outline.shapes import Node, Outline, PartKind
from vnplan.readers.source import Paragraph
from vnplan.rules.duties.implementation import is_implementation, is_reporting
from vnplan.rules.duties.labelled_lines import read_bracket, read_labels
from vnplan.rules.findings import Findings
from vnplan.setting import Setting
from vnplan.text.view import View

# What is said to everybody at the end hands out no work.
_CLOSING = re.compile(
    r"trên đây là|trong quá trình (?:triển khai |tổ chức )?thực hiện|quá trình thực hiện"
    r"|yêu cầu các .{0,80}nghiêm túc|(?:các|thủ trưởng) (?:cơ quan|sở|đơn vị|địa phương).{0,80}nghiêm túc"
    r"|(?:nghị quyết|quyết định|kế hoạch|chương trình) này (?:đã )?"
    r"(?:được .{0,80}thông qua|có hiệu lực|(?:được )?phổ biến)"
    r"|(?:ubnd|ủy ban nhân dân)(?: \w+){1,4} yêu cầu (?:các )?(?:cơ quan|đơn vị|địa phương)\b.{0,80}nghiêm túc"
    # A heading that names neither body nor work.
    r"|(?:trách nhiệm|nhiệm vụ|công việc) (?:chung|cụ thể|chủ yếu)\W*\Z"
)
_GIVES = re.compile(r"(?:\A|[.;,]\s)(?:ubnd tỉnh |ủy ban nhân dân tỉnh )?(?:giao|đề nghị)\s")
_LONGEST_TITLE = 100
_NUMBERED = (SectionKind.ARABIC, SectionKind.LETTER, SectionKind.ROMAN)


@dataclass(frozen=True, slots=True)
class _Subject:
    """Whom the text below a heading or lead-in addresses, and as what."""

    bodies: tuple[AgencyRef, ...] = ()
    mode: TaskMode | None = None
    roles: Roles | None = None
    """Roles that a lead-in gives to all that follows it (``Chủ trì, phối hợp với ...:``)."""


@dataclass(slots=True)
class _Walk:
    text: str
    setting: Setting
    zone: TaskZone
    reporting: bool = False
    counts: Counter[str] = field(default_factory=Counter)


def find(outline: Outline, known: Findings) -> Findings:
    """Duties in prose; ids are ``<section id>/<n>`` (the plan's id comes in assembly)."""
    tasks: list[Task] = []
    for part, tree in zip(outline.parts, known.sections, strict=True):
        attached = part.kind is PartKind.APPENDIX
        walk = _Walk(outline.document.text, known.setting, TaskZone.ATTACHMENT if attached else TaskZone.BODY)
        tasks += _sections(walk, part.nodes, tree)
    return Findings(tasks=tuple(tasks))


def _sections(walk: _Walk, nodes: Sequence[Node], sections: Sequence[Section]) -> Iterator[Task]:
    """Find the sections that hand out work; elsewhere only labelled lines and sentences that say ``giao``."""
    for node, section in zip(nodes, sections, strict=True):
        if is_implementation(walk.text, node):
            zone = walk.zone if walk.zone is TaskZone.ATTACHMENT else TaskZone.IMPLEMENTATION
            yield from _duties(replace(walk, zone=zone), node, section, _Subject(), heading=False)
        elif is_reporting(walk.text, node) and walk.zone is not TaskZone.ATTACHMENT:
            yield from _duties(replace(walk, reporting=True), node, section, _Subject(), heading=False)
        else:
            yield from _labelled(walk, node, section)
            if walk.zone is not TaskZone.ATTACHMENT:
                yield from _given(walk, node, section)
            yield from _sections(walk, node.children, section.children)


def _duties(walk: _Walk, node: Node, section: Section, subject: _Subject, *, heading: bool = True) -> Iterator[Task]:
    """Duties of one item: its first line, its paragraphs, its children."""
    paragraphs = [p for p in node.content if isinstance(p, Paragraph)]
    more = bool(paragraphs or node.children)
    if heading and node.heading:
        first = node.title(walk.text)
        subject, tasks = _line(walk, first, section, subject, more=more, label=_label(node))
        yield from tasks
    for index, paragraph in enumerate(paragraphs):
        view = paragraph.view(walk.text)
        follows = index + 1 < len(paragraphs) or bool(node.children)
        subject, tasks = _line(walk, view, section, subject, more=follows, label=None)
        yield from tasks
    own = subject
    for child, below in zip(node.children, section.children, strict=True):
        if is_reporting(walk.text, child) and not walk.reporting:
            yield from _duties(replace(walk, reporting=True), child, below, own, heading=False)
            continue
        yield from _duties(walk, child, below, own)
        own = _carried(walk, child, own, subject)


def _label(node: Node) -> str | None:
    return node.label if node.kind in _NUMBERED else None


def _carried(walk: _Walk, child: Node, own: _Subject, outer: _Subject) -> _Subject:
    """``1. Giao phòng X thực hiện:`` with nothing below governs the items after it."""
    named = _named_last(walk, child)
    if named:
        return named
    kept = own if own is not outer and not _names(walk, child) else outer
    if not child.heading or child.children or child.content:
        return kept
    view = child.title(walk.text)
    head = read_head(view, walk.setting) if view.text.endswith(":") else None
    return _Subject(head.bodies, head.mode) if head else kept


def _named_last(walk: _Walk, child: Node) -> _Subject | None:
    """The bodies on a line of their own at the end of ``child``: an unnumbered heading of the items after it."""
    last = child
    while last.children:
        last = last.children[-1]
    line = last.content[-1] if last.content else None
    if last.kind not in (SectionKind.BULLET, SectionKind.PARAGRAPH) or not isinstance(line, Paragraph):
        return None
    view = line.view(walk.text)
    head = read_head(view, walk.setting) if _is_title(view.text.removesuffix(":").rstrip()) else None
    return _Subject(head.bodies, head.mode) if head and head.whole else None


def _names(walk: _Walk, node: Node) -> bool:
    return bool(node.heading) and read_head(node.title(walk.text), walk.setting) is not None


def _line(
    walk: _Walk, view: View, section: Section, subject: _Subject, *, more: bool, label: str | None
) -> tuple[_Subject, tuple[Task, ...]]:
    """Read one line: a heading changes the subject, a lead-in its roles, a duty gives a task."""
    if not view.text or _CLOSING.match(view.folded):
        return subject, ()
    head = read_head(view, walk.setting)
    if head and not head.whole and head.mode is None and _is_issuer(walk, head):
        head = None  # "UBND tỉnh ban hành ...": who speaks hands out no work to itself
    if head:
        own = _Subject(head.bodies, head.mode or (subject.mode if subject.mode is TaskMode.REQUESTED else None))
        if head.whole or (more and label and _is_title(view.text)):
            return own, ()
    else:
        own = subject
    at = head.rest if head else 0
    roles = read_roles(view, at, own.bodies, walk.setting)
    if more and view.text.endswith(":"):
        return replace(own, roles=roles if roles.said else own.roles), ()
    if not own.bodies:
        return subject, ()
    if not roles.said and own.roles:
        roles = own.roles
    task = _task(walk, view, section, own, roles, at)
    return (own if more and label else subject), (task.model_copy(update={"no": label}),)


def _is_title(words: str) -> bool:
    """True for a heading that says more than its bodies: short, without the mark that ends a sentence."""
    return len(words) <= _LONGEST_TITLE and not words.endswith((".", ";", ",", ":"))


def _is_issuer(walk: _Walk, head: Addressed) -> bool:
    return walk.setting.issuer is not None and all(ref.name == walk.setting.issuer for ref in head.bodies)


def _task(walk: _Walk, view: View, section: Section, subject: _Subject, roles: Roles, at: int) -> Task:
    walk.counts[section.id] += 1
    mode = mode_of(view.text[at:], subject.mode, reporting=walk.reporting)
    reports = mode is TaskMode.REPORTING or is_report(view.text[at:])
    title = view.text[at:].strip(" :;") if at and view.text[at - 1 : at] == ":" else view.text
    return Task(
        id=f"{section.id}/{walk.counts[section.id]}",
        origin=TaskOrigin.BODY,
        zone=walk.zone,
        mode=mode,
        title=title,
        assignees=_assignees(subject, roles),
        lead=roles.lead,
        coordinating=roles.coordinating,
        timeframe=find_time(view, mode, walk.setting.year),
        reporting=read_route(view, at, walk.setting) if reports else None,
        section=section.id,
        span=view.span(0, len(view.text)),
    )


def _assignees(subject: _Subject, roles: Roles) -> tuple[AgencyRef, ...]:
    """The bodies addressed. Beside bodies named, an open group of their kind only rounds off the list.

    ``Báo tỉnh, Đài tỉnh, các cơ quan báo chí``: the work is given to those named; a group alone is addressed.
    """
    bodies = unique(subject.bodies)
    named = tuple(ref for ref in bodies if not (ref.collective and _rounds_off(ref)))
    return named or bodies or roles.lead


def _rounds_off(group: AgencyRef) -> bool:
    """True for groups that plans give no work to as such: of a trade (báo chí, trường học), not of a tier or role."""
    return group.kind is None or (group.kind == "unit_group" and group.name not in addressed_groups())


def _labelled(walk: _Walk, node: Node, section: Section) -> Iterator[Task]:
    """An item whose labelled lines name the body in the lead; its heading is what is to be done."""
    below = [c for c in node.children if not c.children and _is_labelled(walk.text, c)]
    paragraphs = [p for n in (node, *below) for p in _own_paragraphs(n, node)]
    if not node.heading:
        return
    view = node.title(walk.text)
    found = read_labels(walk.text, paragraphs, walk.setting) or read_bracket(walk.text, view, walk.setting)
    if found is None:
        return
    walk.counts[section.id] += 1
    yield Task(
        id=f"{section.id}/{walk.counts[section.id]}",
        origin=TaskOrigin.BODY,
        zone=walk.zone,
        no=_label(node),
        title=view.text,
        assignees=found.lead,
        lead=found.lead,
        coordinating=found.coordinating,
        persons=found.persons,
        timeframe=found.timeframe,
        outputs=(found.output,) if found.output else (),
        outputs_raw=found.output,
        budget=found.budget,
        section=section.id,
        span=Span(view.span(0, len(view.text)).start, max(s.end for s in found.spans)),
    )


def _is_labelled(text: str, node: Node) -> bool:
    """True for lines of labels that belong to the item above; an item of its own that has such lines is not."""
    first = next(iter(_own_paragraphs(node, None)), None)
    return first is not None and is_label(first.view(text))


def _own_paragraphs(node: Node, top: Node | None) -> list[Paragraph]:
    own = [p for p in node.content if isinstance(p, Paragraph)]
    return own if node is top or not node.heading else [Paragraph(node.heading), *own]


def _given(walk: _Walk, node: Node, section: Section) -> Iterator[Task]:
    """Sentences outside the section on implementation that say ``Giao Sở X ...``."""
    views = [node.title(walk.text)] if node.heading else []
    views += [p.view(walk.text) for p in node.content if isinstance(p, Paragraph)]
    for view in views:
        head = read_head(view, walk.setting) if _GIVES.match(view.folded) else None
        if head is None or head.mode is None or head.whole:
            continue
        subject = _Subject(head.bodies, head.mode)
        roles = read_roles(view, head.rest, head.bodies, walk.setting)
        yield _task(walk, view, section, subject, roles, head.rest)
