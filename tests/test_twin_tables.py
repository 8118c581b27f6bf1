"""Plans that stand in Word and in PDF give the same tables, cell by cell."""

from __future__ import annotations

from pathlib import Path

import pytest

import vnplan

ROOT = Path(__file__).parents[1]
SHARED = ROOT.parent / "shared" / "corpus"
OWN = sorted(path for path in (ROOT / "corpora").glob("*/*.pdf") if path.with_suffix(".docx").exists())
REAL = ("hai-duong-1768-kh-ubnd-2022", "lao-cai-2242-kh-sct-2026", "lao-cai-sct-kh-de-an-08-2026")


def tables(path: Path):
    """Roles, kinds of rows, and every cell with its place and its words without blanks, table by table."""
    return [
        (
            table.role,
            [column.role for column in table.columns],
            [row.kind for row in table.rows],
            [
                (cell.row, cell.column, cell.row_span, cell.column_span, "".join(cell.text.split()))
                for row in table.rows
                for cell in row.cells
            ],
        )
        for table in vnplan.parse(path).tables
    ]


@pytest.mark.parametrize("path", OWN, ids=lambda path: path.stem)
def test_invented_plans(path):
    assert tables(path) == tables(path.with_suffix(".docx"))


@pytest.mark.parametrize("name", REAL)
def test_real_plans(name):
    path = SHARED / f"{name}.pdf"
    if not path.exists():
        pytest.skip("the real documents are not in this checkout")
    found = tables(path)
    assert found
    assert found == tables(path.with_suffix(".docx"))
