"""Source -> Markdown as MarkItDown and Docling write it: pipe tables, ``#`` headings, the letterhead a table of its own.

``as_spaced`` is the same of a document whose capitals were set apart by spaces and came out letter by letter.
"""

from __future__ import annotations

import random
import re
import zlib
from dataclasses import replace

from source import Cell, Grid, Line, Source

from renditions.layout import MARKER, Closing, Letterhead, covering, heads_a_section, laid_out

_CAPITALS = re.compile(r"[^\W\d_]{2,}")


def as_pipes(source: Source) -> bytes:
    """Merged cells repeat their words in every place, as Docling writes them; line ends in cells are ``<br>``."""
    page = laid_out(source)
    out = _head(page.letterhead) if page.letterhead else []
    for block in page.blocks:
        if isinstance(block, Closing):
            cells = [" ".join(" ".join(block.recipients).split()), " ".join(line.text for line in block.signatures)]
            out.append(row(cells) + "\n" + row(["---"] * 2))
        elif isinstance(block, Grid):
            out += [f"*{block.caption}*"] if block.caption else []
            out.append(_table(block))
        elif block.text.startswith("- ") and out and out[-1].startswith("- "):
            out[-1] += "\n" + block.text
        else:
            out.append(_line(block))
    return ("\n\n".join(out) + "\n").encode()


def row(cells: list[str]) -> str:
    """One row of a pipe table."""
    return "| " + " | ".join(cell.replace("|", r"\|") for cell in cells) + " |"


def _head(head: Letterhead) -> list[str]:
    under = [" ".join([head.number or "", *head.subject]).strip(), f"*{head.dateline}*" if head.dateline else ""]
    rows = [row([f"**{' '.join(head.left)}**", f"**{' '.join(head.right)}**"]), row(["---"] * 2), row(under)]
    return ["\n".join(rows), *(f"**{mark}**" for mark in head.marks)]


def _line(line: Line) -> str:
    if line.place in ("type", "appendix"):
        return f"# {line.text}"
    if line.place == "title":
        return f"**{line.text}**"
    if line.place == "pointer":
        return f"*{line.text}*"
    return f"## {line.text}" if line.place == "paragraph" and heads_a_section(line.text) else line.text


def _table(grid: Grid) -> str:
    rows = [row([cell.text.replace("\n", "<br>") for cell in cells]) for cells in covering(grid)]
    return "\n".join([rows[0], row(["---"] * grid.width), *rows[1:]])


def as_spaced(source: Source) -> bytes:
    """Pipe Markdown with the capitals of letterhead, title, signature and cells set apart at uneven places."""
    return as_pipes(replace(source, parts=tuple(_set_apart(part) for part in source.parts)))


def _set_apart(part: Line | Grid) -> Line | Grid:
    if isinstance(part, Line):
        return replace(part, text=spaced(part.text)) if part.place in ("left", "type", "title", "signature") else part
    return replace(part, rows=tuple(tuple(_cell(cell) for cell in cells) for cells in part.rows))


def _cell(cell: Cell) -> Cell:
    return replace(cell, text=spaced(cell.text))


def spaced(text: str) -> str:
    """Words of a line of capitals parted at places that its words decide; other lines as they are.

    >>> spaced("Sở Y tế")
    'Sở Y tế'
    """
    # An abbreviation by itself is short enough to be set without spaces.
    if not text.isupper() or len(text.split()) < 3 or MARKER.match(text):
        return text
    chance = random.Random(zlib.crc32(text.encode()))  # noqa: S311 -- no secret: the same words part at the same places
    return _CAPITALS.sub(lambda match: _parted(match[0], chance), text)


def _parted(word: str, chance: random.Random) -> str:
    # Every third gap: enough to spoil a name, and the words remain legible to a reader.
    return word[0] + "".join((" " if chance.random() < 1 / 3 else "") + letter for letter in word[1:])
