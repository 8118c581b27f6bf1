"""Every set phrase is read by the rule that its row promises, in its example as a document prints it."""

import re
import unicodedata

import pytest

from vnplan.grammar.headings import heading_ends, titles
from vnplan.grammar.letter import closing_words, fixed_words, openings
from vnplan.grammar.letter.roles import PieceRole
from vnplan.grammar.letter.stamps import StampPart, read_stamp_line
from vnplan.grammar.markers import annex_labels, item_markers
from vnplan.lexicon.load import rows
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Family
from vnplan.readers.pdf.scans.tone_marks import restored
from vnplan.text.fold import fold_case


def signs(line):
    return closing_words.role(line) in {PieceRole.AUTHORITY, PieceRole.POSITION}


def ranked(line):
    return closing_words.role(line) is PieceRole.NAME


def mended(line):
    """Whether a scan that lost the marks of the words gets them back."""
    plain = unicodedata.normalize("NFD", line.translate(str.maketrans("đĐ", "dD")))
    bare = "".join(char for char in plain if not unicodedata.combining(char))
    return restored(bare.split()) == line.split()


def numbered(line):
    return item_markers.read_marker(line) is not None


READ = {
    "basis": openings.opens_basis,
    "carries_out": openings.opens_basis,
    "purpose": openings.opens_preface,
    "circumstance": titles.OPENING.match,
    "opener": heading_ends.heading_end,
    "farewell": openings.opens_farewell,
    "usual_heading": lambda line: heading_ends.usual_heading(line.removeprefix("1. ")),
    "recipients": lambda line: closing_words.role(line) is PieceRole.RECIPIENTS_HEAD,
    "archive": lambda line: closing_words.role(line) is PieceRole.ARCHIVE,
    "addressee": re.compile(openings.ADDRESSEE).match,
    "motto": fixed_words.holds_motto,
    "mark": lambda line: [a.role for a in fixed_words.anchors(line)] == [PieceRole.MARK],
    "authority_mark": signs,
    "signed": lambda line: closing_words.role(line) is PieceRole.SIGNED,
    "rank": ranked,
    "degree": ranked,
    "appendix": annex_labels.label,
    "pointer": titles.is_pointer,
    "attached_type": annex_labels.plan_type,
    "part": numbered,
    "named_item": numbered,
    "open_end": openings.ends_open,
    "issues": titles.OPENING.match,
    **{part.value: lambda line, part=part: read_stamp_line(line).part is part for part in StampPart},
}
"""What a row means -> what reads its example."""


@pytest.mark.parametrize("row", rows(Family.FORMULA), ids=lambda row: f"{row.means}:{row.words}")
def test_each_row_is_read_in_each_context(row):
    for context in row.contexts:
        assert re.search(any_of(Family.FORMULA, context, means=row.means), fold_case(row.example))
    if row.means == "wording":
        assert mended(row.words)
    if row.means in READ:
        assert READ[row.means](row.example), row.example


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Căn cứ Luật Minh Châu", True),
        ("CĂN CỨ VÀO ĐÂU", False),
        ("căn cứ kết quả, các xã báo cáo", False),
        ("Căn hộ của cán bộ", False),
        ("Căn", True),
    ],
)
def test_a_basis_begins_a_sentence(line, told):
    assert openings.opens_basis(line) is told


@pytest.mark.parametrize("line", ["Mẫu hồ sơ", "Biểu dương các xã", "Lưu trữ hồ sơ", "Ký hợp đồng", "QUYẾT ĐỊNH"])
def test_words_of_formulas_in_other_words(line):
    assert not openings.opens_field(line)
    assert closing_words.role(line) not in {PieceRole.ARCHIVE, PieceRole.SIGNED, PieceRole.RECIPIENTS_HEAD}
    assert annex_labels.label(line) is None


@pytest.mark.parametrize(
    ("line", "item"),
    [
        ("1. Nội dung", True),
        ("  - Lập hồ sơ", True),
        ("-", True),
        ("23-CT/TW ngày 25/5/2023", False),
        ("12/3/2025", False),
    ],
)
def test_what_opens_an_item(line, item):
    assert item_markers.opens_item(line) is item
