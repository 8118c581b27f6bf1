"""What one system makes of renditions -> counts, and counts -> scores by group."""

from __future__ import annotations

import time
from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from vnplan.errors import VnplanError
from vnplan.evaluation.aspects.sides import Sides
from vnplan.evaluation.aspects.table import ASPECTS, Aspect
from vnplan.evaluation.bootstrap import interval
from vnplan.evaluation.gold import GoldDocument
from vnplan.evaluation.reading import Reading
from vnplan.evaluation.scores import Counts, count, total
from vnplan.evaluation.systems.adapter import Unasked
from vnplan.evaluation.systems.table import System
from vnplan.models.analysis.scores import Failure, Score, ScoreGroup, SystemResult, Way

Key = tuple[str, Way]
"""Aspect and way."""


@dataclass(frozen=True)
class Task:
    """One rendition to read, and what it is held against."""

    gold: GoldDocument
    path: Path
    format: str
    strength: str = ""
    """Strength of the damage done to it, where one was."""


@dataclass(frozen=True)
class Outcome:
    """What a system made of a rendition."""

    task: Task
    counts: dict[Key, Counts]


@dataclass
class Tally:
    """What one system made of all of them."""

    system: System
    outcomes: list[Outcome] = field(default_factory=list)
    answered: set[Key] = field(default_factory=set)
    """What the system answers in any rendition; there it is scored in all."""
    failures: list[Failure] = field(default_factory=list)
    unasked: int = 0
    seconds: float = 0.0

    def measure(self, task: Task) -> None:
        """Let the system read and count what it says; a file that it cannot read has nothing found in it.

        A file to which no answer was recorded says nothing of the system and is not scored.
        """
        started = time.perf_counter()
        try:
            reading = self.system.read(task.path)
        except Unasked:
            self.unasked += 1
            return
        except VnplanError as error:
            reading = Reading()
            self.failures.append(Failure(file=task.path.name, reason=error.reason))
        self.seconds += time.perf_counter() - started
        sides = Sides(task.gold, reading)
        counts: dict[Key, Counts] = {}
        for aspect in ASPECTS:
            if both := aspect.items(sides):
                ways = Way if aspect.placed and task.gold.text is not None else (Way.VALUE,)
                counts |= {(aspect.name, way): n for way in ways if (n := count(both, way)) is not None}
            self.answered |= set(_answers(aspect, reading))
        self.outcomes.append(Outcome(task, counts))

    def result(self) -> SystemResult:
        """The system, and what it could not read."""
        return SystemResult(
            name=self.system.name,
            about=self.system.about,
            cannot=self.system.cannot,
            files=len(self.outcomes),
            unasked=self.unasked,
            failures=tuple(self.failures),
            seconds=round(self.seconds, 2),
        )

    def scores(self, groupings: Sequence[Grouping]) -> Iterator[Score]:
        """By aspect in the order of the table, way and group."""
        for aspect in ASPECTS:
            for key in ((aspect.name, way) for way in Way):
                for grouping in groupings if key in self.answered else ():
                    yield from self._grouped(key, grouping)

    def _grouped(self, key: Key, grouping: Grouping) -> Iterator[Score]:
        """A score for each name of a group in which gold has the aspect; the documents of each are drawn anew."""
        group, name_of = grouping
        parts: defaultdict[str, defaultdict[str, list[Counts]]] = defaultdict(lambda: defaultdict(list))
        for outcome in self.outcomes:
            if key in outcome.counts:
                parts[name_of(outcome.task)][outcome.task.gold.id].append(outcome.counts[key])
        for name, documents in sorted(parts.items()):
            summed = [total(counts) for counts in documents.values()]
            if any(total(summed)):  # else nothing to find and nothing found, which says nothing of a system
                yield _score((self.system.name, key, group, name), summed)


def _answers(aspect: Aspect, reading: Reading) -> Iterator[Key]:
    """The ways in which a reading answers an aspect: without a text it tells no places."""
    if aspect.answered(reading):
        yield from ((aspect.name, way) for way in Way if way is Way.VALUE or reading.text is not None)


def _score(of: tuple[str, Key, ScoreGroup, str], documents: Sequence[Counts]) -> Score:
    system, (aspect, way), group, name = of
    summed = total(documents)
    low, high = interval(documents) or (None, None)
    digits = 4  # a document more or less moves the third
    return Score(
        system=system,
        aspect=aspect,
        way=way,
        group=group,
        name=name,
        gold=summed.gold,
        found=summed.found,
        right=summed.right,
        precision=round(summed.precision, digits),
        recall=round(summed.recall, digits),
        f1=round(summed.f1, digits),
        low=None if low is None else round(low, digits),
        high=None if high is None else round(high, digits),
    )


Grouping = tuple[ScoreGroup, Callable[[Task], str]]
"""A group and which of it a rendition belongs to."""
GROUPINGS: Final[tuple[Grouping, ...]] = (
    (ScoreGroup.ALL, lambda _: "all"),
    (ScoreGroup.FORMAT, lambda task: task.format),
    (ScoreGroup.KIND, lambda task: task.gold.kind or "unknown"),
    (ScoreGroup.DOCUMENT, lambda task: task.gold.id),
)
DAMAGED: Final[tuple[Grouping, ...]] = ((ScoreGroup.STRENGTH, lambda task: task.strength),)
"""Of texts that were damaged."""
