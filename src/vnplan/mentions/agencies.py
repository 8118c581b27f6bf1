"""Find the agencies that a text names."""

from __future__ import annotations

import re
from datetime import date

from vnplan.mentions.cells import bodies
from vnplan.mentions.mention import AgencyMention
from vnplan.mentions.scanner import refer, scan
from vnplan.mentions.search_copy import SearchCopy
from vnplan.models.agency import AgencyRef
from vnplan.setting import Setting
from vnplan.text.view import View

_BRACKET = re.compile(r"\([^()]*\)")
_WORD = re.compile(r"\w")


def find_agencies(
    text: str, *, province: str | None = None, on: date | None = None, issuer: str | None = None
) -> tuple[AgencyRef, ...]:
    """Every agency and group that ``text`` names, in order; spans index ``text``.

    ``province`` is the province of the document (none in plans of central
    agencies) and ``on`` its day: they decide which agency a name means. ``issuer``
    is the canonical name of the agency that speaks: in a plan of ``Ủy ban nhân
    dân huyện Bình Giang`` the words ``UBND huyện`` are that committee.
    """
    return find_in(View.of(text), Setting(province, on, issuer=issuer))


def find_in(view: View, setting: Setting) -> tuple[AgencyRef, ...]:
    """The same for a search copy; spans index the text that it was made of."""
    return tuple(refer(view, found) for found in scan(SearchCopy.of(view), setting))


def normalize_agency(
    text: str, *, province: str | None = None, on: date | None = None, issuer: str | None = None
) -> AgencyRef | None:
    """The one body or group that ``text`` as a whole names; ``None`` if unknown or ambiguous.

    The options are those of :func:`find_agencies`.
    :func:`vnplan.resolve_agency` tells unknown and ambiguous apart and gives candidates.
    """
    return normalize_in(text, Setting(province, on, issuer=issuer))


def normalize_in(text: str, setting: Setting) -> AgencyRef | None:
    """The same in the setting of a document."""
    view = View.of(text)
    found = whole(view, setting)
    return refer(view, found) if found and found.row else None


def whole(view: View, setting: Setting) -> AgencyMention | None:
    """The one agency that a search copy as a whole names but for brackets; it may be without a row."""
    copy = SearchCopy.of(view)
    found = tuple(bodies(copy, setting))
    if len(found) != 1:
        return None
    rest = _BRACKET.sub("", f"{copy.text[: found[0].start]} {copy.text[found[0].end :]}")
    return None if _WORD.search(rest) else found[0]
