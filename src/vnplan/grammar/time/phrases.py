"""A phrase (spelt words and the periods found in them) -> a time frame: what its cues make of its periods."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import cache

from vnplan.grammar.time.cues import cue, words_of
from vnplan.grammar.time.period import Period
from vnplan.grammar.time.periods import find_periods
from vnplan.grammar.time.recurrence import RHYTHMS, due_in_turn, find_recurrences
from vnplan.grammar.time.triggers import find_trigger
from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Context, Family
from vnplan.models.task import Recurrence, TimeFrame, TimeKind

_SCHOOL_YEAR = re.compile(r"\bnăm học (\d{4})(?:\s?[-–]\s?(\d{4}))?")
_RANGE = re.compile(r"[\s,]*(?:-|đến|tới)")
_LIST = re.compile(r"[\s]*(?:,|;|và|hoặc|\+|/|&)")
# Months from one turn to the next -> rhythm; a list of months or quarters with even gaps.
_TURNS = {1: Recurrence.MONTHLY, 3: Recurrence.QUARTERLY, 6: Recurrence.HALF_YEARLY}


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that are a time frame or hold one."""

    raw: str
    """As printed, with single spaces."""
    words: str
    """Spelt (:func:`vnplan.grammar.time.cues.spell`)."""
    offset: int
    """Where ``words`` begin in ``raw``."""
    year: int | None
    """What words without a year mean: the plan's year."""
    deadline: bool
    """A single time is the last day, as under ``Thời gian hoàn thành``."""
    context: Context | None = None
    """Prose, where an event ends with its part of the sentence."""


def tells_time(words: str) -> bool:
    """Whether spelt words may tell a time at all: quick, and true too often rather than too seldom."""
    return _hint().search(words) is not None


@cache
def _hint() -> re.Pattern[str]:
    telling = ("ongoing", "plan-year", "trigger", *RHYTHMS, *(f"month-{n:02}" for n in range(1, 13)))
    firsts = {" ".join(row.words.split()[:2]) for m in telling for row in select(Family.TIME_CUE, means=m)}
    # Counted rhythms and events hold these words; everything else holds a number.
    return re.compile("|".join((r"\d|quý|q[. ]?[iv]|theo |lần|sau |từ |kỳ", *sorted(firsts))))


def read_phrase(phrase: Phrase) -> TimeFrame | None:
    """The time frame that a phrase tells; ``None`` where it gives no dates, no rhythm and no event."""
    words = phrase.words
    if not tells_time(words):
        return None
    school = _SCHOOL_YEAR.search(words)
    if school:
        years = tuple(int(y) for y in school.groups() if y)
        return TimeFrame(raw=phrase.raw, kind=TimeKind.RANGE, years=years)
    trigger = find_trigger(words, phrase.context)
    main = words[: trigger[0]] + " " * (trigger[1] - trigger[0]) + words[trigger[1] :] if trigger else words
    waits = _printed(phrase, trigger) if trigger else None
    turns = find_recurrences(main)
    recurrence = next((turn.name for turn in turns if turn.name), None)
    ongoing = cue("ongoing").search(main)
    periods = find_periods(main)
    starts = [*(p.at for p in periods), *(turn.at for turn in turns[:1]), *([ongoing.start()] if ongoing else [])]
    if trigger and not any(at < trigger[0] for at in starts):
        return TimeFrame(raw=phrase.raw, kind=TimeKind.TRIGGERED, trigger=waits, recurrence=recurrence)
    if ongoing or turns:
        always = ongoing is not None and not (turns and turns[0].at < ongoing.start())
        kind = TimeKind.ONGOING if always else TimeKind.RECURRING
        return _bounded(phrase, kind, main, periods, recurrence)
    if not periods:
        return _plan_year(phrase, main)
    frame = _dated(phrase, main, periods)
    return frame.model_copy(update={"trigger": waits}) if waits else frame


def _printed(phrase: Phrase, trigger: tuple[int, int]) -> str:
    """The trigger's words as printed: the search copy keeps the length of ``raw`` but for invisible characters."""
    at = trigger[0] + phrase.offset
    return phrase.raw[at : at + trigger[1] - trigger[0]].strip(" .,;:") or phrase.words[slice(*trigger)]


def _filled() -> str:
    """Words that may stand between a cue and its period: "đến hết ngày", "từ đầu năm"."""
    return rf"(?: {words_of('link', 'until', 'since')})*\s?\Z"


@cache
def _since() -> re.Pattern[str]:
    return re.compile(words_of("since") + _filled())


@cache
def _until() -> re.Pattern[str]:
    return re.compile(words_of("until") + _filled())


@cache
def _onward() -> re.Pattern[str]:
    return re.compile(rf"[\s,.;]*(?:(?:và|,|cùng|đến) )?{words_of('onward')}")


@cache
def _horizon() -> re.Pattern[str]:
    return re.compile(words_of("horizon") + r"[^\d;]{0,40}\Z")


