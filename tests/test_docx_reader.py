"""Word files: one probe for each thing that general readers lose, double or invent."""

import io
import zipfile

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from docx_builder import abstract, docx, listed, lvl, num, p, package, r, tbl, tc, tr
from reader_contract import check, words
from vnplan.errors import CorruptDocument, EncryptedDocument, LimitExceeded, UnsupportedFormat, VnplanError
from vnplan.models.source import PlaceKind
from vnplan.readers.docx import read
from vnplan.readers.format_detection import Format, sniff
from vnplan.readers.limits import Limits
from vnplan.readers.source import Furniture, Grid

FIELD = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
BEGIN, SEPARATE, END = (FIELD.format(kind) for kind in ("begin", "separate", "end"))
INSTRUCTION = "<w:r><w:instrText> PAGE </w:instrText></w:r>"
BOX = (
    "<w:r><mc:AlternateContent><mc:Choice Requires='wps'><w:drawing><wps:txbx><w:txbxContent>{0}"
    "</w:txbxContent></wps:txbx></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox><w:txbxContent>{0}"
    "</w:txbxContent></v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>"
)
CONTROL = "<w:sdt><w:sdtPr/><w:sdtContent>{}</w:sdtContent></w:sdt>"
BORDERS = '<w:tblBorders><w:top w:val="single"/><w:insideH w:val="single"/></w:tblBorders>'


def reading(body, limits=None, **parts):
    document = read(docx(body, **parts), "probe.docx", limits or Limits())
    check(document)
    return document


def codes(document):
    return [d.code for d in document.diagnostics]


