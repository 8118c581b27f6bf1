"""What a single name means, where it is not plain: ambiguous, misspelt, unknown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from datetime import date
from difflib import SequenceMatcher
from functools import cache

from vnplan.gazetteer.rows import AgencyRow
from vnplan.gazetteer.surface_forms import HEADS, forms
from vnplan.mentions.agencies import whole
from vnplan.mentions.mention import AgencyMention, named
from vnplan.mentions.names.row_choice import choices
from vnplan.mentions.names.surface_index import TAIL_OF, fold_separators, names, places
from vnplan.mentions.scanner import refer
from vnplan.mentions.search_copy import SearchCopy
from vnplan.models.agency import AgencyLevel, AgencyRef, Resolution, ResolutionStatus, Suggestion
from vnplan.setting import Setting
from vnplan.text.fold import fold_marks
from vnplan.text.view import View

_SAFE = 0.8
"""Least likeness: one letter wrong in five, two in ten. Below, names of two departments are as near as a slip."""
_LEVEL = re.compile(rf" (?:cấp )?(?:{'|'.join(TAIL_OF)})(?: .*)?\Z")


def resolve_agency(text: str, *, province: str | None = None, on: date | None = None) -> Resolution:
    """What ``text`` as a whole means: one agency, one of several, or none that is registered.

    >>> resolve_agency("Sở KH", province="Hải Dương", on=date(2022, 6, 20)).status.value
    'ambiguous'
    """
    setting, view = Setting(province, on), View.of(text)
    found = whole(view, setting)
    if found and found.row:
        return Resolution(status=ResolutionStatus.FOUND, agency=refer(view, found))
    rows = found.candidates if found else ()
    rows = rows or choices(tuple(_cut_short(SearchCopy.of(view).folded, setting)), setting)
    if len(rows) > 1:
        return Resolution(status=ResolutionStatus.AMBIGUOUS, candidates=tuple(_refs(view, rows, setting)))
    near = suggest_agencies(text, province=province, on=on)
    cut = tuple(_refs(view, rows, setting))
    others = tuple(s.agency for s in near if s.agency not in cut)
    return Resolution(status=ResolutionStatus.UNKNOWN, candidates=(*cut, *others))


def suggest_agencies(
    text: str, *, province: str | None = None, on: date | None = None, limit: int = 5
) -> tuple[Suggestion, ...]:
    """Registered agencies whose name is much like ``text``, likest first: for slips of the pen.

    They are offered, never taken: ``find_agencies`` and ``normalize_agency``
    read only what a row of the registry proves.

    >>> [s.agency.name for s in suggest_agencies("Sở Ytế tỉnh", province="Hải Dương")][:1]
    ['Sở Y tế']
    """
    setting, view = Setting(province, on), View.of(text)
    best: dict[AgencyRow, float] = {}
    for words in _bases(SearchCopy.of(view).folded):
        for form, likeness in _like(fold_marks(fold_separators(words))):
            for row in (row for row in _plain_forms()[form] if row.held(setting.on)):
                best[row] = max(likeness, best.get(row, 0))
    ranked = sorted(best.items(), key=lambda item: (-item[1], item[0].id))[:limit]
    rows = [row for row, _ in ranked]
    return tuple(
        Suggestion(agency=ref, likeness=round(likeness, 3))
        for ref, (_, likeness) in zip(_refs(view, rows, setting), ranked, strict=True)
    )


def _bases(folded: str) -> Iterator[str]:
    """The words, and the words without level and place at their end."""
    words = folded.strip(" .,;:-")
    yield words
    level = _LEVEL.search(words, len(words.split(" ", 1)[0]))
    if level and level.start():
        yield words[: level.start()]
    _, pattern = places()
    at = words.find(" ")
    while at >= 0:
        place = pattern.match(words, at + 1)
        if place and place.end() == len(words):
            yield words[:at]
        at = words.find(" ", at + 1)


@cache
def _plain_forms() -> dict[str, tuple[AgencyRow, ...]]:
    """Every base name without marks of tone, with its level word and without -> the rows."""
    found: dict[str, dict[AgencyRow, None]] = {}
    for base, by_tail in names()[0].items():
        for tail, rows in by_tail.items():
            for form in (base, base + fold_separators(tail)):
                found.setdefault(fold_marks(form), {}).update(dict.fromkeys(rows))
    return {form: tuple(rows) for form, rows in found.items()}


def _like(words: str) -> Iterator[tuple[str, float]]:
    """The forms that are at least :data:`_SAFE` like the words, cheap tests first."""
    matcher = SequenceMatcher(b=words, autojunk=False)
    for form in _plain_forms():
        # Longer or shorter by more than a quarter is another name, however alike the rest.
        if abs(len(form) - len(words)) > len(words) // 4 + 1:
            continue
        matcher.set_seq1(form)
        if matcher.quick_ratio() >= _SAFE and (likeness := matcher.ratio()) >= _SAFE:
            yield form, likeness


def _cut_short(folded: str, setting: Setting) -> Iterator[AgencyRow]:
    """Departments whose field of work begins with the words and goes on: ``Sở KH``, ``Sở Thông tin``."""
    head, _, field = folded.strip(" .,;:-").partition(" ")
    if head in HEADS and field:
        yield from (row for row in _beginnings(head).get(fold_separators(field), ()) if row.held(setting.on))


@cache
def _beginnings(head: str) -> dict[str, tuple[AgencyRow, ...]]:
    """Every beginning of a field of work, cut between its parts -> the rows."""
    found: dict[str, list[AgencyRow]] = {}
    every = dict.fromkeys(row for by in names()[0].values() for rows in by.values() for row in rows)
    for row in every:
        for form in (form for term in row.names for form in forms(term.words)):
            if form.startswith(f"{head} "):
                parts = re.split(r"[~^]", form.removeprefix(f"{head} "))
                for size in range(1, len(parts)):
                    rows = found.setdefault(fold_separators("".join(parts[:size])), [])
                    if row not in rows:
                        rows.append(row)
    return {words: tuple(rows) for words, rows in found.items()}


def _refs(view: View, rows: Iterable[AgencyRow], setting: Setting) -> Iterator[AgencyRef]:
    for row in rows:
        province = None if row.level is AgencyLevel.CENTRAL else setting.home
        found = AgencyMention(0, len(view.text), named(row, setting, province, None), row, province)
        yield refer(view, found)
