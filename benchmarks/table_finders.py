"""Which finder gets a table back whose lines are missing or do not meet, measured on real tables.

    python benchmarks/table_finders.py FILE.pdf [FILE.pdf ...]

Every page's closed tables of three columns and rows or more are the truth;
their lines are then taken apart (corners left open, upright or level lines
removed, none left) and each finder is asked for the words of every cell.
``vnplan`` is the whole layout with its second finder, ``own`` the same
without it; the others are pdfplumber's strategies on the same words and lines.
"""

from __future__ import annotations

import argparse
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable
from dataclasses import replace
from pathlib import Path
from unittest import mock

from pdfplumber.table import TableFinder, TableSettings

from vnplan.readers.limits import Limits
from vnplan.readers.pdf import page_order, pdfium
from vnplan.readers.pdf.grids import pdfplumber_finder, ruled
from vnplan.readers.pdf.page import Box, Page, RawGrid, Rule

OPEN = 5.0
"""Points by which corners are opened."""
STRATEGIES = {
    "lines": {},
    "wide": {"join_tolerance": 12, "intersection_tolerance": 12},
    "v-text": {"vertical_strategy": "text"},
    "h-text": {"horizontal_strategy": "text"},
    "text": {"vertical_strategy": "text", "horizontal_strategy": "text"},
}


def is_level(rule: Rule) -> bool:
    return rule.x1 - rule.x0 >= rule.bottom - rule.top


def opened(rule: Rule) -> Rule:
    if is_level(rule):
        return Rule(rule.x0 + OPEN, rule.top, rule.x1 - OPEN, rule.bottom)
    return Rule(rule.x0, rule.top + OPEN, rule.x1, rule.bottom - OPEN)


def borders(grids: list[RawGrid]) -> list[Rule]:
    """The four borders of every cell."""
    found = []
    for cell in (cell for grid in grids for cell in grid.cells):
        x0, top, x1, bottom = cell.x0, cell.top, cell.x1, cell.bottom
        found += [Rule(x0, top, x1, top), Rule(x0, bottom, x1, bottom), Rule(x0, top, x0, bottom)]
        found.append(Rule(x1, top, x1, bottom))
    return found


def whole(rules: Iterable[Rule]) -> list[Rule]:
    level, upright = ruled.levels_of(list(rules))
    return [Rule(a, y, b, y) for y, spans in level for a, b in spans] + [
        Rule(x, a, x, b) for x, spans in upright for a, b in spans
    ]


DAMAGE: dict[str, Callable[[list[Rule]], list[Rule]]] = {
    "closed": lambda rules: rules,
    "open corners": lambda rules: [opened(r) for r in rules if max(r.x1 - r.x0, r.bottom - r.top) > 3 * OPEN],
    "level only": lambda rules: [r for r in whole(rules) if is_level(r)],
    "upright only": lambda rules: [r for r in whole(rules) if not is_level(r)],
    "no lines": lambda _: [],
}


class Fed:
    """A page for pdfplumber's finder with PDFium's words and lines."""

    def __init__(self, page: Page) -> None:
        self.bbox = (0, 0, page.width, page.height)
        self.chars: list[object] = []
        self.edges = [pdfplumber_finder.edge("h" if is_level(rule) else "v", *rule) for rule in page.rules]
        self._words = [{"text": w.text, "x0": w.x0, "x1": w.x1, "top": w.top, "bottom": w.bottom} for w in page.words]

    def extract_words(self, **_: object) -> list[dict[str, object]]:
        return self._words


def by_plumber(page: Page, settings: dict[str, object]) -> list[Box]:
    return [box for table in TableFinder(Fed(page), TableSettings.resolve(settings)).tables for box in table.cells]


def by_vnplan(page: Page) -> list[list[str]]:
    grids = [item for item in page_order.sheet(page).items if isinstance(item, RawGrid)]
    return [" ".join(line.text for line in cell.lines).split() for grid in grids for cell in grid.cells]


def by_own(page: Page) -> list[list[str]]:
    with mock.patch.object(pdfplumber_finder, "grids", return_value=[]):
        return by_vnplan(page)


def words_in(page: Page, boxes: Iterable[Box]) -> list[list[str]]:
    return [
        [w.text for w in page.words if x0 <= (w.x0 + w.x1) / 2 < x1 and top <= (w.top + w.bottom) / 2 < bottom]
        for x0, top, x1, bottom in boxes
    ]


def likeness(found: list[list[str]], truth: list[list[str]]) -> float:
    """F1 over cells with words: a cell counts if it holds exactly the same words."""
    a, b = (Counter(tuple(sorted(words)) for words in side if words) for side in (found, truth))
    return 2 * (a & b).total() / max(a.total() + b.total(), 1)


def main() -> None:
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("files", nargs="+", type=Path)
    finders: dict[str, Callable[[Page], list[list[str]]]] = {"vnplan": by_vnplan, "own": by_own}
    for name, settings in STRATEGIES.items():
        finders[name] = lambda page, settings=settings: words_in(page, by_plumber(page, settings))  # type: ignore[misc]
    scores: dict[tuple[str, str], list[float]] = defaultdict(list)
    spent: dict[str, float] = defaultdict(float)
    for path in options.parse_args().files:
        with pdfium.open_pdf(path.read_bytes(), path.name, Limits()) as pdf:
            for page in pdf.pages():
                grids = [g for g in ruled.grids(page.rules, page.number) if g.columns > 2 and g.rows > 2]
                if not grids:
                    continue
                truth = words_in(page, [(c.x0, c.top, c.x1, c.bottom) for g in grids for c in g.cells])
                for damage, change in DAMAGE.items():
                    changed = replace(page, rules=change(borders(grids)))
                    for name, find in finders.items():
                        started = time.process_time()
                        scores[damage, name].append(likeness(find(changed), truth))
                        spent[name] += time.process_time() - started
    pages = len(scores[next(iter(scores))]) if scores else 0
    print(f"{pages} pages; F1 over cells in per cent, and milliseconds a page")
    print(f"{'':14}" + "".join(f"{name:>9}" for name in finders))
    for damage in DAMAGE if pages else ():
        means = [100 * sum(scores[damage, name]) / pages for name in finders]
        print(f"{damage:14}" + "".join(f"{mean:9.1f}" for mean in means))
    print(f"{'ms a page':14}" + "".join(f"{1000 * spent[n] / max(pages, 1) / len(DAMAGE):9.1f}" for n in finders))


if __name__ == "__main__":
    main()
