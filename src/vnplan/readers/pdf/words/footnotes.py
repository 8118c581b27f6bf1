"""Footnotes: small lines under a short rule at the foot of a page; the text above may run on to the next page."""

from __future__ import annotations

from statistics import median

from vnplan.readers.pdf.page import Item, PageLine, Rule

_SHORT = (60.0, 220.0)
"""Length in points of the rule above footnotes (Word draws 144, LibreOffice a quarter of the text's width)."""
_SMALLER = 0.93
"""Footnotes are set at most so large, in parts of the text's size (10 or 12 points against 13 or 14)."""


def part(items: list[Item], rules: list[Rule], height: float) -> tuple[list[Item], list[PageLine]]:
    """``items`` of a page from top to bottom without its footnotes, and the footnotes."""
    for rule in rules:
        if not (_SHORT[0] < rule.x1 - rule.x0 < _SHORT[1] and rule.top > height / 2):
            continue
        # Three points: letters with a tail reach below their line that far.
        above = [item for item in items if isinstance(item, PageLine) and item.bottom <= rule.bottom + 3]
        # Three points, as above.
        below = [item for item in items if item.top >= rule.top - 3 and item not in above]
        notes = [item for item in below if isinstance(item, PageLine)]
        # The rule begins at the left margin, within 20 points: the indent of a first line is 28 (1 cm).
        if not above or not notes or len(notes) < len(below) or rule.x0 > min(line.x0 for line in above) + 20:
            continue
        size = median(line.size for line in above)
        small = [line for line in notes if line.size <= _SMALLER * size and not line.text.strip("-– ").isdigit()]
        if small and small[0] is notes[0]:
            chosen = {id(line) for line in small}
            return [item for item in items if id(item) not in chosen], small
    return items, []
