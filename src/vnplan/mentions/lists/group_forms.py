"""Words of the lexicon -> the patterns of groups of agencies named as one (các sở, ban, ngành), by kind of group.

The forms are open (which kinds a list names is the habit of its author), so
they are a grammar: its words are rows, the order in which they may stand is
here. Patterns are for folded text. Lists are read up to a length that no
document reaches: without a bound the search would be quadratic in hostile text.
"""

from __future__ import annotations

from vnplan.lexicon.patterns import alternation, any_of, select
from vnplan.lexicon.rows import Context, Family
from vnplan.mentions.lists import unit_kinds

_S = unit_kinds.SEPARATOR


def _word(trait: str) -> str:
    return any_of(Family.GROUP_WORD, trait=trait)


_GENERIC = _word("generic")
_CENTRAL = _word("central")
_CONCERNED = r"(?: (?:có )?liên quan)"

# The departments of a province: các sở, ban, ngành, đoàn thể tỉnh.
_OF = rf"(?: (?:của |thuộc |cấp |trong )?(?:ubnd )?(?:tỉnh|thành phố|tp(?!\w)|{_CENTRAL})(?!\w))?"
_REMAINING = rf"(?:{_CONCERNED}| khác| còn lại| chức năng)?(?:{_CONCERNED}| khác)?"
_REST = rf"{_OF}{_REMAINING}(?: (?:của|thuộc|trong) (?:tỉnh|thành phố))?"
_MORE = rf"(?!{_GENERIC}{_CONCERNED}){_word('with_departments')}"
_BOARD = r"ban(?! hành)"
_SO_BAN_NGANH = (
    rf"(?:các )?(?:cơ quan{_S}(?=(?:ban|sở)(?!\w)))?(?:sở|ban)(?!\w)"
    rf"(?:(?:{_S}| )(?:sở|{_BOARD})){{0,6}}(?:{_S}| )ngành(?!\w)"
    # After a space alone "tổ chức" is the verb: các sở, ngành tổ chức thực hiện.
    rf"(?:(?:{_S}(?:ban|{_MORE})| (?:ban|đoàn thể|hội đoàn thể))(?!\w)){{0,8}}{_REST}"
)
# "Giám đốc sở, Thủ trưởng cơ quan, ban ngành thành phố": their heads named kind by kind.
_BY_HEADS = (
    rf"(?:các )?sở{_S}thủ trưởng (?:các )?(?:cơ quan|ban)"
    rf"(?:(?:{_S}| )(?:cơ quan|{_BOARD}|ngành|đoàn thể)(?!\w)){{1,4}}{_REST}"
)
_OF_COMMITTEE = r"(?:(?:trực )?thuộc|của) (?:ubnd|ủy ban nhân dân) (?:tỉnh|thành phố)"
_SEVERAL = (
    rf"các sở(?:{_S}(?:{_BOARD}|{_MORE})(?!\w)){{1,8}}{_REST}"
    rf"|các (?:sở|ngành)(?: {_word('which')}){{1,3}}"
    r"|các sở(?= ?[,;.)]|\Z| và )"
    rf"|các sở {_OF_COMMITTEE}"
)
_PROFESSIONAL = rf"(?:các )?cơ quan chuyên môn(?: cấp tỉnh| {_OF_COMMITTEE})"
DEPARTMENTS = f"{_SO_BAN_NGANH}|{_BY_HEADS}|{_SEVERAL}|{_PROFESSIONAL}"

