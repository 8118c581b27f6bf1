"""Page numbers and running heads: set aside, never thrown away."""

from __future__ import annotations

import re
from collections import Counter, defaultdict

from vnplan.readers.pdf.page import PageLine, Sheet

_PAGE_NUMBER = re.compile(r"[-–—\s]*(?:trang|page)?\s*(\d{1,4})(?:\s*/\s*\d{1,4})?[-–—\s]*\Z", re.IGNORECASE)
_ZONE = 0.12
"""Part of the page's height at top and bottom where furniture stands."""
_DIGITS = re.compile(r"\d+")


def set_aside(sheets: list[Sheet]) -> None:
    """Move page numbers and running heads from the items of each sheet to its furniture."""
    _numbers(sheets)
    _running(sheets)


def _ends(sheet: Sheet) -> list[PageLine]:
    """The two lines that stand highest and the two that stand lowest, where they stand in the margins."""
    plain = [item for item in (*sheet.items[:2], *sheet.items[-2:]) if isinstance(item, PageLine)]
    low, high = sheet.height * (1 - _ZONE), sheet.height * _ZONE
    unique = {id(line): line for line in plain if line.bottom < high or line.top > low}
    return list(unique.values())


def _numbers(sheets: list[Sheet]) -> None:
    found: list[tuple[Sheet, PageLine, int]] = []
    for sheet in sheets:
        for line in _ends(sheet):
            match = _PAGE_NUMBER.match(line.text)
            if match and (line is sheet.items[0] or line is sheet.items[-1]):
                found.append((sheet, line, int(match[1]) - sheet.number))
    steps = Counter(step for _, _, step in found)
    for sheet, line, step in found:
        if step == 0 or steps[step] > 1:
            _move(sheet, line)


def _running(sheets: list[Sheet]) -> None:
    places: dict[tuple[str, int], list[tuple[Sheet, PageLine]]] = defaultdict(list)
    for sheet in sheets:
        for line in _ends(sheet):
            places[_DIGITS.sub("#", line.text), round(line.top / 4)].append((sheet, line))
    for same in places.values():
        # On three pages and a quarter of all: a heading of a form may come twice.
        if len({sheet.number for sheet, _ in same}) >= max(3, len(sheets) // 4):
            for sheet, line in same:
                _move(sheet, line)


def _move(sheet: Sheet, line: PageLine) -> None:
    sheet.items = [item for item in sheet.items if item is not line]
    sheet.furniture.append(line)
