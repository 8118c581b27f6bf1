"""The tables in DuckDB: whole documents go in, in one transaction each time."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, Self

from vnplan.batch.journal import LASTING
from vnplan.corpus.columns import CORPUS_VERSION, PARTS, TABLES, arrow_schema, ddl
from vnplan.corpus.rows import Row, Rows
from vnplan.errors import MissingDependency, VnplanError
from vnplan.version import __version__

if TYPE_CHECKING:
    import duckdb
    import pyarrow as pa


class Store:
    """A corpus open for writing; used with ``with``."""

    def __init__(self, path: Path) -> None:
        self._db = connection(path)
        self._path = path
        with self._transaction():
            if not _tables(self._db):
                self._db.execute("CREATE TABLE corpus (version VARCHAR, vnplan VARCHAR)")
                self._db.execute("INSERT INTO corpus VALUES (?, ?)", [CORPUS_VERSION, __version__])
                for name in TABLES:
                    self._db.execute(ddl(name))
        check_version(self._db, path)
        self._documents = set(self._column("SELECT document FROM documents WHERE vnplan = ?", [__version__]))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self._db.close()

    def holds(self, sha256: str) -> bool:
        """True where this version of vnplan has read that content."""
        return sha256 in self._documents

    def is_empty(self) -> bool:
        """True where it knows no file."""
        return self._column("SELECT count(*) FROM files") == [0]

    def failures(self) -> dict[str, Row]:
        """Content -> error of the files that fail every time."""
        kinds = ", ".join(f"'{kind}'" for kind in LASTING)
        found = self._db.execute(f"SELECT sha256, error_kind, error FROM files WHERE error_kind IN ({kinds})")  # noqa: S608 -- our own names
        return {sha256: (kind, reason) for sha256, kind, reason in found.fetchall()}

    def add(self, files: Sequence[Row], plans: Iterable[Rows]) -> None:
        """Put in the rows of some files and what they hold: all of it, or after a crash nothing."""
        rows: Rows = {name: [] for name in PARTS}
        new = []
        for plan in plans:
            document = plan["documents"][0][0]
            if document not in self._documents:
                self._documents.add(document)
                new.append(document)
                for name, some in plan.items():
                    rows[name] += some
        with self._transaction():
            self._delete("files", "path", [row[0] for row in files])
            for name in PARTS:  # what another version made of the same content
                self._delete(name, "document", new)
            for name, some in {"files": list(files), **rows}.items():
                self._insert(name, arrow_table(name, some))

    def load(self, name: str, table: pa.Table) -> None:
        """Put rows into one table as they are."""
        self._insert(name, table)
        self._documents = set(self._column("SELECT document FROM documents WHERE vnplan = ?", [__version__]))

    def keep_only(self, names: Sequence[str]) -> int:
        """Drop the files that are not among ``names``, and documents that no file holds any more; how many files."""
        with self._transaction():
            self._db.execute("CREATE OR REPLACE TEMP TABLE standing AS SELECT unnest(?) AS path", [list(names)])
            gone = self._column("SELECT count(*) FROM files WHERE path NOT IN (FROM standing)")[0]
            self._db.execute("DELETE FROM files WHERE path NOT IN (FROM standing)")
            for table in PARTS:
                held = "SELECT document FROM files WHERE document IS NOT NULL"
                self._db.execute(f'DELETE FROM "{table}" WHERE document NOT IN ({held})')  # noqa: S608 -- our own name
        return int(gone)

    def batches(self, name: str, size: int) -> Iterator[pa.Table]:
        """A table in pieces of ``size`` rows, at least one, in the order in which the rows came."""
        import pyarrow as pa

        schema = arrow_schema(name)
        reader = self._db.sql(f'SELECT * FROM "{name}" ORDER BY rowid').to_arrow_reader(size)  # noqa: S608
        empty = True
        for batch in reader:
            empty = False
            yield pa.Table.from_batches([batch]).cast(schema)
        if empty:
            yield schema.empty_table()

    def _insert(self, name: str, table: pa.Table) -> None:
        if table.num_rows:
            self._db.register("incoming", table)
            self._db.execute(f'INSERT INTO "{name}" BY NAME SELECT * FROM incoming')  # noqa: S608 -- our own name
            self._db.unregister("incoming")

    def _delete(self, name: str, column: str, values: list[Any]) -> None:
        if values:
            self._db.execute(f'DELETE FROM "{name}" WHERE "{column}" IN (SELECT unnest(?))', [values])  # noqa: S608

    def _column(self, sql: str, values: Sequence[object] = ()) -> list[Any]:
        return [row[0] for row in self._db.execute(sql, list(values)).fetchall()]

    @contextmanager
    def _transaction(self) -> Iterator[None]:
        self._db.begin()
        try:
            yield
        except BaseException:
            self._db.rollback()
            raise
        self._db.commit()


def arrow_table(name: str, rows: Sequence[Row]) -> pa.Table:
    """Rows as an Arrow table with the schema of the table of that name."""
    import pyarrow as pa

    schema = arrow_schema(name)
    columns = zip(*rows, strict=True) if rows else ((),) * len(schema)
    arrays = [pa.array(values, field.type) for values, field in zip(columns, schema, strict=True)]
    return pa.Table.from_arrays(arrays, schema=schema)


def connection(path: Path, **options: Any) -> duckdb.DuckDBPyConnection:
    """A connection to a database file.

    Raises:
        MissingDependency: duckdb or pyarrow is not installed.
        VnplanError: the file is no database.

    """
    try:
        import duckdb
        import pyarrow as pa
    except ImportError as error:
        raise MissingDependency(
            str(path), 'duckdb and pyarrow are not installed: pip install "vnplan[corpus]"'
        ) from error
    del pa
    try:
        return duckdb.connect(str(path), **options)
    except duckdb.Error as error:
        raise VnplanError(str(path), _first_line(error)) from error


def check_version(db: duckdb.DuckDBPyConnection, path: Path) -> None:
    """Raise :class:`VnplanError` unless the database is a corpus of our version."""
    if "corpus" not in _tables(db):
        raise VnplanError(str(path), "is a database, but no corpus of vnplan")
    refuse_other_version(db.execute("SELECT version FROM corpus").fetchall()[0][0], path)


def refuse_other_version(version: str, path: Path) -> None:
    """Raise :class:`VnplanError` for a corpus of another version."""
    if version != CORPUS_VERSION:
        reason = f"is a corpus of version {version}; this vnplan writes version {CORPUS_VERSION}: build it anew"
        raise VnplanError(str(path), reason)


def _tables(db: duckdb.DuckDBPyConnection) -> set[str]:
    return {row[0] for row in db.execute("SELECT table_name FROM duckdb_tables()").fetchall()}


def _first_line(error: Exception) -> str:
    return str(error).strip().partition("\n")[0]