TEXTS = {
    "tracked insertion in, deletion out": (
        p(
            "Giao ",
            f"<w:ins w:id='1'>{r('Sở Y tế')}</w:ins>",
            "<w:del w:id='2'><w:r><w:delText>Sở Tài chính</w:delText></w:r></w:del>",
            " chủ trì",
        ),
        "Giao Sở Y tế chủ trì",
    ),
    "moved text stands where it was moved to": (
        p(f"<w:moveFrom w:id='1'>{r('một')}</w:moveFrom>", "hai ", f"<w:moveTo w:id='2'>{r('một')}</w:moveTo>"),
        "hai một",
    ),
    "deleted paragraph end joins two paragraphs": (
        p("đầu ", properties="<w:rPr><w:del w:id='1'/></w:rPr>") + p("cuối") + p("sau"),
        "đầu cuối\nsau",
    ),
    "drop cap": (p("M", properties="<w:framePr w:dropCap='drop' w:lines='2'/>") + p("ục đích"), "Mục đích"),
    "deleted end of the last paragraph loses nothing": (p("đầu", properties="<w:rPr><w:del w:id='1'/></w:rPr>"), "đầu"),
    "style separator runs a heading into its paragraph": (
        p("Mục 1. ", properties="<w:rPr><w:vanish/><w:specVanish/></w:rPr>") + p("nội dung"),
        "Mục 1. nội dung",
    ),
    "content controls of blocks and of runs": (
        CONTROL.format(p("khối", CONTROL.format(r(" dòng")))),
        "khối dòng",
    ),
    "hyperlinks, smart tags, custom XML": (
        p(
            f"<w:hyperlink>{r('liên kết')}</w:hyperlink>",
            f"<w:smartTag><w:smartTagPr/>{r(' thẻ')}</w:smartTag>",
            f"<w:customXml>{r(' riêng')}</w:customXml>",
        ),
        "liên kết thẻ riêng",
    ),
    "field: result shown, instruction hidden": (p("Trang ", BEGIN, INSTRUCTION, SEPARATE, "3", END, "/5"), "Trang 3/5"),
    "field inside the instruction of a field": (
        p(BEGIN, INSTRUCTION, BEGIN, SEPARATE, "trong", END, SEPARATE, "ngoài", END),
        "ngoài",
    ),
    "field over several paragraphs": (p(BEGIN, INSTRUCTION, SEPARATE, "I. A") + p("II. B") + p(END), "I. A\nII. B"),
    "field cut off in its instruction hides one paragraph at most": (p("a", BEGIN, INSTRUCTION) + p("b"), "a\nb"),
    "simple field": (p(f"<w:fldSimple w:instr='DATE'>{r('20/6/2022')}</w:fldSimple>"), "20/6/2022"),
    "chosen entry of a form list": (
        p(
            "<w:r><w:fldChar w:fldCharType='begin'><w:ffData><w:ddList><w:result w:val='1'/><w:listEntry w:val='một'/>"
            "<w:listEntry w:val='hai'/></w:ddList></w:ffData></w:fldChar></w:r>",
            END,
        ),
        "hai",
    ),
    "soft break, tab, hyphens": (
        p("<w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r>"),
        "a\nb\tc\u2011d",
    ),
    "line ends of the XML are no line ends": (p("<w:r><w:t>một\nhai</w:t></w:r>"), "một hai"),
    "symbols": (
        p(
            "<w:r><w:sym w:font='Wingdings' w:char='F0FC'/></w:r>",
            "<w:r><w:sym w:font='Symbol' w:char='F0B3'/></w:r>",
            r(" \uf0b7", "<w:rFonts w:ascii='Symbol'/>"),
        ),
        "✓≥ •",
    ),
    "capitals as printed": (p(r("Kế hoạch", "<w:caps/>")), "KẾ HOẠCH"),
    "letters composed, eth as Đ": (p("ke\u0302\u0301 hoạch Ðề án"), "kế hoạch Đề án"),
    "composed over a run border": (p("Kê", "\u0301"), "Kế"),
    "text box once, after its paragraph": (p("neo", BOX.format(p("trong khung"))) + p("sau"), "neo\ntrong khung\nsau"),
    "word art": (p("<w:r><w:pict><v:shape><v:textpath string='DỰ THẢO'/></v:shape></w:pict></w:r>"), "DỰ THẢO"),
    "formula": (p("<m:oMath><m:r><m:t>x+1</m:t></m:r></m:oMath>"), "x+1"),
    "ruby: the base alone": (
        p(f"<w:r><w:ruby><w:rt>{r('nhỏ')}</w:rt><w:rubyBase>{r('chữ')}</w:rubyBase></w:ruby></w:r>"),
        "chữ",
    ),
    "comments have no place in the text": (p("a", "<!-- ẩn -->", "b"), "ab"),
    "blank paragraphs leave no trace": (p() + p(" \u00a0 ") + p("a"), "a"),
    "TCVN3 by font": (p(r("Uû ban nh©n d©n tØnh", "<w:rFonts w:ascii='.VnTime'/>")), "Uỷ ban nhân dân tỉnh"),
    "TCVN3 capitals": (p(r("KÕ ho¹ch", "<w:rFonts w:ascii='.VnTimeH'/>")), "KẾ HOẠCH"),
    "the named font decides": (p(r("Cô quan chuû trì", "<w:rFonts w:ascii='VNI-Times'/>")), "Cơ quan chủ trì"),
    "a font for high codes": (p(r("Cô quan", "<w:rFonts w:ascii='Arial' w:hAnsi='VNI-Times'/>")), "Cơ quan"),
    "capitals that TCVN3 has no codes for": (
        p(r("Kª ho¹ch HéI §åNG x· Hµ An", "<w:rFonts w:ascii='.VnTime'/>")),
        "Kê hoạch HỘI ĐỒNG xã Hà An",
    ),
    "a short run reads as the one before it in such a font": (
        p(r("Ủy ban xã", "<w:rFonts w:ascii='.VnTime'/>")) + p(r("cá", "<w:rFonts w:ascii='.VnTime'/>")),
        "Ủy ban xã\ncá",
    ),
    "a short paragraph without a font reads as the one before it": (
        p(r("Uyû ban nhaân daân tænh")) + p(r("Löu: VT")),
        "Uỷ ban nhân dân tỉnh\nLưu: VT",
    ),
    "VNI letter and accent in two runs": (
        p(*(r(t, "<w:rFonts w:ascii='VNI-Times'/>") for t in ("Uyû ban nha", "ân daân"))),
        "Uỷ ban nhân dân",
    ),
    "Unicode that kept an old font name": (
        p(r("Ủy ban nhân dân và các sở", "<w:rFonts w:ascii='.VnTime'/>")),
        "Ủy ban nhân dân và các sở",
    ),
}


@pytest.mark.parametrize("case", TEXTS)
def test_text(case):
    body, expected = TEXTS[case]
    assert reading(body).text == expected


def test_hidden_text_is_left_out_and_said():
    document = reading(p("thấy ", r("ẩn", "<w:vanish/>")) + p(r("ẩn hết", "<w:vanish/>"), properties=listed(1)))
    assert document.text == "thấy"
    assert codes(document) == ["hidden-text"]


def test_tracked_changes_and_embedded_documents_are_said():
    document = reading(p(f"<w:ins w:id='1'>{r('a')}</w:ins>") + "<w:altChunk/>" + p("b"))
    assert document.text == "a\nb"
    assert codes(document) == ["tracked-changes", "embedded-document"]


