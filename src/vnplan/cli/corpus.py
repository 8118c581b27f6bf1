"""``vnplan corpus build`` and ``vnplan corpus query``."""

from __future__ import annotations

import argparse
import csv
import json
import shutil
import sys
from collections.abc import Callable
from typing import IO, TYPE_CHECKING, Final

from vnplan.errors import VnplanError

if TYPE_CHECKING:
    from vnplan.corpus import Answer

_FAILED = "SELECT path, error FROM files WHERE document IS NULL ORDER BY path"
_UNKNOWN_WIDTH = (140, 24)  # where the terminal does not tell


def run_build(arguments: argparse.Namespace) -> int:
    """Bring a corpus to what stands in a folder; every file without a plan is named on standard error."""
    from vnplan import corpus
    from vnplan.batch.progress import Bar

    progress = Bar() if arguments.progress or sys.stderr.isatty() else None
    work = corpus.Work(patterns=arguments.glob, workers=arguments.workers, progress=progress)
    try:
        done = corpus.build(arguments.folder, arguments.output, work=work, engine=arguments.engine)
    except VnplanError as error:
        print(f"vnplan: {error}", file=sys.stderr)  # noqa: T201
        return 1
    told = f"{done.files} files, {done.read} read, {done.failed} without a plan, {done.removed} removed"
    print(f"{arguments.output}: {told}")  # noqa: T201
    if done.failed and "://" not in arguments.output:
        for path, reason in corpus.query(arguments.output, _FAILED).rows:
            print(f"vnplan: {path}: {reason}", file=sys.stderr)  # noqa: T201
    return 1 if done.failed else 0


def run_query(arguments: argparse.Namespace) -> int:
    """Ask a corpus and show the answer."""
    from vnplan import corpus

    sql = sys.stdin.read() if arguments.sql == "-" else arguments.sql
    try:
        answer = corpus.query(arguments.corpus, sql)
    except VnplanError as error:
        print(f"vnplan: {error}", file=sys.stderr)  # noqa: T201
        return 1
    _WRITERS[arguments.format or ("table" if sys.stdout.isatty() else "csv")](answer, sys.stdout)
    return 0


def _table(answer: Answer, out: IO[str]) -> None:
    from vnplan.export.terminal.columns import columns

    rows = [["; ".join(map(str, v)) if isinstance(v, list) else v for v in row] for row in answer.rows]
    out.write(columns(answer.columns, rows, shutil.get_terminal_size(_UNKNOWN_WIDTH).columns))


def _csv(answer: Answer, out: IO[str]) -> None:
    writer = csv.writer(out)
    writer.writerow(answer.columns)
    writer.writerows(["; ".join(map(str, v)) if isinstance(v, list) else v for v in row] for row in answer.rows)


def _jsonl(answer: Answer, out: IO[str]) -> None:
    for row in answer.rows:
        out.write(json.dumps(dict(zip(answer.columns, row, strict=True)), ensure_ascii=False, default=str) + "\n")


_WRITERS: Final[dict[str, Callable[[Answer, IO[str]], None]]] = {"table": _table, "csv": _csv, "jsonl": _jsonl}

FORMATS: Final = tuple(_WRITERS)
