"""What every reader owes, whatever the format (see ``vnplan.readers.source``)."""

from __future__ import annotations

import unicodedata

from vnplan.readers.source import Furniture, Grid, Paragraph


def check(document, *, origins: bool = True) -> None:
    """Fail unless ``document`` keeps the reader contract; ``origins``: the reader says where each character stood."""
    text = document.text
    pieces = [piece for block in document.blocks for piece in pieces_of(block)]
    assert all(0 <= s.start < s.end <= len(text) for s in pieces), "a piece lies outside the text"
    covered = _covered(pieces, len(text))
    assert max(covered, default=0) <= 1, "a character lies in two pieces"
    lost = [text[i] for i, n in enumerate(covered) if not n and not text[i].isspace()]
    assert not lost, f"characters in no block: {''.join(lost)[:40]!r}"
    assert unicodedata.is_normalized("NFC", text)
    assert "\r" not in text
    assert document.source.chars == len(text)
    for block in document.blocks:
        if isinstance(block, Grid):
            _check_grid(block)
        elif isinstance(block, Paragraph):
            _check_paragraph(block)
    if origins:
        stood = _covered([o.span for o in document.origins], len(text))
        assert all(stood[i] for i in range(len(text)) if not text[i].isspace()), "a character without origin"


def pieces_of(block):
    if isinstance(block, Grid):
        return [piece for cell in block.cells for p in cell.paragraphs for piece in p.pieces]
    assert isinstance(block, Paragraph | Furniture)
    return list(block.pieces)


def words(document, block) -> str:
    """The text of a block, pieces joined by a bar."""
    return "|".join(document.text[s.start : s.end] for s in pieces_of(block))


def _covered(spans, size: int) -> list[int]:
    count = [0] * (size + 1)
    for start, end in spans:
        count[start] += 1
        count[end] -= 1
    total, out = 0, []
    for change in count[:size]:
        total += change
        out.append(total)
    return out


def _check_grid(grid: Grid) -> None:
    places = [
        (row, column)
        for c in grid.cells
        for row in range(c.row, c.row + c.row_span)
        for column in range(c.column, c.column + c.column_span)
    ]
    assert len(places) == len(set(places)), "a place is covered by two cells"
    assert all(0 <= row < grid.rows and 0 <= column < grid.columns for row, column in places)
    assert [(c.row, c.column) for c in grid.cells] == sorted((c.row, c.column) for c in grid.cells)
    for cell in grid.cells:
        for paragraph in cell.paragraphs:
            _check_paragraph(paragraph)
            assert grid.span.start <= paragraph.start <= paragraph.end <= grid.span.end


def _check_paragraph(paragraph: Paragraph) -> None:
    assert paragraph.pieces, "a paragraph without words"
    first = paragraph.pieces[0]
    if paragraph.marker is not None:
        assert paragraph.marker.start == first.start, "a generated marker stands in front"
        assert paragraph.marker.end <= first.end
    for line in paragraph.lines:
        assert any(s.start <= line.start <= line.end <= s.end for s in paragraph.pieces)
