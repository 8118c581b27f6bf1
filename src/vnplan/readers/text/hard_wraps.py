"""Plain text: which line ends are paragraph ends, and which are only wraps."""

from __future__ import annotations

import re
from itertools import pairwise
from typing import Final

from vnplan.grammar.letter import openings
from vnplan.grammar.letter.fixed_words import holds_motto
from vnplan.models.base import Span
from vnplan.readers.lines import TextLine, is_rule, opens_field, opens_item
from vnplan.readers.source import Block, Paragraph
from vnplan.readers.text.markdown.pipes import table
from vnplan.readers.text.tabbed_tables import rows
from vnplan.readers.text.tabbed_tables import table as pasted
from vnplan.text.letters import LOWER, UPPER, is_capital
from vnplan.text.numerals import ROMAN, SMALL_ROMAN

_LOWER_START = re.compile(rf"\s*[{LOWER}](?!\s?[)./]|{SMALL_ROMAN}\))")
# Marks inside a line, after another word: what is left of item starts when line ends are lost.
_INNER_MARK = re.compile(
    rf"""
    (?<=\S)(?<!Điều)(?<!khoản)(?<!Khoản)(?<!Mục)(?<!mục)(?<!Phần)(?<!Chương)(?<!CHƯƠNG)
    (?<!PHẦN)(?<!MỤC)\s(?:{ROMAN}\s?\.\s|\d{{1,2}}\s?\.\s|[a-zđ]\)\s|[-+]\s)\s*
    (?=[{UPPER}])
    """,
    re.VERBOSE,
)
_BARE_MARK = re.compile(rf"\s*(?:{ROMAN}|\d{{1,2}}(?:\.\d{{1,2}}){{0,3}}|[a-zđ])\s?[.)]\s*\Z")
# A dash inside a name or a period that a wrap put at the front of a line: Sở Lao động / - Thương binh và Xã hội.
_BEFORE_DASH = re.compile(r"(?:lao động|kinh tế|văn hóa|chính trị|quy hoạch|phát thanh|\d{4})\s*\Z", re.IGNORECASE)
_AFTER_DASH = re.compile(r"\s*[-–] ?(?:thương binh|tb|xã hội|kiến trúc|truyền hình|\d{4})", re.IGNORECASE)
# Sentences of the genre end in one of these.
_CLOSED_END = re.compile(r"[.;:!?…”\")]\s*\Z")

_MANY_INNER_MARKS = 5
"""Marks in one line that a sentence does not have: a list of ``a) b) c)`` has three or four."""
_BAR = " | "
_LEAST_INNER_BARS = 2
_WIDEST = 100
"""Characters of the widest page of plain text: an old print or mail has 60 to 100, a paragraph of a site hundreds."""
_LEAST_WRAPS = 3
"""Lines that go on in small letters before a short text counts as wrapped: one or two are slips."""
_FILLED = 0.7
"""Share of the widest line from which a line is filled: a wrap leaves room for one syllable, at most seven letters."""
_STEADY = 0.8
"""Share of the usual width that a line filled to its wrap has; tables and signatures leave some that are shorter."""
_MOSTLY = 0.6
"""Share of lines with the usual width from which a text has a width: crawls that cut anywhere have a third."""
_FULL = 0.9
"""Share of the width beyond which a line ended for want of room, not because its item ended."""
_LEAST_WORDS = 2
"""Of a heading, its mark among them: some crawls put the first word of a paragraph on a line of its own."""
_LEAST_ROWS = 3
"""Rows with bars that make a table; a letterhead printed row by row has two or three."""

EXAMPLES: Final = {
    "_INNER_MARK": (("kho. 2. Mở", "kho; a) Mở", "kho II. Mở"), ("Điều 2. Mở", "kho 2 Mở", "kho; a) mở")),
}


def join_wraps(lines: list[TextLine]) -> list[Block]:
    """The blocks of plain text: rows with bars or tabs as tables, the rest as paragraphs with their wraps undone."""
    undo = unwrap if is_wrapped(lines) else paragraphs
    found: list[Block] = []
    held: list[TextLine] = []
    at = 0
    while at < len(lines):
        end = _barred(lines, at)
        tabbed = rows(lines, at) if "\t" in lines[at].text else []
        if tabbed:
            found += [*undo(held), pasted(tabbed)]
            held = []
            end = at + sum(map(len, tabbed))
        elif end - at >= _LEAST_ROWS:
            found += undo(held)
            found += table(lines[at:end])
            held = []
        else:
            held += lines[at : max(end, at + 1)]
        at = max(end, at + 1)
    return found + undo(held)


def is_wrapped(lines: list[TextLine]) -> bool:
    """Whether line ends inside paragraphs are wraps: many lines go on in lower case or after an open end (``Số:``).

    Measured on crawled plans: 30-60 % of the lines of wrapped text start with a
    lower-case letter that is no item mark, below 3 % where a line is a paragraph.
    """
    full = [line for line in lines if _BAR not in line.text and any(c.islower() for c in line.text)]
    if len(full) < 2:
        return False
    wraps = sum(_LOWER_START.match(line.text) is not None for line in full)
    wraps += sum(
        openings.ends_open(above.text) and not _LOWER_START.match(line.text) and not opens_item(line.text)
        for above, line in pairwise(lines)
        if not (above.blank or line.blank)
    )
    # One in eight, between 3 and 30 in 100.
    return wraps * 8 > len(full) or _narrow(full, lines)


