"""What stands in a stretch of the text."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator
from typing import Generic, TypeVar

from vnplan.models.base import Span

Item = TypeVar("Item")


class SpanIndex(Generic[Item]):
    """Things with their spans, looked up by the stretch that holds them."""

    def __init__(self, items: Iterable[tuple[Span, Item]]) -> None:
        self._items = sorted(items, key=lambda item: item[0])
        self._starts = [span.start for span, _ in self._items]

    def __iter__(self) -> Iterator[Item]:
        """All of them, in text order."""
        return (item for _, item in self._items)

    def within(self, stretch: Span) -> Iterator[Item]:
        """Those wholly in ``stretch``, in text order."""
        first, last = bisect_left(self._starts, stretch.start), bisect_left(self._starts, stretch.end)
        return (item for span, item in self._items[first:last] if span.end <= stretch.end)
