"""Letterheads and closing blocks: every form gives its fields, and no character is lost."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from vnplan.models.base import Span
from vnplan.models.header import Header
from vnplan.outline.letter import closing, letterhead
from vnplan.outline.shapes import Outline, Part, PartKind
from vnplan.readers.limits import Limits
from vnplan.readers.source import Furniture, Grid, Paragraph
from vnplan.readers.text import plain
from vnplan.rules.findings import Findings
from vnplan.rules.heading import header
from vnplan.text.search_text import SearchText

CASES = Path(__file__).parent / "cases"


def cases(topic):
    rows = tomllib.loads((CASES / f"{topic}.toml").read_text("utf-8"))["case"]
    return [pytest.param(row, id=row["name"]) for row in rows]


def spans_of(blocks):
    for block in blocks:
        if isinstance(block, Paragraph | Furniture):
            yield from block.pieces
        elif isinstance(block, Grid):
            for cell in block.cells:
                for paragraph in cell.paragraphs:
                    yield from paragraph.pieces


def outlined(text):
    document = plain.read_text(text, "<text>", Limits())
    searched = SearchText(document.text)
    head, rest = letterhead.read_letterhead(searched, document.blocks)
    tail, rest = closing.read_closing(searched, rest)
    part = Part(PartKind.MAIN, head, (), (), tail, Span(0, len(document.text)))
    return Outline(document, searched, part, ()), rest


def read(text) -> Header:
    return header.find(outlined(text)[0], Findings()).header


def plain_fields(head: Header) -> dict[str, str]:
    return {
        "number": head.number.key if head.number else "",
        "doc_type": head.doc_type.code if head.doc_type else "",
        "issuer": head.issuer.name if head.issuer else "",
        "parent": head.parent.name if head.parent else "",
        "province": head.province or "",
        "place": head.place or "",
        "date": head.date.isoformat() if head.date else "",
        "title": head.title or "",
    }


@pytest.mark.parametrize("case", cases("headers"))
def test_letterhead_gives_its_fields(case):
    found = plain_fields(read(case["text"]))
    assert {name: found[name] for name in case["expected"]} == case["expected"]


@pytest.mark.parametrize("case", cases("closings"))
def test_closing_gives_recipients_and_signers(case):
    head = read(case["text"])
    assert list(head.recipients) == case["recipients"]
    assert [
        {"name": s.name, "position": s.position, "authority": s.authority or "", "capacity": s.capacity or ""}
        for s in head.signers
    ] == case["signers"]
    assert (head.archive or "") == case.get("archive", "")


@pytest.mark.parametrize("case", cases("headers") + cases("closings"))
def test_every_visible_character_stays_in_one_place(case):
    outline, rest = outlined(case["text"])
    text = outline.document.text
    owners = [0] * len(text)
    pieces = [s for piece in (*outline.main.head, *outline.main.closing) for s in piece.pieces]
    for start, end in [*pieces, *spans_of(rest)]:
        for position in range(start, end):
            owners[position] += 1
    assert [text[i - 10 : i + 10] for i, c in enumerate(text) if not c.isspace() and owners[i] != 1] == []


@pytest.mark.parametrize("case", cases("headers") + cases("closings"))
def test_spans_of_fields_hold_their_words(case):
    head = read(case["text"])
    text = plain.read_text(case["text"], "<text>", Limits()).text
    for name, span in head.spans.items():
        assert text[span.start : span.end].strip(), name
    if head.number:
        assert head.number.raw in text[slice(*head.spans["number"])].replace("\n", " ")
    if head.place:
        assert text[slice(*head.spans["place"])].split() == head.place.split()
