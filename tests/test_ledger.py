"""The ledger: every visible character in exactly one leaf; what the checks make of it."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnplan
from strategies import plans, text_of
from vnplan.checks import check, coverage
from vnplan.export.text import to_markdown, to_text
from vnplan.models.base import Span
from vnplan.models.leaf import Leaf, LeafKind

SHARED = Path(__file__).parent.parent.parent / "shared" / "corpus"
LETTER = """ỦY BAN NHÂN DÂN
TỈNH BẮC GIANG
-------
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc
---------------
Số: 31/KH-UBND
Bắc Giang, ngày 5 tháng 4 năm 2022

KẾ HOẠCH
MỞ LỚP HỌC ĐÊM NĂM 2022

"""
CLOSING = """
Trên đây là Kế hoạch của tỉnh./.

Nơi nhận:
- Như trên;
- Lưu: VT.

TM. ỦY BAN NHÂN DÂN
KT. CHỦ TỊCH
PHÓ CHỦ TỊCH

Trần Văn Mẫu
"""


def assert_partition(plan):
    found = coverage(plan)
    assert found.dropped == ()
    assert found.duplicated == ()
    assert [leaf.span for leaf in plan.leaves] == sorted(leaf.span for leaf in plan.leaves)
    for leaf in plan.leaves:
        words = plan.text[leaf.span.start : leaf.span.end]
        assert words
        assert words == words.strip()


@settings(max_examples=25, deadline=None)
@given(plans())
def test_written_plans_are_partitioned_and_nothing_is_unclaimed(items):
    plan = vnplan.parse_text(LETTER + text_of(items) + CLOSING)
    assert_partition(plan)
    assert coverage(plan).ratio == 1.0


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet='IVX1aA.)(-+ \n\u00a0đĐiềuPHỤLC|*"\u200b', max_size=300))
def test_any_text_is_partitioned(text):
    assert_partition(vnplan.parse_text(text))


@pytest.mark.skipif(not SHARED.is_dir(), reason="no corpus beside the repository")
@pytest.mark.parametrize("name", ["*.txt", "openings/*.txt", "more/*.txt"])
def test_real_texts_are_partitioned(name):
    paths = sorted(SHARED.glob(name))
    assert paths
    for path in paths:
        assert_partition(vnplan.parse(path))


ROOT = Path(__file__).parent.parent
PLANS = ("txt", "md", "docx", "doc", "pdf", "html", "xlsx")
EVERY_FILE = sorted(
    path for root in (ROOT / "corpora", SHARED) for suffix in PLANS for path in root.glob(f"*/*.{suffix}")
) + sorted(path for suffix in PLANS for path in SHARED.glob(f"*.{suffix}"))


@pytest.mark.slow
@pytest.mark.parametrize("path", EVERY_FILE, ids=lambda p: p.name)
def test_every_file_is_covered_once(path):
    """Text, Word, HTML, PDF and scans: not a character lost, none twice, none without a place."""
    try:
        plan = vnplan.parse(path)
    except vnplan.MissingDependency as error:
        pytest.skip(str(error))
    found = vnplan.coverage(plan)
    assert (found.dropped, found.duplicated, found.unclaimed, found.ratio) == ((), (), (), 1.0)


def test_kinds_and_owners():
    plan = vnplan.parse_text(LETTER + "Căn cứ Luật Thư viện;\nI. MỤC ĐÍCH\n1. Mở lớp cho mọi người.\n" + CLOSING)
    told = {plan.text[leaf.span.start : leaf.span.end]: (leaf.kind.value, leaf.owner) for leaf in plan.leaves}
    assert told["I."] == ("marker", "I")
    assert told["MỤC ĐÍCH"] == ("heading", "I")
    assert told["Mở lớp cho mọi người."] == ("prose", "I.1")
    assert told["Số: 31/KH-UBND"] == ("header", "number")
    assert told["Trần Văn Mẫu"] == ("closing", "name")


def test_coverage_counts_what_is_missing_and_doubled():
    plan = vnplan.parse_text("Một hai ba bốn")
    leaves = (
        Leaf(kind=LeafKind.PROSE, span=Span(0, 7)),
        Leaf(kind=LeafKind.PROSE, span=Span(4, 7)),
        Leaf(kind=LeafKind.UNCLAIMED, span=Span(8, 10)),
    )
    found = coverage(plan.model_copy(update={"leaves": leaves}))
    assert found.dropped == (Span(11, 14),)
    assert found.duplicated == (Span(4, 7),)
    assert found.unclaimed == (Span(8, 10),)
    assert found.ratio == pytest.approx(6 / 11)


@pytest.mark.parametrize(
    ("body", "closing", "code"),
    [
        ("I. MỘT\nII. HAI\nIV. BỐN\n", CLOSING, "numbering-gap"),
        ("I. MỘT\nII. HAI\nII. BA\n", CLOSING, "numbering-repeat"),
        ("I. MỘT\nII. HAI\n", CLOSING.replace("./.", "."), "end-mark-missing"),
        ("I. MỘT\nII. HAI\n", CLOSING.replace("Nơi nhận:\n- Như trên;\n- Lưu: VT.\n", ""), "recipients-missing"),
        ("I. MỘT\nII. HAI\n", CLOSING.replace("PHÓ CHỦ TỊCH", "CHÁNH VĂN PHÒNG"), "signer-not-deputy"),
        ("I. MỘT\nII. HAI\n", CLOSING.replace("KT. CHỦ TỊCH\n", ""), "signer-without-kt"),
        ("I. MỘT\nII. HAI\n", CLOSING + "\nPHỤ LỤC I\nDANH MỤC LỚP\n1. Lớp đêm", "appendix-not-announced"),
    ],
)
def test_form_checks(body, closing, code):
    opening = "Căn cứ Luật Thư viện;\n"
    sound = vnplan.parse_text(LETTER + opening + "I. MỘT\nII. HAI\n" + CLOSING)
    flawed = vnplan.parse_text(LETTER + opening + body + closing)
    assert check(sound) == ()
    assert [d.code for d in check(flawed)] == [code]


def test_form_check_names_the_parts_of_the_head_that_are_missing():
    bare = vnplan.parse_text("KẾ HOẠCH\nMỞ LỚP HỌC ĐÊM\n\nI. MỘT\nII. HAI\n")
    assert {"number-missing", "date-missing", "issuer-missing", "signature-missing"} <= {d.code for d in check(bare)}


def test_text_and_markdown():
    plan = vnplan.parse_text(LETTER + "Căn cứ Luật Thư viện;\nI. MỤC ĐÍCH\n1. Mở lớp\n- Lớp *đêm*.\n" + CLOSING)
    words = to_markdown(plan)
    assert to_text(plan) == plan.text
    assert "## I. MỤC ĐÍCH" in words
    assert "### 1. Mở lớp" in words
    assert "- Lớp \\*đêm\\*." in words