def test_notes_follow_the_block_that_refers_to_them():
    refer = "<w:r><w:{}Reference w:id='{}'/></w:r>"
    document = reading(
        p("Tỷ lệ 24%", refer.format("footnote", 2), " đạt")
        + tbl(tr(tc(p("ô", refer.format("footnote", 3))), "b"))
        + p("Hết", refer.format("endnote", 2), refer.format("footnote", 9)),
        footnotes="<w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
        f"<w:footnote w:id='2'>{p('<w:r><w:footnoteRef/></w:r>', ' Theo báo cáo')}</w:footnote>"
        f"<w:footnote w:id='3'>{p('<w:r><w:footnoteRef/></w:r>', ' Của bảng')}</w:footnote>",
        endnotes=f"<w:endnote w:id='2'>{p('<w:r><w:endnoteRef/></w:r>', ' Cuối')}</w:endnote>",
    )
    assert [words(document, block) for block in document.blocks] == [
        "Tỷ lệ 24%| đạt",
        "[1]",
        "[1] Theo báo cáo",
        "ô|b",
        "[2]",
        "[2] Của bảng",
        "Hết",
        "[i]",
        "[i] Cuối",
    ]


def test_running_heads_come_last_and_once():
    section = (
        "<w:sectPr><w:headerReference w:type='default' r:id='header1'/>"
        "<w:headerReference w:type='first' r:id='header2'/><w:headerReference w:type='even' r:id='header3'/>"
        "<w:footerReference w:type='default' r:id='footer1'/></w:sectPr>"
    )
    page = p(BEGIN, INSTRUCTION, SEPARATE, "2", END)
    document = reading(
        p("thân", properties=section) + section,
        header1=page,
        header2=p("trang đầu"),
        header3=p("trang chẵn"),
        footer1=page,
    )
    assert document.text == "thân\n2"
    assert isinstance(document.blocks[-1], Furniture)


def test_entries_of_a_table_of_contents_are_furniture():
    styles = "<w:style w:type='paragraph' w:styleId='Mucluc1'><w:name w:val='toc 1'/></w:style>"
    document = reading(p("I. MỤC ĐÍCH\t2", properties="<w:pStyle w:val='Mucluc1'/>") + p("I. MỤC ĐÍCH"), styles=styles)
    assert [type(b).__name__ for b in document.blocks] == ["Furniture", "Paragraph"]


def test_merged_cells_stand_once_at_their_origin():
    restart, go_on = '<w:vMerge w:val="restart"/>', "<w:vMerge/>"
    document = reading(
        tbl(
            tr(tc("TT", properties=restart), tc("Cơ quan", properties='<w:gridSpan w:val="2"/>')),
            tr(tc(properties=go_on), "Chủ trì", "Phối hợp"),
            tr("1", "Sở A", "", properties="<w:ins w:id='1'/>"),
            tr("bỏ", "bỏ", "bỏ", properties="<w:del w:id='2'/>"),
            properties=BORDERS,
        )
    )
    (grid,) = document.blocks
    assert isinstance(grid, Grid)
    assert (grid.rows, grid.columns, grid.ruled) == (3, 3, True)
    shape = [(c.row, c.column, c.row_span, c.column_span, len(c.paragraphs)) for c in grid.cells]
    assert shape == [
        (0, 0, 2, 1, 1),
        (0, 1, 1, 2, 1),
        (1, 1, 1, 1, 1),
        (1, 2, 1, 1, 1),
        (2, 0, 1, 1, 1),
        (2, 1, 1, 1, 1),
        (2, 2, 1, 1, 0),
    ]
    assert document.text == "TT\nCơ quan\nChủ trì\nPhối hợp\n1\nSở A"


def test_lines_of_a_table_tell_data_from_letterheads():
    none = '<w:tblBorders><w:top w:val="nil"/></w:tblBorders>'
    drawn = '<w:tcBorders><w:top w:val="single"/></w:tcBorders>'
    styles = f"<w:style w:type='table' w:styleId='Grid'><w:tblPr>{BORDERS}</w:tblPr></w:style>"
    cases = [
        (tbl(tr("a", "b")), False),
        (tbl(tr("a", "b"), properties=none), False),
        (tbl(tr("a", "b"), properties="<w:tblStyle w:val='Grid'/>"), True),
        (tbl(tr("a", "b"), properties=none + "<w:tblStyle w:val='Grid'/>"), False),
        (tbl(tr(tc("a", properties=drawn), tc("b", properties=drawn))), True),
        (tbl(tr(tc("a", properties=drawn), "b", "c")), False),
    ]
    for body, expected in cases:
        assert reading(body, styles=styles).blocks[0].ruled is expected, body


