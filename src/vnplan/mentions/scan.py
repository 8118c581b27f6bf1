"""The scanner: one pattern over the fold of a search copy finds names and groups."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from vnplan.mentions import groups
from vnplan.mentions.bodies import Copy, body_at
from vnplan.mentions.found import Found
from vnplan.mentions.names import names
from vnplan.mentions.scene import Scene
from vnplan.models.agency import AgencyRef
from vnplan.text.fold import soften
from vnplan.text.view import View


def copy_of(view: View) -> Copy:
    """The search copy of a view with its fold."""
    return Copy(view.text, soften(view.text))


def refer(view: View, found: Found) -> AgencyRef:
    """The public value of a body found in the search copy."""
    return found.ref(view.text[found.start : found.end], view.span(found.start, found.end))


@cache
def _pattern() -> re.Pattern[str]:
    # A mark or space before a name is part of the pattern: it lets the search skip letters quickly.
    return re.compile(rf"(?:[^\w]|\A)(?:{groups.PATTERN}|(?P<name>{names()[1]}))")


def scan(copy: Copy, scene: Scene) -> Iterator[Found]:
    """Every body and group of a search copy, in order, none overlapping."""
    at, pattern = 0, _pattern()
    while match := pattern.search(copy.folded, max(at - 1, 0)):
        last = at
        for found in _read(copy, match, scene):
            if found.start >= at:
                yield found
                last = max(last, found.end)
        at = last if last > at else match.end()
        if at <= match.start():
            at = match.end() + 1


def _read(copy: Copy, match: re.Match[str], scene: Scene) -> Iterator[Found]:
    if match.lastgroup != "name":
        yield from groups.read(match, scene)
        return
    found = body_at(copy, match.start("name"), match.end("name"), scene)
    if found:
        yield found
