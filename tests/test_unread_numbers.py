"""What looks like a document number and is no citation."""

import pytest

from vnplan.grammar.citations.finder import read
from vnplan.grammar.citations.unread_numbers import unread_numbers
from vnplan.setting import Setting
from vnplan.text.view import View


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("theo 12/QĐ: UBND tỉnh", ["12/QĐ"]),
        ("tại mục 5/KH của cuộc họp", ["5/KH"]),
        ("Quyết định số 12/QĐ-UBND ngày 01/2/2023 của UBND tỉnh", []),
        ("Căn cứ Nghị quyết số 5/NQ-HĐND và Kế hoạch số 6/KH-UBND", []),
        ("cấp 5/10 xã, 30/6/2025, 20-30 ha, 4/km, tỷ lệ 3/Km2", []),
        ("tuyến QL1-5/ĐT, QCVN 01:2019/BCT", []),
        ("theo Mẫu số 01/BC-UBND, Biểu 02/BC", []),
        ("", []),
    ],
)
def test_numbers_that_no_citation_took(text, left):
    view = View.of(text)
    taken = [mention.citation.span for mention in read(view, Setting())]
    assert [text[span.start : span.end] for span in unread_numbers(view, taken)] == left


def test_taken_stretches_are_left_out():
    view = View.of("số 5/KH và 6/KH")
    first, second = unread_numbers(view, [])
    assert [*unread_numbers(view, [first])] == [second]
