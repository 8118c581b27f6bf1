"""Nodes of the tree as public sections with ids.

An id is the path of labels joined by dots: ``II.2.b``. Keyworded labels are
slugged (``dieu-1.2``), a decimal label that repeats its parent's number adds only
its own part (``1.1`` below ``1`` of ``I``: ``I.1.1``). Items without a number are counted
by kind below their parent: bullets ``-1``, paragraphs ``p1``, unnumbered headings ``h1``,
the preamble ``0``. ``~2``, ``~3`` mark a label used again below the same parent.
"""

from __future__ import annotations

from collections import Counter

from vnplan.models.base import Span
from vnplan.models.section import Section, SectionKind
from vnplan.outline.shapes import Node, Outline
from vnplan.readers.source import Paragraph
from vnplan.rules.findings import Findings
from vnplan.text.fold import slug
from vnplan.text.search_text import SearchText

_COUNTED = {SectionKind.BULLET: "-", SectionKind.PARAGRAPH: "p", SectionKind.HEADING: "h", SectionKind.PREAMBLE: "0"}


def find(outline: Outline, _known: Findings) -> Findings:
    """The sections of every part; ids are unique in the document, those of the second attachment start with ``A2.``."""
    text = outline.text
    trees = (_sections(text, part.nodes, f"A{i}." if i else "", "") for i, part in enumerate(outline.parts))
    return Findings(sections=tuple(trees))


def _sections(text: SearchText, nodes: tuple[Node, ...], prefix: str, parent_label: str) -> tuple[Section, ...]:
    used: Counter[str] = Counter()
    found = []
    for node in nodes:
        step = _step(node, parent_label, used)
        used[step] += 1
        identity = f"{prefix}{step}" + (f"~{used[step]}" if used[step] > 1 else "")
        found.append(_section(text, node, identity))
    return tuple(found)


def _section(text: SearchText, node: Node, identity: str) -> Section:
    own = [*node.heading, *(s for block in node.content if isinstance(block, Paragraph) for s in block.pieces)]
    lines = [node.title(text).text] if node.heading else []
    lines += [block.view(text).text for block in node.content if isinstance(block, Paragraph)]
    starts = [s.start for s in (node.marker, *own) if s] + [
        b.span.start for b in node.content if not isinstance(b, Paragraph)
    ]
    children = _sections(text, node.children, f"{identity}.", node.label or "")
    start = min([*starts, *(child.span.start for child in children)], default=node.end)
    return Section(
        id=identity,
        label=node.label,
        kind=node.kind,
        level=node.level,
        heading=lines[0] if lines else "",
        text="\n".join(lines),
        span=Span(start, max(node.end, start)),
        children=children,
        evidence=node.evidence,
    )


def _step(node: Node, parent_label: str, used: Counter[str]) -> str:
    if node.kind in _COUNTED:
        sign = _COUNTED[node.kind]
        if node.kind is SectionKind.PREAMBLE:
            return sign
        used[f"#{sign}"] += 1
        return f"{sign}{used[f'#{sign}']}"
    label = node.label or "?"
    if parent_label and label.startswith(f"{parent_label}."):
        label = label[len(parent_label) + 1 :]
    return slug(label) if " " in label else label
