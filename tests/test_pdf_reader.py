from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import reader_contract
from pdf_builder import Sheet, build
from reader_contract import words
from vnplan.errors import CorruptDocument, EncryptedDocument, LimitExceeded, MissingDependency
from vnplan.readers import ocr, pdf
from vnplan.readers.limits import Limits
from vnplan.readers.pdf.grids import pdfplumber_finder
from vnplan.readers.pdf.page import Rule, Word
from vnplan.readers.pdf.scans import tone_marks, two_renderings
from vnplan.readers.pdf.words import repair
from vnplan.readers.source import Furniture, Grid, Paragraph
from vnplan.text.syllable import is_syllable
from vnplan.text.view import fold_space

SHARED = Path(__file__).resolve().parents[2] / "shared" / "corpus"


def read(*sheets: Sheet, limits: Limits | None = None, **how):
    document = pdf.read(build(*sheets, **how), "made.pdf", limits or Limits())
    reader_contract.check(document)
    return document


def paragraphs(document) -> list[str]:
    return [words(document, block) for block in document.blocks if isinstance(block, Paragraph)]


def furniture(document) -> list[str]:
    return [words(document, block) for block in document.blocks if isinstance(block, Furniture)]


def grid_of(document) -> Grid:
    grids = [block for block in document.blocks if isinstance(block, Grid)]
    assert len(grids) == 1
    return grids[0]


def cells(document) -> dict[tuple[int, int], str]:
    return {
        (c.row, c.column): " / ".join(fold_space(document.text[p.start : p.end]) for p in c.paragraphs)
        for c in grid_of(document).cells
    }


def codes(document) -> list[str]:
    return [d.code for d in document.diagnostics]


BODY = [
    "Căn cứ chức năng, nhiệm vụ được giao, Sở Mẫu xây dựng kế hoạch này",
    "để triển khai các nhiệm vụ trọng tâm của năm trên địa bàn tỉnh nhà",
    "bảo đảm đúng tiến độ.",
]


class TestParagraphs:
    def test_hard_wraps_are_undone(self):
        document = read(Sheet().lines(85, 100, BODY))
        assert [fold_space(p) for p in paragraphs(document)] == [" ".join(BODY)]
        (block,) = document.blocks
        assert [document.text[a:b] for a, b in block.lines] == BODY

    def test_a_line_that_had_room_for_more_ends_its_paragraph(self):
        document = read(
            Sheet().lines(85, 100, [*BODY, "Đoạn sau bắt đầu ở đây và còn dài hơn nữa cho đủ một dòng chữ in"])
        )
        assert len(paragraphs(document)) == 2

    def test_an_indent_begins_a_paragraph(self):
        sheet = (
            Sheet()
            .text(121, 100, BODY[0][:58])
            .text(85, 116, BODY[1])
            .text(121, 132, BODY[0][:60])
            .text(85, 148, BODY[2])
        )
        assert len(paragraphs(read(sheet))) == 2

    def test_room_between_lines_begins_a_paragraph(self):
        sheet = Sheet().lines(85, 100, BODY[:2] * 3).lines(85, 220, BODY[:2])
        assert len(paragraphs(read(sheet))) == 2

    @pytest.mark.parametrize(
        ("first", "second", "joined"),
        [
            (
                "Thực hiện Quyết định của Thủ tướng Chính phủ số 1983/QĐ-",
                "TTg ngày 24/11/2021 về việc ấy",
                "1983/QĐ-TTg ngày",
            ),
            (
                "Thực hiện Kết luận của Bộ Chính trị khóa mười ba số 92-",
                "KL/TW, ngày 05/11/2020 về việc",
                "số 92-KL/TW, ngày",
            ),
            (
                "Thực hiện các mục tiêu của tỉnh trong giai đoạn năm 2021-",
                "2025 trên địa bàn cả tỉnh nhà",
                "2021- 2025",
            ),
            (
                "Thực hiện các nhiệm vụ trọng tâm của ngành kinh tế -",
                "xã hội trên địa bàn cả tỉnh nhà",
                "kinh tế - xã hội",
            ),
        ],
    )
    def test_document_numbers_are_joined_over_line_ends(self, first, second, joined):
        wide = "Dòng" + "m" * (len(first) - 4)  # shows where the right margin is
        (paragraph,) = paragraphs(read(Sheet().lines(85, 100, [wide, first, second])))[-1:]
        assert joined in fold_space(paragraph)

    def test_a_paragraph_runs_on_over_the_page_and_the_number_comes_after_it(self):
        first = Sheet().lines(85, 760, BODY[:2]).text(295, 820, "1")
        second = Sheet().lines(85, 100, [BODY[1], *BODY[1:]]).text(295, 820, "2")
        document = read(first, second)
        assert len(paragraphs(document)) == 1
        assert furniture(document) == ["1", "2"]
        assert isinstance(document.blocks[0], Paragraph)

    def test_a_footnote_comes_after_the_paragraph_that_it_interrupts(self):
        first = (
            Sheet()
            .lines(85, 700, BODY[:2])
            .rule(85, 745, 229, 745)
            .text(85, 760, "1 Theo số liệu của năm trước.", size=9)
        )
        document = read(first, Sheet().lines(85, 100, BODY[1:]))
        assert [fold_space(p) for p in paragraphs(document)] == [
            " ".join([*BODY[:2], *BODY[1:]]),
            "1 Theo số liệu của năm trước.",
        ]

    def test_look(self):
        document = read(Sheet().text(260, 80, "KẾ HOẠCH", font="F2").lines(85, 120, BODY))
        title, body = document.blocks[:2]
        assert title.look.bold
        assert title.look.centered
        assert not body.look.bold
        assert body.look.size == 12


