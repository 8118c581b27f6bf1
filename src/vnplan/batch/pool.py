"""Worker processes seen from the caller's side.

A worker is a fresh interpreter that speaks over its standard streams, not a
``multiprocessing`` child: it never runs the caller's main module again, so
that scripts without a main guard, notebooks and piped programs all work, and
each can be killed alone. A thread stands by each worker; where a reply
is late it is the timer that kills the process, and the thread sees the end of
the stream.
"""

from __future__ import annotations

import os
import pickle
import subprocess
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from typing import IO, Any, Generic, TypeVar

from vnplan.batch.result import ParseResult
from vnplan.batch.stream import loads, receive, send
from vnplan.errors import LimitExceeded, VnplanError
from vnplan.readers.limits import Limits

Plan = TypeVar("Plan")

_GRACE = 0.5  # seconds: a reader that minds the limit itself gives the better error, naming the page
_START = 120.0  # seconds for the interpreter and our imports on a loaded machine; 1 to 2 are usual


class Pool(Generic[Plan]):
    """Threads with a worker each, started when the thread first needs it and again after a death."""

    def __init__(self, read: Callable[[str, Limits], Plan], limits: Limits, size: int) -> None:
        self._task = pickle.dumps((read, limits))
        self._seconds = limits.seconds
        self._threads = ThreadPoolExecutor(size, thread_name_prefix="vnplan")
        self._mine = threading.local()
        self._all: set[_Worker] = set()
        self._lock = threading.Lock()
        self._closed = False

    def submit(self, path: str) -> Future[ParseResult[Plan]]:
        """Have one file read; the future's result never raises for the file's sake."""
        return self._threads.submit(self._read, path)

    def close(self) -> None:
        """End every worker, at once: the processes first, so that the threads that wait for them return."""
        with self._lock:
            self._closed = True
            workers = tuple(self._all)
        for worker in workers:
            worker.kill()
        self._threads.shutdown(cancel_futures=True)
        for worker in workers:
            worker.close()

    def _read(self, path: str) -> ParseResult[Plan]:
        try:
            worker = self._worker()
        except OSError as error:
            return ParseResult(path, error=VnplanError(path, f"no worker process can be started: {error}"))
        reply: ParseResult[Plan] | None = worker.ask(path, self._seconds + _GRACE)
        if reply is not None and not worker.overran:
            return reply
        self._bury(worker)
        if reply is not None:  # it came in the moment that the timer struck
            return reply
        if worker.overran:
            reason = f"not done after {self._seconds:g} seconds (Limits.seconds)"
            return ParseResult(path, error=LimitExceeded(path, reason))
        return ParseResult(path, error=VnplanError(path, f"the worker process {worker.epitaph()}"))

    def _worker(self) -> _Worker:
        """The worker of the thread that asks."""
        worker: _Worker | None = getattr(self._mine, "worker", None)
        if worker is None:
            with self._lock:
                if self._closed:
                    msg = "the pool is closed"
                    raise OSError(msg)
                worker = _Worker()
                self._all.add(worker)
            self._mine.worker = worker
            worker.greet(self._task)
        return worker

    def _bury(self, worker: _Worker) -> None:
        worker.kill()
        worker.close()
        self._mine.worker = None
        with self._lock:
            self._all.discard(worker)


class _Worker:
    """One process; ``None`` from :meth:`ask` means that it is dead."""

    def __init__(self) -> None:
        self.overran = False
        code = "from vnplan.batch.worker import main; main()"
        places = os.pathsep.join(place or os.curdir for place in sys.path)
        self._process = subprocess.Popen(  # noqa: S603 -- this interpreter, with our own words
            [sys.executable, "-c", code],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "PYTHONPATH": places},
        )

    def greet(self, task: bytes) -> None:
        """Say what is to be done with each file, and wait until the worker is ready."""
        if self._exchange(task, _START) is None:
            self.overran = False

    def ask(self, path: str, seconds: float) -> Any:
        """The reply for one file, within ``seconds``."""
        return self._exchange(pickle.dumps(path), seconds)

    def epitaph(self) -> str:
        """How the process ended."""
        code = self._process.wait()
        return f"was killed by signal {-code}" if code < 0 else f"ended with exit code {code}"

    def kill(self) -> None:
        """End the process; harmless if it has ended."""
        self._process.kill()
        self._process.wait()

    def close(self) -> None:
        """Close the streams to a dead process; no thread may be reading them."""
        for stream in (self._process.stdin, self._process.stdout):
            with suppress(OSError):  # what could not be sent cannot be flushed either
                _stream(stream).close()

    def _exchange(self, message: bytes, seconds: float) -> Any:
        timer = threading.Timer(seconds, self._overrun)
        timer.daemon = True
        timer.start()
        try:
            with suppress(OSError):  # a dead process has closed its end
                send(_stream(self._process.stdin), message)
            reply = receive(_stream(self._process.stdout))
        finally:
            timer.cancel()
        return None if reply is None else loads(reply)

    def _overrun(self) -> None:
        self.overran = True
        self._process.kill()


def _stream(stream: IO[bytes] | None) -> IO[bytes]:
    if stream is None:  # cannot be: both were asked for
        raise OSError
    return stream
