"""When something is to be done (thời gian thực hiện): the words of a table cell or a clause, as dates."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace as with_changes
from datetime import date

from vnplan.grammar.time.periods import Period, find_periods
from vnplan.grammar.time.triggers import find_trigger
from vnplan.models.task import TimeFrame, TimeKind
from vnplan.text.fold import fold_case
from vnplan.text.view import fold_space

# Longest text read as a time frame; a cell beyond it is prose (longest seen in a time column: 160 characters).
_LONGEST = 600

_SPELLING = re.compile(r"\b(?:hằng|qúy|quí)\b")
_SPELT = {"hằng": "hàng", "qúy": "quý", "quí": "quý"}
# A document number holds slashes and years that are no dates: 57/2025/NĐ-CP, 08-CTr/TU.
_DOCUMENT = re.compile(r"\d+[a-z]?(?:/\d{4})?[/-](?!năm|quý|tháng)[a-zđư][\wđư]*(?:[-/][\wđư]+)*")
_BRACKETS = re.compile(r"\([^()]*\)")
_SCHOOL_YEAR = re.compile(r"\bnăm học (\d{4})(?:\s?[-–]\s?(\d{4}))?")

_RECURRENCES: tuple[tuple[str | None, str], ...] = (
    (
        "half-yearly",
        (
            r"(?:hàng|mỗi|định kỳ) 0?6 tháng(?! (?:đầu|cuối))|\b0?6 tháng(?:\s?/\s?lần| (?:một|1) lần"
            r"|\s?(?:,|/|-|và) ?(?:hàng |cả |một |0?1 )?năm)"
            r"|\b(?:0?2|hai) lần\s?/\s?năm|nửa năm"
        ),
    ),
    (
        "quarterly",
        (
            r"\b(?:hàng|mỗi|từng|theo) quý\b|\btháng (?:đầu|giữa|cuối)(?: của)? quý\b"
            r"|\b(?:0?3|ba) tháng(?:\s?/\s?| (?:một|1) )lần|quý\s?/\s?lần|lần\s?/\s?quý"
        ),
    ),
    ("monthly", r"\b(?:hàng|mỗi|từng|theo) tháng\b|tháng\s?/\s?lần|lần\s?/\s?tháng"),
    ("weekly", r"\b(?:hàng|mỗi) tuần\b|lần\s?/\s?tuần"),
    ("daily", r"\b(?:hàng|mỗi) ngày\b"),
    ("yearly", r"\b(?:hàng|mỗi|từng) năm\b|thường niên|(?:\b0?1|một) lần\s?/\s?năm|\btháng hành động\b"),
    (
        None,
        (
            r"\bđịnh kỳ\b|(?:\d+|hai|ba|bốn|năm) (?:năm|tháng)\s?(?:/|một|1) ?lần"
            r"|\bđầu kỳ\b.*\bcuối kỳ\b|(?<!tháng )\bhàng kỳ\b"
        ),
    ),
)
_RECURRING = tuple((name, re.compile(pattern)) for name, pattern in _RECURRENCES)
_ONGOING = re.compile(r"\bthường xuyên\b|\bliên tục\b|\bcả năm\b|\bquanh năm\b|\bsuốt\b")
_DEADLINE = re.compile(
    r"\b(?:trước|xong|hoàn thành|hoàn tất|chậm nhất|muộn nhất|không quá|kết thúc|thời hạn|hạn chót|hạn cuối)\b"
)
_UNTIL = re.compile(r"\b(?:đến|tới|hết)(?: (?:đến|hết|cuối|ngày|tháng|quý|năm))*\s?\Z")
_SINCE = re.compile(r"\b(?:từ|bắt đầu|kể từ)(?: (?:từ|đầu|ngày|tháng|quý|năm|giai đoạn))*\s?\Z")
_ONWARD = re.compile(
    r"[\s,.;]*(?:(?:và|,|cùng|đến) )?(?:(?:những|các) (?:năm|giai đoạn|tháng|quý) (?:tiếp theo|sau|tới|kế tiếp)"
    r"|trở đi|và tiếp theo|tiếp theo)"
)
_HORIZON = re.compile(r"\b(?:định hướng|tầm nhìn)\b[^\d;]{0,40}\Z")
_RANGE = re.compile(r"[\s,]*(?:-|đến|tới)")
_LIST = re.compile(r"[\s]*(?:,|;|và|hoặc|\+|/|&)")
# A part of the year that has no fixed days: the year is told, the days are not.
_EARLY = re.compile(r"\b(?:đầu|giữa) (?:năm|giai đoạn)\b|\b(?:mùa|dịp|tết|cao điểm)\b")
_LATE = re.compile(r"\bcuối (?:năm|giai đoạn)\b")
_THIS_YEAR = re.compile(r"\b(?:trong năm(?: nay| kế hoạch)?|năm (?:nay|kế hoạch))(?! \d)\b")


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
    words = _SPELLING.sub(lambda m: _SPELT[m[0]], fold_case(fold_space(text))).strip(" .,;:")
    if not any(c.isalnum() for c in words):
        return None
    if len(words) > _LONGEST:
        return TimeFrame(raw=raw, kind=TimeKind.OTHER)
    words = _DOCUMENT.sub(lambda m: "#" * len(m[0]), words)
    outside = _BRACKETS.sub(lambda m: " " * len(m[0]), words)
    return (
        _frame(raw, outside, year, deadline=deadline)
        or _frame(raw, words, year, deadline=deadline)
        or TimeFrame(raw=raw, kind=TimeKind.OTHER)
    )


def _frame(raw: str, words: str, year: int | None, *, deadline: bool) -> TimeFrame | None:
    trigger = find_trigger(words)
    main = words[: trigger[0]] + " " * (trigger[1] - trigger[0]) + words[trigger[1] :] if trigger else words
    waits = _printed(raw, words, trigger) if trigger else None
    recurrence, recurs_at = _recurrence(main)
    ongoing = _ONGOING.search(main)
    school = _SCHOOL_YEAR.search(main)
    if school:
        years = tuple(int(y) for y in school.groups() if y)
        return TimeFrame(raw=raw, kind=TimeKind.RANGE, years=years, trigger=waits)
    periods = find_periods(main)
    if trigger and not any(p.at < trigger[0] for p in periods) and not _before(trigger[0], recurs_at, ongoing):
        return TimeFrame(raw=raw, kind=TimeKind.TRIGGERED, trigger=waits, recurrence=recurrence)
    if ongoing and (recurs_at is None or ongoing.start() < recurs_at):
        return _dated(raw, TimeKind.ONGOING, main, periods, recurrence)
    if recurs_at is not None:
        return _dated(raw, TimeKind.RECURRING, main, periods, recurrence)
    if not periods:
        return _bare(raw, main, year, deadline=deadline)
    frame = _calendar(raw, main, periods, year, deadline=deadline)
    return frame.model_copy(update={"trigger": waits}) if frame and waits else frame


def _before(at: int, recurs_at: int | None, ongoing: re.Match[str] | None) -> bool:
    return (recurs_at is not None and recurs_at < at) or (ongoing is not None and ongoing.start() < at)


def _printed(raw: str, words: str, trigger: tuple[int, int]) -> str:
    """The trigger's words as printed: the search copy keeps the length of ``raw`` but for invisible characters."""
    at = trigger[0] + (len(raw) - len(raw.lstrip(" .,;:")))
    return raw[at : at + trigger[1] - trigger[0]].strip(" .,;:") or words[trigger[0] : trigger[1]]