class TestColumns:
    def head(self) -> Sheet:
        return (
            Sheet()
            .text(110, 80, "UBND TỈNH MẪU")
            .text(100, 96, "SỞ CÔNG VIỆC", font="F2")
            .text(105, 128, "Số:     /KH-SCV")
            .text(290, 80, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", font="F2")
            .text(330, 96, "Độc lập - Tự do - Hạnh phúc", font="F2")
            .text(320, 128, "Mẫu, ngày     tháng 4 năm 2026", font="F3")
            .text(268, 170, "KẾ HOẠCH", font="F2")
            .lines(85, 210, BODY)
        )

    def test_left_block_first_then_the_right_one(self):
        got = [fold_space(p) for p in paragraphs(read(self.head()))]
        assert got[:7] == [
            "UBND TỈNH MẪU",
            "SỞ CÔNG VIỆC",
            "Số: /KH-SCV",
            "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
            "Độc lập - Tự do - Hạnh phúc",
            "Mẫu, ngày tháng 4 năm 2026",
            "KẾ HOẠCH",
        ]

    def test_recipients_beside_the_signature(self):
        sheet = (
            Sheet()
            .lines(85, 100, BODY)
            .lines(85, 200, ["Nơi nhận:", "- Như trên;", "- Các sở;", "- Lưu: VT."], size=11)
            .text(380, 200, "KT. GIÁM ĐỐC", font="F2")
            .text(378, 216, "PHÓ GIÁM ĐỐC", font="F2")
            .text(372, 300, "Nguyễn Văn Mẫu", font="F2")
        )
        got = [fold_space(p) for p in paragraphs(read(sheet))]
        assert got[1:] == [
            "Nơi nhận:", "- Như trên;", "- Các sở;", "- Lưu: VT.", "KT. GIÁM ĐỐC", "PHÓ GIÁM ĐỐC", "Nguyễn Văn Mẫu",
        ]  # fmt: skip

    def test_a_blank_left_for_the_date_makes_no_columns(self):
        sheet = Sheet().lines(85, 100, BODY).text(150, 180, "(Kèm theo Quyết định ngày          tháng 3 năm 2026)")
        assert fold_space(paragraphs(read(sheet))[-1]) == "(Kèm theo Quyết định ngày tháng 3 năm 2026)"


XS = [60.0, 100.0, 300.0, 420.0, 540.0]
HEADER = ["TT", "Nhiệm vụ", "Chủ trì", "Thời gian"]


class TestTables:
    def broken(self, gap: float) -> Sheet:
        """Four rows of three columns, each border of each cell a stroke of its own that ends before the corner."""
        xs, ys = [85, 125, 325, 510], [100, 140, 180, 220, 260]
        sheet = Sheet()
        for y in ys:
            for a, b in pairwise(xs):
                sheet.rule(a + gap, y, b - gap, y)
        for x in xs:
            for a, b in pairwise(ys):
                sheet.rule(x, a + gap, x, b - gap)
        for number, y in enumerate(ys[:-1]):
            sheet.row(xs, y, [str(number), f"Việc thứ {number}|và phần còn lại", "Sở Mẫu"])
        return sheet

    @pytest.mark.parametrize("gap", [0, 2, 5])
    def test_lines_that_do_not_meet_at_the_corners_make_a_table(self, gap):
        found = cells(read(self.broken(gap).lines(85, 300, BODY)))
        assert found[1, 1] == "Việc thứ 1 và phần còn lại"
        assert sorted(found) == [(row, column) for row in range(4) for column in range(3)]

    def test_a_double_frame_round_a_page_is_no_table(self):
        sheet = Sheet().lines(85, 100, BODY)
        for at in (50, 54):
            sheet.grid([at, 595 - at], [at, 842 - at])
        assert [type(block) for block in read(sheet).blocks] == [Paragraph]

    def test_a_sea_of_loose_strokes_is_not_looked_at(self):
        strokes = [Rule(x, y, x + 7, y) for x in range(0, 800, 20) for y in range(0, 800, 7)]
        strokes += [Rule(x, y, x, y + 7) for x in range(0, 800, 7) for y in range(0, 800, 20)]
        assert pdfplumber_finder.grids(strokes, [], 1) == []

    def test_cells_by_rules(self):
        sheet = Sheet().grid(XS, [100, 120, 160, 180]).row(XS, 100, HEADER)
        sheet.row(XS, 120, ["1", "Xây dựng kế hoạch của|ngành", "Sở Y tế", "Quý I"]).row(
            XS, 160, ["2", "Báo cáo", "", ""]
        )
        document = read(sheet)
        grid = grid_of(document)
        assert (grid.rows, grid.columns, grid.ruled) == (3, 4, True)
        assert cells(document)[1, 1] == "Xây dựng kế hoạch của ngành"
        assert cells(document)[2, 2] == ""

    def test_merged_cells_stand_once_with_their_spans(self):
        sheet = Sheet().grid([60, 100], [100, 120, 140, 160]).rule(100, 100, 540, 100).rule(100, 160, 540, 160)
        sheet.rule(100, 120, 540, 120).rule(300, 140, 540, 140).rule(540, 100, 540, 160).rule(300, 120, 300, 160)
        sheet.row(XS, 100, ["I", "Nhóm việc"]).row(XS, 120, ["1", "Việc", "Sở A"]).row([300.0], 140, ["Sở B"])
        document = read(sheet)
        spans = {(c.row, c.column): (c.row_span, c.column_span) for c in grid_of(document).cells}
        assert spans[0, 1] == (1, 2)
        assert spans[1, 1] == (2, 1)
        assert cells(document)[2, 2] == "Sở B"

    def test_a_table_without_outer_uprights(self):
        sheet = Sheet()
        for y in (100, 120, 140):
            sheet.rule(60, y, 540, y)
        sheet.rule(100, 100, 100, 140).rule(300, 100, 300, 140)
        sheet.row(XS, 100, ["TT", "Nội dung", "Ghi chú"]).row(XS, 120, ["1", "Việc", "Không"])
        document = read(sheet)
        assert cells(document) == {
            (0, 0): "TT", (0, 1): "Nội dung", (0, 2): "Ghi chú", (1, 0): "1", (1, 1): "Việc", (1, 2): "Không",
        }  # fmt: skip

    def test_thin_boxes_are_rules(self):
        sheet = Sheet()
        for y in (100, 120, 140):
            sheet.content.append(f"60 {842 - y} 480 0.5 re f")
        for x in XS:
            sheet.content.append(f"{x} {842 - 140} 0.5 40 re f")
        document = read(sheet.row(XS, 100, HEADER).row(XS, 120, ["1", "Việc", "Sở A", "2026"]))
        assert grid_of(document).columns == 4

    def test_a_table_without_rules(self):
        sheet = Sheet().lines(85, 60, BODY)
        rows = [
            HEADER,
            ["1", "Xây dựng kế hoạch", "Sở A", "Quý I"],
            ["2", "Báo cáo", "Sở B", "Quý II"],
            ["3", "Tổng kết", "Sở C", ""],
        ]
        for number, row in enumerate(rows):
            sheet.row(XS, 150 + 20 * number, row)
        document = read(sheet)
        grid = grid_of(document)
        assert (grid.rows, grid.columns, grid.ruled) == (4, 4, False)
        assert cells(document)[2, 1] == "Báo cáo"
        assert cells(document)[3, 3] == ""

    def test_a_table_with_level_rules_alone(self):
        sheet = Sheet()
        for y in (100, 120, 155, 175, 195):
            sheet.rule(60, y, 540, y)
        sheet.row(XS, 100, HEADER).row(XS, 120, ["1", "Xây dựng kế hoạch|của ngành", "Sở A", "Quý I"])
        sheet.row(XS, 155, ["2", "Báo cáo", "Sở B", ""]).row(XS, 175, ["3", "Tổng kết", "Sở C", "2026"])
        document = read(sheet)
        assert grid_of(document).ruled is False
        assert cells(document)[1, 1] == "Xây dựng kế hoạch của ngành"

    def two_pages(self) -> list[Sheet]:
        first = Sheet().lines(85, 60, BODY).grid(XS, [700, 720, 740, 780]).row(XS, 700, HEADER)
        first.row(XS, 720, ["1", "Việc thứ nhất.", "Sở A", "2026"])
        first.row(XS, 740, ["2", "Việc thứ hai kéo dài sang|trang sau và vẫn chưa", "Sở B", "2026"])
        second = Sheet().text(295, 40, "2").grid(XS, [60, 80, 100, 120]).row(XS, 60, HEADER)
        second.row(XS, 80, ["", "dừng ở đó.", "", ""]).row(XS, 100, ["3", "Việc thứ ba.", "Sở C", "2027"])
        return [first, second.lines(85, 200, ["Đoạn sau bảng."])]

    def test_one_table_over_two_pages(self):
        document = read(*self.two_pages())
        grid = grid_of(document)
        assert (grid.rows, grid.columns) == (4, 4)
        assert cells(document)[2, 1] == "Việc thứ hai kéo dài sang trang sau và vẫn chưa dừng ở đó."
        assert cells(document)[3, 1] == "Việc thứ ba."
        assert furniture(document) == [*HEADER, "2"]

    def test_a_row_that_begins_something_new_is_a_row(self):
        first = Sheet().grid(XS, [700, 720, 740]).row(XS, 700, HEADER).row(XS, 720, ["1", "Việc một.", "Sở A", "2026"])
        second = Sheet().grid(XS, [60, 80]).row(XS, 60, ["2", "Việc hai.", "Sở B", "2027"])
        assert grid_of(read(first, second)).rows == 3

    @staticmethod
    def merged(sheet: Sheet, ys: list[float]) -> Sheet:
        """Rows with a first column merged over all of them."""
        for y in (ys[0], ys[-1]):
            sheet.rule(XS[0], y, XS[-1], y)
        for y in ys[1:-1]:
            sheet.rule(XS[1], y, XS[-1], y)
        for x in XS:
            sheet.rule(x, ys[0], x, ys[-1])
        return sheet

    @pytest.mark.parametrize("high", [20, 60], ids=["no room below the words", "room below the words"])
    def test_a_row_after_the_page_end_under_a_merged_number(self, high):
        first = Sheet().grid(XS, [640, 660]).row(XS, 640, HEADER)
        self.merged(first, [660, 680, 700, 700 + high]).row(XS, 660, ["1", "Nuôi ong rừng", "Sở A", "Quý I"])
        first.row(XS, 680, ["", "Đào ao thả cá ở các xã vùng thấp", "Sở B", "Quý II"])
        first.row(XS, 700, ["", "Mua thuyền cho các đội ở ven hồ", "Sở Xây dựng tỉnh", "Quý III/2031"])
        second = self.merged(Sheet(), [60, 80, 100]).row(XS, 60, ["", "Tập bơi cho trẻ", "Sở D", "Quý IV"])
        document = read(first, second.row(XS, 80, ["", "Thi bơi", "Sở E", "2032"]))
        assert grid_of(document).rows == 6
        assert [cells(document)[row, 1] for row in (3, 4)] == ["Mua thuyền cho các đội ở ven hồ", "Tập bơi cho trẻ"]
        number = next(c for c in grid_of(document).cells if (c.row, c.column) == (1, 0))
        assert number.row_span == 5

    def test_a_row_under_a_merged_number_that_the_page_end_cuts(self):
        first = Sheet().grid(XS, [640, 660]).row(XS, 640, HEADER)
        self.merged(first, [660, 680, 715]).row(XS, 660, ["1", "Nuôi ong rừng", "Sở A", "Quý I"])
        first.row(XS, 680, ["", "Mua thuyền cho các đội|ở ven hồ, ở các bến và", "Sở B", "Quý II"])
        second = self.merged(Sheet(), [60, 80, 100]).row(XS, 60, ["", "ở chợ nổi", "", ""])
        document = read(first, second.row(XS, 80, ["", "Thi bơi", "Sở E", "2032"]))
        assert grid_of(document).rows == 4
        assert cells(document)[2, 1] == "Mua thuyền cho các đội ở ven hồ, ở các bến và ở chợ nổi"

    def test_what_is_merged_above_a_page_end_ends_where_a_group_begins(self):
        first = Sheet().grid(XS, [640, 660]).row(XS, 640, HEADER)
        for a, b in ((660, 680), (680, 700)):
            first.rule(XS[0], b, XS[2], b).rule(XS[3], b, XS[4], b)
            first.row(XS, a, [str(a // 20 - 32), "Nuôi ong", "Sở A" if a == 660 else "", "2031"])
        first.rule(XS[0], 700, XS[4], 700)
        for x in XS:
            first.rule(x, 660, x, 700)
        second = Sheet().grid(XS, [60, 80, 100]).row(XS, 60, ["B", "CHỢ BÚA", "", ""])
        document = read(first, second.row(XS, 80, ["3", "Dọn chợ", "Sở B", "2032"]))
        lead = next(c for c in grid_of(document).cells if (c.row, c.column) == (1, 2))
        assert lead.row_span == 2

    def test_a_number_in_a_second_column_begins_a_row(self):
        first = Sheet().grid(XS, [700, 720, 740]).row(XS, 700, ["TT", "Chi tiết", "Việc", "Sở"])
        first.row(XS, 720, ["8", "h)", "Dữ liệu về các bến thuyền của", "Sở A"])
        second = Sheet().grid(XS, [60, 80, 100]).row(XS, 60, ["", "2", "Tập trung bốn mươi ngày", "Sở B"])
        document = read(first, second.row(XS, 80, ["9", "a)", "Dữ liệu về chợ", "Sở B"]))
        assert cells(document)[2, 1] == "2"

    def test_tables_of_other_columns_stay_apart(self):
        first = Sheet().grid(XS, [700, 720]).row(XS, 700, HEADER)
        second = Sheet().grid([60, 200, 540], [60, 80]).row([60, 200], 60, ["Cột khác", "Hẳn"])
        assert sum(isinstance(block, Grid) for block in read(first, second).blocks) == 2

    def test_origins_tell_page_row_and_column(self):
        document = read(*self.two_pages())
        at = document.text.index("Việc thứ ba.")
        place = next(o.place for o in document.origins if o.span.start == at)
        assert (place.page, place.row, place.column) == (2, 3, 1)


class TestFurniture:
    def test_page_numbers_and_running_heads(self):
        sheets = [
            Sheet().text(85, 40, "Kế hoạch mẫu").lines(85, 100, BODY).text(295, 820, f"Trang {n}/4")
            for n in range(1, 5)
        ]
        document = read(*sheets)
        assert furniture(document).count("Kế hoạch mẫu") == 4
        assert "Trang 3/4" in furniture(document)

    def test_a_number_in_the_text_is_no_page_number(self):
        document = read(Sheet().text(85, 90, "2026").lines(85, 130, BODY))
        assert furniture(document) == []


class TestPages:
    @pytest.mark.parametrize("rotate", [0, 90, 180, 270])
    def test_boxes_lie_on_the_page_as_shown(self, rotate):
        document = read(Sheet(rotate=rotate).lines(85, 100, BODY))
        width, height = (595, 842) if rotate in (0, 180) else (842, 595)
        for origin in document.origins:
            x0, top, x1, bottom = origin.place.box
            assert 0 <= x0 < x1 <= width
            assert 0 <= top < bottom <= height

    def test_pages_are_counted(self):
        document = read(Sheet().lines(85, 100, BODY), Sheet())
        assert document.source.pages == 2
        assert document.source.reader == "pdf"

    @settings(max_examples=30, deadline=None)
    @given(
        st.lists(
            st.tuples(
                st.integers(40, 300),
                st.sampled_from([14, 20, 45]),
                st.lists(
                    st.sampled_from(["Sở", "kế", "hoạch", "12/2026", "-", "đ)", "92-", "", "Uỷ"]),
                    min_size=1,
                    max_size=6,
                ),
            ),
            max_size=12,
        )
    )
    def test_no_letter_is_lost_or_invented(self, placed):
        sheet, y = Sheet(), 60
        for x, step, text in placed:
            y += step
            sheet.text(x, y, " ".join(text))
        document = read(sheet)
        assert sorted("".join(document.text.split())) == sorted("".join("".join(text) for _, _, text in placed))


class TestHealth:
    @pytest.mark.parametrize(
        "word", ["nghiêng", "Uỷ", "uỷ", "khuỷu", "thuở", "gì", "giếng", "quyết", "yêu", "HOẠCH", "Đắk"]
    )
    def test_syllables(self, word):
        assert is_syllable(word)

    @pytest.mark.parametrize("word", ["nghành", "QUYÉT", "ng‡y", "Fͱ", "Wҥi", "plan", "TTg", "ht"])
    def test_no_syllables(self, word):
        assert not is_syllable(word)

    @pytest.mark.parametrize(
        ("seen", "meant"),
        [
            (["ng‡y", "th·ng"], ["ngày", "tháng"]),
            (["cÙng", "t·c;"], ["công", "tác;"]),
            (["‘ng", "PhÛ"], ["Ông", "Phó"]),  # the quotation mark is Ô on a page that shows the slip elsewhere
            (["‘ng"], ["‘ng"]),
            (["“Xây", "dựng…”", "2026:…"], ["“Xây", "dựng…”", "2026:…"]),
            (["Í", "TÙNG", "chÌ"], ["Í", "TÙNG", "chí"]),
            (["nƣớc"], ["nước"]),
        ],
    )
    def test_letters_that_fonts_exchange(self, seen, meant):
        assert repair.repaired([seen]) == [meant]

    def test_a_damaged_layer_is_reported_and_kept_without_ocr(self, monkeypatch):
        monkeypatch.setattr(ocr, "available", lambda: False)
        document = read(Sheet().lines(85, 100, BODY), shift=29)
        assert codes(document) == ["pdf-text-damaged"]
        assert document.diagnostics[0].values["pages"] == "1"

    def test_a_foreign_page_is_sound(self, monkeypatch):
        monkeypatch.setattr(ocr, "available", lambda: False)
        document = read(
            Sheet().lines(85, 100, ["This is to certify that the product listed below is subject to", "inspection."])
        )
        assert codes(document) == []

    @pytest.mark.parametrize(
        "lines",
        [
            ["Le présent décret fixe les modalités de la coopération décentralisée", "entre les collectivités."],
            ["CERTIFICATE OF REGISTRATION ISSUED BY THE INTERNATIONAL", "ORGANIZATION FOR STANDARDIZATION"],
            ["VIỆN NGHIÊN CỨU CHÈ VÀ CÀ PHÊ TÂY BẮC KÍNH MỜI CÁC ĐƠN VỊ", "THAM DỰ HỘI NGHỊ TỔNG KẾT"],
        ],
    )
    def test_clean_pages_in_french_or_capitals_are_sound(self, lines, monkeypatch):
        monkeypatch.setattr(ocr, "available", lambda: False)
        assert codes(read(Sheet().lines(85, 100, lines))) == []

    def test_old_encodings_are_decoded(self):
        document = read(
            Sheet().lines(85, 100, ["Uû ban nh©n d©n tØnh ban hµnh kÕ ho¹ch", "vÒ viÖc x©y dùng n«ng th«n míi"])
        )
        assert fold_space(
            document.text
        ) == "Ủy ban nhân dân tỉnh ban hành kế hoạch về việc xây dựng nông thôn mới".replace("Ủy", "Uỷ")
        assert "legacy-encoding" in codes(document)

    def test_the_fonts_of_the_file_say_which_old_encoding(self):
        line = [Word(text, 0, 0, 1, 1, 12, bold=False, italic=False) for text in ("Cô", "quan", "chuû", "trì")]
        for fonts, seen in ((["ABCDEF+VNI-Times"], "Cơ quan chủ trì"), ([".VnTime"], "Cụ quan chuỷ trỡ")):
            repairs = repair.Repairs()
            assert " ".join(word.text for word in repairs.page([line], fonts)[0]) == seen

    def test_a_scan_without_ocr_says_what_to_install(self, monkeypatch):
        monkeypatch.setattr(ocr, "available", lambda: False)
        with pytest.raises(MissingDependency, match="tesseract-ocr-vie"):
            read(Sheet().picture())

    def test_a_scanned_page_among_others_is_reported(self, monkeypatch):
        monkeypatch.setattr(ocr, "available", lambda: False)
        document = read(Sheet().lines(85, 100, BODY), Sheet().picture())
        assert codes(document) == ["pdf-page-without-text"]
        assert document.diagnostics[0].values["pages"] == "2"


def seen(text: str, x: float, y: float, trust: float = 95.0) -> ocr.Seen:
    """A word at 300 dots an inch, 12 points high, letters 6 points wide; ``x`` and ``y`` in points."""
    scale = 300 / 72
    box = (x * scale, y * scale, (x + 6 * len(text)) * scale, (y + 10) * scale)
    return ocr.Seen(text, *box, box[1], box[3], trust)


class TestOcr:
    @pytest.fixture
    def tesseract(self, monkeypatch):
        answers: list[list[ocr.Seen]] = []
        monkeypatch.setattr(ocr, "available", lambda: True)
        monkeypatch.setattr(ocr, "recognise", lambda *_, **__: answers[0])
        return answers

    def test_words_of_the_picture_become_text(self, tesseract):
        tesseract.append([seen("Kế", 85, 100), seen("hoạch", 103, 100), seen("nãm", 139, 100, trust=31.0)])
        document = pdf.read(build(Sheet().picture()), "scan.pdf", Limits())
        reader_contract.check(document)
        assert document.text == "Kế hoạch nãm"
        assert codes(document) == ["pdf-page-by-ocr", "ocr-doubtful"]
        doubt = document.diagnostics[1]
        assert document.text[doubt.span.start : doubt.span.end] == "nãm"

    def test_a_damaged_layer_is_read_from_the_picture(self, tesseract):
        tesseract.append([seen(word, 85 + 50 * n, 100) for n, word in enumerate(BODY[2].split())])
        document = read(Sheet().lines(85, 100, BODY[2:] * 2), shift=29)
        assert document.text == BODY[2]
        assert codes(document) == ["pdf-page-by-ocr"]

    def test_a_layer_is_kept_where_the_picture_shows_nothing(self, tesseract):
        tesseract.append([])
        document = read(Sheet().lines(85, 100, BODY), shift=29)
        assert codes(document) == ["pdf-text-damaged"]
        assert document.text

    def test_only_the_damaged_line_is_read_from_the_picture(self, tesseract):
        tesseract.append([seen("CHÍNH", 8, 4), seen("PHỦ", 44, 4)])  # places within the line that was cut out
        document = read(Sheet().text(85, 70, "C N P Ủ").lines(85, 100, BODY))
        assert [fold_space(p) for p in paragraphs(document)] == ["CHÍNH PHỦ", " ".join(BODY)]
        assert codes(document) == ["pdf-lines-by-ocr"]

    def test_the_second_look_mends_the_first(self):
        first = [seen("#6", 85, 100, trust=70.0), seen("hai", 139, 100), seen("|", 300, 100, trust=50.0)]
        second = [seen("46", 85, 100, trust=64.0), seen("hoi", 139, 100), seen("THỦ", 200, 100)]
        assert [one.text for one in two_renderings.merged(first, second)] == ["46", "hai", "THỦ"]

    @pytest.mark.parametrize(
        ("seen_line", "meant"),
        [
            ("QUYÉT ĐỊNH", "QUYẾT ĐỊNH"),  # no such syllable: one choice is left
            ("KÉ HOẠCH", "KẾ HOẠCH"),
            ("Căn cứ Luật Tô chức Chính phú", "Căn cứ Luật Tổ chức Chính phủ"),
            ("- Như Diêu 3;", "- Như Điều 3;"),
            ("Số: 12/QD-UBND", "Số: 12/QĐ-UBND"),
            ("~ Các sở;", "- Các sở;"),
            ("Hoà Bình, kỷ luật, hai đường", "Hoà Bình, kỷ luật, hai đường"),
            ("toà nhà. Hoạch định", "toà nhà. Hoạch định"),
        ],
    )
    def test_marks_are_put_back_where_no_choice_is_left(self, seen_line, meant):
        assert " ".join(tone_marks.restored(seen_line.split())) == meant

    def test_time_is_over(self, monkeypatch):
        def slow(*_, **__):
            raise TimeoutError("tesseract took too long")

        monkeypatch.setattr(ocr, "available", lambda: True)
        monkeypatch.setattr(ocr, "recognise", slow)
        with pytest.raises(LimitExceeded, match="before time was up"):
            read(Sheet().picture())


class TestHostile:
    def test_encrypted(self):
        with pytest.raises(EncryptedDocument, match="password"):
            read(Sheet().lines(85, 100, BODY), encrypted=True)

    @pytest.mark.parametrize("data", [b"%PDF-1.7\n", b"%PDF-1.4 nothing of the kind", b""])
    def test_corrupt(self, data):
        with pytest.raises(CorruptDocument):
            pdf.read(data, "broken.pdf", Limits())

    def test_truncated_anywhere_is_read_or_named(self):
        data = build(Sheet().lines(85, 100, BODY), Sheet().lines(85, 100, BODY))
        outcomes = set()
        for size in range(0, len(data), 997):
            try:
                reader_contract.check(pdf.read(data[:size], "cut.pdf", Limits()))
                outcomes.add("read")
            except CorruptDocument:
                outcomes.add("named")
        assert "named" in outcomes

    @pytest.mark.parametrize(
        ("limits", "reason"),
        [(Limits(pages=1), "pages"), (Limits(characters=50), "characters"), (Limits(seconds=1e-9), "seconds")],
    )
    def test_limits(self, limits, reason):
        with pytest.raises(LimitExceeded, match=reason):
            read(Sheet().lines(85, 100, BODY), Sheet().lines(85, 100, BODY), limits=limits)

    def test_too_many_drawings(self, monkeypatch):
        monkeypatch.setattr("vnplan.readers.pdf.grids.ruling_lines.MAX_OBJECTS", 20)
        sheet = Sheet()
        for y in range(30):
            sheet.rule(60, 100 + y, 500, 100 + y)
        with pytest.raises(LimitExceeded, match="drawings"):
            read(sheet)


@pytest.mark.skipif(not SHARED.is_dir(), reason="the real documents are not here")
class TestRealFiles:
    def test_an_appendix_over_many_pages_is_one_table(self):
        data = (SHARED / "hai-duong-1768-kh-ubnd-2022.pdf").read_bytes()
        document = pdf.read(data, "plan.pdf", Limits())
        reader_contract.check(document)
        grid = grid_of(document)
        assert (grid.rows, grid.columns) == (41, 7)

    @pytest.mark.slow
    @pytest.mark.parametrize("path", sorted((SHARED / "more").glob("*.pdf")), ids=lambda path: path.stem)
    def test_every_file_keeps_the_contract(self, path):
        document = pdf.read(path.read_bytes(), path.name, Limits())
        reader_contract.check(document)
        assert document.text
