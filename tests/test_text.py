"""Letters: stored text, folds, search copies with their way back, syllables, font encodings."""

from __future__ import annotations

import json
import unicodedata
from importlib.resources import files

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vnplan.text import legacy, mojibake
from vnplan.text.clean import stored
from vnplan.text.fold import fold_case, fold_key, fold_marks, slug
from vnplan.text.letters import LOWER, UPPER, is_capital
from vnplan.text.raised import is_note_mark
from vnplan.text.syllable import accented, is_syllable, share_valid
from vnplan.text.view import View, fold_space


@pytest.mark.parametrize(
    ("raw", "text"),
    [
        ("a\r\nb\rc\u2028d\x85e", "a\nb\nc\nd\ne"),
        ("Ðại hội, ðất nước", "Đại hội, đất nước"),
        (unicodedata.normalize("NFD", "Ủy ban"), "Ủy ban"),
        ("\u00a0– “x”", "\u00a0– “x”"),
        ("\ud800", "\ufffd"),
        ("KẾ\u202b HO\u202aẠCH\u202c", "KẾ HOẠCH"),
        ("Ɖiều 1. ɖất", "Điều 1. đất"),
        ("ta\u0301\u0302p hu\u0301\u031bơng", "tấp hứơng"),
    ],
)
def test_stored(raw, text):
    assert stored(raw) == text


@given(st.text())
def test_stored_text_stays_as_it_is(text):
    once = stored(text)
    assert stored(once) == once
    once.encode("utf-8")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("hoà bình", "hòa bình"),
        ("khoẻ", "khỏe"),
        ("uỷ ban", "ủy ban"),
        ("quý", "quý"),
        ("hoàn thành", "hoàn thành"),
        ("thoát", "thoát"),
        ("THUỶ", "thủy"),
    ],
)
def test_soften_places_tones_the_new_way(old, new):
    assert fold_case(old) == new


@given(st.text())
def test_folds_that_keep_offsets_keep_the_length(text):
    assert len(fold_case(text)) == len(text)
    assert len(fold_marks(text)) == len(text)


def test_keys_and_slugs():
    assert fold_key("Sở  KH&ĐT – tỉnh") == "sở kh và đt tỉnh"
    assert slug("Đắk Lắk") == "dak-lak"


@pytest.mark.parametrize(
    ("original", "pieces", "view"),
    [
        ("Số:\n  203/KH–UBND ", None, "Số: 203/KH-UBND"),
        ("“A”\u200b‘B’\u00ad", None, "\"A\"'B'"),
        ("trái | phải", [(0, 4), (7, 11)], "trái phải"),
        (r"thư viện\-số", [(0, 8), (9, 12)], "thư viện-số"),
        ("**Điều 1.** Mở", [(2, 9), (11, 14)], "Điều 1. Mở"),
        ("ab", [(0, 1), (1, 2)], "ab"),
        ("aXb", [(0, 1), (2, 3)], "a b"),
        ("   ", None, ""),
    ],
)
def test_search_copies(original, pieces, view):
    assert View.of(original, pieces).text == view


@given(st.text(alphabet="aB \n\t\u00a0\u200b–“đ1/"))
def test_every_character_of_a_search_copy_leads_back(original):
    view = View.of(original)
    for i, character in enumerate(view.text):
        start, end = view.span(i, i + 1)
        assert end == start + 1
        assert fold_space(original[start]) in {character, ""}
    assert view.text == fold_space(view.text)


@given(st.text(alphabet="aB –\n"), st.lists(st.tuples(st.integers(0, 12), st.integers(0, 12)), max_size=4))
def test_search_copies_of_pieces_hold_the_words_of_the_pieces(original, cuts):
    edges = sorted({min(c, len(original)) for cut in cuts for c in cut})
    pieces = list(zip(edges[::2], edges[1::2], strict=False))
    whole = "".join(original[a:b] for a, b in pieces)
    assert View.of(original, pieces).text.replace(" ", "") == fold_space(whole).replace(" ", "")


@pytest.mark.parametrize("word", ["nghiệp", "Quyết", "uỷ", "Thuở", "khuỷu", "ƯU", "giếng", "xoong", "ĐẶC"])
def test_syllables(word):
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["nhaân", "Uû", "n©n", "Müller", "ấấ", "zà", "trng", "ngghe"])
def test_not_syllables(word):
    assert not is_syllable(word)


