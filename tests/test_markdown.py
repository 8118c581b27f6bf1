"""Markdown of converters: what was written comes out as blocks, and every mark is furniture."""

import tomllib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from reader_contract import check
from vnplan.readers.format_detection import Format, sniff
from vnplan.readers.limits import Limits
from vnplan.readers.source import Furniture, Paragraph
from vnplan.readers.text import plain
from vnplan.text.search_text import SearchText

ROWS = tomllib.loads((Path(__file__).parent / "cases" / "markdown.toml").read_text("utf-8"))["case"]
PARTS = [
    "+---+---+", "+===+", "| a | b |", "|---|---|", "**", "***", "*", "_", "<td>", "<table>", "</table>", "<tr>", '<td rowspan="3">',
    "![](x.png)", "[a](b.c)", "[^1]", "<sup>1</sup>", "> ", ">", "# ", "## ", "- a) ", "Sở Y tế", "\\", "`", "<!-- x -->", "{#a}", " ",
]  # fmt: skip


def read(text):
    return plain.read_text(text, "<text>", Limits())


def words_of(document, paragraph):
    return " ".join(paragraph.view(SearchText(document.text)).text.split())


def shown(document, block):
    if isinstance(block, Paragraph):
        return f"P {words_of(document, block)}"
    cells = (" / ".join(words_of(document, p) for p in cell.paragraphs) or "." for cell in block.cells)
    return f"G {block.rows} x {block.columns}: {'|'.join(cells)}"


@pytest.mark.parametrize("case", [pytest.param(row, id=row["name"]) for row in ROWS])
def test_forms_of_markdown(case):
    document = read(case["text"])
    check(document)
    assert document.source.reader == "markdown"
    assert [shown(document, b) for b in document.blocks if not isinstance(b, Furniture)] == case["blocks"]


@given(st.lists(st.lists(st.sampled_from(PARTS), max_size=6).map("".join), max_size=8).map("\n".join))
@settings(max_examples=300, deadline=None)
def test_any_mixture_of_marks_keeps_the_reader_contract(text):
    check(read("# A\n\n# B\n\n" + text))


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        ("ỦY BAN NHÂN DÂN\n\n# KẾ HOẠCH\n\n<table><tr><td>1</td></tr></table>\n", Format.TEXT),
        ("<table><tr><td>UBND</td></tr></table>\n\n# KẾ HOẠCH\n\n1. Mục đích\n\nLời\n", Format.TEXT),
        ("<p>KẾ HOẠCH</p>\n<p>Một</p>", Format.HTML),
        ("<div><table><tr><td>1</td></tr></table></div>", Format.HTML),
        ("KẾ HOẠCH<br>Một<br>Hai", Format.HTML),
        ("<!DOCTYPE html><title>x</title>Lời\nLời\nLời", Format.HTML),
    ],
)
def test_what_a_file_is_is_told_by_the_whole_not_by_one_tag(data, kind):
    assert sniff(data.encode(), "x") is kind
