"""Why a task stands in a matter: its counterpart, and the words of both sides that mean the same."""

from __future__ import annotations

from collections.abc import Sequence

from vnplan.comparing.alignment.likeness import likeness, same_lead
from vnplan.matching.items import Item, cosine
from vnplan.matching.terms import Term, read_terms
from vnplan.models.analysis.comparison import Member, Shared, Signal
from vnplan.models.base import Span
from vnplan.models.plan import PlanData
from vnplan.text.view import View, fold_space

_TELLING = 0.3
"""Likeness of groups or outputs from which they are named as a reason."""
_LOOKED_AT = 24
"""Tasks of a matter among which the most alike is sought where the decision has none."""
_MOST = 8
"""Shared words that are shown, the most telling first."""


def member_of(
    item: Item, row: Sequence[Item], plans: Sequence[PlanData], ids: Sequence[str], central: int | None
) -> Member:
    """The task as a member of the matter, with the evidence on both sides."""
    others = [other for other in row if other.plan != item.plan]
    anchors = [other for other in others if other.plan == central] or others[:_LOOKED_AT]
    if not anchors:
        return Member(plan=ids[item.plan], task=item.task.id, score=1.0)
    other = max(anchors, key=lambda o: (round(cosine(item.words, o.words), 9), ids[o.plan]))
    words = cosine(item.words, other.words)
    return Member(
        plan=ids[item.plan],
        task=item.task.id,
        counterpart=other.task.id,
        score=round(likeness(item, [other], words), 3),
        signals=tuple(_signals(item, other, words)),
        shared=_shared(item, other, plans),
    )


def _signals(item: Item, other: Item, words: float) -> list[Signal]:
    found = {
        Signal.WORDS: words > 0,
        Signal.LEAD: same_lead(item, other) > 0,
        Signal.GROUP: cosine(item.group, other.group) >= _TELLING,
        Signal.OUTPUTS: cosine(item.outputs, other.outputs) >= _TELLING,
        Signal.CITATION: bool(item.cited & other.cited),
    }
    return [signal for signal, speaks in found.items() if speaks]


def _shared(item: Item, other: Item, plans: Sequence[PlanData]) -> tuple[Shared, ...]:
    common = item.words.keys() & other.words.keys()
    mine, theirs = _places(item, plans[item.plan], common), _places(other, plans[other.plan], common)
    best = sorted(mine.keys() & theirs.keys(), key=lambda name: (-item.words[name], name))
    found: list[Shared] = []
    for name in best:
        (words, span), (other_words, other_span) = mine[name], theirs[name]
        if not any(span.start < s.span.end and s.span.start < span.end for s in found):
            found.append(Shared(words=words, span=span, other_words=other_words, other_span=other_span))
    return tuple(sorted(found[:_MOST], key=lambda shared: shared.span))


def _places(item: Item, plan: PlanData, names: set[str]) -> dict[str, tuple[str, Span]]:
    """Where the terms first stand in the task's title, else in its other words."""
    view = View.of(plan.text, [item.task.span])
    title = fold_space(item.task.title)
    start = max(view.text.find(title), 0)
    found: dict[str, tuple[str, Span]] = {}
    for term in (*_within(view.text, start, start + len(title)), *read_terms(view.text)):
        if term.name in names and term.name not in found:
            span = view.span(term.start, term.end)
            found[term.name] = (plan.text[span.start : span.end], span)
    return found


def _within(text: str, start: int, end: int) -> list[Term]:
    return [Term(t.name, t.start + start, t.end + start) for t in read_terms(text[start:end])]
