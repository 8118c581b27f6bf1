"""Spelt words of running text -> tokens of time (periods, rhythms, events, cues), and the runs that they form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum
from functools import cache

from vnplan.grammar.time.cues import words_of
from vnplan.grammar.time.period import Period
from vnplan.grammar.time.periods import find_periods
from vnplan.grammar.time.recurrence import find_recurrences
from vnplan.grammar.time.triggers import find_trigger
from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Context, Family


class Sort(Enum):
    """What a token is."""

    PERIOD = 1
    RHYTHM = 2
    EVENT = 3
    CUE = 4
    """A word that makes something of the times beside it; what, is its meaning in the lexicon."""
    LINK = 5
    """A word that joins or fills out times."""


@dataclass(frozen=True, slots=True)
class Token:
    """A piece ``[start, end)`` of the words."""

    start: int
    end: int
    sort: Sort
    means: str | None = None
    """Of cues: the meaning in the lexicon."""
    alone: bool = False
    """Tells a time only where times fill the clause."""
    period: Period | None = None


Run = tuple[Token, ...]
"""Tokens with nothing but spaces and marks between them."""

_CUES = (
    "deadline",
    "until",
    "since",
    "within",
    "onward",
    "horizon",
    "season",
    "late",
    "ongoing",
    "plan-year",
    "weekday",
)
# 13h30; 8 giờ 30 phút
_CLOCK = r"\d{1,2}\s?(?:h|giờ)\s?(?:\d{1,2}(?: phút)?)?(?!\w)"
# trước ngày 25 hằng tháng
_DAY_ALONE = r"(?<!\w)ngày \d{1,2}(?![\d/.-])"
_GAP = re.compile(r"[\s,()+&/:\"-]{0,3}")
_TURNS_AFTER_COMMA = (Sort.RHYTHM, Sort.EVENT)


def find_runs(words: str) -> tuple[Run, ...]:
    """Runs of tokens in spelt words of running text, in order."""
    runs: list[list[Token]] = []
    for token in _tokens(words):
        last = runs[-1][-1] if runs else None
        if last and _GAP.fullmatch(words, last.end, token.start) and not _new_matter(words, runs[-1], token):
            runs[-1].append(token)
        else:
            runs.append([token])
    return tuple(tuple(run) for run in runs)


def _new_matter(words: str, run: list[Token], token: Token) -> bool:
    """After a deadline and a comma, a rhythm or an event is said of something else."""
    due = any(t.means == "deadline" for t in run)
    return due and token.sort in _TURNS_AFTER_COMMA and "," in words[run[-1].end : token.start]


def _tokens(words: str) -> Iterator[Token]:
    """Tokens by place; where two overlap, events hold what stands in them, and periods and rhythms come before cues."""
    found = [*_events(words)]
    found += [Token(p.at, p.until, Sort.PERIOD, period=p) for p in find_periods(words)]
    rows = {row.words: row for row in select(Family.TIME_CUE, Context.PROSE)}
    for turn in find_recurrences(words, Context.PROSE):
        row = rows.get(words[turn.at : turn.until])
        found.append(Token(turn.at, turn.until, Sort.RHYTHM, alone=bool(row and "alone" in row.traits)))
    found += [_cue(m) for m in _cues().finditer(words)]
    taken = bytearray(len(words))
    kept = []
    for token in found:
        if not any(taken[token.start : token.end]):
            taken[token.start : token.end] = b"\x01" * (token.end - token.start)
            kept.append(token)
    return iter(sorted(kept, key=lambda t: t.start))


def _events(words: str) -> Iterator[Token]:
    at = 0
    while found := find_trigger(words, Context.PROSE, at):
        # "khi có yêu cầu, trước ngày 30/6": the deadline is none of the event's words.
        due = _deadline_ahead().search(words, found[0] + 1, found[1])
        end = due.start() if due else found[1]
        yield Token(found[0], end, Sort.EVENT)
        at = max(end, found[0] + 1)


def _cue(match: re.Match[str]) -> Token:
    means = next((name for name, text in match.groupdict().items() if text), "link").replace("_", "-")
    sort = Sort.LINK if means in ("link", "weekday") else Sort.CUE
    row = next((r for r in select(Family.TIME_CUE, means=means) if r.words == match[0]), None)
    return Token(*match.span(), sort, means, alone=bool(row and "alone" in row.traits))


@cache
def _cues() -> re.Pattern[str]:
    named = (rf"(?P<{name.replace('-', '_')}>{words_of(name, context=Context.PROSE)})" for name in reversed(_CUES))
    # "trong năm" before a number is no year of the plan.
    named = (rf"{pattern}(?! ?\d)" if "plan_year" in pattern else pattern for pattern in named)
    links = words_of("link", context=Context.PROSE)
    return re.compile("|".join((*named, _DAY_ALONE, links, _CLOCK)))


@cache
def _deadline_ahead() -> re.Pattern[str]:
    return re.compile(rf"{words_of('deadline')} (?:là )?(?:(?:ngày|tháng|quý|năm) )?\d")
