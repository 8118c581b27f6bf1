"""Any order of markers is read: no exception, every mark in one leaf, every item below one that exists."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnplan

MARKERS = [
    "", "- ", "+ ", "* ", "• ", "I. ", "II. ", "III- ", "A. ", "B. ", "1. ", "2. ", "3/ ", "1.1. ", "1.2. ", "2.1.1. ", "1.1.a. ",
    "a) ", "b) ", "đ) ", "đ1) ", "a/. ", "(1) ", "(2) ", "(a) ", "i) ", "Điều 1. ", "Điều 2. ", "Chương I. ", "Mục 1. ", "Phần thứ nhất. ",
    "Bước 1: ", "PHỤ LỤC I. ",
]  # fmt: skip
WORDS = [
    "Theo dõi đàn vật nuôi",
    "NỘI DUNG",
    "Sở Y tế:",
    "Mở lớp cho thú y xã trước 30/11;",
    "Căn cứ Luật Thú y;",
    "Tổ chức thực hiện",
]
LINES = st.lists(st.tuples(st.sampled_from(MARKERS), st.sampled_from(WORDS)).map("".join), min_size=1, max_size=12)


def walk(sections):
    for section in sections:
        yield section
        yield from walk(section.children)


@given(LINES)
@settings(max_examples=300, deadline=None)
def test_any_order_of_markers_gives_a_tree_over_all_words(lines):
    plan = vnplan.parse_text("\n".join(lines))
    marks = {i for i, mark in enumerate(plan.text) if not mark.isspace()}
    held = [i for leaf in plan.leaves for i in range(*leaf.span) if not plan.text[i].isspace()]
    assert sorted(held) == sorted(marks)
    for section in walk(plan.sections):
        assert all(section.span[0] <= child.span[0] and child.span[1] <= section.span[1] for child in section.children)


@pytest.mark.parametrize(
    ("text", "labels"),
    [
        ("- Theo dõi ...\n1.1. Mở lớp", ["-", "1.1"]),
        ("+ Thú y\n- Tiêm phòng\n2.1.1. Tẩy uế", ["+", "-", "2.1.1"]),
        ("Căn cứ:\n- Luật Thú y;\n1. Mở lớp", ["1"]),
    ],
)
def test_bullets_that_open_a_text_are_items(text, labels):
    assert [s.label for s in walk(vnplan.parse_text(text).sections) if s.label] == labels
