"""How citations hang together: which stands in the subject of which, and what the words between say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from vnplan.gazetteer import relation_words
from vnplan.grammar.citations.cited_document import CitedDocument
from vnplan.models.citation import ACTS_OF_A_TEXT, CitationKind, Relation, is_too_early

_LIST = re.compile(r"(?:[,;]? ?(?:và|hoặc|hay)?|[,;]) (?:số |các )?\Z")
_JOINED = re.compile(r"(?:[,;]| và| hoặc|[,;] và) (?:các |số )?\Z")
_CLAUSE = re.compile(r"[;:|]|\.(?= )|\A")
_BASIS = re.compile(r"(?:\A|[;.,:)\"*_|] ?|- )căn cứ(?: ?:)? (?:vào )?(?:các )?\Z")
# "Kế hoạch này thay thế Kế hoạch số ...", "Bãi bỏ Quyết định số ...": the text at hand acts itself.
_ACTS = {cue.words: cue.relation for cue in relation_words.after() if cue.relation in ACTS_OF_A_TEXT}
_ACTS_ITSELF = re.compile(
    rf"(?:\bnày (?:sẽ )?(?P<verb>{'|'.join(_ACTS)})|(?:\A|[;.:] ?|- )(?P<first>bãi bỏ|hủy bỏ))(?: các| toàn bộ)* \Z"
)
_PROPOSED = re.compile(r"đề nghị\b.*\btại (?:các )?\Z")
_ISSUED_WITH = re.compile(r",? ?\(?(?:được )?(?:ban hành |phê duyệt )?kèm theo \Z")
# The pointer of an attachment: "(Kèm theo Kế hoạch số ...)"; "Quy chế ban hành kèm theo Quyết định ..." is no pointer.
_ATTACHED = re.compile(r"(?:\A|[(;.|\"*_] ?)(?:ban hành |đính |phê duyệt )?kèm theo (?:các )?\Z")
_PASSIVE_OF = {cue.words: cue.relation for cue in relation_words.passive()}
_PASSIVE = re.compile(rf"(?:được|bị) (?P<verb>{'|'.join(_PASSIVE_OF)})[^;.]{{0,40}}\b(?:bởi|tại|theo|bằng) (?:các )?\Z")
# "giảm dần theo hướng ..., đồng bộ với Luật X": the direction is followed, not the law.
_DIRECTION = re.compile(r"\btheo hướng(?! dẫn)")
_GAP = 80
"""Characters between an act and the one that amended it: the verb of the passive and forty after it, with room."""
_REACH = 200
"""Characters before a citation that its clause is looked for in; a proposer and its submission fit in."""
_NEAR = 60
"""Characters that may stand between a cue and its citation: ``thực hiện có hiệu quả các mục tiêu của ...``."""


EXAMPLES: Final = {
    "_BASIS": (("căn cứ ", "tỉnh; căn cứ các ", "căn cứ: "), ("có căn cứ ", "căn cứ tình hình ")),
    "_ACTS_ITSELF": (
        ("kế hoạch này thay thế ", "quyết định này sửa đổi, bổ sung ", "1. bãi bỏ các "),
        ("xây dựng quyết định thay thế ", "việc bãi bỏ ", "- sửa đổi "),
    ),
    "_PROPOSED": (("theo đề nghị của sở y tế tại ",), ("đề nghị của sở y tế ",)),
    "_PASSIVE": (("được sửa đổi, bổ sung bởi ", "bị bãi bỏ tại các "), ("sửa đổi bởi ", "được sửa đổi ")),
    "_DIRECTION": (("theo hướng giảm",), ("theo hướng dẫn", "theo")),
    "_ATTACHED": (("(kèm theo ", "ban hành kèm theo "), ("quy chế ban hành kèm theo ",)),
}


class Link(NamedTuple):
    """Place of one citation among the others."""

    parent: int | None
    relation: Relation
    cue: str | None


NONE = Link(None, Relation.CITES, None)


def link(soft: str, items: Sequence[CitedDocument]) -> tuple[Link, ...]:
    """Return the link of each of ``items`` (in order of their places) in softened text ``soft``."""
    links: list[Link] = []
    tops: list[int] = []  # of each item the citation of the text at hand that its chain begins with
    before: int | None = None
    for index, item in enumerate(items):
        names_it = item.kind is CitationKind.ALIAS and item.key is not None  # "(gọi tắt là ...)" cites nothing
        tie = (
            NONE
            if names_it
            else _own(soft, item, 0)
            if before is None
            else _link(soft, items, (before, item), links, tops)
        )
        links.append(tie)
        tops.append(index if tie.parent is None else tops[tie.parent])
        before = before if item.kind is CitationKind.ALIAS else index
    return tuple(links)


def _link(
    soft: str,
    items: Sequence[CitedDocument],
    pair: tuple[int, CitedDocument],
    links: Sequence[Link],
    tops: Sequence[int],
) -> Link:
    before, item = pair
    previous = items[before]
    if item.start < previous.end:
        return (
            Link(before, Relation.AMENDS, "sửa đổi")
            if item.kind is CitationKind.NAMED
            else Link(before, Relation.CITES, None)
        )
    gap = soft[previous.end : item.first]
    if _LIST.fullmatch(gap):
        return _beside(soft, items, pair, links)
    if previous.subject and item.first < previous.subject[1]:
        if _JOINED.search(gap) and not _passive(gap):
            return _beside(soft, items, pair, links)
        return Link(before, *(_passive(gap) or _between(gap)))
    passive = _passive(gap) if len(gap) < _GAP and not _CLAUSE.search(gap, 1) else None
    if passive:
        return Link(before, *passive)
    top = links[tops[before]]
    return top if _next_in_list(gap, top) else _own(soft, item, previous.end)


def _beside(soft: str, items: Sequence[CitedDocument], pair: tuple[int, CitedDocument], links: Sequence[Link]) -> Link:
    """The place of an item that a list joins to the one before: beside it, or beside what holds it.

    A semicolon parts the items of the text at hand, so it ends the title of an act
    (``A về thực hiện B; C``: C is no concern of A), and no act carries out, amends
    or rests on one that is later than itself.
    """
    before, item = pair
    tie = links[before]
    while tie.parent is not None:
        holder = items[tie.parent]
        ended = ";" in soft[items[before].end : item.first] and not _in_brackets(soft, holder.end, item.first)
        if not ended and not is_too_early(tie.relation, holder.date, item.date):
            break
        tie = links[tie.parent]
    return tie


def _in_brackets(soft: str, start: int, end: int) -> bool:
    """Whether a bracket that opens after ``start`` is still open at ``end``."""
    return soft.rfind("(", start, end) > soft.rfind(")", start, end)


def _next_in_list(gap: str, top: Link) -> bool:
    """``Căn cứ A về ...; B về ...``: an item after a semicolon shares the word before the first."""
    if gap.count(";") != 1:
        return False
    rest = gap[gap.index(";") + 1 :].strip()
    # "; Công ty B tại Văn bản số ..."
    return rest in {"", "và", "các"} or (top.relation is Relation.PROPOSED_BY and rest.endswith("tại"))


def _own(soft: str, item: CitedDocument, low: int) -> Link:
    """Relation of the text at hand to the citation: the cue before it in its clause."""
    start = max(low, item.first - _REACH)
    window = soft[start : item.first]
    if _BASIS.search(window):
        return Link(None, Relation.BASED_ON, "căn cứ")
    if _ATTACHED.search(window):
        return Link(None, Relation.ATTACHED_TO, "kèm theo")
    if _PROPOSED.search(window):
        return Link(None, Relation.PROPOSED_BY, "đề nghị")
    if itself := _ACTS_ITSELF.search(window):
        verb = itself["verb"] or itself["first"]
        return Link(None, _ACTS[verb], verb)
    clause = max((m.end() for m in _CLAUSE.finditer(window)), default=0)
    near = max(clause, len(window) - _NEAR)
    found = _last_cue(_DIRECTION.sub(_hidden, window[near:]), relation_words.before())
    return Link(None, found.relation, found.words) if found and found.relation is not Relation.ATTACHED_TO else NONE


def _hidden(words: re.Match[str]) -> str:
    return "-" * len(words[0])


def _between(gap: str) -> tuple[Relation, str | None]:
    """Relation of a citation to the one in its subject: the cue nearest to the latter."""
    found = _last_cue(gap, relation_words.after())
    return (found.relation, found.words) if found else (Relation.CITES, None)


def _passive(gap: str) -> tuple[Relation, str] | None:
    if _ISSUED_WITH.fullmatch(gap):
        return Relation.ATTACHED_TO, "kèm theo"
    match = _PASSIVE.search(gap)
    return (_PASSIVE_OF[match["verb"]], match[0].strip()) if match else None


def _last_cue(words: str, cues: Sequence[relation_words.Cue]) -> relation_words.Cue | None:
    """The cue that ends last in ``words``; of two that end together the longer."""
    best, best_end = None, 0
    for cue in cues:
        at = words.rfind(cue.words)
        end = at + len(cue.words)
        whole = at >= 0 and not (at and words[at - 1].isalnum()) and not words[end : end + 1].isalnum()
        if whole and end > best_end:
            best, best_end = cue, end
    return best


def trim(items: Sequence[CitedDocument], links: Sequence[Link]) -> list[CitedDocument]:
    """End each subject where the next citation of the same level begins."""
    out = list(items)
    for index, (item, tie) in enumerate(zip(items, links, strict=True)):
        if not item.subject:
            continue
        for later in range(index + 1, len(items)):
            other = items[later]
            if other.start >= item.subject[1]:
                break
            if links[later].parent == tie.parent and other.first > item.subject[0]:
                out[index] = replace(item, subject=(item.subject[0], other.first))
                break
    return out
