"""What holds for every plan, whatever the document: partition, spans, ids, schema."""

import json
from itertools import pairwise
from pathlib import Path

import jsonschema
import pytest
from pydantic import BaseModel

import vnplan
from vnplan.models.agency import AgencyRef

ROOT = Path(__file__).parent.parent
SPECIMENS = sorted(p for p in (ROOT / "corpora").glob("*/*") if p.stem == p.parent.name)
SHARED = ROOT.parent / "shared" / "corpus"
REAL = sorted(p for suffix in ("txt", "md", "docx") for p in SHARED.rglob(f"*.{suffix}"))


@pytest.fixture(scope="module", params=[*SPECIMENS, *REAL], ids=lambda p: p.name)
def plan(request):
    return vnplan.parse(request.param)


def sections_of(plan):
    stack = [*plan.sections, *(s for a in plan.attachments for s in a.sections)]
    while stack:
        section = stack.pop()
        yield section
        stack += section.children


def agencies_of(value):
    """Every agency anywhere in a model."""
    if isinstance(value, AgencyRef):
        yield value
    elif isinstance(value, BaseModel):
        for field in type(value).model_fields:
            yield from agencies_of(getattr(value, field))
    elif isinstance(value, tuple):
        for item in value:
            yield from agencies_of(item)


def test_specimens_are_there():
    assert len(SPECIMENS) >= 12


def test_leaves_partition_every_visible_character(plan):
    owners = [0] * len(plan.text)
    for leaf in plan.leaves:
        for i in range(*leaf.span):
            owners[i] += 1
    lost = [i for i, (n, c) in enumerate(zip(owners, plan.text, strict=True)) if n == 0 and not c.isspace()]
    twice = [i for i, n in enumerate(owners) if n > 1]
    assert not lost, f"in no leaf: {plan.text[lost[0] : lost[0] + 60]!r}"
    assert not twice, f"in two leaves: {plan.text[twice[0] : twice[0] + 60]!r}"
    assert [leaf.span for leaf in plan.leaves] == sorted(leaf.span for leaf in plan.leaves)


def test_spans_give_back_the_words(plan):
    for citation in plan.citations:
        assert plan.text[slice(*citation.span)] == citation.text
    for agency in agencies_of(plan):
        assert agency.span is None or plan.text[slice(*agency.span)] == agency.raw
    assert all(agency.span for agency in plan.agencies)
    for table in plan.tables:
        for cell in (c for row in table.rows for c in row.cells):
            words = " ".join(plan.text[slice(*s)] for s in cell.spans)
            assert words.split() == cell.text.split() or cell.spans == ()
    for part, span in plan.header.spans.items():
        assert plan.text[slice(*span)].strip(), part


def test_the_tree_is_a_tree(plan):
    ids = [section.id for section in sections_of(plan)]
    assert len(ids) == len(set(ids))
    for section in sections_of(plan):
        for child in section.children:
            assert section.span[0] <= child.span[0] <= child.span[1] <= section.span[1]
            assert child.level > section.level
        for one, next_one in pairwise(section.children):
            assert one.span[1] <= next_one.span[0]


def test_ids_are_unique_and_references_point_at_their_mentions(plan):
    assert len({t.id for t in plan.tasks}) == len(plan.tasks)
    assert len({r.id for r in plan.references}) == len(plan.references)
    for reference in plan.references:
        assert reference.mentions
        assert all(plan.citations[i].key == reference.key for i in reference.mentions)


def test_json_round_trip_and_schema(plan):
    text = plan.model_dump_json()
    assert vnplan.PlanDocument.model_validate_json(text) == plan
    schema = json.loads((ROOT / "schemas" / "plan.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator(schema).validate(json.loads(text))


def test_every_leaf_can_be_located(plan):
    assert all(plan.locate(leaf.span) for leaf in plan.leaves)
