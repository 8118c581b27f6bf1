"""Lines and grids of words, as converters give them -> outline, tables and tasks by simple rules.

The first row of a grid is its heading; a column is what a word of its heading says; a row below is a task where a
column of titles was found. Names of bodies are those printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, Final

from vnplan.text.numerals import ROMAN

Grid = Sequence[Sequence[str]]
"""Rows of cells, all of one length."""

_HEADINGS: Final = {
    "title": re.compile(r"nhiệm vụ|nội dung"),
    "coordinating": re.compile(r"phối hợp"),
    "lead": re.compile(r"chủ trì|thực hiện"),
    "outputs": re.compile(r"sản phẩm|kết quả"),
    "no": re.compile(r"^s?tt$"),
}
"""Column -> a word of its heading; the first that fits counts."""
_TIME = re.compile(r"thời (?:gian|hạn)")
_PARTS = re.compile(r"\s*;\s*|,\s*(?=(?:sở|bộ|ubnd|ban|công an|các) )", re.IGNORECASE)
"""Between two bodies of a cell; commas inside a name (``Sở Văn hóa, Thể thao và Du lịch``) part nothing."""
_ITEM = re.compile(rf"^[#\s*-]*((?:{ROMAN}|\d+|[a-zđ])(?:\.\d+)*|Điều \d+)[.)][\s*]+(\S.*)$")
_LETTER_LEVEL = 3  # below Roman and Arabic numbers


def outline_of(lines: Iterable[str]) -> Iterator[dict[str, Any]]:
    """Lines that begin with a label, their level told by its kind: Roman, Arabic, letter."""
    for line in lines:
        found = _ITEM.match(line)
        if not found:
            continue
        *above, last = found[1].split(".")
        head = above[0] if above else last
        roman = re.fullmatch(ROMAN, head) is not None
        text = found[2].replace("**", "").strip()
        if found[1].startswith("Điều"):
            yield {"label": found[1], "level": 1, "text": text}
        elif roman:
            yield {"label": last, "level": 1 + len(above), "text": text}
        elif head.isdigit():
            yield {"label": found[1], "level": 2 + len(above), "text": text}
        else:
            yield {"label": last, "level": _LETTER_LEVEL, "text": text}


def columns_of(heading: Sequence[str]) -> list[str]:
    """What each column holds, ``other`` where no word tells."""
    found = []
    for cell in heading:
        words = " ".join(cell.lower().split())
        roles = ["time"] if _TIME.search(words) else [role for role, word in _HEADINGS.items() if word.search(words)]
        found.append(next((role for role in roles if role not in found), "other"))
    return found


def table_of(grid: Grid, name: str) -> dict[str, Any]:
    """A grid as a table whose first row is its heading."""
    columns = columns_of(grid[0])
    rows = [
        {
            "kind": "data" if r else "header",
            "cells": [{"text": words, "row": r, "column": c} for c, words in enumerate(row)],
        }
        for r, row in enumerate(grid)
    ]
    role = "assignment" if "title" in columns else "other"
    return {"id": name, "role": role, "columns": columns, "rows": rows}


def tasks_of(grid: Grid) -> Iterator[dict[str, Any]]:
    """The rows below a heading that has a column of titles."""
    columns = columns_of(grid[0])
    if "title" not in columns:
        return
    for row in grid[1:]:
        told = {role: " ".join(words.split()) for role, words in zip(columns, row, strict=False) if role != "other"}
        if told["title"] and sum(bool(words) for words in told.values()) > 1:
            bodies = {role: _PARTS.split(told[role]) if told.get(role) else [] for role in ("lead", "coordinating")}
            words = {name: told.get(name) or None for name in ("no", "time", "outputs")}
            yield {"title": told["title"], **words, **bodies}
