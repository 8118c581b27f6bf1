"""Names that look like agencies of the registry and are none of them, cut off or misread (``agency-unknown``)."""

from __future__ import annotations

import re

from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Family
from vnplan.models.agency import AgencyRef
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.outline.shapes import Outline
from vnplan.rules.findings import Findings
from vnplan.rules.leftovers.paragraphs import Covered, leftover
from vnplan.text.fold import fold_case

# Kinds set up by law under a published name: one that the registry lacks is new, cut or misread.
_STATUTORY = re.compile(any_of(Family.AGENCY_NOUN, trait="statutory"))
_CUT = re.compile(rf"(?:(?<!\w){any_of(Family.JOINING, trait='goes_on')}|[-&,])\Z")


def find(outline: Outline, known: Findings) -> Findings:
    """One remark on each such name, at its first mention outside of cited titles."""
    text = outline.document.text
    cited = Covered(citation.span for citation in known.citations)
    first: dict[str, AgencyRef] = {}
    for ref in known.agencies:
        if ref.span and not cited.touches(ref.span):
            first.setdefault(ref.name, ref)
    doubtful = (ref for ref in first.values() if ref.id is None and _is_doubtful(ref))
    return Findings(
        leftovers=tuple(leftover(DiagnosticCode.AGENCY_UNKNOWN, text, ref.span) for ref in doubtful if ref.span)
    )


def _is_doubtful(ref: AgencyRef) -> bool:
    """True for a single agency of which nothing but the words is known, where more must be known or words miss."""
    if ref.collective or ref.kind is not None:
        return False
    words = fold_case(ref.name)
    return _STATUTORY.match(words) is not None or _CUT.search(words) is not None
