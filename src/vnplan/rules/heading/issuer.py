"""Who issues a document: the names of its letterhead, or whom it is signed for -> issuer, body above, province."""

from __future__ import annotations

import re
from datetime import date
from typing import Any

from vnplan.diagnostics import note
from vnplan.gazetteer.provinces import by_place, find_province
from vnplan.grammar.letter import closing_words
from vnplan.grammar.letter.roles import PieceRole
from vnplan.grammar.letter.signing_titles import TITLE
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.agencies import normalize_agency
from vnplan.mentions.home_province import home_province
from vnplan.mentions.names.usual_case import mended, same_letters, usual_case
from vnplan.models.agency import AgencyLevel, AgencyRef
from vnplan.models.base import Span
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.rules.heading import printed_words
from vnplan.rules.heading.reading import HeaderReading
from vnplan.text.fold import fold_case


def _level(means: str) -> str:
    return any_of(Family.LEVEL, Context.LETTERHEAD, means=means)


def _agency(trait: str) -> str:
    return any_of(Family.AGENCY_NOUN, Context.LETTERHEAD, trait=trait)


_LEVEL = any_of(Family.LEVEL, Context.LETTERHEAD)
# Words of a name that speaks for the nation, and nouns that only central agencies have.
_NATION = re.compile(rf"quốc gia|việt nam|trung ương|nhà nước|toàn quốc|chính phủ|\A{_agency('central')}")
_LOCAL = re.compile(rf"\b{_LEVEL}|\A{_agency('provincial')}")
_BELOW = re.compile(rf"\b(?:{_level('city')}|{_level('district')}|{_level('commune')}|thị ủy)\b")
_GOVERNS = _agency("governs")
_BARE = re.compile(rf"{_GOVERNS}\W*\Z")
_LEVELLED = re.compile(rf"{_GOVERNS} {_LEVEL}")
_ORGAN = re.compile(rf"{_agency('organ')}\W*\Z")
_HEAD = re.compile(rf"(?P<title>{TITLE})\s")


def issuer(reading: HeaderReading, place: str | None, hint: str | None, day: date | None) -> dict[str, Any]:
    """Issuer, the body above it and the province, each with its place kept in ``reading``."""
    named = reading.words(PieceRole.ISSUER, "issuer")
    above = reading.words(PieceRole.PARENT, "parent")
    if named is None and above is None and place is None:
        return _unheaded(reading, hint, day)
    province = _own_province(named, day) or _own_province(above, day)
    if province is None and not _speaks_for_nation(named, above, day):
        seat = by_place(place, day) if place and not _is_own_name(named, place) else None
        home = home_province(reading.text.original, day) if not (seat or hint) and _is_below(named) else None
        province = seat.name if seat else hint or home
    seated = place is not None and by_place(place, day) is not None
    body = _body(_whole(reading, named, above, seated=seated), province, day, reading.spans.get("issuer"))
    if body and named:
        body = body.model_copy(update={"raw": named})
    if body is None:
        reading.notes.append(note(DiagnosticCode.ISSUER_MISSING))
    elif body.id is None:
        reading.notes.append(note(DiagnosticCode.ISSUER_UNKNOWN, body.span, name=body.raw))
    parent = _body(above, province, day, reading.spans.get("parent"))
    return {"issuer": body, "parent": parent, "province": None if is_central(body) else province}


def _unheaded(reading: HeaderReading, hint: str | None, day: date | None) -> dict[str, Any]:
    """Of a document without letterhead: the body for which it is signed, and the province of its title."""
    title = reading.words(PieceRole.TITLE, "title")
    province = (home_province(title, day) if title else None) or hint
    pieces = printed_words.of_role(reading.pieces, PieceRole.AUTHORITY)
    signed = (printed_words.words(reading.text, piece.pieces) for piece in pieces)
    named = next((line[mark.end() :] for line in signed if (mark := closing_words.AUTHORITY_MARK.match(line))), None)
    if named and province and _BARE.match(fold_case(named)):
        named = f"{named} tỉnh"
    body = _body(named, province, day, None) if named else None
    if body is None or body.id is None:  # a body without its place is nobody
        reading.notes.append(note(DiagnosticCode.ISSUER_MISSING))
        body = None
    return {"issuer": body, "parent": None, "province": None if is_central(body) else province}


