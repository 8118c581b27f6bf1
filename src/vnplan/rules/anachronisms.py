"""Agencies named in a document on whose day they did not exist: ended before it, or not there yet."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from datetime import date, timedelta

from vnplan.diagnostics import note
from vnplan.gazetteer.agencies import by_public_id, public_id
from vnplan.gazetteer.rows import AgencyRow
from vnplan.models.agency import AgencyRef
from vnplan.models.base import Span
from vnplan.models.citation import Citation
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.outline.shapes import Outline
from vnplan.rules.findings import Findings

_LAG = {"certain": timedelta(days=45)}
_LONG_LAG = timedelta(days=366)
"""Provinces carry a national change out some weeks later; days that are not certain are off by up to a year."""

_BETWEEN = 16
"""Characters between a mention and its title at the most."""


def find(_outline: Outline, known: Findings) -> Findings:
    """One remark on each agency out of its time, at its first mention outside of cited documents.

    A document of 2026 may cite a circular of a ministry that ended in 2025:
    that is no anachronism.
    """
    if known.setting.on is None:
        return Findings()
    return Findings(remarks=tuple(_remarks(known.agencies, known.citations, known.setting.on)))


def _remarks(agencies: Iterable[AgencyRef], citations: Iterable[Citation], on: date) -> Iterator[Diagnostic]:
    cited = sorted((_reach(citation) for citation in citations), key=lambda span: span.start)
    said: set[str] = set()
    for ref in agencies:
        identity = ref.id or public_id(ref.name, None)
        if ref.span is None or identity in said or _inside(ref.span, cited):
            continue
        remark = _remark(ref, by_public_id(identity), on)
        if remark:
            said.add(identity)
            yield remark


def _reach(citation: Citation) -> Span:
    """The stretch of a mention with the title after it, which stands behind a few words (``về việc``)."""
    title = len(citation.title) + _BETWEEN if citation.title else 0
    return Span(citation.span.start, citation.span.end + title)


def _inside(span: Span, cited: list[Span]) -> bool:
    before = bisect_right(cited, span.start, key=lambda c: c.start) - 1
    return before >= 0 and span.start < cited[before].end


def _remark(ref: AgencyRef, rows: tuple[AgencyRow, ...], on: date) -> Diagnostic | None:
    if not rows or any(_near(row, on) for row in rows):
        return None
    ended = [row.valid_to for row in rows if row.valid_to is not None and row.valid_to < on]
    begins = [row.valid_from for row in rows if row.valid_from is not None and row.valid_from > on]
    if ended:
        return note(DiagnosticCode.AGENCY_ENDED, ref.span, name=ref.name, on=on, day=max(ended))
    return note(DiagnosticCode.AGENCY_NOT_YET, ref.span, name=ref.name, on=on, day=min(begins)) if begins else None


def _near(row: AgencyRow, on: date) -> bool:
    lag = _LAG.get(row.confidence, _LONG_LAG)
    return row.held(on) or row.held(on - lag) or row.held(on + lag)
