"""``source.txt`` of the gold pack -> the lines and tables of a document, each with its id and its place in the text.

The markup is described in ``pack/GUIDE.md``. The text that spans count in is made here and nowhere else.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

META = ("kind", "level", "region", "era", "split", "classes")
PLACES = (
    "left", "right", "number", "subject", "dateline", "mark", "to", "type", "title", "recipients", "signature",
    "signer", "appendix", "pointer",
)  # fmt: skip
BODIES = ("appendix", "type", "title", "pointer", "signer")
"""Behind these, lines without directive are paragraphs again."""
LEFT, ABOVE = "<", "^"


class SourceError(ValueError):
    """A source that breaks the markup."""

    def __init__(self, path: Path, line: int | None, what: str) -> None:
        super().__init__(f"{path}:{line}: {what}" if line else f"{path}: {what}")


@dataclass(frozen=True)
class Line:
    """One visible line; ``place`` is its directive, ``paragraph`` of the body or ``recipient`` of the closing."""

    place: str
    text: str
    id: str


@dataclass(frozen=True)
class Cell:
    """One cell of the grid, rows and columns from 1; line ends are ``\\n``."""

    text: str
    row: int
    column: int
    row_span: int = 1
    column_span: int = 1
    heading: bool = False


@dataclass(frozen=True)
class Grid:
    """One table: rows of the cells that begin in them; merged-away places have none."""

    id: str
    caption: str
    rows: tuple[tuple[Cell, ...], ...]

    @property
    def width(self) -> int:
        """Number of columns."""
        return max(cell.column + cell.column_span - 1 for row in self.rows for cell in row)


@dataclass(frozen=True)
class Source:
    """A document as written: what is told of it, and its lines and tables in order."""

    meta: dict[str, str]
    parts: tuple[Line | Grid, ...]


def read(path: Path) -> Source:
    """Read a ``source.txt``.

    Raises:
        SourceError: a line that the markup does not know, with its number.
    """
    reader = _Reader(path)
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        if line.strip():
            reader.line(line.strip(), number)
    return reader.finish()


class _Reader:
    """Takes the lines of a source one by one."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.meta: dict[str, str] = {}
        self.parts: list[Line | Grid] = []
        self.rows: list[tuple[bool, list[str]]] | None = None
        """Rows of the open table."""
        self.caption = ""
        self.place = "paragraph"
        """Where a line without directive stands."""

    def line(self, line: str, number: int) -> None:
        if line.startswith("%"):
            word, _, rest = line[1:].partition(" ")
            self.directive(word, rest.strip(), number)
        elif self.rows is None:
            self.put(self.place, line)
        elif line.startswith("|"):
            self.rows.append(_row(line))
        else:
            raise SourceError(self.path, number, "a line in a table that does not begin with |")

    def directive(self, word: str, rest: str, number: int) -> None:
        if word in META:
            self.meta[word] = rest
        elif word == "table":
            self.rows, self.caption = [], rest
        elif word == "end" and self.rows is not None:
            count = sum(isinstance(part, Grid) for part in self.parts) + 1
            self.parts.append(_grid(f"t{count}", self.caption, self.rows, (self.path, number)))
            self.rows = None
        elif word in PLACES:
            self.put(word, rest)
            if word == "recipients":
                self.place = "recipient"
            elif word in BODIES:
                self.place = "paragraph"
        else:
            raise SourceError(self.path, number, f"unknown directive %{word}")

    def put(self, place: str, words: str) -> None:
        count = sum(isinstance(part, Line) for part in self.parts) + 1
        self.parts.append(Line(place, words, f"b{count}"))

    def finish(self) -> Source:
        if self.rows is not None:
            raise SourceError(self.path, None, "a table without %end")
        if missing := [name for name in META if name not in self.meta]:
            raise SourceError(self.path, None, f"%{', %'.join(missing)} missing")
        return Source(self.meta, tuple(self.parts))


def _row(line: str) -> tuple[bool, list[str]]:
    heading = line.startswith("|!")
    cells = line[2 if heading else 1 :].removesuffix("|").split("|")
    return heading, [cell.strip() for cell in cells]


def _grid(name: str, caption: str, rows: list[tuple[bool, list[str]]], where: tuple[Path, int]) -> Grid:
    width = max((len(cells) for _, cells in rows), default=0)
    if not width or any(len(cells) != width for _, cells in rows):
        counts = ", ".join(f"r{i}: {len(cells)}" for i, (_, cells) in enumerate(rows, 1) if len(cells) != width)
        raise SourceError(*where, f"rows of {name} with other than {width} cells: {counts}")
    marks = [cells for _, cells in rows]
    out = []
    for r, (heading, cells) in enumerate(rows):
        found = []
        for c, text in enumerate(cells):
            if text in (LEFT, ABOVE):
                continue
            across = next((n for n in range(1, width - c) if marks[r][c + n] != LEFT), width - c)
            down = next((n for n in range(1, len(rows) - r) if marks[r + n][c] != ABOVE), len(rows) - r)
            found.append(Cell(text.replace("//", "\n"), r + 1, c + 1, down, across, heading))
        out.append(tuple(found))
    return Grid(name, caption, tuple(out))


@dataclass(frozen=True)
class Block:
    """A line or a cell with its place ``text[start:end]``."""

    id: str
    place: str
    text: str
    start: int

    @property
    def end(self) -> int:
        """Offset behind its last character."""
        return self.start + len(self.text)


def blocks(source: Source) -> list[Block]:
    """Every line and cell, in order, with its place in the text."""
    return [block for line in _laid(source) for block in line]


def text(source: Source) -> str:
    """The text that spans count in: blocks joined by line ends, the cells of a row by `` | ``."""
    return "\n".join(" | ".join(block.text for block in line) for line in _laid(source))


def _laid(source: Source) -> Iterator[list[Block]]:
    start = 0
    for line in _lines(source):
        placed = []
        for name, place, words in line:
            placed.append(Block(name, place, words, start))
            start += len(words) + 3
        start += -2 if placed else 1
        yield placed


def _lines(source: Source) -> Iterator[list[tuple[str, str, str]]]:
    for part in source.parts:
        if isinstance(part, Line):
            yield [(part.id, part.place, part.text)]
            continue
        if part.caption:
            yield [(f"{part.id}.caption", "caption", part.caption)]
        for row in part.rows:
            if row:
                yield [(f"{part.id}.r{cell.row}.c{cell.column}", "cell", " ".join(cell.text.split())) for cell in row]
