"""Gold and systems -> the figures of an evaluation."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Final

from vnplan.errors import VnplanError
from vnplan.evaluation.bootstrap import RESAMPLES, SEED
from vnplan.evaluation.damage import KINDS, STRENGTHS
from vnplan.evaluation.damage import damage as damaged
from vnplan.evaluation.load import Case, load
from vnplan.evaluation.systems.adapter import Options
from vnplan.evaluation.systems.table import System, resolve
from vnplan.evaluation.tally import DAMAGED, GROUPINGS, Tally, Task
from vnplan.models.analysis.scores import Evaluation
from vnplan.version import __version__

Progress = Callable[[str], None]
"""Called with system and rendition before it is read."""
TEXT: Final = "txt"
"""Format of texts that were damaged."""


def evaluate(  # noqa: PLR0913 -- all but two are keywords, each with a use of its own
    gold: str | os.PathLike[str],
    systems: Sequence[str] = ("vnplan",),
    *,
    files: str | os.PathLike[str] | None = None,
    damage: str | None = None,
    answers: str | os.PathLike[str] | None = None,
    split: str | None = None,
    without: Sequence[str] = (),
    progress: Progress | None = None,
) -> Evaluation:
    """Measure systems on documents annotated by hand.

    Args:
        gold: a folder with ``*/gold.json``, a gold file, or a JSONL file of them.
        systems: names of the table of systems, ``module:function`` (a callable that takes a path and gives a
            :class:`Reading`) or ``file:DIR`` (readings as JSON, one a rendition).
        files: folder of the renditions where they are not beside their gold file.
        damage: ``line-ends``, ``ocr``, ``tones`` or ``columns``: the systems read the gold's own text, damaged more
            and more, in place of the renditions.
        answers: folder of recorded answers, of systems that ask a model.
        split: only documents of this split (``gate``, ``watch``).
        without: renditions left out: of these formats, or with one of these words in their file name.
        progress: called with system and rendition before it is read.

    Raises:
        VnplanError: gold, a rendition or a system is not there, or not what it should be.

    """
    cases = [case for case in load(gold, files) if split is None or case.gold.split == split]
    if not cases:
        raise VnplanError(str(gold), f"no document of it is of the split {split!r}")
    tallies = [Tally(system) for system in resolve(systems, Options(Path(answers) if answers is not None else None))]
    with TemporaryDirectory(prefix="vnplan-") as folder:
        tasks = list(_damaged(cases, damage, Path(folder)) if damage else _renditions(cases, without))
        for tally in tallies:
            _read(tally, tasks, progress)
    groupings = DAMAGED if damage else GROUPINGS
    return Evaluation(
        written_by=__version__,
        gold=str(gold),
        documents=len(cases),
        files=len(tasks),
        damage=damage,
        resamples=RESAMPLES,
        seed=SEED,
        systems=tuple(tally.result() for tally in tallies),
        scores=tuple(score for tally in tallies for score in tally.scores(groupings)),
    )


def _read(tally: Tally, tasks: Sequence[Task], progress: Progress | None) -> None:
    """Give a system all that it reads.

    Raises:
        VnplanError: it reads none of the formats.

    """
    system: System = tally.system
    given = [task for task in tasks if system.reads(task.format)]
    if not given and tasks:
        there = ", ".join(sorted({task.format for task in tasks}))
        raise VnplanError(system.name, f"it reads {', '.join(system.formats)}, and there is only {there}")
    for task in given:
        if progress:
            progress(f"{system.name}: {task.path.name}")
        tally.measure(task)


def _renditions(cases: Sequence[Case], without: Sequence[str]) -> Iterator[Task]:
    formats = {file.format for case in cases for file in case.gold.files}
    for case in cases:
        for file in case.gold.files:
            if not any(word == file.format if word in formats else word in file.name for word in without):
                yield Task(case.gold, case.path(file), file.format)


def _damaged(cases: Sequence[Case], kind: str, folder: Path) -> Iterator[Task]:
    """The texts of all documents at every strength, each as a file."""
    if kind not in KINDS:
        raise VnplanError(kind, f"there is no such damage; known are {', '.join(KINDS)}")
    for case in cases:
        if case.gold.text is None:
            raise VnplanError(str(case.source), f"{case.gold.id} has no text that could be damaged")
        for strength in (0.0, *STRENGTHS):
            path = folder / f"{case.gold.id}.{kind}-{strength}.{TEXT}"
            path.write_text(damaged(case.gold.text, kind, strength), "utf-8", newline="\n")
            yield Task(case.gold, path, TEXT, str(strength))
