"""The one door to spaCy: plans as ``Doc``s, pipeline components, training files, pictures.

spaCy imports this module whenever a pipeline is made (entry points of
``spacy_factories``), so what reads the words is imported on first use.

Two attributes are registered on spans: ``span._.agency`` gives the
:class:`~vnplan.models.agency.AgencyRef` and ``span._.citation`` the
:class:`~vnplan.models.citation.Citation` that stands exactly there, else
``None``. Both are kept in ``doc.user_data`` as plain data, so they survive
``DocBin`` and ``to_bytes``.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date
from typing import TYPE_CHECKING, Any, Final

import spacy
from spacy import displacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin, Span
from spacy.util import filter_spans

if TYPE_CHECKING:
    from vnplan.models.agency import AgencyRef
    from vnplan.models.citation import Citation
    from vnplan.models.plan import PlanData
    from vnplan.models.section import Section

AGENCY: Final = "AGENCY"
CITATION: Final = "CITATION"
DATE: Final = "DATE"
GROUP: Final = "vnplan"
"""Key of ``doc.spans`` that holds every mention, overlapping ones too; the longest are in ``doc.ents``."""
SECTIONS: Final = "sections"
"""Key of ``doc.spans`` that holds the sections, labelled by kind, with the section's id as ``span.id_``."""

_COLOURS: Final = {AGENCY: "#b7e4c7", CITATION: "#a9d6e5", DATE: "#ffe8a3"}


def to_spacy(plan: PlanData, nlp: Language | None = None) -> Doc:
    """The plan as a spaCy ``Doc`` of ``plan.text``, word for word.

    Entities are agencies (``AGENCY``, ``kb_id_`` the agency's id), citations
    (``CITATION``, ``kb_id_`` the reference's id) and dates (``DATE``, ``kb_id_``
    the ISO date). A mention that ends inside a token is widened to whole tokens.

    Args:
        plan: the plan.
        nlp: whose tokenizer cuts the text; ``spacy.blank("xx")`` if not given. No component is run.

    Raises:
        ValueError: the tokenizer changes the text.

    """
    doc = (nlp or spacy.blank("xx")).tokenizer(plan.text)
    if doc.text != plan.text:
        msg = "the tokenizer does not keep the text, so spans would be wrong"
        raise ValueError(msg)
    documents = {index: reference.id for reference in plan.references for index in reference.mentions}
    spans = [*_dates(doc, plan)]
    for index, citation in enumerate(plan.citations):
        spans += _mark(doc, citation, CITATION, documents.get(index))
    for agency in plan.agencies:
        spans += _mark(doc, agency, AGENCY, agency.id)
    _add(doc, spans)
    doc.spans[SECTIONS] = list(_sections(doc, plan))
    return doc


def to_docbin(plans: Iterable[PlanData], nlp: Language | None = None) -> DocBin:
    """The plans as a ``DocBin``, as ``spacy train`` takes it; spans and attributes included."""
    pipeline = nlp or spacy.blank("xx")
    return DocBin(docs=[to_spacy(plan, pipeline) for plan in plans], store_user_data=True)


def render(plan: PlanData, *, page: bool = False) -> str:
    """DisplaCy's picture of the plan's mentions as HTML; ``page`` makes it a whole document."""
    html: str = displacy.render(
        to_spacy(plan), style="ent", page=page, jupyter=False, options={"ents": list(_COLOURS), "colors": _COLOURS}
    )
    return html


class Finder:
    """Pipeline component that finds mentions in any text, of one province and time where these are given."""

    def __init__(self, label: str, province: str | None, on: str | None) -> None:
        self.label = label
        self.province = province
        self.on = date.fromisoformat(on) if on else None

    def __call__(self, doc: Doc) -> Doc:
        """Add the mentions to ``doc.spans["vnplan"]`` and, where no entity stands, to ``doc.ents``."""
        _add(
            doc,
            [span for mention, identity in self._found(doc.text) for span in _mark(doc, mention, self.label, identity)],
        )
        return doc

    def _found(self, text: str) -> Iterator[tuple[AgencyRef | Citation, str | None]]:
        from vnplan.grammar.citations.finder import find_citations
        from vnplan.mentions.agencies import find_agencies

        if self.label == CITATION:
            yield from ((c, c.key) for c in find_citations(text, province=self.province, on=self.on))
        else:
            yield from ((a, a.id) for a in find_agencies(text, province=self.province, on=self.on))


