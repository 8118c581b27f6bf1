"""Citations in running text (viện dẫn): every mention of another document, with its parts.

:func:`find_citations` works on any text. The grammar is that of docs/domain.md, 2.1
and Decree 30/2020/NĐ-CP (Annex I, II.6; Annex II, V.7): type word, number,
date and issuer in either order, subject, pinpoint; lists that share their
head; chains in which a subject cites further documents.
"""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass, replace
from datetime import date

from vnplan.grammar.citations import cited_document as parts
from vnplan.grammar.citations.cited_document import CitedDocument
from vnplan.grammar.citations.document_numbers import NumberFound, find_numbers, is_of_a_form, number_at, sharing_symbol
from vnplan.grammar.citations.relations import Link, link, trim
from vnplan.grammar.citations.short_forms import find_short, fits
from vnplan.grammar.citations.subjects import alias_after, subject_after
from vnplan.grammar.citations.type_words import TypeWords, head_before
from vnplan.grammar.laws import law_names, party_resolutions, programmes
from vnplan.grammar.laws.law_names import LawName, find_law_names
from vnplan.grammar.laws.party_resolutions import find_party_names
from vnplan.grammar.laws.programmes import find_programme_names
from vnplan.models.citation import Citation, CitationKind, Relation, Zone
from vnplan.setting import Setting
from vnplan.text.composed import compose
from vnplan.text.view import View

_YEAR_OF_LAW = re.compile(r" \(?(?:năm |NĂM )?((?:19|20)\d\d)\b(?![/.-]\d)")
# A blank line that parts a number from its symbol (``10-``, ``NQ/TW`` after a page's end) ends no paragraph.
_PARAGRAPH = re.compile(r"\n(?<!\w[-/]\n)(?<!\w[-/] \n)[^\S\n]*\n\s*")
_SAYS_NUMBER = re.compile(r"số|SỐ|[Cc]ông văn|[Vv]ăn bản|[Tt]ờ trình")
_NUMBER_START = re.compile(r" ?:? ?(?=[A-ZĐ\d])")
_LIST_MARK = re.compile(r"(?:,| và|, và|;) (?:số )?")
# A digit or the head of what is cited without one: a paragraph without any cites nothing and need not be folded.
_MAY_CITE = re.compile("|".join((r"\d", *law_names.HEADS, *party_resolutions.HEADS, *programmes.HEADS)))
_SAME_DAY = re.compile(r" cùng ngày \d")
_LAST_WORD = re.compile(r"luật(?= số)", re.IGNORECASE)
_INVISIBLE = re.compile("[\u00ad\u200b\u200c\u200d\u2060\ufeff]")


@dataclass(frozen=True, slots=True)
class Mention:
    """A citation with what the rules of a whole document need beside it."""

    citation: Citation
    said: str | None = None
    """Issuer that the words name, where the number's code names another."""
    name: str | None = None
    """Name of a law that is cited with its number."""
    serial: str | None = None
    """Number without symbol of a short citation (``Chỉ thị 32``)."""
    local: bool = False
    """The name leaves out which province is meant."""
    bad_date: str | None = None
    """The words of a date that does not exist."""
    year: int | None = None
    """The year that words add to a name: ``Luật Đất đai năm 2024``."""

    def moved(self, **fields: object) -> Mention:
        """Return the mention with other values of its citation's ``fields``."""
        if all(getattr(self.citation, name) == value for name, value in fields.items()):
            return self
        return replace(self, citation=self.citation.model_copy(update=fields))


def find_citations(text: str, *, province: str | None = None, on: date | None = None) -> tuple[Citation, ...]:
    """Find every citation of ``text`` in order; spans index ``text``.

    ``province`` and ``on`` (name and day of the citing document) complete
    issuers such as ``UBND tỉnh``. ``parent`` indexes the result.

    >>> cited = find_citations("Căn cứ Quyết định số 1983/QĐ-TTg ngày 24/11/2021 của Thủ tướng Chính phủ;")
    >>> cited[0].key, cited[0].date.isoformat(), cited[0].issuer, cited[0].relation
    ('1983/QĐ-TTg', '2021-11-24', 'Thủ tướng Chính phủ', 'based_on')
    """
    composed, at = compose(text)
    composed = composed.replace("Ð", "Đ").replace("ð", "đ")
    setting = Setting(province, on)
    found: list[Citation] = []
    for start, end in _paragraphs(composed):
        for mention in read_citations(View.of(composed, ((start, end),)), setting, base=len(found)):
            span = at(mention.citation.span)
            found.append(mention.moved(span=span, text=text[span.start : span.end]).citation)
    return tuple(found)


