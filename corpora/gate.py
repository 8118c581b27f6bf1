"""Measure vnplan on the documents of this folder, and hold the line.

    python corpora/gate.py                    # the figures of every set that can be had here; 1 where one sank
    python corpora/gate.py pack               # one set
    python corpora/gate.py --pin              # write baseline.json; refuses to lower a floor
    python corpora/gate.py --pin --lower WHY  # unless told why, which is written down

Sets: ``specimens`` (clean plans, the first that were written), ``pack`` (the gold pack's split ``gate``, without scans),
``scans`` (its scans, where OCR is installed), ``shared`` (real documents with gold beside this checkout, where they are),
and ``watch`` (the pack's other split), which is printed and never held: nobody tunes on it.

``baseline.json`` holds, for each set, the floor of every aspect over all documents, by format and by kind of document, the
number of items, and a fingerprint of every input, so that shrinking or changed inputs show.
"""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

import vnplan
from vnplan.models.analysis.scores import Evaluation, ScoreGroup, Way
from vnplan.readers import ocr

HERE = Path(__file__).parent
PACK, BASELINE = HERE / "pack", HERE / "baseline.json"
SHARED = HERE.parent.parent / "shared"
GROUPS = (ScoreGroup.ALL, ScoreGroup.FORMAT, ScoreGroup.KIND)
TEXTS = ("docx", "html", "md", "pdf", "txt")
Measured = dict[str, dict[str, float]]
"""``group/name`` -> aspect -> F1; under ``items`` the number of items of each aspect."""


@dataclass(frozen=True)
class Set:
    """Documents that are measured together."""

    name: str
    gold: Path
    files: Path | None = None
    split: str | None = None
    without: tuple[str, ...] = ()
    held: bool = True
    margin: float = 0.0
    """How far below what was measured the floor is set: where figures are not full, a gain in one place costs a little in
    another, and OCR differs a little from version to version."""

    def there(self) -> bool:
        """Whether it can be measured here."""
        return self.gold.is_dir() and (self.name != "scans" or ocr.available())


SETS = (
    Set("specimens", HERE),
    Set("pack", PACK, split="gate", without=("scan",), margin=0.005),
    Set("scans", PACK, split="gate", without=TEXTS, margin=0.03),
    Set("shared", SHARED / "gold", SHARED / "corpus", without=("scan", "broken", "doc"), margin=0.002),
    Set("watch", PACK, split="watch", without=("scan",), held=False),
)


def evaluated(one: Set) -> Evaluation:
    """The figures of a set."""
    return vnplan.evaluate(one.gold, files=one.files, split=one.split, without=one.without)


def measure(one: Set) -> Measured:
    """F1 of each aspect over all documents, by format and by kind."""
    found: Measured = {"items": {}}
    for score in evaluated(one).scores:
        if score.way is Way.VALUE and score.group in GROUPS:
            found.setdefault(f"{score.group.value}/{score.name}", {})[score.aspect] = score.f1
            if score.group is ScoreGroup.ALL:
                found["items"][score.aspect] = score.gold
    return found


def fingerprint() -> dict[str, str]:
    """Every gold file and rendition of this folder with its SHA-256."""
    files = [p for p in HERE.glob("*/*") if p.name == "gold.json" or p.stem == p.parent.name]
    files += [p for p in PACK.glob("*/*") if p.name == "gold.json" or p.name.startswith(f"{p.parent.name}.")]
    return {p.relative_to(HERE).as_posix(): sha256(p.read_bytes()).hexdigest() for p in sorted(files)}


def lowered_by(measured: Measured, margin: float) -> Measured:
    """The floors of what was measured; numbers of items and full figures have no margin."""
    return {
        group: {
            aspect: value if group == "items" or value == 1 else max(round(value - margin, 4), 0.0)
            for aspect, value in aspects.items()
        }
        for group, aspects in measured.items()
    }


def sunk(floors: Measured, now: Measured) -> Iterator[str]:
    """Every figure that fell below its floor or is gone."""
    for group, aspects in floors.items():
        for aspect, floor in aspects.items():
            if now.get(group, {}).get(aspect, -1.0) < floor:
                yield f"{group} {aspect}: {now.get(group, {}).get(aspect)} under {floor}"


def pin(measured: dict[str, Measured], lower: str | None) -> None:
    """Write the baseline; a floor sinks only with a reason, which is kept. Sets that were not measured stay as they are.

    What is measured between a floor and its margin leaves the floor where it was.
    """
    old: dict[str, Any] = json.loads(BASELINE.read_text("utf-8")) if BASELINE.exists() else {}
    old = {"sets": {}, "lowered": []} | old
    fell = [f"{name} {what}" for name, now in measured.items() for what in sunk(old["sets"].get(name, {}), now)]
    if fell and not lower:
        sys.exit("refusing to lower; say why with --lower:\n  " + "\n  ".join(fell))
    lowered = old["lowered"] + ([{"why": lower, "figures": fell}] if fell else [])
    margins = {one.name: one.margin for one in SETS}
    floors = {
        name: raised(lowered_by(now, margins.get(name, 0.0)), {} if fell else old["sets"].get(name, {}))
        for name, now in measured.items()
    }
    new = {"sets": old["sets"] | floors, "inputs": fingerprint(), "lowered": lowered}
    BASELINE.write_text(json.dumps(new, ensure_ascii=False, indent=1, sort_keys=True) + "\n", "utf-8")


def raised(floors: Measured, old: Measured) -> Measured:
    """The higher of two floors everywhere."""
    return {
        group: {aspect: max(value, old.get(group, {}).get(aspect, 0.0)) for aspect, value in aspects.items()}
        for group, aspects in floors.items()
    }


def show(name: str, measured: Measured) -> None:
    """Print the aspects of a set, by format beside them."""
    groups = [group for group in measured if group.startswith(("all/", "format/"))]
    print(f"\n{name:18}{'items':>8}" + "".join(f"{group.split('/')[1]:>8}" for group in groups))
    for aspect, items in measured["items"].items():
        figures = "".join(
            f"{measured[group][aspect]:8.3f}" if aspect in measured[group] else f"{'-':>8}" for group in groups
        )
        print(f"{aspect:18}{items:8.0f}{figures}")


def main(given: Sequence[str] | None = None) -> int:
    """See the module's docstring."""
    ask = argparse.ArgumentParser(description=(__doc__ or "").split("\n", 1)[0])
    ask.add_argument("only", nargs="*", help="names of sets")
    ask.add_argument("--pin", action="store_true", help="write the measured figures as floors")
    ask.add_argument("--lower", metavar="WHY", help="let --pin lower a floor")
    told = ask.parse_args(given)
    measured = {}
    for one in SETS:
        if (one.name in told.only or not told.only) and one.there():
            figures = measure(one)
            show(one.name, figures)
            measured |= {one.name: figures} if one.held else {}
    if told.pin:
        pin(measured, told.lower)
        return 0
    floors = json.loads(BASELINE.read_text("utf-8"))["sets"]
    fell = [f"{name} {what}" for name, now in measured.items() for what in sunk(floors.get(name, {}), now)]
    print("", *fell, sep="\n", file=sys.stderr)
    return 1 if fell else 0


if __name__ == "__main__":
    sys.exit(main())
