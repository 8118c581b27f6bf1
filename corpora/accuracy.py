"""Measure everything once and write the tables of the README and of docs/accuracy.md.

    python corpora/accuracy.py            # measure, write figures.json and the tables (some ten minutes with scans)
    python corpora/accuracy.py peers      # measure one part again: sets, peers or ladder
    python corpora/accuracy.py --tables   # only write the tables, from figures.json

Systems whose libraries are not installed keep the figures that they had (``pip install -e '.[peers]'`` brings them); so do
sets of documents that are not here.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from gate import HERE, PACK, SETS, Set, evaluated, fingerprint

import vnplan
from vnplan.errors import MissingDependency
from vnplan.evaluation.damage import KINDS
from vnplan.evaluation.load import load
from vnplan.models.analysis.scores import Evaluation, ScoreGroup, Way

ROOT = HERE.parent
FIGURES, DOCS, README = HERE / "figures.json", ROOT / "docs" / "accuracy.md", ROOT / "README.md"
PEERS = ("vnplan", "docling", "pdfplumber-rows", "spacy-rules", "one-line-regex")
MODEL, BESIDE = "langextract", "vnplan (same files)"
ANSWERS = PACK / "answers"
PARTS = ("sets", "peers", "ladder")
LADDER = ("header", "references", "agencies", "outline", "tasks", "duties", "assignments")
ABOUT = {
    "specimens": "specimens: clean plans",
    "pack": "gold pack, split `gate`",
    "watch": "gold pack, split `watch` (printed only)",
    "scans": "gold pack, scans",
    "shared": "real documents",
}
Figures = dict[str, Any]


def rows(result: Evaluation, group: ScoreGroup, way: Way = Way.VALUE) -> Iterable[tuple[str, str, Any]]:
    """``(name in its group, aspect, score)`` of one system's figures."""
    return ((s.name, s.aspect, s) for s in result.scores if s.group is group and s.way is way)


def of_set(one: Set) -> Figures:
    """The figures of a set: overall with intervals, by format and by kind."""
    result = evaluated(one)
    overall = {
        aspect: {name: getattr(s, name) for name in ("gold", "precision", "recall", "f1", "low", "high")}
        for _, aspect, s in rows(result, ScoreGroup.ALL)
    }
    parts: Figures = {"documents": result.documents, "files": result.files, "all": overall}
    for group in (ScoreGroup.FORMAT, ScoreGroup.KIND):
        found = parts[group.value] = {}
        for name, aspect, s in rows(result, group):
            found.setdefault(name, {})[aspect] = s.f1
    return parts


def of_peers(old: Figures) -> Figures:
    """Every system on the pack without scans; one that is not installed keeps its old figures."""
    found: Figures = {}
    for name in PEERS:
        try:
            found[name] = of_system(vnplan.evaluate(PACK, (name,), without=("scan",)), name)
        except MissingDependency as error:
            print(f"{name}: {error.reason}; its old figures stay", file=sys.stderr)
            found |= {name: old[name]} if name in old else {}
    try:
        return found | of_answers()
    except MissingDependency as error:
        print(f"{MODEL}: {error.reason}; its old figures stay", file=sys.stderr)
        return found | {name: old[name] for name in (MODEL, BESIDE) if name in old}


def of_system(result: Evaluation, name: str) -> Figures:
    """What a system is for, how many files it read, and its F1 by aspect."""
    system = next(system for system in result.systems if system.name == name)
    return {
        "about": system.about,
        "cannot": system.cannot,
        "files": system.files - len(system.failures),
        "f1": {aspect: s.f1 for _, aspect, s in rows(result, ScoreGroup.ALL) if s.system == name},
    }


def of_answers() -> Figures:
    """The recorded answers of a model, and vnplan on the same files."""
    answered = {path.name.removesuffix(".txt") for path in ANSWERS.glob("*.*.*.txt")}
    with TemporaryDirectory() as folder:
        for case in load(PACK):
            files = tuple(file for file in case.gold.files if file.name in answered)
            if files:
                kept = case.gold.model_copy(update={"files": files})
                (Path(folder) / f"{kept.id}.json").write_text(kept.model_dump_json(), "utf-8")
        result = vnplan.evaluate(folder, (MODEL, "vnplan"), files=PACK, answers=ANSWERS)
    beside = of_system(result, "vnplan") | {"about": "the same, on the files that the model answered"}
    return {MODEL: of_system(result, MODEL), BESIDE: beside}


def of_ladder() -> Figures:
    """vnplan on the gold's own text, damaged more and more: kind -> strength -> aspect -> F1."""
    ladder: Figures = {}
    for kind in KINDS:
        strengths = ladder[kind] = {}
        for strength, aspect, s in rows(vnplan.evaluate(PACK, damage=kind), ScoreGroup.STRENGTH):
            if aspect in LADDER:
                strengths.setdefault(strength, {})[aspect] = s.f1
    return ladder


