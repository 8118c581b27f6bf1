"""Automatic numbers as Word prints them; the cases stand in ``cases/docx_numbering.toml``."""

import tomllib
from pathlib import Path

import pytest

from docx_builder import abstract, docx, listed, lvl, num, p
from reader_contract import check
from vnplan.readers.docx import formats, read
from vnplan.readers.limits import Limits

CASES = tomllib.loads((Path(__file__).parent / "cases" / "docx_numbering.toml").read_text("utf-8"))


@pytest.mark.parametrize("case", CASES["format"], ids=lambda c: c["format"])
def test_formats(case):
    for value, printed in case["printed"].items():
        written = formats.write(int(value), case["format"], case.get("pattern", ""))
        assert (written or "") == printed


def definition(case):
    levels = []
    for index, level in enumerate(case["levels"]):
        kind, text, extra, start = [*level.split("|"), "", "", ""][:4]
        levels.append(lvl(index, kind, text, extra, int(start or 1)))
    lists = {"1": "", **case.get("lists", {})}
    return abstract(0, *levels) + "".join(num(int(name), 0, extra) for name, extra in lists.items())


def markers(document):
    return [document.text[b.marker.start : b.marker.end] if b.marker else "" for b in document.blocks]


@pytest.mark.parametrize("case", CASES["list"], ids=lambda c: c["note"])
def test_lists(case):
    body = ""
    for item in case["items"]:
        name, _, level = item.rpartition(":")
        body += p("mục", properties=listed(int(name or 1), int(level)))
    document = read(docx(body, numbering=definition(case)), "list.docx", Limits())
    check(document)
    assert markers(document) == case["expected"]
    assert [d.code for d in document.diagnostics] == ["number-format-unknown"] * case.get("unknown", 0)


def style(name, properties="", based_on=""):
    base = f"<w:basedOn w:val='{based_on}'/>" if based_on else ""
    return f"<w:style w:type='paragraph' w:styleId='{name}'>{base}<w:pPr>{properties}</w:pPr></w:style>"


def list_style(name, instance, more=""):
    properties = f"<w:numPr><w:numId w:val='{instance}'/></w:numPr>"
    return f"<w:style w:type='numbering' w:styleId='{name}'>{more}<w:pPr>{properties}</w:pPr></w:style>"


def styled(name, more=""):
    return p("mục", properties=f"<w:pStyle w:val='{name}'/>{more}")


LADDER = abstract(
    0,
    lvl(0, "upperRoman", "%1.", "<w:pStyle w:val='H1'/>"),
    lvl(1, "decimal", "%2.", "<w:pStyle w:val='H2'/>"),
) + num(1, 0)


def test_numbers_come_through_styles():
    styles = (
        style("H1", "<w:numPr><w:numId w:val='1'/></w:numPr>")
        + style("H2", "<w:numPr><w:ilvl w:val='1'/></w:numPr>", "H1")
        + style("Sub", "", "H2")
        + style("Off", "<w:numPr><w:numId w:val='0'/></w:numPr>", "H1")
    )
    body = (
        styled("H1")
        + styled("H2")
        + styled("Sub")
        + styled("Off")
        + styled("H1", "<w:numPr><w:numId w:val='0'/></w:numPr>")
        + styled("H1")
    )
    document = read(docx(body, numbering=LADDER, styles=styles), "styles.docx", Limits())
    assert markers(document) == ["I.", "1.", "2.", "", "", "II."]


def test_a_definition_may_point_to_a_list_style():
    styles = list_style("Ladder", 1)
    numbering = LADDER + abstract(5, extra="<w:numStyleLink w:val='Ladder'/>") + num(7, 5)
    body = p("mục", properties=listed(7)) + p("mục", properties=listed(7, 1)) + p("mục", properties=listed(1))
    document = read(docx(body, numbering=numbering, styles=styles), "link.docx", Limits())
    assert markers(document) == ["I.", "1.", "II."]


def test_a_list_style_that_points_to_itself_ends():
    styles = list_style("Loop", 7, "<w:basedOn w:val='Loop'/>")
    numbering = abstract(5, extra="<w:numStyleLink w:val='Loop'/>") + num(7, 5)
    document = read(docx(p("mục", properties=listed(7)), numbering=numbering, styles=styles), "loop.docx", Limits())
    assert document.text == "mục"


@pytest.mark.parametrize(
    ("suffix", "text"),
    [("", "1.\tmục"), ("<w:suff w:val='space'/>", "1. mục"), ("<w:suff w:val='nothing'/>", "1.mục")],
)
def test_what_follows_the_marker(suffix, text):
    numbering = abstract(0, lvl(0, "decimal", "%1.", suffix)) + num(1, 0)
    assert read(docx(p("mục", properties=listed(1)), numbering=numbering), "s.docx", Limits()).text == text


def test_an_empty_item_shows_its_number():
    numbering = abstract(0, lvl(0, "decimal", "%1")) + num(1, 0)
    document = read(
        docx(p(properties=listed(1)) + p("b", properties=listed(1)), numbering=numbering), "e.docx", Limits()
    )
    assert document.text == "1\n2\tb"


def test_a_paragraph_in_an_unknown_list_has_no_marker():
    document = read(
        docx(p("a", properties=listed(9)) + p("b", properties="<w:numPr><w:numId/></w:numPr>")), "u.docx", Limits()
    )
    assert markers(document) == ["", ""]


def test_deleted_items_do_not_count():
    numbering = abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0)
    gone = "<w:del w:id='1'><w:r><w:delText>x</w:delText></w:r></w:del>"
    body = (
        p("a", properties=listed(1))
        + p(gone, properties=listed(1) + "<w:rPr><w:del w:id='2'/></w:rPr>")
        + p("b", properties=listed(1))
    )
    document = read(docx(body, numbering=numbering), "d.docx", Limits())
    assert markers(document) == ["1.", "2."]
