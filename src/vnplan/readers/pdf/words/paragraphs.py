"""Lines -> paragraphs: hard wraps undone where the typesetter, not the author, ended the line.

A line was ended by the author where the first word of the next one would
still have fitted. Indents, spacing, marks and weight add to that.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from vnplan.grammar.citations.document_numbers import find_numbers
from vnplan.grammar.letter import openings
from vnplan.grammar.markers.item_markers import opens_item
from vnplan.readers.pdf.page import PageLine
from vnplan.text.view import fold_space

_ENDED = re.compile(r"""[.;:!?…][)"”’»\]]*$|\./\.$|/\.$""")
_RULE = re.compile(r"[-–—_=*.─\s]{3,}\Z")
_DATE = re.compile(r"(?:\d{1,2}[/.-]\d{1,2}[/.-](?:19|20)\d{2}|(?:19|20)\d{2}-(?:19|20)\d{2})[.,;)]?\Z")
_WHOLE = re.compile(r"(?:\A|[-/])(?:19|20)\d{2}(?:-|\Z)")
_JOINTS = frozenset("-–‑/")
_FIT = 2.0
"""Points that a word must have to spare before it is said to have fitted."""


@dataclass(slots=True)
class Frame:
    """Where lines may stand: left and right bound, and the usual room between two lines of a paragraph."""

    left: float
    right: float
    leading: float
    """Room between the boxes of two lines of one paragraph, in line heights (negative for tight setting)."""
    narrow: bool = False
    """A cell or a block of the letterhead: nearly every line is broken, and a change of weight begins something new."""


def build(lines: list[PageLine], frame: Frame) -> list[list[PageLine]]:
    """Group ``lines`` (one column, top to bottom) into paragraphs."""
    paragraphs: list[list[PageLine]] = []
    for line in lines:
        if paragraphs and goes_on(paragraphs[-1], line, frame):
            paragraphs[-1].append(line)
        else:
            paragraphs.append([line])
    return paragraphs


def _begins(line: str) -> bool:
    """Whether the words of a line begin an item, a basis clause or the recipients."""
    return opens_item(line) or openings.opens_basis(line) or openings.opens_field(line)


def goes_on(paragraph: list[PageLine], line: PageLine, frame: Frame) -> bool:
    """True if ``line`` carries on ``paragraph``."""
    before = paragraph[-1]
    marked, ended = _begins(line.text), bool(_ENDED.search(before.text))
    if _set_apart(before, line, frame) or _looks_new(before, line, frame, begins=marked, ended=ended):
        return False
    centered = is_centered(line, frame) and _middle(before, frame)
    lower = line.text[:1].islower() and not ended and not marked
    if frame.narrow and lower:
        return True
    if not centered and _indented(paragraph, line):
        return False
    room = frame.right - frame.left - (before.x1 - before.x0) if centered else frame.right - before.x1
    if line.first + before.blank < room - _FIT:
        return (lower and not centered and before.bold == line.bold) or not glue(before.text, line.text)
    return not (ended and marked)


def _set_apart(before: PageLine, line: PageLine, frame: Frame) -> bool:
    """True if size or room parts two lines."""
    if abs(before.size - line.size) > 0.13 * max(before.size, line.size):
        return True
    return before.page == line.page and line.top - before.bottom > (frame.leading + 0.2) * before.height


def _looks_new(before: PageLine, line: PageLine, frame: Frame, *, begins: bool, ended: bool) -> bool:
    """True if the letters themselves show that ``line`` begins something: rules, change of weight or of capitals."""
    if _RULE.match(line.text) or _RULE.match(before.text):
        return True
    # The mark stands on a line of its own, the position below it (Decree 30/2020/NĐ-CP, Annex I, II.7).
    if frame.narrow and (openings.signs_for(line.text) or openings.signs_for(before.text)):
        return True
    lower = line.text[:1].islower()
    if before.bold != line.bold and (begins or (before.bold and ended) or (frame.narrow and not lower)):
        return True
    # More than eight letters: capitals that are a heading, no code.
    return frame.narrow and not lower and before.text.isupper() and not line.text.isupper() and len(before.text) > 8


def is_centered(line: PageLine, frame: Frame) -> bool:
    """True if the line stands in the middle of its frame without filling it."""
    # Four points: a line that begins nearer to the margin fills its frame.
    return _middle(line, frame) and line.x0 - frame.left > 4


def _middle(line: PageLine, frame: Frame) -> bool:
    # Eight points in the sum are four of the middle, the width of a letter.
    return abs((line.x0 + line.x1) - (frame.left + frame.right)) < 8


def _indented(paragraph: list[PageLine], line: PageLine) -> bool:
    """True if the left edge of ``line`` shows that a paragraph begins."""
    before = paragraph[-1]
    step = 0.6 * line.height
    if line.x0 > before.x0 + step:
        # Hanging indent: the lines after a marker stand further in.
        return not (len(paragraph) == 1 and _begins(before.text) and line.x0 < before.x0 + 4 * line.height)
    return line.x0 < before.x0 - step and len(paragraph) > 1


def leading(lines: list[PageLine], right: float) -> float | None:
    """Usual room between two lines of a paragraph in line heights; ``None`` without enough witnesses.

    Witnesses are pairs where the first line is full and the second begins in
    lower case: surely one paragraph.
    """
    rooms = [
        (b.top - a.bottom) / a.height
        for a, b in pairwise(lines)
        if a.page == b.page
        and b.text[:1].islower()
        # Full: no syllable (at most seven letters, four heights wide) had room.
        and a.x1 > right - 4 * a.height
        # Double spacing is two heights; three are a gap.
        and 0 <= b.top - a.top < 3 * a.height
    ]
    return median(rooms) if len(rooms) > 2 else None


def glue(before: str, after: str) -> str:
    """What stands between two lines of one paragraph: nothing inside a document number or a date, else a blank."""
    joint = before[-1:] in _JOINTS or after[:1] in _JOINTS
    if not joint and not (before[-1:].isdigit() and after[:1].isdigit()):
        return " "
    last, first = before.rsplit(None, 1)[-1], after.split(None, 1)[0]
    whole = fold_space(last + first)
    if joint and any(found.start < len(last) < found.end for found in find_numbers(whole)):
        return ""
    # A narrow cell breaks "31/12/2026" and "2022-2025" anywhere; neither half is then a date or a year.
    found = _DATE.match(whole)
    return "" if found and not (_WHOLE.search(last) and _WHOLE.match(first)) else " "
