"""Bodies in text and cells: the table of forms, and what must hold for any text."""

from __future__ import annotations

import re
import tomllib
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplan.mentions.agencies import find_agencies, find_in, normalize_agency
from vnplan.mentions.cells import read_agencies
from vnplan.mentions.names import trie
from vnplan.setting import Setting
from vnplan.text.view import View

CASES = tomllib.loads((Path(__file__).parent / "cases" / "agencies.toml").read_text("utf-8"))
PROVINCE, ON = "Thái Bình", date(2022, 6, 20)


def scene(case):
    return {"province": case.get("province", PROVINCE) or None, "on": case.get("on", ON)}


def names(refs):
    return [ref.name for ref in refs]


ONE = [(text, name, scene(group)) for group in CASES["one"] for text, name in group["forms"]]


def test_the_table_is_large_and_without_repeats():
    keys = [(text, str(where)) for text, _, where in ONE]
    assert len(keys) >= 300
    assert len(set(keys)) == len(keys)


@pytest.mark.parametrize(("text", "name", "where"), ONE, ids=[f"{i}-{text}" for i, (text, _, _) in enumerate(ONE)])
def test_one_body(text, name, where):
    ref = normalize_agency(text, **where)
    assert ref is not None
    assert ref.name == name
    assert ref.span == (0, len(text))
    assert ref.raw


@pytest.mark.parametrize("text", CASES["unknown"][0]["texts"])
def test_no_body(text):
    assert normalize_agency(text, province=PROVINCE, on=ON) is None


@pytest.mark.parametrize("case", CASES["prose"], ids=lambda case: case["text"][:40])
def test_prose(case):
    found = find_agencies(case["text"], **scene(case))
    assert [[case["text"][slice(*ref.span)], ref.name] for ref in found] == case["found"]


@pytest.mark.parametrize("case", CASES["cell"], ids=lambda case: case["text"][:40])
def test_cell(case):
    found = read_agencies(View.of(case["text"]), Setting(**scene(case), approver=case.get("approver", False)))
    assert names(found) == case["names"]


def test_fields_of_a_department():
    ref = normalize_agency("Sở LĐTBXH", province="Hải Dương", on=date(2022, 6, 20))
    assert ref.id == "agency:so-lao-dong-thuong-binh-xa-hoi@hai-duong"
    assert (ref.kind, ref.level, ref.province, ref.collective) == ("department", "province", "Hải Dương", False)


def test_the_province_of_the_words_wins():
    ref = normalize_agency("Sở Y tế tỉnh Nam Định", province="Hải Dương", on=ON)
    assert (ref.province, ref.id) == ("Nam Định", "agency:so-y-te@nam-dinh")


def test_central_bodies_have_no_place():
    ref = normalize_agency("Bộ Y tế", province="Hải Dương", on=ON)
    assert (ref.id, ref.level, ref.province) == ("agency:bo-y-te", "central", None)


def test_groups_are_collective():
    assert normalize_agency("các sở, ngành", province=PROVINCE, on=ON).collective


def test_no_id_without_a_province():
    ref = normalize_agency("UBND tỉnh")
    assert (ref.name, ref.id) == ("Ủy ban nhân dân tỉnh", None)


def test_no_guess_without_a_day():
    """Before and after March 2025 ``Sở Nông nghiệp`` is another department."""
    assert normalize_agency("Sở Nông nghiệp", province=PROVINCE) is None
    (found,) = find_agencies("Sở Nông nghiệp", province=PROVINCE)
    assert (found.name, found.id) == ("Sở Nông nghiệp", None)


def test_a_name_of_the_past_is_kept():
    """Plans of 2026 still speak of departments that ended in 2025: the name is never rewritten."""
    ref = normalize_agency("Sở Kế hoạch và Đầu tư", province="Phú Thọ", on=date(2026, 2, 1))
    assert ref.name == "Sở Kế hoạch và Đầu tư"


def test_unknown_bodies_have_no_id():
    (ref,) = read_agencies(View.of("Trường Đại học Sông Trà"), Setting(PROVINCE, ON))
    assert (ref.raw, ref.id, ref.kind) == ("Trường Đại học Sông Trà", None, None)


def test_spans_of_pieces_index_the_original():
    original = "Sở Y | tế và Sở | Tài chính"
    view = View.of(original, [(0, 4), (7, 15), (18, 27)])
    found = find_in(view, Setting(PROVINCE, ON))
    assert names(found) == ["Sở Y tế", "Sở Tài chính"]
    assert [original[slice(*ref.span)] for ref in found] == ["Sở Y | tế", "Sở | Tài chính"]


WORDS = st.sampled_from(
    [
        "Sở",
        "sở",
        "Bộ",
        "bộ",
        "các",
        "Các",
        "UBND",
        "HĐND",
        "tỉnh",
        "huyện",
        "TP",
        "TP.",
        "thành",
        "phố",
        "xã",
        "Y",
        "tế",
        "Tài",
        "chính",
        "Công",
        "an",
        "Lao",
        "động",
        "-",
        "–",
        ",",
        ";",
        ":",
        "&",
        "/",
        "và",
        "Ban",
        "ngành",
        "liên",
        "quan",
        "Chủ",
        "tịch",
        "Giám",
        "đốc",
        "LĐTBXH",
        "NN",
        "PTNT",
        "cấp",
        "thị",
        "Hải",
        "Dương",
        "Thái",
        "Bình",
        "Vũ",
        "Thư",
        "(",
        ")",
        "cơ",
        "\n",
        "\xa0",
        ".",
        "Ủy",
        "ủy",
        "Tỉnh",
        "đoàn",
        "Hội",
        "ƯBND",
        "45/QĐ-UBND",
    ]
)


@settings(max_examples=200, deadline=None)
@given(st.one_of(st.lists(WORDS, max_size=30).map(" ".join), st.text(max_size=80)))
def test_spans_slice_to_the_words_and_never_overlap(text):
    view = View.of(text)
    for found in (find_in(view, Setting(PROVINCE, ON)), read_agencies(view, Setting(PROVINCE, ON))):
        end = 0
        for ref in found:
            assert ref.span.start >= end
            assert ref.span.end > ref.span.start
            assert text[slice(*ref.span)] == ref.raw
            end = ref.span.end


@settings(max_examples=100, deadline=None)
@given(st.lists(WORDS, max_size=20).map(" ".join))
def test_white_space_and_dashes_change_nothing(text):
    wrapped = text.replace(" ", "\n").replace("-", "–")
    assert names(find_agencies(wrapped, province=PROVINCE, on=ON)) == names(
        find_agencies(text, province=PROVINCE, on=ON)
    )


KEYS = st.lists(
    st.sampled_from(["a", "b", "ab", "a b", "a b a", "ab^a", "a~b", "b a~b", "abb"]), min_size=1, unique=True
)


@settings(max_examples=200, deadline=None)
@given(KEYS, st.lists(st.sampled_from(["a", "b", "ab", " ", ", ", "-", " và "]), max_size=8).map("".join))
def test_the_trie_matches_the_longest_name(keys, text):
    """One pattern of all names reads as far as the best single name does."""
    alone = [m.end() for key in keys if (m := re.compile(trie.pattern([key])).match(text))]
    together = re.compile(trie.pattern(keys)).match(text)
    assert (together.end() if together else None) == (max(alone) if alone else None)
