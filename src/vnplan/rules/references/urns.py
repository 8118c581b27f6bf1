"""``urn:lex:vn:`` identifiers of sources of law (RFC 9676): ``<authority>:<measure>:<date>;<number>``.

Names are lower case ASCII with dots between the words, as the RFC advises for
languages with marks; ``/`` in a number is a hyphen. An agency that is part of
another stands after it: ``uy.ban.nhan.dan.tinh.x;so.y.te``.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date

from vnplan.gazetteer import doc_types
from vnplan.gazetteer.known_documents import Known
from vnplan.mentions.agencies import normalize_in
from vnplan.setting import Setting
from vnplan.text.fold import slug

_LAW_TYPES = {"law": "L", "code": "BL", "ordinance": "PL"}


def of_numbered(
    key: str | None, doc_type: str | None, issuer: str | None, days: Collection[date], setting: Setting
) -> str | None:
    """The name of a document with a number; ``None`` where a part is not known or its date is in doubt."""
    kind = doc_types.by_code(doc_type) if doc_type else None
    authority = _authority(issuer, setting) if issuer else None
    if not key or not kind or not authority or len(days) != 1:
        return None
    return _urn(authority, kind.name, min(days), key)


def of_named(row: Known | None) -> str | None:
    """The name of a law that is cited by its name; ``None`` where number or day are not from a source."""
    if not row or not row.certain or not row.number or not row.day or row.type not in _LAW_TYPES:
        return None
    kind = doc_types.by_code("BL" if row.name.startswith("Bộ luật") else _LAW_TYPES[row.type])
    if not kind or not row.issuer:
        return None
    issuer = "Ủy ban Thường vụ Quốc hội" if row.issuer == "UBTVQH" else row.issuer
    return _urn(_words(issuer), kind.name, row.day, row.number)


def _urn(authority: str, measure: str, day: date, number: str) -> str:
    return f"urn:lex:vn:{authority}:{_words(measure)}:{day.isoformat()};{slug(number)}"


def _authority(issuer: str, setting: Setting) -> str | None:
    """The body; one of a province whose name does not say which stands under the province's committee."""
    agency = normalize_in(issuer, setting)
    if agency and agency.province and slug(agency.province) not in slug(issuer):
        committee = normalize_in("UBND tỉnh", replace(setting, province=agency.province))
        return f"{_words(committee.name)};{_words(issuer)}" if committee else None
    return _words(issuer) or None


def _words(name: str) -> str:
    return slug(name).replace("-", ".")