_ASSIGNS: Final = ["doc.ents", "doc.spans"]
_DEFAULTS: Final = {"province": None, "on": None}


@Language.factory("vnplan_citations", assigns=_ASSIGNS, default_config=_DEFAULTS)
def citations_component(nlp: Language, name: str, province: str | None, on: str | None) -> Finder:  # noqa: ARG001
    """``nlp.add_pipe("vnplan_citations")``; options as in :func:`agencies_component`."""
    return Finder(CITATION, province, on)


@Language.factory("vnplan_agencies", assigns=_ASSIGNS, default_config=_DEFAULTS)
def agencies_component(nlp: Language, name: str, province: str | None, on: str | None) -> Finder:  # noqa: ARG001
    """``nlp.add_pipe("vnplan_agencies", config={"province": "Hải Dương", "on": "2022-06-20"})``; both optional."""
    return Finder(AGENCY, province, on)


def _mark(doc: Doc, mention: AgencyRef | Citation, label: str, identity: str | None) -> Iterator[Span]:
    """The span of a mention, its data kept beside the text; nothing where it has no place."""
    if mention.span is None:
        return
    span = _span(doc, mention.span, label, identity)
    if span is not None:
        kept: dict[str, Any] = doc.user_data.setdefault(_KEYS[label], {})
        kept[_place(span)] = mention.model_dump(mode="json")
        yield span


def _span(doc: Doc, place: tuple[int, int], label: str, identity: str | None) -> Span | None:
    found: Span | None = doc.char_span(*place, label=label, kb_id=identity or "", alignment_mode="expand")
    return found


def _dates(doc: Doc, plan: PlanData) -> Iterator[Span]:
    """The dates of the whole text, with the ISO date as ``kb_id_``."""
    from vnplan.grammar.time.dates import find_dates
    from vnplan.text.view import View

    view = View.of(plan.text)
    for found in find_dates(view.text):
        span = _span(doc, view.span(found.start, found.end), DATE, found.value.isoformat())
        if span is not None:
            yield span


def _sections(doc: Doc, plan: PlanData) -> Iterator[Span]:
    pending: list[Section] = [*plan.sections, *(s for a in plan.attachments for s in a.sections)][::-1]
    while pending:
        section = pending.pop()
        span = doc.char_span(*section.span, label=str(section.kind), span_id=section.id, alignment_mode="expand")
        if span is not None:
            yield span
        pending.extend(reversed(section.children))


def _add(doc: Doc, spans: list[Span]) -> None:
    """Add spans to the group, and to the entities the longest that no earlier entity overlaps."""
    doc.spans[GROUP] = [*doc.spans.get(GROUP, ()), *spans]
    taken = {token for entity in doc.ents for token in range(entity.start, entity.end)}
    free = [span for span in spans if taken.isdisjoint(range(span.start, span.end))]
    doc.ents = [*doc.ents, *filter_spans(free)]


_KEYS: Final = {AGENCY: "vnplan.agencies", CITATION: "vnplan.citations"}


def _place(span: Span) -> str:
    return f"{span.start_char}:{span.end_char}"


def _agency(span: Span) -> AgencyRef | None:
    from vnplan.models.agency import AgencyRef

    kept = span.doc.user_data.get(_KEYS[AGENCY], {}).get(_place(span))
    return AgencyRef.model_validate(kept) if kept else None


def _citation(span: Span) -> Citation | None:
    from vnplan.models.citation import Citation

    kept = span.doc.user_data.get(_KEYS[CITATION], {}).get(_place(span))
    return Citation.model_validate(kept) if kept else None


for _name, _getter in (("agency", _agency), ("citation", _citation)):
    if not Span.has_extension(_name):
        Span.set_extension(_name, getter=_getter)
