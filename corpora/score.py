"""Score vnplan on the specimens of this folder, and hold the line.

    python corpora/score.py             # the table of the README
    python corpora/score.py -v cao-bang # one, with each miss and each extra
    python corpora/score.py --pin       # write baseline.json; refuses to lower a floor
    python corpora/score.py --pin --lower "why"   # unless told why, which is written down

Each aspect is F1 over items (README.md beside this file says what an item is).
``baseline.json`` holds the floor of every aspect, the number of items, and a
fingerprint of every input, so that shrinking or changed inputs show.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections import Counter
from hashlib import sha256
from pathlib import Path
from typing import Any

import vnplan
from vnplan.text.fold import fold_key

HERE = Path(__file__).parent
BASELINE = HERE / "baseline.json"
ROLES = ("lead", "coordinating", "approver")
Items = Counter[tuple[Any, ...]]
Scores = dict[str, tuple[Items, Items]]


def gold_items(gold: dict[str, Any]) -> dict[str, Items]:
    """Aspect -> items of a gold file."""
    head, place = gold["header"], fold_key(gold["header"]["province"] or "")
    items: dict[str, Items] = {
        "header": Counter((f, fold_key(v)) for f, v in head.items() if isinstance(v, str)),
        "references": Counter((r["kind"], fold_key(r["key"])) for r in gold["references"]),
        "reference parts": Counter(
            (fold_key(r["key"]), r["date"], fold_key(r["issuer"] or ""), r["basis"], r["mentions"])
            for r in gold["references"]
        ),
        "outline": Counter((n["label"], n["level"], fold_key(n["text"])[:40]) for n in gold["outline"]),
        "assignments": Counter((body(a["agency"], place),) for a in gold["assignments"]),
    }
    items["header"].update(("signer", fold_key(s["name"]), fold_key(s["position"])) for s in head.get("signers", ()))
    items["header"].update(("recipient", fold_key(r)) for r in head.get("recipients", ()))
    rows = [(t["group"], t["no"], t) for t in gold["tasks"]]
    items["tasks"] = Counter((g, n, fold_key(t["title"])) for g, n, t in rows)
    items["bodies"] = Counter((g, n, role, body(name, place)) for g, n, t in rows for role in ROLES for name in t[role])
    items["times"] = Counter((g, n, t["time_kind"], t["time_start"], t["time_end"]) for g, n, t in rows if t["time"])
    items["outputs"] = Counter((g, n, fold_key(t["outputs"])) for g, n, t in rows if t["outputs"])
    return items


def plan_items(plan: dict[str, Any]) -> dict[str, Items]:
    """Aspect -> items of a parsed plan's JSON."""
    head, place = plan["header"], fold_key(plan["header"]["province"] or "")
    flat = {f: head[f] for f in ("title", "place", "date", "province")}
    flat |= {"number": (head["number"] or {}).get("key"), "doc_type": (head["doc_type"] or {}).get("code")}
    flat |= {"issuer": (head["issuer"] or {}).get("name")}
    cited = plan["citations"]
    references = [
        (r, [m for m in (cited[i] for i in r["mentions"]) if m["kind"] != "alias"])
        for r in plan["references"]
        if r["kind"] in ("numbered", "named")
    ]
    rows = [(t["group"], t["no"], t) for t in plan["tasks"] if t["origin"] == "table"]
    items: dict[str, Items] = {
        "header": Counter((f, fold_key(v)) for f, v in flat.items() if v),
        "references": Counter((r["kind"], fold_key(r["key"])) for r, _ in references),
        "reference parts": Counter(
            (fold_key(r["key"]), r["date"], fold_key(r["issuer"] or ""), any(m["zone"] == "basis" for m in ms), len(ms))
            for r, ms in references
        ),
        "outline": Counter(_numbered([*plan["sections"], *(s for a in plan["attachments"] for s in a["sections"])])),
        "assignments": Counter(
            {
                (body(a["name"], place),): 1
                for t in plan["tasks"]
                if t["origin"] == "body" and t["zone"] == "implementation"
                for a in t["assignees"]
            }
        ),
        "tasks": Counter((g, n, fold_key(t["title"])) for g, n, t in rows),
        "bodies": Counter((g, n, role, body(a["name"], place)) for g, n, t in rows for role in ROLES for a in t[role]),
        "times": Counter((g, n, f["kind"], f["start"], f["end"]) for g, n, t in rows if (f := t["timeframe"])),
        "outputs": Counter((g, n, fold_key(t["outputs_raw"])) for g, n, t in rows if t["outputs_raw"]),
    }
    items["header"].update(("signer", fold_key(s["name"]), fold_key(s["position"])) for s in head["signers"])
    items["header"].update(("recipient", fold_key(r)) for r in head["recipients"])
    return items


