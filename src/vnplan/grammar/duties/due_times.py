"""When a duty in prose is due: only where a cue says so, since years also stand in the names of programmes."""

from __future__ import annotations

import re

from vnplan.grammar.time.timeframes import parse_timeframe
from vnplan.models.task import Recurrence, TaskMode, TimeFrame, TimeKind
from vnplan.text.view import View

# Words that go on with a date: the rest of the sentence is no part of it.
_UNTIL = r"(?:[\s\d/.,-]|\b(?:ngày|tháng|quý|năm|hàng|hằng|mỗi|cuối|đến|hết|và|i{1,3}|iv)\b){0,24}"
_FIRST = r"(?:\d|(?:iv|i{1,3})(?!\w))"
_CUE = re.compile(
    rf"(?P<span>(?:(?:định kỳ )?(?:hàng|hằng) (?:năm|quý|tháng|tuần) ?\()?(?:hoàn thành |xong )?(?:trước|chậm nhất"
    rf"|muộn nhất)"
    rf"(?: là)?(?: ngày| tháng| quý| năm)? ?{_FIRST}{_UNTIL})"
    rf"|(?P<done>(?:hoàn thành|xong)(?: \w+){{0,3}}? (?:trong )?(?:quý|tháng|năm) {_FIRST}{_UNTIL})"
    r"|(?P<recurs>(?:định kỳ )?(?:hàng|hằng) (?:năm|quý|tháng|tuần)|định kỳ 0?6 tháng(?:, (?:hàng |hằng )?năm)?)"
    rf"|(?P<within>trong (?:quý|tháng) {_FIRST}{_UNTIL})"
)
_DAY = re.compile(r"\d{1,2}\s?/\s?\d{1,2}(?!\s?/)|\d{1,2} tháng \d{1,2}(?! năm)")


def find_time(view: View, mode: TaskMode, year: int | None) -> TimeFrame | None:
    """The first time frame that a cue in ``view`` gives; ``None`` without one."""
    cue = _CUE.search(view.folded)
    if cue is None:
        return None
    words = view.text[cue.start() : cue.end()].strip(" (,.-").removesuffix(" và")
    frame = parse_timeframe(words, year=None if mode is TaskMode.REPORTING else year)
    if frame is None or frame.kind is TimeKind.OTHER:
        return None
    if mode is TaskMode.REPORTING and frame.kind is TimeKind.DEADLINE and frame.end is None and _DAY.search(words):
        # A day without a year in a reporting clause comes every year (docs/domain.md, 4.4).
        return frame.model_copy(update={"kind": TimeKind.RECURRING, "recurrence": Recurrence.YEARLY})
    return frame
