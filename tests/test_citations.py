"""Citations in running text: what is found, what is not, and what always holds."""

import tomllib
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vnplan.gazetteer.named_documents import NamedDocument, laws
from vnplan.grammar.citations.finder import find_citations
from vnplan.models.citation import Citation

FOLDER = Path(__file__).parent / "cases"
CASES = tomllib.loads((FOLDER / "citations.toml").read_text("utf-8"))["case"]
NEGATIVES = tomllib.loads((FOLDER / "citation_negatives.toml").read_text("utf-8"))["texts"]
WORDS = """
Quyết định|số|12/QĐ-UBND|ngày 24/11/2021|của|UBND tỉnh|về việc|Luật|Đất đai|(|)|;|,|.|sửa đổi, bổ sung một số điều của
|thực hiện|Căn cứ|Nghị quyết|Đại hội|Trung ương|5|khóa XI|45-KL/TW|và|điểm a khoản 2 Điều 3|(sau đây gọi tắt là
|Chương trình|“|”|Văn bản số|31.1/YP|tại|Q|/|-
"""
PIECES = st.sampled_from([*WORDS.replace("\n", "").split("|"), "\n\n", "\t"])


def fields(citation: Citation, wanted: dict[str, Any]) -> dict[str, Any]:
    return {name: getattr(citation, name) or ("" if name != "parent" else getattr(citation, name)) for name in wanted}


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["text"][:60])
def test_citations_are_found_with_their_parts(case: dict) -> None:
    text = case["text"].replace("⏎", "\n")
    found = find_citations(text, province="Nam Định", on=date(2023, 1, 1))
    assert [fields(c, wanted) for c, wanted in zip(found, case["expect"], strict=False)] == case["expect"]
    assert len(found) == len(case["expect"]), [c.text for c in found]


@pytest.mark.parametrize("text", NEGATIVES)
def test_nothing_is_invented(text: str) -> None:
    assert [c.text for c in find_citations(text, province="Nam Định")] == []


LAWS = [
    row for rows in laws().values() for _, row in rows if row.type in {"law", "ordinance"} and "/QH" not in row.name
]


@pytest.mark.parametrize("row", LAWS, ids=lambda row: row.listed)
def test_every_listed_law_is_found_by_its_name(row: NamedDocument) -> None:
    for words in (row.listed, row.listed.upper()):
        assert row.name in [c.key for c in find_citations(f"Thi hành {words};")]


def test_decomposed_text_keeps_its_own_places() -> None:
    import unicodedata

    text = unicodedata.normalize("NFD", "Thực hiện Nghị quyết số 12/NQ-HĐND ngày 05/6/2021 của Hội đồng nhân dân tỉnh;")
    found = find_citations(text)
    assert [c.key for c in found] == ["12/NQ-HĐND"]
    assert text[slice(*found[0].span)] == found[0].text
    assert found[0].text.endswith(unicodedata.normalize("NFD", "nhân dân tỉnh"))


def test_paragraphs_do_not_run_together() -> None:
    text = "Kế hoạch số 5/KH-UBND thực hiện\n\nNghị quyết số 6/NQ-CP"
    assert [c.parent for c in find_citations(text)] == [None, None]


@settings(max_examples=150, deadline=None)
@given(st.one_of(st.text(max_size=120), st.lists(PIECES, max_size=25).map(" ".join)))
def test_spans_slice_and_parents_come_before(text: str) -> None:
    found = find_citations(text)
    assert [c.span for c in found] == sorted(c.span for c in found) or all(
        a.span.start <= b.span.start for a, b in zip(found, found[1:], strict=False)
    )
    for index, citation in enumerate(found):
        assert 0 <= citation.span.start < citation.span.end <= len(text)
        assert citation.text == text[slice(*citation.span)]
        assert citation.parent is None or citation.parent < index
