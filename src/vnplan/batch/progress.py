"""How far a run has come, on standard error: one line that is rewritten, or a line now and then in a log."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from typing import TextIO

Progress = Callable[[int, int, int | None], None]
"""Called after every file with files done, files failed among them, and how many there are, where that is known."""

_TERMINAL, _LOG = 0.1, 30.0  # seconds between two lines
_WIDTH = 24


class Bar:
    """Writes the progress to ``stream``, where somebody reads it."""

    def __init__(self, stream: TextIO | None = None) -> None:
        self._stream = stream or sys.stderr
        self._terminal = self._stream.isatty()
        self._started = time.monotonic()
        self._next = 0.0 if self._terminal else self._started + _LOG

    def __call__(self, done: int, failed: int, total: int | None) -> None:
        """Show the state; the last one is always shown."""
        now = time.monotonic()
        if now < self._next and done != total:
            return
        self._next = now + (_TERMINAL if self._terminal else _LOG)
        words = self._words(done, failed, total, now - self._started)
        if self._terminal:
            end = "\n" if done == total else ""
            self._stream.write(f"\r\x1b[2K{words}{end}")
        else:
            self._stream.write(f"vnplan: {words}\n")
        self._stream.flush()

    def _words(self, done: int, failed: int, total: int | None, seconds: float) -> str:
        rate = done / seconds if seconds > 0 else 0.0
        words = f"{done} files, {failed} failed, {rate:.1f} a second"
        if not total:
            return words
        filled = _WIDTH * done // total
        bar = f"[{'#' * filled}{'.' * (_WIDTH - filled)}]"
        left = f", {_clock((total - done) / rate)} left" if rate and done < total else ""
        return f"{bar} {done}/{total}, {failed} failed, {rate:.1f} a second{left}"


def _clock(seconds: float) -> str:
    minutes, rest = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{rest:02}" if hours else f"{minutes}:{rest:02}"
