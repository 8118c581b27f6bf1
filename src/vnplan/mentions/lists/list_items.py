"""Items of a list of agencies that no name or group of running prose matched.

In a cell, words count that say nothing in a sentence: ``các đơn vị`` is a
group there, ``BHXH`` an agency, ``Trường Đại học Sông Trà`` an agency without a row.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.lists import group_forms, place_lists, unit_kinds
from vnplan.mentions.mention import AgencyMention, group, named
from vnplan.mentions.names.row_choice import choices
from vnplan.mentions.names.surface_index import fold_separators, whole_names
from vnplan.mentions.search_copy import SearchCopy
from vnplan.models.agency import AgencyLevel
from vnplan.setting import Setting
from vnplan.text.letters import UPPER

_LEADING = re.compile(r"[^\w;,]{0,80}")
"""Marks before the words; more than a line of them stand only in hostile text, where an open end would be quadratic."""
_NAMED = re.compile(any_of(Family.AGENCY_NOUN, Context.CELL))
"""The noun that an agency's name begins with."""
# Nouns that stand for any agency of a kind, alone or with words in small letters after them.
_ANY = any_of(Family.AGENCY_NOUN, Context.CELL, trait="any_body")
# Of these, a kind with words of its own: a firm or school is none of the agencies of the administration.
_OWN_KINDS = alternation(
    row
    for row in select(Family.AGENCY_NOUN, Context.CELL, trait="any_body")
    if "listed" not in row.traits or "company" in row.traits or row.words == "doanh nghiệp"
)
_KIND_OF_ITS_OWN = re.compile(rf"(?:các |một số )?{_OWN_KINDS} [^\W\d_]")
_OPEN = re.compile(
    rf"(?:{group_forms.OPEN_LIST}(?!\w)|(?:các |một số )?{_ANY})(?: [^\W\d_]+){{0,20}}?(?= ?[,;.(]|\Z| và )"
)
# A word with a capital makes a name of them; an abbreviation does not (các cơ quan giải quyết TTHC).
_PROPER = re.compile(rf" [{UPPER}](?:[^\W{UPPER}]|\Z)")
_PLURAL = re.compile(r"các (?:địa phương|tỉnh|thành phố|huyện)")
_PLACES = re.compile(r"(?:các |một số )?(?:địa phương|tỉnh|thành phố)(?!\w)(?: [^\W\d_]+){0,20}")
_KIND = any_of(Family.LEVEL, Context.HEADING)
_UNITS = re.compile(rf"(?:{unit_kinds.UNITS}|{_KIND}(?:, {_KIND}){{1,6}})(?!\w)")
# What a cell may say that is no agency: who decides, that none is meant, what is done.
_NOT_BODY = re.compile(any_of(Family.ROLE, Context.CELL, means="nobody"))
_MOST_WORDS = 20
"""Longer stretches are sentences, not names; the longest official name of the registry has 17 words."""


def opens_name(copy: SearchCopy, at: int) -> bool:
    """True where an agency's name begins at ``at``, told by its noun."""
    return copy.text[at].isupper() and _NAMED.match(copy.folded, at) is not None


def listed(copy: SearchCopy, at: int, end: int, setting: Setting) -> tuple[AgencyMention, ...]:
    """The group that the bare words at ``at`` stand for: ``các cơ quan, đơn vị``, ``huyện, thị xã``."""
    leading = _LEADING.match(copy.text, at, end)
    at = leading.end() if leading else at
    kinds = _UNITS.match(copy.folded, at, end)
    if kinds:
        return tuple(unit_kinds.read_unit_list(copy.folded, at, kinds.end(), setting))
    plural = _PLURAL.match(copy.folded, at)
    seats = tuple(place_lists.read_place_list(copy, at, plural.end(), setting)) if plural else ()
    if seats:
        return seats
    places = _PLACES.match(copy.folded, at, end) if setting.home is None else None
    if places:
        return (group("g_ubnd_cac_tinh", at, places.end(), setting),)
    any_body = _OPEN.match(copy.folded, at, end)
    if any_body and not _PROPER.search(copy.text, at, any_body.end()):
        return (_any_body(copy, at, any_body.end(), setting),)
    return ()


def _any_body(copy: SearchCopy, start: int, end: int, setting: Setting) -> AgencyMention:
    """Whoever is concerned; a kind told by words of its own (``doanh nghiệp viễn thông``) bears its printed name."""
    if _KIND_OF_ITS_OWN.match(copy.folded, start, end) is None:
        return group("g_don_vi_lien_quan", start, end, setting)
    words = copy.text[start:end].strip()
    return AgencyMention(start, end, words[:1].upper() + words[1:], collective=True)


def item(copy: SearchCopy, start: int, end: int, setting: Setting) -> Iterator[AgencyMention]:
    """The agency that the words ``[start, end)`` name, with or without a row; none where they say something else."""
    words, folded = copy.text[start:end], copy.folded[start:end]
    rows = whole_names().get(fold_separators(folded), ())
    left = choices(rows, setting) if rows else ()
    if len(left) == 1:
        row = left[0]
        province = None if row.level is AgencyLevel.CENTRAL else setting.home
        yield AgencyMention(start, end, named(row, setting, province, None), row, province)
    elif (words[0].isupper() or _NAMED.match(folded)) and not _says_something_else(folded):
        yield AgencyMention(start, end, words[0].upper() + words[1:], candidates=left)


def _says_something_else(folded: str) -> bool:
    return bool(
        _NOT_BODY.match(folded)
        or _NAMED.fullmatch(folded)
        or not folded[0].isalpha()
        or folded.count(" ") >= _MOST_WORDS
    )
