"""Heads of attachments (phụ lục, biểu, mẫu; a plan behind a decision): docs/domain.md, 1.8."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from vnplan.lexicon.patterns import Letters, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.text.numerals import ROMAN

# `PHỤ LỤC`, `PHỤ LỤC I`, `Phụ lục số 02`, `PHỤ LỤC 1a: TÊN`, `Biểu 01`, `Phụ biểu số 3`, `MẪU SỐ 1`, `Biểu mẫu 2`
_LABEL = re.compile(
    rf"""
    (?P<label>
        (?P<word>
            {any_of(Family.FORMULA, Context.HEADING, means="appendix")}
        )
        (?P<number>
            \ ?(?:số)?\ ?:?\ ?(?:{ROMAN}|\d{{1,3}}|[A-HĐ])(?:[.-]\d{{1,2}})?[a-zđ]?(?!\w)
        )?
    )
    (?P<close>\ ?[.:-]+)?\ ?
    """,
    re.IGNORECASE | re.VERBOSE,
)
_NEEDS_NUMBER = frozenset(row.words for row in select(Family.FORMULA, means="appendix", trait="numbered"))
_LEADERS = re.compile(r"(?:\.{4,}|…{2,}|_{4,}).{0,8}\Z|\s\d{1,3}\Z")
_ATTACHED = any_of(Family.FORMULA, Context.HEADING, means="pointer", trait="attached")
_POINTER = re.compile(rf"[(\[]\s?{_ATTACHED}", re.IGNORECASE)
_POINTER_LONGEST = 500
"""Characters: room for the full names of one act and the one that it amends; prose may open alike and goes on."""

# Types of document that another act issues as an attachment, as their type line prints them.
_PLAN_TYPE = re.compile(any_of(Family.FORMULA, Context.HEADING, means="attached_type", letters=Letters.CAPITALS))

EXAMPLES: Final = {
    "_LABEL": (("Phụ lục I. Kho", "PHỤ LỤC số 02:", "Biểu 1a"), ("Danh mục", "lục I"), "match"),
}


class Label(NamedTuple):
    """The label line of an appendix."""

    end: int
    """Position behind the label."""
    rest: int
    """Position of the title in the same line."""


def label(text: str) -> Label | None:
    """Read the label at the front of a paragraph that is an appendix head by form; ``None`` for prose and contents.

    >>> label("PHỤ LỤC I. DANH MỤC NHIỆM VỤ").rest, label("Phụ lục I kèm theo Nghị định số 08")
    (11, None)
    """
    match = _LABEL.match(text)
    if not match or _LEADERS.search(text, match.end()):
        return None
    bare = match["word"].lower() in _NEEDS_NUMBER and not match["number"]
    if bare or not match["label"][0].isupper():
        return None
    rest = text[match.end() :]
    title = rest[: pointer_start(rest)]
    set_off = match["close"] or pointer(rest) or (capitals(title) and (match["number"] or capitals(match["label"])))
    if rest and (not set_off or rest[0].islower()):
        return None
    return Label(match.end("label"), match.end())


def pointer(text: str) -> bool:
    """True for a paragraph that says what the attachment belongs to: ``(Kèm theo Kế hoạch số ...)``."""
    return bool(_POINTER.match(text)) and len(text) <= _POINTER_LONGEST


def pointer_start(text: str) -> int | None:
    """Where a pointer begins inside a title line; ``None`` if there is none."""
    match = _POINTER.search(text)
    return match.start() if match else None


def plan_type(text: str) -> bool:
    """True for the type line of a document that an act may issue: ``CHƯƠNG TRÌNH HÀNH ĐỘNG CỦA CHÍNH PHỦ``."""
    # 120 characters: a type line with the name of the agency is one printed line, at most two.
    return bool(_PLAN_TYPE.match(text)) and capitals(text) and len(text) <= 120


def capitals(text: str) -> bool:
    """True where at least four letters in five are capitals."""
    # 300 characters tell the look of a paragraph; a flattened document is one paragraph of many thousands.
    head = text[:300]
    letters = sum(map(str.isalpha, head))
    # Three letters, as a code or a numeral is no heading; one in five may be small: QĐ-TTg, a name of a law.
    return letters >= 3 and sum(map(str.isupper, head)) >= 0.8 * letters
