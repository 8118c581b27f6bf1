"""One writer at a time, between processes and between threads; a writer that dies lets go."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO

from vnplan.errors import VnplanError


@contextmanager
def only_writer(output: Path) -> Iterator[None]:
    """Hold the right to write ``output``; the small file ``output.lock`` beside it stays.

    Raises:
        VnplanError: another writer holds it, or the folder cannot be written.

    """
    path = output.with_name(f"{output.name}.lock")
    try:
        file = path.open("a+b")
    except OSError as error:
        raise VnplanError(str(output), f"cannot be written: {error.strerror}") from error
    with file:
        try:
            _take(file)
        except OSError as error:
            raise VnplanError(str(output), "another process is writing it; wait for it to end, or stop it") from error
        yield


def _take(file: IO[bytes]) -> None:
    """Lock without waiting; the system unlocks when the file is closed, also by a crash."""
    try:
        import fcntl
    except ImportError:  # Windows
        import msvcrt

        file.seek(0)
        msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined]
    else:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
