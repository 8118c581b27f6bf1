"""Every rendition of the gold pack says what its source says, is the same in every run, and shows its classes of difficulty."""

import html
import io
import re
import shutil
import sys
import tomllib
import unicodedata
import zipfile
from collections import Counter
from functools import cache
from pathlib import Path

import pdfplumber
import pypdfium2
import pytest

from vnplan import readers
from vnplan.readers.limits import Limits
from vnplan.text import legacy

CORPORA = Path(__file__).parents[1] / "corpora"
sys.path.insert(0, str(CORPORA))  # renditions import source from their own folder

import source  # noqa: E402 -- the folder is named above
from renditions import files  # noqa: E402
from renditions.markdown.pipes import spaced  # noqa: E402
from renditions.pdf.shifted import _lower, _upper  # noqa: E402
from renditions.table import RENDITIONS  # noqa: E402
from renditions.text.legacy import encoded  # noqa: E402
from renditions.word.numbering import Counter as Numbers  # noqa: E402

PACK = CORPORA / "pack"
WANTED = tomllib.loads((PACK / files.WANTED).read_text("utf-8"))["documents"]
FOLDERS = [folder for name in WANTED if (folder := PACK / name) and (folder / "source.txt").exists()]
MADE_HERE = [name for name, rendition in RENDITIONS.items() if rendition.program is None]
SMALL = """
%kind plan
%level province
%region central
%era old
%split gate
%classes H1
%left ỦY BAN NHÂN DÂN
%left TỈNH QUẢNG NGÃI
%right CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
%right Độc lập - Tự do - Hạnh phúc
%number Số: 731 /KH-UBND
%subject V/v trồng tre ven suối
%dateline Quảng Ngãi, ngày 04 tháng 3 năm 2022
%type KẾ HOẠCH
%title Trồng tre ven suối
Căn cứ Quyết định số 12/QĐ-TTg ngày 05/01/2022;
I. MỤC ĐÍCH, YÊU CẦU CỦA VIỆC TRỒNG TRE VEN SUỐI
1. Giữ đất.
1.1. Giữ bờ.
a) Bờ cao.
b) Bờ thấp.
2. Giữ nước:
- Không chặt tre non.
+ Trừ tre khô.
II. NHIỆM VỤ
1. Sở Xây dựng: đo đạc bờ suối, cắm mốc.
Biểu sau đây.
III. KINH PHÍ
IV. TỔ CHỨC THỰC HIỆN
3. UBND các huyện báo cáo trước ngày 30/6/2022.
%recipients Nơi nhận:
- Như trên;
- Lưu: VT.
%signature KT. CHỦ TỊCH
%signature PHÓ CHỦ TỊCH
%signer Trần Văn Mẫu
%appendix PHỤ LỤC
%title DANH MỤC VIỆC TRỒNG TRE
%pointer (Kèm theo Kế hoạch số 731/KH-UBND)
%table Biểu 1. Các việc
|! STT | Việc | Cơ quan | < | Thời gian |
|! ^ | ^ | Chủ trì | Phối hợp | ^ |
| I | VƯỜN ƯƠM CÂY GIỐNG CỦA TỈNH | < | < | < |
| 1 | Ươm tre | Sở Xây dựng | Sở Y tế//Báo Quảng Ngãi | Quý I |
| 2 | Đào hố | Sở Tư pháp |  | Quý II |
| ^ | Bón phân | Sở Nội vụ | Sở Y tế | ^ |
| 3 | Trồng tre | Sở Công Thương | Sở Y tế | Quý III |
| 4 | Rào tre | Sở Y tế | Sở Nội vụ | Quý IV |
| 5 | Đếm tre | Thanh tra tỉnh | Sở Nội vụ | Năm 2023 |
%end
(Bản mẫu do vnplan soạn.)
"""


@pytest.fixture(scope="module")
def small(tmp_path_factory):
    path = tmp_path_factory.mktemp("pack") / "source.txt"
    path.write_text(SMALL.strip(), "utf-8")
    return source.read(path)


def letters(text):
    return Counter(letter for letter in unicodedata.normalize("NFC", text).casefold() if letter.isalnum())


def shown(data, name):
    """The words of a file: by its markup, for DOCX by the reader, which counts what Word numbers."""
    suffix = RENDITIONS[name].suffix
    if suffix == "docx":
        return readers.read(data, "made.docx", Limits()).text
    if name in ("txt-tcvn3", "txt-vni"):
        return legacy.decode(data.decode("cp1252"), name.removeprefix("txt-"))
    text = data.decode()
    return html.unescape(re.sub(r"<[^>]*>", "", text)) if suffix == "html" else text


