"""Cue words between a text and what it cites (``data/relation_words.json``, each group with its confidence)."""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from vnplan.gazetteer.load import load
from vnplan.models.citation import Relation
from vnplan.text.fold import fold_case


class Cue(NamedTuple):
    """One cue and the relation it tells."""

    words: str
    """Softened."""
    relation: Relation


@cache
def before() -> tuple[Cue, ...]:
    """Cues that stand before the citation: relation of the text at hand to it. Longest first.

    Cues with a gap (``theo đề nghị của ... tại Tờ trình số``) are grammar, not here.
    """
    return _cues({"before"})


@cache
def passive() -> tuple[Cue, ...]:
    """Verbs that follow a citation with ``được`` or ``bị`` before them: its relation to what did it. Longest first."""
    return _cues({"passive"})


@cache
def after() -> tuple[Cue, ...]:
    """Cues that follow a citation in the active voice: its relation to what comes next. Longest first."""
    # "thực hiện Quyết định ..." in a subject is read the same way: the act before carries out the one after.
    active = [cue for cue in _cues({"after"}) if cue.relation is not Relation.DEFINES_ALIAS]
    known = {cue.words for cue in active}
    passive = [c for c in _cues({"before"}) if c.relation is Relation.IMPLEMENTS and c.words not in known]
    return _sorted([*active, *passive])


def _cues(positions: set[str]) -> tuple[Cue, ...]:
    return _sorted(
        [
            Cue(fold_case(words), Relation(group["relation"]))
            for group in load("relation_words")["relations"]
            if group["position"] in positions
            for words in group["cues"]
            if "..." not in words and "(" not in words
        ]
    )


def _sorted(cues: list[Cue]) -> tuple[Cue, ...]:
    return tuple(sorted(cues, key=lambda cue: (-len(cue.words), cue)))
