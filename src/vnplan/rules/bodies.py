"""Bodies named in cells and headings, read with what the document's header says."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Sequence
from typing import NamedTuple

from vnplan.mentions.agencies import find_in
from vnplan.mentions.cells import read_bodies
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.rules.context import Context
from vnplan.text.fold import soften
from vnplan.text.view import View

# Cơ quan chủ trì: ...; Đơn vị phối hợp: ...
_LABEL = re.compile(
    r"(?:^|(?<=[\s.,;(+-]))(?:-\s?)?(?:(?:các |cơ quan|đơn vị|tổ chức|phòng|,|/| ){1,8})?"
    r"(?P<role>chủ trì|đầu mối|thực hiện|phối hợp)(?: thực hiện| tham mưu)?\s?:"
)
_WITH = re.compile(r"[,;.\s-]{0,4}\b(?:và )?phối hợp(?: chặt chẽ)?(?: với| cùng)?\b")
_LEADS = re.compile(r"\s*,?\s*(?:\(?chủ trì\)?|làm đầu mối|là cơ quan chủ trì)\s*\Z")
_LEADING = re.compile(r"\s*(?:giao )?(?:chủ trì\s*[:-]?\s*)")


class Place(NamedTuple):
    """A body at ``[start, end)`` of a search copy."""

    start: int
    end: int
    body: AgencyRef


def bodies_in(view: View, context: Context) -> list[Place]:
    """Every body that running text names, in order, by its place in the copy."""
    found = find_in(view, province=context.province, on=context.on)
    size = range(len(view.text))
    places = []
    for body in found:
        if body.span is not None:
            start = bisect_left(size, body.span.start, key=view.position)
            places.append(Place(start, bisect_left(size, body.span.end, lo=start, key=view.position), body))
    return places


def bodies_of(text: str, pieces: Sequence[Span], context: Context, *, approver: bool = False) -> tuple[AgencyRef, ...]:
    """Every body of a cell in order; of paragraphs that run into one another each is tried alone."""
    if not pieces:
        return ()
    whole = _read(View.of(text, pieces), context, approver=approver)
    if len(pieces) > 1 and any(ref.kind is None for ref in whole):
        apart = tuple(r for piece in pieces for r in _read(View.of(text, (piece,)), context, approver=approver))
        if _known(apart) >= _known(whole):
            return unique(apart)
    return unique(whole)


def lead_and_coordinating(
    text: str, pieces: Sequence[Span], context: Context
) -> tuple[tuple[AgencyRef, ...], tuple[AgencyRef, ...]]:
    """Bodies in the lead and bodies that coordinate, of a cell that may hold both.

    ``Chủ trì: Sở X; Phối hợp: Sở Y`` and ``Sở X chủ trì, phối hợp với Sở Y``; without such words all are in the lead.
    """
    view = View.of(text, pieces)
    words = soften(view.text)
    parts: dict[str, list[tuple[int, int]]] = {"lead": [], "coordinating": []}
    labels = list(_LABEL.finditer(words))
    if labels:
        if words[: labels[0].start()].strip(" .,;-"):
            parts["lead"].append((0, labels[0].start()))
        for label, after in zip(labels, [*labels[1:], None], strict=True):
            role = "coordinating" if label["role"] == "phối hợp" else "lead"
            parts[role].append((label.end(), after.start() if after else len(words)))
    elif cut := _WITH.search(words):
        head = _LEADS.sub("", words[: cut.start()])
        begin = found.end() if (found := _LEADING.match(head)) else 0
        parts = {"lead": [(begin, len(head))], "coordinating": [(cut.end(), len(words))]}
    else:
        return bodies_of(text, pieces, context), ()
    lead, coordinating = (
        tuple(
            r for a, b in parts[role] if words[a:b].strip() for r in bodies_of(text, _cut(view, pieces, a, b), context)
        )
        for role in ("lead", "coordinating")
    )
    return unique(lead), unique(coordinating)


def _cut(view: View, pieces: Sequence[Span], start: int, end: int) -> tuple[Span, ...]:
    """The pieces of the text under ``[start, end)`` of their view."""
    low, high = view.span(start, end)
    kept = (Span(max(piece.start, low), min(piece.end, high)) for piece in pieces)
    return tuple(piece for piece in kept if piece.start < piece.end)


def _read(view: View, context: Context, *, approver: bool) -> tuple[AgencyRef, ...]:
    return read_bodies(view, province=context.province, on=context.on, approver=approver)


def _known(refs: Iterable[AgencyRef]) -> int:
    return sum(ref.kind is not None for ref in refs)


def unique(refs: Iterable[AgencyRef]) -> tuple[AgencyRef, ...]:
    """Each body once, by name, at its first mention."""
    return tuple({ref.name: ref for ref in reversed(tuple(refs))}.values())[::-1]
