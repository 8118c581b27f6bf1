"""Outline -> tasks in prose (tổ chức thực hiện): duties under headings that name agencies, sentences that order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from vnplan.grammar.duties.addressees import Addressed, read_head, read_heading
from vnplan.grammar.duties.sentences import accounts_for, orders, orders_in
from vnplan.models.section import Section, SectionKind
from vnplan.models.task import Task, TaskZone
from vnplan.outline.shapes import Node, Outline, PartKind
from vnplan.readers.source import Paragraph
from vnplan.rules.duties.addressing import addressing
from vnplan.rules.duties.duty_lines import DutyLine, Subject, Walk, is_title, order_task, read_line
from vnplan.rules.duties.implementation import is_implementation, is_joined, is_reporting
from vnplan.rules.duties.item_labels import number_of
from vnplan.rules.duties.labelled_items import labelled
from vnplan.rules.findings import Findings
from vnplan.text.view import View


def find(outline: Outline, known: Findings) -> Findings:
    """Duties in prose; ids are ``<section id>/<n>`` (the plan's id comes in assembly)."""
    tasks: list[Task] = []
    for part, tree in zip(outline.parts, known.sections, strict=True):
        attached = part.kind is PartKind.APPENDIX
        walk = Walk(outline.text, known.setting, TaskZone.ATTACHMENT if attached else TaskZone.BODY)
        tasks += _sections(walk, part.nodes, tree)
    return Findings(tasks=tuple(tasks))


def _sections(
    walk: Walk, nodes: Sequence[Node], sections: Sequence[Section], *, joined: bool = False
) -> Iterator[Task]:
    """Find the sections and items that hand out work; elsewhere only labelled lines and sentences that order."""
    body = walk.zone is not TaskZone.ATTACHMENT
    giving = addressing(walk, nodes, joined=joined) if body else frozenset()
    implementation = replace(walk, zone=TaskZone.IMPLEMENTATION) if body else walk
    for place, (node, section) in enumerate(zip(nodes, sections, strict=True)):
        if is_implementation(walk.text, node):
            yield from _duties(implementation, node, section, Subject(), heading=False)
        elif is_reporting(walk.text, node) and body:
            yield from _duties(replace(walk, reporting=True), node, section, Subject(), heading=False)
        elif place in giving:
            yield from _duties(implementation, node, section, Subject())
        else:
            yield from labelled(walk, node, section)
            if body:
                yield from _ordered(walk, node, section)
            yield from _sections(walk, node.children, section.children, joined=is_joined(walk.text, node))


def _duties(walk: Walk, node: Node, section: Section, subject: Subject, *, heading: bool = True) -> Iterator[Task]:
    """Duties of one item: its first line, its paragraphs, its children."""
    paragraphs = [p for p in node.content if isinstance(p, Paragraph)]
    more = bool(paragraphs or node.children)
    if heading and node.heading:
        line = DutyLine(node.title(walk.text), section, number_of(node), more)
        subject, tasks = read_line(walk, line, subject)
        yield from tasks
    for index, paragraph in enumerate(paragraphs):
        follows = index + 1 < len(paragraphs) or bool(node.children)
        subject, tasks = read_line(walk, DutyLine(paragraph.view(walk.text), section, more=follows), subject)
        yield from tasks
    own = subject
    for child, below in zip(node.children, section.children, strict=True):
        if is_reporting(walk.text, child) and not walk.reporting:
            yield from _duties(replace(walk, reporting=True), child, below, own, heading=False)
            continue
        yield from _duties(walk, child, below, own)
        own = _carried(walk, child, own, subject)


def _carried(walk: Walk, child: Node, own: Subject, outer: Subject) -> Subject:
    """``1. Giao phòng X thực hiện:`` with nothing below governs the items after it."""
    named = _named_last(walk, child)
    if named:
        return named
    kept = own if own is not outer and not _names(walk, child) else outer
    if not child.heading or child.children or child.content:
        return kept
    view = child.title(walk.text)
    head = read_head(view, walk.setting) if view.text.endswith(":") else None
    return Subject(head.agencies, head.mode) if head else kept


def _named_last(walk: Walk, child: Node) -> Subject | None:
    """The agencies on a line of their own at the end of ``child``: an unnumbered heading of the items after it."""
    last = child
    while last.children:
        last = last.children[-1]
    line = last.content[-1] if last.content else None
    if last.kind not in (SectionKind.BULLET, SectionKind.PARAGRAPH) or not isinstance(line, Paragraph):
        return None
    view = line.view(walk.text)
    head = read_head(view, walk.setting) if is_title(view.text.removesuffix(":").rstrip()) else None
    return Subject(head.agencies, head.mode) if head and head.whole else None


def _names(walk: Walk, node: Node) -> bool:
    return bool(node.heading) and _head(walk, node) is not None


def _head(walk: Walk, node: Node) -> Addressed | None:
    view = node.title(walk.text)
    return read_head(view, walk.setting) or (read_heading(view, walk.setting) if number_of(node) else None)


def _ordered(walk: Walk, node: Node, section: Section) -> Iterator[Task]:
    """Sentences outside the section on implementation: ``Giao Sở X ...``, ``UBND huyện có trách nhiệm ...``."""
    views = [node.title(walk.text)] if node.heading else []
    views += [p.view(walk.text) for p in node.content if isinstance(p, Paragraph)]
    for view in views:
        later = orders_in(view)
        first = view.part(0, later[0].start) if later else view
        parts = [first, *(view.part(order.start, order.end) for order in later)]
        for part in parts:
            if part is not first or orders(part) or _accounts(walk, part):
                task = order_task(walk, DutyLine(part, section))
                yield from (task,) if task else ()


def _accounts(walk: Walk, view: View) -> bool:
    """A sentence that says of agencies that they answer for work of theirs."""
    if " trách nhiệm " not in view.folded:
        return False
    head = read_head(view, walk.setting)
    return head is not None and not head.whole and accounts_for(view, head.rest)
