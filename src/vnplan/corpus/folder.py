"""The tables as a folder of Parquet files: ``TABLE/part-NAME.parquet``, and ``_vnplan.json`` that says it is whole."""

from __future__ import annotations

import json
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

from vnplan.corpus.columns import CORPUS_VERSION, TABLES, arrow_schema
from vnplan.corpus.store import Store, refuse_other_version
from vnplan.errors import VnplanError
from vnplan.version import __version__

if TYPE_CHECKING:
    import pyarrow as pa

MARKER: Final = "_vnplan.json"
_ROWS = 500_000  # of one file: a few hundred MB of text at most while it is written


def marker() -> bytes:
    """What is written last, when every table is whole."""
    said = {"corpus": CORPUS_VERSION, "vnplan": __version__, "tables": list(TABLES)}
    return (json.dumps(said, indent=1) + "\n").encode()


def check_folder(path: Path) -> None:
    """Raise :class:`VnplanError` unless the folder is a whole corpus of our version."""
    try:
        said = json.loads((path / MARKER).read_text("utf-8"))
        version = said["corpus"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise VnplanError(str(path), f"is no corpus of vnplan, or one that is not whole: no {MARKER}") from error
    refuse_other_version(version, path)


def load_folder(path: Path, store: Store) -> None:
    """Put every row of a folder into an empty store."""
    for name in TABLES:
        for part in sorted((path / name).glob("*.parquet")):
            store.load(name, read_part(part, name))


def read_part(part: Path, name: str) -> pa.Table:
    """One file with the schema of its table."""
    import pyarrow.parquet as pq

    return pq.ParquetFile(part).read().cast(arrow_schema(name))


def write_folder(store: Store, path: Path) -> None:
    """Write every table into the new folder ``path``, the marker last."""
    shutil.rmtree(path, ignore_errors=True)
    for name in TABLES:
        (path / name).mkdir(parents=True)
        for number, table in enumerate(store.batches(name, _ROWS)):
            write_part(table, path / name / f"part-{number:05}.parquet")
    (path / MARKER).write_bytes(marker())


def write_part(table: pa.Table, path: Path) -> None:
    """Write one Parquet file."""
    import pyarrow.parquet as pq

    pq.write_table(table, path, compression="zstd")


def exchange(new: Path, path: Path) -> None:
    """Put the folder ``new`` in the place of ``path``."""
    old = _old(path)
    if path.exists():
        path.rename(old)
    new.rename(path)
    shutil.rmtree(old, ignore_errors=True)


def recover(path: Path) -> None:
    """Put back what :func:`exchange` had set aside when it was stopped between its two steps."""
    old = _old(path)
    if old.exists():
        if path.exists():
            shutil.rmtree(old, ignore_errors=True)
        else:
            old.rename(path)


def _old(path: Path) -> Path:
    return path.with_name(f"{path.name}.old")
