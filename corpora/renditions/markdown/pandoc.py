"""Source -> Markdown as Pandoc writes it from DOCX: grid tables, hard wraps, escaped markers, pictures, contents."""

from __future__ import annotations

import re

from source import Cell, Grid, Line, Source

from renditions.layout import MARKER, Closing, Letterhead, heads_a_section, laid_out
from renditions.markdown.grid_tables import grid_table, wrapped

RULE = '![](media/image{number}.png){{width="1.{number}in" height="1.3888888888888888e-2in"}}'
# A contents list stands in documents of several sections; fewer are seen at a glance.
SECTIONS = 4
_MARK = re.compile(r"(?P<label>\d+|[a-zđ]|[IVX]+)(?P<sign>[.)]) ")


def as_grids(source: Source) -> bytes:
    """Grid tables with spans as Pandoc 3 writes them; the lines drawn under letterhead columns are pictures."""
    page = laid_out(source)
    out = [_head(page.letterhead)] if page.letterhead else []
    contents = _contents(page.blocks)
    for block in page.blocks:
        if isinstance(block, Closing):
            names = [f"**{line.text}**" for line in block.signatures]
            out.append(
                grid_table(
                    _pair(["**" + r + "**" if i == 0 else escaped(r) for i, r in enumerate(block.recipients)], names)
                )
            )
        elif isinstance(block, Grid):
            out += [wrapped(f"**{block.caption}**")] if block.caption else []
            out.append(grid_table(block))
        else:
            if block.place == "paragraph":
                out += contents
                contents = []
            out.append(wrapped(_emphasised(block)))
    return ("\n\n".join(out) + "\n").encode()


def escaped(text: str) -> str:
    """A marker or dash that Markdown would take for a list, with its backslash."""
    if text.startswith(("- ", "+ ")):
        return "\\" + text
    return _MARK.sub(r"\g<label>\\\g<sign> ", text, count=1) if _MARK.match(text) else text


def _emphasised(line: Line) -> str:
    if line.place in ("type", "title", "appendix") or (line.place == "paragraph" and heads_a_section(line.text)):
        return f"**{line.text}**"
    return f"*{line.text}*" if line.place == "pointer" else escaped(line.text)


def _head(head: Letterhead) -> str:
    left = [*(f"**{text}**" for text in head.left), RULE.format(number=1), head.number or "", *head.subject]
    right = [*(f"**{text}**" for text in head.right), RULE.format(number=2), f"*{head.dateline or ''}*"]
    marks = "".join(f"\n\n**{mark}**" for mark in head.marks)
    return grid_table(_pair([text for text in left if text], right)) + marks


def _pair(left: list[str], right: list[str]) -> Grid:
    cells = Cell("\n\n".join(left), 1, 1), Cell("\n\n".join(right), 1, 2)
    return Grid("", "", (cells,))


def _contents(blocks: tuple[Line | Grid | Closing, ...]) -> list[str]:
    heads = [b.text for b in blocks if isinstance(b, Line) and (m := MARKER.match(b.text)) and m["roman"]]
    if len(heads) < SECTIONS:
        return []
    items = [f"[{text} [{page}](#_Toc{2040 + page})](#_Toc{2040 + page})" for page, text in enumerate(heads, 1)]
    return ["**MỤC LỤC**", *map(wrapped, items)]
