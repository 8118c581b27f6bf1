"""An evaluation -> the tables that terminals and pages show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple

from vnplan.export.evaluation.wording import ASPECTS, WORDS
from vnplan.models.analysis.scores import Evaluation, Score, ScoreGroup, SystemResult, Way
from vnplan.models.base import Language

ABSENT = "-"
"""What stands where a system does not answer."""


class ScoreTable(NamedTuple):
    """One table."""

    title: str
    headings: tuple[str, ...]
    rows: Sequence[tuple[str, ...]]


def main_tables(found: Evaluation, language: Language) -> Iterator[ScoreTable]:
    """The tables of a terminal: systems, scores over all documents, and of one system by format and kind."""
    words = WORDS[language]
    yield ScoreTable(about(found, language), *_systems(found, words))
    if found.damage:
        yield from by_group(found, ScoreGroup.STRENGTH, language)
        return
    if len(found.systems) > 1:
        yield from side_by_side(found, language)
        return
    yield one_system(found, language)
    yield from by_group(found, ScoreGroup.FORMAT, language)
    if any(s.group is ScoreGroup.KIND and s.name != "unknown" for s in found.scores):
        yield from by_group(found, ScoreGroup.KIND, language)


def about(found: Evaluation, language: Language) -> str:
    """What was measured on what."""
    words = WORDS[language]
    told = words["damaged" if found.damage else "measured"]
    return f"{told.format(**dict(found))}. {words['note'].format(resamples=found.resamples)}"


def _systems(found: Evaluation, words: dict[str, str]) -> tuple[tuple[str, ...], Sequence[tuple[str, ...]]]:
    headings = tuple(words[name] for name in ("system", "files", "failed", "seconds", "about", "cannot"))
    rows = [
        (s.name, _files(s, words), str(len(s.failures)), f"{s.seconds:.1f}", s.about, s.cannot) for s in found.systems
    ]
    return headings, rows


def _files(system: SystemResult, words: dict[str, str]) -> str:
    """How many files a system was scored on, and how many were left out for want of an answer."""
    told = words["unasked"].format(unasked=system.unasked)
    return f"{system.files} ({told})" if system.unasked else str(system.files)


def one_system(found: Evaluation, language: Language) -> ScoreTable:
    """All that is known of a system over all documents, aspect by aspect."""
    words = WORDS[language]
    scores = {(s.aspect, s.way): s for s in found.scores if s.group is ScoreGroup.ALL}
    rows = []
    for aspect in _aspects(scores.values()):
        value, exact, overlap = (scores.get((aspect, way)) for way in Way)
        if value:
            measured = (figure(value.precision), figure(value.recall), figure(value.f1), _interval(value))
            rows.append((_named(aspect, language), str(value.gold), *measured, _f1(exact), _f1(overlap)))
    names = ("aspect", "items", "precision", "recall")
    headings = (*(words[name] for name in names), "F1", words["interval"], words["exact"], words["overlap"])
    return ScoreTable(words["all"], headings, rows)


def side_by_side(found: Evaluation, language: Language) -> Iterator[ScoreTable]:
    """F1 of every system over all documents, one table a way."""
    words = WORDS[language]
    names = [system.name for system in found.systems]
    for way in Way:
        scores = [s for s in found.scores if s.group is ScoreGroup.ALL and s.way is way]
        known = {(s.aspect, s.system): s for s in scores}
        rows = []
        for aspect in _aspects(scores):
            items = max(s.gold for s in scores if s.aspect == aspect)
            told = (_f1(known.get((aspect, name))) for name in names)
            rows.append((_named(aspect, language), str(items), *told))
        if rows:
            yield ScoreTable(f"F1: {words[f'way {way}']}", (words["aspect"], words["items"], *names), rows)


def by_group(found: Evaluation, group: ScoreGroup, language: Language) -> Iterator[ScoreTable]:
    """F1 of values by format, kind, document or strength, one table a system."""
    words = WORDS[language]
    for system in found.systems:
        scores = [s for s in found.scores if s.group is group and s.system == system.name and s.way is Way.VALUE]
        names = sorted({s.name for s in scores})
        known = {(s.aspect, s.name): s for s in scores}
        rows = [
            (_named(aspect, language), *(_f1(known.get((aspect, name))) for name in names))
            for aspect in _aspects(scores)
        ]
        if rows:
            yield ScoreTable(f"{words[group]}: F1, {system.name}", (words["aspect"], *names), rows)


def by_document(found: Evaluation, language: Language) -> Iterator[ScoreTable]:
    """F1 of values, a row a document, one table a system."""
    for table in by_group(found, ScoreGroup.DOCUMENT, language):
        aspects, *columns = zip(*table.rows, strict=True)
        rows = [(name, *figures) for name, figures in zip(table.headings[1:], columns, strict=True)]
        yield ScoreTable(table.title, (WORDS[language]["document"], *aspects), rows)


def _aspects(scores: Iterable[Score]) -> Sequence[str]:
    """Aspects in the order of the scores."""
    return list(dict.fromkeys(score.aspect for score in scores))


def _named(aspect: str, language: Language) -> str:
    return ASPECTS.get(aspect, aspect) if language == "vi" else aspect


def figure(share: float) -> str:
    """A share as it is printed."""
    return f"{share:.3f}"


def _f1(score: Score | None) -> str:
    return figure(score.f1) if score else ABSENT


def _interval(score: Score) -> str:
    return ABSENT if score.low is None or score.high is None else f"{figure(score.low)}-{figure(score.high)}"
