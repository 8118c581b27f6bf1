"""The pen: puts paragraphs one under the other into the text and remembers where each came from."""

from __future__ import annotations

from vnplan.errors import LimitExceeded
from vnplan.models.base import Span
from vnplan.models.source import Origin, Place
from vnplan.readers.limits import Clock, Limits


class Scribe:
    """Text that only grows, one paragraph a time, within ``limits``."""

    def __init__(self, name: str, limits: Limits) -> None:
        self.name = name
        self._limits = limits
        self._clock = Clock(name, limits)
        self._parts: list[str] = []
        self._origins: list[Origin] = []
        self._size = 0

    @property
    def next_start(self) -> int:
        """Where the next paragraph begins."""
        return self._size + 1 if self._parts else 0

    def write(self, text: str, place: Place) -> Span:
        """Add one paragraph on a line of its own.

        Raises:
            LimitExceeded: the text grew too long, or reading took too long.

        """
        start = self.next_start
        span = Span(start, start + len(text))
        if span.end > self._limits.characters:
            raise LimitExceeded(self.name, f"more than {self._limits.characters} characters (Limits.characters)")
        self._clock.check()
        self._parts.append(text)
        self._origins.append(Origin(span=span, place=place))
        self._size = span.end
        return span

    @property
    def text(self) -> str:
        """All that was written."""
        return "\n".join(self._parts)

    @property
    def origins(self) -> tuple[Origin, ...]:
        """The place of each paragraph."""
        return tuple(self._origins)
