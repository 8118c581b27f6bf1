"""Pages read from pictures: what surrounds the OCR program, which is played here but for the slow tests."""

from __future__ import annotations

import pytest

import reader_contract
from pdf_builder import Sheet, build
from vnplan.errors import LimitExceeded
from vnplan.readers import ocr, pdf
from vnplan.readers.limits import Limits
from vnplan.readers.pdf.page import Rule, Word
from vnplan.readers.pdf.scans import codes, noise, ordinals, overlaid, own_words, pictures, tone_marks

SCALE = 300 / 72


def seen(text: str, x: float, y: float, trust: float = 95.0, tall: float = 10.0) -> ocr.Seen:
    """A word at 300 dots an inch, letters 6 points wide; ``x`` and ``y`` in points."""
    box = (x * SCALE, y * SCALE, (x + 6 * len(text)) * SCALE, (y + tall) * SCALE)
    return ocr.Seen(text, *box, box[1], box[3], trust)


def line(words: str, y: float = 100.0, size: float = 12.0, trust: float = 95.0, x: float = 85.0) -> list[Word]:
    run = []
    for text in words.split():
        run.append(Word(text, x, y, x + 6 * len(text), y + size, size, bold=False, italic=False, trust=trust))
        x += 6 * len(text) + 4
    return run


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("I. II. II. IV.", "I. II. III. IV."),
        ("I. II. IH. IV. V. VI. VI. VIII.", "I. II. III. IV. V. VI. VII. VIII."),
        ("I. I. III.", "I. II. III."),
        ("I. 1. 2. 3. 4. Š. II. l. 2.", "I. 1. 2. 3. 4. 5. II. 1. 2."),
        ("a) b) e) d) đ) e) g)", "a) b) c) d) đ) e) g)"),
        ("a) b) c) d) d) e)", "a) b) c) d) đ) e)"),
        # A sequence that goes on, begins anew or passes a number over stays.
        ("I. II. III. I. II. III.", "I. II. III. I. II. III."),
        ("I. II. II. III.", "I. II. II. III."),
        ("1. 2. 2. 4. 7.", "1. 2. 2. 4. 7."),
        ("a) b) e) c) d)", "a) b) e) c) d)"),
        ("TP. Số: (a) 1.1. năm", "TP. Số: (a) 1.1. năm"),
    ],
)
def test_numbers_of_items_follow_their_sequence(read, meant):
    assert " ".join(ordinals.mended(read.split())) == meant


def test_headings_in_capitals_have_roman_numbers():
    read = ["L.", "1;", "2:", "H.", "1.", "2,", "3.", "5:"]
    capitals = [True, False, False, True, False, False, False, False]
    assert " ".join(ordinals.mended(read, capitals)) == "I. 1. 2. II. 1. 2. 3. 5:"


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        ("QĐÐ", "QĐÐ"),
        ("12/QĐÐ-UBND", "12/QĐ-UBND"),
        ("l8l2/QĐ-T1g", "1812/QĐ-TTg"),
        ("304/Q0ĐĐ-UBND;", "304/QĐ-UBND;"),
        ("7⁄2021/ND-CP", "7/2021/NĐ-CP"),
        ("/QĐĐ-UBND", "/QĐ-UBND"),
        ("57-NQ/TW", "57-NQ/TW"),
        ("9/HD-HND", "9/HD-HND"),
        ("2023/2025-IO", "2023/2025-IO"),
    ],
)
def test_document_numbers_follow_their_grammar(read, meant):
    assert codes.repaired(read) == meant


class TestOwnWords:
    def text(self, *runs: list[Word]) -> list[str]:
        return [" ".join(word.text for word in run) for run in own_words.mended(list(runs))[0]]

    def test_the_usual_spelling_wins_over_unsure_words(self):
        usual = [line("nuôi ong") for _ in range(6)]
        assert self.text(*usual, line("Nuối ong", trust=70.0))[-1] == "Nuôi ong"
        assert self.text(*usual, line("Nuối ong"))[-1] == "Nuối ong"
        assert self.text(*usual[:2], line("Nuối ong", trust=70.0))[-1] == "Nuối ong"

    def test_a_spelling_of_the_genre_need_only_be_read_now_and_then(self):
        assert tone_marks.known("tô", "chức") == ("tổ", "chức")
        assert self.text(line("Tổ chức"), line("tô chức"), line("TÔ CHỨC"))[1:] == ["tổ chức", "TỔ CHỨC"]
        assert self.text(line("bảo quản"), line("bảo quản")) == ["bảo quản"] * 2


@pytest.mark.parametrize(
    ("words", "trust", "meant"),
    [
        ("TINH QUANG NGAI", 97.0, "TỈNH QUẢNG NGÃI"),
        ("Hoà Bình", 50.0, "Hoà Bình"),
        ("số đàn ong", 97.0, "số đàn ong"),
        ("Tô chức", 80.0, "Tổ chức"),
    ],
)
def test_words_read_for_certain_are_no_pair_to_be_mended(words, trust, meant):
    assert " ".join(tone_marks.restored(words.split(), [trust] * len(words.split()))) == meant


def test_bars_of_rules_are_no_words():
    rules = [Rule(200, 80, 200.5, 140), Rule(80, 80, 300, 80.5)]
    words = [
        seen("|", 197, 100),
        seen("ong|", 176, 100),
        seen("I", 100, 100),
        seen("I", 198, 200),
        seen("|ba", 199, 120),
    ]
    assert [word.text for word in noise.without_bars(words, rules, 1 / SCALE)] == ["ong", "I", "I", "ba"]


