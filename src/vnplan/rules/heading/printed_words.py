"""Words of a header field as printed: white space folded, marks of the list or sentence off."""

from __future__ import annotations

from collections.abc import Iterable

from vnplan.grammar.letter.closing_words import bullet_length
from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.base import Span
from vnplan.outline.shapes import Piece
from vnplan.text.search_text import SearchText
from vnplan.text.view import View


def words(text: SearchText, pieces: Iterable[Span]) -> str:
    """The characters of the pieces with white space folded; dashes, quotes and case as they are."""
    pieces = tuple(pieces)
    view = text.view(pieces)
    return "".join(_original(text, view, i) for i in range(len(view.text)))


def _original(text: SearchText, view: View, index: int) -> str:
    letter = text.original[view.position(index)]
    return " " if letter.isspace() or view.text[index] == " " else letter


def extent(pieces: tuple[Span, ...]) -> Span:
    """From the first to the last character of some pieces."""
    return Span(min(s.start for s in pieces), max(s.end for s in pieces))


def of_role(pieces: tuple[Piece, ...], role: PieceRole) -> tuple[Piece, ...]:
    """The pieces of one role, in order."""
    return tuple(p for p in pieces if p.role is role)


def title(printed: str) -> str:
    """A title without its final dot."""
    bare = printed.rstrip()
    return bare[:-1].rstrip() if bare.endswith(".") and not bare.endswith("..") else bare


def item(printed: str) -> str:
    """A recipient without its list mark and closing mark."""
    return printed[bullet_length(printed) :].rstrip(" ;.,").strip()