# Of the nation: các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ.
_EQUAL = r"(?:các )?cơ quan ngang bộ"
_BELOW = r"(?:các )?cơ quan thuộc chính phủ"
_AT_CENTRE = rf"(?: ở)?(?: {_CENTRAL})?"
_MINISTRY_LIST = (
    rf"(?:các )?bộ(?:(?:, ?(?:và )?|/| và ){_word('with_ministries')}){{1,8}}{_AT_CENTRE}{_CONCERNED}?"
    rf"|(?:các )?bộ trưởng, (?:các )?thủ trưởng {_EQUAL}(?:{_S}(?:thủ trưởng )?{_BELOW})?"
)
_MINISTRIES_ALONE = (
    rf"(?:các )?bộ ngành(?!\w){_AT_CENTRE}{_CONCERNED}?"
    rf"|các bộ(?:{_CONCERNED}| quản lý chuyên ngành|(?= ?[,;.)]|\Z| và ))"
    rf"|{_EQUAL}(?:{_S}{_BELOW})?"
    rf"|các cơ quan (?:ở )?{_CENTRAL}"
)
MINISTRIES = f"{_MINISTRY_LIST}|{_MINISTRIES_ALONE}"

# Whoever is concerned: các cơ quan, đơn vị liên quan; a district's own; those of one agency.
_OFFICE = any_of(Family.AGENCY_NOUN, Context.PROSE, trait="listed")
_ANY_LIST = (
    rf"(?:{_word('plural')} )?{_OFFICE}(?:{_S}(?:các )?{_OFFICE}){{0,10}}"
    rf"(?: khác)? (?:có )?(?:liên quan|chức năng)(?!\w)(?: khác)?"
)
_UNIT = alternation(
    row for means in ("city", "district", "commune") for row in select(Family.LEVEL, Context.PROSE, means=means)
)
_DISTRICT_ROOMS = (
    rf"(?:các )?phòng(?:{_S}| )(?:ban|ngành)(?!\w)(?:{_S}{_word('with_rooms')}){{0,6}}"
    rf"(?: chuyên môn)? (?:(?:trực thuộc |thuộc |của )?(?:ubnd )?|cấp ){_UNIT}{_CONCERNED}?(?!\w)"
)
_OF_AGENCY = rf"(?:trực thuộc|thuộc) (?:sở|(?:ubnd )?{any_of(Family.LEVEL, Context.PROSE, means='district')})(?!\w)"
_INSIDE = (
    rf"(?:các )?(?:phòng|đơn vị)(?:{_S}{_word('inside')}){{0,6}}(?: chuyên môn)?(?: nghiệp vụ)?"
    rf"(?:{_S}đơn vị)? {_OF_AGENCY}"
    rf"|các phòng chuyên môn(?:{_S}(?:các )?đơn vị)?(?: trực thuộc(?: sở)?)?"
)
CONCERNED = f"{_ANY_LIST}|{_DISTRICT_ROOMS}|{_INSIDE}"

# Unions and associations: các tổ chức chính trị - xã hội, các hội, đoàn thể.
_CTXH = r"(?:chính trị|ct) ?[-,–]? ?(?:xã hội|xh)"
_AT = r"(?: các cấp| cấp tỉnh| tỉnh| thành phố)?"
_BESIDE = rf"(?:{_S}(?:các )?(?:đoàn thể|tổ chức xã hội(?: nghề nghiệp)?|hội))?"
_UNIONS = r"(?:hội,? (?:và )?đoàn thể|đoàn thể|tổ chức đoàn thể|tổ chức thành viên(?: của mặt trận)?)"
ORGANISATIONS = (
    rf"(?:các )?tổ chức (?:đoàn thể )?{_CTXH}{_BESIDE}{_AT}|(?:các )?đoàn thể {_CTXH}{_AT}|các {_UNIONS}(?!\w){_AT}"
)

OPEN_LIST = rf"(?:(?:các|một số) )?{_OFFICE}(?:{_S}(?:các )?{_OFFICE}){{1,10}}"
"""What bare words of a list mean only where a whole cell or item names agencies."""

FIRST = tuple(
    dict.fromkeys(
        row.words
        for row in (
            *select(Family.GROUP_WORD, trait="opens"),
            *select(Family.AGENCY_NOUN, Context.PROSE, trait="listed"),
        )
    )
)
"""The words that a group begins with."""
