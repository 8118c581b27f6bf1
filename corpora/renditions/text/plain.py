"""Source -> plain text as sites, mails and old word processors leave it."""

from __future__ import annotations

import textwrap
from collections.abc import Iterator

from source import Line, Source

from renditions.layout import NBSP, Closing, Letterhead, laid_out


def lines(source: Source) -> Iterator[str]:
    """Every visible line in the order of the source; a row is one line, its cells parted by tabs."""
    for part in source.parts:
        if isinstance(part, Line):
            yield part.text
            continue
        if part.caption:
            yield part.caption
        for row in part.rows:
            if row:
                yield "\t".join(" ".join(cell.text.split()) for cell in row)


def as_running(source: Source) -> bytes:
    """Line and paragraph ends lost, hard wraps at 80 characters."""
    words = " ".join(" ".join(lines(source)).split())
    return (textwrap.fill(words, 80, break_long_words=False, break_on_hyphens=False) + "\n").encode()


def as_cells(source: Source) -> bytes:
    """A law site's copy: paragraphs parted by blank lines, a cell a line, an empty cell one no-break space."""
    page = laid_out(source)
    out = _head(page.letterhead) if page.letterhead else []
    before = ""
    for block in page.blocks:
        place = block.place if isinstance(block, Line) else ""
        if isinstance(block, Line) and place == before == "title":
            out[-1] += "\n" + block.text
        elif isinstance(block, Closing):
            out += ["\n".join(block.recipients)] if block.recipients else []
            out += ["\n".join(_signed(block))] if block.signatures else []
        elif isinstance(block, Line):
            out += [NBSP, block.text] if block.place == "appendix" else [block.text]
        else:
            out += [block.caption] if block.caption else []
            out += [cell.text or NBSP for row in block.rows for cell in row]
        before = place
    return ("\n\n".join(out) + "\n").encode()


def _head(head: Letterhead) -> list[str]:
    columns = [("\n".join([*head.left, "-------"])), ("\n".join([*head.right, "---------------"]))]
    under = [head.number, "\n".join(head.subject), head.dateline, *head.marks]
    return [*columns, *(one for one in under if one), NBSP]


def _signed(closing: Closing) -> Iterator[str]:
    """Offices, two empty lines for the hand, the name."""
    for line in closing.signatures:
        yield from ("", "", line.text) if line.place == "signer" else (line.text,)
