"""Spelt words -> events that a task waits for (sau khi ..., theo kế hoạch của ..., 30 ngày kể từ ...)."""

from __future__ import annotations

import re
from functools import cache
from typing import Final

from vnplan.grammar.time.cues import words_of
from vnplan.lexicon.rows import Context

_WITHIN = r"trong\ (?:vòng\ |thời\ hạn\ |thời\ gian\ )?"
# From which the days are counted, after them: 30 ngày kể từ ngày ký.
_FIRST_DAY = r"(?:(?:kể\ )?từ\ |tính\ từ\ |sau\ )"
# 15 ngày làm việc; 30 ngày
_SPELL = r"\d{1,3}\ (?:ngày|tuần|tháng|giờ)(?!\ (?:đầu|cuối)\ năm)(?:\ làm\ việc)?"
# A date after the cue is counted from, not waited for: từ ngày 15/9.
_NOT_DATED = r"(?!\ (?:đầu\ |ngày\ |tháng\ |quý\ |năm\ |giai\ đoạn\ )*(?:\d|[iv]+\b))"
_CLAUSE_END = re.compile(r";|\.\s|\Z")
# In a sentence what comes after a comma is told of somebody else, but for words that go on with the event.
_SENTENCE_END = re.compile(r"[;)]|\.\s|\Z|,(?! (?:kể từ|tính từ|sau khi) )")


def find_trigger(words: str, context: Context | None = None, start: int = 0) -> tuple[int, int] | None:
    """Where the first event waited for stands in ``words``, to the end of its clause; in prose, of its part of it."""
    found = _pattern(context).search(words, start)
    if found is None:
        return None
    ends = _SENTENCE_END if context is Context.PROSE else _CLAUSE_END
    end = ends.search(words, found.end())
    return found.start(), end.start() if end else len(words)


@cache
def _pattern(context: Context | None = None) -> re.Pattern[str]:
    last = words_of("deadline", trait="limit")
    theo = rf"|\btheo\ (?:các\ )?{words_of('awaited', context=context)}"
    return re.compile(
        rf"""
        {words_of("trigger", context=context)}{_NOT_DATED}   # ngay sau khi ..., từ ngày ban hành
        | \b(?:ngay\ )?sau\ {_SPELL}                                 # sau 10 ngày kể từ ...
        | (?:{last}\ )?\b{_WITHIN}{_SPELL}
        | (?:{last}\ )?\b(?:là\ )?{_SPELL},?\ (?={_FIRST_DAY})
        | {words_of("since")}{_NOT_DATED}\ (?=ngày\ )
        {theo if context is not Context.PROSE else ""}
        """,
        re.VERBOSE,
    )


EXAMPLES: Final = {
    "_pattern": (
        (
            "ngay sau khi kế hoạch được ban hành",
            "từ ngày ban hành",
            "sau 10 ngày",
            "trong vòng 15 ngày làm việc",
            "chậm nhất 30 ngày kể từ ngày ký",
            "theo hướng dẫn của bộ",
        ),
        ("từ ngày 15/9", "trong 6 tháng đầu năm", "trước ngày 15/9", "theo quý"),
    ),
}
