"""An item whose labelled lines name who leads (``Cơ quan chủ trì: ...``) -> its task; the heading is what is to do."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.grammar.duties.labels import is_label
from vnplan.models.base import Span
from vnplan.models.section import Section
from vnplan.models.task import Task, TaskOrigin
from vnplan.outline.shapes import Node
from vnplan.readers.source import Paragraph
from vnplan.rules.duties.duty_lines import Walk
from vnplan.rules.duties.item_labels import number_of
from vnplan.rules.duties.labelled_lines import read_bracket, read_labels
from vnplan.text.search_text import SearchText


def labelled(walk: Walk, node: Node, section: Section) -> Iterator[Task]:
    """The task of an item with labelled lines of its own or below it; none without a lead."""
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
        no=number_of(node),
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


def _is_labelled(text: SearchText, node: Node) -> bool:
    """True for lines of labels that belong to the item above; an item of its own that has such lines is not."""
    first = next(iter(_own_paragraphs(node, None)), None)
    return first is not None and is_label(first.view(text))


def _own_paragraphs(node: Node, top: Node | None) -> list[Paragraph]:
    own = [p for p in node.content if isinstance(p, Paragraph)]
    return own if node is top or not node.heading else [Paragraph(node.heading), *own]
