"""Items side by side -> which of them hand out work by their headings alone, whatever the section above is called.

Directives, dispatches and plans without a section on implementation give work by items headed by agencies
(``1. Sở Y tế``, ``2. Công an tỉnh: ...``), articles of decisions by ``Điều 2. Giao Giám đốc Sở X`` with items below.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnplan.grammar.duties.addressees import Addressed, read_head, read_heading
from vnplan.grammar.duties.heading_names import opens_with_agency
from vnplan.grammar.duties.sentences import is_narrative
from vnplan.grammar.duties.verbs import verb_at
from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Node
from vnplan.readers.source import Paragraph
from vnplan.rules.duties.duty_lines import Walk, is_issuer

_ITEMS = (SectionKind.ARABIC, SectionKind.LETTER, SectionKind.ROMAN, SectionKind.ARTICLE)
_ANSWERS = re.compile(r"\s*(?:có|chịu) trách nhiệm[^.;:]{0,40}:?\s*\Z")
# Laws and their kin lay down standing rules; a report tells what was done.
_NO_ORDERS = frozenset({"L", "PL", "NĐ", "TT", "TTLT", "BC"})
# A directive, telegram or notice is one hand-out of work: its items are sentences that begin with who is to do it.
_ALL_ORDERS = frozenset({"CT", "CĐ", "TB"})
_FEWEST = 2
"""One heading that is an agency's name may be a topic; a second one makes it a list of whom to do what."""
_VERB_WITHIN = 60
"""Characters in which the verb of a duty comes after the colon; a sentence without one there counts something."""


def addressing(walk: Walk, nodes: Sequence[Node], *, joined: bool = False) -> frozenset[int]:
    """Places among ``nodes`` of the items that give work; ``joined``: the heading above says that some do."""
    if walk.setting.doc_type in _NO_ORDERS:
        return frozenset()
    items = [place for place, node in enumerate(nodes) if node.kind in _ITEMS and node.heading]
    heads = {place: head for place in items if (head := _head(walk, nodes[place], joined=joined))}
    ordered = {place for place, head in heads.items() if head.mode is not None and head.whole}
    listed = len(heads) >= _FEWEST and 2 * len(heads) >= len(items)
    return frozenset(heads) if listed or joined else frozenset(ordered)


def _head(walk: Walk, node: Node, *, joined: bool) -> Addressed | None:
    """Whom an item gives work to: its heading is their names with work below, or names, colon and work.

    Where the heading above says that items give work (``joined``), a sentence that begins with their names does.
    """
    view = node.title(walk.text)
    if not joined and not opens_with_agency(view):
        return None
    head = read_head(view, walk.setting) or read_heading(view, walk.setting)
    if head is None:
        return None
    rest = view.text[head.rest :]
    if head.whole or _ANSWERS.match(view.folded, head.rest):
        return head if _has_work(walk, node) else None
    if joined:
        return None if is_issuer(walk, head) or is_narrative(view, head.rest) else head
    colon = view.text[head.rest - 1 : head.rest] == ":"
    sentence = walk.setting.doc_type in _ALL_ORDERS and not is_narrative(view, head.rest)
    if not colon and ((head.mode is None and not sentence) or is_issuer(walk, head)):
        return None
    return head if verb_at(rest.lower(), 0, _VERB_WITHIN) is not None else None


def _has_work(walk: Walk, node: Node) -> bool:
    lines = [p.view(walk.text) for p in node.content if isinstance(p, Paragraph)]
    lines += [child.title(walk.text) for child in node.children if child.heading]
    return any(verb_at(line.folded, 0, _VERB_WITHIN) is not None for line in lines)
