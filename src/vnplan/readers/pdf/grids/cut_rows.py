"""Last row above a page end, first row below it -> whether they are one row, cut in two."""

from __future__ import annotations

import re

from vnplan.grammar.cells.row_numbers import is_ordinal, read_ordinal
from vnplan.readers.pdf.page import RawCell, RawGrid

_PADDING = 5.4
"""Room in points between the border of a cell and its words (Word's own measure)."""
_ROOM = 1.0
"""Line heights left below the last line of a cell from which on one more line would have stood there."""
_ENDED = re.compile(r"""[.;:!?…][)"”’»\]]*$""")


def hangs(cell: RawCell, above: RawCell) -> bool:
    """True if ``cell`` at the top of a page is the rest of a merged one above.

    Its words stand in one of the two parts; set in the middle of a cell that is merged over many
    rows, they may stand in the lower one.
    """
    if not cell.lines:
        return bool(above.lines) and (above.row_span > 1 or cell.row_span > 1)
    return not above.lines and above.row_span > 1 and cell.row_span > 1


def begins_group(row: list[RawCell]) -> bool:
    """True for a row that is numbered I or A: what is merged in the rows above ends with their group."""
    said = next((_said(cell) for cell in row if cell.lines), "")
    label = read_ordinal(said)
    return label is not None and label.kind in ("roman", "letter")


def is_cut(upper: RawGrid, lower: RawGrid) -> bool:
    """True if the first row of ``lower`` is the rest of the last row of ``upper``.

    Its ordinal is empty, and its words carry on sentences from above. Where
    every row of the table has an ordinal of its own, a row without one is
    the rest of a row even if it begins with a new sentence.
    """
    last = {cell.column: cell for cell in upper.cells if cell.row + cell.row_span == upper.rows}
    first = {cell.column: cell for cell in lower.cells if cell.row == 0}
    if last.keys() != first.keys() or any(last[c].column_span != first[c].column_span for c in first):
        return False
    filled = [c for c, cell in first.items() if cell.lines]
    if len(first) < 2 or 0 not in first or first[0].lines or not filled:
        return False
    if any(is_ordinal(_said(last[c])) and is_ordinal(_said(first[c])) for c in filled) or _all_new(last, first):
        return False
    signs = [_carries_on(last[c], first[c]) for c in filled]
    if True in signs:
        return signs.count(True) >= signs.count(False)
    return False not in signs and _all_numbered(upper)


def _said(cell: RawCell) -> str:
    return " ".join(line.text for line in cell.lines)


def _all_new(last: dict[int, RawCell], first: dict[int, RawCell]) -> bool:
    """True under a merged number, which stands empty in new rows too, where every other cell begins anew."""
    if last[0].row_span == 1 and first[0].row_span == 1:
        return False
    own = [cell for column, cell in first.items() if column and not hangs(cell, last[column])]
    return all(cell.lines and not cell.lines[0].text[:1].islower() for cell in own)


def _all_numbered(grid: RawGrid) -> bool:
    ordinals = [cell for cell in grid.cells if cell.column == 0]
    filled = [cell for cell in ordinals if cell.lines and cell.row_span == 1]
    return len(ordinals) > 2 and len(filled) >= 0.9 * len(ordinals)


def _carries_on(above: RawCell, below: RawCell) -> bool | None:
    """True or False where words or room tell; ``None`` where a sentence ends above and another begins below."""
    if not above.lines:
        return None
    line, following = above.lines[-1], below.lines[0]
    if following.text[:1].islower():
        return True
    full = line.x1 + line.blank + following.first > above.x1 - _PADDING
    ended = bool(_ENDED.search(line.text))
    if above.bottom - line.bottom >= _ROOM * line.height:
        return False
    if full and not ended:
        return True
    return None if ended else False
