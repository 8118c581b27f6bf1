"""Surface forms of every registered agency, by base name and by the level word after it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from functools import cache
from typing import TypeAlias

from vnplan.gazetteer.agencies import all_agencies, codes_of
from vnplan.gazetteer.provinces import all_provinces
from vnplan.gazetteer.rows import AgencyRow, Province
from vnplan.gazetteer.surface_forms import GLUE, HEADS, LOOSE, forms, loosen
from vnplan.gazetteer.terms import Term
from vnplan.lexicon.patterns import select
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.names import trie


class Tail(StrEnum):
    """The word of level that closes a name; an agency without one has ``NONE``."""

    NONE = ""
    PROVINCE = "tỉnh"
    CITY = "thành phố"
    DISTRICT = "huyện"
    COMMUNE = "xã"


_TAIL_OF_LEVEL = {
    "province": Tail.PROVINCE,
    "city": Tail.CITY,
    "district": Tail.DISTRICT,
    "commune": Tail.COMMUNE,
}
TAIL_OF = {row.words: _TAIL_OF_LEVEL[row.means] for row in select(Family.LEVEL, Context.HEADING) if row.means}
"""Every level word that stands before or for a place's name -> what it closes."""
_TAIL = re.compile(rf"(.+?)[ ^](?:cấp )?({'|'.join(TAIL_OF)})\Z")
_SEPARATORS = re.compile(r"[ ,/&.~^-]+(?:và[ ~^])?")

Rows: TypeAlias = dict[Tail, tuple[AgencyRow, ...]]


def fold_separators(words: str) -> str:
    """The key under which a match is looked up: folded words without separators.

    >>> fold_separators("sở lđ-tb&xh") == fold_separators("sở lđtbxh")
    True
    """
    return _SEPARATORS.sub("", words)


def split_tail(form: str) -> tuple[str, Tail]:
    """A surface form without the level word at its end, and that word."""
    found = _TAIL.match(form)
    if not found or found[1] in HEADS:  # "Sở TP" is the department of justice
        return form, Tail.NONE
    return found[1], TAIL_OF[found[2]]


@cache
def _surface() -> tuple[tuple[str, Tail, AgencyRow, Term], ...]:
    """Every form of every listed agency: base name, level word after it, row, the name or alias it is a form of."""
    return tuple(
        (*split_tail(written), row, term)
        for row in all_agencies()
        if not (row.grammar or row.open)
        for term in (*row.names, *row.aliases)
        for form in forms(term.words)
        for written in (_dashed(form) if row.dashed else (form,))
    )


def _dashed(form: str) -> Iterator[str]:
    for dash in (" - ", "-"):
        yield form.replace(LOOSE, dash).replace(GLUE, dash)
    if LOOSE not in form:
        yield form.replace(GLUE, "")


@cache
def names() -> tuple[dict[str, Rows], str]:
    """Squashed base name -> rows by tail; and the pattern that finds a base name in folded text."""
    found: dict[str, dict[Tail, list[AgencyRow]]] = defaultdict(lambda: defaultdict(list))
    bases: set[str] = set()
    for base, tail, row, _ in _surface():
        bases.add(base)
        rows = found[fold_separators(base)][tail]
        if row not in rows:
            rows.append(row)
    index = {base: {tail: tuple(rows) for tail, rows in by.items()} for base, by in found.items()}
    return index, trie.pattern(bases)


@cache
def _passing() -> dict[str, dict[AgencyRow, tuple[Term, ...]]]:
    """Squashed base name -> rows that bear it for a time only, with those names and aliases."""
    found: dict[str, dict[AgencyRow, list[Term]]] = defaultdict(lambda: defaultdict(list))
    for base, _, row, term in _surface():
        found[fold_separators(base)][row].append(term)
    dated = {
        base: {row: tuple(ts) for row, ts in rows.items() if all(_for_a_time(t) for t in ts)}
        for base, rows in found.items()
    }
    return {base: rows for base, rows in dated.items() if rows and len(found[base]) > 1}


def _for_a_time(term: Term) -> bool:
    return term.valid_from is not None or term.valid_to is not None


def rows_named(base: str, on: date | None) -> Rows:
    """The rows of a squashed base name by tail; of several, those that bore it on the day, where any did.

    A name may pass from one agency to another; a name that no other agency bears is read on every day, since offices
    go on writing old names for a while.
    """
    rows = names()[0][base]
    passing = _passing().get(base)
    if passing is None or on is None:
        return rows
    gone = {row for row, terms in passing.items() if not any(term.held(on) for term in terms)}
    left = {tail: tuple(row for row in by if row not in gone) for tail, by in rows.items()}
    return {tail: by for tail, by in left.items() if by} or rows


@cache
def first_words() -> frozenset[str]:
    """The first word of every name."""
    return frozenset(re.split(r"[ ~^]", base)[0] for base, *_ in _surface())


# "SYT", "BTC": the letters of a document number name the body too, where they begin with its head word.
_HEAD_LETTER = {"department": "S", "ministry": "B"}


@cache
def whole_names() -> dict[str, tuple[AgencyRow, ...]]:
    """Squashed form -> rows, for forms that name an agency only as a whole cell or list item."""
    found: dict[str, list[AgencyRow]] = defaultdict(list)
    for row in all_agencies():
        codes = [code for code in codes_of(row) if _HEAD_LETTER.get(row.kind, "-") == code[0]]
        for alias in (*row.whole, *codes):
            if row not in found[fold_separators(loosen(alias))]:
                found[fold_separators(loosen(alias))].append(row)
    return {form: tuple(rows) for form, rows in found.items()}


@cache
def fields(head: str) -> tuple[dict[str, Rows], re.Pattern[str]]:
    """The same for what follows a head word (``sở``, ``bộ``): names of fields of work alone."""
    index, _ = names()
    own = {base.removeprefix(head): rows for base, rows in index.items() if base.startswith(head)}
    keys = {
        base.removeprefix(f"{head} ")
        for base, tail, *_ in _surface()
        if base.startswith(f"{head} ") and tail is Tail.NONE
    }
    return own, re.compile(trie.pattern(keys))


_SHORTEST_PLACE = 3
"""Two letters (``HN``, ``HP``) mean too many other things beside an agency's name."""


@cache
def places() -> tuple[dict[str, tuple[Province, ...]], re.Pattern[str]]:
    """Squashed name -> provinces, and the pattern of their names and aliases."""
    found: dict[str, list[Province]] = defaultdict(list)
    keys = set()
    for row in all_provinces():
        for alias in (row.name, *row.aliases):
            if len(alias) >= _SHORTEST_PLACE:
                form = loosen(alias)
                keys.add(form)
                if row not in found[fold_separators(form)]:
                    found[fold_separators(form)].append(row)
    return {form: tuple(rows) for form, rows in found.items()}, re.compile(trie.pattern(keys))