def _recurrence(words: str) -> tuple[str | None, int | None]:
    found = [(m.start(), name) for name, pattern in _RECURRING if (m := pattern.search(words))]
    named = [hit for hit in found if hit[1]]
    if not found:
        return None, None
    return min(named)[1] if named else None, min(at for at, _ in found)


def _dated(raw: str, kind: TimeKind, words: str, periods: Sequence[Period], recurrence: str | None) -> TimeFrame:
    """A recurring or ongoing frame; whole years in its words bound it, days and months within the year do not."""
    years = [p for p in periods if p.unit == "year"]
    start = years[0].first if years else None
    end = years[-1].last if years else None
    if len(years) == 1:
        start = None if _UNTIL.search(words[: years[0].at]) else start
        opened = _SINCE.search(words[: years[0].at]) or _ONWARD.match(words, years[0].until)
        end = None if opened or _LIST.match(words, years[0].until) else end
    return TimeFrame(raw=raw, kind=kind, start=start, end=end, recurrence=recurrence)


def _bare(raw: str, words: str, year: int | None, *, deadline: bool) -> TimeFrame | None:
    if not _THIS_YEAR.search(words) or year is None:
        return None
    end = date(year, 12, 31)
    if deadline or _DEADLINE.search(words):
        return TimeFrame(raw=raw, kind=TimeKind.DEADLINE, end=end, inferred=True)
    return TimeFrame(raw=raw, kind=TimeKind.YEAR, start=date(year, 1, 1), end=end, years=(year,), inferred=True)


def _calendar(raw: str, words: str, found: Sequence[Period], year: int | None, *, deadline: bool) -> TimeFrame | None:
    horizons = [p for p in found if _HORIZON.search(words[: p.at])]
    periods = [p for p in found if p not in horizons] or list(found)
    inferred = any(p.year is None for p in periods) and year is not None
    periods = [with_changes(p, year=year) if p.year is None else p for p in periods]
    first = periods[0]
    later = tuple(p.year for p in horizons if p.year and p not in periods)
    single = len(periods) == 1 and not first.several
    years = tuple(p.year for p in periods if p.year)
    if single and first.unit == "year" and (_EARLY.search(words) or (_LATE.search(words) and not deadline)):
        return TimeFrame(raw=raw, kind=TimeKind.OTHER, years=years)
    start, end = first.first, max((p.last for p in periods if p.last), default=None)
    if start is None and end is None and first.year:
        return TimeFrame(raw=raw, kind=TimeKind.OTHER)  # 31/2/2025: no such day
    kind, start, end = _kind(words, periods, start, end, deadline=deadline)
    if kind not in (TimeKind.YEAR, TimeKind.YEARS):
        years = years + later if later and kind is TimeKind.DEADLINE else ()
    far = max((p.last for p in horizons if p.last and p not in periods), default=None)
    return TimeFrame(raw=raw, kind=kind, start=start, end=end, years=years, horizon=far, inferred=inferred)


def _kind(
    words: str, periods: Sequence[Period], start: date | None, end: date | None, *, deadline: bool
) -> tuple[TimeKind, date | None, date | None]:
    """Kind, first and last day of ``periods``, by the words before, between and after them."""
    first = periods[0]
    before, after = words[: first.at], periods[-1].until
    joined = any(_RANGE.match(words, a.until, b.at) for a, b in zip(periods, periods[1:], strict=False))
    single = len(periods) == 1 and not first.several
    since = _SINCE.search(before) is not None
    asked = _DEADLINE.search(words) is not None or (_UNTIL.search(before) is not None and not joined)
    if _ONWARD.match(words, after) or (since and single and not asked):
        return TimeKind.RANGE, start, None
    if asked or (single and deadline):
        return TimeKind.DEADLINE, None, end
    if not (joined or since or first.last_year) and all(p.unit == "year" for p in periods):
        return (TimeKind.YEAR if single else TimeKind.YEARS), start, end
    return TimeKind.RANGE, start, end
