"""What runs in a worker process: read a file for every path that comes in."""

from __future__ import annotations

import os
import pickle
import signal
import sys
from typing import IO, Any

from vnplan.batch.result import ParseResult, attempt
from vnplan.batch.stream import receive, send
from vnplan.errors import VnplanError
from vnplan.readers.limits import Limits


def main() -> None:
    """Serve until the caller closes the stream."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the caller hears Ctrl-C and ends its workers
    source, sink = _streams()
    task = receive(source)
    if task is None:
        return
    read, limits = pickle.loads(task)  # noqa: S301 -- the caller is the process that started this one
    _bound(limits)
    send(sink, pickle.dumps("ready"))
    while (message := receive(source)) is not None:
        path = pickle.loads(message)  # noqa: S301
        send(sink, _packed(attempt(read, path, limits)))


def _streams() -> tuple[IO[bytes], IO[bytes]]:
    """The two streams to the caller, taken off 0 and 1: what a library prints must not get between the messages."""
    source, sink = os.dup(0), os.dup(1)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    os.dup2(2, 1)
    sys.stdout = sys.stderr
    return os.fdopen(source, "rb"), os.fdopen(sink, "wb")


def _bound(limits: Limits) -> None:
    if limits.memory is None:
        return
    try:
        import resource
    except ImportError:  # Windows has no such limit
        return
    hard = resource.getrlimit(resource.RLIMIT_AS)[1]
    size = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
    resource.setrlimit(resource.RLIMIT_AS, (size, hard))


def _packed(result: ParseResult[Any]) -> bytes:
    try:
        return pickle.dumps(result)
    except (MemoryError, RecursionError) as error:
        reason = f"the plan is too large to hand over: {type(error).__name__}"
        failed: ParseResult[Any] = ParseResult(result.path, error=VnplanError(result.path, reason))
        return pickle.dumps(failed)
