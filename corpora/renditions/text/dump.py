"""Source -> text as a dump of a PDF page: columns side by side by runs of spaces, hard wraps, page numbers between."""

from __future__ import annotations

import textwrap
from collections.abc import Iterable

from source import Grid, Line, Source

from renditions.layout import Closing, Letterhead, laid_out, widths

WIDTH = 90  # characters of a line of 14-point type on A4
LEFT = 38  # of them the left column of the letterhead
RECIPIENTS = 46  # and of the closing, whose left column is in smaller type
LINES = 46  # lines of a page
GAP = 2  # spaces between two columns of a table


def as_flat(source: Source) -> bytes:
    """The dump, a form feed and the number of the page before each page but the first."""
    page = laid_out(source)
    out = _head(page.letterhead) if page.letterhead else []
    for block in page.blocks:
        out += _printed(block)
    pages = [out[start : start + LINES] for start in range(0, len(out), LINES)]
    text = "\n".join(pages[0]) + "\n"
    for number, held in enumerate(pages[1:], 2):
        text += f"\f{number:^{WIDTH}}".rstrip() + "\n\n" + "\n".join(held) + "\n"
    return text.encode()


def _printed(block: Line | Grid | Closing) -> list[str]:
    if isinstance(block, Closing):
        right = [text for line in block.signatures for text in (*("",) * 3 * (line.place == "signer"), line.text)]
        right = [f"{text:^{WIDTH - RECIPIENTS}}".rstrip() for text in right]
        return ["", *beside(_wrapped(block.recipients, RECIPIENTS), right, RECIPIENTS)]
    if isinstance(block, Grid):
        return ["", *(_centred([block.caption]) if block.caption else []), *_table(block), ""]
    if block.place != "paragraph":
        return [*([""] if block.place in ("to", "type", "appendix") else []), *_centred([block.text])]
    return textwrap.wrap(block.text, WIDTH, initial_indent=" " * 7, break_long_words=False, break_on_hyphens=False)


def _head(head: Letterhead) -> list[str]:
    """Both columns from the top; the number and the date on one line, the subject under the number."""
    depth = max(len(head.left), len(head.right))
    under = _wrapped([head.number or "", *head.subject, *head.marks], LEFT)
    left = [*head.left, *[""] * (depth - len(head.left)), *under]
    right = [*head.right, *[""] * (depth - len(head.right)), head.dateline or ""]
    right = [f"{text:^{WIDTH - LEFT}}".rstrip() for text in right]
    return [*beside([f"{text:^{LEFT}}" for text in left], right, LEFT), ""]


def beside(left: list[str], right: list[str], at: int) -> list[str]:
    """Two columns on the same lines, the second from character ``at``."""
    depth = max(len(left), len(right))
    pairs = zip([*left, *[""] * (depth - len(left))], [*right, *[""] * (depth - len(right))], strict=True)
    return [f"{one:<{at}}  {other}".rstrip() for one, other in pairs]


def _centred(texts: Iterable[str]) -> list[str]:
    return [f"{line:^{WIDTH}}".rstrip() for line in _wrapped(texts, WIDTH - 20)]


def _wrapped(texts: Iterable[str], width: int) -> list[str]:
    lines = []
    for text in texts:
        lines += textwrap.wrap(text, width, break_long_words=False, break_on_hyphens=False) or [""]
    return lines


def _table(grid: Grid) -> list[str]:
    """Columns side by side; a word is never broken, so that a table of many columns is wider than the page."""
    longest = [1] * grid.width
    for cell in (cell for row in grid.rows for cell in row if cell.column_span == 1):
        longest[cell.column - 1] = max([longest[cell.column - 1], *map(len, cell.text.split())])
    space = WIDTH - GAP * (grid.width - 1)
    wide = [max(word, int(share * space)) for word, share in zip(longest, widths(grid), strict=True)]
    out = []
    for row in grid.rows:
        columns = []
        for cell in row:
            first, last = cell.column - 1, cell.column - 1 + cell.column_span
            at = sum(wide[:first]) + GAP * first
            columns.append(
                (at, _wrapped(map(str.strip, cell.text.split("\n")), sum(wide[first:last]) + GAP * (last - first - 1)))
            )
        out += [_across(columns, line) for line in range(max((len(held) for _, held in columns), default=0))]
    return out


def _across(columns: list[tuple[int, list[str]]], line: int) -> str:
    text = ""
    for at, held in columns:
        if line < len(held):
            text = f"{text:<{at}}{held[line]}"
    return text.rstrip()