def typed(told):
    """The words of a source; the font encodings have one Đ, also where the writer put its twin."""
    return source.text(told).replace("Ð", "Đ")


@pytest.mark.parametrize("name", MADE_HERE)
def test_every_word_is_in_every_rendition(small, name):
    assert letters(typed(small)) - letters(shown(RENDITIONS[name].make(small), name).replace("Ð", "Đ")) == Counter()


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_every_word_of_the_pack_is_in_its_renditions(folder):
    told = source.read(folder / "source.txt")
    wanted = [name for name in files.wanted(folder) if name in MADE_HERE]
    missing = {
        name: lost
        for name in wanted
        if (lost := letters(typed(told)) - letters(shown(RENDITIONS[name].make(told), name).replace("Ð", "Đ")))
    }
    assert missing == {}


@pytest.mark.parametrize("name", MADE_HERE)
def test_two_runs_give_the_same_bytes(small, name):
    assert RENDITIONS[name].make(small) == RENDITIONS[name].make(small)


@pytest.mark.parametrize("folder", FOLDERS, ids=lambda folder: folder.name)
def test_the_files_are_those_of_the_source(folder):
    told, lock = source.read(folder / "source.txt"), files.locked(folder)
    for name in files.wanted(folder):
        path = folder / files.file_name(folder, name)
        if RENDITIONS[name].program:
            assert path.exists(), path.name
            assert lock[path.name] == files.sign(folder, name), path.name
        else:
            assert path.read_bytes() == RENDITIONS[name].make(told), path.name


# What a rendition is there for, as a pattern of its text, and the class of difficulty that shows it.
FEATURES = [
    ("txt-flat", "P4", r"Số: 731 /KH-UBND {3,}Quảng Ngãi, ngày"),
    ("txt-flat", "P4", r"- Lưu: VT\. {3,}|- Như trên; {3,}PHÓ CHỦ TỊCH"),
    ("txt-flat", "columns", r"\n1 +Ươm tre +Sở Xây dựng +Sở Y tế +Quý I\n +Báo Quảng Ngãi\n"),
    ("txt-cells", "cells", r"\n\n1\n\nƯơm tre\n\nSở Xây dựng\n\n"),
    ("txt-running", "running", r"KẾ HOẠCH\sTrồng tre ven suối\sCăn cứ"),
    ("md-pandoc", "M1", r"\+={5,}\+=.*\n\| I +\| VƯỜN ƯƠM"),
    ("md-pandoc", "M1 wrapped cells", r"\| Biểu|\| 1 +\| Ươm tre +\| Sở Xây dựng *\| Sở Y tế +\| Quý I +\|\n\| +\| +\| +\| Báo "),
    ("md-pandoc", "M6", r"\*\*MỤC LỤC\*\*"),
    ("md-pandoc", "M6", r"!\[\]\(media/image1\.png\)\{width="),
    ("md-wrapped", "M2", r"\n>\n"),
    ("md-wrapped", "M3", r"\*\*I\. MỤC ĐÍCH[^*\n]*\n[^*\n]+\*\*"),
    ("md-wrapped", "M3", r"\*\*\*1\. Sở Xây dựng\*:\*\*"),
    ("md-wrapped", "M5", r"\n\n\| Nơi nhận: - Như trên; - Lưu: VT\. \| \*\*KT\. CHỦ TỊCH [^|]*Mẫu\*\* \|\n(?!\|)"),
    ("md-wrapped", "T3", r"\| I \| \*\*VƯỜN ƯƠM CÂY GIỐNG CỦA TỈNH\*\* \|\|\|\|\n"),
    ("md-spaced", "M4", r"\| (?!VƯỜN ƯƠM CÂY GIỐNG CỦA TỈNH)V ?Ư ?Ờ ?N Ư"),
    ("md-pipe", "pipe", r"\| --- \| --- \| --- \| --- \| --- \|\n"),
    ("md-pipe", "cell ends", r"Sở Y tế<br>Báo Quảng Ngãi"),
    ("html-portal", "H4", r"<ul[^>]*><li><a[^>]*>Trang chủ"),
    ("html-portal", "H4", r"<div>Mục lục</div><div[^>]*><a[^>]*>I\. MỤC ĐÍCH"),
    ("html-lawsite", "anchors", r'<a name="muc_ii"><b>II\. </b></a>'),
    ("html-news", "entities", r"&#7910;Y BAN"),
]  # fmt: skip


