"""Plans written from random trees: read back as that tree, or the doubt is reported; nothing lost, nothing twice."""

import pytest
from hypothesis import HealthCheck, given, settings

import vnplan
from vnplan.text.view import View
from written_documents import written

CLOSE_CALLS = ("section-ambiguous", "heading-doubtful")
"""Two readings nearly as good: of two items, and of an item and plain text."""

QUICK = settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(max_examples=2000, deadline=None, suppress_health_check=list(HealthCheck))


def numbered(sections):
    """Level, label and heading of every numbered item, in document order."""
    for section in sections:
        if section.label and section.kind.value != "bullet":
            yield section.level, section.label, section.heading
        yield from numbered(section.children)


def read_back(doc, part, sections):
    """The first item that was read otherwise than written, or ``None``."""
    found = list(numbered(sections))
    for item, got in zip(part.items, found, strict=False):
        want = (item.level, item.label, View.of(item.heading).text)
        if got[:2] != want[:2] or not same_heading(doc, item, want[2], got[2]):
            return want, got
    if len(found) != len(part.items):
        return len(part.items), len(found)
    return None


def same_heading(doc, item, want, got):
    if doc.habit == "wrapped":  # nothing but its words tells a wrapped line from the one below
        return got.startswith(want) or want.startswith(got)
    return got.startswith(want) if item.run_in or doc.running else got == want


def check_tree(doc):
    plan = vnplan.parse_text(doc.text)
    trees = [plan.sections, *(a.sections for a in plan.attachments)]
    kinds = ["main", *(a.kind.value for a in plan.attachments)]
    assert kinds == [part.kind for part in doc.parts]
    slips = [s for part, tree in zip(doc.parts, trees, strict=True) if (s := read_back(doc, part, tree))]
    assert not slips or any(d.code in CLOSE_CALLS for d in plan.diagnostics), slips
    covered = vnplan.coverage(plan)
    assert (covered.dropped, covered.duplicated, covered.unclaimed) == ((), (), ())


def check_round_trip(doc):
    plan = vnplan.parse_text(doc.text)
    again = vnplan.parse_text(plan.to_text())
    assert again.to_text() == plan.to_text() == plan.text
    assert (again.sections, again.leaves) == (plan.sections, plan.leaves)
    assert vnplan.PlanDocument.model_validate_json(plan.model_dump_json()) == plan


@QUICK
@given(written())
def test_tree(doc):
    check_tree(doc)


@pytest.mark.slow
@LONG
@given(written())
def test_tree_of_two_thousand_plans(doc):
    check_tree(doc)


@settings(QUICK, max_examples=15)
@given(written())
def test_text_to_plan_to_text(doc):
    check_round_trip(doc)


@settings(QUICK, max_examples=25)
@given(written(habits=("lines",)))
def test_every_item_explains_itself(doc):
    plan = vnplan.parse_text(doc.text)
    stack = [*plan.sections, *(s for a in plan.attachments for s in a.sections)]
    while stack:
        section = stack.pop()
        told = plan.explain(section.id)
        assert told.rules
        assert plan.section(section.id) is section
        assert [r.margin for r in told.readings] == sorted(r.margin for r in told.readings)
        stack += section.children
