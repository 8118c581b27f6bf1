"""The tables of a corpus: names, columns and types, the same in DuckDB and in Parquet.

Every row but those of ``files`` belongs to a document, told by the SHA-256 of
its bytes: the same content is one document, wherever it stands and however
often it is read. Spans index ``documents.text``.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, NamedTuple

if TYPE_CHECKING:
    import pyarrow as pa

CORPUS_VERSION: Final = "1"
"""Rises when a table or column changes its meaning or goes; a corpus of another version is not touched."""

TEXT, INT, DATE, BOOL, LIST = "VARCHAR", "BIGINT", "DATE", "BOOLEAN", "VARCHAR[]"


class Table(NamedTuple):
    """Columns with their SQL types, and what a row is."""

    about: str
    columns: dict[str, str]


_SPAN = {"span_start": INT, "span_end": INT}

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
    "sections": Table(
        "an item of the tree; ``attachment`` counts from 0, empty in the body",
        {
            "document": TEXT, "section": TEXT, "parent": TEXT, "ordinal": INT, "attachment": INT, "label": TEXT,
            "kind": TEXT, "level": INT, "heading": TEXT, "text": TEXT, **_SPAN,
        },
    ),
    "citations": Table(
        "a mention of a document; ``parent`` is the ordinal of the mention in whose title it stands",
        {
            "document": TEXT, "ordinal": INT, "reference": TEXT, "key": TEXT, "kind": TEXT, "doc_type": TEXT,
            "date": DATE, "issuer": TEXT, "title": TEXT, "text": TEXT, "pinpoint": TEXT, "zone": TEXT, "parent": INT,
            "relation": TEXT, "cue": TEXT, **_SPAN,
        },
    ),
    "references": Table(
        "a distinct cited document",
        {
            "document": TEXT, "reference": TEXT, "key": TEXT, "kind": TEXT, "doc_type": TEXT, "date": DATE,
            "issuer": TEXT, "title": TEXT, "relations": LIST, "mentions": INT,
        },
    ),
    "tasks": Table(
        "a task",
        {
            "document": TEXT, "task": TEXT, "ordinal": INT, "origin": TEXT, "zone": TEXT, "mode": TEXT, "no": TEXT,
            "group_no": TEXT, "group_title": TEXT, "title": TEXT, "time": TEXT, "time_kind": TEXT, "time_start": DATE,
            "time_end": DATE, "recurrence": TEXT, "trigger": TEXT, "outputs": TEXT, "budget": TEXT, "note": TEXT,
            "cited": LIST, "section": TEXT, "table_id": TEXT, **_SPAN,
        },
    ),
    "task_agencies": Table(
        "a body with its part in a task: ``assignee``, ``lead``, ``coordinating`` or ``approver``",
        {
            "document": TEXT, "task": TEXT, "role": TEXT, "ordinal": INT, "agency": TEXT, "name": TEXT, "raw": TEXT,
            **_SPAN,
        },
    ),
    "agencies": Table(
        "a body that a document names",
        {
            "document": TEXT, "agency": TEXT, "name": TEXT, "kind": TEXT, "level": TEXT, "province": TEXT,
            "collective": BOOL, "registered": BOOL, "mentions": INT,
        },
    ),
    "edges": Table(
        "an edge of the document's graph",
        {
            "document": TEXT, "source": TEXT, "target": TEXT, "kind": TEXT, "cue": TEXT, "date": TEXT, "scope": TEXT,
            **_SPAN,
        },
    ),
    "diagnostics": Table(
        "a remark on a document",
        {"document": TEXT, "code": TEXT, "severity": TEXT, "message": TEXT, **_SPAN},
    ),
}  # fmt: skip

PARTS: Final = tuple(name for name in TABLES if name != "files")
"""The tables whose rows belong to a document."""


def ddl(name: str) -> str:
    """``CREATE TABLE`` of one table."""
    columns = ", ".join(f'"{column}" {kind}' for column, kind in TABLES[name].columns.items())
    return f'CREATE TABLE "{name}" ({columns})'


def arrow_schema(name: str) -> pa.Schema:
    """The Arrow schema of one table, with the version of the corpus in its metadata."""
    import pyarrow as pa

    types = {TEXT: pa.string(), INT: pa.int64(), DATE: pa.date32(), BOOL: pa.bool_(), LIST: pa.list_(pa.string())}
    fields = [pa.field(column, types[kind]) for column, kind in TABLES[name].columns.items()]
    return pa.schema(fields, metadata={"vnplan.corpus": CORPUS_VERSION})
