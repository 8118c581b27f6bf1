"""Soft line breaks (Shift+Enter): which of them end a paragraph in all but name.

Plans pasted from web pages hold whole lists and signature blocks in one Word
paragraph. A soft break is its author's own line end, so each ends a paragraph,
but for wraps: titles set over several lines and lines that go on.
"""

from __future__ import annotations

from vnplan.grammar.letter.openings import ends_open
from vnplan.readers.docx.paragraph_text import Row
from vnplan.readers.lines import is_rule, opens_field, opens_item


def paragraphs(rows: list[Row], *, centred: bool) -> list[list[Row]]:
    """Rows that stay together; blank rows are left out."""
    found: list[list[Row]] = []
    above: Row | None = None
    for row in rows:
        if row.text:
            if above is not None and not _ends(above.text, row.text, centred=centred):
                found[-1].append(row)
            else:
                found.append([row])
        above = row if row.text else None
    return found


def _ends(above: str, below: str, *, centred: bool) -> bool:
    """Whether a paragraph ends between two rows."""
    if is_rule(above) or opens_field(below) or opens_item(below):
        return True
    if centred or below[0].islower() or ends_open(above):
        return False
    return not (above.isupper() and below.isupper())
