"""Tables of PDF pages whose rules are missing in part or whole: rows, columns and headings by where the words stand."""

from __future__ import annotations

import pytest

from pdf_builder import Sheet, build
from vnplan.readers import pdf
from vnplan.readers.limits import Limits
from vnplan.readers.source import Grid

XS = [60.0, 95.0, 270.0, 400.0]
BORDERS = [55.0, 90.0, 265.0, 395.0, 500.0]
HEADS = ["STT", "Nhiệm vụ", "Cơ quan|chủ trì", "Thời gian|hoàn thành"]
ROWS = [
    ["1", "Đào giếng ở các thôn|vùng cao", "Sở Xây dựng", "Quý I/2031"],
    ["2", "Đắp đê", "Sở Nông nghiệp và|Môi trường", "2032"],
    ["3", "Mua thuyền cho các đội", "Sở Y tế", "Quý III/2031"],
]
TABLE = [["STT", "Nhiệm vụ", "Cơ quan chủ trì", "Thời gian hoàn thành"]] + [
    [cell.replace("|", " ") for cell in row] for row in ROWS
]
PITCH = 15.0
CENTRED = pytest.mark.parametrize("centred", [False, True], ids=["numbers on the first line", "numbers in the middle"])
ROOM = pytest.mark.parametrize("room", [0.0, 6.0], ids=["no room between rows", "room between rows"])


def lay(sheet: Sheet, y: float, rows: list[list[str]], *, room: float = 6.0, centred: bool = False) -> list[float]:
    """Rows of cells from the base line ``y`` down; gives the tops of the rows, and the bottom."""
    tops = [y - 12]
    for row in rows:
        tall = max(len(cell.split("|")) for cell in row)
        for x, cell in zip(XS, row, strict=True):
            lines = cell.split("|")
            if cell:
                sheet.lines(x, y + centred * PITCH / 2 * (tall - len(lines)), lines, pitch=PITCH)
        y += PITCH * tall + room
        tops.append(y - 12)
    return tops


def upright(sheet: Sheet, top: float, bottom: float) -> Sheet:
    for x in BORDERS:
        sheet.rule(x, top, x, bottom)
    return sheet


def level(sheet: Sheet, *ys: float) -> Sheet:
    for y in ys:
        sheet.rule(BORDERS[0], y, BORDERS[-1], y)
    return sheet


def table(*sheets: Sheet) -> list[list[str]]:
    document = pdf.read(build(*sheets), "made.pdf", Limits())
    (grid,) = (block for block in document.blocks if isinstance(block, Grid))
    rows: list[list[str]] = [[] for _ in range(grid.rows)]
    for cell in grid.cells:
        rows[cell.row].append("/".join(document.text[p.start : p.end] for p in cell.paragraphs))
    return rows


@CENTRED
@ROOM
def test_no_rules(centred, room):
    sheet = Sheet()
    lay(sheet, 120, [HEADS, *ROWS], room=room, centred=centred)
    assert table(sheet) == TABLE


@CENTRED
@ROOM
def test_upright_rules_alone(centred, room):
    sheet = Sheet()
    tops = lay(sheet, 120, [HEADS, *ROWS], room=room, centred=centred)
    assert table(upright(sheet, tops[0], tops[-1])) == TABLE


@CENTRED
@ROOM
@pytest.mark.parametrize("headed", [False, True], ids=["headings in the frame", "headings ruled off"])
def test_a_frame_with_upright_rules(centred, room, headed):
    sheet = Sheet()
    tops = lay(sheet, 120, [HEADS, *ROWS], room=room, centred=centred)
    level(upright(sheet, tops[0], tops[-1]), tops[0], *([tops[1]] if headed else []), tops[-1])
    assert table(sheet) == TABLE


@ROOM
def test_rows_without_numbers_by_their_base_lines(room):
    sheet = Sheet()
    tops = lay(sheet, 120, [HEADS, *(["", *row[1:]] for row in ROWS)], room=room)
    level(upright(sheet, tops[0], tops[-1]), tops[0], tops[1], tops[-1])
    assert table(sheet) == [TABLE[0], *(["", *row[1:]] for row in TABLE[1:])]


def test_a_row_of_long_cells_is_one_row():
    row = ["1", "Đào giếng|Đắp đê|Mua thuyền", "Sở Xây dựng|Sở Y tế|Sở Nội vụ", "2031"]
    sheet = Sheet()
    tops = lay(sheet, 120, [HEADS, row], room=0)
    level(upright(sheet, tops[0], tops[-1]), *tops)
    assert [len(table(sheet)), table(sheet)[1][0]] == [2, "1"]


@pytest.mark.parametrize("last", ["Thời gian|hoàn thành", ""], ids=["all columns headed", "one without heading"])
def test_headings_without_borders_between_them(last):
    sheet = Sheet()
    tops = lay(sheet, 120, [[*HEADS[:3], last], *ROWS], centred=True)
    level(upright(sheet, tops[1], tops[-1]), *tops)
    sheet.rule(BORDERS[0], tops[0], BORDERS[0], tops[1]).rule(BORDERS[-1], tops[0], BORDERS[-1], tops[1])
    assert table(sheet) == [[*TABLE[0][:3], last.replace("|", " ")], *TABLE[1:]]