@pytest.mark.parametrize(("name", "why", "pattern"), FEATURES)
def test_a_rendition_shows_what_it_is_for(small, name, why, pattern):
    assert re.search(pattern, RENDITIONS[name].make(small).decode()), why


def parts(data):
    with zipfile.ZipFile(io.BytesIO(data)) as word:
        return word.read("word/document.xml").decode()


@pytest.mark.parametrize(
    ("name", "there", "absent"),
    [
        ("docx-typed", ["I. MỤC ĐÍCH", "- Không chặt", "gridSpan", "vMerge"], ["<w:numPr>", "<w:sdt>"]),
        ("docx-auto", ["<w:numPr>", ">MỤC ĐÍCH", ">Không chặt", "3. UBND các huyện"], ["I. MỤC ĐÍCH", "- Không chặt"]),
        (
            "docx-controls",
            ["<w:sdtContent><w:r>", "<w:sdtContent><w:p>", "<w:sdtContent><w:tc>", "<w:date>"],
            ["<w:numPr>"],
        ),
        ("docx-merged", ['<w:gridSpan w:val="4"/>', '<w:vMerge w:val="restart"/>'], ["<w:tblHeader/>"]),
    ],
)
def test_docx_is_made_as_its_name_says(small, name, there, absent):
    text = parts(RENDITIONS[name].make(small))
    assert [words for words in there if words not in text] == []
    assert [words for words in absent if words in text] == []


@pytest.mark.parametrize(
    ("lines", "levels"),
    [
        (["I. A", "1. B", "2. C", "II. D", "1. E"], [1, 2, 2, 1, 2]),
        (["1. B", "1.1. C", "1.2. D", "2. E", "2.1. F"], [2, 3, 3, 2, 3]),
        (["a) B", "d) C", "b) D", "đ) E"], [4, None, 4, None]),  # what is not the next of its kind is typed
        (["Điều 1. A", "1. B", "Điều 2. C", "2. D"], [0, 2, 0, None]),
        (["I- A", "II. B", "1/. C", "- D"], [None, None, None, None]),
    ],
)
def test_word_numbers_what_is_the_next_of_its_kind(lines, levels):
    counter = Numbers()
    assert [counter.level_of(line) for line in lines] == levels


@pytest.mark.parametrize("encoding", ["tcvn3", "vni"])
def test_font_encodings_are_read_back(small, encoding):
    text = source.text(small)
    assert legacy.decode(encoded(text, encoding).decode("cp1252"), encoding).casefold() == text.casefold()
    with pytest.raises(UnicodeDecodeError):
        encoded(text, encoding).decode("utf-8")


@pytest.mark.parametrize("text", ["Tiêu chuẩn ☑", "Größe"])
def test_what_a_font_encoding_cannot_write_is_refused(text):
    with pytest.raises(ValueError, match=r"codec|does not give"):
        encoded(text, "tcvn3")


@pytest.mark.parametrize("text", ["UBND TỈNH", "Sở Y tế", "I. MỤC ĐÍCH, YÊU CẦU"])
def test_abbreviations_small_letters_and_headings_are_not_set_apart(text):
    assert spaced(text) == text


def test_a_cell_over_the_page_end_is_parted(small):
    grid = next(part for part in small.parts if isinstance(part, source.Grid))
    upper, lower = _upper(grid, 5), _lower(grid, 5)
    assert [cell.row_span for cell in upper.rows[4] if cell.column == 1] == [1]
    assert [(cell.column, cell.text) for cell in lower.rows[0]] == [
        (1, ""),
        (2, "Bón phân"),
        (3, "Sở Nội vụ"),
        (4, "Sở Y tế"),
        (5, ""),
    ]


SHOWS = {
    "P1": {"pdf-signed"}, "P2": {"pdf-shifted"}, "P3": {"pdf-shifted"}, "P4": {"txt-flat", "pdf", "pdf-stamped"},
    "P5": {"pdf-sideways"}, "M1": {"md-pandoc"}, "M2": {"md-wrapped"}, "M3": {"md-wrapped"}, "M4": {"md-spaced"},
    "M5": {"md-wrapped"}, "M6": {"md-pandoc"}, "H4": {"html-portal"},
}  # fmt: skip


@pytest.mark.parametrize("name", SHOWS)
def test_two_documents_show_every_class_of_a_form(name):
    assert sum(bool(SHOWS[name].intersection(names)) for names in WANTED.values()) >= 2


