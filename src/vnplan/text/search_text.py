"""The text of one document -> search copies of its pieces, each made once however many rules look at it."""

from __future__ import annotations

from vnplan.models.base import Span
from vnplan.text.view import View


class SearchText:
    """Made once for a document and passed on: grammars read :meth:`view`, never the text itself."""

    __slots__ = ("_views", "original")

    def __init__(self, original: str) -> None:
        self.original = original
        self._views: dict[tuple[Span, ...], View] = {}

    def view(self, pieces: tuple[Span, ...]) -> View:
        """The search copy of ``pieces``, in reading order and joined."""
        view = self._views.get(pieces)
        if view is None:
            view = self._views[pieces] = View.of(self.original, pieces)
        return view
