"""Source -> Markdown of indented paragraphs: ``>`` lines part them, emphasis is broken over lines and half-closed.

Word indents the first line of a paragraph, converters take indents for quotations, and editors drop the sign before
words but keep the lone ones between paragraphs.
"""

from __future__ import annotations

import re
import textwrap

from source import Grid, Line, Source

from renditions.layout import MARKER, Closing, Letterhead, heads_a_section, laid_out
from renditions.markdown.pipes import row

WIDTH = 72  # characters of a line
HEADING = 32  # of a heading, which is broken by hand where it is long
_ADDRESSED = re.compile(r"(?P<label>\d+\. )(?P<name>[^:.;]{3,90}):(?P<rest>.*)", re.DOTALL)


def as_wrapped(source: Source) -> bytes:
    """Hard wraps, lone ``>`` lines between paragraphs, the closing one pipe row without the row of dashes."""
    page = laid_out(source)
    out = _head(page.letterhead) if page.letterhead else []
    quoted = False
    for block in page.blocks:
        if isinstance(block, Line) and block.place == "paragraph":
            out += ([">"] if quoted else [""]) + _paragraph(block.text)
            quoted = True
            continue
        out += ["", *_apart(block)]
        quoted = False
    return ("\n".join(out).strip("\n") + "\n").encode()


def _head(head: Letterhead) -> list[str]:
    left = [*head.left, head.number or "", *head.subject]
    right = [*head.right, f"*{head.dateline}*" if head.dateline else "", *head.marks]
    return [f"{text}\\" for text in left if text] + [""] + [f"{text}\\" for text in right if text]


def _paragraph(text: str) -> list[str]:
    """The wrapped lines; a heading is bold over all of them, an addressee in emphasis closed by one star of three."""
    marker = MARKER.match(text)
    if heads_a_section(text):
        return _wrap(f"**{text}**", HEADING)
    if addressed := _ADDRESSED.match(text):
        text = f"***{addressed['label']}{addressed['name']}*:**{addressed['rest']}"
    elif marker and marker["arabic"] and len(text) < WIDTH and not text.endswith((".", ";", ":")):
        text = f"**{text}**"
    return _wrap(text)


def _wrap(text: str, width: int = WIDTH) -> list[str]:
    return textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False)


def _apart(block: Line | Grid | Closing) -> list[str]:
    if isinstance(block, Closing):
        cells = (block.recipients, [line.text for line in block.signatures])
        recipients, signed = (" ".join(" ".join(cell).split()) for cell in cells)
        return [row([recipients, f"**{signed}**"])]
    if isinstance(block, Grid):
        return [*([*_wrap(f"**{block.caption}**"), ""] if block.caption else []), *_table(block)]
    return _wrap(f"**{block.text}**") if block.place in ("type", "title", "appendix") else _wrap(block.text)


def _table(grid: Grid) -> list[str]:
    """Only the cells that begin in a row have words; bars of merged places follow each other: ``| **I** ||||``."""
    rows = []
    for cells in grid.rows:
        at = {cell.column: cell for cell in cells}
        text, column = "|", 1
        while column <= grid.width:
            cell = at.get(column)
            words = " ".join(cell.text.split()).replace("|", r"\|") if cell else ""
            span = cell.column_span if cell else 1
            text += (f" **{words}** " if span > 1 and words else f" {words} ") + "|" * span
            column += span
        rows.append(text)
    return [rows[0], "|" + " --- |" * grid.width, *rows[1:]]