def test_every_rendition_stands_for_several_documents():
    counts = Counter(name for names in WANTED.values() for name in names)
    assert {name for name in RENDITIONS if counts[name] < (1 if name.startswith("scan") else 3)} == set()
    assert {len(names) for names in WANTED.values()} <= {4, 5}
    assert set(counts) <= set(RENDITIONS)


@pytest.fixture(scope="module")
def printed(small):
    """The bytes of a rendition; the program runs once for each."""
    return cache(lambda name: RENDITIONS[name].make(small))


office = [pytest.mark.slow, pytest.mark.skipif(not shutil.which("soffice"), reason="LibreOffice prints the page")]


class TestPrinted:
    """What only LibreOffice and what comes after it can show."""

    pytestmark = office

    def test_the_number_and_date_stand_in_fields_only(self, printed):
        data = printed("pdf-signed")
        pypdf = pytest.importorskip("pypdf")
        reader = pypdf.PdfReader(io.BytesIO(data))
        fields = [note.get_object() for page in reader.pages for note in page.get("/Annots", ())]
        looks = [field["/AP"]["/N"].get_object() for field in fields]
        assert [field["/FT"] for field in fields] == ["/Sig"] * 4
        assert [b"(731)" in look.get_data() for look in looks] == [True, False, False, False]
        first = pypdfium2.PdfDocument(data)[0].get_textpage().get_text_range()
        assert "731 /KH" not in first
        assert "/KH-UBND" in first

    def test_the_seal_is_ink_and_the_box_is_words(self, printed):
        page = pypdfium2.PdfDocument(printed("pdf-stamped"))[0]
        assert "CÔNG VĂN ĐẾN" in page.get_textpage().get_text_range()
        assert b"/ImageMask true" in printed("pdf-stamped")

    def test_pages_lie_and_one_is_turned(self, printed):
        with pdfplumber.open(io.BytesIO(printed("pdf-sideways"))) as pdf:
            assert [(page.width > page.height, page.rotation) for page in pdf.pages][-1] == (True, 90)
            # P5: no line stands between the cells of the head.
            rows = pdf.pages[-1].find_tables()[0].rows
            cells = [sum(cell is not None for cell in row.cells) for row in rows]
            assert (cells[0], max(cells)) == (2, 5)

    def test_lines_move_at_the_page_end(self, printed):
        with pdfplumber.open(io.BytesIO(printed("pdf-shifted"))) as pdf:
            before, after = (page.find_tables()[-1] for page in pdf.pages[-2:])
            edges = [sorted({round(cell[0]) for cell in table.cells}) for table in (before, after)]
            assert edges[0] != edges[1]
            assert "STT" not in pdf.pages[-1].extract_text()

    @pytest.mark.parametrize("name", ["scan-150", "scan-200", "scan-300"])
    def test_a_scan_is_pictures(self, printed, name):
        data = printed(name)
        document = pypdfium2.PdfDocument(data)
        assert {page.get_textpage().get_text_range() for page in document} == {""}
        assert len(data) / len(document) < 120_000


def test_a_printed_file_is_kept_until_its_source_changes(tmp_path, monkeypatch):
    folder = tmp_path / "mau-1-kh-ubnd-2022"
    folder.mkdir()
    (tmp_path / files.WANTED).write_text('[documents]\nmau-1-kh-ubnd-2022 = ["txt-flat", "pdf"]\n', "utf-8")
    (folder / "source.txt").write_text(SMALL.strip(), "utf-8")
    runs = iter([b"first", b"second", b"third"])
    monkeypatch.setitem(RENDITIONS, "pdf", type(RENDITIONS["pdf"])("pdf", lambda _: next(runs), program="a printer"))
    path = folder / "mau-1-kh-ubnd-2022.pdf.pdf"
    kept = []
    for change in ("", "", "\nThêm một đoạn.", ""):
        (folder / "source.txt").write_text((folder / "source.txt").read_text("utf-8") + change, "utf-8")
        files.write(folder)
        kept.append(path.read_bytes())
    assert kept == [b"first", b"first", b"second", b"second"]
    (folder / "mau-1-kh-ubnd-2022.md-pipe.md").write_text("no longer wanted", "utf-8")
    files.write(folder)
    assert sorted(one.name for one in folder.iterdir()) == [path.name, "mau-1-kh-ubnd-2022.txt-flat.txt", "source.txt"]
