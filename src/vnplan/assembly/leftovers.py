"""Leftovers of the rules -> remarks: the same words once, and no more of one kind than a person reads."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from vnplan.diagnostics import note
from vnplan.models.base import Span
from vnplan.models.diagnostic import Diagnostic, DiagnosticCode
from vnplan.rules.findings import Leftover
from vnplan.text.fold import fold_case
from vnplan.thresholds import MOST_REMARKS


def remarks(leftovers: Iterable[Leftover]) -> Iterator[Diagnostic]:
    """A remark on each kind of words at its first place, its other places related.

    Beyond :data:`~vnplan.thresholds.MOST_REMARKS` of one code, one remark stands for the rest.
    """
    for code, found in groupby(sorted(leftovers, key=lambda left: (left.code, left.span)), lambda left: left.code):
        alike: dict[str, list[Leftover]] = {}
        for left in found:
            alike.setdefault(fold_case(left.words), []).append(left)
        each = list(alike.values())
        for first, *again in each[: MOST_REMARKS.whole]:
            yield note(code, first.span, *(left.span for left in again), words=first.words)
        rest: list[Span] = [left.span for lefts in each[MOST_REMARKS.whole :] for left in lefts]
        if rest:
            yield note(DiagnosticCode.MORE_UNREAD, rest[0], *rest[1:], count=len(rest), code=code)