def _bounded(
    phrase: Phrase, kind: TimeKind, words: str, periods: tuple[Period, ...], recurrence: Recurrence | None
) -> TimeFrame:
    """A recurring or ongoing frame; whole years in its words bound it, days and months within the year do not."""
    years = [p for p in periods if p.unit == "year"]
    start = years[0].first if years else None
    end = years[-1].last if years else None
    if len(years) == 1:
        start = None if _until().search(words[: years[0].at]) else start
        opened = _since().search(words[: years[0].at]) or _onward().match(words, years[0].until)
        end = None if opened or _LIST.match(words, years[0].until) else end
    due = due_in_turn(words, periods, recurrence) if kind is TimeKind.RECURRING else None
    return TimeFrame(raw=phrase.raw, kind=kind, start=start, end=end, recurrence=recurrence, recurs_by=due)


def _plan_year(phrase: Phrase, words: str) -> TimeFrame | None:
    """``Trong năm``: the year of the plan."""
    found = cue("plan-year").search(words)
    if found is None or phrase.year is None or words[found.end() :].lstrip()[:1].isdigit():
        return None
    end = date(phrase.year, 12, 31)
    if phrase.deadline or cue("deadline").search(words):
        return TimeFrame(raw=phrase.raw, kind=TimeKind.DEADLINE, end=end, inferred=True)
    start = date(phrase.year, 1, 1)
    return TimeFrame(raw=phrase.raw, kind=TimeKind.YEAR, start=start, end=end, years=(phrase.year,), inferred=True)


def _dated(phrase: Phrase, words: str, found: Sequence[Period]) -> TimeFrame:
    horizons = [p for p in found if _horizon().search(words[: p.at])]
    near = [p for p in found if p not in horizons] or list(found)
    inferred = phrase.year is not None and any(p.year is None for p in near)
    periods = _finest([p.dated(phrase.year) for p in near], words)
    first = periods[0]
    later = tuple(p.year for p in horizons if p.year and p not in near)
    single = len(periods) == 1 and not first.several
    years = tuple(p.year for p in periods if p.year)
    if single and first.unit == "year" and (cue("season").search(words) or _is_late(phrase, words)):
        return TimeFrame(raw=phrase.raw, kind=TimeKind.OTHER, years=years)
    start, end = first.first, max((p.last for p in periods if p.last), default=None)
    if start is None and end is None and first.year:
        return TimeFrame(raw=phrase.raw, kind=TimeKind.OTHER)  # 31/2/2025: no such day
    kind, start, end = _kind(phrase, words, periods, (start, end))
    if kind is TimeKind.RECURRING:
        rhythm = _rhythm(first)
        return TimeFrame(raw=phrase.raw, kind=kind, start=start, end=end, recurrence=rhythm, inferred=inferred)
    if kind not in (TimeKind.YEAR, TimeKind.YEARS):
        years = years + later if later and kind is TimeKind.DEADLINE else ()
    far = max((p.last for p in horizons if p.last and p not in near), default=None)
    return TimeFrame(raw=phrase.raw, kind=kind, start=start, end=end, years=years, horizon=far, inferred=inferred)


def _is_late(phrase: Phrase, words: str) -> bool:
    return cue("late").search(words) is not None and not (phrase.deadline or cue("deadline").search(words))


def _finest(periods: Sequence[Period], words: str) -> list[Period]:
    """Without the years said for a time within them: ``Năm 2025, hoàn thành trước 30/11``."""

    def holds(outer: Period, inner: Period) -> bool:
        apart = words[min(outer.until, inner.until) : max(outer.at, inner.at)]
        within = outer.year == inner.year is not None and inner.unit != "year"
        return outer.unit == "year" and not outer.several and within and not _RANGE.match(apart)

    return [p for p in periods if not any(holds(p, other) for other in periods)]


def _kind(
    phrase: Phrase, words: str, periods: Sequence[Period], days: tuple[date | None, date | None]
) -> tuple[TimeKind, date | None, date | None]:
    """Kind, first and last day of ``periods``, by the words before, between and after them."""
    first, (start, end) = periods[0], days
    before, after = words[: first.at], periods[-1].until
    joined = any(_RANGE.match(words, a.until, b.at) for a, b in zip(periods, periods[1:], strict=False))
    single = len(periods) == 1 and not first.several
    since = _since().search(before) is not None
    asked = cue("deadline").search(words) is not None or (_until().search(before) is not None and not joined)
    if _onward().match(words, after) or (since and single and not asked):
        return TimeKind.RANGE, start, None
    if asked or (single and phrase.deadline):
        return TimeKind.DEADLINE, None, end
    if len(periods) == 1 and first.apart:
        return TimeKind.RECURRING, start, end
    if not (joined or since or first.last_year) and all(p.unit == "year" for p in periods):
        return (TimeKind.YEAR if single else TimeKind.YEARS), start, end
    return TimeKind.RANGE, start, end


def _rhythm(period: Period) -> Recurrence | None:
    """The rhythm of months or quarters with even gaps."""
    gaps = {b - a for a, b in zip(period.values, period.values[1:], strict=False)}
    months = 3 if period.unit == "quarter" else 1
    return _TURNS.get(months * gaps.pop()) if len(gaps) == 1 else None
