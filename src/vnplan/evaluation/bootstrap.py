"""Counts of documents -> the 95 % interval of F1, by drawing documents anew."""

from __future__ import annotations

import random
from collections.abc import Sequence
from functools import cache
from operator import mul

from vnplan.evaluation.scores import Counts

RESAMPLES = 1000
"""Draws: the ends move by less than 0.01 from one seed to another, on sixty documents that differ widely."""
SEED = 20260701
"""Fixed, so that the same figures have the same interval."""
_CUT = 0.025
"""Share of the draws beyond each end of the interval."""


@cache
def _draws(documents: int, resamples: int, seed: int) -> tuple[tuple[int, ...], ...]:
    """Each draw as how often every document was drawn."""
    chance = random.Random(seed)  # noqa: S311 -- statistics, no secret
    draws = []
    for _ in range(resamples):
        times = [0] * documents
        for index in chance.choices(range(documents), k=documents):
            times[index] += 1
        draws.append(tuple(times))
    return tuple(draws)


def interval(
    documents: Sequence[Counts], *, resamples: int = RESAMPLES, seed: int = SEED
) -> tuple[float, float] | None:
    """Ends of the interval of F1 over all documents; each brings the counts of all its renditions together.

    ``None`` for fewer than two documents, of which nothing can be drawn.
    """
    if len(documents) < 2:
        return None
    items = [counts.gold + counts.found for counts in documents]
    right = [counts.right for counts in documents]
    figures = []
    for times in _draws(len(documents), resamples, seed):
        whole = sum(map(mul, times, items))
        figures.append(2 * sum(map(mul, times, right)) / whole if whole else 1.0)
    figures.sort()
    cut = int(resamples * _CUT)
    return figures[cut], figures[-1 - cut]
