"""Questions to a corpus in SQL, without the power to change it or to reach other files."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from vnplan.corpus.columns import TABLES
from vnplan.corpus.folder import check_folder
from vnplan.corpus.store import check_version, connection
from vnplan.errors import VnplanError

if TYPE_CHECKING:
    import duckdb


@dataclass(frozen=True, slots=True)
class Answer:
    """The result of a query."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Any, ...], ...]
    """Values as Python has them: dates, numbers, lists, ``None``."""


def query(corpus: Path | str, sql: str) -> Answer:
    """Ask a corpus, a database or a folder of Parquet files, in the SQL of DuckDB.

    The table of cited documents is a word of SQL: write it ``"references"``.

    Raises:
        VnplanError: there is no such corpus, or the query is wrong, or no single ``SELECT``.
        MissingDependency: duckdb is not installed.

    """
    path = Path(corpus)
    with connect(path) as db:
        import duckdb

        try:
            statements = duckdb.extract_statements(sql)
            if len(statements) != 1 or statements[0].type != duckdb.StatementType.SELECT:
                raise VnplanError(str(path), "a query is one SELECT (or WITH, FROM, DESCRIBE)")
            done = db.execute(sql)
            return Answer(tuple(column[0] for column in done.description or ()), tuple(done.fetchall()))
        except duckdb.Error as error:
            raise VnplanError(str(path), str(error).strip()) from error


def connect(corpus: Path | str) -> duckdb.DuckDBPyConnection:
    """A read-only DuckDB connection to a corpus, for those who want more than :func:`query` gives.

    Raises:
        VnplanError: there is no such corpus, or it is of another version.
        MissingDependency: duckdb is not installed.

    """
    path = Path(corpus)
    if path.is_dir():
        check_folder(path)
        return _over_files(path)
    if not path.exists():
        raise VnplanError(str(path), "there is no such corpus")
    db = connection(path, read_only=True, config={"enable_external_access": "false"})
    try:
        check_version(db, path)
    except VnplanError:
        db.close()
        raise
    return db


def _over_files(path: Path) -> duckdb.DuckDBPyConnection:
    db = connection(Path(":memory:"))
    place = str(path.resolve()).replace("'", "''")
    for name in TABLES:
        parts = f"{_literal_glob(place)}/{name}/*.parquet"
        db.execute(f"CREATE VIEW \"{name}\" AS SELECT * FROM read_parquet('{parts}')")  # noqa: S608 -- quoted above
    db.execute(f"SET allowed_directories = ['{place}']")
    db.execute("SET enable_external_access = false")
    db.execute("SET lock_configuration = true")
    return db


def _literal_glob(place: str) -> str:
    """The folder's name with the signs that a pattern would read for itself in brackets."""
    return "".join(f"[{letter}]" if letter in "*?[" else letter for letter in place)
