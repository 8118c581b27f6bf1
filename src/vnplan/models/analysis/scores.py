"""Figures of an evaluation: how well systems read documents that were annotated by hand."""

from __future__ import annotations

from enum import StrEnum

from vnplan.models.base import Model

EVALUATION_VERSION = "1.0"
"""``major.minor`` of the JSON; minor rises when fields are added, major when one changes its meaning."""


class Way(StrEnum):
    """How items of both sides are held against each other."""

    VALUE = "value"
    """Equal values; where they stand is not looked at."""
    EXACT = "exact"
    """Equal values in the same place, blanks and punctuation at its ends left out."""
    OVERLAP = "overlap"
    """Equal values in places that overlap."""


class ScoreGroup(StrEnum):
    """Over what a score is taken."""

    ALL = "all"
    FORMAT = "format"
    KIND = "kind"
    """Kind of document: plan, decision, dispatch ..."""
    DOCUMENT = "document"
    STRENGTH = "strength"
    """Strength of the damage done to the text, 0 for none."""


class Score(Model):
    """One figure: a row of a tidy table."""

    system: str
    aspect: str
    way: Way
    group: ScoreGroup
    name: str
    """Which of the group: ``docx``, ``plan``, the id of a document, ``0.4``; ``all``."""
    gold: int
    """Items that gold has."""
    found: int
    """Items that the system gives."""
    right: int
    """Items of both."""
    precision: float
    """Share of what was given that is right; 1 where nothing was given and nothing was to be found."""
    recall: float
    """Share of gold that was found; 1 where there was nothing to find."""
    f1: float
    low: float | None = None
    """Lower end of the 95 % interval of F1, documents resampled; ``None`` of a single document."""
    high: float | None = None


class Failure(Model):
    """A rendition that a system could not read: it counts as one in which nothing was found."""

    file: str
    reason: str


class SystemResult(Model):
    """What one system was given."""

    name: str
    about: str = ""
    """What it is for."""
    cannot: str = ""
    """What it does not do."""
    files: int
    """Renditions that it was scored on: of formats that it reads, and with a recorded answer where it needs one."""
    unasked: int = 0
    """Renditions without a recorded answer; they are not scored."""
    failures: tuple[Failure, ...] = ()
    seconds: float
    """Time of reading all of them, without scoring."""


class Evaluation(Model):
    """Systems on one set of documents."""

    evaluation_version: str = EVALUATION_VERSION
    written_by: str
    """Version of vnplan."""
    gold: str
    """The file or folder."""
    documents: int
    files: int
    """Renditions of all documents."""
    damage: str | None = None
    """Kind of damage done to the gold's own text, which was read in place of the files."""
    resamples: int
    seed: int
    systems: tuple[SystemResult, ...]
    scores: tuple[Score, ...]
    """By system, aspect in the order of the table, way, group."""