def test_shares():
    assert accented("UBND tỉnh Bắc Kạn 2020") == ["tỉnh", "Bắc", "Kạn"]
    assert share_valid(["tỉnh", "n©n"]) == 0.5
    assert share_valid([]) == 1.0


def test_classes_of_letters_part_small_from_capital():
    assert not set(LOWER[3:]) & set(UPPER[3:])
    assert is_capital("SỐ 31/QĐ-TTg NGÀY 02")
    assert not is_capital("Thực hiện")
    assert not is_capital("2020 -")


ENCODED = json.loads(files("vnplan.text").joinpath("data", "legacy_encodings.json").read_text("utf-8"))["rows"]


def test_every_code_of_a_font_encoding_has_one_letter():
    for encoding in legacy.ENCODINGS:
        rows = [row for row in ENCODED if row["encoding"] == encoding]
        assert len({row["written"] for row in rows}) == len(rows)
        for row in rows:
            assert legacy.decode(row["written"], encoding) == row["letter"], row
    small = set("àáảãạăằắẳẵặâầấẩẫậèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵđ")
    assert {row["letter"] for row in ENCODED if row["encoding"] == "tcvn3"} >= small
    # Plain ý of VNI is the letter pair yù; every other letter has its code too.
    assert {row["letter"] for row in ENCODED if row["encoding"] == "vni"} >= small


SYLLABLES = [
    "thực",
    "hiện",
    "kế",
    "hoạch",
    "phát",
    "triển",
    "đường",
    "tỉnh",
    "ủy",
    "giữ",
    "vững",
    "những",
    "nhiệm",
    "vụ",
]


@pytest.mark.parametrize("encoding", legacy.ENCODINGS)
@given(words=st.lists(st.sampled_from(SYLLABLES), min_size=4, max_size=12))
def test_what_is_written_in_a_font_encoding_is_read_back(encoding, words):
    codes = {row["letter"]: row["written"] for row in ENCODED if row["encoding"] == encoding}
    line = " ".join(words)
    raw = "".join(codes.get(c, c) for c in line)
    mended = legacy.mend(f"{raw}\nTrung tâm\n{raw}")
    assert legacy.detect(raw) in {encoding, None}
    if legacy.detect(raw):
        assert mended.text.split("\n")[0] == line


@given(
    st.lists(st.sampled_from([*SYLLABLES, "Café", "Müller", "20 m²", "Hà Nội", "à", "cá"]), max_size=20).map(" ".join)
)
def test_text_in_unicode_is_left_alone(text):
    assert legacy.mend(f"Kế hoạch {text}").text == f"Kế hoạch {text}"


@pytest.mark.parametrize(
    ("text", "encoding"),
    [
        ("Ủy ban nhân dân tỉnh ban hành Kế hoạch nuôi ong lấy mật", "cp1252"),
        ("Đạt 90% số hộ; trồng rừng ở xã vùng cao", "latin-1"),
    ],
)
def test_utf8_read_as_another_encoding_is_read_again(text, encoding):
    shown = "".join(
        bytes([byte]).decode(encoding, "replace").replace("\ufffd", chr(byte)) for byte in text.encode("utf-8")
    )
    assert mojibake.undo(f"{shown}\n{shown}") == mojibake.Undone(f"{text}\n{text}", 2)


@pytest.mark.parametrize("text", ["Ủy ban nhân dân tỉnh", "Café à la crème, naïve", "Ã©", "plain words"])
def test_sound_text_is_left_alone(text):
    assert mojibake.undo(text) == mojibake.Undone(text, 0)


@pytest.mark.parametrize(
    ("before", "raised", "mark"),
    [
        ("12/QĐ-TTg", "1", True), ("năm 2024", "(2)", True), ("hộ nghèo", "*", True), ("đạt 15", "12", True),
        ("40 m", "2", False), ("5 km", "2", False), ("3 x 10", "6", False), ("n", "o", False), ("25", "th", False),
    ],
)  # fmt: skip
def test_raised_figures_that_point_to_a_note(before, raised, mark):
    assert is_note_mark(before, raised) is mark
