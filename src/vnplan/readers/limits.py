"""How much of a stranger's file is read before reading stops with an error."""

from __future__ import annotations

import time
from dataclasses import dataclass

from vnplan.errors import LimitExceeded


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Bounds on one document; passing one raises :class:`vnplan.LimitExceeded`.

    The defaults leave room for ten times the largest plan seen (170 pages,
    12 MB); they are bounds against abuse, not expectations.
    """

    bytes: int = 200_000_000
    """Size of the file in bytes."""
    unzipped_bytes: int = 1_000_000_000
    """Size of an archive's parts together once unpacked, in bytes."""
    pages: int = 5_000
    """Pages of a paged format."""
    characters: int = 50_000_000
    """Length of the text in code points."""
    seconds: float = 300.0
    """Wall time for one document in seconds, checked between pages and parts."""
    memory: int | None = None
    """Address space of a worker process in bytes; holds in ``parse_many`` and on the command line."""

    def __post_init__(self) -> None:
        for name in ("bytes", "unzipped_bytes", "pages", "characters", "seconds"):
            if getattr(self, name) <= 0:
                msg = f"Limits.{name} must be above zero, not {getattr(self, name)!r}"
                raise ValueError(msg)


class Clock:
    """The time that one document may take, from now on; asked between its parts."""

    def __init__(self, name: str, limits: Limits) -> None:
        self._name = name
        self._seconds = limits.seconds
        self._end = time.monotonic() + limits.seconds

    def check(self) -> None:
        """Raise ``LimitExceeded`` when time is up."""
        if time.monotonic() > self._end:
            raise LimitExceeded(self._name, f"reading took more than {self._seconds:g} seconds (Limits.seconds)")
