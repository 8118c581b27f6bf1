"""Fields of a header as they are found: pieces -> their words, with places and remarks kept."""

from __future__ import annotations

from dataclasses import dataclass, field

from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic
from vnplan.outline.shapes import Piece
from vnplan.rules.heading import printed_words
from vnplan.text.search_text import SearchText


@dataclass(slots=True)
class HeaderReading:
    """Fields, their places and remarks, as they are found."""

    text: SearchText
    pieces: tuple[Piece, ...]
    spans: dict[str, Span] = field(default_factory=dict)
    notes: list[Diagnostic] = field(default_factory=list)

    def words(self, role: PieceRole, name: str) -> str | None:
        """The words of the first piece of a role, its place kept under ``name``."""
        found = printed_words.of_role(self.pieces, role)
        if not found:
            return None
        self.spans[name] = printed_words.extent(found[0].pieces)
        return printed_words.words(self.text, found[0].pieces)
