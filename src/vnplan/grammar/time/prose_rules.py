"""A run of tokens in a sentence -> where the time frame of the work begins in it, by the first rule that applies.

A sentence holds years and days that are no time of work: in names of
programmes and documents, in tales of what has been. So times are read where
words say that something is due or comes back, or where times alone fill a
clause (``..., trong năm 2026.``); everywhere else nothing is told.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from vnplan.grammar.time.cues import cue, words_of
from vnplan.grammar.time.tokens import Run, Sort
from vnplan.text.view import View

_SENTENCE_START = re.compile(r"(?:\A|[.;:])[\s\"-]*\Z")
_CLAUSE_START = re.compile(r"(?:\A|[.,;:(]|\s-)[\s\"-]*\Z")
_CLAUSE_END = re.compile(r"\s?(?:\Z|[,;:)]|\.(?!\d)|-\s)")
# Characters looked at before and after a run; what stands farther off is of another matter.
_NEAR = 120
_COUNTED = re.compile(r"(?:\w+ ){0,4}?\d{1,3} ")
# Most words between "hoàn thành" and its time: "hoàn thành chỉ tiêu quý II", and more where "trong" parts them.
_WORDS_BETWEEN = {"": 3, "trong": 6}
_OPENING = ("deadline", "within", "until", "since")


@dataclass(frozen=True, slots=True)
class RunInProse:
    """A run where it stands."""

    view: View
    words: str
    """The view's words, spelt, document numbers masked."""
    run: Run

    @property
    def start(self) -> int:
        """Where the run begins."""
        return self.run[0].start

    @property
    def before(self) -> str:
        """The words before the run, as far as they are looked at."""
        return self.words[max(0, self.start - _NEAR) : self.start]

    @property
    def opens_clause(self) -> bool:
        """Whether the run stands at the front of a clause."""
        return _CLAUSE_START.search(self.before) is not None

    def first(self, *means: str) -> int | None:
        """Where the first cue with one of these meanings stands in the run."""
        return next((token.start for token in self.run if token.means in means), None)


def opening_of(place: RunInProse) -> int | None:
    """Where the time frame of a run begins; ``None`` where the run is no time of work."""
    return next((begin(place) for applies, begin in _RULES if applies(place)), None)


def _nowhere(_: RunInProse) -> None:
    return None


def _at_start(place: RunInProse) -> int:
    return place.start


def _at_cue(place: RunInProse) -> int:
    """In mid-sentence: from the first word that makes the times after it a time of work."""
    if place.opens_clause:
        return place.start
    return next(t.start for t in place.run if t.means in _OPENING or (t.sort is Sort.RHYTHM and not t.alone))


def _is_done(place: RunInProse) -> bool:
    """``đã`` right before: ``đã hoàn thành năm 2021``."""
    return _past_just_before().search(place.before) is not None


def _is_due(place: RunInProse) -> bool:
    """A deadline with its period."""
    return place.first("deadline") is not None and any(token.period for token in place.run)


def _follows_done(place: RunInProse) -> bool:
    return _done_before(place) is not None


def _done_before(place: RunInProse) -> int | None:
    """Where a ``hoàn thành`` stands whose time is a run some words after it, one that begins with its period."""
    period = next((token for token in place.run if token.period), None)
    if place.opens_clause or period is None or place.words[period.start].isdigit():
        return None
    lead = place.words[place.start : period.start].strip()
    found = (
        _done(_WORDS_BETWEEN[lead]).search(place.words, max(0, place.start - _NEAR), place.start)
        if lead in _WORDS_BETWEEN
        else None
    )
    return found.start() if found else None


def _is_attribute(place: RunInProse) -> bool:
    """A day beside a document's number is the document's; ``của`` makes it a thing: ``kế hoạch hằng năm của Sở``."""
    return place.before.rstrip(" ,").endswith("#") or place.words.startswith(" của ", place.run[-1].end)


