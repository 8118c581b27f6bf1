"""Workbooks: titles and tables of appendices as Excel shows them."""

import io
from datetime import date
from datetime import datetime as moment

import pytest

from reader_contract import check, words
from vnplan.errors import CorruptDocument, LimitExceeded
from vnplan.readers.limits import Limits
from vnplan.readers.source import Grid
from vnplan.readers.xlsx import read
from vnplan.readers.xlsx.values import shown

openpyxl = pytest.importorskip("openpyxl")


def reading(fill, **limits):
    book = openpyxl.Workbook()
    fill(book, book.active)
    buffer = io.BytesIO()
    book.save(buffer)
    document = read(buffer.getvalue(), "a.xlsx", Limits(**limits))
    check(document)
    return document


def rule(sheet, cells):
    thin = openpyxl.styles.Side(style="thin")
    for row in sheet[cells]:
        for cell in row:
            cell.border = openpyxl.styles.Border(left=thin, right=thin, top=thin, bottom=thin)


def appendix(_, sheet):
    sheet["A1"] = "PHỤ LỤC I"
    sheet["A2"] = "(Kèm theo Kế hoạch số 12/KH-UBND)"
    sheet.merge_cells("A2:D2")
    for row in (
        ["TT", "Nhiệm vụ", "Cơ quan", None],
        [None, None, "Chủ trì", "Phối hợp"],
        ["I", "Nhóm một", None, None],
        [1.1, "Việc", "Sở A\nSở B", None],
    ):
        sheet.append(row)
    for merged in ("A3:A4", "B3:B4", "C3:D3", "B5:D5"):
        sheet.merge_cells(merged)
    sheet["A8"] = "Ghi chú dưới bảng"


def test_titles_are_paragraphs_and_drawn_lines_make_the_table():
    def fill(book, sheet):
        appendix(book, sheet)
        rule(sheet, "A3:D6")

    document = reading(fill)
    title, pointer, grid, remark = document.blocks
    assert words(document, title) == "PHỤ LỤC I"
    assert words(document, pointer).startswith("(Kèm theo")
    assert words(document, remark) == "Ghi chú dưới bảng"
    assert (grid.rows, grid.columns, grid.ruled) == (4, 4, True)
    assert [(c.row, c.column, c.row_span, c.column_span) for c in grid.cells] == [
        (0, 0, 2, 1),
        (0, 1, 2, 1),
        (0, 2, 1, 2),
        (1, 2, 1, 1),
        (1, 3, 1, 1),
        (2, 0, 1, 1),
        (2, 1, 1, 3),
        (3, 0, 1, 1),
        (3, 1, 1, 1),
        (3, 2, 1, 1),
    ]
    assert len(grid.cells[-1].paragraphs) == 2
    assert document.origins[0].place.table == 0


def test_without_lines_the_table_is_the_rows_of_several_cells():
    document = reading(appendix)
    assert [type(b).__name__ for b in document.blocks] == ["Paragraph", "Paragraph", "Grid", "Paragraph"]
    assert document.blocks[2].ruled is None


def test_hidden_cells_are_left_out_and_said():
    def fill(book, sheet):
        sheet["A1"], sheet["B1"], sheet["A2"] = "thấy", "cột ẩn", "hàng ẩn"
        sheet.column_dimensions["B"].hidden = True
        sheet.row_dimensions[2].hidden = True
        book.create_sheet("ẩn").sheet_state = "hidden"
        book["ẩn"]["A1"] = "trang ẩn"

    document = reading(fill)
    assert document.text == "thấy"
    assert [d.code for d in document.diagnostics] == ["hidden-text"]


def test_far_cells_cost_nothing():
    def fill(_, sheet):
        sheet["A1"], sheet["XFD1048576"] = "đầu", "cuối"

    assert reading(fill).text == "đầu\ncuối"


@pytest.mark.parametrize(
    ("value", "number_format", "expected"),
    [
        ("chữ", "General", "chữ"),
        (None, "General", ""),
        (1.0, "General", "1"),
        (1.1, "General", "1.1"),
        (1.1, "0.00", "1.10"),
        (0.1 + 0.2, "General", "0.3"),
        (1234567.5, "#,##0", "1,234,568"),
        (1234.5, "#,##0.0", "1,234.5"),
        (0.155, "0.0%", "15.5%"),
        (7, "000", "007"),
        (12, '0" tỷ đồng"', "12 tỷ đồng"),
        (2, '"Quý "0', "Quý 2"),
        (2.5, "0.##", "2.5"),
        (2, "0.##", "2"),
        (True, "General", "TRUE"),
        (moment(2022, 6, 20), "mm-dd-yy", "20/06/2022"),  # noqa: DTZ001 -- Excel knows no time zones
        (date(2022, 6, 5), "d/m/yyyy", "5/6/2022"),
        (moment(2022, 6, 20, 8, 5), "dd/mm/yyyy hh:mm", "20/06/2022 08:05"),  # noqa: DTZ001 -- Excel knows no time zones
        (moment(2022, 6, 1), '"Tháng "m/yyyy', "Tháng 6/2022"),  # noqa: DTZ001 -- Excel knows no time zones
    ],
)
def test_values_as_shown(value, number_format, expected):
    assert shown(value, number_format) == expected


def test_a_damaged_workbook_is_named():
    buffer = io.BytesIO()
    openpyxl.Workbook().save(buffer)
    data = buffer.getvalue()
    with pytest.raises(CorruptDocument):
        read(data[: len(data) // 2], "a.xlsx", Limits())
    with pytest.raises(LimitExceeded):
        read(data, "a.xlsx", Limits(unzipped_bytes=100))


def test_grids_hold_only_what_is_there():
    document = reading(lambda _, sheet: sheet.append(["a", None, "b"]))
    (grid,) = document.blocks
    assert isinstance(grid, Grid)
    assert grid.columns == 2
