"""The tables of a corpus: names, columns and types, the same in DuckDB and in Parquet.

Every row but those of ``files`` belongs to a document, told by the SHA-256 of
its bytes: the same content is one document, wherever it stands and however
often it is read. Spans index ``documents.text``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

from vnplan.facts import KINDS
from vnplan.facts.kind import ColumnType, FactKind

if TYPE_CHECKING:
    import pyarrow as pa

CORPUS_VERSION: Final = "2"
"""Rises when a table or column joins, goes or changes its meaning; a corpus of another version is not touched."""

TEXT, INT, REAL, DATE, BOOL, LIST = "VARCHAR", "BIGINT", "DOUBLE", "DATE", "BOOLEAN", "VARCHAR[]"


class Table(NamedTuple):
    """Columns with their SQL types, and what a row is."""

    about: str
    columns: dict[str, str]


_SQL: Final = {
    ColumnType.TEXT: TEXT,
    ColumnType.INTEGER: INT,
    ColumnType.NUMBER: REAL,
    ColumnType.DATE: DATE,
    ColumnType.TRUTH: BOOL,
    ColumnType.LIST: LIST,
}


def _of_facts(kind: FactKind) -> Table:
    return Table(kind.about, {"document": TEXT, **{name: _SQL[of] for name, of in kind.columns.items()}})


TABLES: Final[dict[str, Table]] = {
    "files": Table(
        "a file of the folder, read or not",
        {"path": TEXT, "sha256": TEXT, "bytes": INT, "document": TEXT, "error_kind": TEXT, "error": TEXT},
    ),
    "documents": Table(
        "a distinct content that could be read",
        {
            "document": TEXT, "plan": TEXT, "schema_version": TEXT, "vnplan": TEXT, "name": TEXT, "media_type": TEXT,
            "reader": TEXT, "pages": INT, "chars": INT, "number": TEXT, "doc_type": TEXT, "title": TEXT,
            "issuer": TEXT, "issuer_id": TEXT, "province": TEXT, "place": TEXT, "date": DATE, "year": INT,
            "signer": TEXT, "position": TEXT, "archive": TEXT, "text": TEXT,
        },
    ),
    **{kind.name: _of_facts(kind) for kind in KINDS},
    "edges": Table(
        "an edge of the document's graph",
        {
            "document": TEXT, "source": TEXT, "target": TEXT, "kind": TEXT, "cue": TEXT, "date": TEXT, "scope": TEXT,
            "span_start": INT, "span_end": INT,
        },
    ),
}  # fmt: skip
"""Those of the kinds of fact (:data:`vnplan.facts.KINDS`), and those that belong to a corpus alone."""

PARTS: Final = tuple(name for name in TABLES if name != "files")
"""The tables whose rows belong to a document."""


def ddl(name: str) -> str:
    """``CREATE TABLE`` of one table."""
    columns = ", ".join(f'"{column}" {kind}' for column, kind in TABLES[name].columns.items())
    return f'CREATE TABLE "{name}" ({columns})'


def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of one table, with the version of the corpus in its metadata."""
    import pyarrow as pa

    types = {
        TEXT: pa.string(), INT: pa.int64(), REAL: pa.float64(), DATE: pa.date32(), BOOL: pa.bool_(),
        LIST: pa.list_(pa.string()),
    }  # fmt: skip
    fields = [pa.field(column, types[kind]) for column, kind in TABLES[name].columns.items()]
    return pa.schema(fields, metadata={"vnplan.corpus": CORPUS_VERSION})
