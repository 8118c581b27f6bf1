"""Identities of plans and cited documents (docs/domain.md, 2.5): made from a header, read back from an id."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnplan.models.agency import AgencyRef
from vnplan.models.header import Header
from vnplan.text.fold import slug

# A place begins with a letter, a year is four digits or unknown, so that the parts cannot be confused:
# document:2021/1983/QĐ-TTg, document:hai-duong/?/20-CTr/TU, plan:hai-duong/2022/1768/KH-UBND
_ID = re.compile(r"(?:document|plan):(?:(?P<place>[a-z][a-z0-9-]*)/)?(?P<year>\?|\d{4})/(?P<key>.+)", re.DOTALL)


def plan_id(header: Header, sha256: str) -> str:
    """``plan:hai-duong/2022/1768/KH-UBND``; without number, ``~`` and 12 hex digits of the source."""
    # 12 hex digits tell 48 bits: enough for every plan ever issued.
    number = header.number.key if header.number else f"~{sha256[:12]}"
    year = str(header.date.year) if header.date else "?"
    place = f"{slug(header.province)}/" if header.province else ""
    return f"plan:{place}{year}/{number}"


class DocumentName(NamedTuple):
    """What a document's id says."""

    place: str | None
    """Slug of the province; ``None`` for central agencies."""
    year: int | None
    key: str


def read_document_id(identity: str) -> DocumentName | None:
    """The parts of the id of a plan or cited document; ``None`` if it is none.

    >>> read_document_id("document:hai-duong/?/20-CTr/TU")
    DocumentName(place='hai-duong', year=None, key='20-CTr/TU')
    """
    match = _ID.fullmatch(identity)
    if not match:
        return None
    return DocumentName(match["place"], None if match["year"] == "?" else int(match["year"]), match["key"])


def home_of(ref: AgencyRef, header: Header) -> str | None:
    """The province of an agency that a plan names: its own, or the plan's unless it is central."""
    return ref.province or (None if ref.level == "central" else header.province)


def agency_id(ref: AgencyRef, province: str | None) -> str:
    """Identity of an agency: the registry's; groups and unknown agencies are those of their province alone."""
    place = f"@{slug(province)}" if province else ""
    if ref.id is None:
        return f"agency:~{slug(ref.name) or ref.name}{place}"
    if ref.collective and "@" not in ref.id:
        return f"{ref.id}{place}"
    return ref.id