def _numbered(sections: list[dict[str, Any]]) -> list[tuple[str, int, str]]:
    found = []
    for section in sections:
        if section["label"] and section["kind"] not in ("bullet", "paragraph", "preamble"):
            found.append((section["label"], section["level"], fold_key(section["heading"])[:40]))
        found += _numbered(section["children"])
    return found


def body(name: str, place: str) -> str:
    """A body's folded name; the document's own province after ``tỉnh`` or ``Tỉnh ủy`` is optional in names."""
    return re.sub(rf"\b(tỉnh|tỉnh ủy) {re.escape(place)}$", r"\1", fold_key(name))


def score(only: str = "") -> dict[str, Scores]:
    """Document -> aspect -> (gold items, parsed items)."""
    found = {}
    for path in sorted(HERE.glob("*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        wanted = gold_items(gold)
        for name in gold["files"]:
            if only in name:
                plan = plan_items(json.loads(vnplan.parse(path.parent / name).model_dump_json()))
                found[name] = {aspect: (items, plan[aspect]) for aspect, items in wanted.items()}
    return found


def f1(pairs: list[tuple[Items, Items]]) -> tuple[float, int]:
    """F1 and the number of gold items over several documents."""
    hits = sum((gold & got).total() for gold, got in pairs)
    wanted, given = sum(g.total() for g, _ in pairs), sum(p.total() for _, p in pairs)
    return (2 * hits / (wanted + given) if wanted + given else 1.0), wanted


def measure(scores: dict[str, Scores]) -> dict[str, dict[str, float]]:
    """Aspect -> F1 and item count over all documents."""
    aspects = next(iter(scores.values()))
    result = {}
    for aspect in aspects:
        value, items = f1([document[aspect] for document in scores.values()])
        result[aspect] = {"f1": round(value, 4), "items": items}
    return result


def fingerprint() -> dict[str, str]:
    """Every gold file and rendition with its SHA-256."""
    files = sorted(p for p in HERE.glob("*/*") if p.name == "gold.json" or p.stem == p.parent.name)
    return {p.relative_to(HERE).as_posix(): sha256(p.read_bytes()).hexdigest() for p in files}


def pin(measured: dict[str, dict[str, float]], lower: str | None) -> None:
    """Write the baseline; a floor sinks only with a reason, which is kept."""
    old = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {"aspects": {}, "lowered": []}
    sunk = [
        a for a, v in old["aspects"].items() if a not in measured or any(measured[a][k] < v[k] for k in ("f1", "items"))
    ]
    if sunk and not lower:
        sys.exit(f"refusing to lower {', '.join(sunk)}; say why with --lower")
    lowered = old["lowered"] + ([f"{', '.join(sunk)}: {lower}"] if sunk else [])
    new = {"aspects": measured, "inputs": fingerprint(), "lowered": lowered}
    BASELINE.write_text(json.dumps(new, ensure_ascii=False, indent=1) + "\n", "utf-8")


def main() -> int:
    """Print the table; see the module's docstring."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    ask.add_argument("only", nargs="?", default="", help="documents whose file name contains this")
    ask.add_argument("-v", "--verbose", action="store_true", help="show each miss and each extra")
    ask.add_argument("--pin", action="store_true", help="write the measured scores as floors")
    ask.add_argument("--lower", metavar="WHY", help="let --pin lower a floor")
    told = ask.parse_args()
    scores = score(told.only)
    for name, document in scores.items() if told.verbose else ():
        for aspect, (gold, got) in document.items():
            for sign, items in (("miss ", gold - got), ("extra", got - gold)):
                print(*(f"{name} · {aspect} · {sign} {item}" for item in items), sep="\n", end="\n" if items else "")
    measured = measure(scores)
    print(f"{'aspect':16}{'F1':>8}{'items':>8}")
    for aspect, value in measured.items():
        print(f"{aspect:16}{value['f1']:8.3f}{value['items']:8.0f}")
    if told.pin:
        pin(measured, told.lower)
    return 0


if __name__ == "__main__":
    sys.exit(main())
