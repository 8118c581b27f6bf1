"""Many files: each read in a worker process, results in the order of the input.

One bad file never stops the rest: a file that fails, takes too long, needs
too much memory or takes its process down gives a result with an error.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from itertools import islice
from typing import TypeVar

from vnplan.batch.pool import Pool
from vnplan.batch.result import ParseResult, attempt
from vnplan.readers.limits import Limits

Path = str | os.PathLike[str]
Plan = TypeVar("Plan")

# Files taken from the input beyond the oldest one still unfinished, per worker: enough to keep the workers
# busy behind one slow file, few enough that finished plans waiting for it do not fill the memory.
_AHEAD = 4


def run(
    read: Callable[[str, Limits], Plan], paths: Iterable[Path], workers: int | None, limits: Limits
) -> Iterator[ParseResult[Plan]]:
    """Read every path with ``read``, lazily and in order.

    ``read`` must be a function of a module (or a partial of one), as it is sent
    to the workers. ``workers`` is the number of processes: ``None`` one for each
    processor, 0 none, so that files are read one after the other in this
    process, where ``limits.seconds`` is checked by the readers only.

    Raises:
        ValueError: ``workers`` is negative.

    """
    count = _processors() if workers is None else workers
    if count < 0:
        msg = f"workers must be 0 or more, not {count}"
        raise ValueError(msg)
    names = (os.fspath(path) for path in paths)
    if count == 0:
        return (attempt(read, name, limits) for name in names)
    return _spread(Pool(read, limits, count), names, count * _AHEAD)


def _spread(pool: Pool[Plan], names: Iterator[str], ahead: int) -> Iterator[ParseResult[Plan]]:
    waiting: deque[Future[ParseResult[Plan]]] = deque()
    try:
        waiting.extend(pool.submit(name) for name in islice(names, ahead))
        while waiting:
            result = waiting.popleft().result()
            waiting.extend(pool.submit(name) for name in islice(names, 1))
            yield result
    finally:  # also when the caller stops early
        pool.close()


def _processors() -> int:
    # Of this process, where the system tells: containers often have fewer than the machine.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
