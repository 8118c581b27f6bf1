"""Text files: what was written comes out as blocks, whatever the encoding and the form."""

from __future__ import annotations

import json
import tomllib
import unicodedata
from importlib.resources import files
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader_contract import check, pieces_of
from vnplan.errors import CorruptDocument, LimitExceeded, UnsupportedFormat
from vnplan.gazetteer.load import load
from vnplan.readers.limits import Limits
from vnplan.readers.lines import lines_of
from vnplan.readers.source import Furniture, Grid, Paragraph
from vnplan.readers.text import plain, site_noise
from vnplan.text import legacy
from vnplan.text.search_text import SearchText

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "plain_texts.toml").read_text("utf-8"))["case"]
CORPUS = Path(__file__).parents[2] / "shared" / "corpus"
WORDS = "Ủy ban nhân dân tỉnh Bắc Kạn ban hành Kế hoạch số 12/KH-UBND, đề nghị các đơn vị thực hiện"


def read_text(text, limits=Limits()):  # noqa: B008 -- frozen
    return plain.read_text(text, "<text>", limits)


def shown(document, block):
    text = document.text
    if isinstance(block, Paragraph):
        return f"{'R' if block.running else 'P'} {block.view(SearchText(text)).text}"
    if isinstance(block, Furniture):
        return "F " + "|".join(text[slice(*piece)] for piece in block.pieces)
    assert isinstance(block, Grid)
    cells = (" / ".join(p.view(SearchText(text)).text for p in cell.paragraphs) or "." for cell in block.cells)
    return f"G {block.rows} x {block.columns}: {'|'.join(cells)}"


@pytest.mark.parametrize("case", [pytest.param(row, id=row["name"]) for row in ROWS])
def test_forms_of_text(case):
    document = read_text(case["text"])
    check(document)
    assert document.source.reader == case["reader"]
    assert [shown(document, block) for block in document.blocks] == case["blocks"]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "utf-32"])
def test_encodings_of_unicode(encoding):
    document = plain.read(f"{WORDS}.\r\n{WORDS};\r".encode(encoding), "a.txt", Limits())
    assert document.text == f"{WORDS}.\n{WORDS};\n"
    assert document.diagnostics == ()


def test_decomposed_letters_are_composed():
    document = plain.read(unicodedata.normalize("NFD", WORDS).encode(), "a.txt", Limits())
    assert document.text == WORDS


def test_windows_1258():
    # Tones are marks of their own after the letter; letters such as ê keep their own code.
    tones = {"\u0300", "\u0301", "\u0303", "\u0309", "\u0323"}
    written = "".join(
        unicodedata.normalize("NFC", "".join(m for m in unicodedata.normalize("NFD", c) if m not in tones))
        + "".join(m for m in unicodedata.normalize("NFD", c) if m in tones)
        for c in WORDS
    )
    document = plain.read(written.encode("cp1258"), "a.txt", Limits())
    assert document.text == WORDS


@pytest.mark.parametrize(
    ("raw", "text", "name"),
    [
        ("Uû ban nh©n d©n tØnh H¶i D­¬ng\nSè: 12/KH-UB\nKÕ ho¹ch trång rõng", "Uỷ ban nhân dân tỉnh Hải Dương\nSố: 12/KH-UB\nKế hoạch trồng rừng", "TCVN3"),
        ("Uyû ban nhaân daân tænh\nKeá hoaïch troàng röøng", "Uỷ ban nhân dân tỉnh\nKế hoạch trồng rừng", "VNI"),
    ],
)  # fmt: skip
def test_font_encodings_are_decoded_and_said(raw, text, name):
    for document in (plain.read(raw.encode("cp1252"), "a.txt", Limits()), read_text(raw)):
        assert document.text == text
        assert [(d.code, d.values["encoding"]) for d in document.diagnostics] == [("legacy-encoding", name)]


def typed(text: str, encoding: str) -> str:
    """``text`` in the codes of a font encoding; capitals that it lacks stay small."""
    data = json.loads(files("vnplan.text").joinpath("data", "legacy_encodings.json").read_text("utf-8"))
    codes = {row["letter"]: row["written"] for row in data["rows"] if row["encoding"] == encoding}
    return "".join(codes.get(c) or codes.get(c.lower()) or c for c in text)


LETTER = """HỘI NÔNG DÂN XÃ VÍ DỤ
Số: 9/KH-HND
KẾ HOẠCH
Ở vùng đồi, nuôi ong lấy mật
I. MỤC TIÊU VÀ YÊU CẦU
Các hộ UBND xã Hà An, BCH Hội
Ủy viên dự họp ở thôn
Cơ quan chủ trì
Lưu: VT"""


@pytest.mark.parametrize("encoding", legacy.ENCODINGS)
def test_short_lines_and_lost_capitals_follow_their_neighbours(encoding):
    document = read_text(typed(LETTER, encoding))
    assert document.text == LETTER
    assert ("capitals-restored" in [d.code for d in document.diagnostics]) == (encoding == "tcvn3")


def test_capitals_stay_lost_where_nothing_proves_them():
    wrapped = "hội nông dân giao cho\nủy viên và các tổ dự\nhọp, UBND xã Hà An"
    assert read_text(typed(wrapped, "tcvn3")).text == wrapped


