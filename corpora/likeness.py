"""How like real documents the pack is: the same measures over both, side by side.

    python corpora/likeness.py                       # the pack alone
    python corpora/likeness.py ../shared/corpus      # beside a folder of real documents

Each measure is taken by vnplan on one file a document (text before Word before PDF). Real files that were cut to their first
5,000 characters count for the measures of density, not for those of size. Columns: tenth, median and ninetieth hundredth.
"""

from __future__ import annotations

import argparse
import json
import re
from pathlib import Path
from statistics import mean
from typing import Any

import vnplan
from vnplan.errors import VnplanError

HERE = Path(__file__).parent
ORDER = (".txt", ".md", ".docx", ".html", ".pdf")
SIZES = ("words", "numbered items", "bullets", "tables", "table rows", "tasks")
CUT = range(4_000, 5_400)  # characters of a file that holds only an opening
PAGE = 450  # words on a page of such documents
SENTENCE = re.compile(r"(?<=[.;:!?])\s+(?=[^\W\d_a-zà-ỹ]|[-+])")
WHOLE = re.compile(r"\d+(?:/\d{4})?[/-][A-ZĐ]")
BROKEN = re.compile(r"\d+(?:\s+[/-]\s*|[/-]\s+)[A-ZĐ][\w-]*[A-ZĐ]")


def measure(path: Path) -> dict[str, float]:
    """The measures of one file."""
    plan = json.loads(vnplan.parse(path).model_dump_json())
    text = plan["text"]
    words = len(text.split())
    sections = list(_walk([*plan["sections"], *(s for a in plan["attachments"] for s in a["sections"])]))
    numbered = [s for s in sections if s["label"] and s["kind"] not in ("bullet", "paragraph", "preamble")]
    lengths = [len(one.split()) for one in SENTENCE.split(text) if len(one.split()) > 2]
    pages = max(words / PAGE, 1)
    broken, whole = len(BROKEN.findall(text)), len(WHOLE.findall(text))
    return {
        "words": words,
        "words a sentence": mean(lengths) if lengths else 0,
        "numbering depth": max((s["level"] for s in numbered), default=0),
        "numbered items": len(numbered),
        "bullets": sum(s["kind"] == "bullet" for s in sections),
        "citations a page": len(plan["citations"]) / pages,
        "bodies a page": len(plan["agencies"]) / pages,
        "tables": len(plan["tables"]),
        "table rows": sum(len(t["rows"]) for t in plan["tables"]),
        "tasks": len(plan["tasks"]),
        "broken numbers, %": 100 * broken / (broken + whole) if broken + whole else 0,
        "characters": len(text),
    }


def _walk(sections: list[dict[str, Any]]) -> list[dict[str, Any]]:
    return [one for section in sections for one in (section, *_walk(section["children"]))]


def documents(folder: Path) -> list[Path]:
    """One readable file a document: the first of its forms."""
    found: dict[str, Path] = {}
    files = (
        path
        for path in folder.rglob("*")
        if path.suffix in ORDER and "scan" not in path.name and "broken" not in path.name
    )
    for path in sorted(files, key=lambda p: (ORDER.index(p.suffix), p.name)):
        # In the pack a document's files bear the name of their folder; what else lies there are words about it.
        if folder.name != "pack" or path.name.startswith(f"{path.parent.name}."):
            found.setdefault(path.name.split(".")[0], path)
    return sorted(found.values())


def table(folder: Path) -> dict[str, tuple[float, float, float]]:
    """Measure -> its tenth, median and ninetieth hundredth over the documents of a folder."""
    rows = []
    for path in documents(folder):
        try:
            rows.append(measure(path))
        except VnplanError as error:
            print(f"left out: {error}")
    found = {}
    for name in rows[0]:
        values = sorted(row[name] for row in rows if name not in SIZES or int(row["characters"]) not in CUT)
        found[name] = tuple(values[round(q * (len(values) - 1))] for q in (0.1, 0.5, 0.9))
    print(
        f"{folder.name}: {len(rows)} documents, {sum(int(row['characters']) not in CUT for row in rows)} of them whole"
    )
    return {name: value for name, value in found.items() if name != "characters"}  # type: ignore[misc]


def main() -> None:
    """Print the table."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    ask.add_argument("real", nargs="?", type=Path, help="a folder of real documents")
    told = ask.parse_args()
    sides = [table(folder) for folder in (HERE / "pack", told.real) if folder]
    names = ("pack", "real")[: len(sides)]
    heads = ["measure", *(f"{name}: {at}" for name in names for at in ("tenth", "median", "ninetieth"))]
    print(f"| {' | '.join(heads)} |", f"|{' --- |' * len(heads)}", sep="\n")
    for name in sides[0]:
        print(f"| {name} | {' | '.join(f'{value:.1f}' for side in sides for value in side[name])} |")


if __name__ == "__main__":
    main()
