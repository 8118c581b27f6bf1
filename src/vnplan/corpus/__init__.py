"""Many plans as tables that one can ask: :func:`build` from a folder, :func:`query` in SQL.

>>> from vnplan import corpus
>>> sorted(corpus.TABLES)[:3]
['agencies', 'citations', 'diagnostics']
"""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from vnplan.corpus.cluster import build_on_ray, ray_dataset
from vnplan.corpus.columns import CORPUS_VERSION, TABLES
from vnplan.corpus.local import Built, Work, build_here
from vnplan.corpus.query import Answer, connect, query

__all__ = ["CORPUS_VERSION", "TABLES", "Answer", "Built", "Work", "build", "connect", "query", "ray_dataset"]

if TYPE_CHECKING:
    from pyarrow.fs import FileSystem

Place = str | os.PathLike[str]


def build(
    source: Place,
    output: Place,
    *,
    work: Work | None = None,
    engine: Literal["local", "ray"] = "local",
    filesystem: FileSystem | None = None,
) -> Built:
    """Read every plan in a folder into a corpus, or bring one up to date.

    ``NAME.duckdb`` is a DuckDB database, any other name a folder of Parquet
    files; both hold the tables :data:`TABLES`. A file whose content the corpus
    knows is not read again, one that is gone is removed. Nobody sees a corpus
    that is half written; a build that was stopped goes on next time.

    Args:
        source: the folder, with the folders in it.
        output: the corpus.
        work: which files, how many workers, limits, progress.
        engine: ``local``, or ``ray`` for a cluster, which writes a new folder of Parquet files.
        filesystem: of ``ray``: the Arrow filesystem of both places; without it they may be URIs (``s3://...``).

    Raises:
        VnplanError: no such folder; the output is something else, of another version, or being written.
        MissingDependency: duckdb or pyarrow is not installed.

    """
    if engine == "ray":
        return build_on_ray(os.fspath(source), os.fspath(output), filesystem, work or Work())
    return build_here(Path(source), Path(output), work or Work())
