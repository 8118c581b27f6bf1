"""A folder of plans -> a corpus, on this machine.

The work is done on a copy beside the output, whose name ends in ``.building``,
and put in its place when it is whole: who reads the output sees the corpus
before or after, never one in between. A build that was stopped leaves its copy
behind, and the next one goes on from it.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from typing import Final

from vnplan import batch
from vnplan.batch.lock import only_writer
from vnplan.batch.progress import Progress
from vnplan.batch.result import ParseResult
from vnplan.corpus import folder
from vnplan.corpus.files import File, file_row, files
from vnplan.corpus.query import connect
from vnplan.corpus.rows import Rows
from vnplan.corpus.store import Store
from vnplan.corpus.worker import read_rows
from vnplan.readers.limits import Limits

DATABASE: Final = (".duckdb", ".db", ".ddb")
"""Suffixes of a database file; any other output is a folder of Parquet files."""

_TOGETHER = 100  # files a transaction: what a crash costs at most, while a commit costs 20 ms


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did, in files."""

    files: int
    read: int
    """Read in this build, failures among them; the others were known by their content."""
    failed: int
    """Without a plan, in this build or an earlier one; the table ``files`` says why."""
    removed: int
    """Known to the corpus before, but not in the folder any more."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Work:
    """What to read and how."""

    patterns: Sequence[str] = ()
    """Which files, such as ``*.docx``; without any, those with a suffix of a format that can be read."""
    workers: int | None = None
    """Processes, as in :func:`vnplan.parse_many`; on Ray, workers of the cluster."""
    limits: Limits = field(default_factory=Limits)
    """Bounds on each file."""
    progress: Progress | None = None
    """Called as in :func:`vnplan.parse_many`, over the files to be read; on Ray, Ray shows its own."""


def is_database(output: Path) -> bool:
    """True for the name of a database file, False for that of a folder."""
    return output.suffix.lower() in DATABASE


def build_here(source: Path, output: Path, work: Work) -> Built:
    """Bring the corpus ``output`` to what stands in the folder ``source``."""
    with only_writer(output):
        folder.recover(output)
        if output.exists():
            connect(output).close()  # refuse what is no corpus of ours before it is replaced
        building = output.with_name(f"{output.name}.building")
        _begin(output, building)
        with Store(building) as store:
            if not is_database(output) and output.exists() and store.is_empty():
                folder.load_folder(output, store)
            done = _fill(store, list(files(source, work.patterns)), work)
            if not is_database(output):
                new = output.with_name(f"{output.name}.new")
                folder.write_folder(store, new)
        if is_database(output):
            os.replace(building, output)  # noqa: PTH105 -- the one that replaces on every system
        else:
            folder.exchange(new, output)
            building.unlink()
    return done


def _begin(output: Path, building: Path) -> None:
    """The copy to work on: that of a build that was stopped, or one of the corpus, or none yet."""
    if building.exists() or not is_database(output) or not output.exists():
        return
    part = building.with_name(f"{building.name}.part")
    shutil.copyfile(output, part)
    part.replace(building)


def _fill(store: Store, standing: list[File], work: Work) -> Built:
    known, failures, todo = [], store.failures(), []
    failed = 0
    for file in standing:
        if store.holds(file.sha256):
            known.append((file.name, file.sha256, file.size, file.sha256, None, None))
        elif file.sha256 in failures:
            failed += 1
            known.append((file.name, file.sha256, file.size, None, *failures[file.sha256]))
        else:
            todo.append(file)
    store.add(known, ())
    for some in _groups(todo, work):
        failed += sum(result.plan is None for _, result in some)
        rows_of = [file_row(file, result) for file, result in some]
        store.add(rows_of, (result.plan for _, result in some if result.plan is not None))
    removed = store.keep_only([file.name for file in standing])
    return Built(files=len(standing), read=len(todo), failed=failed, removed=removed)


def _groups(todo: list[File], work: Work) -> Iterator[list[tuple[File, ParseResult[Rows]]]]:
    results: Iterator[ParseResult[Rows]] = batch.run(read_rows, [f.path for f in todo], work.workers, work.limits)
    if work.progress is not None:
        results = batch.watched(results, len(todo), work.progress)
    pairs = zip(todo, results, strict=True)
    while some := list(islice(pairs, _TOGETHER)):
        yield some
