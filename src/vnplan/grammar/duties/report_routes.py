"""Where reports go: to whom, through whom, and onward (docs/domain.md, 5.4)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.in_setting import Located, agencies_in, unique
from vnplan.models.agency import AgencyRef
from vnplan.models.reporting import Reporting
from vnplan.setting import Setting
from vnplan.text.view import View

_REPORT = re.compile(r"\bbáo cáo\b")
# What the first recipient does with reports before they go on.
_HANDLED = r"(?:theo\ dõi|tham\ mưu|xem\ xét|tổng\ hợp(?:\ chung)?)"
_PASSED = r"(?:trình|báo\ cáo)\b"
_ONWARD = re.compile(
    rf"""
    \b(?:để|và)\s (?:{_HANDLED},?\ (?:và\ )?){{1,3}} {_PASSED}
    | [,;]\ ?tổng\ hợp,?\ {_PASSED}
    """,
    re.VERBOSE,
)
_VIA = re.compile(r"\b(?:thông qua|qua)\s")
_FOR = re.compile(r"\bđể (?:tổng hợp|theo dõi|xem xét)\b")
# Between the agencies of one list of recipients.
_BETWEEN = re.compile(
    rf"""(?:
        [\s,;/&()-]
      | \b(?:đồng\ thời|đồng\ gửi|gửi|về|cơ\ quan\ thường\ trực|theo\ quy\ định)\b
      | (?<!\w){any_of(Family.JOINING, Context.PROSE, trait="between")}
      | (?<!\w){any_of(Family.PERSON_TITLE, Context.PROSE, trait="heads")}
    )*\Z""",
    re.VERBOSE,
)
_WHAT = re.compile(
    rf"""
    [\s)]*
    (?P<what> (?:về\ )? (?:kết\ quả|tình\ hình|tiến\ độ|công\ tác) [^,;.()]{{0,120}}? )
    (?= \s{any_of(Family.JOINING, Context.PROSE, trait="after_matter")} | [,;.(] | \Z )
    """,
    re.VERBOSE,
)
_LONGEST_GAP = 160
"""Characters between ``báo cáo`` and the first recipient: what is reported, and when."""
EXAMPLES = {
    "_ONWARD": (
        ("gửi sở y tế để tổng hợp, báo cáo ubnd tỉnh", "và tổng hợp chung trình ubnd", "sở y tế, tổng hợp, trình tỉnh"),
        ("để tổng hợp.", "báo cáo ubnd tỉnh", "và trình bày kết quả"),
    ),
    "_BETWEEN": ((", ", " và ", " (đồng gửi ", ", giám đốc "), (" mở lớp ", ", chợ "), "match"),
    "_WHAT": (
        (" kết quả mở lớp gửi sở y tế", " về tình hình chợ, trước ngày 5/6"),
        (" ubnd tỉnh", " về sở y tế"),
        "match",
    ),
}
"""Patterns -> texts that they find and texts that they do not."""


def read_route(view: View, at: int, setting: Setting) -> Reporting | None:
    """The route of the report that the duty from ``at`` of ``view`` asks for; ``None`` where it asks for none."""
    words = view.folded
    report = _REPORT.search(words, at)
    if report is None:
        return None
    places = [place for place in agencies_in(view, setting) if place.start >= report.end()]
    onward = _ONWARD.search(words, report.end())
    stop = onward.start() if onward else found.start() if (found := _FOR.search(words, report.end())) else len(words)
    via = _VIA.search(words, report.end(), stop)
    through = tuple(_list(words, places, via.end(), 40)) if via else ()
    direct = [p for p in places if p.start < stop and p.body not in through]
    to = tuple(_list(words, direct, report.end(), _LONGEST_GAP))
    passed = tuple(_list(words, places, onward.end(), 40)) if onward else ()
    if not (to or through or passed):
        return None
    after = max((p.end for p in places if p.body in (*to, *through)), default=report.end())
    told = _WHAT.match(words, report.end()) or _WHAT.match(words, after)
    what = view.text[told.start("what") : told.end("what")].strip() if told else None
    return Reporting(what=what, recipients=unique(to), via=unique(through), onward=unique(passed))


def _list(words: str, places: list[Located], at: int, gap: int) -> Iterator[AgencyRef]:
    """The agencies of the list that begins within ``gap`` characters of ``at``."""
    end = None
    for place in places:
        if place.start < at:
            continue
        if end is None and (place.start - at > gap or "." in words[at : place.start]):
            return
        if end is not None and not _BETWEEN.match(words[end : place.start]):
            return
        yield place.body
        end = place.end
