"""Grids and flattened tables for tests, without a reader."""

from vnplan.models.base import Span
from vnplan.readers.source import Grid, GridCell, Paragraph, Typography
from vnplan.text.search_text import SearchText

NBSP = "\u00a0"


def flattened(cells):
    """A text with one paragraph a cell, and its blocks; an empty cell is one NBSP."""
    text, blocks = "", []
    for cell in cells:
        words = cell or NBSP
        blocks.append(Paragraph((Span(len(text), len(text) + len(words)),)))
        text += words + "\n"
    return text, tuple(blocks)


def grid(rows, *, bold=()):
    """A text and a grid from rows of ``text``, ``text>2`` (columns), ``text^2`` (rows), ``_`` (covered), ``a¶b`` (paragraphs)."""
    text, cells, columns = "", [], 0
    for number, row in enumerate(rows):
        at = 0
        for part in row.split("|"):
            words, wide, tall = part.strip(), 1, 1
            if ">" in words:
                words, _, size = words.rpartition(">")
                wide = int(size)
            if "^" in words:
                words, _, size = words.rpartition("^")
                tall = int(size)
            if words != "_":
                paragraphs = []
                for line in words.split("¶") if words else ():
                    place = Span(len(text), len(text) + len(line))
                    paragraphs.append(Paragraph((place,), Typography(bold=True if number in bold else None)))
                    text += line + "\n"
                cells.append(GridCell(number, at, tuple(paragraphs), tall, wide))
            at += wide
        columns = max(columns, at)
    return text, Grid(len(rows), columns, tuple(cells), Span(0, max(len(text) - 1, 0)))


def words_of(text, cell):
    """Paragraphs of a cell joined by a slash."""
    return "/".join(p.view(SearchText(text)).text for p in cell.paragraphs)
