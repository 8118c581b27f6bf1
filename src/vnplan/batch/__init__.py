"""Many files: each read in a worker process, results in the order of the input.

One bad file never stops the rest: a file that fails, takes too long, needs
too much memory or takes its process down gives a result with an error.
"""

from __future__ import annotations

import os
import pathlib
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sized
from concurrent.futures import Future
from contextlib import ExitStack
from itertools import islice
from typing import TypeVar

from vnplan.batch.journal import Codec, Journal
from vnplan.batch.lock import only_writer
from vnplan.batch.pool import Pool
from vnplan.batch.progress import Progress
from vnplan.batch.result import ParseResult, attempt
from vnplan.readers.limits import Limits

Path = str | os.PathLike[str]
Plan = TypeVar("Plan")

# Files taken from the input beyond the oldest one still unfinished, per worker: enough to keep the workers
# busy behind one slow file, few enough that finished plans waiting for it do not fill the memory.
_AHEAD = 4


def run(
    read: Callable[[str, Limits], Plan],
    paths: Iterable[Path],
    workers: int | None,
    limits: Limits,
    journal: Journal[Plan] | None = None,
) -> Iterator[ParseResult[Plan]]:
    """Read every path with ``read``, lazily and in order.

    ``read`` must be a function of a module (or a partial of one), as it is sent
    to the workers. ``workers`` is the number of processes: ``None`` one for each
    processor, 0 none, so that files are read one after the other in this
    process, where ``limits.seconds`` is checked by the readers only. What
    ``journal`` holds is not read again, and what is read is added to it.

    Raises:
        ValueError: ``workers`` is negative.

    """
    count = _processors() if workers is None else workers
    if count < 0:
        msg = f"workers must be 0 or more, not {count}"
        raise ValueError(msg)
    names = (os.fspath(path) for path in paths)
    if count == 0:
        return _here(lambda name: attempt(read, name, limits), names, journal)
    return _spread(Pool(read, limits, count), names, count * _AHEAD, journal)


def remembered(
    read: Callable[[str, Limits], Plan],
    paths: Iterable[Path],
    how: tuple[int | None, Limits],
    path: pathlib.Path,
    codec: Codec[Plan],
) -> Iterator[ParseResult[Plan]]:
    """As :func:`run` with ``how`` for workers and limits, over the journal in the file ``path``."""
    with ExitStack() as stack:
        stack.enter_context(only_writer(path))
        journal = Journal(path, codec)
        stack.callback(journal.close)
        results = run(read, paths, *how, journal)
        return _until_closed(results, stack.pop_all())


def _until_closed(results: Iterator[ParseResult[Plan]], held: ExitStack) -> Iterator[ParseResult[Plan]]:
    with held:
        yield from results


def watched(results: Iterable[ParseResult[Plan]], total: int | None, progress: Progress) -> Iterator[ParseResult[Plan]]:
    """The same results, with ``progress`` told after each."""
    failed = 0
    for done, result in enumerate(results, 1):
        failed += result.error is not None
        progress(done, failed, total)
        yield result


def count_of(paths: Iterable[Path]) -> int | None:
    """How many there are, where that is known without taking them."""
    return len(paths) if isinstance(paths, Sized) else None


def _here(
    read: Callable[[str], ParseResult[Plan]], names: Iterator[str], journal: Journal[Plan] | None
) -> Iterator[ParseResult[Plan]]:
    for name in names:
        result = (journal and journal.find(name)) or read(name)
        if journal:
            journal.add(result)
        yield result


def _spread(
    pool: Pool[Plan], names: Iterator[str], ahead: int, journal: Journal[Plan] | None
) -> Iterator[ParseResult[Plan]]:
    def start(name: str) -> Future[ParseResult[Plan]]:
        known = journal.find(name) if journal else None
        if known is None:
            return pool.submit(name)
        done: Future[ParseResult[Plan]] = Future()
        done.set_result(known)
        return done

    waiting: deque[Future[ParseResult[Plan]]] = deque()
    try:
        waiting.extend(start(name) for name in islice(names, ahead))
        while waiting:
            result = waiting.popleft().result()
            waiting.extend(start(name) for name in islice(names, 1))
            if journal:
                journal.add(result)
            yield result
    finally:  # also when the caller stops early
        pool.close()


def _processors() -> int:
    # Of this process, where the system tells: containers often have fewer than the machine.
    affinity = getattr(os, "sched_getaffinity", None)
    return len(affinity(0)) if affinity else os.cpu_count() or 1
