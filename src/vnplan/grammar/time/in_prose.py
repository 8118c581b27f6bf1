"""A view of running text -> the time frames that it tells, each with its place."""

from __future__ import annotations

import re
from typing import NamedTuple

from vnplan.grammar.time.cues import spell
from vnplan.grammar.time.phrases import Phrase, read_phrase, tells_time
from vnplan.grammar.time.prose_rules import RunInProse, opening_of
from vnplan.grammar.time.timeframes import LONGEST, mask_numbers
from vnplan.grammar.time.tokens import Run, Sort, Token, find_runs
from vnplan.lexicon.rows import Context
from vnplan.models.task import TimeFrame, TimeKind
from vnplan.text.view import View

_LEADING = re.compile(r"(?:(?:và|hoặc|là) )+")
_TELLING = (Sort.PERIOD, Sort.RHYTHM, Sort.EVENT)


class FoundTime(NamedTuple):
    """A time frame at ``[start, end)`` of the view."""

    start: int
    end: int
    frame: TimeFrame


def find_timeframes(view: View, *, year: int | None = None) -> tuple[FoundTime, ...]:
    """Every time frame of work that the text tells, in order; ``year`` as for a cell.

    Words without dates, rhythm or event give none: a sentence, unlike a cell of times, promises nothing.

    >>> [t.frame.end for t in find_timeframes(View.of("Lập Đề án giai đoạn 2026-2030, xong trước ngày 30/6/2026."))]
    [datetime.date(2026, 6, 30)]
    """
    words = mask_numbers(spell(view.folded))
    if not tells_time(words):
        return ()
    found: list[FoundTime] = []
    for run in find_runs(words):
        read = RunInProse(view, words, _trimmed(_short(run)))
        if hit := _read(read, year, found[-1].end if found else 0):
            found.append(hit)
    return tuple(found)


def _read(read: RunInProse, year: int | None, taken: int) -> FoundTime | None:
    """The time of a run; words before ``taken`` belong to the time before it, though they might open this one."""
    view, words, run = read.view, read.words, read.run
    start = opening_of(read) if any(map(_tells, run)) else None
    if start is None:
        return None
    start = max(start, taken)
    while words[start : start + 1] == " ":
        start += 1
    leading = _LEADING.match(words, start)
    start, end = leading.end() if leading else start, run[-1].end
    frame = read_phrase(Phrase(view.text[start:end], words[start:end], 0, year, deadline=False, context=Context.PROSE))
    return FoundTime(start, end, frame) if frame and frame.kind is not TimeKind.OTHER else None


def _short(run: Run) -> Run:
    """As much of a run as a cell would be read of: time stays linear in hostile text."""
    return run if run[-1].end - run[0].start <= LONGEST else tuple(t for t in run if t.end - run[0].start <= LONGEST)


def _trimmed(run: Run) -> Run:
    """Without words at the end that look ahead."""
    while run and run[-1].means in ("link", "until", "since", "within", "horizon"):
        run = run[:-1]
    return run


def _tells(token: Token) -> bool:
    return token.sort in _TELLING or token.means in ("ongoing", "plan-year")
