"""Whom a heading or sentence addresses (docs/domain.md, 5.2)."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vnplan.grammar.duties.heading_names import read_names
from vnplan.grammar.duties.unlisted_names import continued, name_at, whole_name, written_out
from vnplan.grammar.duties.verbs import verb_at
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.in_setting import Located, agencies_in
from vnplan.models.agency import AgencyRef
from vnplan.models.task import TaskMode
from vnplan.setting import Setting
from vnplan.text.fold import fold_case
from vnplan.text.view import View

_ASK = any_of(Family.REQUEST, Context.PROSE, means="ask")
_GIVE = any_of(Family.REQUEST, Context.PROSE, means="give")
_OF = any_of(Family.REQUEST, Context.PROSE, means="duty_of")
_PREFIX = re.compile(rf"(?:(?P<ask>{_ASK})|(?P<give>{_GIVE})|{_OF})\s?:?\s+")
# "UBND tỉnh giao Sở X ...": the agency after the verb is addressed, not the one before.
_HANDS_ON = re.compile(rf"[\s,]*(?P<prefix>(?P<ask>{_ASK})|(?P<give>{_GIVE}))\s?:?\s+")
# Clauses that may stand before the subject: "Căn cứ Kế hoạch này, các sở ...", "Định kỳ hàng năm, Sở ...".
_CLAUSE = re.compile(rf"{any_of(Family.DUTY_VERB, Context.PROSE, means='clause')}[^.:]{{0,300}}?[,)]\s+")
# Between two agencies of one list.
_BETWEEN = re.compile(
    rf"""(?:
        [\s,;/&.-] | \([^()]*\)
      | (?<=[,;]\ )đề\ nghị\b
      | (?<!\w){any_of(Family.JOINING, Context.PROSE, trait="between")}
      | (?<!\w){any_of(Family.PERSON_TITLE, Context.PROSE, trait="heads")}
      | (?<!\w){any_of(Family.PERSON_TITLE, Context.PROSE, trait="respect")}
    )*\Z""",
    re.VERBOSE,
)
_TAIL = re.compile(rf"(?:[\s,;/&.-]|\([^()]*\)|\b{any_of(Family.JOINING, Context.PROSE, trait='list_end')})*")
# "Ủy ban Mặt trận ... và các tổ chức thành viên" names the Front as a whole.
_MEMBERS = re.compile(r"các tổ chức (?:chính trị - xã hội )?(?:là )?thành viên\b")
_PARTY_GROUP = re.compile(r"(?:đảng đoàn|ban cán sự đảng|đảng ủy)\s\Z")
_GOES_ON = re.compile(r"(?:và |các |[A-ZĐ]|một số )[^.;:]*\Z")
_LISTED = re.compile(r"\s?[,;]|\s(?:và|cùng) ")
_LONGEST_ITEM = 90
"""Characters of an item that is an agency's name: the longest registered ones with their province."""
_LONGEST_HEADING = 250
"""Characters of a heading that lists agencies: some five names."""
EXAMPLES = {
    "_BETWEEN": (
        (", ", " và ", "; đề nghị ", " (chủ trì), Giám đốc ".lower(), ", thủ trưởng các ", " trực thuộc, đồng chí "),
        (" giao cho ", ", chợ ", " mở lớp với "),
        "match",
    ),
}
"""Patterns -> texts that they find and texts that they do not."""


@dataclass(frozen=True, slots=True)
class Addressed:
    """The agencies that words begin with."""

    agencies: tuple[AgencyRef, ...]
    mode: TaskMode | None
    """Requested or assigned where a verb says so (``Đề nghị``, ``Giao``)."""
    rest: int
    """Where the work begins in the view."""
    whole: bool
    """The words name agencies and nothing else: a heading."""


def read_head(view: View, setting: Setting) -> Addressed | None:
    """The agencies addressed at the front of ``view``; ``None`` where it addresses none."""
    folded = view.folded
    found = agencies_in(view, setting)
    at, mode = 0, None
    for _ in range(4):  # a clause, an issuer that hands on, a verb: no sentence has more before its subject
        prefix = _PREFIX.match(folded, at)
        if prefix:
            at, mode = prefix.end(), _mode(prefix)
        head = _list_at(view, found, at, setting)
        if head:
            agencies, end = head
            handed = _HANDS_ON.match(folded, end)
            if handed is None:
                return _head(view, agencies, mode, end)
            at = handed.start("prefix")
            continue
        clause = None if prefix else _CLAUSE.match(folded, at)
        if clause is None:
            return None
        at = clause.end()
    return None


