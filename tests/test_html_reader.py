"""HTML as law sites, portals and Word write it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from reader_contract import check
from vnplan.errors import CorruptDocument, LimitExceeded
from vnplan.readers.html.reader import read
from vnplan.readers.limits import Limits
from vnplan.readers.source import Furniture, Grid, Paragraph
from vnplan.text.search_text import SearchText

MHTML = (
    b"MIME-Version: 1.0\r\nContent-Type: multipart/related; boundary=x\r\n\r\n--x\r\n"
    b"Content-Type: text/html; charset=utf-8\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n"
    b"<p>=C4=90i=E1=BB=81u 1</p>\r\n--x--\r\n"
)


def blocks(markup, **limits):
    document = read(markup.encode(), "page.html", Limits(**limits))
    check(document)
    return document


def words(document, block):
    return block.view(SearchText(document.text)).text


def test_paragraphs_headings_and_line_breaks():
    page = blocks(
        "<h2>I. MỤC ĐÍCH</h2><p align=center><b>KẾ <i>HOẠCH</i></b></p><p>Nơi nhận:<br>- Sở A;<br>và Sở B;</p>"
    )
    assert [words(page, b) for b in page.blocks] == ["I. MỤC ĐÍCH", "KẾ HOẠCH", "Nơi nhận:", "- Sở A; và Sở B;"]
    assert page.blocks[0].look.heading == 2
    assert page.blocks[1].look.bold
    assert page.blocks[1].look.centered


def test_hidden_words_are_left_out_and_menus_are_furniture():
    page = blocks(
        "<head><title>x</title></head><nav>Trang chủ</nav><script>a</script><p style='display:none'>b</p>"
        "<p hidden>c</p><p>Điều 1.</p>"
    )
    assert [type(b) for b in page.blocks] == [Furniture, Paragraph]
    assert page.text == "Trang chủ\nĐiều 1.\n"


def test_spans_of_cells_are_resolved_as_browsers_do():
    page = blocks("<table border=1><tr><th>TT<th colspan=2>Cơ quan<tr><td rowspan=2>1<td>A<td>B<tr><td>C<td>D</table>")
    (grid,) = page.blocks
    places = [(c.row, c.column, c.row_span, c.column_span) for c in grid.cells]
    assert places == [(0, 0, 1, 1), (0, 1, 1, 2), (1, 0, 2, 1), (1, 1, 1, 1), (1, 2, 1, 1), (2, 1, 1, 1), (2, 2, 1, 1)]
    assert (grid.rows, grid.columns, grid.ruled) == (3, 3, True)


def test_a_table_around_the_page_is_layout():
    page = blocks("<table><tr><td><p>Điều 1.</p><table><tr><td>1<td>2<tr><td>3<td>4</table></table>")
    assert [type(b) for b in page.blocks] == [Paragraph, Grid]


def test_list_markers_are_visible_text_and_known_as_generated():
    page = blocks("<ol type=a start=2><li>Một<li>Hai</ol><ul><li>Ba</ul>")
    assert [words(page, b) for b in page.blocks] == ["b. Một", "c. Hai", "• Ba"]
    assert page.text[slice(*page.blocks[0].marker)] == "b."
    office = blocks("<ol>\n<li><p><b>Một</b></p>\n<li><p></p><p>Hai</p></ol><p>Ba</p>")
    assert [words(office, b) for b in office.blocks] == ["1. Một", "2. Hai", "Ba"]


@pytest.mark.parametrize(
    ("data", "expected"),
    [
        (b"<meta charset=windows-1258><p>\xd0\xea", "Đê"),
        ("<p>Đề án".encode("utf-16"), "Đề án"),
        (b"\xef\xbb\xbf<p>\xc4\x90", "Đ"),
        (b"<p>a\0b", "ab"),
        (
            MHTML,
            "Điều 1",
        ),
    ],
    ids=["meta charset, eth", "utf-16", "bom", "nul", "mhtml"],
)
def test_encodings(data, expected):
    assert read(data, "x", Limits()).text.strip() == expected


def test_web_archive_without_a_page_is_corrupt():
    with pytest.raises(CorruptDocument, match=r"x\.mht: .*without an HTML page"):
        read(b"Content-Type: multipart/related; boundary=x\r\n\r\n--x--", "x.mht", Limits())


def test_hostile_markup_stays_within_bounds():
    assert blocks("<div>" * 1_500 + "<p>đáy").text == "đáy\n"
    with pytest.raises(LimitExceeded, match="2,048 deep"):
        blocks("<div>" * 50_000 + "<p>đáy")
    wide = blocks("<table><tr><td colspan=999999999 rowspan=999999999>a<td>b</table>")
    assert wide.blocks[0].columns <= 201
    with pytest.raises(LimitExceeded, match="characters"):
        blocks("<p>" + "a" * 100, characters=50)


@given(st.text(alphabet="<>/=\"'&; abpđ1trdh\n", max_size=200))
def test_every_visible_character_is_in_one_block(soup):
    page = blocks("<body>" + soup)
    seen = [0] * len(page.text)
    for block in page.blocks:
        paragraphs = [p for c in block.cells for p in c.paragraphs] if isinstance(block, Grid) else [block]
        for start, end in (piece for p in paragraphs for piece in p.pieces):
            for i in range(start, end):
                seen[i] += 1
    assert all(n == 1 for n, c in zip(seen, page.text, strict=True) if not c.isspace())
    assert max(seen, default=0) <= 1


@pytest.mark.parametrize(
    ("markup", "encoding"),
    [
        ('<p><font face=".VnTime">Uû ban nh©n d©n tØnh</font></p>', "TCVN3"),
        ('<p style="font-family:.VnTime">Uû ban <b>nh©n</b> d©n tØnh</p>', "TCVN3"),
        (
            "<p><span style='font-family:\"VNI-Times\"'>Uyû ban nha</span><span style='font-family:VNI-Times'>ân daân tænh</span></p>",
            "VNI",
        ),
        ("<p>Uû ban nh©n d©n tØnh</p>", "TCVN3"),
        (
            "<style><!-- p.Than, li.Than {font-family:'VNI-Times'} --></style><p class=Than>Uyû ban nhaân daân tænh",
            "VNI",
        ),
        ("<style>div.a p {font:12pt .VnTime}</style><div class=a><p>Uû ban nh©n d©n tØnh</div>", "TCVN3"),
        ('<p><font face=".VnTime">Ủy ban nhân dân tỉnh</font></p>', None),
    ],
)
def test_fonts_with_letters_of_their_own_are_decoded(markup, encoding):
    document = blocks(markup)
    assert words(document, document.blocks[0]) in ("Ủy ban nhân dân tỉnh", "Uỷ ban nhân dân tỉnh")
    assert [d.code for d in document.diagnostics] == (["legacy-encoding"] if encoding else [])
    assert encoding is None or encoding in document.diagnostics[0].message


def test_the_named_font_decides():
    page = "<style>td {font-family: Arial} .cu {font-family: VNI-Times, serif}</style>"
    document = blocks(page + "<table><tr><td class=cu>Cô quan chuû trì<td><b class=cu>Löu</b> trữ</table><p>Cô giáo")
    assert document.text == "Cơ quan chủ trì\nLưu trữ\nCô giáo\n"


def test_bytes_of_a_page_in_old_fonts():
    document = read('<p><font face=".VnTime">§iÒu 1. Ên ®Þnh'.encode("cp1252"), "a.html", Limits())
    assert document.text == "Điều 1. ấn định\n"


def test_a_font_of_capitals_draws_small_letters_as_capitals():
    document = blocks('<p><font face=".VnTimeH">KÕ ho¹ch</font></p>')
    assert words(document, document.blocks[0]) == "KẾ HOẠCH"


def test_reading_stops_when_time_is_up():
    with pytest.raises(LimitExceeded, match=r"Limits\.seconds"):
        blocks("<p>" * 10, seconds=1e-9)


class TestAsides:
    """What a page shows that is none of the document's words."""

    @pytest.mark.parametrize(
        ("markup", "words", "aside"),
        [
            (
                "<p>Quyết định số 91/QĐ-UBND<sup>3</sup> ngày 2/3/2024</p>",
                "Quyết định số 91/QĐ-UBND ngày 2/3/2024",
                "3",
            ),
            ("<p>trên 40 m<sup>2</sup></p>", "trên 40 m2", None),
            ("<p>nộp trước <del>ngày 1/5</del> <ins>ngày 3/6</ins></p>", "nộp trước ngày 3/6", "ngày 1/5"),
            ('<p>hết <span style="text-decoration: line-through">quý I</span> quý II</p>', "hết quý II", "quý I"),
        ],
    )
    def test_marks_of_notes_and_what_is_crossed_out(self, markup, words, aside):
        document = read(markup.encode(), "in.html", Limits())
        shown = [b.view(SearchText(document.text)).text for b in document.blocks if isinstance(b, Paragraph)]
        asides = [document.text[slice(*p)] for b in document.blocks if isinstance(b, Furniture) for p in b.pieces]
        assert [" ".join(line.split()) for line in shown] == [words]
        assert asides == ([aside] if aside else [])

    def test_a_declared_shadow_root_is_shown(self):
        page = '<html><body><x-doc><template shadowrootmode="open"><p>Nuôi ong</p></template></x-doc></body></html>'
        assert read(page.encode(), "in.html", Limits()).text.strip() == "Nuôi ong"

    def test_utf8_read_as_windows_1252_is_read_again(self):
        page = "<html><body><p>Ủy ban nhân dân tỉnh ban hành Kế hoạch nuôi ong</p></body></html>"
        document = read(page.encode("utf-8").decode("latin-1").encode("utf-8"), "in.html", Limits())
        assert "nhân dân tỉnh ban hành" in document.text
        assert [d.code.value for d in document.diagnostics] == ["legacy-encoding"]