def _paragraphs(text: str) -> Iterator[tuple[int, int]]:
    """The paragraphs of ``text`` that may cite something."""
    low = text.lower()
    known = len(low) == len(text) and not _INVISIBLE.search(text)
    start = 0
    for gap in (*_PARAGRAPH.finditer(text), None):
        end = gap.start() if gap else len(text)
        if not known or _MAY_CITE.search(low, start, end):
            yield start, end
        start = gap.end() if gap else end


def read_citations(view: View, setting: Setting, *, base: int = 0, zone: Zone = Zone.BODY) -> tuple[Mention, ...]:
    """Find every citation of one paragraph; ``parent`` of each indexes the result, counted from ``base``."""
    text = view.text
    soft = view.folded
    if not _MAY_CITE.search(soft):
        return ()
    items = _collect(text, soft, setting)
    links = link(soft, items)
    whole = _Paragraph(view, base, zone)
    return tuple(_mention(whole, item, tie) for item, tie in zip(trim(items, links), links, strict=True))


def _collect(text: str, soft: str, setting: Setting) -> list[CitedDocument]:
    laws = find_law_names(text, soft)
    by_end = {law.end: law for law in reversed(laws)}  # of laws that end together the outermost
    by_start = {number.start: number for number in find_numbers(text)}
    for number in [*by_start.values()]:
        by_start.update({other.start: other for other in sharing_symbol(text, number)})
    by_start.update({number.start: number for number in _numbers_in_words(text, soft, by_start)})
    numbers = sorted(n for n in by_start.values() if not is_of_a_form(soft, n.start))
    items: list[CitedDocument] = []
    numbered: set[LawName] = set()
    for found in numbers:
        head = head_before(text, soft, found.start)
        if head.type == "ĐA" and found.number.key.endswith("/CP"):
            # "Đề án 06/CP" names a scheme by the number of the decision on it; /CP marked decrees until 2001.
            items.append(CitedDocument(head.start, found.end, CitationKind.ALIAS, None, "ĐA", name=found.number.serial))
            continue
        item = parts.numbered(text, head, found, setting)
        # "Luật Điện lực số 61/2024/QH15": the name belongs to the number.
        law = _named_before(text, by_end, head)
        if law:
            by_end.pop(law.end)
            numbered.add(law)
            item = parts.pinpointed(text, replace(item, start=law.start, doc_type=law.kind, name=law.name, typed=True))
        items.append(item)
    items += _laws(text, [law for law in laws if law not in numbered], setting)
    items += [_party(text, *name) for name in find_party_names(text, soft)]
    items += _programmes(text, soft, {item.start for item in items})
    items += _shorts(text, soft, {number.start for number in numbers})
    items = _shared(sorted(items, key=_order), text)
    return sorted([*items, *_aliases(text, items)], key=_order)


def _named_before(text: str, by_end: dict[int, LawName], head: TypeWords) -> LawName | None:
    """The law whose name ends before the number; "luật" may be the name's last word (``pháp luật số ...``)."""
    if head.type is None:
        return by_end.get(head.start - 1)
    word = _LAST_WORD.match(text, head.start) if head.type == "L" else None
    law = by_end.get(word.end()) if word else None
    return law if law and law.start < head.start else None


def _order(item: CitedDocument) -> tuple[int, int]:
    return item.start, -item.end


def _numbers_in_words(text: str, soft: str, known: Container[int]) -> list[NumberFound]:
    """Numbers that only the words before them tell: ``Tờ trình số 126/SKHĐT``, ``Văn bản số 31.1/YP``."""
    found: list[NumberFound] = []
    for word in _SAYS_NUMBER.finditer(text):
        start = _NUMBER_START.match(text, word.end())
        if not start or start.end() in known:
            continue
        number = number_at(text, start.end())
        if number and head_before(text, soft, start.end()).type:
            found.append(number)
    return found


def _laws(text: str, laws: list[LawName], setting: Setting) -> Iterator[CitedDocument]:
    outer_end = 0
    for law in laws:
        # The date after "Luật sửa đổi ... của Luật X ngày ..." is that of the whole, not of Luật X.
        inner = law.end <= outer_end
        outer_end = max(outer_end, law.end)
        passed = None if law.short or inner else parts.passed(text, law.end)
        end, when, _ = (law.end, None, None) if law.short or inner else passed or parts.tail(text, law.end, setting)
        kind = CitationKind.ALIAS if law.short else CitationKind.NAMED
        key = None if law.short else law.name
        item = CitedDocument(
            law.start,
            end,
            kind,
            key,
            law.kind,
            date=when,
            issuer=passed[2] if passed else None,
            name=law.name,
            subject=subject_after(text, end),
        )
        year = None if inner or law.short else _YEAR_OF_LAW.match(text, law.end)
        yield parts.pinpointed(text, replace(item, year=int(year[1])) if year else item)


