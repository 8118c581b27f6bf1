"""Documents usually cited by name: laws, ordinances, Party resolutions, programmes (``data/named_documents.json``)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from vnplan.gazetteer.load import load
from vnplan.text.fold import fold_case, fold_key, slug

_YEAR = re.compile(r" \((?:19|20)\d\d\)$")
HEAD = 40
"""Characters that hold the first two words of any listed name (the longest pair has twelve), with room."""
_FIRST_LETTERS = 9
"""Letters that the index without spaces goes by; a name as short as ``Luật Giá`` is not looked for there."""
_LEGAL = frozenset({"law", "ordinance", "code", "constitution"})
_PROGRAMMES = frozenset({"programme", "scheme"})


class NamedDocument(NamedTuple):
    """One name of one document or of several that share it."""

    name: str
    """As it is to be written; a year that tells namesakes apart is no part of it."""
    type: str
    """``law``, ``ordinance``, ``constitution``, ``congress_resolution``, ``programme``, ``scheme``, ..."""
    listed: str
    """The form that stands in texts."""
    number: str | None
    """``None`` where unknown or where several documents share the name."""


@cache
def _entries() -> tuple[NamedDocument, ...]:
    numbers: dict[tuple[str, str, str], set[str]] = {}
    for row in load("named_documents")["documents"]:
        first = _YEAR.sub("", row["names"][0])
        for listed in row["names"]:
            # A law keeps the wording it is cited with; a Party resolution has many, the first is its name.
            kept = row["type"] in _LEGAL | _PROGRAMMES and "HĐND" not in listed
            name = _YEAR.sub("", listed) if kept else first
            numbers.setdefault((name, row["type"], _YEAR.sub("", listed)), set()).add(row["number"] or "")
    return tuple(NamedDocument(name, kind, listed, _only(found)) for (name, kind, listed), found in numbers.items())


def _only(numbers: set[str]) -> str | None:
    """The one number; ``None`` for none, and where several documents share the name."""
    joined = ";".join(numbers)
    return joined if joined and ";" not in joined else None


@cache
def laws() -> dict[str, tuple[tuple[str, NamedDocument], ...]]:
    """First two softened words of a law's name -> (softened name, document), longest first."""
    return _index(_LEGAL)


@cache
def programmes() -> dict[str, tuple[tuple[str, NamedDocument], ...]]:
    """First two softened words of a programme's name -> (softened name, document), longest first."""
    return _index(_PROGRAMMES)


def programme(name: str) -> str | None:
    """Return the listed name of a programme that differs from ``name`` by case and marks alone, else ``None``."""
    return _programmes().get(fold_key(name))


@cache
def _programmes() -> dict[str, str]:
    return {fold_key(entry.listed): entry.name for entry in _entries() if entry.type in _PROGRAMMES}


def _index(kinds: frozenset[str]) -> dict[str, tuple[tuple[str, NamedDocument], ...]]:
    found: dict[str, list[tuple[str, NamedDocument]]] = {}
    for entry in _entries():
        if entry.type in kinds:
            name = fold_case(entry.listed)
            found.setdefault(head(name), []).append((name, entry))
    return {words: tuple(sorted(rows, key=lambda row: -len(row[0]))) for words, rows in found.items()}


@cache
def _letters() -> dict[str, list[tuple[str, str]]]:
    found: dict[str, list[tuple[str, str]]] = {}
    for entry in _entries():
        if entry.type in _LEGAL:
            letters = slug(entry.listed).replace("-", "")
            found.setdefault(letters[:_FIRST_LETTERS], []).append((letters, entry.name))
    return {first: sorted(rows, key=lambda row: -len(row[0])) for first, rows in found.items()}


def by_letters(letters: str) -> Iterator[tuple[str, str]]:
    """Laws whose letters stand at the front of ``letters`` (ASCII, no marks), as (letters, name), longest first."""
    return (row for row in _letters().get(letters[:_FIRST_LETTERS], ()) if letters.startswith(row[0]))


def head(softened: str) -> str:
    """Return the first two words of a softened name, the index of :func:`laws` and :func:`programmes`."""
    return " ".join(softened.split(" ", 3)[:2]).rstrip(",")


@cache
def _bags() -> dict[frozenset[str], str]:
    """Set of words of a law's name -> the name, for names long enough to be told by their words alone."""
    found: dict[frozenset[str], str] = {}
    for entry in _entries():
        words = fold_key(entry.name).split()
        # Six words: shorter names share their words with others.
        if entry.type in _LEGAL and len(words) >= 6 and "đổi" not in words:
            found.setdefault(frozenset(words), entry.name)
    return found


def same_words(name: str) -> str | None:
    """Return the law whose name has just these words in any order (``cứu hộ, cứu nạn``), else ``None``."""
    return _bags().get(frozenset(fold_key(name).split()))
