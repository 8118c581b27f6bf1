"""Lines of stamps that lie on a document: a line -> what of a digital signature or of a registry's stamp it says."""

from __future__ import annotations

import re
from enum import StrEnum
from functools import cache
from typing import NamedTuple

from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.text.fold import fold_case


class StampPart(StrEnum):
    """What a line of a stamp says; the values are those of the lexicon."""

    SIGNED_BY = "signed_by"
    SIGNING_OFFICE = "signing_office"
    SIGNING_TIME = "signing_time"
    SIGNING_NOTE = "signing_note"
    ARRIVAL = "arrival"
    ARRIVAL_LINE = "arrival_line"


_COLON = r"\s*(?::|\Z)\s*"
_ENDS = {
    StampPart.ARRIVAL: r"\s*\Z",
    StampPart.SIGNED_BY: r"(?:\s*:|\s|\Z)\s*",  # `Digitally signed by X`
}
"""How the label of a part ends where it needs no colon."""
SIGNING = frozenset(
    {StampPart.SIGNED_BY, StampPart.SIGNING_OFFICE, StampPart.SIGNING_TIME, StampPart.SIGNING_NOTE},
)
"""Parts of the stamp of a digital signature."""


class StampLine(NamedTuple):
    """One line of a stamp."""

    part: StampPart
    value: str
    """The words behind the label, as printed."""


@cache
def _labels() -> tuple[tuple[StampPart, re.Pattern[str]], ...]:
    """One pattern a part; the head of an arrival stamp is a line of its own, the labels have a colon or stand alone."""
    return tuple(
        (part, re.compile(rf"\s*{any_of(Family.FORMULA, Context.LABEL, means=part.value)}{_ENDS.get(part, _COLON)}"))
        for part in StampPart
    )


def read_stamp_line(line: str) -> StampLine | None:
    """What a line of a stamp says, or ``None``.

    >>> read_stamp_line("Người ký: Lê Văn Mẫu")
    StampLine(part=<StampPart.SIGNED_BY: 'signed_by'>, value='Lê Văn Mẫu')
    """
    folded = fold_case(line)
    for part, pattern in _labels():
        match = pattern.match(folded)
        if match and (part is not StampPart.ARRIVAL or line.isupper()):
            return StampLine(part, line[match.end() :].strip())
    return None