def read_heading(view: View, setting: Setting) -> Addressed | None:
    """The agencies that the heading of an item names, with or without a row; ``None`` where it names none."""
    prefix = _PREFIX.match(view.folded)
    at = prefix.end() if prefix else 0
    colon = view.text.find(":", at)
    end = colon if colon >= 0 else len(view.text)
    named = read_names(view, at, end, setting)
    if not named:
        return None
    rest = end + 1 if colon >= 0 else end
    return Addressed(named, _mode(prefix) if prefix else None, rest, whole=not view.text[rest:].strip(" ."))


def _mode(prefix: re.Match[str]) -> TaskMode | None:
    return TaskMode.REQUESTED if prefix["ask"] else TaskMode.ASSIGNED if prefix["give"] else None


def _head(view: View, agencies: tuple[AgencyRef, ...], mode: TaskMode | None, end: int) -> Addressed:
    tail = _TAIL.match(view.text, end)
    stop = tail.end() if tail else end
    rest = view.text[stop:]
    if rest.startswith(":"):
        after = stop + 1
        return Addressed(agencies, mode, after, whole=not view.text[after:].strip(" ."))
    # A list may end in agencies that no row knows; a sentence has a verb or a full stop.
    listed = _GOES_ON.match(rest) is not None and verb_at(view.text, end) is None
    whole = not rest.strip(" .") or (listed and len(view.text) <= _LONGEST_HEADING)
    return Addressed(agencies, mode, len(view.text) if whole else end, whole=whole)


def _list_at(
    view: View, found: Sequence[Located], at: int, setting: Setting
) -> tuple[tuple[AgencyRef, ...], int] | None:
    """The list of agencies at ``at`` and its end; words between that no row knows are passed over inside the list."""
    agencies, end = _registered(view, found, at, begun=False)
    first = not agencies
    if first:
        named = name_at(view, at, setting)
        if named is None:
            return None
        agencies, end = [named[0]], named[1]
    more, end = continued(view, end, setting, registered=frozenset(place.start for place in found))
    agencies += more
    if (first or more) and _LISTED.match(view.folded, end):
        beyond, end = _registered(view, found, end, begun=True)
        agencies += beyond
    return tuple(agencies), end


def _registered(view: View, found: Sequence[Located], at: int, *, begun: bool) -> tuple[list[AgencyRef], int]:
    """The registered agencies of a list from ``at`` on, with the end of the last; ``begun``: one stands before."""
    agencies: list[AgencyRef] = []
    end = at
    for place in found:
        if place.start < end:
            continue
        inside = begun or bool(agencies)
        gap = fold_case(view.text[end : place.start])
        party = _PARTY_GROUP.search(gap)
        body = _party_group(view, place, end + party.start()) if party else place
        gap = gap[: party.start()] if party else gap
        if not _BETWEEN.match(gap) and not (inside and _unknown_item(view.text, end, body.start)):
            break
        if not (inside and _MEMBERS.match(fold_case(view.text[body.start : body.end + len(" thành viên")]))):
            known, end = whole_name(view, written_out(body.body), body.start, body.end)
            agencies.append(known)
        end = max(end, body.end)
    return agencies, end


def _party_group(view: View, body: Located, start: int) -> Located:
    """The Party's group in an agency (``Đảng đoàn Hội Nông dân tỉnh``), which no row lists, from ``start`` on."""
    words = view.text[start : body.start]
    named = AgencyRef(
        raw=view.text[start : body.end],
        name=f"{words[:1].upper()}{words[1:]}{body.body.name}",
        province=body.body.province,
        span=view.span(start, body.end),
    )
    return Located(start, body.end, named)


def _unknown_item(words: str, start: int, end: int) -> bool:
    """True for an item of a list that no row knows: short, between commas, without a verb."""
    item = words[start:end]
    bare = item.strip()
    closed = bare.endswith((",", ";", " và")) and bare.startswith((",", ";", "và "))
    return closed and len(item) <= _LONGEST_ITEM and verb_at(words, start, end) is None and "." not in bare
