"""Where the main document ends: appendices, plans behind a decision, and what only mentions them."""

import pytest

from blocks import paragraphs
from vnplan.grammar.letter.roles import PieceRole
from vnplan.grammar.markers import annex_labels
from vnplan.models.base import Span
from vnplan.outline.attached import attachments
from vnplan.outline.shapes import PartKind
from vnplan.readers.source import Grid, GridCell, Paragraph
from vnplan.text.search_text import SearchText
from vnplan.text.view import View

BODY = "KẾ HOẠCH\nVề việc mở lớp\nI. MỤC ĐÍCH\n1. Mở lớp (Phụ lục kèm theo)\nTrên đây là Kế hoạch./.\n"
CLOSING = "Nơi nhận:\n- Như trên;\n- Lưu: VT.\nTM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH\nTrần Văn Mẫu\n"


def split(text):
    parts = attachments.split(SearchText(text), paragraphs(text))
    return [(p.kind, {q.role: View.of(text, q.pieces).text for q in p.head}) for p in parts]


@pytest.mark.parametrize(
    ("line", "label", "title"),
    [
        ("PHỤ LỤC", "PHỤ LỤC", ""),
        ("Phụ lục 01", "Phụ lục 01", ""),
        ("Phụ lục số 2", "Phụ lục số 2", ""),
        ("PHỤ LỤC I. DANH MỤC LỚP", "PHỤ LỤC I", "DANH MỤC LỚP"),
        ("PHỤ LỤC II: DANH MỤC LỚP", "PHỤ LỤC II", "DANH MỤC LỚP"),
        ("Phụ lục số 01:", "Phụ lục số 01", ""),
        ("Biểu 01: BÁO CÁO TIẾN ĐỘ", "Biểu 01", "BÁO CÁO TIẾN ĐỘ"),
        ("MẪU SỐ 1", "MẪU SỐ 1", ""),
        ("Phụ biểu số 3", "Phụ biểu số 3", ""),
    ],
)
def test_label_forms(line, label, title):
    found = annex_labels.label(line)
    assert found is not None
    assert (line[: found.end], line[found.rest :]) == (label, title)


@pytest.mark.parametrize(
    "line",
    [
        "Phụ lục I kèm theo Nghị định số 9",
        "phụ lục này có hai phần",
        "PHỤ LỤC I. DANH MỤC LỚP .......... 35",
        "Biểu mẫu báo cáo do Sở gửi",
        "Mẫu số liệu được lấy từ các xã",
        "Phụ lục gồm hai biểu",
    ],
)
def test_mentions_are_no_labels(line):
    assert annex_labels.label(line) is None


def test_appendix_with_title_and_pointer():
    text = (
        BODY
        + CLOSING
        + "PHỤ LỤC I\n\u00a0\nDANH MỤC LỚP\n(Kèm theo Kế hoạch số 5/KH-UBND)\nI. Lớp ngày\n"
        + "PHỤ LỤC II\nLỊCH HỌP\nThứ hai"
    )
    main, first, second = split(text)
    assert main == (PartKind.MAIN, {})
    assert first == (
        PartKind.APPENDIX,
        {
            PieceRole.LABEL: "PHỤ LỤC I",
            PieceRole.TITLE: "DANH MỤC LỚP",
            PieceRole.POINTER: "(Kèm theo Kế hoạch số 5/KH-UBND)",
        },
    )
    assert second[1] == {PieceRole.LABEL: "PHỤ LỤC II", PieceRole.TITLE: "LỊCH HỌP"}


def test_title_and_pointer_without_label():
    text = BODY + CLOSING + "PHÂN CÔNG NHIỆM VỤ CỦA TỔ\n(Kèm theo Kế hoạch số /KH-SCT)\nStt"
    assert split(text)[1] == (
        PartKind.APPENDIX,
        {PieceRole.TITLE: "PHÂN CÔNG NHIỆM VỤ CỦA TỔ", PieceRole.POINTER: "(Kèm theo Kế hoạch số /KH-SCT)"},
    )


def test_label_before_the_recipients_is_a_mention():
    text = "KẾ HOẠCH\nMở lớp\nI. MỤC LỤC\nPHỤ LỤC I\nDANH MỤC LỚP\nII. HẾT\n" + CLOSING
    assert len(split(text)) == 1


