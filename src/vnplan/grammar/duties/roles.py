"""Who leads and who helps, by the words that a duty begins with (chủ trì, phối hợp với)."""

from __future__ import annotations

import re
from dataclasses import dataclass

from vnplan.grammar.duties.verbs import verb_at
from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.in_setting import agencies_in, unique
from vnplan.models.agency import AgencyRef
from vnplan.models.task import TaskMode
from vnplan.setting import Setting
from vnplan.text.fold import fold_case
from vnplan.text.view import View

_LEAD = any_of(Family.ROLE, Context.PROSE, means="lead")
_WITH = rf"(?:chủ động |tích cực )?{any_of(Family.ROLE, Context.PROSE, means='coordinating')}(?: chặt chẽ| tốt)?"
_FILLER = rf"(?:[\s,:-]|(?<!\w){any_of(Family.ROLE, Context.PROSE, means='filler')})*"
_LEADS = re.compile(rf"{_FILLER}(?<!\w){_LEAD}")
# "là cơ quan thường trực Ban Chỉ đạo, chủ trì, phối hợp với ...": the role may be said twice before the helpers.
_ALSO = re.compile(rf"(?:[^.;:]{{0,80}}?(?<!\w){_LEAD})?[\s,:]*(?:và )?{_WITH}(?: với| cùng)?\s")
_HELPS = re.compile(rf"{_FILLER}(?<!\w){_WITH}(?: với| cùng)?\s")
_REPORT = any_of(Family.ROLE, Context.PROSE, means="reporting")
_REPORTS = re.compile(rf"(?:.{{0,60}}?\b(?:định kỳ|trước ngày|hàng|hằng)\b)?.{{0,60}}?(?<!\w){_REPORT}")
_REPORTING = re.compile(rf"[\s-]*(?:{_REPORT}|định kỳ|(?:hàng|hằng) (?:năm|quý|tháng|tuần))")
_LONGEST_LIST = 300
"""Characters of a list of agencies behind a role: some six names; what follows later stands in another clause."""


@dataclass(frozen=True, slots=True)
class Roles:
    """Agencies in the lead and beside it; ``said`` is true where the words give a role."""

    lead: tuple[AgencyRef, ...]
    coordinating: tuple[AgencyRef, ...]
    said: bool


def read_roles(view: View, at: int, subject: tuple[AgencyRef, ...], setting: Setting) -> Roles:
    """Roles in the duty that begins at ``at`` of ``view`` and is addressed to ``subject``."""
    folded = view.folded
    leads = _LEADS.match(folded, at)
    if leads:
        also = _ALSO.match(folded, leads.end())
        beside = _listed(view, also.end(), setting) if also else ()
        return Roles(subject, beside, said=True)
    helps = _HELPS.match(folded, at)
    if helps:
        partners = _listed(view, helps.end(), setting)
        # A group leads nothing: of "phối hợp với các sở, ngành" alone it is not told who does.
        leading = tuple(ref for ref in partners if not ref.collective)
        groups = tuple(ref for ref in partners if ref.collective)
        return Roles(leading, unique((*subject, *groups)), said=True)
    return Roles((), (), said=False)


def _listed(view: View, at: int, setting: Setting) -> tuple[AgencyRef, ...]:
    """The agencies listed from ``at`` up to the first word of work or a colon."""
    end = min(verb_at(view.text, at) or len(view.text), at + _LONGEST_LIST)
    colon = view.text.find(":", at, end)
    end = colon if colon >= 0 else end
    return unique(place.body for place in agencies_in(view, setting) if at <= place.start < end)


def is_report(words: str) -> bool:
    """True for a duty that is a report first of all."""
    return _REPORTS.match(fold_case(words)) is not None


def mode_of(words: str, asked: TaskMode | None, *, reporting: bool) -> TaskMode:
    """Reporting in a section on reports and where the duty is to report; else as the verb before the body says."""
    if asked is TaskMode.REQUESTED:
        return asked
    if is_report(words) and (reporting or _REPORTING.match(fold_case(words))):
        return TaskMode.REPORTING
    return TaskMode.REPORTING if reporting else TaskMode.ASSIGNED
