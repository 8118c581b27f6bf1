"""Distinct documents behind the citations: merged by number or name, dated, identified (docs/domain.md, 2.5)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from collections.abc import Set as AbstractSet
from datetime import date
from typing import TypeVar

from vnplan.diagnostics import note
from vnplan.grammar.citations.cited_document import likely_issuer
from vnplan.grammar.citations.finder import Mention
from vnplan.mentions.agencies import normalize_in
from vnplan.models.base import Span
from vnplan.models.citation import Citation, CitationKind, Match, Reference, Relation
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.rules.references import urns
from vnplan.rules.references.identity import are_two, resolve_identity
from vnplan.setting import Setting

T = TypeVar("T")
_LOCAL = {"UBND": "UBND tỉnh", "HĐND": "HĐND tỉnh", "TU": "Tỉnh ủy", "UB": "UBND tỉnh", "CAT": "Công an tỉnh"}
"""Codes of agencies of every province -> words that name the body of the one that speaks."""


def is_own(cited: Citation, setting: Setting, *, pointer: bool) -> bool:
    """Whether the citation means the document at hand: its own number, or the pointer line of its attachments."""
    if cited.kind is not CitationKind.NUMBERED:
        return False
    if setting.own_key is None:
        return pointer and cited.doc_type == setting.doc_type
    if cited.key != setting.own_key:
        return False
    # "12/KH-UBND" recurs every year: with another year it is another document, but not in a pointer line.
    other_year = cited.date and setting.on and cited.date.year != setting.on.year
    return pointer or cited.relation is Relation.ATTACHED_TO or not other_year


def merge(
    mentions: Sequence[Mention], own: AbstractSet[int], setting: Setting
) -> tuple[tuple[Reference, ...], tuple[Diagnostic, ...]]:
    """Merge mentions of one document, in the order of first mention."""
    found: list[Reference] = []
    notes: list[Diagnostic] = []
    used: Counter[str] = Counter()
    for group in _groups(mentions, own):
        members = [mentions[index] for index in group if mentions[index].citation.kind is not CitationKind.ALIAS]
        if not members:
            continue
        notes += _doubts(members)
        reference = _reference([mentions[index] for index in group], group, setting)
        used[reference.id] += 1
        if used[reference.id] > 1:
            reference = reference.model_copy(update={"id": f"{reference.id}~{used[reference.id]}"})
        found.append(reference)
    return tuple(found), tuple(notes)


def _groups(mentions: Sequence[Mention], own: AbstractSet[int]) -> Iterator[list[int]]:
    """Indexes of the mentions of each document."""
    by_key: dict[str, list[int]] = {}
    for index, mention in enumerate(mentions):
        if mention.citation.key and index not in own:
            by_key.setdefault(mention.citation.key, []).append(index)
    for indexes in by_key.values():
        yield from _split(mentions, indexes)


def _split(mentions: Sequence[Mention], indexes: list[int]) -> Iterator[list[int]]:
    """Part documents that share a number: numbers restart every year, and every province has its own series."""
    groups: list[tuple[list[int], dict[tuple[date | None, str | None], Citation]]] = []
    for index in indexes:
        cited = mentions[index].citation
        home = next((g for g in groups if not any(_differ(kin, cited) for kin in g[1].values())), None)
        if home is None:
            home = ([], {})
            groups.append(home)
        home[0].append(index)
        home[1].setdefault((cited.date, cited.issuer), cited)
    yield from (group for group, _ in groups)


def _differ(a: Citation, b: Citation) -> bool:
    """Whether two mentions of one number are surely two documents; one date with a slip is one document."""
    code = (a.number.issuer_code or "").split("-")[0] if a.number else ""
    if are_two(a, b):
        return True
    if code in {"UBND", "HĐND"} and a.issuer and b.issuer and a.issuer != b.issuer:
        return True
    if not a.date or not b.date or a.date.year == b.date.year or (a.number and a.number.year):
        return False
    return (a.date.month, a.date.day) != (b.date.month, b.date.day)


def _reference(members: Sequence[Mention], indexes: Sequence[int], setting: Setting) -> Reference:
    cited = [m.citation for m in members]
    written = [c for c in cited if c.kind is not CitationKind.ALIAS]
    first = written[0]
    issuer = _commonest(c.issuer for c in written) or _likely(first, setting)
    when = _commonest(c.date for c in written)
    relations = dict.fromkeys(
        c.relation for c in cited if c.parent is None and c.relation is not Relation.DEFINES_ALIAS
    )
    if len(relations) > 1:
        relations.pop(Relation.CITES, None)
    verdict = resolve_identity([m for m in members if m.citation.kind is not CitationKind.ALIAS], issuer, setting)
    doc_type = _commonest(c.doc_type for c in written)
    days = {c.date for c in written if c.date}
    urn = None
    if verdict.match is Match.CERTAIN:
        numbered = urns.of_numbered(first.key, doc_type, issuer, days, setting) if first.number else None
        urn = numbered or urns.of_named(verdict.known)
    return Reference(
        id=verdict.id,
        key=first.key or "",
        kind=first.kind,
        doc_type=doc_type,
        number=first.number,
        date=when,
        issuer=issuer,
        title=next((c.title for c in written if c.title), None),
        aliases=tuple(dict.fromkeys(name for c in cited if (name := _short_name(c)))),
        relations=tuple(relations),
        mentions=tuple(indexes),
        match=verdict.match,
        candidates=verdict.candidates,
        urn=urn,
    )


def _short_name(cited: Citation) -> str | None:
    """What the text calls the document; ``Quyết định này`` is no name."""
    words = " ".join(cited.text.split())
    return None if cited.kind is not CitationKind.ALIAS or words.endswith((" này", " trên")) else words


def _commonest(values: Iterator[T | None]) -> T | None:
    """The value given most often, of several the first."""
    counts = Counter(value for value in values if value is not None)
    return counts.most_common(1)[0][0] if counts else None


def _likely(cited: Citation, setting: Setting) -> str | None:
    """Issuer by the code alone, where the words say nothing: local codes mean the province that speaks."""
    if not cited.number or not cited.number.issuer_code:
        return None
    words = _LOCAL.get(cited.number.issuer_code.split("-")[0])
    if words:
        agency = normalize_in(words, setting) if setting.province else None
        return agency.name if agency else None
    return likely_issuer(cited.number, cited.date)


def _doubts(members: Sequence[Mention]) -> Iterator[Diagnostic]:
    places: dict[date, Span] = {}
    for member in members:
        if member.citation.date:
            places.setdefault(member.citation.date, member.citation.span)
    if len(places) > 1:
        said = ", ".join(f"{day.isoformat()} ({span.start}-{span.end})" for day, span in sorted(places.items()))
        first, *others = sorted(places.values())
        yield note(DiagnosticCode.REFERENCE_TWO_DATES, first, *others, key=members[0].citation.key, dates=said)
    for member in members:
        if member.bad_date:
            yield note(
                DiagnosticCode.REFERENCE_IMPOSSIBLE_DATE,
                member.citation.span,
                key=member.citation.key,
                date=member.bad_date,
            )
        if member.said:
            cited = member.citation
            yield note(
                DiagnosticCode.REFERENCE_ISSUER_CONFLICT, cited.span, key=cited.key, said=member.said, code=cited.issuer
            )