def test_only_lines_in_a_font_encoding_are_decoded():
    document = read_text(f"{WORDS}\nUû ban nh©n d©n tØnh\nNgười Pháp: café, Müller, Škoda; 20 m², 30°C\n")
    assert document.text == f"{WORDS}\nUỷ ban nhân dân tỉnh\nNgười Pháp: café, Müller, Škoda; 20 m², 30°C\n"


def test_broken_utf8_is_utf8():
    data = WORDS.encode() * 20
    document = plain.read(data[:10] + b"\xff" + data[10:-1], "a.txt", Limits())
    assert document.text.count("\ufffd") <= 2
    assert document.text.count("Bắc Kạn") == 20


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (bytes(range(256)) * 40, UnsupportedFormat),
        (b"\x00" * 1000, UnsupportedFormat),
        (b"\xff\xfe" + b"\x00\xd8" * 40, CorruptDocument),
    ],
)
def test_what_is_no_text_is_refused_by_name(data, error):
    with pytest.raises(error, match=r"strange\.bin") as caught:
        plain.read(data, "strange.bin", Limits())
    assert caught.value.reason


def test_limits_hold():
    with pytest.raises(LimitExceeded, match=r"Limits\.bytes"):
        plain.read(b"a" * 11, "a.txt", Limits(bytes=10))
    with pytest.raises(LimitExceeded, match=r"Limits\.characters"):
        read_text("a" * 11, Limits(characters=10))


@pytest.mark.parametrize("text", ["", " \n\t\n", "\ufeff", "\u00a0"])
def test_empty_text_is_said(text):
    document = read_text(text)
    assert [d.code for d in document.diagnostics] == ["empty-document"]
    check(document)


def test_control_characters_and_escapes_are_said():
    document = read_text("Kế\x00 hoạch\x07\\r\\nMục đích\\r\\n&ocirc;n h&ograve;a\\r\\n&nbsp;hết")
    assert document.text == "Kế hoạch\nMục đích\nôn hòa\n\u00a0hết"
    assert [(d.code, d.values["count"]) for d in document.diagnostics] == [("control-characters", "2"), ("literal-escapes", "6")]  # fmt: skip


def test_a_lone_surrogate_can_be_written_out():
    assert read_text("a\ud800b").text == "a\ufffdb"


ALPHABET = st.sampled_from(
    ["Kế hoạch", "I.", "1.", "a)", "-", "|", "\n", "\n\n", " ", "     ", "\t", "\u00a0", "\f", "#", "**", "*", "\\", "_",
     "Số:", "12/KH-UBND", "ngày 1 tháng 2 năm 2022", "Nơi nhận:", "KT. CHỦ TỊCH", "---", "<br>", "TT", "\u00ad", "\r\n", "`", ">"]
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.lists(ALPHABET, max_size=60).map("".join))
def test_any_text_keeps_the_reader_contract(text):
    check(read_text(text))


@settings(max_examples=60, deadline=None)
@given(st.binary(max_size=300))
def test_any_bytes_are_read_or_refused(data):
    try:
        document = plain.read(data, "a.bin", Limits())
    except (UnsupportedFormat, CorruptDocument):
        return
    check(document)


@pytest.mark.skipif(not CORPUS.exists(), reason="the shared corpus is not beside the repository")
def test_real_texts_keep_the_reader_contract():
    files = [f for f in CORPUS.rglob("*") if f.suffix in {".txt", ".md"}]
    for file in files:
        check(plain.read(file.read_bytes(), file.name, Limits()))
    assert files


@pytest.mark.parametrize(
    "text",
    [
        "Kế hoạch " * 220_000,
        " " * 1_000_000 + "x",
        "|" + " " * 200_000 + "-" * 3 + "x|\n|---|",
        "*a " * 100_000,
        "# x" + " " * 200_000 + "y\n# z",
        "Số:    " * 50_000,
        "a | b | c\n" * 5_000,
        "      Căn cứ x\n" + ("a" + " " * 20 + "b\n") * 5_000,
        "Trang chủ\n" + "Hệ thống pháp luật\n" * 5_000,
    ],
    ids=["words", "blanks", "delimiter", "stars", "hashes", "numbers", "bars", "columns", "noise"],
)
def test_hostile_text_is_read_whole(text):
    document = read_text(text)
    held = sum(end - start for block in document.blocks for start, end in pieces_of(block))
    assert held >= sum(not c.isspace() for c in document.text)


def test_every_phrase_of_sites_finds_its_example():
    data = load("site_noise")
    anywhere = [row for row in data["lines"] if row["class"] in {"site", "heading"}] + data["openings"]
    for row in anywhere:
        assert site_noise.find(lines_of(f"KẾ HOẠCH\n{row['example']}\nMục đích")) == {1}, row
    for row in (row for row in data["lines"] if row["class"] == "menu"):
        assert site_noise.find(lines_of(f"{row['example']}\nHệ thống pháp luật\n\nMục đích")) == {0, 1}, row
        assert site_noise.find(lines_of(f"Mục đích\n{row['example']}\nYêu cầu")) == frozenset(), row
    labels = [row["example"] for row in data["labels"]]
    assert site_noise.find(lines_of("\n".join(labels))) == set(range(len(labels)))