def _comes_back(place: RunInProse) -> bool:
    return any(token.sort is Sort.RHYTHM and not token.alone for token in place.run)


def _is_past(place: RunInProse) -> bool:
    """``Năm 2021 đã đạt ...``, ``tăng so với quý I``: what has been."""
    said = re.split(r"[,;.(]", place.before)[-1]
    end = place.run[-1].end
    after = re.split(r"[;.](?!\d)", place.words[end : end + _NEAR])[0]
    return cue("past").search(said) is not None or _past_after().search(after) is not None


def _is_event(place: RunInProse) -> bool:
    return place.run[0].sort is Sort.EVENT


def _at_event(place: RunInProse) -> int | None:
    """An event at the front of a clause, or one that days are counted from: ``trong 15 ngày kể từ ...``."""
    counted = _COUNTED.match(place.words, place.start, place.run[0].end)
    return place.start if place.opens_clause or counted else None


def _fills_clause(place: RunInProse) -> bool:
    ends = _CLAUSE_END.match(place.words, place.run[-1].end)
    return place.opens_clause and ends is not None and not _is_bare(place) and not _is_named(place)


def _leads_sentence(place: RunInProse) -> bool:
    """``Đến năm 2030 phấn đấu ...``: a cue at the front of a sentence needs no comma after its time."""
    return place.run[0].means in _OPENING and _SENTENCE_START.search(place.before) is not None


def _is_fine(place: RunInProse) -> bool:
    """Times finer than a year, which stands in many names."""
    periods = [token.period for token in place.run if token.period]
    return bool(periods) and all(period.unit != "year" for period in periods)


def _at_stretch(place: RunInProse) -> int | None:
    """``trong quý II``, ``từ ngày 15/9 đến ngày 20/9``, in mid-sentence."""
    periods = [token.period for token in place.run if token.period]
    several = len(periods) > 1 or periods[0].several
    return place.first("within", "since") if several else place.first("within")


def _is_bare(place: RunInProse) -> bool:
    """Numbers alone (``(2021-2025)``, ``6/2026``) stand for too many things."""
    periods = [token.period for token in place.run if token.sort is Sort.PERIOD]
    alone = len(periods) == len(place.run) and all(period and place.words[period.at].isdigit() for period in periods)
    return alone and all(period and period.unit in ("year", "month") for period in periods)


def _is_named(place: RunInProse) -> bool:
    """Years after a name of a programme or document, with its capital: ``Chương trình ..., giai đoạn 2026-2030``."""
    if any((t.period and t.period.unit != "year") or t.sort is Sort.RHYTHM for t in place.run):
        return False
    since = max(place.words.rfind(mark, 0, place.start) for mark in (".", ";", ":")) + 1
    names = cue("named").finditer(place.words, since, place.start)
    in_brackets = place.before.rstrip().endswith("(")
    return in_brackets or any(place.view.text[name.start()].isupper() for name in names)


@cache
def _done(most: int) -> re.Pattern[str]:
    return re.compile(rf"{words_of('deadline', trait='done')}(?: \w+){{0,{most}}} \Z")


@cache
def _past_just_before() -> re.Pattern[str]:
    return re.compile(rf"{words_of('past', trait='after')} \Z")


@cache
def _past_after() -> re.Pattern[str]:
    return re.compile(words_of("past", trait="after"))


_RULES: tuple[tuple[Callable[[RunInProse], bool], Callable[[RunInProse], int | None]], ...] = (
    (_is_done, _nowhere),
    (_is_due, _at_cue),
    (_follows_done, _done_before),
    (_is_attribute, _nowhere),
    (_comes_back, _at_cue),
    (_is_past, _nowhere),
    (_is_event, _at_event),
    (_fills_clause, _at_start),
    (_leads_sentence, _at_start),
    (_is_fine, _at_stretch),
)
"""Rules in order: whether one applies, and where the time frame then begins."""
