"""Words -> lines, and lines -> what stands side by side.

Letterhead and closing block set two blocks beside each other (Decree 30/2020,
Annex I: boxes 1-4, and 7 beside 9b); they are read left block first, then the
right one.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable
from itertools import pairwise

from vnplan.readers.pdf.page import Columns, PageLine, Word
from vnplan.text.numerals import ROMAN

_GUTTER = 0.8
"""A gap wider than this, in line heights, may part two columns (a justified blank is at most half a height)."""
_LONE_GUTTER = 2.0
"""Gap in line heights that parts a line with no second such line beside it."""
_PADDING = 5.4
"""Room in points inside each cell of the unruled tables that set blocks side by side (Word's own measure)."""
_SIGNING_SPACE = 9.0
"""Height in lines of the room for seal and signature above the name."""


_HANGING = 6.0
"""A tab behind a list marker is at most this wide, in line heights (Word's widest default is 1.27 cm, five of 8 pt)."""
_LEVEL = 0.55
"""Share of the lower of two heights that words of one line have in common."""
_OVER = 0.3
"""Share of a word that lies over its neighbour from which it was stamped there: letters touch by a tenth."""
_ONLY_MARKER = re.compile(
    rf"(?:[-–+*•●○▪■\uf02d\uf0b7\uf0a7]|\(?(?:{ROMAN}|\d{{1,3}}(?:\.\d{{1,2}}){{0,5}}|[a-zđ]|[A-HĐ])[.)/])\Z"
)


def lines_of(runs: Iterable[list[Word]], page: int) -> list[list[PageLine]]:
    """Rows from top to bottom; each holds the lines that stand on one base line, wide gaps between them."""
    return [_lines(row, page) for row in _rows(runs)]


def _rows(runs: Iterable[list[Word]]) -> list[list[Word]]:
    """Words on one base line, from left to right; small raised or lowered words belong to the line they overlap."""
    rows: list[list[list[Word]]] = []
    bounds: list[tuple[float, float]] = []  # top and bottom by the row's tallest word
    for run in sorted(runs, key=_place):
        low, high = run[0].top, run[0].bottom
        at = len(rows) - 1
        # Four rows up: raised and lowered words of two lines lie between.
        while at >= 0 and at >= len(rows) - 4:
            top, bottom = bounds[at]
            if min(bottom, high) - max(top, low) > _LEVEL * min(bottom - top, high - low) and not any(
                _stacked(other, run) for other in rows[at]
            ):
                rows[at].append(run)
                if high - low > bottom - top:
                    bounds[at] = (low, high)
                break
            at -= 1
        else:
            rows.append([run])
            bounds.append((low, high))
    return [
        row[0] if len(row) == 1 else _in_blanks(sorted((word for run in row for word in run), key=lambda w: w.x0))
        for row in rows
    ]


def _stacked(upper: list[Word], lower: list[Word]) -> bool:
    """Whether two runs are lines of one column, though both stand beside a taller line of another."""
    a, b = upper[0], lower[0]
    room = min(upper[-1].x1, lower[-1].x1) - max(a.x0, b.x0)
    shared = min(a.bottom, b.bottom) - max(a.top, b.top)
    return room > 0 and shared <= _LEVEL * min(a.bottom - a.top, b.bottom - b.top)


def _in_blanks(row: list[Word]) -> list[Word]:
    """A word stamped over another (a day over ``tháng``) belongs into the blank left for it before that word."""
    stamped: set[int] = set()
    for at in range(1, len(row)):
        under, over = row[at - 1], row[at]
        wide = over.x1 - over.x0
        if under.x1 - over.x0 <= _OVER * wide or over.size > under.size:
            continue
        stamped.add(id(over))
        before = row[at - 2] if at > 1 else None
        # The blank before that word has room for it, and no other stamped word has taken it.
        if before is None or (under.x0 - before.x1 > wide and id(before) not in stamped):
            row[at - 1], row[at] = over, under
    return row


def _place(run: list[Word]) -> tuple[float, float]:
    return run[0].bottom, run[0].x0


def _lines(row: list[Word], page: int) -> list[PageLine]:
    """Cut a row at wide gaps; the blanks of a justified line are all wide, so a gap must stand out among them."""
    gaps = [b.x0 - a.x1 for a, b in pairwise(row)]
    if not gaps or max(gaps) <= _GUTTER * min(w.bottom - w.top for w in (row[0], row[-1])):
        return [_line(row, gaps, page)]
    # The lower third are the blanks of the line; of three gaps and fewer none is usual.
    usual = sorted(gaps)[len(gaps) // 3] if len(gaps) > 3 else 0.0
    cuts = [0]
    hung = bool(_ONLY_MARKER.match(row[0].text))  # "1." and its words behind a tab: one line, not two columns
    for at, gap in enumerate(gaps, 1):
        before, word = row[at - 1], row[at]
        tall = min(word.bottom - word.top, before.bottom - before.top)
        # More than twice the blanks of this line: a justified line widens all its blanks alike.
        if gap > _GUTTER * tall and gap > 2.2 * usual and not (hung and at == 1 and gap <= _HANGING * tall):
            cuts.append(at)
    return [_line(row[a:b], gaps[a : b - 1], page) for a, b in pairwise([*cuts, len(row)])]


def _line(words: list[Word], gaps: list[float], page: int) -> PageLine:
    head = words[0]
    looks = {(w.size, w.bold, w.italic, w.trust) for w in words}
    even = len(looks) == 1 and len({w.top for w in words}) == 1
    size = head.size if even else max(w.size for w in words)
    blank = sorted(gaps)[len(gaps) // 2] if gaps else 0.25 * size
    return PageLine(
        text=" ".join([word.text for word in words]),
        page=page,
        x0=head.x0,
        top=head.top if even else min(w.top for w in words),
        x1=words[-1].x1 if even else max(w.x1 for w in words),
        bottom=head.bottom if even else max(w.bottom for w in words),
        size=size,
        bold=all(bold for _, bold, _, _ in looks),
        italic=all(italic for _, _, italic, _ in looks),
        first=head.x1 - head.x0,
        blank=min(max(blank, 0.15 * size), 0.3 * size),
        doubts=_doubts(words) if any(trust < DOUBT for _, _, _, trust in looks) else (),
    )


def _doubts(words: list[Word]) -> tuple[tuple[int, int], ...]:
    doubts, at = [], 0
    for word in words:
        if word.trust < DOUBT:
            doubts.append((at, at + len(word.text)))
        at += len(word.text) + 1
    return tuple(doubts)


DOUBT = 60.0
"""Confidence in per cent below which an OCR word is in doubt."""


def join(lines: list[PageLine]) -> PageLine:
    """One line of several that stand on one base line."""
    if len(lines) == 1:
        return lines[0]
    text, doubts = "", []
    for line in lines:
        text += " " if text else ""
        doubts += [(a + len(text), b + len(text)) for a, b in line.doubts]
        text += line.text
    return PageLine(
        text,
        lines[0].page,
        lines[0].x0,
        min(x.top for x in lines),
        max(x.x1 for x in lines),
        max(x.bottom for x in lines),
        max(x.size for x in lines),
        all(x.bold for x in lines),
        all(x.italic for x in lines),
        lines[0].first,
        lines[0].blank,
        tuple(doubts),
    )


def flow(rows: list[list[PageLine]], left: float, right: float) -> list[PageLine | Columns]:
    """Lines from top to bottom between ``left`` and ``right``, side-by-side blocks as columns."""
    stripes = _stripes(rows)
    out: list[PageLine | Columns] = []
    at = 0
    while at < len(stripes):
        end = _band(stripes, at, left + right)
        if end > at and (found := columns_of(stripes[at:end], left, right)):
            # A block on the right may begin above the first line on the left (TM. ỦY BAN NHÂN DÂN above Nơi nhận).
            while (
                out and isinstance(out[-1], PageLine) and out[-1].x0 > found.edges[-1][0] - 1 and _near(out[-1], found)
            ):
                line = out.pop()
                found.columns[-1].insert(0, line)  # type: ignore[arg-type]
                found.top = line.top
            out.append(found)
            at = end
        else:
            out += [join(row) for row in _by_row(stripes[at])]
            at += 1
    return out


def _near(line: PageLine, band: Columns) -> bool:
    return band.top - line.bottom < 1.5 * line.height


def _stripes(rows: list[list[PageLine]]) -> list[list[PageLine]]:
    """Lines that overlap in height, so also the lines of two blocks whose base lines differ."""
    stripes: list[list[PageLine]] = []
    bottom = 0.0
    for row in rows:
        top = min(line.top for line in row)
        tall = min(line.height for line in row)
        if stripes and top < bottom - 0.25 * tall and _apart([*stripes[-1], *row]):
            stripes[-1] += row
        else:
            stripes.append(list(row))
            bottom = 0.0
        bottom = max(bottom, *(line.bottom for line in row))
    return stripes


def _apart(lines: list[PageLine]) -> bool:
    """True if no line stands across the gap between others: there are at least two columns."""
    return len(_intervals(lines)) > 1


def _by_row(stripe: list[PageLine]) -> list[list[PageLine]]:
    rows: list[list[PageLine]] = []
    for line in sorted(stripe, key=lambda x: (x.bottom, x.x0)):
        if rows and line.bottom - rows[-1][-1].bottom < 0.3 * line.height:
            rows[-1].append(line)
        else:
            rows.append([line])
    return [sorted(row, key=lambda x: x.x0) for row in rows]


def _intervals(lines: list[PageLine]) -> list[tuple[float, float]]:
    """Stretches of the width that are covered, parted by gutters."""
    if not lines:
        return []
    gutter = 0.6 * min(line.height for line in lines)
    out: list[tuple[float, float]] = []
    for x0, x1 in sorted((line.x0, line.x1) for line in lines):
        if out and x0 - out[-1][1] < gutter:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def _band(stripes: list[list[PageLine]], start: int, double_middle: float) -> int:
    """Index after the last stripe of the side-by-side blocks that begin at ``start``; ``start`` if there are none.

    ``double_middle`` is twice the middle of the text block: what is centred on it (KẾ HOẠCH) stands below the blocks.
    """
    covered = _intervals(stripes[start])
    if len(covered) < 2:
        return start
    lines = list(stripes[start])
    end = start + 1
    split_again = False
    for at in range(start + 1, len(stripes)):
        stripe = stripes[at]
        union = _intervals([*lines, *stripe])
        if len(union) < 2:
            break
        own = _intervals(stripe)
        gap = min(x.top for x in stripe) - max(x.bottom for x in stripes[at - 1])
        tall = max(x.height for x in stripe)
        if len(own) > 1:
            # Four heights: number and motto, number and name of the body stand closer.
            belongs = gap <= 4 * tall
            split_again |= belongs
        elif own[0][0] >= union[1][0] - 1:
            # Eight points in the sum are four of the middle, the width of a letter.
            belongs = gap <= _SIGNING_SPACE * tall and abs(sum(own[0]) - double_middle) >= 8
        else:
            belongs = own[0][1] > union[0][1] + 1 or _goes_on(stripes, at, union, gap, tall)
        if not belongs:
            break
        lines += stripe
        end = at + 1
    return start if not split_again and _is_one_line(stripes[start], covered, alone=end == start + 1) else end


def _is_one_line(stripe: list[PageLine], covered: list[tuple[float, float]], *, alone: bool) -> bool:
    """True if a stripe with gaps is one line after all: a blank left for a date, a tab in a sentence."""
    if any(line.text[:1].islower() for line in stripe if line.x0 > covered[0][1]):
        return True
    gutter = min(b[0] - a[1] for a, b in pairwise(covered))
    return alone and gutter < _LONE_GUTTER * max(line.height for line in stripe)


def _goes_on(stripes: list[list[PageLine]], at: int, union: list[tuple[float, float]], gap: float, tall: float) -> bool:
    """True if a line on the left alone is part of the left block: close to the line before, or beside more to come."""
    if gap < 0.45 * tall:
        return True
    # Three heights: the lines of one block stand closer.
    if gap > 3 * tall:
        return False
    # Seven lines: as many as stand beside the room for seal and signature.
    for stripe in stripes[at + 1 : at + 8]:
        own = _intervals(stripe)
        if own[0][0] < union[1][0] - 1 and own[-1][1] > union[1][0] and len(own) == 1:
            return False  # a line across the gutter: the blocks have ended
        if own[-1][0] >= union[1][0] - 1:
            return min(x.top for x in stripe) - max(x.bottom for x in stripes[at]) < _SIGNING_SPACE * tall
    return False


def columns_of(stripes: list[list[PageLine]], left: float, right: float) -> Columns | None:
    """Lines parted at the gutters that all of them leave; ``None`` if there is no such gutter."""
    lines = [line for stripe in stripes for line in stripe]
    covered = _intervals(lines)
    if len(covered) < 2:
        return None
    starts = [a for a, _ in covered]
    columns: list[list[PageLine]] = [[] for _ in covered]
    for line in lines:
        at = bisect_left(starts, line.x0 + 0.5) - 1
        columns[max(at, 0)].append(line)
    columns = [[join(row) for row in _by_row(column)] for column in columns]
    bounds = [min(left, covered[0][0]), *(b for _, b in covered[:-1]), max(right, covered[-1][1])]
    edges = [
        (
            covered[i][0] if i else bounds[0],
            max(covered[i][1], covered[i + 1][0] - 2 * _PADDING if i + 1 < len(covered) else bounds[-1] - _PADDING),
        )
        for i in range(len(covered))
    ]
    return Columns(columns, edges, min(x.top for x in lines), max(x.bottom for x in lines))
