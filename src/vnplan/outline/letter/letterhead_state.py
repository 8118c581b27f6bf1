"""What of a letterhead has been claimed so far: lines with their roles -> pieces."""

from __future__ import annotations

import re
from copy import copy
from dataclasses import dataclass, field, fields

from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.base import Span
from vnplan.outline.letter import issuer_lines
from vnplan.outline.letter.lines import Unit
from vnplan.outline.shapes import Piece

# What opens a subject and is none of its words; "Về việc" are its first words.
_SUBJECT_MARK = re.compile(r"[(\[]?V\s?/\s?[Vv]\s?[:.]?\s*", re.IGNORECASE)
_YEAR = re.compile(r"(?:19|20)\d\d")


@dataclass(slots=True)
class Letterhead:
    """What has been claimed so far."""

    pieces: list[Piece] = field(default_factory=list)
    names: list[tuple[Unit, int, int]] = field(default_factory=list)
    title: list[Span] = field(default_factory=list)
    title_words: str = ""
    subject: list[Span] = field(default_factory=list)
    subject_words: str = ""
    type_words: str = ""
    type_seen: bool = False
    decided: bool = False
    anchored: bool = False
    closed: bool = False
    year_due: bool = False
    """The line above ends in ``năm``: the year stands on the next."""
    skipped: int = 0

    @property
    def started(self) -> bool:
        """Whether anything has been claimed."""
        return bool(self.pieces or self.names or self.title or self.subject)

    @property
    def complete(self) -> bool:
        """Issuer, number and date have been seen: what follows is type, title or body."""
        roles = {piece.role for piece in self.pieces}
        return bool(self.names) and {PieceRole.NUMBER, PieceRole.PLACE_DATE} <= roles

    def copied(self) -> Letterhead:
        """A head that can be filled without touching this one."""
        other = copy(self)
        other.pieces, other.names = list(self.pieces), list(self.names)
        other.title, other.subject = list(self.title), list(self.subject)
        return other

    def take_over(self, other: Letterhead) -> None:
        """Become what ``other`` is."""
        for item in fields(self):
            setattr(self, item.name, getattr(other, item.name))

    def claim(self, role: PieceRole, where: tuple[Span, ...]) -> None:
        """Claim places for a role; none are no piece."""
        if where:
            self.pieces.append(Piece(role, where))

    def ends_date(self, words: str, where: tuple[Span, ...]) -> bool:
        """Claim a year alone on its line as the end of a date line that broke before it."""
        last = self.pieces[-1] if self.pieces else None
        if not self.year_due or last is None or last.role is not PieceRole.PLACE_DATE or not _YEAR.fullmatch(words):
            return False
        self.pieces[-1] = Piece(PieceRole.PLACE_DATE, (*last.pieces, *where))
        self.year_due = False
        return True

    def add_title(self, unit: Unit, start: int, end: int) -> None:
        """Claim words under the type line; ``V/v`` before the first of them is no part of the title."""
        start = start if self.title else self._after_mark(unit, start, end)
        self.title += unit.part(start, end)
        self.title_words = f"{self.title_words} {unit.words[start:end]}".strip()

    def add_subject(self, unit: Unit, start: int, end: int) -> None:
        """Claim words of the subject that stands under the number, as dispatches have it."""
        start = start if self.subject else self._after_mark(unit, start, end)
        self.subject += unit.part(start, end)
        self.subject_words = f"{self.subject_words} {unit.words[start:end]}".strip()

    def _after_mark(self, unit: Unit, start: int, end: int) -> int:
        mark = _SUBJECT_MARK.match(unit.words, start, end)
        if mark is None:
            return start
        self.claim(PieceRole.SUBJECT_MARK, unit.part(start, mark.end()))
        return mark.end()

    def finished(self) -> tuple[Piece, ...]:
        """Everything claimed, in reading order."""
        whole = ((PieceRole.TITLE, self.title), (PieceRole.SUBJECT, self.subject))
        extra = tuple(Piece(role, tuple(spans)) for role, spans in whole if spans)
        found = (*self.pieces, *issuer_lines.name_pieces(self.names), *extra)
        return tuple(sorted(found, key=lambda p: p.pieces[0]))
