"""Persons who stand for their agency: ``Giám đốc Sở Y tế``, ``Chủ tịch UBND tỉnh``."""

from __future__ import annotations

import re

from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family

_HEADS = select(Family.PERSON_TITLE, Context.PROSE, trait="heads")
_OFFICE = rf"(?:{any_of(Family.PERSON_TITLE, Context.PROSE, trait='prefix')} ){{0,2}}{alternation(_HEADS)}"
_RESPECT = any_of(Family.PERSON_TITLE, Context.PROSE, trait="respect")
_BEFORE = re.compile(rf"(?<!\w)(?:{_RESPECT} )?(?:(?:các )?{_OFFICE}(?:, ?| và | )?)+(?:các )?\Z")
_LAST = re.compile(rf"(?:{'|'.join(sorted({row.words.split()[-1] for row in _HEADS}))}|các) \Z")
_WINDOW = 70
"""Characters looked back at: the longest run of offices before an agency is shorter."""


def start_of(folded: str, start: int, floor: int) -> int:
    """Where the words for the person begin who stands for the agency at ``start``; not before ``floor``."""
    if not _LAST.search(folded, max(start - 8, floor), start):
        return start
    before = _BEFORE.search(folded, max(start - _WINDOW, floor), start)
    return before.start() if before else start
