"""When something is to be done (thời gian thực hiện): the words of a cell -> dates."""

from __future__ import annotations

import re

from vnplan.grammar.time.cues import spell
from vnplan.grammar.time.periods import find_periods
from vnplan.grammar.time.phrases import Phrase, read_phrase
from vnplan.grammar.time.recurrence import due_in_turn
from vnplan.models.task import TimeFrame, TimeKind
from vnplan.text.view import fold_space

# Longest text read as a time frame; a cell beyond it is prose (longest seen in a time column: 160 characters).
LONGEST = 600

DOCUMENT_NUMBER = re.compile(r"\d+[a-z]?(?:/\d{4})?[/-](?!năm|quý|tháng)[a-zđư][\wđư]*(?:[-/][\wđư]+)*")
"""A document number holds slashes and years that are no dates: 57/2025/NĐ-CP, 08-CTr/TU."""
_BRACKETS = re.compile(r"\([^()]*\)")


def parse_timeframe(text: str, *, year: int | None = None, deadline: bool = False) -> TimeFrame | None:
    """Read a time frame.

    ``year`` is what year-less words mean (of the plan's title, else of its date); ``deadline`` is true
    for a column headed ``Thời gian hoàn thành``, ``Thời hạn`` and the like, where a single year, quarter,
    month or day is the last day and nothing more. ``None`` for an empty cell; kind ``other`` where the words
    give no dates that can be told.

    >>> parse_timeframe("Quý II", year=2022).end
    datetime.date(2022, 6, 30)
    """
    raw = " ".join(text.split())
    words = spell(fold_space(text)).strip(" .,;:")
    if not any(c.isalnum() for c in words):
        return None
    if len(words) > LONGEST:
        return TimeFrame(raw=raw, kind=TimeKind.OTHER)
    words = mask_numbers(words)
    outside = _BRACKETS.sub(lambda m: " " * len(m[0]), words)
    offset = len(raw) - len(raw.lstrip(" .,;:"))
    for said in dict.fromkeys((outside, words)):
        if frame := read_phrase(Phrase(raw, said, offset, year, deadline)):
            return _with_turn(frame, words)
    return TimeFrame(raw=raw, kind=TimeKind.OTHER)


def _with_turn(frame: TimeFrame, words: str) -> TimeFrame:
    """The day of each turn may stand in brackets: ``Hằng năm (trước ngày 10/12)``."""
    if frame.kind is not TimeKind.RECURRING or frame.recurs_by:
        return frame
    due = due_in_turn(words, find_periods(words), frame.recurrence)
    return frame.model_copy(update={"recurs_by": due}) if due else frame


def mask_numbers(words: str) -> str:
    """The same with ``#`` for each character of a document number."""
    return DOCUMENT_NUMBER.sub(lambda m: "#" * len(m[0]), words)