def _whole(reading: HeaderReading, named: str | None, above: str | None, *, seated: bool) -> str | None:
    """An agency whose own line does not say whose it is: by the line above, by who decides, or by its seat."""
    if named and above and _ORGAN.match(fold_case(named)):
        whole = f"{named} {above}"
        parent = None if _registered(whole, None, None) else _registered(above, None, None)
        return f"{usual_case(named)} {parent.name}" if parent else whole
    if named is None or not _BARE.match(fold_case(named)):
        return named
    for line in printed_words.of_role(reading.pieces, PieceRole.AUTHORITY_LINE):
        words = printed_words.words(reading.text, line.pieces)
        if found := _LEVELLED.search(fold_case(words)):
            return words[found.start() :]
    return f"{named} tỉnh" if seated else named


def _is_below(named: str | None) -> bool:
    """An agency of a district or commune."""
    return named is not None and _BELOW.search(fold_case(named)) is not None


def _is_own_name(named: str | None, place: str) -> bool:
    """True where a commune or district writes its own name on the date line, which may be that of some province."""
    return _is_below(named) and fold_case(named or "").endswith(f" {fold_case(place)}")


def _own_province(words: str | None, day: date | None) -> str | None:
    """The province that an agency's name says."""
    if not words:
        return None
    ref = normalize_agency(mended(words), on=day)
    if ref and ref.province:
        return ref.province
    tail = re.split(r"\b(?:tỉnh|thành phố|tp\.?)\s", words, flags=re.IGNORECASE)[-1]
    found = find_province(tail, day)
    return found.name if found else None


def _speaks_for_nation(named: str | None, above: str | None, day: date | None) -> bool:
    """Whether the agency is a central one, so that the seat on the date line is not its province."""
    folded = fold_case(named or "")
    if named is None or _LOCAL.search(folded):
        return False
    refs = [normalize_agency(mended(words), on=day) for words in (named, above) if words]
    return any(is_central(ref) for ref in refs) or _NATION.search(folded) is not None


def is_central(ref: AgencyRef | None) -> bool:
    """Whether a body is one of the centre."""
    return ref is not None and ref.level is AgencyLevel.CENTRAL


def _body(words: str | None, province: str | None, day: date | None, span: Span | None) -> AgencyRef | None:
    if not words:
        return None
    ref = _registered(words, province, day)
    if ref is not None:
        return ref.model_copy(update={"raw": words, "span": span, "name": _in_person(words, ref.name)})
    # Agencies that issue together stand on one line with a dash.
    joint = [_registered(part, province, day) for part in words.split(" - ")] if " - " in words else []
    if joint and all(joint):
        return AgencyRef(raw=words, name=" - ".join(r.name for r in joint if r), level=_joint_level(joint), span=span)
    return AgencyRef(raw=words, name=usual_case(mended(words)), province=province, span=span)


def _in_person(words: str, body: str) -> str:
    """The name of who issues where the letterhead names the head of a body, not the body: ``Chủ tịch Ủy ban ...``."""
    head = _HEAD.match(words)
    title = usual_case(head["title"]) if head else ""
    return body if body.startswith(title) else f"{title} {body}"


def _joint_level(refs: list[AgencyRef | None]) -> AgencyLevel | None:
    levels = {ref.level for ref in refs if ref}
    return levels.pop() if len(levels) == 1 else None


def _registered(words: str, province: str | None, day: date | None) -> AgencyRef | None:
    ref = normalize_agency(mended(words), province=province, on=day)
    if ref is None and (near := same_letters(words)):
        return normalize_agency(near, province=province, on=day)
    return ref
