"""``Quyết định này``, ``Kế hoạch này``: the document at hand, or the one that the same paragraph has just cited."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final, NamedTuple

from vnplan.gazetteer import doc_types
from vnplan.grammar.citations.finder import Mention
from vnplan.models.citation import Citation, CitationKind, Relation, Zone
from vnplan.setting import Setting
from vnplan.text.fold import fold_case
from vnplan.text.view import View

_THIS = re.compile(rf"\b(?P<type>{'|'.join(doc_types.pointing_back())}) (?:này|nêu trên|nói trên)(?!\w)")
# "Quyết định số      /QĐ-UBND ngày   /5/2024": a document whose number is still to be filled in.
_BLANK = re.compile(rf"\b(?P<type>{'|'.join(doc_types.pointing_back())}) số ?:?[ .…_]*[/-] ?[A-ZĐ]")
# "Quyết định ... phê duyệt Chương trình ...": "Chương trình này" is what the decision approves.
_GIVES = re.compile(r"(?:ban hành|phê duyệt|thông qua) (?:kèm theo )?(kế hoạch|chương trình|đề án)\b", re.IGNORECASE)

EXAMPLES: Final = {
    "_THIS": (("Kế hoạch này", "Thông báo nêu trên"), ("kế hoạch này", "Kế hoạch nàyy", "Kế hoạch số 5")),
    "_BLANK": (
        ("Quyết định số      /QĐ-UBND", "Kế hoạch số: …/KH-UBND"),
        ("Quyết định số 5/QĐ-UBND", "Quyết định này"),
    ),
    "_GIVES": (("ban hành kèm theo Kế hoạch", "phê duyệt đề án"), ("phê duyệt quy hoạch",)),
}

_REACH = 50
"""Citations of one paragraph that are looked back at."""


class _Top(NamedTuple):
    """A citation that stands in no other's title."""

    start: int
    types: frozenset[str | None]
    """Of the document and of what it issues or approves."""
    key: str | None


def find_uses(mentions: Sequence[Mention], passages: Sequence[tuple[View, Zone]], setting: Setting) -> list[Mention]:
    """Find the back references of every passage; one whose document is not sure has no key."""
    tops = [
        _top(m.citation) for m in mentions if m.citation.parent is None and m.citation.kind is not CitationKind.ALIAS
    ]
    starts = [top.start for top in tops]
    given = _names(mentions)
    found = []
    for view, zone in passages:
        first = bisect_left(starts, view.position(0))
        # Behind a document of the type with a blank number ``này`` may mean it, and it has no key.
        blanks: dict[str, int] = {}
        for blank in _BLANK.finditer(view.text):
            blanks.setdefault(blank["type"], blank.end())
        for match in _THIS.finditer(view.text):
            span = view.span(*match.span())
            last = bisect_left(starts, span.start)
            code = doc_types.names().get(fold_case(match["type"]))
            itself = match[0].endswith("này") and _is_itself(code, zone, setting)
            key = setting.own_key if itself else _named(given, match["type"], span.start)
            if key is None and not itself:
                unnumbered = blanks.get(match["type"], match.start() + 1) <= match.start()
                key = None if unnumbered else _antecedent(tops[max(first, last - _REACH) : last], code)
            found.append(
                Mention(Citation(span=span, text=match[0], key=key, kind=CitationKind.ALIAS, doc_type=code, zone=zone))
            )
    return found


def _is_itself(code: str | None, zone: Zone, setting: Setting) -> bool:
    """A plan that a decision issues has the decision's number."""
    issued = setting.doc_type == "QĐ" and code == "KH" and zone is Zone.ATTACHMENT
    return code == setting.doc_type or issued


def _names(mentions: Sequence[Mention]) -> dict[str, list[tuple[int, str]]]:
    """Type words that the text gives as names -> places and documents: ``(sau đây gọi tắt là Chương trình)``."""
    found: dict[str, list[tuple[int, str]]] = {}
    for cited in (mention.citation for mention in mentions):
        if cited.relation is Relation.DEFINES_ALIAS and cited.key:
            found.setdefault(cited.text, []).append((cited.span.start, cited.key))
    return found


def _named(given: dict[str, list[tuple[int, str]]], word: str, before: int) -> str | None:
    """The document that was given this name last."""
    places = given.get(word, [])
    last = bisect_left(places, (before, ""))
    return places[last - 1][1] if last else None


def _antecedent(tops: Sequence[_Top], code: str | None) -> str | None:
    """The one document of the type that the paragraph has cited before; ``None`` for none and for several."""
    keys = {top.key for top in tops if code in top.types}
    return keys.pop() if len(keys) == 1 else None


def _top(cited: Citation) -> _Top:
    given = _GIVES.search(cited.title or "")
    what = doc_types.names().get(fold_case(given[1])) if given else None
    return _Top(cited.span.start, frozenset({cited.doc_type, what}), cited.key)