def test_a_table_in_a_cell_becomes_paragraphs_of_the_cell():
    document = reading(tbl(tr(tc("trước", tbl(tr("x", "y")), "sau"), "b")))
    (grid,) = document.blocks
    assert [len(c.paragraphs) for c in grid.cells] == [4, 1]
    assert document.text == "trước\nx\ny\nsau\nb"
    assert codes(document) == ["nested-table"]


def test_a_table_of_one_cell_is_a_frame():
    document = reading(tbl(tr(tc("khung", tbl(tr("x", "y"))))) + p("sau"))
    assert [words(document, block) for block in document.blocks] == ["khung", "x|y", "sau"]


def test_look_through_styles():
    styles = (
        "<w:docDefaults><w:rPrDefault><w:rPr><w:sz w:val='28'/></w:rPr></w:rPrDefault></w:docDefaults>"
        "<w:style w:type='paragraph' w:styleId='Base'><w:pPr><w:jc w:val='center'/><w:ind w:left='200'/></w:pPr>"
        "<w:rPr><w:b/></w:rPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='H2'><w:name w:val='heading 2'/><w:basedOn w:val='Base'/></w:style>"
        "<w:style w:type='character' w:styleId='Strong'><w:rPr><w:b/></w:rPr></w:style>"
    )
    document = reading(
        p("a", properties="<w:pStyle w:val='H2'/><w:ind w:firstLine='100'/>")
        + p(r("b", "<w:rStyle w:val='Strong'/>"), properties="<w:pStyle w:val='H2'/><w:jc w:val='left'/>")
        + p(r("c", "<w:b/><w:i/><w:sz w:val='24'/>"), " ", properties="<w:outlineLvl w:val='0'/>")
        + p(r("d", "<w:b/>"), "e"),
        styles=styles,
    )
    looks = [b.look for b in document.blocks]
    assert [k.bold for k in looks] == [True, False, True, False]
    assert [k.italic for k in looks] == [False, False, True, False]
    assert [k.centered for k in looks] == [True, False, False, False]
    assert [k.heading for k in looks] == [2, 2, 1, None]
    assert [k.size for k in looks] == [14, 14, 12, 14]
    assert [k.indent for k in looks] == [15, 10, 0, 0]


def broken_rows(*rows, properties="", look=""):
    return p(*(r(row, look) if row else "<w:r><w:br/></w:r>" for row in rows), properties=properties)


@pytest.mark.parametrize(
    ("rows", "properties", "blocks"),
    [
        (["KẾ HOẠCH", "", "Hành động năm 2024", "", "Của tỉnh"], "<w:jc w:val='center'/>", 1),
        (["ỦY BAN NHÂN DÂN", "", "TỈNH A", "", "-------"], "", 2),
        (["1. Mục đích", "", "Nâng cao", "", "- Một", "", "- Hai"], "", 4),
        (["Các sở, ban, ngành,", "", "Ủy ban nhân dân"], "", 1),
        (["Các sở, ban,", "", "ngành tỉnh"], "", 1),
        (["Sở A", "", "", "", "", "Sở B"], "", 2),
    ],
)
def test_soft_breaks_end_paragraphs_but_for_wraps(rows, properties, blocks):
    document = reading(broken_rows(*rows, properties=properties))
    assert len(document.blocks) == blocks
    kept = [words(document, b) for b in document.blocks]
    assert "\n".join(kept) == "\n".join(row for row in rows if row)


def test_lines_and_looks_of_soft_breaks():
    bold = "<w:b/>"
    document = reading(p(r("MỘT", bold), "<w:r><w:br/></w:r>", r("HAI", bold), "<w:r><w:br/></w:r>", "Ba"))
    assert [b.lines for b in document.blocks] == [((0, 3), (4, 7)), ()]
    assert [b.look.bold for b in document.blocks] == [True, False]


def test_generated_markers_are_known():
    numbering = abstract(0, lvl(0, "upperRoman", "%1.", "<w:suff w:val='space'/>")) + num(1, 0)
    document = reading(p("Mục đích", properties=listed(1)) + p("I. Gõ tay"), numbering=numbering)
    assert document.text == "I. Mục đích\nI. Gõ tay"
    assert [b.marker for b in document.blocks] == [(0, 2), None]


