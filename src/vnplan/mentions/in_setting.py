"""Agencies named in cells and headings, read with what the document's header says."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable
from typing import NamedTuple

from vnplan.mentions.agencies import find_in
from vnplan.mentions.cells import read_agencies
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText
from vnplan.text.view import View


class Located(NamedTuple):
    """An agency at ``[start, end)`` of a search copy."""

    start: int
    end: int
    body: AgencyRef


def agencies_in(view: View, setting: Setting) -> list[Located]:
    """Every agency that running text names, in order, by its place in the copy."""
    found = find_in(view, setting)
    size = range(len(view.text))
    places = []
    for body in found:
        if body.span is not None:
            start = bisect_left(size, body.span.start, key=view.position)
            places.append(Located(start, bisect_left(size, body.span.end, lo=start, key=view.position), body))
    return places


def agencies_of(text: SearchText, pieces: tuple[Span, ...], setting: Setting) -> tuple[AgencyRef, ...]:
    """Every agency of a cell in order; of paragraphs that run into one another each is tried alone."""
    if not pieces:
        return ()
    whole = read_agencies(text.view(pieces), setting)
    if len(pieces) > 1 and any(ref.kind is None for ref in whole):
        apart = tuple(r for piece in pieces for r in read_agencies(text.view((piece,)), setting))
        if _known(apart) >= _known(whole):
            return unique(apart)
    return unique(whole)


def _known(refs: Iterable[AgencyRef]) -> int:
    return sum(ref.kind is not None for ref in refs)


def unique(refs: Iterable[AgencyRef]) -> tuple[AgencyRef, ...]:
    """Each agency once, by name, at its first mention."""
    return tuple({ref.name: ref for ref in reversed(tuple(refs))}.values())[::-1]
