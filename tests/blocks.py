"""Blocks and trees for tests of the outline, without a reader."""

from vnplan.models.base import Span
from vnplan.readers.source import Paragraph
from vnplan.text.view import View


def paragraphs(text, *, running=False):
    """One paragraph a line, blank lines left out."""
    found, at = [], 0
    for line in text.split("\n"):
        if line.strip():
            found.append(Paragraph((Span(at, at + len(line)),), running=running))
        at += len(line) + 1
    return tuple(found)


def items(text, nodes):
    """Numbered items in document order: level, label, heading."""
    for node in nodes:
        if node.label and node.kind.value != "bullet":
            yield f"{node.level} {node.label} {View.of(text, node.heading).text}".strip()
        yield from items(text, node.children)


def every(nodes):
    for node in nodes:
        yield node
        yield from every(node.children)
