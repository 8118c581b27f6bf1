"""Agencies compared over places and time: the same agency, its heirs, and the ministry above a department."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vnplan.gazetteer import agencies, events
from vnplan.gazetteer.rows import AgencyRow
from vnplan.models.agency import AgencyRef
from vnplan.text.fold import fold_key

_RANK = re.compile(r"^(?:bộ|sở|phòng|ban|cục|vụ) (?=\w)")
_MINISTRY = re.compile(r"^(?:bộ|sở) (?!chỉ huy|tư lệnh)")
_PART = re.compile(r",| và | - ")
_COMMITTEES = "agency:uy-ban-nhan-dan-cac-"
_PROVINCES = _COMMITTEES + "tinh"
_LOCAL = "local-committees"
"""Committees of the levels below, named as a group: districts until July 2025, communes since; or the provinces."""


def identities(ref: AgencyRef) -> Iterator[str]:
    """The body and those that took over its work, each without place: provinces compare by them."""
    name = _identity(ref)
    yield name
    yield from (agencies.own_id(heir, None) for heir in _heirs(name))
    if is_committees(name):
        yield _LOCAL


def _identity(ref: AgencyRef) -> str:
    return (ref.id or fold_key(ref.name)).partition("@")[0]


@cache
def _heirs(identity: str) -> tuple[AgencyRow, ...]:
    """The agencies that took over from an agency, and from those in turn."""
    found: dict[AgencyRow, None] = {}
    waiting = [identity]
    while waiting:
        for heir in _by_identity().get(waiting.pop(), ()):
            if heir not in found:
                found[heir] = None
                waiting.append(agencies.own_id(heir, None))
    return tuple(found)


@cache
def _by_identity() -> dict[str, tuple[AgencyRow, ...]]:
    """Agency -> the agencies that took over from it; an identity of two such agencies is left out."""
    found: dict[str, set[tuple[AgencyRow, ...]]] = {}
    for row in agencies.all_agencies():
        heirs = tuple(heir for heir, _ in events.successors(row))
        if heirs:
            found.setdefault(agencies.own_id(row, None), set()).add(heirs)
    return {name: next(iter(rows)) for name, rows in found.items() if len(rows) == 1}


def fields_of(ref: AgencyRef) -> Iterator[str]:
    """Fields of work in the name of a ministry or department: ``Sở Văn hóa và Thể thao`` -> ``văn hóa``, ``thể thao``.

    By them a department answers for what the decision gives its ministry; those of heirs count too.
    """
    for name in (ref.name, *(heir.name for heir in _heirs(_identity(ref)))):
        softened = name.lower()
        if _MINISTRY.match(softened):
            yield from (part for piece in _PART.split(_RANK.sub("", softened)) if (part := fold_key(piece)))


def is_committees(identity: str) -> bool:
    """Whether an identity is that of the committees below, named as a group."""
    return identity.startswith(_COMMITTEES)


def is_provinces(identity: str) -> bool:
    """Whether an identity is that of the provinces' committees, named as a group.

    >>> is_provinces("agency:uy-ban-nhan-dan-cac-tinh-thanh-pho-truc-thuoc-trung-uong")
    True
    """
    return identity.startswith(_PROVINCES)
