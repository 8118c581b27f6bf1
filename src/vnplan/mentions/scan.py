"""The scanner: one pattern over the fold of a search copy finds names and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from vnplan.mentions import groups, heads, open_names, persons
from vnplan.mentions.bodies import body_at
from vnplan.mentions.copies import Copy
from vnplan.mentions.found import Found
from vnplan.mentions.names import names
from vnplan.mentions.scene import Scene
from vnplan.models.agency import AgencyRef
from vnplan.text.view import View

# "45/KH-UBND tỉnh": letters of a document number, not the body.
_CODE_BEFORE = re.compile(r"(?:[\d/]\S*-|\d\S*/)\Z")
_LONGEST_CODE = 24
_NOT_A_BODY = re.compile(r"chính phủ (?:điện tử|số|kiến tạo|mở)(?!\w)|quốc hội khóa (?=\w+ \()")
_SUBMITTED = ("trình ", "trình lên ", "báo cáo ")


def refer(view: View, found: Found) -> AgencyRef:
    """The public value of a body found in the search copy."""
    return found.ref(view.text[found.start : found.end], view.span(found.start, found.end))


@cache
def _pattern() -> re.Pattern[str]:
    # A mark or space before a name is part of the pattern: it lets the search skip letters quickly.
    return re.compile(
        rf"(?:[^\w]|\A)(?:{groups.PATTERN}|(?P<heads>{heads.OPENING})|(?P<name>{names()[1]})"
        rf"|(?P<open>{open_names.OPENING}))"
    )


def scan(copy: Copy, scene: Scene) -> Iterator[Found]:
    """Every body and group of a search copy, in order, none overlapping."""
    floor, at, pattern = 0, 0, _pattern()
    while match := pattern.search(copy.folded, at):
        kind = match.lastgroup or ""
        end = match.start(kind) + 1
        for found in _read(copy, match, scene):
            if found.start < floor:
                continue
            first = persons.start_of(copy.folded, found.start, floor)
            yield found.moved(first, found.end) if first < found.start else found
            floor = end = found.end
        # The mark after a name may be the one before the next.
        at = end


def _read(copy: Copy, match: re.Match[str], scene: Scene) -> Iterator[Found]:
    kind = match.lastgroup or ""
    start, end = match.span(kind)
    if kind == "heads":
        head = copy.folded[start + len("các ") :].partition(" ")[0].rstrip(":")
        first = heads.member(copy, head, end, scene)
        if first:
            yield first
            yield from heads.members(copy, head, first.end, scene)
    elif kind == "name":
        yield from _named(copy, start, end, scene)
    elif kind == "open":
        found = open_names.read(copy, start, end, scene)
        if found:
            yield found
    else:
        yield from groups.read(match, scene)


def _named(copy: Copy, start: int, end: int, scene: Scene) -> Iterator[Found]:
    folded = copy.folded
    if _CODE_BEFORE.search(folded, max(start - _LONGEST_CODE, 0), start) or _NOT_A_BODY.match(folded, start):
        return
    if folded[max(start - 10, 0) : start].endswith(_SUBMITTED):
        scene = replace(scene, approver=True)
    found = body_at(copy, start, end, scene)
    if found is None:
        return
    yield found
    head = heads.head_of(copy, start)
    if head:
        yield from heads.members(copy, head, found.end, scene)
