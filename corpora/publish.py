"""Write the gold pack as tables that anybody can load without vnplan: ``pack/data/*.parquet`` and ``pack/data/gold.jsonl``.

    python corpora/publish.py

One row a document in ``documents``; one row an item in the tables of items, with the document's id, split and kind.
Places are ``start`` and ``end`` in the document's ``text``. The same values as in the gold files, nothing joined or left out.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

PACK = Path(__file__).parent / "pack"
DATA = PACK / "data"
ITEMS = ("references", "citations", "agencies", "outline", "tasks", "duties", "targets", "amounts", "assignments")
ABOUT = ("id", "kind", "level", "region", "era", "split")
TEXT, TEXTS = pa.string(), pa.list_(pa.string())
PLACE = [("start", pa.int64()), ("end", pa.int64())]
TIME = [(name, TEXT) for name in ("time", "time_kind", "time_start", "time_end")]
FIELDS: dict[str, list[tuple[str, pa.DataType]]] = {
    "references": [(n, TEXT) for n in ("key", "kind", "doc_type", "date", "issuer")] + [("basis", pa.bool_()), ("relations", TEXTS), ("mentions", pa.int64())],
    "citations": [*PLACE, ("words", TEXT), ("key", TEXT)],
    "agencies": [*PLACE, ("words", TEXT), ("name", TEXT)],
    "outline": [("label", TEXT), ("level", pa.int64()), ("text", TEXT), *PLACE],
    "tasks": [("table", TEXT), ("row", pa.int64())] + [(n, TEXT) for n in ("no", "group", "title")] + [(n, TEXTS) for n in ("lead", "coordinating", "persons", "approver")] + TIME
    + [(n, TEXT) for n in ("outputs", "budget", "progress_state", "progress_raw", "progress_result", "progress_problems")] + PLACE,
    "duties": [("title", TEXT), *PLACE, ("section", TEXT), ("mode", TEXT), *((n, TEXTS) for n in ("assignees", "lead", "coordinating")), *TIME, ("outputs", TEXT)],
    "targets": [("words", TEXT), *PLACE, ("indicator", TEXT), ("value", pa.float64()), ("unit", TEXT), ("bound", TEXT), ("period_start", TEXT), ("period_end", TEXT), ("table", TEXT)],
    "amounts": [("words", TEXT), *PLACE, ("dong", pa.int64())],
    "assignments": [("agency", TEXT)],
}  # fmt: skip
HEAD = ("number", "doc_type", "issuer", "province", "place", "date", "title", "subject")
DOCUMENTS = (
    [(name, TEXT) for name in ABOUT]
    + [("classes", TEXTS), ("text", TEXT)]
    + [(name, TEXT) for name in HEAD]
    + [("signers", pa.list_(pa.struct([("name", TEXT), ("position", TEXT)]))), ("recipients", TEXTS), ("files", TEXTS)]
    + [("gold", TEXT)]
)


def documents(gold: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """One row a document; ``gold`` holds its whole gold file as JSON, tables with cells among it."""
    rows = []
    for one in gold:
        head = {name: one["header"].get(name) for name in (*HEAD, "signers", "recipients")}
        files = [file["name"] for file in one["files"]]
        row = {name: one[name] for name in (*ABOUT, "classes", "text")} | head
        rows.append(row | {"files": files, "gold": json.dumps(one, ensure_ascii=False)})
    return rows


def items(gold: list[dict[str, Any]], name: str) -> list[dict[str, Any]]:
    """One row an item, with what is known of its document; places as two columns."""
    rows = []
    for one in gold:
        about = {f"document_{key}" if key in ("id", "kind") else key: one[key] for key in ("id", "kind", "split")}
        for item in one[name]:
            flat = dict(item)
            flat["start"], flat["end"] = flat.pop("span", None) or (None, None)
            for part, value in (flat.pop("progress", None) or {}).items():
                flat[f"progress_{part}"] = value
            rows.append(about | {field: flat.get(field) for field, _ in FIELDS[name]})
    return rows


def golds() -> list[dict[str, Any]]:
    """Every gold file, by name."""
    return [json.loads(path.read_text("utf-8")) for path in sorted(PACK.glob("*/gold.json"))]


def tables(gold: list[dict[str, Any]]) -> dict[str, pa.Table]:
    """Every table by its name."""
    about = [("document_id", TEXT), ("document_kind", TEXT), ("split", TEXT)]
    found = {"documents": pa.Table.from_pylist(documents(gold), pa.schema(DOCUMENTS))}
    return found | {name: pa.Table.from_pylist(items(gold, name), pa.schema(about + FIELDS[name])) for name in ITEMS}


def main() -> None:
    """Write every table, and the gold files as lines."""
    DATA.mkdir(exist_ok=True)
    gold = golds()
    for name, table in tables(gold).items():
        pq.write_table(table, DATA / f"{name}.parquet", compression="zstd")
        print(f"{name}: {table.num_rows} rows")
    lines = (json.dumps(one, ensure_ascii=False) for one in gold)
    (DATA / "gold.jsonl").write_text("\n".join(lines) + "\n", "utf-8")


if __name__ == "__main__":
    main()
