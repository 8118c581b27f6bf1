"""Tables: put back where flattened, given their shape, made public with every cell in its place."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from grids import flattened, grid, words_of
from vnplan.grammar.cells import column_fit, flattened_rows
from vnplan.grammar.cells.column_headings import role_of
from vnplan.grammar.cells.row_numbers import read_ordinal
from vnplan.models.base import Span
from vnplan.models.section import SectionKind
from vnplan.models.source import Source
from vnplan.models.table import RowKind
from vnplan.outline.shapes import Node, Outline, Part, PartKind
from vnplan.outline.tables import flattened as flattened_module
from vnplan.outline.tables import recognition as outline_tables
from vnplan.outline.tables.flattened import recover
from vnplan.outline.tables.table_shape import shape_grid
from vnplan.readers.source import Furniture, Grid, Paragraph, SourceDocument, Typography
from vnplan.rules.findings import Findings
from vnplan.rules.rows import public_tables
from vnplan.setting import Setting
from vnplan.text.search_text import SearchText

CASES = tomllib.loads((Path(__file__).parent / "cases" / "tables.toml").read_text("utf-8"))


def by_note(case):
    return case["note"]


@pytest.mark.parametrize("case", CASES["flat"], ids=by_note)
def test_flattened_tables_come_back(case):
    before, after = case.get("before", []), case.get("after", [])
    text, blocks = flattened([*before, *case["cells"], *after])
    found = recover(SearchText(text), blocks)
    assert [isinstance(b, Grid) for b in found] == [False] * len(before) + [True] + [False] * len(after)
    table = found[len(before)]
    assert table.recovered
    shape = shape_grid(SearchText(text), table)
    rows = [f"{row.kind.value}: {' | '.join(words_of(text, c) for c in row.cells)}" for row in shape.rows]
    assert rows == case["rows"]


WEIGHTS = [
    *((column_fit, name) for name in ("_NO_FIT", "HOPELESS", "MISSING_MARK", "MISSING")),
    *((flattened_rows, name) for name in ("_WORTH", "_LEAST", "_FITS", "HOPELESS")),
    (flattened_module, "_WORST_FIT"),
]


@pytest.mark.parametrize("factor", [0.75, 1.25])
@pytest.mark.parametrize(("module", "weight"), WEIGHTS, ids=lambda v: v if isinstance(v, str) else "")
def test_no_table_hangs_on_one_weight(module, weight, factor, monkeypatch):
    monkeypatch.setattr(module, weight, getattr(module, weight) * factor)
    for case in CASES["flat"]:
        test_flattened_tables_come_back(case)


@pytest.mark.parametrize("case", CASES["prose"], ids=by_note)
def test_prose_stays_prose(case):
    text, blocks = flattened(case["cells"])
    assert recover(SearchText(text), blocks) == blocks


@pytest.mark.parametrize("case", CASES["grid"], ids=by_note)
def test_shape(case):
    text, table = grid(case["rows"])
    shape = shape_grid(SearchText(text), table)
    assert [c.role or "" for c in shape.columns] == case["columns"]
    assert [r.kind.value for r in shape.rows] == case["kinds"]
    assert shape.role.value == case["role"]


def drawn(text, table):
    """A grid as the rows from which :func:`grids.grid` makes one."""
    rows = []
    for row in range(table.rows):
        here = {cell.column: cell for cell in table.cells if cell.row <= row < cell.row + cell.row_span}
        parts = []
        for _, cell in sorted(here.items()):
            words = words_of(text, cell) if cell.row == row else "_"
            tall = f"^{cell.row_span}" if cell.row_span > 1 and cell.row == row else ""
            parts.append(f"{words}{tall}" + (f">{cell.column_span}" if cell.column_span > 1 else ""))
        rows.append(" | ".join(parts))
    return [" | ".join(part.strip() for part in row.split("|")) for row in rows]


@pytest.mark.parametrize("case", CASES["mended"], ids=by_note)
def test_headings_and_cells_stand_in_their_own_columns(case):
    text, table = grid(case["rows"])
    found = shape_grid(SearchText(text), table).grid
    assert drawn(text, found) == [" | ".join(part.strip() for part in row.split("|")) for row in case["found"]]


def test_a_bold_title_alone_is_a_group():
    text, table = grid(["TT | Nhiệm vụ | Chủ trì", " | Thể chế | ", "1 | Quy chế | Sở X"], bold=(1,))
    assert [r.kind for r in shape_grid(SearchText(text), table).rows] == [RowKind.HEADER, RowKind.GROUP, RowKind.DATA]


def test_a_table_without_headings_goes_on_with_the_one_before():
    text, first = grid(["TT | Nhiệm vụ | Chủ trì", "1 | Quy chế | Sở X"])
    more, second = grid(["2 | Mẫu | Sở Y"])
    before = shape_grid(SearchText(text), first)
    assert [c.role for c in shape_grid(SearchText(more), second, (), before).columns] == ["stt", "task", "lead"]
    assert [c.role for c in shape_grid(SearchText(more), second).columns] == ["stt", None, None]


def test_furniture_inside_a_table_stands_after_it():
    cells = CASES["flat"][1]["cells"]
    text, blocks = flattened(cells)
    page = len(text)
    text += "2\n"
    found = recover(SearchText(text), (*blocks[:12], Furniture((Span(page, page + 1),)), *blocks[12:]))
    assert [type(b) for b in found] == [Grid, Furniture]


TASKS = st.sampled_from(["Xây dựng quy chế", "Rà soát văn bản", "Tổ chức hội nghị tập huấn", "Mở lớp học nghề"])
BODIES = st.sampled_from(["Sở Y tế", "UBND các xã", "Công an tỉnh", "Các sở, ngành", "Văn phòng UBND tỉnh"])
TIMES = st.sampled_from(["2026", "Quý II/2026", "Hằng năm", "Thường xuyên", "Trước 30/6/2026", "2026-2030"])
OUTPUTS = st.sampled_from(["Kế hoạch", "Quyết định", "Báo cáo", "Nghị quyết"])
ROWS = st.lists(
    st.tuples(TASKS, BODIES, st.just("") | BODIES, st.just("") | TIMES, st.just("") | OUTPUTS), min_size=2, max_size=12
)
HEAD = ("STT", "Nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian", "Sản phẩm")


@given(ROWS)
def test_marked_cells_all_come_back(rows):
    text, blocks = flattened([*HEAD, *(cell for n, row in enumerate(rows, 1) for cell in (str(n), *row))])
    (table,) = recover(SearchText(text), blocks)
    found = [tuple(words_of(text, c) for c in table.cells[6 * n : 6 * n + 6]) for n in range(1, len(rows) + 1)]
    assert found == [(str(n), *row) for n, row in enumerate(rows, 1)]


FULL = st.lists(st.tuples(TASKS, BODIES, st.just("") | BODIES, TIMES, OUTPUTS), min_size=2, max_size=12)


@given(FULL)
def test_rows_keep_their_numbers_where_empty_cells_are_left_out(rows):
    text, blocks = flattened([*HEAD, *(cell for n, row in enumerate(rows, 1) for cell in (str(n), *row) if cell)])
    (table,) = recover(SearchText(text), blocks)
    assert [words_of(text, c) for c in table.cells if c.column == 0] == [
        "STT",
        *(str(n) for n in range(1, len(rows) + 1)),
    ]
    times = [words_of(text, c) for c in table.cells if c.column == 4][1:]
    assert times == [row[3] for row in rows]


@given(
    st.lists(
        st.sampled_from([*HEAD, "1", "2", "I", "A", "1.1", "Sở Y tế", "2026", "", "Xây dựng", "Điều 1. X"]), max_size=40
    )
)
def test_recovery_loses_no_word(cells):
    text, blocks = flattened(cells)
    found = recover(SearchText(text), blocks)
    words = [
        p.view(SearchText(text)).text
        for b in found
        for p in (
            (b,)
            if isinstance(b, Paragraph)
            else sorted((p for c in b.cells for p in c.paragraphs), key=lambda p: p.start)
        )
    ]
    assert [w for w in words if w] == [c for c in cells if c]


CELL = st.sampled_from(["", "1", "I", "a¶b", "Nhiệm vụ", "Sở Y tế", "2026", "TT", "Tổng cộng", "Kinh phí"])


@given(st.lists(st.lists(CELL, min_size=1, max_size=5), min_size=1, max_size=6))
def test_every_cell_of_a_grid_stands_in_one_cell_of_the_table(rows):
    text, table = grid(["|".join(row) for row in rows])
    node = Node(SectionKind.PREAMBLE, 1, None, None, (), (table,), (), len(text))
    public = tabled(outline_of(text, node)).tables
    (only,) = public
    places = [(c.row, c.column) for row in only.rows for c in row.cells]
    assert sorted(places) == sorted((c.row, c.column) for c in table.cells)
    spans = [s for row in only.rows for c in row.cells for s in c.spans]
    assert sorted(spans) == sorted(s for c in table.cells for p in c.paragraphs for s in p.pieces)
    assert all(cell.row == number for number, row in enumerate(only.rows) for cell in row.cells)


def outline_of(text, *nodes, kind=PartKind.MAIN):
    source = Source(name="x", media_type="text/plain", sha256="0" * 64, reader="test", chars=len(text))
    part = Part(kind, (), nodes, outline_tables.shape(SearchText(text), nodes), (), Span(0, len(text)))
    return Outline(SourceDocument(source, text, ()), SearchText(text), part, ())


def tabled(outline, setting=None):
    """What is known of an outline once its tables are read, within ``setting``."""
    known = Findings(setting=setting or Setting())
    return known.adding(public_tables.find(outline, known))


def test_a_caption_is_the_line_above():
    text, table = grid(["TT | Chỉ tiêu", "1 | Tỷ lệ"])
    title, unit = "Bảng 1: Chỉ tiêu năm 2026", "Đơn vị tính: %"
    lines = f"{title}\n{unit}\n"
    both = text + lines
    above = Paragraph((Span(len(text), len(text) + len(title)),), Typography(bold=True))
    between = Paragraph((Span(len(text) + len(title) + 1, len(both) - 1),))
    node = Node(SectionKind.ROMAN, 1, "I", None, (), (above, between, table), (), len(both))
    (shape,) = outline_tables.shape(SearchText(both), (node,))
    assert both[shape.caption[0].start : shape.caption[0].end] == title
    (public,) = tabled(outline_of(both, node)).tables
    assert (public.id, public.caption) == ("T1", title)


def test_cells_undo_wraps_and_keep_paragraphs():
    text = "Sở Nội\nvụ\nSở Y tế"
    table = Grid(1, 1, (), Span(0, len(text)))
    paragraphs = (Paragraph((Span(0, 9),)), Paragraph((Span(10, 17),)))
    cell = grid(["x"])[1].cells[0]
    cells = (type(cell)(0, 0, paragraphs),)
    node = Node(SectionKind.PREAMBLE, 1, None, None, (), (type(table)(1, 1, cells, table.span),), (), len(text))
    (public,) = tabled(outline_of(text, node)).tables
    assert public.rows[0].cells[0].text == "Sở Nội vụ\nSở Y tế"


@pytest.mark.parametrize(
    ("heading", "role"),
    [
        ("CƠ QUAN\nCHỦ TRÌ", "lead"),
        ("Kinh phí (triệu đồng)", "budget"),
        ("Thời gian thực hiện, hoàn thành", "time"),
        ("Cơ quan, đơn vị chủ trì tham mưu", "lead"),
        ("Đơn vị chủ trì, đơn vị phối hợp", "lead_and_coordinating"),
        ("Kết quả thực hiện trong tháng", None),
        ("Thực hiện", "lead"),
        ("Đầu mối", "in_charge"),
        ("Cơ quan đầu mối", "lead"),
        ("Tổ chức thực hiện", None),
        ("Bộ phận thực hiện", "lead"),
        ("Bên cùng thực hiện", "coordinating"),
        ("Lực lượng tham gia", "coordinating"),
        ("Bộ phận cùng làm", "coordinating"),
        ("Phụ trách chính", "lead"),
        ("Nơi xem xét, phê duyệt", "approver"),
        ("Nơi nhận", None),
        ("Phần việc cụ thể", "task"),
        ("Xong trong", "time"),
        ("Hạn xong", "time"),
        ("Yêu cầu về sản phẩm", "output"),
        ("Cấp có thẩm quyền phê duyệt", "approver"),
        ("Cấp công trình", None),
        ("Thời gian chậm nhất", "time"),
        ("Thời gian vượt tiến độ", None),
        ("Danh mục dự án đầu tư", None),
        ("Vai trò (Chủ trì/ Phối hợp)", "part"),
        ("Nội dung liên quan", None),
        ("Xã", None),
        ("", None),
        ("x" * 10_000, None),
    ],
)
def test_roles_of_headings(heading, role):
    assert role_of(heading) == role


@pytest.mark.parametrize(
    ("words", "kind", "value"),
    [
        ("I", "roman", 1),
        ("IV.", "roman", 4),
        ("XII", "roman", 12),
        ("7", "arabic", 7),
        ("13.1", "nested", 1),
        ("01.", "arabic", 1),
        ("A", "letter", 1),
        ("đ)", "small", 5),
        ("(2)", "arabic", 2),
        ("KH20_TT_N01.1.1", "nested", 1),
        ("NV1.2", "nested", 2),
    ],
)
def test_row_numbers(words, kind, value):
    ordinal = read_ordinal(words)
    assert (ordinal.kind, ordinal.value) == (kind, value)


@pytest.mark.parametrize("words", ["", "2026", "Sở", "1 việc", "IIII", "%", "1,5", "a b", "COVID-19", "T6", "QĐ_TTg"])
def test_no_row_numbers(words):
    assert read_ordinal(words) is None