def test_two_rows_of_headings_without_borders_between_them():
    sheet = Sheet()
    sheet.text(60, 127, "STT").text(95, 127, "Nhiệm vụ").text(350, 120, "Đơn vị thực hiện")
    sheet.text(300, 137, "Chủ trì").text(420, 137, "Phối hợp")
    rows = [["1", "Đào giếng", "Sở A", "Sở B"], ["2", "Đắp đê", "Sở B", "Sở A"]]
    tops = [108, *lay(sheet, 161, rows)]
    level(upright(sheet, tops[1], tops[-1]), *tops)
    sheet.rule(BORDERS[0], tops[0], BORDERS[0], tops[1]).rule(BORDERS[-1], tops[0], BORDERS[-1], tops[1])
    assert table(sheet) == [["STT", "Nhiệm vụ", "Đơn vị thực hiện"], ["Chủ trì", "Phối hợp"], *rows]


@pytest.mark.parametrize("headed", [False, True], ids=["rows go on", "another table begins"])
def test_a_border_that_is_set_elsewhere_on_the_next_page(headed):
    first, second = Sheet(), Sheet()
    tops = lay(first, 740, [HEADS, *ROWS[:1]])
    level(upright(first, tops[0], tops[-1]), *tops)
    more = [["Mục", "Chỉ tiêu", "Đơn vị tính", "Ghi chú"]] if headed else ROWS[1:]
    tops = lay(second, 80, more)
    level(second, *tops)
    for x in (*BORDERS[:2], BORDERS[2] - 10, *BORDERS[3:]):
        second.rule(x, tops[0], x, tops[-1])
    document = pdf.read(build(first, second), "made.pdf", Limits())
    assert sum(isinstance(block, Grid) for block in document.blocks) == 1 + headed


def test_a_title_over_all_columns_stays_in_one_cell():
    sheet = Sheet().text(60, 120, "I. Các việc về thủy lợi ở vùng cao và vùng thấp năm nay")
    tops = [108, *lay(sheet, 141, ROWS)]
    level(upright(sheet, tops[1], tops[-1]), *tops)
    sheet.rule(BORDERS[0], tops[0], BORDERS[0], tops[1]).rule(BORDERS[-1], tops[0], BORDERS[-1], tops[1])
    assert table(sheet)[0] == ["I. Các việc về thủy lợi ở vùng cao và vùng thấp năm nay"]


TITLE = "Các việc về thủy lợi ở vùng cao và vùng thấp trong tỉnh năm nay"
TEXT = "Các sở nói trên lo kinh phí và báo cáo với Ủy ban nhân dân tỉnh sau mỗi quý."


@pytest.mark.parametrize("apart", [False, True], ids=["number and title in one line", "number in its column"])
def test_titles_of_groups_in_a_table_without_rules(apart):
    sheet = Sheet()
    y = lay(sheet, 120, [HEADS])[-1] + 12
    sheet.text(60, y, "I").text(95, y, TITLE) if apart else sheet.text(60, y, f"I. {TITLE}")
    bottom = lay(sheet, y + 21, ROWS)[-1]
    sheet.lines(60, bottom + 12, [TEXT, TEXT])
    assert table(sheet) == [TABLE[0], ["I", TITLE] if apart else [f"I. {TITLE}"], *TABLE[1:]]


def test_one_row_below_known_headings_is_a_table():
    sheet = Sheet().lines(60, 60, [TEXT, TEXT])
    lay(sheet, 120, [HEADS, ROWS[0]])
    assert table(sheet) == TABLE[:2]


def test_rows_without_numbers_below_known_headings():
    sheet = Sheet()
    lay(sheet, 120, [["", *HEADS[1:]], *(["", *row[1:]] for row in ROWS)])
    assert table(sheet) == [row[1:] for row in TABLE]


def test_blocks_side_by_side_without_known_headings_are_no_table():
    sheet = Sheet()
    lay(sheet, 120, [["", "Nơi nhận:", "TM. ỦY BAN", "Bản sao"], ["", "- Sở Y tế;", "CHỦ TỊCH", "Hai bản"]])
    document = pdf.read(build(sheet), "made.pdf", Limits())
    assert not any(isinstance(block, Grid) for block in document.blocks)


def upright_words(sheet: Sheet, x: float, y: float, words: str, *, upward: bool) -> Sheet:
    """Words on a base line at ``x`` that begin at ``y`` and run up or down the page."""
    codes = "".join(f"{ord(c):04X}" for c in words)
    turn = "0 1 -1 0" if upward else "0 -1 1 0"
    sheet.content.append(f"BT /F1 9 Tf {turn} {x:.2f} {sheet.height - y:.2f} Tm <{codes}> Tj ET")
    return sheet


@pytest.mark.parametrize("upward", [True, False], ids=["from the bottom up", "from the top down"])
def test_headings_set_upright(upward):
    sheet = Sheet().text(60, 150, "STT").text(95, 150, "Nhiệm vụ")
    start = 200 if upward else 110
    first, second = (300, 312) if upward else (312, 300)
    upright_words(sheet, first, start, "Cơ quan được giao", upward=upward)
    upright_words(sheet, second, start, "chủ trì", upward=upward)
    upright_words(sheet, 430, start, "Thời gian", upward=upward)
    tops = [100.0, *lay(sheet, 220, ROWS)]
    level(upright(sheet, tops[0], tops[-1]), *tops)
    assert table(sheet) == [["STT", "Nhiệm vụ", "Cơ quan được giao chủ trì", "Thời gian"], *TABLE[1:]]
