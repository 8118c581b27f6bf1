"""One head word for several agencies: ``các Sở: A, B và C``, ``Sở Y tế, Tài chính``."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.mentions.mention import AgencyMention
from vnplan.mentions.names.registered import resolve
from vnplan.mentions.names.surface_index import fields, fold_separators
from vnplan.mentions.names.work_words import WORK
from vnplan.mentions.search_copy import SearchCopy
from vnplan.setting import Setting
from vnplan.text.letters import UPPER

OPENING = r"(?:các )?(?:sở|bộ)(?:, (?:ban, )?ngành)? ?: ?|các (?:sở|bộ) (?!liên quan|có liên quan)"
"""What stands before the first member, where the head word is in the plural."""

_HEAD = re.compile(r"(?:các )?(sở|bộ)(?!\w)")
_NEXT = re.compile(rf"(?: ?[,;] ?(?:và )?| và )(?=[{UPPER}])")
# A member ends where the list goes on or ends: not before a level word (Công an tỉnh) or a verb.
_CLOSED = re.compile(r" ?[,;.:()]| và |\Z| (?:có )?liên quan| tỉnh(?! )" + rf"| {WORK}")


def head_of(copy: SearchCopy, start: int) -> str | None:
    """The head word at ``start``, if more members may follow it."""
    head = _HEAD.match(copy.folded, start)
    return head[1] if head else None


def listed(copy: SearchCopy, start: int, end: int, setting: Setting) -> Iterator[AgencyMention]:
    """The members after the words of :data:`OPENING` at ``[start, end)``; the first carries these words."""
    head = "sở" if "sở" in copy.folded[start:end] else "bộ"
    first = member(copy, head, end, setting)
    if first:
        yield first.moved(start, first.end)
        yield from members(copy, head, first.end, setting)


def members(copy: SearchCopy, head: str, at: int, setting: Setting) -> Iterator[AgencyMention]:
    """The members of a list that goes on at ``at``, each without its head word."""
    while separator := _NEXT.match(copy.text, at):
        found = member(copy, head, separator.end(), setting)
        if found is None or not _CLOSED.match(copy.folded, found.end):
            return
        yield found
        at = found.end


def member(copy: SearchCopy, head: str, at: int, setting: Setting) -> AgencyMention | None:
    """The member at ``at``: a field of work that makes an agency with ``head``; capitals are required."""
    index, pattern = fields(head)
    field = pattern.match(copy.folded, at)
    if not field or not copy.text[at].isupper():
        return None
    rows = index.get(fold_separators(field[0]))
    return resolve(copy, at, field.end(), rows, setting) if rows else None
