"""Words of a cell -> its lines; words set upright, as over narrow columns, become lines that read level."""

from __future__ import annotations

from statistics import median

from vnplan.readers.pdf.page import PageLine, Word
from vnplan.readers.pdf.words.lines import lines_of

_UP, _DOWN = 270, 90
"""Angles of words that are read from the bottom up, and from the top down."""
_NEXT = 1.5
"""Font sizes between two upright lines from which on they belong to different headings."""


def lines(runs: list[list[Word]], page: int) -> list[list[PageLine]]:
    """Rows of lines as :func:`lines_of` gives them, behind them a line for each heading that is set upright."""
    turned = [word for run in runs for word in run if word.ink.angle in (_UP, _DOWN)]
    if not turned:
        return lines_of(runs, page)
    level = [[word for word in run if word.ink.angle not in (_UP, _DOWN)] for run in runs]
    found = lines_of([run for run in level if run], page)
    for angle in (_UP, _DOWN):
        found += [[_line(words, page)] for words in _headings([word for word in turned if word.ink.angle == angle])]
    return found


def _headings(words: list[Word]) -> list[list[Word]]:
    """Words of one angle by heading, each in reading order: lines follow to the right of words that read upward."""
    stacks: list[list[Word]] = []
    for word in sorted(words, key=lambda w: w.x0):
        if stacks and word.x0 < max(w.x1 for w in stacks[-1]) - (word.x1 - word.x0) / 2:
            stacks[-1].append(word)
        else:
            stacks.append([word])
    headings: list[list[list[Word]]] = []
    for stack in stacks:
        before = headings[-1][-1] if headings else []
        gap = min(w.x0 for w in stack) - max((w.x1 for w in before), default=0.0)
        if before and gap < _NEXT * _size(stack):
            headings[-1].append(stack)
        else:
            headings.append([stack])
    upward = bool(words) and words[0].ink.angle == _UP
    return [
        [
            word
            for stack in (heading if upward else reversed(heading))
            for word in sorted(stack, key=lambda w: -w.bottom if upward else w.top)
        ]
        for heading in headings
    ]


def _size(words: list[Word]) -> float:
    return median(word.size for word in words)


def _line(words: list[Word], page: int) -> PageLine:
    size = _size(words)
    return PageLine(
        text=" ".join(word.text for word in words),
        page=page,
        x0=min(word.x0 for word in words),
        top=min(word.top for word in words),
        x1=max(word.x1 for word in words),
        bottom=max(word.bottom for word in words),
        size=size,
        bold=all(word.bold for word in words),
        italic=all(word.italic for word in words),
        first=words[0].bottom - words[0].top,
        blank=0.25 * size,  # of Times New Roman
    )
