"""Lines above the first item that look like the number or the date of the document and were read as neither."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import islice

from vnplan.grammar.letter.roles import PieceRole
from vnplan.models.diagnostic import DiagnosticCode
from vnplan.models.section import SectionKind
from vnplan.outline.shapes import Outline
from vnplan.readers.source import Paragraph
from vnplan.rules.findings import Findings
from vnplan.rules.leftovers.paragraphs import leftover
from vnplan.text.view import View

_NUMBER = re.compile(r"số ?[:.]|số [\d./ ]*/\S")
_DATE = re.compile(r"[^\d,]{2,40}, ngày[\s\d.…_]{1,12}tháng[\s\d.…_]{1,12}năm[\s\d.…_]{0,9}\Z")
_READ = (PieceRole.NUMBER, PieceRole.PLACE_DATE, PieceRole.TITLE, PieceRole.SUBJECT)
_OWN = frozenset({*_READ, PieceRole.SUBJECT_MARK, PieceRole.POINTER})
_FIRST = 6
"""Paragraphs below the letterhead that may still be lines of it."""
_LONGEST_LINE = 80
"""Characters of such a line."""


def find(outline: Outline, known: Findings) -> Findings:
    """One remark a line; where number and date were found, nothing is amiss."""
    wanted = [
        pattern for value, pattern in ((known.header.number, _NUMBER), (known.header.date, _DATE)) if value is None
    ]
    text = outline.document.text
    lines = (view for view in _lines(outline) if any(pattern.match(view.folded) for pattern in wanted))
    return Findings(
        leftovers=tuple(
            leftover(DiagnosticCode.HEADER_UNREAD, text, view.span(0, len(view.text)))
            for view in lines
            if len(view.text) <= _LONGEST_LINE
        )
    )


def _lines(outline: Outline) -> Iterator[View]:
    """Lines of the letterhead of no such role, and the first paragraphs below it."""
    text = outline.text
    yield from (text.view(piece.pieces) for piece in outline.main.head if piece.role not in _OWN)
    nodes = (node for node in outline.main.nodes if node.kind in (SectionKind.PREAMBLE, SectionKind.PARAGRAPH))
    for node in islice(nodes, _FIRST):
        if node.heading:
            yield node.title(text)
        yield from (block.view(text) for block in node.content[:_FIRST] if isinstance(block, Paragraph))
