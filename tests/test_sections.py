"""The section tree: markers, levels, ambiguity, running text."""

import tomllib
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import vnplan
from blocks import every, items, paragraphs
from strategies import plans, text_of
from test_tables import outline_of
from vnplan.grammar.markers import item_markers
from vnplan.grammar.markers.item_markers import Family, Reading
from vnplan.grammar.markers.sequence_search import Candidate, resolve
from vnplan.models.base import Span
from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Part, PartKind
from vnplan.outline.tree import running_text, sections
from vnplan.readers.source import Paragraph, Typography
from vnplan.rules import sections as public
from vnplan.rules.findings import Findings
from vnplan.text.search_text import SearchText
from vnplan.text.view import View

CASES = Path(__file__).parent / "cases"
MARKERS = tomllib.loads((CASES / "markers.toml").read_text("utf-8"))["case"]
PARTS = tomllib.loads((CASES / "sections.toml").read_text("utf-8"))["case"]


@pytest.mark.parametrize("case", MARKERS, ids=lambda c: c["text"])
def test_marker(case):
    marker = item_markers.read_marker(View.of(case["text"]).text)
    if not case["label"]:
        assert marker is None
        return
    assert marker is not None
    assert (marker.label, marker.readings[0].family.value) == (case["label"], case["family"])


@pytest.mark.parametrize("case", PARTS, ids=lambda c: c["name"])
def test_part(case):
    text = case["text"].strip("\n")
    blocks = paragraphs(text, running=case.get("running", False))
    cut = running_text.split(SearchText(text), blocks)
    nodes, _ = sections.build(SearchText(text), cut.blocks, cut.weighed)
    assert list(items(text, nodes)) == case["items"]


@settings(max_examples=40, deadline=None)
@given(plans())
def test_a_written_plan_is_read_back_or_called_ambiguous(plan):
    text = text_of(plan)
    nodes, notes = sections.build(SearchText(text), paragraphs(text))
    read = list(items(text, nodes))
    written = [f"{item.level} {item.label} {item.heading}" for item in plan]
    assert read == written or any(n.code in ("section-ambiguous", "heading-doubtful") for n in notes)


@settings(max_examples=40, deadline=None)
@given(st.text(alphabet="I.V1)2a(-+ \nđĐiều3*/\t", max_size=400))
def test_every_character_stands_in_one_place_of_the_tree(text):
    nodes, _ = sections.build(SearchText(text), paragraphs(text))
    claimed = [0] * len(text)
    for node in every(nodes):
        spans = [*([node.marker] if node.marker else []), *node.heading]
        spans += [s for block in node.content for s in block.pieces]
        for start, end in spans:
            for at in range(start, end):
                claimed[at] += 1
    assert all(n == 1 for n, c in zip(claimed, text, strict=True) if not c.isspace())


def test_a_close_call_is_reported_and_a_clear_one_is_not():
    clear = "I. MỘT\n1. Hai\n2. Ba\nII. BỐN"
    assert sections.build(SearchText(clear), paragraphs(clear))[1] == ()
    first = Candidate((Reading(Family.ROMAN, ".", (1,)),), skip=3.5)
    doubtful = Candidate((Reading(Family.ARABIC, ".", (100,)), Reading(Family.LETTER, ".", (1,))), skip=3.5)
    assert resolve([first, doubtful]).close == (1,)


def test_a_generated_number_is_always_a_marker():
    text = "1. Một\n7. bảy việc"
    first, second = paragraphs(text)
    typed, _ = sections.build(SearchText(text), (first, second))
    generated, _ = sections.build(SearchText(text), (first, Paragraph(second.pieces, marker=Span(7, 9))))
    assert len(list(items(text, typed))) == 1
    assert [n.generated for n in every(generated)] == [False, True]


def test_lead_in_governs_its_bullets():
    text = "1. Sở Y tế\nChủ trì, phối hợp với các sở:\n- Một.\n- Hai.\nBáo cáo hằng năm."
    nodes, _ = sections.build(SearchText(text), paragraphs(text))
    lead, after = nodes[0].children
    assert [c.label for c in lead.children] == ["-", "-"]
    assert (lead.kind, after.kind) == (SectionKind.PARAGRAPH, SectionKind.PARAGRAPH)


def test_bold_title_without_number():
    text = "I. Gốc\nCông tác tuyên truyền\n- Một.\n- Hai.\nII. Sau"
    blocks = list(paragraphs(text))
    blocks[1] = Paragraph(blocks[1].pieces, Typography(bold=True))
    nodes, _ = sections.build(SearchText(text), tuple(blocks))
    title = nodes[0].children[0]
    assert (title.kind, title.label, len(title.children)) == (SectionKind.HEADING, None, 2)


def test_farewell_belongs_to_the_whole():
    text = "I. Một\n1. Hai\nTrên đây là Kế hoạch của tỉnh./."
    nodes, _ = sections.build(SearchText(text), paragraphs(text))
    assert [(n.kind.value, n.level) for n in nodes] == [("roman", 1), ("paragraph", 1)]


def test_short_first_line_of_a_wrapped_paragraph_is_the_heading():
    text = "Điều 4. Kinh phí\nKinh phí của Đoàn do ngân sách tỉnh bảo đảm theo quy định hiện hành\ncủa Nhà nước."
    ends = [i for i, c in enumerate(text) if c == "\n"] + [len(text)]
    starts = [0, *(e + 1 for e in ends[:-1])]
    lines = tuple(Span(a, b) for a, b in zip(starts, ends, strict=True))
    nodes, _ = sections.build(SearchText(text), (Paragraph((Span(0, len(text)),), lines=lines),))
    assert list(items(text, nodes)) == ["1 Điều 4 Kinh phí"]


def test_ids_are_paths_of_labels():
    text = "Điều 1. Gốc\n1. Một\na) Con\n- Dấu\n1. Lặp\nĐiều 2. Sau"
    nodes, _ = sections.build(SearchText(text), paragraphs(text))
    part = Part(PartKind.MAIN, (), nodes, (), (), Span(0, len(text)))
    found = []
    empty = Part(PartKind.MAIN, (), (), (), (), Span(0, 0))
    outline = replace(outline_of(text), main=empty, attachments=(part,))
    stack = list(public.find(outline, Findings()).sections[1])
    while stack:
        section = stack.pop(0)
        found.append(section.id)
        stack = [*section.children, *stack]
    assert found == ["A1.dieu-1", "A1.dieu-1.1", "A1.dieu-1.1.a", "A1.dieu-1.1.a.-1", "A1.dieu-1.1~2", "A1.dieu-2"]


@pytest.mark.parametrize(
    "text",
    [
        "1. " * 4000,
        "I. " * 4000,
        "a) b) " * 4000,
        "1." * 6000,
        "- " * 6000,
        "(" * 6000,
        "1.1.1.1.1.1.1.1.1\n" * 4000,
    ],
    ids=["arabic", "roman", "letters", "dots", "dashes", "brackets", "deep"],
)
def test_hostile_text_is_read(text):
    plan = vnplan.parse_text(text)
    assert plan.text == text
