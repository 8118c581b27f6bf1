"""The same corpus over Ray: many machines, any Arrow filesystem.

    list files -> hash them -> one path for each content -> read, flatten, write parts -> files -> marker

Each step but the first and last runs on the cluster. A part is named by the
files that it holds, so that a worker that is killed and run again writes the
same files over. Every plan is read in a process of its own beside the Ray
worker: one that hangs or crashes costs its row and no worker.
"""

from __future__ import annotations

import hashlib
import logging
import shutil
import tempfile
from collections.abc import Iterator, Sequence
from concurrent.futures import Future
from functools import partial
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING, Any

from vnplan.batch.pool import Pool
from vnplan.batch.result import ParseResult
from vnplan.corpus.columns import PARTS
from vnplan.corpus.files import printable, wanted
from vnplan.corpus.folder import MARKER, marker
from vnplan.corpus.local import Built, Work
from vnplan.corpus.rows import Row, Rows
from vnplan.corpus.store import arrow_table
from vnplan.corpus.worker import read_json, read_rows
from vnplan.errors import LimitExceeded, MissingDependency, VnplanError
from vnplan.readers.limits import Limits

if TYPE_CHECKING:
    import pyarrow as pa
    import ray.data
    from pyarrow.fs import FileSystem

_BLOCK = 64  # files a task: some 5 s of work, so that a lost worker costs little and a part is no crumb


def ray_dataset(
    source: str, *, filesystem: FileSystem | None = None, work: Work | None = None, block: int = _BLOCK
) -> ray.data.Dataset:
    """Every plan of a folder as a Ray dataset, one row a file, read when the dataset is consumed.

    The columns are ``path`` (below the folder), ``sha256``, ``bytes``, ``plan``
    (JSON, see :meth:`vnplan.PlanDocument.model_validate_json`), ``error_kind`` and ``error``.

    Args:
        source: a path, or a URI such as ``s3://bucket/plans``.
        filesystem: an Arrow filesystem that ``source`` is a path of; without it, that of the URI.
        work: which files, how many workers, and limits.
        block: files read by one task.

    Raises:
        MissingDependency: ray is not installed.
        VnplanError: there is no such folder.

    """
    files, root = _place(source, filesystem)
    return _mapped(_Plans, _listed(files, root, work or Work()), (files, root), work or Work(), block)


def build_on_ray(source: str, output: str, filesystem: FileSystem | None, work: Work) -> Built:
    """Read the folder ``source`` into the new Parquet folder ``output``, on ``filesystem`` or as their URIs say."""
    files, root = _place(source, filesystem)
    target, place = _place(output, filesystem, must_exist=False)
    _refuse_existing(target, place, output)
    names = _listed(files, root, work)
    told = list(_rows(_mapped(_Hashes, names, (files, root), work, _BLOCK * 16)))
    first: dict[str, str] = {}
    for row in sorted(told, key=lambda row: row["path"]):
        first.setdefault(row["sha256"] or row["path"], row["path"])
    chosen = sorted(first.values())
    for name in PARTS:
        target.create_dir(f"{place}/{name}", recursive=True)
    write = partial(_Parts, output=(target, place))
    outcome = {row["path"]: row for row in _rows(_mapped(write, chosen, (files, root), work, _BLOCK))}
    _fill(target, place)
    rows = [_file_row(row, outcome[first[row["sha256"] or row["path"]]]) for row in told]
    target.create_dir(f"{place}/files", recursive=True)
    _write(arrow_table("files", sorted(rows)), target, f"{place}/files/part-00000.parquet")
    with target.open_output_stream(f"{place}/{MARKER}") as stream:
        stream.write(marker())
    # The fourth field of a row is the error, if any.
    return Built(files=len(rows), read=len(chosen), failed=sum(row[3] is None for row in rows), removed=0)


