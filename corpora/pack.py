"""The gold pack: look at its documents, check annotations, compile gold.

python corpora/pack.py blocks ID            # each line and cell with its id
python corpora/pack.py check ID [first]     # what does not fit in one annotation
python corpora/pack.py differ ID            # where the two annotations disagree
python corpora/pack.py render [ID]          # the files that a parser reads, by renditions.toml (LibreOffice for PDF)
python corpora/pack.py build                # gold.json of every document from agreed.json, and agreement.json
"""

from __future__ import annotations

import argparse
import json
import sys
from pathlib import Path

from agreement import compare, counted
from annotation import compile_gold
from renditions.files import file_name, wanted, write
from source import blocks, read

from vnplan.evaluation.integrity import findings
from vnplan.evaluation.load import load

PACK = Path(__file__).parent / "pack"


def folders(only: str = "") -> list[Path]:
    """Every document's folder, in order of name."""
    return sorted(path.parent for path in PACK.glob("*/source.txt") if only in path.parent.name)


def gold_text(folder: Path) -> str:
    """The gold file of a document as it is written, with the renditions that carry it."""
    gold = compile_gold(folder).gold
    for name in wanted(folder):
        file = file_name(folder, name)
        # A scan is a PDF, but read by other means.
        kind = "scan" if name.startswith("scan") else file.rsplit(".", 1)[-1]
        gold["files"].append({"name": file, "rendition": name, "format": kind})
    return json.dumps(gold, ensure_ascii=False, indent=1) + "\n"


def agreement_text() -> str:
    """``agreement.json``: how far the two annotations of each document agree, by aspect, before they were settled."""
    return json.dumps(counted(folders()), ensure_ascii=False, indent=1) + "\n"


def show_blocks(folder: Path) -> None:
    """Print each block with its id and place."""
    for block in blocks(read(folder / "source.txt")):
        print(f"{block.id}\t[{block.place}]\t{block.text}")


def check(folder: Path, name: str) -> int:
    """Print what does not fit in an annotation; how many findings."""
    compiled = compile_gold(folder, name)
    for finding in compiled.findings:
        print(f"{folder.name}: {finding}")
    sizes = {key: len(value) for key, value in compiled.gold.items() if isinstance(value, list) and key != "classes"}
    print(f"{folder.name}: {len(compiled.findings)} findings; {sizes}")
    return len(compiled.findings)


def differ(folder: Path) -> None:
    """Print each item that only one of the two annotations has."""
    for aspect, (first, second) in compare(folder).items():
        for sign, items in (("first ", first - second), ("second", second - first)):
            for item, times in sorted(items.items(), key=lambda pair: str(pair[0])):
                print(f"{aspect} · only {sign} · {item}{f' x{times}' if times > 1 else ''}")


def build() -> int:
    """Write gold.json of every document that has an agreed annotation."""
    wrong = 0
    for folder in folders():
        if (folder / "agreed.json").exists():
            wrong += check(folder, "agreed")
            (folder / "gold.json").write_text(gold_text(folder), "utf-8")
    for case in load(PACK):
        for finding in findings(case):
            print(f"{case.gold.id}: {finding}")
            wrong += 1
    (PACK / "agreement.json").write_text(agreement_text(), "utf-8")
    return 1 if wrong else 0


def main() -> int:
    """See the module's docstring."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    ask.add_argument("command", choices=("blocks", "check", "differ", "render", "build"))
    ask.add_argument("id", nargs="?", default="")
    ask.add_argument("name", nargs="?", default="first")
    told = ask.parse_args()
    if told.command == "build":
        return build()
    found = folders(told.id)
    if not found:
        sys.exit(f"no document of the pack is named like {told.id!r}")
    if told.command == "check":
        return 1 if sum(check(folder, told.name) for folder in found if (folder / f"{told.name}.json").exists()) else 0
    if told.command == "render":
        for folder in found:
            print(*write(folder), sep="\n")
        return 0
    for folder in found:
        (show_blocks if told.command == "blocks" else differ)(folder)
    return 0


if __name__ == "__main__":
    sys.exit(main())
