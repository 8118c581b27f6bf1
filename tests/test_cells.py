"""Nothing of a table is lost: every cell that a reader found stands in exactly one cell of ``plan.tables``."""

from collections import Counter
from pathlib import Path

import pytest

import vnplan
from vnplan import outline, readers
from vnplan.readers.limits import Limits
from vnplan.readers.source import Grid

ROOT = Path(__file__).parent.parent
SHARED = ROOT.parent / "shared" / "corpus"
SUFFIXES = (".txt", ".md", ".docx", ".doc", ".pdf", ".html", ".xlsx")
SLOW = ("scan", "broken", "170-pages")
DOCUMENTS = sorted(
    path
    for folder in (ROOT / "corpora", SHARED)
    for path in folder.rglob("*")
    if path.suffix in SUFFIXES and not any(word in path.name for word in SLOW)
)


# Old Word files go through LibreOffice, and among the files without gold are pages that OCR must read.
LATER = {path for path in DOCUMENTS if path.suffix == ".doc" or {"more", "unlabelled"} & set(path.parts)}


@pytest.fixture(
    scope="module",
    params=[pytest.param(p, marks=pytest.mark.slow) if p in LATER else p for p in DOCUMENTS],
    ids=lambda p: p.name,
)
def document(request):
    data = request.param.read_bytes()
    source = readers.read(data, request.param.name, Limits())
    shaped = outline.shape(source)
    return source, shaped, vnplan.parse(data, name=request.param.name)


def places(plan):
    """Every visible character of the cells of ``plan.tables``, with how many cells hold it."""
    held = Counter()
    for table in plan.tables:
        for row in table.rows:
            for cell in row.cells:
                held.update(i for span in set(cell.spans) for i in range(*span))
    return held


def test_documents_are_there():
    assert len(DOCUMENTS) >= 12


def test_every_cell_stands_in_exactly_one_cell_of_the_tables(document):
    _, shaped, plan = document
    held = places(plan)
    assert not [i for i, count in held.items() if count > 1 and not plan.text[i].isspace()]
    assert len(plan.tables) == sum(len(part.tables) for part in shaped.parts)
    for part in shaped.parts:
        for shape in part.tables:
            for cell in shape.grid.cells:
                for paragraph in cell.paragraphs:
                    for piece in paragraph.pieces:
                        lost = [i for i in range(*piece) if not plan.text[i].isspace() and held[i] != 1]
                        assert not lost, plan.text[slice(*piece)]


def test_every_grid_is_a_table_or_laid_out(document):
    """A grid of the reader is a table of the plan, or letterhead, foot or layout: its words are then elsewhere."""
    source, _, plan = document
    held = places(plan)
    cells = {i for leaf in plan.leaves if leaf.kind.value == "cell" for i in range(*leaf.span)}
    for grid in (block for block in source.blocks if isinstance(block, Grid)):
        words = [
            i
            for cell in grid.cells
            for paragraph in cell.paragraphs
            for piece in paragraph.pieces
            for i in range(*piece)
            if not plan.text[i].isspace()
        ]
        inside = sum(i in held for i in words)
        # All of a grid or nothing of it: half a table in the tree and half in the letterhead would be a loss.
        assert inside in (0, len(words)), plan.text[grid.span.start : grid.span.start + 80]
    assert {i for i in cells if not plan.text[i].isspace()} == {i for i in held if not plan.text[i].isspace()}


def test_places_of_cells_do_not_overlap(document):
    _, _, plan = document
    for table in plan.tables:
        taken = Counter(
            (row, column)
            for line in table.rows
            for cell in line.cells
            for row in range(cell.row, cell.row + cell.row_span)
            for column in range(cell.column, cell.column + cell.column_span)
        )
        assert not [place for place, count in taken.items() if count > 1]
        assert all(row < len(table.rows) and column < len(table.columns) for row, column in taken)
        assert all(cell.row == number for number, row in enumerate(table.rows) for cell in row.cells)
