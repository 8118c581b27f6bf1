"""A list of two agencies that merged later: ``Báo, Đài PTTH tỉnh`` before the two were one.

In: a mention read as the merged agency, and the setting; out: the two agencies, where it had not begun on the day.
"""

from __future__ import annotations

import re

from vnplan.gazetteer import events
from vnplan.gazetteer.agencies import agency
from vnplan.gazetteer.rows import AgencyRow
from vnplan.mentions.mention import AgencyMention, named
from vnplan.mentions.search_copy import SearchCopy
from vnplan.setting import Setting

_MARK = re.compile(r" ?[,&/] ?(?:và )?| và | - ")


def parts(copy: SearchCopy, found: AgencyMention, setting: Setting) -> tuple[AgencyMention, ...]:
    """The agencies that the words name one by one; none where they name one body.

    Each part must begin with the first word of another of the merged agencies:
    ``Báo và Phát thanh, Truyền hình`` is the merged agency even before its time.
    """
    row = found.row
    if row is None or setting.on is None or row.held(setting.on):
        return ()
    mark = _MARK.search(copy.folded, found.start, found.end)
    merged = _merged(row, setting)
    if mark is None or not merged:
        return ()
    heads = {body.name_on(setting.on).split()[0].lower(): body for body in merged}
    spans = ((found.start, mark.start()), (mark.end(), found.end))
    bodies = [heads.get(copy.folded[start:end].split(" ")[0]) for start, end in spans]
    if None in bodies or bodies[0] is bodies[1]:
        return ()
    return tuple(
        AgencyMention(start, end, named(body, setting, found.province, None), body, found.province)
        for body, (start, end) in zip(bodies, spans, strict=True)
        if body is not None
    )


def _merged(row: AgencyRow, setting: Setting) -> tuple[AgencyRow, ...]:
    """The agencies that a merger made the row of, where all of them held on the day."""
    for change in events.into_body(row.id):
        bodies = tuple(agency(identity) for identity in change.bodies)
        if change.kind == "merge" and len(bodies) > 1 and all(body.held(setting.on) for body in bodies):
            return bodies
    return ()