def _party(text: str, start: int, end: int, name: str, local: bool) -> CitedDocument:  # noqa: FBT001 -- fields of a PartyName
    item = CitedDocument(start, end, CitationKind.NAMED, name, "NQ", subject=subject_after(text, end), local=local)
    return parts.pinpointed(text, item)


def _programmes(text: str, soft: str, starts: set[int]) -> list[CitedDocument]:
    return [
        CitedDocument(p.start, p.end, CitationKind.PROGRAMME, p.name, p.kind, first=p.start)
        for p in find_programme_names(text, soft)
        if p.start not in starts
    ]


def _shorts(text: str, soft: str, taken: set[int]) -> list[CitedDocument]:
    return [
        parts.pinpointed(text, CitedDocument(s.start, s.end, CitationKind.ALIAS, None, s.type, name=s.serial))
        for s in find_short(text, soft)
        if not any(at in taken for at in range(s.end - len(s.serial), s.end))
    ]


def _shared(items: list[CitedDocument], text: str) -> list[CitedDocument]:
    """Give the items of a list the issuer that its head or its last item says for all, else the code's."""
    out, taken = list(items), False
    for index in range(
        len(out) - 1, 0, -1
    ):  # "số A, B và C của UBND tỉnh", "Chỉ thị số A và Kết luận số B của Ban Bí thư"
        before, item = out[index - 1], out[index]
        listed = _in_list(before, item, text)
        if listed and not (before.issuer or before.date or before.joint):
            before = out[index - 1] = replace(before, issuer=item.issuer)
        taken = bool(listed and item.date and before.date is None and (taken or _same_day(text, item)))
        if taken:
            out[index - 1] = replace(before, date=item.date)
    for index in range(1, len(out)):  # "của HĐND tỉnh: số A ngày ...; số B ngày ..."
        before, item = out[index - 1], out[index]
        untyped = item.kind is before.kind is CitationKind.NUMBERED and not item.typed
        if untyped and not item.issuer and item.doc_type in {before.doc_type, None}:
            out[index] = replace(item, issuer=before.issuer, doc_type=before.doc_type)
    return [
        replace(item, issuer=parts.likely_issuer(item.number, item.date))
        if item.number and not (item.issuer or item.joint)
        else item
        for item in out
    ]


def _same_day(text: str, item: CitedDocument) -> bool:
    """``số A, số B cùng ngày 02/3/2023``: the day is that of the whole list."""
    return _SAME_DAY.search(text, item.start, item.end) is not None


def _in_list(before: CitedDocument, item: CitedDocument, text: str) -> bool:
    if not before.number or not item.number or before.number.issuer_code != item.number.issuer_code:
        return False
    return bool(_LIST_MARK.fullmatch(text, before.end, item.start))


def _aliases(text: str, items: list[CitedDocument]) -> Iterator[CitedDocument]:
    """Short names that a citation gives its document for the rest of the text."""
    starts = {item.start for item in items}
    named: dict[tuple[int, int], list[CitedDocument]] = {}  # name -> the citations that end before it, outermost first
    for item in items:
        for end in {item.end, item.subject[1] if item.subject else item.end}:
            name = alias_after(text, end)
            if name and item.key and name[0] not in starts:
                named.setdefault(name, []).append(item)
    for name, owners in named.items():
        # What stands in the title of another is not called anything, unless the short name says its type and number.
        words = text[slice(*name)]
        owner = owners[0] if fits(words, owners[0]) else next((o for o in owners if fits(words, o)), owners[0])
        yield CitedDocument(*name, CitationKind.ALIAS, owner.key, owner.doc_type, first=name[0])


@dataclass(frozen=True, slots=True)
class _Paragraph:
    view: View
    base: int
    """Citations before it in the whole text."""
    zone: Zone


def _mention(paragraph: _Paragraph, item: CitedDocument, tie: Link) -> Mention:
    text = paragraph.view.text
    alias = item.kind is CitationKind.ALIAS
    subject = text[slice(*item.subject)].strip(" ,") if item.subject else None
    citation = Citation(
        span=paragraph.view.span(item.start, item.end),
        text=text[item.start : item.end],
        key=item.key,
        kind=item.kind,
        doc_type=item.doc_type,
        number=item.number,
        date=item.date,
        issuer=item.issuer,
        title=subject or (item.name if item.number else None),
        pinpoint=item.pinpoint,
        zone=paragraph.zone,
        parent=None if tie.parent is None else tie.parent + paragraph.base,
        relation=Relation.DEFINES_ALIAS if alias and item.key else tie.relation,
        cue=tie.cue,
    )
    return Mention(
        citation,
        said=item.said,
        name=None if alias else item.name,
        serial=item.name if alias else None,
        local=item.local,
        bad_date=item.bad_date,
        year=item.year,
    )
