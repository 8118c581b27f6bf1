"""Two annotations of one document -> the items of each aspect, to be counted and compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from annotation import compile_gold

from vnplan.evaluation.scores import f1

Items = Counter[tuple[Any, ...]]


def compare(folder: Path, one: str = "first", other: str = "second") -> dict[str, tuple[Items, Items]]:
    """Aspect -> the items of each of the two annotations."""
    first, second = (items(compile_gold(folder, name).gold) for name in (one, other))
    return {aspect: (first[aspect], second[aspect]) for aspect in first}


def items(gold: dict[str, Any]) -> dict[str, Items]:
    """Aspect -> items of a gold document; words stand for their places, which quotations fix."""
    head, text = gold["header"], gold["text"]

    def near(span: list[int] | None) -> tuple[Any, ...]:
        return (span[0], text[slice(*span)][:40]) if span else (None, "")

    flat = [(name, value) for name, value in head.items() if isinstance(value, str)]
    flat += [("signer", s["name"], s["position"]) for s in head["signers"] or ()]
    flat += [("recipient", name) for name in head["recipients"] or ()]
    rows = {(t["table"], t["row"]): t for t in gold["tasks"]}
    duties = {near(d["span"]): d for d in gold["duties"]}
    return {
        "header": Counter(flat),
        "references": Counter(
            (r["key"], r["kind"], r["doc_type"], r["date"], r["issuer"], r["basis"]) for r in gold["references"]
        ),
        "relations": Counter((r["key"], relation) for r in gold["references"] for relation in r["relations"]),
        "mentions": Counter((*near(c["span"]), c["key"]) for c in gold["citations"]),
        "agencies": Counter((*near(a["span"]), a["name"]) for a in gold["agencies"]),
        "outline": Counter((n["label"], n["level"], n["text"][:40]) for n in gold["outline"]),
        "tables": Counter(
            [(t["id"], t["role"], *t["columns"]) for t in gold["tables"]]
            + [(t["id"], n, row["kind"]) for t in gold["tables"] for n, row in enumerate(t["rows"], 1)]
        ),
        "tasks": Counter((at, t["no"], t["group"], (t["title"] or "")[:40]) for at, t in rows.items()),
        "task bodies": Counter(
            (at, role, name)
            for at, t in rows.items()
            for role in ("lead", "coordinating", "approver", "persons")
            for name in t[role]
        ),
        "task values": Counter(
            [(at, t["time"], t["time_kind"], t["time_start"], t["time_end"]) for at, t in rows.items() if t["time"]]
            + [(at, "outputs", t["outputs"]) for at, t in rows.items() if t["outputs"]]
            + [
                (at, "progress", *(str(v) for v in sorted((t["progress"]).items())))
                for at, t in rows.items()
                if t["progress"]
            ]
        ),
        "duties": Counter((*near(d["span"]), d["mode"]) for d in gold["duties"]),
        "duty bodies": Counter(
            (place[0], role, name)
            for place, d in duties.items()
            for role in ("assignees", "lead", "coordinating")
            for name in d[role]
        ),
        "duty times": Counter(
            (place[0], d["time_kind"], d["time_start"], d["time_end"]) for place, d in duties.items() if d["time"]
        ),
        "targets": Counter((*near(t["span"]), t["value"], t["bound"], t["period_end"]) for t in gold["targets"]),
        "amounts": Counter((*near(a["span"]), a["dong"]) for a in gold["amounts"]),
        "assignments": Counter((a["agency"],) for a in gold["assignments"]),
    }


def counted(folders: Iterable[Path]) -> dict[str, Any]:
    """Aspect -> items of the first, of the second, of both, and F1 of one against the other, over all documents."""
    totals: dict[str, list[int]] = {}
    for folder in folders:
        for aspect, (first, second) in compare(folder).items():
            row = totals.setdefault(aspect, [0, 0, 0])
            for at, value in enumerate((first.total(), second.total(), (first & second).total())):
                row[at] += value
    return {
        aspect: {"first": a, "second": b, "both": both, "f1": round(f1(a, b, both), 4)}
        for aspect, (a, b, both) in totals.items()
    }