def _narrow(full: list[TextLine], lines: list[TextLine]) -> bool:
    """Whether lines go on in lower case a few times, each time below a line that fills a narrow page.

    For texts of short items: a column of an old print or of a mail has 60 to 100 characters.
    """
    width = max(len(line.text.strip()) for line in full)
    above = [len(a.text.strip()) for a, b in pairwise(lines) if a.text.strip() and _LOWER_START.match(b.text)]
    return width <= _WIDEST and len(above) >= _LEAST_WRAPS and all(size >= _FILLED * width for size in above)


def paragraphs(lines: list[TextLine]) -> list[Paragraph]:
    """One paragraph a line; a line of one no-break space is a paragraph of its own (an empty cell or a spacer)."""
    return [_paragraph([line]) for line in lines if line.text.strip(" \t\f")]


def _barred(lines: list[TextLine], at: int) -> int:
    """Where the run of rows with bars that begins at line ``at`` ends.

    Rows of two columns must have as many bars each; in wider tables merged and
    empty cells leave some rows with fewer.
    """
    end = at
    widest = 0
    while end < len(lines) and _BAR.strip() in lines[end].text:
        widest = max(widest, lines[end].text.strip(" |").count(_BAR))
        end += 1
    if widest >= _LEAST_INNER_BARS:
        return end
    bars = lines[at].text.strip(" |").count(_BAR)
    same = at
    while bars and same < end and lines[same].text.strip(" |").count(_BAR) == bars:
        same += 1
    return same


def unwrap(lines: list[TextLine]) -> list[Paragraph]:
    """Undo wraps: join lines up to a blank line, an item mark or a field of the letterhead or closing."""
    found: list[Paragraph] = []
    width = _width(lines)
    for group in _groups(lines):
        if len(group) > 1 and _running(group):
            found.append(_paragraph(group, running=True))
            continue
        held: list[TextLine] = []
        for line in group:
            if held and _breaks(held, line, width):
                found.append(_paragraph(held))
                held = []
            held.append(line)
        found.append(_paragraph(held))
    return found


def _groups(lines: list[TextLine]) -> list[list[TextLine]]:
    groups: list[list[TextLine]] = [[]]
    for line in lines:
        if not line.text.strip(" \t\f"):
            groups.append([])
        elif line.blank:  # a no-break space alone
            groups += [[line], []]
        else:
            groups[-1].append(line)
    return [group for group in groups if group]


def _width(lines: list[TextLine]) -> int:
    """Characters in a full line; 0 where lines are cut at no steady width, as some crawls do."""
    full = sorted(len(a.text.strip()) for a, b in pairwise(lines) if not a.blank and _LOWER_START.match(b.text))
    if len(full) < _LEAST_WRAPS:
        return 0
    width = full[len(full) * 9 // 10]
    return width if sum(size >= _STEADY * width for size in full) >= _MOSTLY * len(full) else 0


def _breaks_early(held: list[TextLine], line: TextLine, width: int) -> bool:
    """Whether a line was ended on purpose: the next word had room, and a heading or an item ends in it."""
    above = held[-1].text.strip()
    first = line.text.split(maxsplit=1)[0]
    if len(above) >= _FILLED * width or len(above) + 1 + len(first) > width:
        return False
    if opens_item(line.text) and opens_item(held[0].text):
        return True
    alone = len(held) == 1 and opens_item(above) and len(above.split()) > _LEAST_WORDS
    return alone and first[:1].isupper() and not openings.ends_open(above)


def _breaks(held: list[TextLine], line: TextLine, width: int) -> bool:  # noqa: PLR0911 - one line a sign
    above = held[-1].text
    if is_rule(above) or opens_field(line.text):
        return True
    if openings.opens_basis(line.text.lstrip()) and not (_BARE_MARK.match(above) or openings.ends_open(above)):
        return True
    if _BARE_MARK.match(above):  # "I." over its heading
        return opens_item(line.text)
    # A line without letters ("2020") goes with the lines above it.
    lettered = next((other.text for other in held[:-4:-1] if any(c.isalpha() for c in other.text)), above)
    capital, lower = is_capital(lettered), _LOWER_START.match(line.text) is not None
    if capital and not is_capital(line.text) and any(c.isalpha() for c in line.text):
        return True
    if not lower and _breaks_early(held, line, width):
        return True
    if lower or openings.ends_open(above) or (_BEFORE_DASH.search(above) and _AFTER_DASH.match(line.text)):
        return False
    if above.rstrip().endswith(";") and not opens_item(line.text) and len(above.strip()) >= _FULL * width > 0:
        return False
    # A capital line under words in usual case is a line of its own (heading, signature).
    return opens_item(line.text) or _CLOSED_END.search(above) is not None or capital != is_capital(line.text)


def _running(group: list[TextLine]) -> bool:
    """Whether item starts stand inside lines: more marks after words than at line starts."""
    inner = at_start = 0
    for line in group:
        inner += len(_INNER_MARK.findall(line.text))
        at_start += opens_item(line.text)
    return inner >= _MANY_INNER_MARKS and inner > at_start


def _paragraph(lines: list[TextLine], *, running: bool = False) -> Paragraph:
    first, last = lines[0], lines[-1]
    start, end = first.body.start, last.body.end
    if first.blank:  # keep the no-break space itself
        start, end = first.start, first.end
    whole = running or (len(lines) == 1 and _flattened(first.text))
    parts = tuple(line.body for line in lines) if len(lines) > 1 else ()
    return Paragraph((Span(start, end),), running=whole, lines=parts)


def _flattened(line: str) -> bool:
    """A whole document in one line: letterhead and items inside."""
    # Characters: a letterhead and one item have more.
    if len(line) < 400:
        return False
    inner = len(_INNER_MARK.findall(line))
    # One mark in 400 characters: items are some two lines long, sentences with a number much rarer.
    return holds_motto(line) or (inner >= _MANY_INNER_MARKS and inner * 400 > len(line))
