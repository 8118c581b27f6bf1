"""Marks that stand for a body's part in a task (ma trận phân công): ``x``, ``CT``, ``PH`` under the body's name."""

from __future__ import annotations

import re

from vnplan.text.fold import fold_case

_LEADS = re.compile(r"(?:ct|c|cq ?ct|chủ trì|cơ quan chủ trì|đơn vị chủ trì|đầu mối|chính)\Z")
_HELPS = re.compile(r"(?:ph|p|cq ?ph|phối hợp|cơ quan phối hợp|đơn vị phối hợp|tham gia)\Z")
_TICK = re.compile(r"(?:[xX✓✔√+*●•☑☒Vv]|có)\Z")


def read_mark(words: str) -> str | None:
    """``lead``, ``coordinating`` or ``takes_part`` (a tick alone); ``None`` for words that are no mark.

    >>> read_mark("CT"), read_mark("Phối hợp"), read_mark("x"), read_mark("Sở Y tế")
    ('lead', 'coordinating', 'takes_part', None)
    """
    mark = words.strip(" .()[]\n")
    folded = fold_case(mark)
    if _LEADS.match(folded):
        return "lead"
    if _HELPS.match(folded):
        return "coordinating"
    return "takes_part" if _TICK.match(mark) else None