def test_plan_behind_a_decision():
    decision = "QUYẾT ĐỊNH\nBan hành Kế hoạch\nĐiều 1. Ban hành kèm theo Quyết định này Kế hoạch mở lớp.\n"
    text = decision + CLOSING + "KẾ HOẠCH\nMở lớp năm 2022\n(Ban hành kèm theo Quyết định số 5/QĐ-UBND)\nI. MỤC ĐÍCH"
    kind, head = split(text)[1]
    assert kind is PartKind.PLAN
    assert head == {
        PieceRole.TYPE: "KẾ HOẠCH",
        PieceRole.TITLE: "Mở lớp năm 2022",
        PieceRole.POINTER: "(Ban hành kèm theo Quyết định số 5/QĐ-UBND)",
    }


def test_plan_with_its_own_letterhead_begins_at_the_letterhead():
    decision = "QUYẾT ĐỊNH\nBan hành Kế hoạch\nĐiều 1. Ban hành.\n"
    letter = "ỦY BAN NHÂN DÂN\nTỈNH X\n-------\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\n"
    text = decision + CLOSING + letter + "KẾ HOẠCH\nMở lớp\n(Kèm theo Quyết định số 5/QĐ-UBND)\nI. MỤC ĐÍCH"
    parts = attachments.split(SearchText(text), paragraphs(text))
    assert [p.kind for p in parts] == [PartKind.MAIN, PartKind.PLAN]
    assert View.of(text, parts[1].blocks[0].pieces).text == "ỦY BAN NHÂN DÂN"
    assert parts[1].head == ()


def test_a_pointer_in_the_own_title_cuts_nothing():
    text = "KẾ HOẠCH\nThực hiện Đề án số 8\n(Ban hành kèm theo Nghị quyết số 5-NQ/TU)\nI. MỤC ĐÍCH\n1. Một\n" + CLOSING
    assert len(split(text)) == 1


def test_head_laid_out_as_a_table():
    text = BODY + CLOSING + "TỈNH X\nPhụ lục I\nDANH MỤC LỚP\nI. Lớp ngày"
    blocks = list(paragraphs(text))
    start = text.index("TỈNH X")
    left, label, title = (b for b in blocks if start <= b.start < text.index("I. Lớp ngày"))
    cells = (GridCell(0, 0, (left,)), GridCell(0, 1, (label, title)))
    grid = Grid(1, 2, cells, Span(left.start, title.end), ruled=False)
    rest = [b for b in blocks if b.start < start]
    parts = attachments.split(SearchText(text), (*rest, grid, blocks[-1]))
    roles = [(q.role, View.of(text, q.pieces).text) for q in parts[1].head]
    assert roles == [(PieceRole.ISSUER, "TỈNH X"), (PieceRole.LABEL, "Phụ lục I"), (PieceRole.TITLE, "DANH MỤC LỚP")]


def test_head_inside_running_text():
    text = (
        "I. MỤC ĐÍCH Mở lớp (Phụ lục kèm theo). Hết./. Nơi nhận: - Như trên. "
        "PHỤ LỤC I DANH MỤC LỚP (Kèm theo Kế hoạch số 5/KH-UBND) 1. Lớp đêm"
    )
    parts = attachments.split(SearchText(text), paragraphs(text, running=True))
    assert [p.kind for p in parts] == [PartKind.MAIN, PartKind.APPENDIX]
    assert [(q.role, View.of(text, q.pieces).text) for q in parts[1].head] == [
        (PieceRole.LABEL, "PHỤ LỤC I"),
        (PieceRole.TITLE, "DANH MỤC LỚP"),
        (PieceRole.POINTER, "(Kèm theo Kế hoạch số 5/KH-UBND)"),
    ]
    assert [View.of(text, b.pieces).text for b in parts[1].blocks] == ["1. Lớp đêm"]


def test_every_block_is_in_one_part():
    text = BODY + CLOSING + "PHỤ LỤC\nDANH MỤC LỚP\nI. Lớp ngày\nBiểu 01: SỐ LIỆU\nMột"
    blocks = paragraphs(text)
    parts = attachments.split(SearchText(text), blocks)
    kept = [b for p in parts for b in p.blocks]
    headed = {s for p in parts for q in p.head for s in q.pieces}
    assert all(isinstance(b, Paragraph) for b in kept)
    assert [b for b in blocks if b not in kept] == [
        b for b in blocks if any(b.start <= s.start < b.end for s in headed)
    ]
