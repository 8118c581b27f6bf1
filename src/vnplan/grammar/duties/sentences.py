"""Sentences of a line -> which of them order somebody, which only close the document or tell what was done."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.grammar.duties.heading_names import opens_with_agency
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.text.letters import UPPER
from vnplan.text.view import View

_ASK = any_of(Family.REQUEST, Context.PROSE, means="ask")
_GIVE = any_of(Family.REQUEST, Context.PROSE, means="give")
_ISSUER = r"(?:(?:ubnd|ủy ban nhân dân|chủ tịch ubnd) (?:tỉnh|thành phố|huyện) )?"
_ORDER = re.compile(rf"(?P<order>{_ISSUER}(?:{_ASK}|{_GIVE}) )")
_LATER = re.compile(rf"\.\s+{_ORDER.pattern}")
_NEXT = re.compile(rf"[.;]\s+(?=[{UPPER}])")
_LONGEST_NAME = 120
"""Characters in which the noun of whoever is ordered must begin; more need not be looked at."""
_ACCOUNTS = re.compile(
    r"\s*(?:(?:trong phạm vi|theo|căn cứ) [^.;:]{0,80}? )?(?:(?:phải|cần) )?(?:có|chịu) trách nhiệm\b"
    r"(?!.{0,40}\bthi hành\b)"  # who sees to it that a decision is carried out has no task of its own
)

# What is said at the end of a document, or of the document itself, hands out no work.
_FAREWELL = any_of(Family.FORMULA, Context.PROSE, means="farewell")
_CLOSES = re.compile(rf"{_FAREWELL}|{any_of(Family.FORMULA, Context.PROSE, means='in_course')}")
_ITSELF = re.compile(
    r"(?:nghị quyết|quyết định|kế hoạch|chương trình) này (?:đã )?"
    r"(?:được .{0,80}thông qua|có hiệu lực|(?:được )?phổ biến)"
)
# An appeal to whoever is meant to take the document seriously.
_WHOEVER = r"(?:các\ |thủ\ trưởng\ )?(?:các\ )?(?:cơ\ quan|đơn\ vị|địa\ phương)\b"
_ISSUER_ASKS = r"(?:(?:ubnd|ủy\ ban\ nhân\ dân)(?:\ \w+){1,4}\ )?yêu\ cầu\ "
_APPEAL = re.compile(
    rf"""
    (?: (?:{_ISSUER_ASKS})? {_WHOEVER} | (?:yêu\ cầu\ các|các\ sở|thủ\ trưởng\ sở)\  )
    .{{0,80}}nghiêm\ túc
    """,
    re.VERBOSE,
)
# A heading that names neither whom nor what.
_EMPTY = re.compile(r"(?:trách nhiệm|nhiệm vụ|công việc) (?:chung|cụ thể|chủ yếu)\W*\Z")
# A remark in brackets points elsewhere: "(Chi tiết tại Phụ lục kèm theo)".
_REMARK = re.compile(r"\([^()]*\)[\s.]*\Z")
_NARRATIVE = re.compile(r"[\s,]*(?:cũng |vẫn )?đã\b")
EXAMPLES = {
    "_APPEAL": (
        (
            "ubnd tỉnh yêu cầu thủ trưởng các cơ quan thực hiện nghiêm túc",
            "các đơn vị nghiêm túc triển khai",
            "yêu cầu các xã làm nghiêm túc",
        ),
        ("sở y tế nghiêm túc rút kinh nghiệm", "các cơ quan mở lớp", "yêu cầu sở y tế nghiêm túc"),
        "match",
    ),
}
"""Patterns -> texts that they find and texts that they do not."""


@dataclass(frozen=True, slots=True)
class Order:
    """A later sentence ``[start, end)`` of a line that orders or asks."""

    start: int
    end: int


def is_closing(view: View) -> bool:
    """Whether a line hands out no work by its kind: closing formula, appeal to all, empty heading, remark."""
    return any(kind.match(view.folded) for kind in (_CLOSES, _ITSELF, _APPEAL, _EMPTY, _REMARK))


def is_narrative(view: View, at: int) -> bool:
    """Whether the words after the agencies tell what these have done (``đã ban hành``)."""
    return _NARRATIVE.match(view.folded, at) is not None


def orders(view: View) -> bool:
    """Whether a line begins with an order or request."""
    return _ORDER.match(view.folded) is not None


def accounts_for(view: View, at: int) -> bool:
    """Whether the words at ``at`` say that the agencies before them answer for something (``có trách nhiệm ...``)."""
    return _ACCOUNTS.match(view.folded, at) is not None


def orders_in(view: View) -> list[Order]:
    """The sentences after the first that order or ask an agency: ``... hồ sơ. Giao Văn phòng chủ trì ...``."""
    found = _LATER.finditer(view.folded)
    starts = [order.start("order") for order in found if opens_with_agency(_after(view, order.end()))]
    ends = [*starts[1:], len(view.text)]
    return [Order(start, end) for start, end in zip(starts, ends, strict=False)]


def clause_starts(view: View) -> list[int]:
    """Where clauses after the first begin with an agency's noun and a capital: ``...; Sở Y tế bố trí ...``."""
    starts = [mark.end() for mark in _NEXT.finditer(view.text)]
    return [at for at in starts if opens_with_agency(_after(view, at))]


def _after(view: View, at: int) -> View:
    return view.part(at, min(at + _LONGEST_NAME, len(view.text)))
