"""Words shaped like the number of a document that are none of the citations (``number-unread``)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.gazetteer import doc_types
from vnplan.grammar.citations.number_codes import WEAK
from vnplan.models.base import Span
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.outline.shapes import Outline
from vnplan.readers.source import Grid
from vnplan.rules.findings import Findings
from vnplan.rules.leftovers.paragraphs import Covered, leftover, passages
from vnplan.text.view import View

_CODES = "|".join(sorted((re.escape(code) for code in doc_types.codes().values() if code not in WEAK), key=len)[::-1])
# A serial, perhaps a year, a mark, a known type code, then the codes of who issued it.
_SHAPE = re.compile(
    rf"(?<![\w/.-])\d{{1,5}}[a-zđ]?\ ?(?:/\ ?\d{{4}}\ ?)?[/-]\ ?(?:{_CODES})"
    r"(?:\ ?[/-]\ ?[A-ZĐ](?:[\w-]|\.(?=\w)){1,20}){1,4}"
)


def find(outline: Outline, known: Findings) -> Findings:
    """Every such shape in prose and cells that no citation and no part of the header covers."""
    text = outline.document.text
    header = (span for name, span in known.header.spans.items() if name != "title")
    cited = Covered([*(citation.span for citation in known.citations), *header])
    places = (place for view in _views(outline) for place in _shapes(view))
    return Findings(
        leftovers=tuple(
            leftover(DiagnosticCode.NUMBER_UNREAD, text, place) for place in places if not cited.touches(place)
        )
    )


def _shapes(view: View) -> Iterator[Span]:
    return (view.span(*found.span()) for found in _SHAPE.finditer(view.text))


def _views(outline: Outline) -> Iterator[View]:
    yield from (passage.view for passage in passages(outline))
    text = outline.text
    grids = (block for block in outline.document.blocks if isinstance(block, Grid))
    for grid in (*grids, *(table.grid for part in outline.parts for table in part.tables if table.grid.recovered)):
        yield from (paragraph.view(text) for cell in grid.cells for paragraph in cell.paragraphs)
