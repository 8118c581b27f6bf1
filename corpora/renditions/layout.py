"""The parts of a source -> what a page is made of: letterhead, lines and tables in order, closings."""

from __future__ import annotations

import re
from dataclasses import dataclass

from source import Cell, Grid, Line, Source

NBSP = "\u00a0"
# The markers that every form knows by sight; a marker that none of them matches stays part of its paragraph.
MARKER = re.compile(
    r"(?:(?P<article>Điều \d+)\.|(?P<roman>[IVX]+)[.\-]|(?P<deep>\d+\.\d+)[.\-]|(?P<arabic>\d+)[.\-]|(?P<letter>[a-zđ])\)) +"
)
_HEAD = ("left", "right", "number", "subject", "dateline", "mark")
_CLOSING = ("recipients", "recipient", "signature", "signer")


@dataclass(frozen=True)
class Letterhead:
    """The head of the first page: two columns, what stands under them, and marks such as of urgency."""

    left: tuple[str, ...]
    right: tuple[str, ...]
    number: str | None
    dateline: str | None
    subject: tuple[str, ...]
    marks: tuple[str, ...]


@dataclass(frozen=True)
class Closing:
    """Recipients (heading first) and beside them the signatures: lines of offices, each ended by a name."""

    recipients: tuple[str, ...]
    signatures: tuple[Line, ...]


Block = Line | Grid | Closing


@dataclass(frozen=True)
class Page:
    """A document as it is laid out; no letterhead where the source has none."""

    letterhead: Letterhead | None
    blocks: tuple[Block, ...]


def laid_out(source: Source) -> Page:
    """The document: its letterhead, then everything else in the order of the source.

    Raises:
        ValueError: a table has cells that lie over each other.
    """
    head = [part for part in source.parts if isinstance(part, Line) and part.place in _HEAD]
    blocks: list[Block] = []
    closing: list[Line] = []
    for part in source.parts:
        if isinstance(part, Line) and part.place in _HEAD:
            continue
        if isinstance(part, Line) and part.place in _CLOSING:
            closing.append(part)
            continue
        if closing:
            blocks.append(_closing(closing))
            closing = []
        if isinstance(part, Grid):
            covering(part)  # no rendition may lose words of a table that cannot be drawn
        blocks.append(part)
    if closing:
        blocks.append(_closing(closing))
    return Page(_letterhead(head) if head else None, tuple(blocks))


def _letterhead(lines: list[Line]) -> Letterhead:
    def of(place: str) -> tuple[str, ...]:
        return tuple(line.text for line in lines if line.place == place)

    number, dateline = of("number"), of("dateline")
    return Letterhead(
        of("left"), of("right"), number[0] if number else None, dateline[0] if dateline else None, of("subject"), of("mark")
    )  # fmt: skip


def _closing(lines: list[Line]) -> Closing:
    recipients = tuple(line.text for line in lines if line.place in ("recipients", "recipient"))
    return Closing(recipients, tuple(line for line in lines if line.place in ("signature", "signer")))


def covering(grid: Grid) -> list[list[Cell]]:
    """For every row and column the cell that covers the place.

    Raises:
        ValueError: two cells cover a place, as where a merge is told that is no rectangle.
    """
    places: dict[tuple[int, int], Cell] = {}
    for cell in (cell for row in grid.rows for cell in row):
        for row in range(cell.row, cell.row + cell.row_span):
            for column in range(cell.column, cell.column + cell.column_span):
                if (row, column) in places:
                    message = f"{grid.id}.r{row}.c{column} is in two cells: the merge above it is no rectangle"
                    raise ValueError(message)
                places[row, column] = cell
    return [[places[r, c] for c in range(1, grid.width + 1)] for r in range(1, len(grid.rows) + 1)]


# Characters that a line of a table has in small type on an upright page.
_CHARACTERS = 90


def widths(grid: Grid) -> list[float]:
    """Share of each column in the width of the table: its longest word, and of the rest by the root of its words."""
    longest, total = [1.0] * grid.width, [1.0] * grid.width
    for cell in (cell for row in grid.rows for cell in row if cell.column_span == 1):
        place = cell.column - 1
        longest[place] = max([longest[place], *(len(word) for word in cell.text.split())])
        total[place] += len(cell.text)
    # The margins of a cell are as wide as three characters. A column as wide as its words on one line would leave
    # nothing for the others; the root evens them out.
    least, roots = [word + 3 for word in longest], [words**0.5 for words in total]
    rest = max(0.0, _CHARACTERS - sum(least))
    wished = [word + rest * root / sum(roots) for word, root in zip(least, roots, strict=True)]
    return [one / sum(wished) for one in wished]


# Letters of the longest heading; what is longer is a paragraph that begins with a marker or is in capitals.
_HEADING = 200


def heads_a_section(text: str) -> bool:
    """Whether a form prints the paragraph as a heading: a titled article, a Roman numeral, or capitals throughout."""
    marker = MARKER.match(text)
    if len(text) > _HEADING or not marker:
        return text.isupper() and len(text) <= _HEADING
    # The articles of a decision are sentences, those of a law have titles.
    return bool(marker["roman"]) or bool(marker["article"] and not text.endswith((".", ";", ":")))
