"""Cells that hold the agencies of both roles and say which leads (chủ trì) and which help (phối hợp)."""

from __future__ import annotations

import re
from collections.abc import Sequence

from vnplan.grammar.cells.role_words import TAIL, role_words
from vnplan.grammar.duties.verbs import work_at
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.in_setting import agencies_of, unique
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText
from vnplan.text.view import View

_LEAD = role_words(Context.CELL, "lead")
_HELP = role_words(Context.CELL, "coordinating")
# Cơ quan chủ trì: ...; Đơn vị phối hợp: ...; CT: ...; PH: ...
_LABEL = re.compile(rf"(?:^|(?<=[\s.,;(+-]))(?:-\s?)?(?:(?P<lead>{_LEAD})|(?P<help>{_HELP})){TAIL}\s?:")
# Sở X (chủ trì), Sở Y (phối hợp)
_BRACKET = re.compile(rf"\(\s?(?:(?P<lead>{_LEAD})|(?P<help>{_HELP}))\s?\)")
_HELPS = any_of(Family.ROLE, Context.PROSE, means="coordinating")
_WITH = re.compile(rf"[,;.\s-]{{0,4}}\b(?:và )?{_HELPS}(?: chặt chẽ| thực hiện)?(?: với| cùng)?\b")
_SAYS_LEAD = role_words(Context.PROSE, "lead")
_LEADS = re.compile(rf"\s*,?\s*(?:\({_SAYS_LEAD}\)|(?:là |làm )?{_SAYS_LEAD})\s*\Z")
_LEADING = re.compile(rf"\s*(?:giao )?{_SAYS_LEAD}\s*[:-]?\s*")
_CHIEF = re.compile(rf"(?<!\w){_SAYS_LEAD}")

Agencies = tuple[AgencyRef, ...]
Stretch = tuple[int, int]


def lead_and_coordinating(text: SearchText, pieces: tuple[Span, ...], setting: Setting) -> tuple[Agencies, Agencies]:
    """Who leads and who coordinates, of a cell that may hold both.

    ``Chủ trì: Sở X; Phối hợp: Sở Y``, ``Sở X chủ trì, phối hợp với Sở Y`` and ``Sở X (chủ trì), Sở Y``; without
    such words all are in the lead.
    """
    view = text.view(pieces)
    words = view.folded

    def read(stretches: Sequence[Stretch]) -> Agencies:
        return unique(
            ref
            for start, end in stretches
            if words[start:end].strip()
            for ref in agencies_of(text, _cut(view, pieces, (start, end)), setting)
        )

    if labels := list(_LABEL.finditer(words)):
        lead, beside = _labelled(view, labels)
    elif brackets := list(_BRACKET.finditer(words)):
        lead, beside = _bracketed(words, brackets)
        if not any(mark["help"] for mark in brackets):
            chiefs = tuple(ref for stretch in lead for ref in read([stretch])[-1:])
            return chiefs, unique(ref for ref in read([*lead, *beside]) if ref.name not in {c.name for c in chiefs})
    elif cut := _WITH.search(words):
        lead, beside = _lead_then_help(words, cut)
    else:
        return agencies_of(text, pieces, setting), ()
    return read(lead), read(beside)


def _labelled(view: View, labels: list[re.Match[str]]) -> tuple[list[Stretch], list[Stretch]]:
    words = view.folded
    lead: list[Stretch] = []
    beside: list[Stretch] = []
    if words[: labels[0].start()].strip(" .,;-"):
        lead.append((0, labels[0].start()))
    for label, after in zip(labels, [*labels[1:], None], strict=True):
        stretch = label.end(), after.start() if after else len(words)
        if label["lead"]:
            led, helped = _shares(view, stretch)
            lead, beside = lead + led, beside + helped
        else:
            beside.append(stretch)
    return lead, beside


def _shares(view: View, stretch: Stretch) -> tuple[list[Stretch], list[Stretch]]:
    """``Chủ trì: Sở X; Sở Y hướng dẫn; phối hợp Sở Z``: after the lead, those with a share of the work help."""
    words = view.folded
    start, end = stretch
    cut = _WITH.search(words, start, end)
    beside = [(cut.end(), end)] if cut else []
    end = cut.start() if cut else end
    stops = [at for at in range(start, end) if words[at] == ";"]
    first, *later = zip([start, *(at + 1 for at in stops)], [*stops, end], strict=True)
    lead = [first]
    for low, high in later:
        work = work_at(view.text, low, high)
        if work is None and "(" not in words[low:high]:
            lead.append((low, high))
        else:
            beside.append((low, high if work is None else work))
    return lead, sorted(beside)


def _bracketed(words: str, marks: list[re.Match[str]]) -> tuple[list[Stretch], list[Stretch]]:
    """Each mark tells the role of the agencies since the mark before; agencies after the last one help."""
    lead: list[Stretch] = []
    beside: list[Stretch] = []
    at = 0
    for mark in marks:
        (lead if mark["lead"] else beside).append((at, mark.start()))
        at = mark.end()
    return lead, [*beside, (at, len(words))]


def _lead_then_help(words: str, cut: re.Match[str]) -> tuple[list[Stretch], list[Stretch]]:
    """``Sở X chủ trì, phối hợp với Sở Y``; with nothing after it, ``Sở X chủ trì, Sở Y phối hợp``."""
    head = words[: cut.start()]
    chief = _CHIEF.search(head)
    if not words[cut.end() :].strip(" .;,") and chief:
        return [(0, chief.start())], [(chief.end(), cut.start())]
    head = _LEADS.sub("", head)
    begin = found.end() if (found := _LEADING.match(head)) else 0
    return [(begin, len(head))], [(cut.end(), len(words))]


def _cut(view: View, pieces: Sequence[Span], stretch: Stretch) -> tuple[Span, ...]:
    """The pieces of the text under a stretch of their view."""
    low, high = view.span(*stretch)
    kept = (Span(max(piece.start, low), min(piece.end, high)) for piece in pieces)
    return tuple(piece for piece in kept if piece.start < piece.end)
