"""What the pages of all sites are made of: the frame of the site, words for HTML, letterhead, closing, rows."""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from pathlib import Path
from string import Template

from source import Cell, Grid, Source

from renditions.layout import NBSP, Closing, Letterhead

HERE = Path(__file__).parent


def site(name: str, **parts: str) -> bytes:
    return Template((HERE / f"{name}.template").read_text("utf-8")).substitute(parts).encode()


def title(source: Source) -> str:
    """Type and title of the document, as a site heads its page: those before the first paragraph."""
    words = []
    for part in source.parts:
        if isinstance(part, Grid) or part.place == "paragraph":
            break
        words += [part.text] if part.place in ("type", "title", "subject") else []
    return " ".join(words)


def esc(text: str) -> str:
    """Words for HTML; runs of spaces stay as no-break spaces."""
    return re.sub(" {2,}", lambda m: " " + NBSP * (len(m[0]) - 1), html.escape(text, quote=False)).replace("\n", "<br>")


def letterhead(head: Letterhead, style: str) -> str:
    def cell(lines: list[str], tag: str) -> str:
        return f'<td align="center" valign="top"><{tag}>{"<br>".join(map(esc, lines))}</{tag}></td>'

    under = [text for text in (head.number, *head.subject) if text]
    rows = [
        cell(list(head.left), "b") + cell(list(head.right), "b"),
        cell(under, "span") + cell([head.dateline or ""], "i"),
    ]
    marks = "".join(f'<p align="center"><b>{esc(mark)}</b></p>' for mark in head.marks)
    return f'<table border="0" style="{style}"><tr>{rows[0]}</tr>\n<tr>{rows[1]}</tr></table>{marks}'


def closing(block: Closing) -> str:
    signed = ("<br><br><br>" * (line.place == "signer") + esc(line.text) for line in block.signatures)
    left, right = "<br>".join(map(esc, block.recipients)), "<br>".join(signed)
    return f'<table border="0" width="100%"><tr><td valign="top">{left}</td><td align="center"><b>{right}</b></td></tr></table>'


def rows(grid: Grid, cell: Callable[[Cell], str]) -> str:
    return "\n".join("<tr>" + "".join(cell(one) for one in row) + "</tr>" for row in grid.rows)


def spans(cell: Cell) -> str:
    across = f' colspan="{cell.column_span}"' if cell.column_span > 1 else ""
    return across + (f' rowspan="{cell.row_span}"' if cell.row_span > 1 else "")