class _Worker:
    """What every Ray worker has: the files, and a process to read them in."""

    def __init__(self, place: tuple[FileSystem, str], read: Any, limits: Limits) -> None:
        self._files, self._root = place
        self._limits = limits
        self._pool: Pool[Any] = Pool(read, limits, 1)

    def results(self, names: Sequence[str]) -> Iterator[tuple[str, ParseResult[Any], str | None, int]]:
        """Name, result, hash and size of each file."""
        with tempfile.TemporaryDirectory(prefix="vnplan-") as folder:
            for number, name in enumerate(names):
                copy = Path(folder, str(number), PurePosixPath(name).name)
                sha256, size, error = self._fetch(name, copy)
                result = ParseResult(name, error=error) if error else self._ask(copy)
                shutil.rmtree(copy.parent, ignore_errors=True)
                yield name, result, sha256, size

    def _ask(self, copy: Path) -> ParseResult[Any]:
        future: Future[ParseResult[Any]] = self._pool.submit(str(copy))
        return future.result()

    def _fetch(self, name: str, copy: Path) -> tuple[str | None, int, VnplanError | None]:
        try:
            copy.parent.mkdir(parents=True)
            with self._files.open_input_stream(f"{self._root}/{name}") as stream:
                data = stream.read(self._limits.bytes + 1)
            copy.write_bytes(data)
        except OSError as error:
            return None, 0, VnplanError(name, error.strerror or str(error))
        if len(data) > self._limits.bytes:
            return None, len(data), LimitExceeded(name, f"more than {self._limits.bytes} bytes (Limits.bytes)")
        return hashlib.sha256(data).hexdigest(), len(data), None


class _Plans(_Worker):
    """Names -> plans as JSON."""

    def __init__(self, place: tuple[FileSystem, str], limits: Limits) -> None:
        super().__init__(place, read_json, limits)

    def __call__(self, block: pa.Table) -> pa.Table:
        import pyarrow as pa

        rows = [
            {"path": printable(name), "sha256": sha256, "bytes": size, "plan": result.plan, **_error(result)}
            for name, result, sha256, size in self.results(block["path"].to_pylist())
        ]
        kinds = {"bytes": pa.int64()}
        names = ("path", "sha256", "bytes", "plan", "error_kind", "error")
        return pa.Table.from_pylist(rows, pa.schema([(name, kinds.get(name, pa.string())) for name in names]))


class _Parts(_Worker):
    """Names -> the rows of their plans in files of the output; what became of each name."""

    def __init__(self, place: tuple[FileSystem, str], limits: Limits, output: tuple[FileSystem, str]) -> None:
        super().__init__(place, read_rows, limits)
        self._target, self._output = output

    def __call__(self, block: pa.Table) -> pa.Table:
        import pyarrow as pa

        names = block["path"].to_pylist()
        rows: Rows = {name: [] for name in PARTS}
        told = []
        for name, result, _, _ in self.results(names):
            document = result.plan["documents"][0][0] if result.plan else None
            told.append({"path": name, "document": document, **_error(result)})
            for table, some in (result.plan or {}).items():
                rows[table] += some
        # 16 hex digits tell 64 bits: parts of one corpus never meet by chance.
        part = hashlib.sha256("\0".join(names).encode("utf-8", "surrogatepass")).hexdigest()[:16]
        for table, some in rows.items():
            if some:
                _write(arrow_table(table, some), self._target, f"{self._output}/{table}/part-{part}.parquet")
        columns = ("path", "document", "error_kind", "error")
        return pa.Table.from_pylist(told, pa.schema([(column, pa.string()) for column in columns]))


class _Hashes:
    """Names -> hash and size of each file; no hash where it cannot be read."""

    def __init__(self, place: tuple[FileSystem, str], limits: Limits) -> None:
        self._files, self._root = place
        del limits

    def __call__(self, block: pa.Table) -> pa.Table:
        import pyarrow as pa

        told = [{"path": name, **self._hash(name)} for name in block["path"].to_pylist()]
        return pa.Table.from_pylist(
            told, pa.schema([("path", pa.string()), ("sha256", pa.string()), ("bytes", pa.int64())])
        )

    def _hash(self, name: str) -> dict[str, Any]:
        digest, size = hashlib.sha256(), 0
        try:
            with self._files.open_input_stream(f"{self._root}/{name}") as stream:
                while data := stream.read(1 << 20):
                    digest.update(data)
                    size += len(data)
        except OSError:
            return {"sha256": None, "bytes": 0}
        return {"sha256": digest.hexdigest(), "bytes": size}


