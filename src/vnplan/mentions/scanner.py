"""The scanner: one pattern over the fold of a search copy finds names and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Family
from vnplan.mentions.lists import group_forms, groups, place_lists, shared_heads
from vnplan.mentions.mention import AgencyMention
from vnplan.mentions.names import before_merger, open_class, persons, trie
from vnplan.mentions.names.registered import registered_at
from vnplan.mentions.names.surface_index import first_words, names
from vnplan.mentions.search_copy import SearchCopy
from vnplan.models.agency import AgencyRef
from vnplan.setting import Setting
from vnplan.text.view import View

# "45/KH-UBND tỉnh": letters of a document number, not the body.
_CODE_BEFORE = re.compile(r"(?:[\d/]\S*-|\d\S*/)\Z")
_LONGEST_CODE = 24
"""Characters before a name that may be a document number: a number, a type, two codes (1234/QĐ-BNNPTNT-TCLN has 20)."""
_NOT_A_BODY = re.compile(r"chính phủ (?:điện tử|số|kiến tạo|mở)(?!\w)|quốc hội khóa (?=\w+ \()")
# "cơ sở", "cán bộ", "văn phòng": the head word is half of another word.
_SUBMITTED = ("trình ", "trình lên ", "báo cáo ")


def refer(view: View, found: AgencyMention) -> AgencyRef:
    """The public value of an agency found in the search copy."""
    span = view.span(found.start, found.end)
    return found.ref(view.original[span.start : span.end], span)


@cache
def _pattern() -> re.Pattern[str]:
    """Groups before names before open names, each behind a guard of first words.

    The guards are tries too: they turn most words of prose away at their
    first letters (30 million characters a second against 9 without them).
    """
    group = trie.prefix(group_forms.FIRST)
    opened = trie.prefix(open_class.FIRST)
    every = trie.prefix({*group_forms.FIRST, *open_class.FIRST, *first_words()})
    listed = rf"{group}(?:(?P<heads>{shared_heads.OPENING})|{groups.PATTERN})"
    named = rf"(?P<name>{names()[1]})|{opened}(?P<open>{open_class.OPENING})"
    return re.compile(rf"(?<!\w){every}(?:{listed}|{named})")


def scan(copy: SearchCopy, setting: Setting) -> Iterator[AgencyMention]:
    """Every agency and group of a search copy, in order, none overlapping."""
    floor, at, pattern = 0, 0, _pattern()
    while match := pattern.search(copy.folded, at):
        end = match.start() + 1
        for found in _read(copy, match, setting):
            if found.start < floor:
                continue
            first = persons.start_of(copy.folded, found.start, floor)
            yield found.moved(first, found.end) if first < found.start else found
            floor = end = found.end
        at = end


def _read(copy: SearchCopy, match: re.Match[str], setting: Setting) -> Iterator[AgencyMention]:
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    if _is_half(copy, start):
        return
    if kind == "heads":
        members = tuple(shared_heads.listed(copy, start, end, setting))
        other = None if members else groups.COMPILED.match(copy.folded, start)
        yield from groups.read_groups(other, setting) if other else members
    elif kind == "name":
        yield from _named(copy, start, end, setting)
    elif kind == "open":
        found = open_class.read_open_name(copy, start, end, setting)
        if found:
            yield found
    elif kind == "committees" and (listed := tuple(place_lists.read_place_list(copy, start, end, setting))):
        yield from listed
    else:
        yield from groups.read_groups(match, setting)


@cache
def _compounds() -> dict[str, frozenset[str]]:
    """First words of nouns -> the words before them with which they are another word or a longer noun (Phân viện)."""
    nouns = select(Family.AGENCY_NOUN)
    found = {row.words: set(row.not_after) for row in nouns}
    for longer in nouns:
        words = longer.words.split()
        for at in range(1, len(words)):
            if " ".join(words[at:]) in found:
                found.setdefault(words[at], set()).add(words[at - 1])
    return {first: frozenset(halves) for first, halves in found.items() if halves}


def _is_half(copy: SearchCopy, start: int) -> bool:
    """True where the first word at ``start`` is the second half of a compound word.

    A head word with a capital (``Xã hội, Sở Tài chính``) begins a name, unless all letters are capitals.
    """
    after = copy.folded.find(" ", start, start + 8)
    halves = _compounds().get(copy.folded[start:after].rstrip(",")) if after > 0 else None
    if halves is None or copy.text[start:after].istitle():
        return False
    # Eight characters hold one syllable (seven letters at most) and the blank.
    return copy.folded[max(start - 8, 0) : start - 1].rpartition(" ")[2] in halves


def _named(copy: SearchCopy, start: int, end: int, setting: Setting) -> Iterator[AgencyMention]:
    folded = copy.folded
    if _CODE_BEFORE.search(folded, max(start - _LONGEST_CODE, 0), start) or _NOT_A_BODY.match(folded, start):
        return
    # Ten characters hold the longest of the words.
    if folded[max(start - 10, 0) : start].endswith(_SUBMITTED):
        setting = replace(setting, approver=True)
    found = registered_at(copy, start, end, setting)
    if found is None:
        return
    yield from before_merger.parts(copy, found, setting) or (found,)
    head = shared_heads.head_of(copy, start)
    if head:
        yield from shared_heads.members(copy, head, found.end, setting)