def test_origins_name_paragraph_and_cell():
    document = reading(p("a") + p() + tbl(tr("b", tc("c", "d"))) + p("e"))
    found = {
        document.text[o.span[0] : o.span[1]]: (o.place.kind, o.place.paragraph, o.place.table, o.place.column)
        for o in document.origins
    }
    assert found == {
        "a": (PlaceKind.PARAGRAPH, 0, None, None),
        "b": (PlaceKind.CELL, 2, 0, 0),
        "c": (PlaceKind.CELL, 2, 0, 1),
        "d": (PlaceKind.CELL, 2, 0, 1),
        "e": (PlaceKind.PARAGRAPH, 3, None, None),
    }


def test_strict_files_read_like_the_usual_ones():
    names = {
        b"http://schemas.openxmlformats.org/wordprocessingml/2006/main": b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        b"http://schemas.openxmlformats.org/officeDocument/2006/": b"http://purl.oclc.org/ooxml/officeDocument/",
    }
    files = {}
    with zipfile.ZipFile(io.BytesIO(docx(p("Kế hoạch") + tbl(tr("a", "b")), styles=""))) as archive:
        for name in archive.namelist():
            content = archive.read(name)
            for usual, strict in names.items():
                content = content.replace(usual, strict)
            files[name] = content
    assert read(package(files), "s.docx", Limits()).text == "Kế hoạch\na\nb"


def test_a_damaged_second_part_costs_a_diagnostic_only():
    document = reading(p("a", properties=listed(1)), numbering="<w:num>")
    assert document.text == "a"
    assert codes(document) == ["part-unreadable"]


def broken(name):
    good = docx(p("a"))
    main = "<!DOCTYPE w:document [<!ENTITY x 'y'>]><w:document xmlns:w='urn:x'>&x;</w:document>"
    return {
        "cut off": good[: len(good) // 2],
        "not a zip": b"PK\x03\x04" + b"\0" * 100,
        "no main part": package({}, main="word/none.xml"),
        "not XML": package({"word/document.xml": b"\xff\xfe nonsense"}),
        "entities": package({"word/document.xml": main}),
        "too deep": package({"word/document.xml": "<a>" * 5000 + "</a>" * 5000}),
        "no Word file": package({"xl/workbook.xml": "<workbook/>"}, main="xl/workbook.xml"),
        "tables in tables": docx("<w:tbl><w:tr><w:tc>" * 60 + p("x") + "</w:tc></w:tr></w:tbl>" * 60),
    }[name]


@pytest.mark.parametrize(
    ("name", "error"),
    [
        ("cut off", CorruptDocument),
        ("not a zip", CorruptDocument),
        ("no main part", CorruptDocument),
        ("not XML", CorruptDocument),
        ("entities", CorruptDocument),
        ("too deep", CorruptDocument),
        ("no Word file", UnsupportedFormat),
        ("tables in tables", LimitExceeded),
    ],
)
def test_hostile_files_raise_named_errors(name, error):
    with pytest.raises(error) as caught:
        read(broken(name), "x.docx", Limits())
    assert caught.value.source == "x.docx"
    assert caught.value.reason


def test_limits_hold():
    with pytest.raises(LimitExceeded, match="unzipped_bytes"):
        read(docx(p("a" * 5000)), "x.docx", Limits(unzipped_bytes=1000))
    with pytest.raises(LimitExceeded, match="characters"):
        read(docx(p("a" * 5000)), "x.docx", Limits(characters=1000))
    bomb = package({"word/document.xml": "<a/>", "word/media/x.bin": b"\0" * 70_000_000})
    with pytest.raises(LimitExceeded, match="bomb"):
        read(bomb, "x.docx", Limits())


def test_zip_passwords_are_named():
    data = bytearray(docx(p("a")))
    at = data.index(b"PK\x01\x02")
    data[at + 8] |= 1
    with pytest.raises(EncryptedDocument):
        read(bytes(data), "x.docx", Limits())


@settings(max_examples=150, deadline=None)
@given(st.data())
def test_any_damage_ends_in_a_document_or_a_named_error(data):
    numbering = abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0)
    good = docx(p("a", properties=listed(1)) + tbl(tr("b", "c")), numbering=numbering)
    at = data.draw(st.integers(0, len(good) - 1))
    flipped = bytearray(good)
    flipped[at] ^= data.draw(st.integers(1, 255))
    named = False
    try:
        document = read(bytes(flipped), "x.docx", Limits())
    except VnplanError as error:
        named = error.source == "x.docx"
    else:
        check(document)
        named = document.source.name == "x.docx"
    assert named


