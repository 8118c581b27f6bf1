"""How often OCR is right about a word that it trusts so much: where ``sure-word`` and ``ocr-noise`` should lie.

    python benchmarks/ocr_trust.py         # prints tables, writes nothing; needs Tesseract

Every whole-page look at the scans of the gold pack (but those of its ``watch`` documents) is recorded while they are
parsed, and its words are laid against those of the gold, in order: a word is right where both have it at one place.
Syllables tell of ``sure-word``; what has fewer than two letters or figures tells of ``ocr-noise``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from search_trials import HELD_BACK, PACK

import vnplan
from vnplan.readers import ocr
from vnplan.text.syllable import is_syllable

STEP = 10
"""Width of a row of the tables, in per cent of trust."""
WHOLE_PAGE = 40
"""Words from which a look is one at a page, not at a strip cut out of it."""
SIGNS = " .,;:()[]\"'“”"

Looks = list[list[ocr.Seen]]


def scans() -> Iterator[tuple[Any, Any]]:
    """Scan and gold of each document that may be fitted to."""
    for path in sorted(PACK.glob("*/gold.json")):
        gold = json.loads(path.read_text("utf-8"))
        if gold["split"] != HELD_BACK:
            yield from ((path.parent / f["name"], gold) for f in gold["files"] if f["format"] == "scan")


def looks(path: Any) -> Looks:
    """What OCR saw at every look of one parse."""
    found: Looks = []
    see = ocr.recognise

    def record(*args: Any, **kwargs: Any) -> list[ocr.Seen]:
        seen = see(*args, **kwargs)
        found.append(list(seen))
        return seen

    ocr.recognise = record
    try:
        vnplan.parse(path)
    finally:
        ocr.recognise = see
    return [look for look in found if len(look) >= WHOLE_PAGE]


def judged(look: list[ocr.Seen], words: list[str]) -> Iterator[tuple[ocr.Seen, bool]]:
    """Each word seen, and whether the gold has it at its place."""
    blocks = SequenceMatcher(None, [one.text for one in look], words, autojunk=False).get_matching_blocks()
    right = {i for block in blocks for i in range(block.a, block.a + block.size)}
    return ((one, i in right) for i, one in enumerate(look))


def main() -> None:
    """Print right and wrong words by trust."""
    tables: dict[str, Counter[tuple[int, bool]]] = {"syllables": Counter(), "fewer than two letters": Counter()}
    for path, gold in scans():
        words = gold["text"].replace(" | ", " ").split()
        seen = looks(path)
        print(f"{path.name}: {len(seen)} looks at pages, {sum(map(len, seen))} words", flush=True)
        for look in seen:
            for one, right in judged(look, words):
                bare = one.text.strip(SIGNS)
                row = min(99, int(one.trust)) // STEP * STEP
                if sum(c.isalnum() for c in one.text) < 2:
                    tables["fewer than two letters"][row, right] += 1
                elif is_syllable(bare):
                    tables["syllables"][row, right] += 1
    for name, table in tables.items():
        print(name)
        for row in range(0, 100, STEP):
            good, bad = table[row, True], table[row, False]
            share = f"{good / (good + bad):6.1%} right" if good + bad else ""
            print(f"  {row:3}-{row + STEP:3}  {good:6} right {bad:6} wrong  {share}")


if __name__ == "__main__":
    main()
