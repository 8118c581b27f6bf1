"""PDF pages as a person sees them: turned, stamped, with layers; what is not seen or lies over the text is none of it."""

import pytest

from pdf_builder import Sheet, build
from vnplan.readers import pdf
from vnplan.readers.limits import Limits
from vnplan.readers.source import Furniture, Paragraph

TEXT = [
    "Nuôi ong lấy mật ở xã vùng cao",
    "Mở lớp dạy nghề cho hộ nghèo",
    "Trồng rừng ven sông và hồ chứa",
    "Chăm sóc cây con trong vườn ươm",
]


def read(*sheets, data=None):
    return pdf.read(data or build(*sheets), "in.pdf", Limits())


def words(document, kind=Paragraph):
    text = document.text
    return [" ".join(text[slice(*piece)] for piece in b.pieces) for b in document.blocks if isinstance(b, kind)]


def page(**how):
    sheet = Sheet(**how)
    for number, line in enumerate(TEXT):
        sheet.text(70, 100 + 40 * number, line)
    return sheet


def drawn(sheet, at, text, *, matrix="1 0 0 1", size=12, before=""):
    """Words with a text matrix and operators of their own; ``at`` counts from the top left corner."""
    x, y = at
    codes = "".join(f"{ord(c):04X}" for c in text)
    sheet.content.append(f"q {before} BT /F1 {size} Tf {matrix} {x:.2f} {sheet.height - y:.2f} Tm <{codes}> Tj ET Q")
    return sheet


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_upright_letters_are_read_whatever_the_page_says(rotate):
    assert words(read(page(rotate=rotate))) == TEXT


@pytest.mark.parametrize(
    ("matrix", "place"),
    [
        ("0 1 -1 0", lambda n: (100 + 40 * n, 700)),  # reads upwards
        ("0 -1 1 0", lambda n: (500 - 40 * n, 100)),  # reads downwards
        ("-1 0 0 -1", lambda n: (500, 700 - 40 * n)),  # upside down
    ],
)
def test_a_page_written_sideways_is_turned(matrix, place):
    sheet = Sheet()
    for number, line in enumerate(TEXT):
        drawn(sheet, place(number), line, matrix=matrix)
    assert words(read(sheet)) == TEXT


@pytest.mark.parametrize(
    ("name", "how"),
    [
        ("tilted", {"matrix": "0.87 0.5 -0.5 0.87"}),
        ("large and pale", {"size": 40, "before": "0.8 g"}),
        ("white on white", {"before": "1 g"}),
        ("without ink", {"before": "3 Tr"}),
    ],
)
def test_what_is_no_ink_is_furniture(name, how):
    document = read(drawn(page(), (150, 600), "MẬT", **how))
    assert words(document) == TEXT, name
    assert words(document, Furniture) == ["MẬT"]


def test_white_letters_on_a_dark_ground_are_ink():
    sheet = page()
    sheet.content.append(f"q 0.1 g 140 {sheet.height - 610} 200 30 re f Q")
    assert words(read(drawn(sheet, (150, 600), "Nổi bật", before="1 g"))) == [*TEXT, "Nổi bật"]


def test_words_outside_the_page_are_furniture():
    document = read(page().text(70, -40, "Ngoài trang"))
    assert (words(document), words(document, Furniture)) == (TEXT, ["Ngoài trang"])


@pytest.mark.parametrize(
    ("before", "mark", "kept"),
    [("Quyết định số 91/QĐ-UBND", "3", False), ("Rộng 40 m", "2", True), ("ngày 19/12/2024", "1", False)],
)
def test_a_raised_figure_is_a_note_mark_unless_it_belongs_to_a_unit(before, mark, kept):
    sheet = page().text(70, 300, before)
    sheet.text(70 + 6 * len(before), 295, mark, size=7)
    document = read(sheet)
    assert (mark in words(document, Furniture)) is not kept
    assert before in words(document)[-1]


STAMP = ["Người ký: Lê Văn Mẫu", "Cơ quan: Huyện Minh Châu", "Thời gian ký: 12.03.2024 10:05:07"]


@pytest.mark.parametrize(("x", "y"), [(380, 20), (60, 400), (300, 780)])
def test_the_stamp_of_a_signature_is_furniture_wherever_it_lies(x, y):
    document = read(page().lines(x, y, STAMP, pitch=8, size=6))
    assert words(document) == TEXT
    signature = document.source.signatures[0]
    assert (signature.name, signature.office, signature.page) == ("Lê Văn Mẫu", "Huyện Minh Châu", 1)
    assert signature.time == "12.03.2024 10:05:07"


def test_lines_of_the_document_with_such_labels_are_no_stamp():
    document = read(page().lines(70, 400, ["Cơ quan: Phòng Kinh tế", "Đơn vị: Trạm Khuyến nông"], pitch=30))
    assert not document.source.signatures
    assert words(document)[-2:] == ["Cơ quan: Phòng Kinh tế", "Đơn vị: Trạm Khuyến nông"]


def test_a_stamp_of_arrival_is_furniture_and_a_number_is_not():
    sheet = page().lines(400, 300, ["CÔNG VĂN ĐẾN", "Số: 512", "Ngày: 20/5/2024"], pitch=11, size=8)
    sheet.text(70, 400, "Số: 12/KH-UBND")
    document = read(sheet)
    assert words(document)[-1] == "Số: 12/KH-UBND"
    assert not any("ĐẾN" in line for line in words(document))


def test_a_day_stamped_over_a_word_stands_in_the_blank_before_it():
    sheet = page().text(70, 400, "ngày").text(112, 400, "tháng").text(158, 400, "năm 2024")
    document = read(sheet.text(122, 400, "14", size=10).text(162, 400, "5", size=10))
    assert words(document)[-1] == "ngày 14 tháng 5 năm 2024"


def test_two_lines_of_a_column_beside_a_taller_line_stay_two():
    sheet = page().text(350, 409, "PHÓ CHỦ TỊCH", size=14)
    sheet.text(70, 404, "- Như trên;", size=9).text(70, 413, "- Lưu: VT.", size=9)
    assert [line for line in words(read(sheet)) if line.startswith("-")] == ["- Như trên;", "- Lưu: VT."]