def some(items, most):
    return st.lists(items, min_size=1, max_size=most)


RUNS = st.sampled_from(["a", "Đ", "\u0301", " ", "\u00a0", "\u00ad", "1", "<w:r><w:br/></w:r>", "<w:r><w:tab/></w:r>"])
PARAGRAPHS = st.lists(RUNS, max_size=5).map(lambda c: p(*c))
NESTED = st.recursive(
    PARAGRAPHS,
    lambda inner: some(some(some(inner, 2).map(lambda c: tc(*c)), 3).map(lambda c: tr(*c)), 3).map(lambda c: tbl(*c)),
    max_leaves=12,
)


@settings(max_examples=60, deadline=None)
@given(NESTED)
def test_every_visible_character_is_in_one_block(body):
    reading(body + p("hết"))


def test_a_raised_figure_is_a_note_mark_unless_it_belongs_to_a_unit():
    up = "<w:r><w:rPr><w:vertAlign w:val='superscript'/></w:rPr><w:t>{}</w:t></w:r>"
    document = reading(p("Chỉ thị số 7/CT-UBND", up.format("2"), " trên 40 m", up.format("2")))
    assert [words(document, block) for block in document.blocks] == ["Chỉ thị số 7/CT-UBND| trên 40 m2", "2"]
    assert isinstance(document.blocks[1], Furniture)


def test_a_letterhead_in_the_running_head_opens_the_document():
    section = "<w:sectPr><w:headerReference w:type='default' r:id='header1'/></w:sectPr>"
    head = p("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM") + p("Số: 8/KH-UBND")
    document = reading(p("KẾ HOẠCH") + section, header1=head)
    assert document.text.split("\n") == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Số: 8/KH-UBND", "KẾ HOẠCH"]


@pytest.mark.parametrize(
    ("instruction", "shown"),
    [("AUTONUM \\* ROMAN", "I."), ("AUTONUM \\* alphabetic \\s )", "a)"), (" AUTONUMLGL \\e ", "1"), ("PAGE", "")],
)
def test_a_field_that_numbers_by_itself_shows_its_number(instruction, shown):
    asked = f"<w:r><w:instrText>{instruction}</w:instrText></w:r>"
    assert reading(p(BEGIN, asked, END, " Mở lớp")).text.strip() == f"{shown} Mở lớp".strip()


def test_references_to_forbidden_characters_do_not_refuse_the_file():
    assert reading(p("MỤC&#x1F; ĐÍCH&#12; A&#x41;")).text == "MỤC ĐÍCH AA"


WORDML = "http://schemas.microsoft.com/office/word/2003/wordml"


def test_word_2003_xml_is_a_word_file():
    xml = f'<?xml version="1.0"?><w:wordDocument xmlns:w="{WORDML}"><w:body>{p("Số: 8/KH-UBND")}</w:body></w:wordDocument>'
    assert read(xml.encode(), "in.xml", Limits()).text == "Số: 8/KH-UBND"
    assert sniff(xml.encode(), "in.xml") is Format.DOCX


def flat_package(parts):
    pkg = "http://schemas.microsoft.com/office/2006/xmlPackage"
    rows = "".join(f'<pkg:part pkg:name="/{name}"><pkg:xmlData>{xml}</pkg:xmlData></pkg:part>' for name, xml in parts)
    return f'<?xml version="1.0"?><pkg:package xmlns:pkg="{pkg}">{rows}</pkg:package>'.encode()


def test_flat_opc_is_a_word_file():
    with zipfile.ZipFile(io.BytesIO(docx(p("Nuôi ong")))) as package:
        names = [name for name in package.namelist() if name.endswith((".xml", ".rels")) and "Content" not in name]
        parts = [(name, package.read(name).decode().split("?>", 1)[-1]) for name in names]
    data = flat_package(parts)
    assert sniff(data, "in.xml") is Format.DOCX
    assert read(data, "in.xml", Limits()).text == "Nuôi ong"


def test_names_with_backslashes_are_found():
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(docx(p("Nuôi ong")))) as package, zipfile.ZipFile(out, "w") as careless:
        for name in package.namelist():
            careless.writestr(name.replace("/", "\\"), package.read(name))
    assert sniff(out.getvalue(), "in.docx") is Format.DOCX
    assert read(out.getvalue(), "in.docx", Limits()).text == "Nuôi ong"
