"""Which document a citation means: a number is no identity, a name is often shared (docs/domain.md, 2.5).

State agencies begin to count anew every year, the Party every congress term,
and every province counts for itself; laws are passed anew under their old
names. What words and table leave open stays open.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from typing import NamedTuple

from vnplan.gazetteer import issuers, known_documents
from vnplan.gazetteer.known_documents import Known
from vnplan.grammar.citations import number_codes
from vnplan.grammar.citations.finder import Mention
from vnplan.mentions.agencies import normalize_in
from vnplan.models.agency import AgencyLevel
from vnplan.models.citation import Citation, CitationKind, Match
from vnplan.setting import Setting
from vnplan.text.fold import fold_key, slug
from vnplan.text.numerals import ROMAN

_TAKES_EFFECT = timedelta(days=400)
"""From the passing of a law to the day when plans surely mean it: laws take effect after 45 days to 13 months."""
_SAYS_LAW = re.compile(r"(?:bộ )?luật\b|pháp lệnh\b", re.IGNORECASE)
_SAYS_RESOLUTION = re.compile(r"nghị quyết\b|nq\b", re.IGNORECASE)
_CONGRESS = re.compile(rf"Nghị quyết Đại hội {ROMAN} của Đảng(?! bộ (?:tỉnh|thành phố)\Z)")
_LAWS = frozenset({"law", "code", "ordinance"})


class Verdict(NamedTuple):
    """How far it is told which document is meant."""

    match: Match
    candidates: tuple[str, ...]
    id: str
    known: Known | None = None
    """The row of the table, where one is meant."""


def resolve_identity(members: Sequence[Mention], issuer: str | None, setting: Setting) -> Verdict:
    """Tell which document ``members``, the mentions of one, stand for."""
    cited = members[0].citation
    if cited.number:
        return _numbered(members, issuer, setting)
    rows = known_documents.by_name().get(fold_key(cited.key or ""), ())
    rows = tuple(row for row in rows if row.number or row.year)
    days = {m.citation.date for m in members if m.citation.date}
    years = {m.year for m in members if m.year} or {day.year for day in days}
    match, fitting = _named(rows, days, years, setting.on)
    known = fitting[0] if match is Match.CERTAIN else None
    year = known.year if known else next(iter(years)) if len(years) == 1 else None
    if not rows and _CONGRESS.match(cited.key or ""):
        match = Match.CERTAIN  # a congress is told by its number and its committee
    names = tuple(dict.fromkeys(row.identity for row in fitting))
    return Verdict(match, names, f"document:{year or '?'}/{slug(cited.key or '')}", known)


def _named(
    rows: tuple[Known, ...], days: set[date], years: set[int], on: date | None
) -> tuple[Match, tuple[Known, ...]]:
    """Which of the documents of one name, oldest first, the words and the day of the citing text leave."""
    if days or years:
        fitting = tuple(row for row in rows if row.day in days) if len(days) == 1 else ()
        fitting = fitting or tuple(row for row in rows if row.year in years)
        return _only(fitting) if fitting else (Match.UNRESOLVED, rows)
    if on is None:
        return _only(rows)
    rows = tuple(row for row in rows if row.issued_by(on))
    if not rows or len({row.year for row in rows}) == 1:
        return _only(rows)
    newest = rows[-1]
    if newest.day and on - newest.day >= _TAKES_EFFECT:
        return _only(tuple(row for row in rows if row.day == newest.day))
    return Match.AMBIGUOUS, rows[-2:]


def _only(rows: tuple[Known, ...]) -> tuple[Match, tuple[Known, ...]]:
    return (Match.CERTAIN if len(rows) == 1 else Match.AMBIGUOUS if rows else Match.UNRESOLVED), rows


def _numbered(members: Sequence[Mention], issuer: str | None, setting: Setting) -> Verdict:
    cited = members[0].citation
    place = _place(cited, issuer, setting)
    number = cited.number
    years = {number.year} if number and number.year else {m.citation.date.year for m in members if m.citation.date}
    ids = [_id(place, year, cited) for year in sorted(year for year in years if year)]
    if len(ids) > 1:
        return Verdict(Match.AMBIGUOUS, tuple(ids), _id(place, _first_year(members), cited))
    if not ids:
        rows = known_documents.by_number().get(cited.key or "", ())
        found = tuple(_id(place, row.year, cited) for row in rows if not setting.on or row.issued_by(setting.on))
        match = Match.AMBIGUOUS if len(found) > 1 else Match.UNRESOLVED
        return Verdict(match, tuple(dict.fromkeys(found)), _id(place, None, cited))
    if number and number_codes.is_assembly(number.issuer_code or "") and not number.type_code:
        return _of_assembly(members, ids[0])
    told = place is not None or issuer is not None or _is_central(cited)
    return Verdict(Match.CERTAIN if told else Match.UNRESOLVED, (), ids[0])


def _of_assembly(members: Sequence[Mention], identity: str) -> Verdict:
    """The Assembly numbers laws and resolutions apart and writes both alike: 91/2015/QH13 is one of each."""
    words = [m.citation.text for m in members]
    rows = known_documents.by_number().get(members[0].citation.key or "", ())
    law = next((row for row in rows if row.type in _LAWS), None)
    if any(_SAYS_LAW.match(text) for text in words) or any(m.name for m in members):
        return Verdict(Match.CERTAIN, (), identity)
    if any(_SAYS_RESOLUTION.match(text) for text in words):
        return Verdict(Match.CERTAIN, (), f"{identity}~NQ" if law else identity)
    return Verdict(Match.AMBIGUOUS if law else Match.UNRESOLVED, (identity, f"{identity}~NQ") if law else (), identity)


def are_two(a: Citation, b: Citation) -> bool:
    """Whether a law and a resolution of the Assembly share the number."""
    if not a.number or a.number.type_code or not number_codes.is_assembly(a.number.issuer_code or ""):
        return False
    said = {_SAYS_RESOLUTION.match(c.text) is not None for c in (a, b) if _says(c.text)}
    return len(said) > 1


def _says(text: str) -> bool:
    return bool(_SAYS_LAW.match(text) or _SAYS_RESOLUTION.match(text))


def _first_year(members: Iterable[Mention]) -> int | None:
    return next((m.citation.date.year for m in members if m.citation.date), None)


def _id(place: str | None, year: int | None, cited: Citation) -> str:
    return f"document:{slug(place) + '/' if place else ''}{year or '?'}/{cited.key}"


def _place(cited: Citation, issuer: str | None, setting: Setting) -> str | None:
    """Province of a local agency; ``None`` for central agencies and where nothing tells."""
    agency = normalize_in(issuer, setting) if issuer else None
    if agency:
        return agency.province
    return setting.province if issuers.level(_code(cited)) is AgencyLevel.PROVINCE else None


def _is_central(cited: Citation) -> bool:
    return cited.kind is CitationKind.NUMBERED and issuers.level(_code(cited)) is AgencyLevel.CENTRAL


def _code(cited: Citation) -> str:
    return (cited.number.issuer_code or "").split("-")[0] if cited.number else ""
