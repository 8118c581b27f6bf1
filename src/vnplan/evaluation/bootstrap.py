"""Counts of documents -> the 95 % interval of F1, by drawing documents anew."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache

from vnplan.evaluation.scores import Counts, f1

RESAMPLES = 1000
"""Draws: their ends move by less than 0.005 from one seed to another on fifty documents."""
SEED = 20260701
"""Fixed, so that the same figures have the same interval."""
_CUT = 0.025
"""Share of the draws beyond each end of the interval."""


@cache
def _draws(documents: int, resamples: int, seed: int) -> tuple[tuple[tuple[int, int], ...], ...]:
    """Each draw as (document, how often it was drawn)."""
    chance = random.Random(seed)  # noqa: S311 -- statistics, no secret
    draws = []
    for _ in range(resamples):
        times = [0] * documents
        for _ in range(documents):
            times[chance.randrange(documents)] += 1
        draws.append(tuple((index, n) for index, n in enumerate(times) if n))
    return tuple(draws)


def interval(
    documents: Sequence[Counts], *, resamples: int = RESAMPLES, seed: int = SEED
) -> tuple[float, float] | None:
    """Ends of the interval of F1 over all documents; each brings the counts of all its renditions together.

    ``None`` for fewer than two documents, of which nothing can be drawn.
    """
    if len(documents) < 2:
        return None
    figures = []
    for draw in _draws(len(documents), resamples, seed):
        gold = found = right = 0
        for index, times in draw:
            counts = documents[index]
            gold += times * counts.gold
            found += times * counts.found
            right += times * counts.right
        figures.append(f1(gold, found, right))
    figures.sort()
    cut = int(resamples * _CUT)
    return figures[cut], figures[-1 - cut]
