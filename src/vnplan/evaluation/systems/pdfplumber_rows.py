"""pdfplumber's tables -> tables and tasks: a PDF library without knowledge of the genre.

``extract_tables`` with its own settings finds the grids of ruling lines, page by page; a table that goes on over a
page begins anew there, without a heading.
"""

from __future__ import annotations

from pathlib import Path

from vnplan.errors import CorruptDocument
from vnplan.evaluation.reading import Reading
from vnplan.evaluation.systems.adapter import Options, Read
from vnplan.evaluation.systems.grids import Grid, table_of, tasks_of


def reader(_: Options) -> Read:
    """What reads the tables of a PDF file."""
    return _read


def _read(path: Path) -> Reading:
    import pdfplumber
    from pdfplumber.utils.exceptions import PdfminerException

    grids: list[Grid] = []
    try:
        with pdfplumber.open(path) as pdf:
            for page in pdf.pages:
                grids += [[[cell or "" for cell in row] for row in table] for table in page.extract_tables() if table]
    except PdfminerException as error:
        raise CorruptDocument(path.name, f"pdfplumber cannot read it: {error}") from error
    told = {
        "tables": [table_of(grid, f"t{index}") for index, grid in enumerate(grids, 1)],
        "tasks": [task for grid in grids for task in tasks_of(grid)],
    }
    return Reading.model_validate(told)
