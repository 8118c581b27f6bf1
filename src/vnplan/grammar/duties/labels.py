"""A line of an item -> its labels with what each asks for: ``Cơ quan chủ trì: ...; Thời gian hoàn thành: ...``."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from vnplan.grammar.cells.role_words import TAIL, role_words
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.text.view import View

EXAMPLES: Final = {
    "_LABEL": (
        ("cơ quan chủ trì: sở y tế", "kho bãi; thời gian hoàn thành: quý i", "- đơn vị phối hợp : "),
        ("sở y tế chủ trì: ", "cơ quan chủ trì", "yêu cầu: "),
    ),
}


def _column(means: str) -> str:
    words = any_of(Family.COLUMN, Context.LABEL, means=means)
    qualifier = any_of(Family.COLUMN, Context.LABEL, means="qualifier")
    tail = any_of(Family.COLUMN, Context.LABEL, means="tail")
    return rf"(?:{qualifier}\ ){{0,2}}{words}(?:(?:,\ ?|\ ?/\ ?|\ )(?:{words}|{tail})){{0,4}}"


KINDS: Final = ("lead", "beside", "person", "time", "output", "money")
"""What a label asks for; ``lead`` may hold both roles, told apart by the words after it."""
_LABEL = re.compile(
    rf"""
    (?:\A|[;.]\s?|\s-\s?|\+\s?|\()[-+*•\s]{{0,6}}
    (?P<label>
          (?P<lead>{role_words(Context.LABEL, "lead", "joint")}{TAIL})
        | (?P<beside>{role_words(Context.LABEL, "coordinating")}{TAIL})
        | (?P<person>{role_words(Context.LABEL, "in_charge")})
        | (?P<time>{_column("time")})
        | (?P<output>{_column("output")})
        | (?P<money>{_column("budget")})
    )
    \s?:\s*
    """,
    re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class Label:
    """One label; the words it asks for stand at ``[start, end)`` of the view."""

    kind: str
    words: str
    start: int
    end: int


def is_label(view: View) -> bool:
    """True for a line that begins with a label."""
    return _LABEL.match(view.folded) is not None


def labels_in(view: View) -> Iterator[Label]:
    """The labels of a line, from left to right."""
    found = list(_LABEL.finditer(view.folded))
    ends = [*(label.start() for label in found[1:]), len(view.text)]
    for label, end in zip(found, ends, strict=False):
        yield Label(next(kind for kind in KINDS if label[kind]), label["label"], label.end(), end)
