"""Groups of agencies named as one (các sở, ban, ngành) -> the collective rows of the registry that they stand for.

The kinds of group are those that provincial and central plans give work to;
each becomes one collective row of the registry. Their forms are in
:mod:`vnplan.mentions.lists.group_forms`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.lexicon.patterns import any_of
from vnplan.lexicon.rows import Family
from vnplan.mentions.lists import group_forms as forms
from vnplan.mentions.lists import unit_kinds
from vnplan.mentions.mention import AgencyMention, group
from vnplan.setting import Setting

_ROW = {
    "departments": "g_so_ban_nganh",
    "ministries": "g_bo_nganh",
    "concerned": "g_don_vi_lien_quan",
    "organisations": "tc_ctxh",
}
_KINDS = {
    "departments": forms.DEPARTMENTS,
    "ministries": forms.MINISTRIES,
    "committees": unit_kinds.COMMITTEES,
    "organisations": forms.ORGANISATIONS,
    "concerned": forms.CONCERNED,
    "localities": unit_kinds.LOCALITIES,
}
"""In the order in which they are tried."""
PATTERN = rf"(?:{'|'.join(f'(?P<{name}>{form})' for name, form in _KINDS.items())})(?!\w)"
COMPILED = re.compile(PATTERN)
_LOCAL_AFTER = re.compile(rf"{unit_kinds.SEPARATOR}(?P<local>(?:các )?địa phương(?: (?:có )?liên quan)?)(?!\w)")
# After these words a list of units is a place, not the agencies that run it.
_PLACE_BEFORE = re.compile(rf"{any_of(Family.GROUP_WORD, trait='place_after')} \Z")


def read_groups(match: re.Match[str], setting: Setting) -> Iterator[AgencyMention]:
    """The groups that a match of :data:`PATTERN` names; none where its words are a place."""
    kind = match.lastgroup or ""
    start, end = match.start(kind), match.end(kind)
    if kind in _ROW:
        yield group(_ROW[kind], start, end, setting)
        local = _LOCAL_AFTER.match(match.string, end) if kind in ("departments", "ministries") else None
        if local:
            row = "g_ubnd_cac_tinh" if kind == "ministries" else "g_don_vi_lien_quan"
            yield group(row, local.start("local"), local.end("local"), setting)
    elif kind == "committees" or not _PLACE_BEFORE.search(match.string, max(start - 10, 0), start):
        yield from unit_kinds.read_unit_list(match.string, start, end, setting)