def test_stamps_over_a_scan_are_no_text_and_filled_blanks_are():
    layer = [
        line("Ký bởi: Hội Nông dân", 30, 7),
        line("Giờ ký: 05/01/2024 08:15:24", 40, 7),
        line("12", 100),
        line("34/KH-HND", 100, x=300),
    ]
    laid = overlaid.parted(layer)
    assert [run[0].text for run in laid.text] == ["12", "34/KH-HND"]
    assert len(laid.stamps) == 2
    words = [
        seen("Ký", 90, 31, tall=5),
        seen("HỘI", 90, 32),
        seen("vn", 150, 36, tall=5),
        seen("#2", 86, 101),
        seen("ngày", 200, 200),
    ]
    assert [word.text for word in overlaid.outside(words, laid, 1 / SCALE)] == ["HỘI", "ngày"]


class TestPictures:
    @pytest.fixture
    def page(self):
        image = pytest.importorskip("PIL.Image").new("L", (1200, 1600), 255)
        from PIL import ImageDraw

        pen = ImageDraw.Draw(image)
        for y in range(100, 1500, 30):
            for x in range(100, 1100, 18):
                pen.rectangle((x, y, x + 9, y + 12), fill=0)
        return image

    @pytest.mark.parametrize("slope", [0.0, 0.012, -0.03])
    def test_the_slope_of_lines(self, page, slope):
        from math import atan, degrees

        leaning = page.rotate(-degrees(atan(slope)), fillcolor=255)
        assert pictures.slope(leaning, 150) == pytest.approx(slope, abs=0.0012)

    def test_an_empty_page_has_none(self, page):
        assert pictures.slope(page.point(lambda _: 255), 150) == 0.0

    def test_rules_are_found_and_taken_out(self, page):
        from PIL import ImageDraw

        ruled = page.copy()
        ImageDraw.Draw(ruled).line((80, 90, 1120, 90), fill=0, width=3)
        ImageDraw.Draw(ruled).line((90, 80, 90, 1500), fill=0, width=3)
        rules = pictures.rules(ruled, 150)
        assert len(rules) == 2
        assert pictures.cleared(ruled, rules, 150).tobytes() == page.tobytes()


class TestTime:
    @pytest.fixture
    def program(self, monkeypatch):
        """Tesseract with time for one page: both of its looks."""
        calls: list[int] = []

        def recognise(*_, **__):
            calls.append(1)
            if len(calls) > 2:
                raise TimeoutError
            return [seen("Kế", 85, 100), seen("hoạch", 103, 100)]

        monkeypatch.setattr(ocr, "available", lambda: True)
        monkeypatch.setattr(ocr, "recognise", recognise)
        monkeypatch.setattr("os.cpu_count", lambda: 1)

    def test_what_was_read_stays_and_the_rest_is_named(self, program):
        document = pdf.read(build(Sheet().picture(), Sheet().picture(), Sheet().picture()), "scan.pdf", Limits())
        reader_contract.check(document)
        assert document.text == "Kế hoạch"
        found = {note.code: note.values for note in document.diagnostics}
        assert found["pdf-page-not-read"]["pages"] == "2-3"
        assert found["pdf-page-by-ocr"]["pages"] == "1"

    def test_nothing_read_is_an_error(self, monkeypatch, program):
        monkeypatch.setattr("vnplan.readers.pdf.pdfium.Pdf.seconds_left", lambda *_: 0.0)
        with pytest.raises(LimitExceeded, match="seconds"):
            pdf.read(build(Sheet().picture()), "scan.pdf", Limits())


def test_a_stamp_alone_does_not_make_a_scan_a_page_of_text(monkeypatch):
    monkeypatch.setattr(ocr, "available", lambda: True)
    monkeypatch.setattr(ocr, "recognise", lambda *_, **__: [seen("Kế", 85, 200), seen("hoạch", 103, 200)])
    stamp = ["Ký bởi: Hội Nông dân xã Ví Dụ", "Thời gian ký: 05/01/2024 08:15:24"]
    document = pdf.read(build(Sheet().picture().lines(85, 40, stamp, pitch=8, size=6)), "scan.pdf", Limits())
    reader_contract.check(document)
    assert "Kế hoạch" in document.text
    assert document.source.signatures or "Ký bởi" in document.text


@pytest.mark.slow
@pytest.mark.skipif(not ocr.available(), reason="needs the Tesseract program with its Vietnamese model")
@pytest.mark.parametrize("turn", [0, 90, 180])
def test_a_scan_lying_on_its_side_is_turned(turn):
    image_module = pytest.importorskip("PIL.Image")
    import io
    from pathlib import Path

    import pypdfium2

    specimens = Path(__file__).parent.parent / "corpora"
    source = next(specimens.glob("cao-bang*/*.pdf"))
    with pypdfium2.PdfDocument(source) as document:
        image = document[0].render(scale=200 / 72).to_pil().convert("L")
    if turn:
        image = pictures.turned(image, turn)
    assert isinstance(image, image_module.Image)
    out = io.BytesIO()
    image.save(out, "PDF", resolution=200)
    read = pdf.read(out.getvalue(), "scan.pdf", Limits())
    assert "CỘNG HÒA XÃ HỘI CHỦ NGHĨA" in read.text
