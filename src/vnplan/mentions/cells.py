"""Cells and list items that name agencies and nothing else."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.lists import list_items
from vnplan.mentions.mention import AgencyMention
from vnplan.mentions.names.work_words import WORK
from vnplan.mentions.scanner import refer, scan
from vnplan.mentions.search_copy import SearchCopy
from vnplan.models.agency import AgencyRef
from vnplan.setting import Setting
from vnplan.text.letters import UPPER
from vnplan.text.view import View

_CUT = re.compile(r" ?[;,\n•+] ?| [-–] ?|(?<= )và |/(?= ?\w{3})|\.(?: |\Z)| ?: ?")
_REMARK = re.compile(r"\([^()]*(?:\)|\Z)")
_ANNOUNCED = re.compile(rf"\([{UPPER}&.-]+\)")
_INSIDE = re.compile(r" ?\(([^()]*)\)")
_OTHER_WORDS = re.compile(r"\b(?!(?:và|gồm|bao|như)\b)\w+")
_NOUN = re.compile(
    alternation(row for row in select(Family.AGENCY_NOUN, Context.CELL) if not row.traits & {"any_body", "listed"})
)
_LEVEL_WORD = any_of(Family.LEVEL, Context.PROSE)
# Words that end a name (Cục Dân số, Viện Lúa miền Nam): no more than some; longer stretches are remarks.
_REST = re.compile(rf"(?: (?!và(?!\w)|{WORK}|{_LEVEL_WORD})[^\W\d_]+){{1,6}}")
_AROUND = " .,;:-+*•"
_PART_OF = ("thuộc", "trực thuộc", "của")


def read_agencies(view: View, setting: Setting) -> tuple[AgencyRef, ...]:
    """Every agency and group of a cell in order; words that no row knows are kept as they are.

    What stands in brackets is a remark on the agency before it, not an agency.
    """
    return tuple(refer(view, found) for found in bodies(SearchCopy.of(view), setting))


def bodies(copy: SearchCopy, setting: Setting) -> Iterator[AgencyMention]:
    """The same over a search copy."""
    plain = _without_remarks(copy)
    at = 0
    every = tuple(scan(plain, setting))
    ends = [*(one.start for one in every[1:]), len(plain.text)]
    for found, following in zip(every, ends, strict=False):
        if at and plain.folded[at : found.start].strip() in _PART_OF:
            at = found.end  # "Trung tâm X thuộc Sở Y": one agency, told by whose it is
            continue
        noun = _noun_before(plain, at, found.start)
        yield from _between(plain, at, found.start if noun is None else noun, setting)
        named = _to_its_end(plain, found, following) if noun is None else _whole(plain, noun, found)
        yield named
        at = named.end
        if found.collective:
            yield from _listed_after(copy, at, setting)
    yield from _between(plain, at, len(plain.text), setting)


def _noun_before(copy: SearchCopy, start: int, end: int) -> int | None:
    """Where a bare noun begins that belongs to the name at ``end``: ``Văn phòng`` Huyện ủy; ``None`` without one."""
    item = max((cut.end() for cut in _CUT.finditer(copy.text, start, end)), default=start)
    item += len(copy.text[item:end]) - len(copy.text[item:end].lstrip())
    noun = _NOUN.match(copy.folded, item, end)
    return item if noun and copy.text[item].isupper() and copy.text[noun.end() : end] == " " else None


def _whole(copy: SearchCopy, start: int, found: AgencyMention) -> AgencyMention:
    """The agency whose noun begins at ``start`` before the one found: no row lists it."""
    return AgencyMention(start, found.end, f"{copy.text[start : found.start]}{found.name}")


def _to_its_end(copy: SearchCopy, found: AgencyMention, end: int) -> AgencyMention:
    """An agency that no row lists, with the words after its capitals: in a cell its name goes on to the next mark."""
    if found.row is not None or found.collective or found.candidates:
        return found
    more = _REST.match(copy.text, found.end, end)
    stop = more.end() if more else end
    if not more or (
        stop < len(copy.text) and not _CUT.match(copy.text, stop) and not copy.text[stop:].startswith("  ")
    ):
        return found
    return AgencyMention(found.start, stop, f"{found.name}{more[0]}")


def _listed_after(copy: SearchCopy, at: int, setting: Setting) -> Iterator[AgencyMention]:
    """The agencies in brackets right after a group, which say who is in it: ``các sở (Sở Y tế, Sở Tài chính)``."""
    inside = _INSIDE.match(copy.text, at)
    if not inside:
        return
    begin = inside.start(1)
    found = tuple(scan(SearchCopy(inside[1], copy.folded[begin : inside.end(1)]), setting))
    rest, last = "", 0
    for one in found:
        rest, last = f"{rest} {inside[1][last : one.start]}", one.end
    if found and not _OTHER_WORDS.search(rest + inside[1][last:]):
        yield from (one.moved(one.start + begin, one.end + begin) for one in found)


def _without_remarks(copy: SearchCopy) -> SearchCopy:
    """The copy with brackets written as spaces, but for one at the front and for an abbreviation (``(UBND)``)."""

    def blank(match: re.Match[str]) -> str:
        return " " * len(match[0]) if match.start() and not _ANNOUNCED.match(match[0]) else match[0]

    if "(" not in copy.text:
        return copy
    text = _REMARK.sub(blank, copy.text)
    folded = "".join(" " if a != b else c for a, b, c in zip(text, copy.text, copy.folded, strict=True))
    return SearchCopy(text, folded)


def _cut(copy: SearchCopy, at: int, end: int) -> re.Match[str] | None:
    """Where the item at ``at`` ends; ``và`` between two kinds of one plural inside a name is no end.

    ``Ban Quản lý các Khu công nghệ cao và Khu công nghiệp`` is one agency.
    """
    cut = _CUT.search(copy.text, at, end)
    while cut and cut[0] == "và " and _is_plural_of(copy, at, cut):
        cut = _CUT.search(copy.text, cut.end(), end)
    return cut


def _is_plural_of(copy: SearchCopy, at: int, cut: re.Match[str]) -> bool:
    """Whether an agency's noun stands before the cut with a plural of the word behind the cut."""
    first = at + len(copy.text[at : cut.start()]) - len(copy.text[at : cut.start()].lstrip(_AROUND))
    noun = _NOUN.match(copy.folded, first, cut.start())
    word = copy.folded[cut.end() :].partition(" ")[0]
    return noun is not None and f" các {word} " in copy.folded[noun.end() : cut.start()]


def _between(copy: SearchCopy, start: int, end: int, setting: Setting) -> Iterator[AgencyMention]:
    """The agencies among the words between two known ones."""
    at = start
    opened = start == 0  # words right after a known name belong to it
    while at < end:
        group = list_items.listed(copy, at, end, setting) if opened else ()
        if group:
            yield from group
            at = group[-1].end
        cut = _cut(copy, at, end)
        stop = cut.start() if cut else end
        words = copy.text[at:stop]
        first = at + len(words) - len(words.lstrip(_AROUND))
        last = at + len(words.rstrip(_AROUND))
        if first < last and not group and (opened or list_items.opens_name(copy, first)):
            yield from list_items.item(copy, first, last, setting)
        at, opened = (cut.end(), True) if cut else (end, False)
