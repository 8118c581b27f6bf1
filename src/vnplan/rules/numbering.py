"""Numbers of items in sequence: none passed over, none twice."""

from __future__ import annotations

from collections.abc import Iterator

from vnplan.diagnostics import note
from vnplan.grammar.markers import item_markers, sequence_costs
from vnplan.grammar.markers.item_markers import Reading
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.models.section import Section, SectionKind
from vnplan.outline.shapes import Outline
from vnplan.rules.findings import Findings

_COUNTED = frozenset(SectionKind) - {
    SectionKind.BULLET,
    SectionKind.HEADING,
    SectionKind.PARAGRAPH,
    SectionKind.PREAMBLE,
}


def find(_outline: Outline, known: Findings) -> Findings:
    """Remarks on every list of items whose numbers leave one out or repeat one."""
    lists = [*known.sections]
    remarks: list[Diagnostic] = []
    while lists:
        sections = lists.pop()
        remarks += _list(sections)
        lists += [s.children for s in sections if s.children]
    return Findings(remarks=tuple(remarks))


def _list(sections: tuple[Section, ...]) -> Iterator[Diagnostic]:
    before: Reading | None = None
    label = ""
    for section in sections:
        reading = _reading(section)
        if reading is None:
            continue
        if before is not None and before.family is reading.family and len(before.numbers) == len(reading.numbers):
            step = sequence_costs.steps(before, reading)
            place = Span(section.span.start, section.span.start + len(section.label or ""))
            if step > 1:
                yield note(DiagnosticCode.NUMBERING_GAP, place, before=label, label=section.label)
            elif step < 1 and before.numbers[:-1] == reading.numbers[:-1]:
                yield note(DiagnosticCode.NUMBERING_REPEAT, place, before=label, label=section.label)
        before, label = reading, section.label or ""


def _reading(section: Section) -> Reading | None:
    if section.kind not in _COUNTED or not section.label:
        return None
    marker = item_markers.read_marker(f"{section.label}. ") or item_markers.read_marker(f"{section.label}) ")
    if marker is None:
        return None
    kinds = [r for r in marker.readings if item_markers.KINDS[r.family] is section.kind]
    return kinds[0] if kinds else marker.readings[0]