def _mapped(
    worker: Any, names: Sequence[str], place: tuple[FileSystem, str], work: Work, block: int
) -> ray.data.Dataset:
    """The names through workers of a kind, ``block`` names a task."""
    import pyarrow as pa

    tables = [pa.table({"path": list(names[at : at + block])}) for at in range(0, len(names), block)]
    empty = pa.table({"path": pa.array([], pa.string())})
    most = work.workers or max(1, int(_ray().cluster_resources().get("CPU", 1)))
    size = max(1, min(most, len(tables)))
    made = worker if isinstance(worker, type) else worker.func
    more = {} if isinstance(worker, type) else worker.keywords
    # Ray starts an actor that died again, and gives it the task that it had.
    dataset: ray.data.Dataset = (
        _ray()
        .data.from_arrow(tables or [empty])
        .map_batches(
            made,
            batch_size=None,
            batch_format="pyarrow",
            compute=_ray().data.ActorPoolStrategy(size=size),
            fn_constructor_kwargs={"place": place, "limits": work.limits, **more},
        )
    )
    return dataset


def _rows(dataset: ray.data.Dataset) -> Iterator[dict[str, Any]]:
    yield from dataset.iter_rows()


def _error(result: ParseResult[Any]) -> dict[str, str | None]:
    error = result.error
    return {"error_kind": type(error).__name__ if error else None, "error": error.reason if error else None}


def _file_row(told: dict[str, Any], outcome: dict[str, Any]) -> Row:
    return (
        printable(told["path"]), told["sha256"], told["bytes"], outcome["document"], outcome["error_kind"],
        outcome["error"],
    )  # fmt: skip


def _listed(files: FileSystem, root: str, work: Work) -> list[str]:
    from pyarrow.fs import FileSelector, FileType

    found = files.get_file_info(FileSelector(root, recursive=True))
    names = (info.path.removeprefix(root).lstrip("/") for info in found if info.type == FileType.File)
    return sorted(name for name in names if wanted(name, work.patterns))


def _place(address: str, filesystem: FileSystem | None, *, must_exist: bool = True) -> tuple[FileSystem, str]:
    """The filesystem and the path on it."""
    _ray()
    from pyarrow.fs import FileSystem, FileType, LocalFileSystem

    if filesystem is None and "://" not in address:
        filesystem, address = LocalFileSystem(), str(Path(address).resolve())
    try:
        files, root = (filesystem, address) if filesystem else FileSystem.from_uri(address)
        root = root.rstrip("/")
        if must_exist and files.get_file_info(root).type != FileType.Directory:
            raise VnplanError(address, "is no folder")
    except (OSError, ValueError) as error:
        raise VnplanError(address, str(error)) from error
    return files, root


def _refuse_existing(target: FileSystem, place: str, output: str) -> None:
    from pyarrow.fs import FileSelector

    if target.get_file_info(FileSelector(place, allow_not_found=True)):
        raise VnplanError(output, "is not empty; a build on Ray needs a new folder")


def _fill(target: FileSystem, place: str) -> None:
    """Give each table of which no document had a row an empty part: a reader finds its columns."""
    from pyarrow.fs import FileSelector

    for name in PARTS:
        if not target.get_file_info(FileSelector(f"{place}/{name}")):
            _write(arrow_table(name, []), target, f"{place}/{name}/part-empty.parquet")


def _write(table: pa.Table, target: FileSystem, path: str) -> None:
    import pyarrow.parquet as pq

    pq.write_table(table, path, filesystem=target, compression="zstd")


def _ray() -> Any:
    try:
        import ray
        import ray.data
    except ImportError as error:
        wanted_by = "the engine ray"
        raise MissingDependency(wanted_by, 'Ray is not installed: pip install "vnplan[ray]"') from error
    if not ray.is_initialized():
        ray.init(include_dashboard=False, logging_level=logging.WARNING, log_to_driver=False)
        ray.data.DataContext.get_current().enable_progress_bars = False
    return ray
