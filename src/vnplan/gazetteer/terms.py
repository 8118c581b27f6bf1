"""Words that an agency bears for a time (name, alias, code, place in a group). In: data; out: :class:`Term`."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any


@dataclass(frozen=True, slots=True)
class Term:
    """Words with the days on which they held, both inclusive; open ends are those of the body's row."""

    words: str
    valid_from: date | None = None
    valid_to: date | None = None
    source: str | None = None
    """Number of the legal document that brought them, or a key of ``meta.sources``."""
    confidence: str | None = None
    """Where less sure than the row."""
    variants: tuple[str, ...] = ()
    """Of a code: other writings of it in document numbers, slips and short forms included."""
    gives_id: bool = False
    """Of a name: the public id is made of it, not of the first name."""

    def held(self, on: date | None) -> bool:
        """True where they were in use on that day; always without a day."""
        return on is None or not (
            (self.valid_from is not None and on < self.valid_from) or (self.valid_to is not None and on > self.valid_to)
        )

    @property
    def basis(self) -> str | None:
        """The source where it is a legal document (``02/2002/QH11``)."""
        return self.source if self.source and "/" in self.source else None


def day(value: str | None) -> date | None:
    """An ISO date of the data."""
    return date.fromisoformat(value) if value else None


def terms(given: Iterable[str | Mapping[str, Any]], key: str) -> tuple[Term, ...]:
    """The terms of a list: a string holds as long as its row, an object has its words under ``key`` and its days.

    >>> [term.valid_to for term in terms(["A", {"name": "B", "valid_to": "2026-12-31"}], "name")]
    [None, datetime.date(2026, 12, 31)]
    """
    return tuple(Term(one) if isinstance(one, str) else _dated(one, key) for one in given)


def _dated(given: Mapping[str, Any], key: str) -> Term:
    rest = {name: value for name, value in given.items() if name != key}
    days = {name: day(rest.get(name)) for name in ("valid_from", "valid_to")}
    return Term(given[key], **{**rest, **days, "variants": tuple(rest.get("variants", ()))})
