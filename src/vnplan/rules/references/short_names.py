"""Later uses of the short names that a text gives: ``(sau đây gọi tắt là Đề án)``, then ``Đề án`` alone."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Sequence

from vnplan.gazetteer import doc_types
from vnplan.grammar.citations.finder import Mention
from vnplan.models.citation import Citation, CitationKind, Zone
from vnplan.text.fold import fold_case
from vnplan.text.view import View

# With a number, a title, a quote or "này" after it the word names something else.
_ALONE = r"(?!\w)(?! (?:số|này|nêu|mục tiêu|hành động|\d|[A-ZĐ\"]))"
# A capital there is that of the sentence, and "các Đề án" are several.
_NO_NAME_BEFORE = re.compile(r"(?:\A|[.:;!?|] |[-+*•] |\bcác |\bmột |\bnhững |\bbộ )\Z")


def find_uses(
    mentions: Sequence[Mention], passages: Sequence[tuple[View, Zone]], own_type: str | None
) -> list[Mention]:
    """Find where defined short names are used after their definition, apart from the citations known already."""
    given: dict[str, list[Citation]] = {}
    for mention in mentions:
        if _gives_name(mention.citation, own_type):
            given.setdefault(" ".join(mention.citation.text.split()), []).append(mention.citation)
    taken = {position for m in mentions for position in (m.citation.span.start, m.citation.span.end - 1)}
    return [
        Mention(use)
        for name, definitions in given.items()
        for use in _uses(name, definitions, passages)
        if use.span.start not in taken and use.span.end - 1 not in taken
    ]


def _gives_name(cited: Citation, own_type: str | None) -> bool:
    """A short name that is the type of the document at hand (``Kế hoạch``) would mean that document as often."""
    code = doc_types.names().get(fold_case(cited.text))
    return cited.relation == "defines_alias" and cited.text[0].isupper() and (code is None or code != own_type)


def _uses(name: str, definitions: Sequence[Citation], passages: Sequence[tuple[View, Zone]]) -> Iterator[Citation]:
    """Uses of a name, each of the document that it was given to last; ``definitions`` are in text order."""
    ends = [definition.span.end for definition in definitions]
    pattern = re.compile(re.escape(name) + _ALONE)
    for view, zone in passages:
        for match in pattern.finditer(view.text):
            span = view.span(*match.span())
            # Eight characters hold the word before.
            before = view.text[max(0, match.start() - 8) : match.start()]
            last = bisect_left(ends, span.start) - 1
            if last < 0 or _NO_NAME_BEFORE.search(before):
                continue
            definition = definitions[last]
            yield Citation(
                span=span,
                text=name,
                key=definition.key,
                kind=CitationKind.ALIAS,
                doc_type=definition.doc_type,
                zone=zone,
            )


def in_order(mentions: Sequence[Mention], more: Sequence[Mention]) -> tuple[list[Mention], dict[int, int]]:
    """Merge both by place, parents renumbered; the second value maps old indexes of ``mentions`` to new ones."""
    joined = [*mentions, *more]
    order = sorted(range(len(joined)), key=lambda index: _place(joined[index]))
    place_of = {old: new for new, old in enumerate(order)}
    return [_renumbered(joined[index], place_of) for index in order], place_of


def _renumbered(mention: Mention, place_of: dict[int, int]) -> Mention:
    parent = mention.citation.parent
    return mention if parent is None or place_of[parent] == parent else mention.moved(parent=place_of[parent])


def _place(mention: Mention) -> tuple[int, int]:
    return mention.citation.span.start, -mention.citation.span.end