def of_sets(old: Figures) -> Figures:
    """Every set that is here; the others keep their old figures."""
    found = dict(old)
    for one in SETS:
        if one.there():
            print(one.name, file=sys.stderr)
            found[one.name] = of_set(one)
    return found


def measure(parts: Iterable[str]) -> Figures:
    """Measure ``parts`` again; the rest stays as it was."""
    old: Figures = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else {}
    makers = {"sets": of_sets, "peers": of_peers, "ladder": lambda _: of_ladder()}
    new = {part: makers[part](old.get(part, {})) if part in parts else old.get(part, {}) for part in PARTS}
    gold = {name: sign for name, sign in fingerprint().items() if name.endswith("gold.json")}
    return {"gold": gold, **new, "agreement": json.loads((PACK / "agreement.json").read_text("utf-8"))}


def table(heads: Iterable[str], lines: Iterable[Iterable[object]]) -> str:
    """A Markdown table; figures with three digits, a dash for none."""

    def shown(value: object) -> str:
        return "-" if value is None else f"{value:.3f}" if isinstance(value, float) else str(value)

    head = [*heads]
    out = [head, ["---"] * len(head), *([shown(value) for value in line] for line in lines)]
    return "\n".join(f"| {' | '.join(line)} |" for line in out)


def summary(figures: Figures) -> str:
    """The README's table: F1 of every aspect, a column a set."""
    names = [name for name in ABOUT if name in figures["sets"]]
    aspects = list(dict.fromkeys(a for name in names for a in figures["sets"][name]["all"]))
    lines = [[a, *(figures["sets"][n]["all"].get(a, {}).get("f1") for n in names)] for a in aspects]
    return table(["aspect", *(ABOUT[name] for name in names)], lines)


def sections(figures: Figures) -> dict[str, str]:
    """Name of a block of docs/accuracy.md -> its words."""
    pack = figures["sets"]["pack"]
    aspects = list(pack["all"])
    found = {"summary": summary(figures)}
    found["pack"] = table(
        ["aspect", "items", "precision", "recall", "F1", "95 %"],
        ([a, r["gold"], r["precision"], r["recall"], r["f1"], _interval(r)] for a, r in pack["all"].items()),
    )
    for group in ("format", "kind"):
        names = list(pack[group])
        lines = ([a, *(pack[group][name].get(a) for name in names)] for a in aspects)
        found[group] = table(["aspect", *names], lines)
    peers = figures["peers"]
    answered = list(dict.fromkeys(a for peer in peers.values() for a in peer["f1"]))
    found["peers"] = table(["aspect", *peers], ([a, *(p["f1"].get(a) for p in peers.values())] for a in answered))
    found["systems"] = table(
        ["system", "files read", "for", "does not"],
        ([n, p["files"], p["about"], p["cannot"] or "-"] for n, p in peers.items()),
    )
    for kind, strengths in figures["ladder"].items():
        found[f"ladder-{kind}"] = table(
            ["strength", *LADDER], ([s, *(v.get(a) for a in LADDER)] for s, v in strengths.items())
        )
    found["agreement"] = table(
        ["aspect", "first", "second", "in both", "F1"],
        ([a, r["first"], r["second"], r["both"], r["f1"]] for a, r in figures["agreement"].items()),
    )
    return found


def _interval(row: dict[str, Any]) -> str | None:
    return None if row["low"] is None else f"{row['low']:.3f} - {row['high']:.3f}"


def filled(page: str, blocks: dict[str, str]) -> str:
    """A page with the blocks between their marks (``<!-- accuracy: NAME -->`` ... ``<!-- end -->``) written anew."""

    def block(match: re.Match[str]) -> str:
        return f"<!-- accuracy: {match[1]} -->\n{blocks[match[1]]}\n<!-- end -->"

    return re.sub(r"<!-- accuracy: ([\w-]+) -->\n.*?<!-- end -->", block, page, flags=re.DOTALL)


def main() -> None:
    """See the module's docstring."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    ask.add_argument("parts", nargs="*", choices=[*PARTS, []], help="what to measure again; default: everything")
    ask.add_argument("--tables", action="store_true", help="only write the tables, from figures.json")
    told = ask.parse_args()
    if not told.tables:
        FIGURES.write_text(json.dumps(measure(told.parts or PARTS), ensure_ascii=False, indent=1) + "\n", "utf-8")
    blocks = sections(json.loads(FIGURES.read_text("utf-8")))
    for path in (DOCS, README):
        path.write_text(filled(path.read_text("utf-8"), blocks), "utf-8")


if __name__ == "__main__":
    main()
