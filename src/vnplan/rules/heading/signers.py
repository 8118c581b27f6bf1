"""Who signed (Decree 30/2020/NĐ-CP, Annex I, II.7): authority, capacity, position and name in their order."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.grammar.letter import closing_words
from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.base import Span
from vnplan.models.header import Capacity, Signer
from vnplan.outline.shapes import Piece
from vnplan.rules.heading import printed_words
from vnplan.text.search_text import SearchText


def read_signers(text: SearchText, closing: tuple[Piece, ...]) -> tuple[Signer, ...]:
    """One signer a name; names that follow each other take the positions above them in order.

    A name without a position, and a position without a name, is no signer.
    """
    found: list[Signer] = []
    above: list[Piece] = []
    below: list[Piece] = []
    for piece in closing:
        if piece.role in (PieceRole.AUTHORITY, PieceRole.POSITION):
            if below:
                found += _sign(text, above, below)
                above, below = [], []
            above.append(piece)
        elif piece.role is PieceRole.NAME:
            below.append(piece)
    found += _sign(text, above, below)
    return tuple(found)


def _sign(text: SearchText, above: list[Piece], names: list[Piece]) -> Iterator[Signer]:
    if not above:
        return
    # Two columns read row by row: positions side by side, then names side by side.
    groups = [above] if len(names) == 1 else [[piece] for piece in above[-len(names) :]]
    for group, name in zip(groups, names, strict=False):
        yield _signer(text, group, name)


def _signer(text: SearchText, above: list[Piece], name: Piece) -> Signer:
    lines = [printed_words.words(text, piece.pieces) for piece in above]
    marks = [(closing_words.AUTHORITY_MARK.match(line), line) for line in lines]
    acting = [m["mark"].replace("/", "") for m, _ in marks if m]
    authority = next((line for m, line in marks if m and m["mark"].replace("/", "") == "TM"), None)
    raw = printed_words.words(text, name.pieces)
    rank = closing_words.RANK.match(raw)
    spans: tuple[Span, ...] = tuple(s for piece in (*above, name) for s in piece.pieces)
    return Signer(
        name=(raw[rank.end() :] if rank else raw).strip(" ."),
        position=lines[-1],
        authority=authority,
        capacity=Capacity(acting[-1]) if acting else None,
        span=printed_words.extent(spans),
    )
