"""Gold and systems -> the figures of an evaluation."""

from __future__ import annotations

import os
import time
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from vnplan.errors import VnplanError
from vnplan.evaluation.aspects import ASPECTS, Aspect
from vnplan.evaluation.bootstrap import RESAMPLES, SEED, interval
from vnplan.evaluation.gold import GoldDocument
from vnplan.evaluation.load import Case, load
from vnplan.evaluation.reading import Reading
from vnplan.evaluation.scores import Counts, count, total
from vnplan.evaluation.sides import Sides
from vnplan.evaluation.systems import System, resolve
from vnplan.models.analysis.scores import Evaluation, Failure, Score, ScoreGroup, SystemResult, Way
from vnplan.version import __version__

Key = tuple[str, Way]
"""Aspect and way."""


@dataclass
class Outcome:
    """What one system made of one rendition."""

    gold: GoldDocument
    format: str
    counts: dict[Key, Counts]


@dataclass
class Tally:
    """What one system made of all of them."""

    outcomes: list[Outcome] = field(default_factory=list)
    answered: set[Key] = field(default_factory=set)
    failures: list[Failure] = field(default_factory=list)
    seconds: float = 0.0


def evaluate(
    gold: str | os.PathLike[str],
    systems: Sequence[str] = ("vnplan",),
    *,
    files: str | os.PathLike[str] | None = None,
    progress: Callable[[str], None] | None = None,
) -> Evaluation:
    """Measure systems on documents annotated by hand.

    Args:
        gold: a folder with ``*/gold.json``, a gold file, or a JSONL file of them.
        systems: names of the table of systems, ``module:function`` (a callable that takes a path and gives a
            :class:`Reading`) or ``file:DIR`` (readings as JSON, one a rendition).
        files: folder of the renditions where they are not beside their gold file.
        progress: called with the name of each rendition before a system reads it.

    Raises:
        VnplanError: gold, a rendition or a system is not there, or not what it should be.

    """
    cases = load(gold, files)
    paths = [(case, file, case.path(file)) for case in cases for file in case.gold.files]
    tallies: dict[str, tuple[System, Tally]] = {}
    for system in resolve(systems):
        tally = Tally()
        for case, file, path in paths:
            if system.reads(file.format):
                if progress:
                    progress(f"{system.name}: {file.name}")
                measure(system, case, (path, file.format), tally)
        tallies[system.name] = (system, tally)
    return Evaluation(
        written_by=__version__,
        gold=str(gold),
        documents=len(cases),
        files=len(paths),
        resamples=RESAMPLES,
        seed=SEED,
        systems=tuple(_result(system, tally) for system, tally in tallies.values()),
        scores=tuple(score for system, tally in tallies.values() for score in _scores(system.name, tally)),
    )


def measure(system: System, case: Case, file: tuple[Path, str], tally: Tally) -> None:
    """Let a system read a file and count what it says; a file that it cannot read has nothing found in it."""
    path, name = file
    started = time.perf_counter()
    try:
        reading = system.read(path)
    except VnplanError as error:
        reading = Reading()
        tally.failures.append(Failure(file=path.name, reason=error.reason))
    tally.seconds += time.perf_counter() - started
    sides = Sides(case.gold, reading)
    counts: dict[Key, Counts] = {}
    for aspect in ASPECTS:
        if both := aspect.items(sides):
            ways = Way if aspect.placed and case.gold.text is not None else (Way.VALUE,)
            counts |= {(aspect.name, way): n for way in ways if (n := count(both, way)) is not None}
        tally.answered |= set(_answers(aspect, reading))
    tally.outcomes.append(Outcome(case.gold, name, counts))


def _answers(aspect: Aspect, reading: Reading) -> Iterator[Key]:
    """The ways in which a reading answers an aspect: without a text it tells no places."""
    if aspect.answered(reading):
        yield from ((aspect.name, way) for way in Way if way is Way.VALUE or reading.text is not None)


def _result(system: System, tally: Tally) -> SystemResult:
    return SystemResult(
        name=system.name,
        about=system.about,
        cannot=system.cannot,
        files=len(tally.outcomes),
        failures=tuple(tally.failures),
        seconds=round(tally.seconds, 2),
    )


Grouping = tuple[ScoreGroup, Callable[[Outcome], str]]
GROUPINGS: tuple[Grouping, ...] = (
    (ScoreGroup.ALL, lambda _: "all"),
    (ScoreGroup.FORMAT, lambda outcome: outcome.format),
    (ScoreGroup.KIND, lambda outcome: outcome.gold.kind or "unknown"),
    (ScoreGroup.DOCUMENT, lambda outcome: outcome.gold.id),
)


def _scores(system: str, tally: Tally) -> Iterator[Score]:
    for aspect in ASPECTS:
        for key in ((aspect.name, way) for way in Way):
            if key in tally.answered:
                for group, name_of in GROUPINGS:
                    yield from grouped(system, key, tally.outcomes, (group, name_of))


def grouped(system: str, key: Key, outcomes: Iterable[Outcome], grouping: Grouping) -> Iterator[Score]:
    """One score for each name of a group in which gold has the aspect; the documents of each are drawn anew."""
    group, name_of = grouping
    parts: defaultdict[str, defaultdict[str, list[Counts]]] = defaultdict(lambda: defaultdict(list))
    for outcome in outcomes:
        if key in outcome.counts:
            parts[name_of(outcome)][outcome.gold.id].append(outcome.counts[key])
    for name, documents in sorted(parts.items()):
        summed = [total(counts) for counts in documents.values()]
        all_of = total(summed)
        if not any(all_of):
            continue  # nothing to find and nothing found says nothing of a system
        ends = interval(summed) or (None, None)
        yield Score(
            system=system,
            aspect=key[0],
            way=key[1],
            group=group,
            name=name,
            gold=all_of.gold,
            found=all_of.found,
            right=all_of.right,
            precision=round(all_of.precision, 4),
            recall=round(all_of.recall, 4),
            f1=round(all_of.f1, 4),
            low=None if ends[0] is None else round(ends[0], 4),
            high=None if ends[1] is None else round(ends[1], 4),
        )
